/*
 * version.h - which release of a library the program was built with, and which it runs with.
 *
 * A module that may include a library's header tells of that library;
 * `rubrika version` asks them all.
 */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#include "base/slice.h"

enum { VERSION_MAX = 24 };

typedef struct Version {
	const char *library;
	char built[VERSION_MAX];  /* by its header; empty when that does not say */
	char loaded[VERSION_MAX]; /* by itself; empty likewise */
} Version;

/* Both may be NULL; what is too long is cut. */
Version version_of(const char *library, const char *built, const char *loaded);
/* "1.6.39" of its parts. */
void version_join(char out[VERSION_MAX], unsigned major, unsigned minor, unsigned micro);

#endif
