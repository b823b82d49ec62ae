/*
 * embedded.h - files as bytes inside the program (embed.sh).
 */
#ifndef CMD_EMBEDDED_H
#define CMD_EMBEDDED_H

#include <stddef.h>

typedef struct EmbeddedFile {
	const char *path; /* below the folder embedded */
	const char *bytes;
	size_t n;
} EmbeddedFile;

/* themes/school/: the built-in theme. */
extern const EmbeddedFile embedded_files[];
extern const size_t embedded_count;
/* gen/cmd/skeleton/: what `rubrika init` writes. */
extern const EmbeddedFile skeleton_files[];
extern const size_t skeleton_count;

/* gen/cmd/preview/: what `rubrika serve` adds to a page. */
extern const EmbeddedFile bar_files[];
extern const size_t bar_count;

#endif
