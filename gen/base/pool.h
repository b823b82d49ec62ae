/*
 * pool.h - work shared by threads, results in fixed order.
 *
 * pool_run() calls work(ctx, i, worker) for every i below n, on `threads`
 * threads (the caller's is one of them), and returns when all are done. Items
 * are taken in order from one counter; results belong at index i, so what the
 * caller sees does not depend on the number of threads. `worker` is below
 * `threads`: a worker may keep scratch memory of its own under that index.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stddef.h>

#include "base/banned.h"

typedef void PoolWork(void *ctx, size_t i, unsigned worker);

unsigned pool_cpus(void); /* at least 1, at most 64 */
void pool_run(unsigned threads, size_t n, PoolWork *work, void *ctx);

#endif
