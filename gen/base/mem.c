#include "base/mem.h"

#include <stdint.h>
#include <unistd.h>

_Noreturn void mem_exhausted(void)
{
	static const char text[] =
	        "rubrika: не хватает памяти; опубликованное не тронуто / out of memory; nothing was replaced\n";
	ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
	(void)ignored;
	_exit(3);
}

void *mem_alloc(size_t n)
{
	void *p = calloc(n ? n : 1, 1);
	if (!p) {
		mem_exhausted();
	}
	return p;
}

void *mem_array(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size);
	if (!p) {
		mem_exhausted();
	}
	return p;
}

void *mem_resize(void *p, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size) {
		mem_exhausted();
	}
	p = realloc(p, n && size ? n * size : 1);
	if (!p) {
		mem_exhausted();
	}
	return p;
}
