/*
 * progress.h - how far a long command has come, on a terminal.
 *
 * A thread of its own draws one line on standard error from the second second
 * on, and takes it away at the end; so a quick run, a pipe, a log, -q, a dumb
 * terminal (TERM) and a machine that builds by itself (CI) see nothing. Nothing of the line reaches standard output or
 * a file.
 */
#ifndef CMD_PROGRESS_H
#define CMD_PROGRESS_H

#include <pthread.h>
#include <stdatomic.h>

#include "cmd/command.h"

typedef struct Progress {
	const Options *options;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t ended;
	const char *phase; /* under the lock, like the total */
	size_t total;      /* 0: not known */
	int64_t phased;    /* when the phase began */
	atomic_size_t done;
	int64_t began; /* milliseconds of a clock that only runs forward */
	bool drawing, over;
} Progress;

/* Must be ended, on every path. */
void progress_begin(Progress *p, const Options *o);
/* What is being done now, and in how many steps. */
void progress_phase(Progress *p, const char *ru, const char *en, size_t total);
/* One step is done; by any thread. */
void progress_step(Progress *p);
/* Takes the line away; gives how long it was since progress_begin(), in milliseconds. */
int64_t progress_end(Progress *p);

#endif
