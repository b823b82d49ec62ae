/*
 * network.h - the school and its partners: who works with it, and on how much.
 *
 * The school stands in the middle, partners on both sides of it by kind; a
 * line is the thicker, the more programmes there are together, and their
 * number stands at its end. Each partner is a link. Words are broken into
 * lines here, for SVG does not. It is drawn twice, for wide pages and, hidden
 * from all but a theme that shows it in the other's place, for narrow ones.
 */
#ifndef RENDER_NETWORK_H
#define RENDER_NETWORK_H

#include "base/buf.h"

typedef struct NetworkNode {
	Slice name;
	Slice kind;  /* heading over a run of nodes of one kind; may be empty */
	Slice url;   /* of PUB_URL, with its hole */
	Slice about; /* what the link is called: begins with the name */
	int64_t programmes;
	bool ended; /* no longer a partner: drawn with a dashed border */
} NetworkNode;

typedef struct Network {
	Slice id, title, about;
	Slice school;
	const NetworkNode *nodes; /* those of one kind beside each other */
	size_t n;
} Network;

/* Nothing for no nodes. */
void network_draw(Buf *out, const Network *net);

#endif
