/*
 * order.h - the public order of lists: by public values only. Private to redact/.
 */
#ifndef REDACT_ORDER_H
#define REDACT_ORDER_H

#include "base/hash.h"
#include "base/locale.h"
#include "redact/public.h"

/* By what the public can tell a medium from others: a file by its bytes, a
 * picture by its look, for its metadata is not copied (rule 6). */
Digest order_medium(const PubMedia *m);
/* All that is public of a value on a page as one run of bytes: equal bytes,
 * equal to the public. Records are named by their page only. */
void order_canon(Buf *out, const Pub *v, Slice page);
/* Sorts the records of a kind into public order (project.h). */
void order_records(const PubRecord **items, size_t n, PubKind kind, const Locale *l);
/* A list of people, on each page in the order of what that page calls them: by name, then the stand-ins.
 * (Where nobody has a scope it is a LIST; else an ALT of lists.) */
const Pub *order_people(Arena *a, const Pub *const *items, size_t n, const Locale *l);

#endif
