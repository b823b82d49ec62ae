/*
 * names.h - rule 2: how a person is called. Private to redact/.
 */
#ifndef REDACT_NAMES_H
#define REDACT_NAMES_H

#include "redact/door.h"

Slice name_full(Arena *a, const Record *person);  /* «Иванова Мария Петровна» */
Slice name_brief(Arena *a, const Record *person); /* «Иванова М. П.» */
/* The name alone where it may stand: TEXT or ALT without a stand-in; NULL when nowhere. */
const Pub *name_value(Pass *p, const Record *person, const PubScope *full, const PubScope *brief);
/* Pages on which any person may be named, whatever the part. */
const PubScope *name_scope_full(const Pass *p, const Record *person);
const PubScope *name_scope_brief(const Pass *p, const Record *person);
/* A person in a text or a list: a map with `name`, and where named the person's
 * own open fields and, for a mentor with a page, `id` and `url`; else the
 * stand-in with `anonymous`. */
const Pub *name_of_person(Pass *p, const Record *person);
/* The same without a stand-in: NULL, or nothing on that page, where there is no name. */
const Pub *name_if_named(Pass *p, const Record *person);
/* The same for a mentor or mentee in that part: by `role` too. NULL when absent. */
const Pub *name_of_part(Pass *p, const Record *part);
/* Adds position, workplace, class, photo, contacts where agreed. `also` narrows them. */
void name_add_details(Pass *p, Pub *map, const Record *person, const PubScope *also);
/* The name in a text on one page; *url is set when it leads to a mentor's page. */
Slice name_on_page(Pass *p, const Record *r, Slice page, Slice *url);

#endif
