#include "base/map.h"
#include "unit.h"

START_TEST(an_empty_map_holds_nothing)
{
	Map m = MAP_INIT;
	ck_assert_ptr_null(map_get(&m, SL("a")));
	map_release(&m);
}
END_TEST

START_TEST(putting_gives_what_was_there_before)
{
	Map m = MAP_INIT;
	int one, two;
	ck_assert_ptr_null(map_put(&m, SL("key"), &one));
	ck_assert_ptr_eq(map_get(&m, SL("key")), &one);
	ck_assert_ptr_eq(map_put(&m, SL("key"), &two), &one);
	ck_assert_ptr_eq(map_get(&m, SL("key")), &two);
	ck_assert_uint_eq(m.n, 1);
	map_release(&m);
}
END_TEST

START_TEST(keys_are_told_apart_by_all_their_bytes)
{
	Map m = MAP_INIT;
	int empty, a, ab, nul;
	map_put(&m, SL(""), &empty);
	map_put(&m, SL("a"), &a);
	map_put(&m, SL("ab"), &ab);
	map_put(&m, (Slice){"a\0", 2}, &nul);
	ck_assert_uint_eq(m.n, 4);
	ck_assert_ptr_eq(map_get(&m, (Slice){NULL, 0}), &empty);
	ck_assert_ptr_eq(map_get(&m, slice_sub(SL("xax"), 1, 2)), &a);
	ck_assert_ptr_eq(map_get(&m, SL("ab")), &ab);
	ck_assert_ptr_eq(map_get(&m, (Slice){"a\0", 2}), &nul);
	ck_assert_ptr_null(map_get(&m, SL("b")));
	map_release(&m);
}
END_TEST

START_TEST(a_map_grows_and_keeps_every_key)
{
	enum { KEYS = 5000 };
	static char keys[KEYS][8];
	Map m = MAP_INIT;
	for (size_t i = 0; i < KEYS; i++) {
		snprintf(keys[i], sizeof keys[i], "k%zu", i);
		ck_assert_ptr_null(map_put(&m, slice_of(keys[i]), keys[i]));
	}
	ck_assert_uint_eq(m.n, KEYS);
	for (size_t i = 0; i < KEYS; i++) {
		ck_assert_ptr_eq(map_get(&m, slice_of(keys[i])), keys[i]);
	}
	ck_assert_ptr_null(map_get(&m, SL("k5000")));
	map_release(&m);
	ck_assert_ptr_null(map_get(&m, SL("k1")));
}
END_TEST

UNIT_MAIN("map", an_empty_map_holds_nothing, putting_gives_what_was_there_before,
          keys_are_told_apart_by_all_their_bytes, a_map_grows_and_keeps_every_key)
