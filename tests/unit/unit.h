/*
 * unit.h - what every unit test shares: a main() around Check's runner.
 *
 * Tests run in one process (CK_NOFORK) so that the sanitizers and valgrind
 * see them whole; the exit status is 0 only when all passed.
 */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <check.h>

#include "base/buf.h"

/* A slice and a literal hold the same bytes. */
#define assert_slice(s, literal)                                                                               \
	do {                                                                                                   \
		Slice got_ = (s);                                                                              \
		ck_assert_msg(slice_is(got_, literal), "got \"%.*s\", want \"%s\"", SLICE_ARG(got_), literal); \
	} while (0)

/* Defines main(): runs the tests listed, all named by START_TEST. */
#define UNIT_MAIN(suite_name, ...)                                            \
	int main(void)                                                        \
	{                                                                     \
		const TTest *const tests_[] = {__VA_ARGS__};                  \
		Suite *suite_ = suite_create(suite_name);                     \
		TCase *tcase_ = tcase_create(suite_name);                     \
		tcase_set_timeout(tcase_, 0);                                 \
		for (size_t i = 0; i < sizeof tests_ / sizeof *tests_; i++) { \
			tcase_add_test(tcase_, tests_[i]);                    \
		}                                                             \
		suite_add_tcase(suite_, tcase_);                              \
		SRunner *runner_ = srunner_create(suite_);                    \
		srunner_set_fork_status(runner_, CK_NOFORK);                  \
		srunner_run_all(runner_, CK_NORMAL);                          \
		int failed_ = srunner_ntests_failed(runner_);                 \
		srunner_free(runner_);                                        \
		return failed_ ? 1 : 0;                                       \
	}

#endif
