#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>

#include "base/mem.h"

/* Blocks double from the first to the largest: many an arena holds one record's scraps. */
enum { FIRST_BLOCK = 2 * 1024, LARGEST_BLOCK = 64 * 1024, ALIGN = 16 };

typedef struct ArenaBlock {
	struct ArenaBlock *next;
	size_t cap;
	alignas(ALIGN) char bytes[];
} ArenaBlock;

void arena_init(Arena *a)
{
	*a = (Arena)ARENA_INIT;
}

void arena_release(Arena *a)
{
	ArenaBlock *next;
	for (ArenaBlock *b = a->blocks; b; b = next) {
		next = b->next;
		free(b);
	}
	arena_init(a);
}

static ArenaBlock *block_new(size_t cap)
{
	ArenaBlock *b = mem_alloc(sizeof *b + cap);
	b->cap = cap;
	return b;
}

/* A piece too large for a shared block gets its own, put second so that the
 * newest block keeps filling. */
static void *alloc_apart(Arena *a, size_t n)
{
	ArenaBlock *b = block_new(n);
	if (a->blocks) {
		b->next = a->blocks->next;
		a->blocks->next = b;
	} else {
		a->blocks = b;
		a->used = n;
	}
	return b->bytes;
}

static size_t next_block(const Arena *a)
{
	size_t cap = a->blocks ? a->blocks->cap * 2 : FIRST_BLOCK;
	return cap < FIRST_BLOCK ? FIRST_BLOCK : cap > LARGEST_BLOCK ? LARGEST_BLOCK : cap;
}

void *arena_alloc(Arena *a, size_t n)
{
	if (n > SIZE_MAX / 2) {
		mem_exhausted();
	}
	n = n ? (n + ALIGN - 1) / ALIGN * ALIGN : ALIGN;
#ifdef ARENA_MALLOC
	return alloc_apart(a, n);
#endif
	if (!a->blocks || a->used + n > a->blocks->cap) {
		size_t cap = next_block(a);
		if (n > cap / 4) {
			return alloc_apart(a, n);
		}
		ArenaBlock *b = block_new(cap);
		b->next = a->blocks;
		a->blocks = b;
		a->used = 0;
	}
	void *p = a->blocks->bytes + a->used;
	a->used += n;
	return p;
}

void *arena_array(Arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / 2 / size) {
		mem_exhausted();
	}
	return arena_alloc(a, n * size);
}

char *arena_cstr(Arena *a, Slice s)
{
	char *p = arena_alloc(a, s.n + 1);
	if (s.n) {
		memcpy(p, s.p, s.n);
	}
	return p;
}

Slice arena_dup(Arena *a, Slice s)
{
	return (Slice){arena_cstr(a, s), s.n};
}

Slice arena_printf(Arena *a, const char *format, ...)
{
	va_list args;
	va_list again;
	va_start(args, format);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	size_t len = n > 0 ? (size_t)n : 0;
	char *p = arena_alloc(a, len + 1);
	if (len) {
		vsnprintf(p, len + 1, format, again);
	}
	va_end(again);
	return (Slice){p, len};
}

Slice arena_join(Arena *a, Slice x, Slice y, Slice z)
{
	char *p = arena_alloc(a, x.n + y.n + z.n + 1);
	Slice parts[] = {x, y, z};
	size_t at = 0;
	for (size_t i = 0; i < 3; i++) {
		if (parts[i].n) {
			memcpy(p + at, parts[i].p, parts[i].n);
			at += parts[i].n;
		}
	}
	return (Slice){p, at};
}
