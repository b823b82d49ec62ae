/*
 * grow.h - small content trees out of nothing, of every kind and field that the schema knows.
 */
#ifndef TESTS_GROW_H
#define TESTS_GROW_H

#include "chance.h"
#include "story.h"

/* Plants a valid tree with its history and its day; `grown`, of FIELD_COUNT
 * counters, may be NULL: how often each field was set. */
void grow(Story *out, uint64_t seed, size_t *grown);
/* A random past before the one version of a story; a step of grow(), for other trees too. */
void grow_past(Story *s, Chance *c);

#endif
