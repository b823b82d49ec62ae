#include "output/plan.h"

#include "unit.h"

static const Digest one = {1, 2};
static const Digest other = {1, 3};

START_TEST(a_plan_prints_a_line_a_file_sorted_by_path)
{
	Plan p = PLAN_INIT;
	Buf text = BUF_INIT;
	plan_add(&p, SL("news/index.html"), 4711, (Digest){0x0123456789abcdef, 0xfedcba9876543210});
	plan_add(&p, SL("news.xml"), 0, one);
	plan_add(&p, SL("404.html"), 7, other);
	plan_sort(&p);
	plan_print(&text, &p);
	assert_slice(buf_slice(&text), "00000000000000010000000000000003 7 404.html\n"
	                               "00000000000000010000000000000002 0 news.xml\n"
	                               "0123456789abcdeffedcba9876543210 4711 news/index.html\n");
	buf_release(&text);
	plan_release(&p);
}
END_TEST

START_TEST(what_was_printed_is_read_back)
{
	const Slice text = SL("0123456789abcdeffedcba9876543210 18446 a b/имя.pdf\n"
	                      "00000000000000010000000000000002 0 c\n");
	Plan p;
	Buf again = BUF_INIT;
	ck_assert(plan_parse(&p, text));
	ck_assert_uint_eq(p.n, 2);
	const PlanItem *item = plan_find(&p, SL("a b/имя.pdf"));
	ck_assert_ptr_nonnull(item);
	ck_assert_uint_eq(item->size, 18446);
	ck_assert(digest_eq(item->digest, (Digest){0x0123456789abcdef, 0xfedcba9876543210}));
	plan_print(&again, &p);
	ck_assert(slice_eq(buf_slice(&again), text));
	buf_release(&again);
	plan_release(&p);
}
END_TEST

START_TEST(an_empty_manifest_is_a_manifest_of_nothing)
{
	Plan p;
	ck_assert(plan_parse(&p, SL("")));
	ck_assert_uint_eq(p.n, 0);
	ck_assert(!plan_has_below(&p, SL("a")));
	plan_release(&p);
}
END_TEST

START_TEST(what_no_plan_prints_is_not_read)
{
	static const char *const bad[] = {
	        "\n",
	        "a\n",
	        "00000000000000010000000000000002 1 a",                                         /* no line end */
	        "0000000000000001000000000000002 1 a\n",                                        /* 31 digits */
	        "0000000000000001000000000000000A 1 a\n",                                       /* upper case */
	        "000000000000000100000000000000020 1 a\n",                                      /* 33 digits */
	        "00000000000000010000000000000002  a\n",                                        /* no size */
	        "00000000000000010000000000000002 -1 a\n",                                      /* a sign */
	        "00000000000000010000000000000002 99999999999999999999 a\n",                    /* over 64 bits */
	        "00000000000000010000000000000002 1 \n",                                        /* no path */
	        "00000000000000010000000000000002 1 /a\n",                                      /* not relative */
	        "00000000000000010000000000000002 1 a/../b\n",                                  /* upwards */
	        "00000000000000010000000000000002 1 b\n00000000000000010000000000000002 1 a\n", /* not sorted */
	        "00000000000000010000000000000002 1 a\n00000000000000010000000000000002 1 a\n", /* twice */
	        "00000000000000010000000000000002 1 .rubrika-manifest\n",                       /* itself */
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		Plan p;
		ck_assert_msg(!plan_parse(&p, slice_of(bad[i])), "line %zu was read: %s", i, bad[i]);
		ck_assert_uint_eq(p.n, 0);
	}
}
END_TEST

START_TEST(only_relative_paths_without_tricks_are_ok)
{
	static const char *const good[] = {"a", "a/b", "media/имя файла.pdf", ".well-known/x", "a..b", "...", "a/.b"};
	static const char *const bad[] = {"",    "/a",  "a/",   "a//b",   ".",    "..",
	                                  "./a", "a/.", "../a", "a/../b", "a\nb", PLAN_FILE};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		ck_assert_msg(plan_path_ok(slice_of(good[i])), "%s", good[i]);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		ck_assert_msg(!plan_path_ok(slice_of(bad[i])), "%s", bad[i]);
	}
	ck_assert(!plan_path_ok(SL("a\0b")));
}
END_TEST

START_TEST(the_same_file_twice_is_one_file)
{
	Plan p = PLAN_INIT;
	ck_assert_ptr_nonnull(plan_add(&p, SL("media/a.jpg"), 5, one));
	ck_assert_ptr_null(plan_add(&p, SL("media/a.jpg"), 5, one));
	ck_assert_uint_eq(p.n, 1);
	plan_release(&p);
}
END_TEST

/* '!' and '0' stand before and after '/', so names that only begin alike lie on both sides. */
START_TEST(a_folder_is_found_by_the_files_below_it)
{
	Plan p = PLAN_INIT;
	static const char *const paths[] = {"a!b", "a/b/c", "a/b/d", "a0", "b", "ba/x", "aa"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		plan_add(&p, slice_of(paths[i]), 1, one);
	}
	plan_sort(&p);
	ck_assert(plan_has_below(&p, SL("a")));
	ck_assert(plan_has_below(&p, SL("a/b")));
	ck_assert(plan_has_below(&p, SL("ba")));
	ck_assert(!plan_has_below(&p, SL("b")));
	ck_assert(!plan_has_below(&p, SL("aa")));
	ck_assert(!plan_has_below(&p, SL("a!")));
	ck_assert(!plan_has_below(&p, SL("a/b/c")));
	ck_assert(!plan_has_below(&p, SL("a/")));
	ck_assert(!plan_has_below(&p, SL("z")));
	plan_release(&p);
}
END_TEST

START_TEST(a_comparison_counts_files)
{
	Plan before = PLAN_INIT;
	Plan after = PLAN_INIT;
	plan_add(&before, SL("same"), 1, one);
	plan_add(&before, SL("changed"), 1, one);
	plan_add(&before, SL("gone"), 1, one);
	plan_add(&before, SL("gone too"), 1, one);
	plan_add(&after, SL("same"), 1, one);
	plan_add(&after, SL("changed"), 1, other);
	plan_add(&after, SL("new"), 1, one);
	plan_add(&after, SL("newer"), 1, one);
	plan_add(&after, SL("newest"), 1, one);
	PlanDelta delta = plan_compare(&before, &after);
	ck_assert_uint_eq(delta.added, 3);
	ck_assert_uint_eq(delta.changed, 1);
	ck_assert_uint_eq(delta.removed, 2);
	plan_release(&before);
	plan_release(&after);
}
END_TEST

UNIT_MAIN("plan", a_plan_prints_a_line_a_file_sorted_by_path, what_was_printed_is_read_back,
          an_empty_manifest_is_a_manifest_of_nothing, what_no_plan_prints_is_not_read,
          only_relative_paths_without_tricks_are_ok, the_same_file_twice_is_one_file,
          a_folder_is_found_by_the_files_below_it, a_comparison_counts_files)
