#include "base/map.h"

#include "base/hash.h"
#include "base/mem.h"

typedef struct MapSlot {
	Slice key;
	uint64_t hash;
	void *value; /* NULL: free */
} MapSlot;

void map_init(Map *m)
{
	*m = (Map)MAP_INIT;
}

void map_release(Map *m)
{
	free(m->slots);
	map_init(m);
}

static MapSlot *find(MapSlot *slots, size_t cap, Slice key, uint64_t hash)
{
	size_t i = (size_t)hash & (cap - 1);
	while (slots[i].value && !(slots[i].hash == hash && slice_eq(slots[i].key, key))) {
		i = (i + 1) & (cap - 1);
	}
	return &slots[i];
}

static void grow(Map *m)
{
	size_t cap = m->cap ? m->cap * 2 : 16;
	MapSlot *slots = mem_array(cap, sizeof *slots);
	for (size_t i = 0; i < m->cap; i++) {
		if (m->slots[i].value) {
			*find(slots, cap, m->slots[i].key, m->slots[i].hash) = m->slots[i];
		}
	}
	free(m->slots);
	m->slots = slots;
	m->cap = cap;
}

void *map_get(const Map *m, Slice key)
{
	return m->cap ? find(m->slots, m->cap, key, hash64(key))->value : NULL;
}

void *map_put(Map *m, Slice key, void *value)
{
	if ((m->n + 1) * 4 > m->cap * 3) {
		grow(m);
	}
	uint64_t hash = hash64(key);
	MapSlot *slot = find(m->slots, m->cap, key, hash);
	void *before = slot->value;
	if (!before) {
		m->n++;
		*slot = (MapSlot){key, hash, NULL};
	}
	slot->value = value;
	return before;
}
