/*
 * mem.h - allocation that does not return NULL.
 *
 * A generator that is out of memory can do nothing useful: what it had
 * published stays in place (the new tree is built aside), so the honest end
 * is one fixed line on standard error and exit status 3. This is the only
 * place in the libraries that may end the process.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

#include "base/banned.h"

/* n zeroed bytes (n may be 0; the result is still unique), to free() by the caller. */
void *mem_alloc(size_t n);
/* Array of n items of `size` bytes, zeroed; overflow of n * size ends the process. */
void *mem_array(size_t n, size_t size);
/* realloc() that keeps the promise above; p may be NULL. New bytes are not zeroed. */
void *mem_resize(void *p, size_t n, size_t size);
/* The end itself: for libraries with allocation hooks of their own (cmark, libxml style). */
_Noreturn void mem_exhausted(void);

#endif
