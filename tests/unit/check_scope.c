#include "unit.h"

#include "redact/scope.h"

static Arena a = ARENA_INIT;

static const PubScope *scope(const char *x, const char *y)
{
	const Slice prefixes[] = {slice_of(x), slice_of(y)};
	return scope_of(&a, prefixes, y ? 2 : 1);
}

static void assert_scope(const PubScope *s, const char *expected)
{
	Buf got = BUF_INIT;
	for (size_t i = 0; s && i < s->n; i++) {
		buf_str(&got, i ? " " : "");
		buf_add(&got, s->prefix[i]);
	}
	ck_assert_str_eq(s ? got.p : "everywhere", expected);
	buf_release(&got);
}

START_TEST(no_prefix_is_nowhere_and_the_empty_one_is_everywhere)
{
	ck_assert(scope_is_nowhere(scope_of(&a, NULL, 0)));
	ck_assert_ptr_null(scope("", NULL));
	ck_assert_ptr_null(scope("news/", ""));
	ck_assert(!scope_is_nowhere(NULL));
	ck_assert(!scope_is_nowhere(scope("news/", NULL)));
	arena_release(&a);
}
END_TEST

START_TEST(a_scope_is_sorted_and_no_prefix_in_it_begins_another)
{
	assert_scope(scope("news/", "mentors/"), "mentors/ news/");
	assert_scope(scope("mentors/ivanova/", "mentors/"), "mentors/");
	assert_scope(scope("mentors/", "mentors/"), "mentors/");
	assert_scope(scope("mentors/a", "mentors/b"), "mentors/a mentors/b");
	arena_release(&a);
}
END_TEST

START_TEST(a_union_covers_what_either_covers)
{
	assert_scope(scope_or(&a, scope("news/", NULL), scope("mentors/", NULL)), "mentors/ news/");
	assert_scope(scope_or(&a, scope("mentors/a/", NULL), scope("mentors/", NULL)), "mentors/");
	assert_scope(scope_or(&a, SCOPE_NOWHERE, scope("news/", NULL)), "news/");
	assert_scope(scope_or(&a, scope("news/", NULL), SCOPE_NOWHERE), "news/");
	assert_scope(scope_or(&a, SCOPE_NOWHERE, SCOPE_NOWHERE), "");
	ck_assert_ptr_null(scope_or(&a, NULL, SCOPE_NOWHERE));
	ck_assert_ptr_null(scope_or(&a, scope("news/", NULL), NULL));
	arena_release(&a);
}
END_TEST

START_TEST(an_intersection_covers_what_both_cover)
{
	assert_scope(scope_and(&a, scope("mentors/", NULL), scope("mentors/a/", NULL)), "mentors/a/");
	assert_scope(scope_and(&a, scope("mentors/a/", "news/"), scope("mentors/", "news/2026/")),
	             "mentors/a/ news/2026/");
	assert_scope(scope_and(&a, scope("mentors/", NULL), scope("news/", NULL)), "");
	assert_scope(scope_and(&a, NULL, scope("news/", NULL)), "news/");
	assert_scope(scope_and(&a, scope("news/", NULL), NULL), "news/");
	assert_scope(scope_and(&a, SCOPE_NOWHERE, NULL), "");
	assert_scope(scope_and(&a, SCOPE_NOWHERE, scope("news/", NULL)), "");
	ck_assert_ptr_null(scope_and(&a, NULL, NULL));
	arena_release(&a);
}
END_TEST

/* Every pair of small scopes against every page, by the definition. */
START_TEST(unions_and_intersections_agree_with_asking_page_by_page)
{
	static const char *const prefixes[] = {"m/", "m/a/", "m/ab/", "m/a", "n/"};
	static const char *const pages[] = {"", "m/", "m/a/", "m/a/x", "m/ab/", "m/b/", "n/", "n/a/", "o/"};
	const PubScope *all[22] = {NULL, SCOPE_NOWHERE};
	size_t n = 2;
	for (int i = 0; i < 5; i++) {
		for (int k = i; k < 5 && n < 22; k++) {
			all[n++] = scope(prefixes[i], prefixes[k]);
		}
	}
	for (size_t x = 0; x < n; x++) {
		for (size_t y = 0; y < n; y++) {
			const PubScope *both = scope_and(&a, all[x], all[y]);
			const PubScope *either = scope_or(&a, all[x], all[y]);
			for (size_t p = 0; p < sizeof pages / sizeof *pages; p++) {
				bool in_x = pub_scope_covers(all[x], slice_of(pages[p]));
				bool in_y = pub_scope_covers(all[y], slice_of(pages[p]));
				ck_assert(pub_scope_covers(both, slice_of(pages[p])) == (in_x && in_y));
				ck_assert(pub_scope_covers(either, slice_of(pages[p])) == (in_x || in_y));
			}
		}
	}
	arena_release(&a);
}
END_TEST

UNIT_MAIN("scope", no_prefix_is_nowhere_and_the_empty_one_is_everywhere,
          a_scope_is_sorted_and_no_prefix_in_it_begins_another, a_union_covers_what_either_covers,
          an_intersection_covers_what_both_cover, unions_and_intersections_agree_with_asking_page_by_page)
