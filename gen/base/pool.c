#include "base/pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#include "base/mem.h"

enum { CPUS_MOST = 64 };

typedef struct Job {
	PoolWork *work;
	void *ctx;
	size_t n;
	atomic_size_t next;
} Job;

typedef struct Worker {
	Job *job;
	unsigned index;
	pthread_t thread;
} Worker;

unsigned pool_cpus(void)
{
	cpu_set_t set;
	if (sched_getaffinity(0, sizeof set, &set) != 0) {
		return CPUS_MOST; /* only a machine too large for cpu_set_t fails */
	}
	int n = CPU_COUNT(&set);
	return n < 1 ? 1 : n > CPUS_MOST ? CPUS_MOST : (unsigned)n;
}

static void *run(void *arg)
{
	Worker *self = arg;
	Job *job = self->job;
	size_t i;
	while ((i = atomic_fetch_add(&job->next, 1)) < job->n) {
		job->work(job->ctx, i, self->index);
	}
	return NULL;
}

void pool_run(unsigned threads, size_t n, PoolWork *work, void *ctx)
{
	Job job = {.work = work, .ctx = ctx, .n = n};
	if (threads < 1 || n < 2) {
		threads = 1;
	} else if (threads > n) {
		threads = (unsigned)n;
	}
	Worker *workers = mem_array(threads, sizeof *workers);
	unsigned started = 1;
	workers[0] = (Worker){.job = &job};
	/* Where the system gives no more threads, those at hand do all the work. */
	for (; started < threads; started++) {
		Worker *w = &workers[started];
		*w = (Worker){.job = &job, .index = started};
		if (pthread_create(&w->thread, NULL, run, w) != 0) {
			break;
		}
	}
	run(&workers[0]);
	for (unsigned i = 1; i < started; i++) {
		pthread_join(workers[i].thread, NULL);
	}
	free(workers);
}
