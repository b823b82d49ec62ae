/*
 * scope.h - the algebra of "on which pages": unions and intersections of prefixes.
 *
 * A scope is NULL (every page), SCOPE_NOWHERE, or a sorted set of prefixes
 * none of which begins with another.
 */
#ifndef REDACT_SCOPE_H
#define REDACT_SCOPE_H

#include "redact/public.h"

extern const PubScope scope_nowhere;
#define SCOPE_NOWHERE (&scope_nowhere)

bool scope_is_nowhere(const PubScope *s);
const PubScope *scope_of(Arena *a, const Slice *prefixes, size_t n);
const PubScope *scope_or(Arena *a, const PubScope *x, const PubScope *y);
const PubScope *scope_and(Arena *a, const PubScope *x, const PubScope *y);

#endif
