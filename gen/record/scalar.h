/*
 * scalar.h - one scalar as its field's type: the only place that reads a
 * date, a number, an address or a word out of text.
 */
#ifndef RECORD_SCALAR_H
#define RECORD_SCALAR_H

#include "record/decode.h"

/* Decodes a scalar node; false with a diagnostic at its place when it is not
 * of the field's type. References stay unresolved. */
bool scalar_decode(Decoder *d, Val *out, FieldId f, const Node *node);
/* [a-z0-9]([a-z0-9-]{0,62}[a-z0-9])? (content.md, Files) */
bool scalar_id_valid(Slice id);
/* Absolute, with a host, no query, no fragment, ends with '/' (content.md, site.base_url). */
bool scalar_base_url_valid(Slice url);

#endif
