/*
 * json.h - the one JSON writer: the escaping gate for diagnostics, data files,
 * schema and JSON-LD.
 *
 * Emits RFC 8259 in the order called; a comma and, in pretty mode, line breaks
 * and two-space indents are put where they belong. '<', '>' and '&' inside
 * strings are written as \u003C, \u003E, \u0026, so the text may stand in
 * <script>. Misuse (a key outside an object) asserts.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

typedef struct Json {
	Buf *out;
	bool pretty;
	unsigned depth;
	uint64_t has_item; /* bit per depth: an item was written there */
	bool after_key;
} Json;

void json_init(Json *j, Buf *out, bool pretty);
void json_open(Json *j, char bracket);  /* '{' or '[' */
void json_close(Json *j, char bracket); /* '}' or ']' */
void json_key(Json *j, Slice key);
void json_text(Json *j, Slice text);
void json_int(Json *j, int64_t value);
void json_bool(Json *j, bool value);
void json_none(Json *j); /* null */
/* key and text at once. */
void json_pair(Json *j, const char *key, Slice text);

#endif
