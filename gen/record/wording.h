/*
 * wording.h - what a person means by a word typed into a table.
 *
 * Files of records are exact; tables are typed by hand, in Russian, and by
 * programs that have words of their own for yes and no. Two texts are the same
 * word when their keys are equal: case, ё and е, the kind of dash and the
 * number of blanks do not count, nor the '*' that marks a required column.
 */
#ifndef RECORD_WORDING_H
#define RECORD_WORDING_H

#include "base/date.h"
#include "record/schema.h"

/* The key of a text, in the arena. */
Slice wording_key(Arena *a, Slice text);
/* 01.09.2025, 1.9.2025 or 2025-09-01, a real day. */
bool wording_date(Date *out, Slice text);
/* да, нет; also true, false and what Excel writes for them: ИСТИНА, ЛОЖЬ. */
bool wording_flag(bool *out, Slice text);
/* A word of a closed list by its id, its title in either language or a short
 * name that tables use («фото»); ENUM_ROWS when it is none of the list. */
EnumRow wording_enum(EnumId list, Slice text);
/* The field an owner has under a heading: its name, its title in either
 * language or a short name; the body too. FIELD_COUNT when none. */
FieldId wording_field(Owner owner, Slice text);

#endif
