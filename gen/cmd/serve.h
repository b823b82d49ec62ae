/*
 * serve.h - what the parts of `rubrika serve` share.
 *
 * The site lies below its own base path; what belongs to the preview lies
 * below /.rubrika/, where no page of a site can be, and is added to a page only
 * while it is sent.
 */
#ifndef CMD_SERVE_H
#define CMD_SERVE_H

#include "base/json.h"
#include "cmd/http.h"
#include "cmd/preview.h"

typedef struct Serve {
	const Options *options;
	Preview *preview;
	Http *http; /* NULL: nobody listens yet */
	Buf said;   /* the faults as they were printed last */
} Serve;

/* Replies from memory alone. ctx: a Serve. */
HttpAnswer serve_answer;
/* Reads the content anew, and says so on the terminal and to every page that listens. */
void serve_refresh(Serve *s);
/* The event that tells pages of the state: its number, and how many errors there are. */
void serve_event(Buf *out, const Preview *p);
/* What the bar shows on a page: the day, the faults, what is withheld there and why. */
void serve_state(Buf *out, const Serve *s, Slice page);
/* The page with the preview's script and styles before the end of its head;
 * as it is when its own policy lets no script in. */
void serve_inject(Buf *out, const Preview *p, Slice page, Slice html);

#endif
