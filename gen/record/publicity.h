/*
 * publicity.h - what people are told of a field, and of who sees it: for `new`, the JSON Schema and the manual.
 */
#ifndef RECORD_PUBLICITY_H
#define RECORD_PUBLICITY_H

#include "record/schema.h"

/* «открыто», «по согласию: фотография», «не публикуется»; nothing for a field
 * that has the class of whatever holds its map. */
void publicity_put(Buf *out, FieldId f, Lang lang);
/* The field's help, after the words of its closed list unless the help names
 * them; that of a closed field ends by saying so. */
void publicity_help(Buf *out, FieldId f, Lang lang);
/* Adds « · по согласию: …» to a help that does not say who sees the field; nothing for what everyone may see. */
void publicity_add(Buf *help, FieldId f, Lang lang);

#endif
