/*
 * front.h - front matter: YAML between two lines of "---", then a body.
 */
#ifndef SOURCE_FRONT_H
#define SOURCE_FRONT_H

#include "base/diag.h"

typedef struct Front {
	Slice yaml;
	unsigned yaml_line; /* line of its first byte */
	Slice body;
	unsigned body_line;
} Front;

/* Splits a .md file. A UTF-8 byte order mark and blanks after the dashes are
 * passed over; CRLF is accepted. False with a diagnostic (no-front-matter,
 * front-matter-open; not-utf8 for a file that begins as none can) otherwise. */
bool front_split(Front *out, Slice file, Slice path, Diags *diags);

#endif
