/*
 * map.h - a hash table from slices to pointers.
 *
 * Keys are borrowed: they must outlive the map. Iteration order is not
 * offered, for output may not depend on it (law of order).
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/slice.h"

typedef struct Map {
	struct MapSlot *slots;
	size_t n;   /* keys held */
	size_t cap; /* power of two, or 0 */
} Map;

#define MAP_INIT           \
	{                  \
		NULL, 0, 0 \
	}

void map_init(Map *m);
void map_release(Map *m);
void *map_get(const Map *m, Slice key); /* NULL when absent */
/* Puts value (not NULL) under key; gives what was there before, or NULL. */
void *map_put(Map *m, Slice key, void *value);

#endif
