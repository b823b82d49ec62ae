/*
 * output.h - a whole site in memory: every file that a build would write, but the compressed twins.
 */
#ifndef TESTS_OUTPUT_H
#define TESTS_OUTPUT_H

#include "base/map.h"
#include "reach.h"
#include "repo.h"

typedef struct Made {
	Slice path, bytes;
} Made;

typedef struct Output {
	Arena arena;
	VEC(Made) files; /* by path */
	bool sound;
	Buf complaints;
} Output;

/* Pictures are slow to encode and depend on their bytes alone: each is made once. */
typedef struct Darkroom {
	Arena arena;
	Map made;
} Darkroom;

/* Where stories are built: a folder of this process alone. */
typedef struct Workshop {
	char bare[96], laid[96], public[96];
	Repo *repo;
	Darkroom darkroom;
} Workshop;

/* In a folder that is there and empty; false when it cannot be used. */
bool workshop_open(Workshop *w, const char *dir);
/* The folder is left to its owner. */
void workshop_close(Workshop *w);

/* Builds a story in memory. */
void output_make(Output *out, Workshop *w, const Story *s);
/* The same by the command itself: through the staged folder, the twins and the audit. */
void output_run(Output *out, Workshop *w, const Story *s);
void output_release(Output *out);
/* The first path at which two outputs differ, where they may not (reach.h);
 * empty when they are the same, byte for byte. What each has there, NULL where nothing. */
Slice output_differs(const Output *a, const Output *b, const Reach *may, const Made **x, const Made **y);

#endif
