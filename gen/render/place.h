/*
 * place.h - where in HTML a tag of a template stands.
 *
 * How a value must be escaped depends on what surrounds it, and that is known
 * once the template's own text is: the follower reads that text as a browser's
 * tokenizer would, as far as it matters here. It is a value: what follows a
 * section starts from a copy of the state before the section, for a section
 * is taken to leave the place it began in.
 */
#ifndef RENDER_PLACE_H
#define RENDER_PLACE_H

#include "base/slice.h"

typedef enum Place {
	PLACE_TEXT,   /* element content */
	PLACE_VALUE,  /* a quoted attribute value */
	PLACE_URL,    /* the start of an attribute that holds an address: its scheme is not yet settled */
	PLACE_SCRIPT, /* the text of <script>: markup of our own (JSON-LD) alone */
	/* No value may stand in these (template-syntax). */
	PLACE_TAG,     /* a tag's name, an attribute's name, a value without quotes */
	PLACE_CODE,    /* an attribute that is run or styles: on…, style, srcdoc */
	PLACE_STYLE,   /* the text of <style> */
	PLACE_COMMENT, /* <!-- --> and other <!…> or <?…> */
} Place;

typedef struct PlaceState {
	enum {
		IN_TEXT,
		IN_OPEN,
		IN_NAME,
		IN_TAG,
		IN_ATTRIBUTE,
		AFTER_ATTRIBUTE,
		BEFORE_VALUE,
		IN_VALUE,
		IN_BARE_VALUE,
		IN_RAW,
		IN_MARKUP,
		IN_COMMENT
	} mode;
	bool closing;   /* the tag is </…> */
	bool settled;   /* in a value: text that ends the doubt about a scheme has passed */
	char quote;     /* of the value */
	size_t matched; /* bytes of "</script" seen in raw text, of "-->" in a comment, of "!--" at its start */
	char tag[12];   /* names in lower case, cut to fit; NUL-terminated */
	char attribute[12];
} PlaceState;

#define PLACE_INIT              \
	{                       \
		.mode = IN_TEXT \
	}

void place_feed(PlaceState *s, Slice text);
Place place_now(const PlaceState *s);

#endif
