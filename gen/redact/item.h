/*
 * item.h - one record through the door. Private to redact/.
 */
#ifndef REDACT_ITEM_H
#define REDACT_ITEM_H

#include "redact/fields.h"

/* Does a record of a list have a public counterpart at D (rules 3, 4, 9, 11; awards; surveys)? */
bool item_is_public(const Door *d, const Record *r);
/* Where an award may stand: it needs its person's name beside the consent to it (content.md, award). */
const PubScope *item_award_scope(const Rules *r, const Record *award);
/* Its own page, or the list that shows a record of a kind without one ("mentees/", "stats/"). In arena a. */
Slice item_page(Arena *a, const Record *r);
/* What the classes of its fields are decided by; `page`: on which its texts stand. */
Gate item_gate(const Door *d, const Record *r, Slice page);
/* Fills what an announced record shows. `out` has its kind, id, page and scope. */
void item_project(Pass *p, PubRecord *out, const Record *r);

#endif
