#include "unit.h"

#include <stdatomic.h>

#include "base/mem.h"
#include "base/pool.h"

enum { ITEMS = 10000 };

typedef struct Squares {
	size_t square[ITEMS];
	unsigned threads;
	atomic_uint calls;
	atomic_bool is_strange; /* a worker's number out of bounds */
} Squares;

static void square(void *ctx, size_t i, unsigned worker)
{
	Squares *s = ctx;
	s->square[i] += i * i;
	atomic_fetch_add(&s->calls, 1);
	if (worker >= s->threads) {
		atomic_store(&s->is_strange, true);
	}
}

START_TEST(every_item_is_worked_once_whatever_the_threads)
{
	static const unsigned threads[] = {1, 2, 3, 7, 64};
	for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
		Squares *s = mem_alloc(sizeof *s);
		s->threads = threads[t];
		pool_run(threads[t], ITEMS, square, s);
		ck_assert_uint_eq(s->calls, ITEMS);
		ck_assert(!s->is_strange);
		for (size_t i = 0; i < ITEMS; i++) {
			ck_assert_uint_eq(s->square[i], i * i);
		}
		free(s);
	}
}
END_TEST

typedef struct PerWorker {
	size_t items[8];
} PerWorker;

static void count_own(void *ctx, size_t i, unsigned worker)
{
	PerWorker *p = ctx;
	(void)i;
	p->items[worker]++; /* no lock: nobody else has this number */
}

START_TEST(a_worker_has_its_number_to_itself)
{
	PerWorker p = {{0}};
	size_t sum = 0;
	pool_run(8, ITEMS, count_own, &p);
	for (size_t w = 0; w < 8; w++) {
		sum += p.items[w];
	}
	ck_assert_uint_eq(sum, ITEMS);
}
END_TEST

typedef struct Order {
	size_t seen[ITEMS];
	size_t n;
} Order;

static void note_order(void *ctx, size_t i, unsigned worker)
{
	Order *o = ctx;
	ck_assert_uint_eq(worker, 0);
	o->seen[o->n++] = i;
}

START_TEST(one_thread_works_in_order)
{
	Order *o = mem_alloc(sizeof *o);
	pool_run(1, ITEMS, note_order, o);
	ck_assert_uint_eq(o->n, ITEMS);
	for (size_t i = 0; i < ITEMS; i++) {
		ck_assert_uint_eq(o->seen[i], i);
	}
	free(o);
}
END_TEST

START_TEST(no_threads_means_one)
{
	Order *o = mem_alloc(sizeof *o);
	pool_run(0, 3, note_order, o);
	ck_assert_uint_eq(o->n, 3);
	free(o);
}
END_TEST

START_TEST(nothing_to_do_is_done)
{
	Squares *s = mem_alloc(sizeof *s);
	s->threads = 4;
	pool_run(4, 0, square, s);
	ck_assert_uint_eq(s->calls, 0);
	pool_run(4, 1, square, s);
	ck_assert_uint_eq(s->calls, 1);
	free(s);
}
END_TEST

typedef struct Meeting {
	atomic_uint present;
	atomic_uint met;
	atomic_uint workers; /* a bit for each number seen */
} Meeting;

/* Waits, at most ten seconds, until both items are being worked on. */
static void meet(void *ctx, size_t i, unsigned worker)
{
	Meeting *m = ctx;
	(void)i;
	atomic_fetch_add(&m->present, 1);
	atomic_fetch_or(&m->workers, 1U << worker);
	for (int tries = 0; tries < 10000 && atomic_load(&m->present) < 2; tries++) {
		nanosleep(&(struct timespec){0, 1000000}, NULL);
	}
	atomic_fetch_add(&m->met, atomic_load(&m->present) == 2);
}

START_TEST(two_threads_work_at_the_same_time)
{
	Meeting m = {0};
	pool_run(2, 2, meet, &m);
	ck_assert_uint_eq(m.met, 2);
	ck_assert_uint_eq(m.workers, 3); /* numbers 0 and 1 */
}
END_TEST

START_TEST(there_are_one_to_sixty_four_processors)
{
	ck_assert_uint_ge(pool_cpus(), 1);
	ck_assert_uint_le(pool_cpus(), 64);
}
END_TEST

UNIT_MAIN("pool", every_item_is_worked_once_whatever_the_threads, a_worker_has_its_number_to_itself,
          one_thread_works_in_order, no_threads_means_one, nothing_to_do_is_done, two_threads_work_at_the_same_time,
          there_are_one_to_sixty_four_processors)
