#include "output/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "unit.h"

static char base[] = "/tmp/check_lock_XXXXXX";
static int dir;

/* What the holder before does between our open and our lock: takes the file away. Stands before the C library's. */
static bool removed_meanwhile;

int flock(int fd, int operation)
{
	if (removed_meanwhile) {
		removed_meanwhile = false;
		unlinkat(dir, "lock", 0);
	}
	return (int)syscall(SYS_flock, fd, operation);
}

static void setup(void)
{
	memcpy(base + sizeof base - 7, "XXXXXX", 6);
	ck_assert_ptr_nonnull(mkdtemp(base));
	dir = open(base, O_RDONLY | O_DIRECTORY);
	ck_assert_int_ge(dir, 0);
}

static void teardown(void)
{
	close(dir);
	ck_assert_int_eq(rmdir(base), 0); /* empty, so no lock is left */
}

START_TEST(a_lock_keeps_others_out_until_it_is_dropped)
{
	setup();
	int lock = lock_take(dir, "lock");
	ck_assert_int_ge(lock, 0);
	ck_assert_int_eq(lock_take(dir, "lock"), -EWOULDBLOCK);
	lock_drop(lock, dir, "lock");
	lock = lock_take(dir, "lock");
	ck_assert_int_ge(lock, 0);
	lock_drop(lock, dir, "lock");
	teardown();
}
END_TEST

START_TEST(a_file_left_by_a_killed_run_locks_nobody_out)
{
	setup();
	close(openat(dir, "lock", O_CREAT | O_WRONLY, 0600));
	int lock = lock_take(dir, "lock");
	ck_assert_int_ge(lock, 0);
	lock_drop(lock, dir, "lock");
	teardown();
}
END_TEST

START_TEST(a_lock_on_a_file_that_was_removed_is_not_taken_for_one)
{
	setup();
	removed_meanwhile = true;
	int lock = lock_take(dir, "lock");
	ck_assert_int_ge(lock, 0);
	ck_assert_int_eq(lock_take(dir, "lock"), -EWOULDBLOCK);
	lock_drop(lock, dir, "lock");
	teardown();
}
END_TEST

START_TEST(a_link_in_the_place_of_the_file_is_refused)
{
	setup();
	ck_assert_int_eq(symlinkat("elsewhere", dir, "lock"), 0);
	ck_assert_int_eq(lock_take(dir, "lock"), -ELOOP);
	ck_assert_int_eq(unlinkat(dir, "lock", 0), 0);
	teardown();
}
END_TEST

START_TEST(no_lock_is_dropped_without_harm)
{
	setup();
	lock_drop(-1, dir, "lock");
	teardown();
}
END_TEST

UNIT_MAIN("lock", a_lock_keeps_others_out_until_it_is_dropped, a_file_left_by_a_killed_run_locks_nobody_out,
          a_lock_on_a_file_that_was_removed_is_not_taken_for_one, a_link_in_the_place_of_the_file_is_refused,
          no_lock_is_dropped_without_harm)
