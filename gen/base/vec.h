/*
 * vec.h - growing arrays, one definition for every item type.
 *
 * VEC(T) declares the members `items`, `n`, `cap`; vec_push() grows by half.
 * The array is owned by the struct and freed with vec_release().
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/mem.h"

#define VEC(T)              \
	struct {            \
		T *items;   \
		size_t n;   \
		size_t cap; \
	}

#define vec_push(v, ...)                                                                   \
	do {                                                                               \
		if ((v)->n == (v)->cap) {                                                  \
			(v)->cap = (v)->cap ? (v)->cap + (v)->cap / 2 + 1 : 8;             \
			(v)->items = mem_resize((v)->items, (v)->cap, sizeof *(v)->items); \
		}                                                                          \
		(v)->items[(v)->n++] = (__VA_ARGS__);                                      \
	} while (0)

#define vec_release(v)                 \
	do {                           \
		free((v)->items);      \
		(v)->items = NULL;     \
		(v)->n = (v)->cap = 0; \
	} while (0)

#endif
