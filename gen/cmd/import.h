/*
 * import.h - a table that shows how to fill one in.
 */
#ifndef CMD_IMPORT_H
#define CMD_IMPORT_H

#include "base/buf.h"
#include "record/schema.h"

/* Adds the headings of a kind and an example row, as Excel opens it in Russian:
 * UTF-8 with a byte order mark, ';', CRLF. False when the kind has no such table. */
bool import_template(Buf *out, Kind kind);

#endif
