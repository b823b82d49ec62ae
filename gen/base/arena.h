/*
 * arena.h - memory with one lifetime: a snapshot, a corpus, a page.
 *
 * Pieces are handed out from blocks and freed together. None is global and
 * none is shared by threads while it grows. Built with -DARENA_MALLOC (the
 * sanitizer builds) every piece is a malloc of its own, so that the checkers
 * see each overrun.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/slice.h"

typedef struct Arena {
	struct ArenaBlock *blocks; /* newest first */
	size_t used;               /* bytes of the newest block in use */
} Arena;

#define ARENA_INIT      \
	{               \
		NULL, 0 \
	}

void arena_init(Arena *a);
void arena_release(Arena *a); /* frees everything; the arena may be used again */
/* n zeroed bytes, aligned for any type. */
void *arena_alloc(Arena *a, size_t n);
void *arena_array(Arena *a, size_t n, size_t size);
#define ARENA_NEW(a, Type) ((Type *)arena_alloc((a), sizeof(Type)))
/* A copy that is NUL-terminated after s.n bytes. */
Slice arena_dup(Arena *a, Slice s);
char *arena_cstr(Arena *a, Slice s);
Slice arena_printf(Arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* a, then b, then c in one run. */
Slice arena_join(Arena *a, Slice x, Slice y, Slice z);

#endif
