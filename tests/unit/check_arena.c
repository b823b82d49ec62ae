#include "base/arena.h"
#include "unit.h"

START_TEST(pieces_are_zeroed_aligned_and_apart)
{
	Arena a = ARENA_INIT;
	char *before = NULL;
	for (size_t n = 0; n < 200; n++) {
		char *p = arena_alloc(&a, n);
		ck_assert_ptr_nonnull(p);
		ck_assert_ptr_ne(p, before);
		ck_assert_uint_eq((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < n; i++) {
			ck_assert_int_eq(p[i], 0);
			p[i] = 'x';
		}
		before = p;
	}
	arena_release(&a);
}
END_TEST

START_TEST(a_large_piece_leaves_the_small_ones_whole)
{
	Arena a = ARENA_INIT;
	char *small = arena_alloc(&a, 8);
	memset(small, 's', 8);
	char *large = arena_alloc(&a, 1 << 20);
	memset(large, 'l', 1 << 20);
	char *next = arena_alloc(&a, 8);
	memset(next, 'n', 8);
	ck_assert_mem_eq(small, "ssssssss", 8);
	ck_assert_int_eq(large[0], 'l');
	ck_assert_int_eq(large[(1 << 20) - 1], 'l');
	arena_release(&a);
}
END_TEST

START_TEST(a_large_piece_may_come_first)
{
	Arena a = ARENA_INIT;
	char *large = arena_alloc(&a, 1 << 20);
	memset(large, 'l', 1 << 20);
	char *small = arena_alloc(&a, 8);
	memset(small, 's', 8);
	ck_assert_int_eq(large[(1 << 20) - 1], 'l');
	arena_release(&a);
}
END_TEST

START_TEST(copies_end_in_a_nul_and_outlive_the_original)
{
	Arena a = ARENA_INIT;
	char text[] = "text";
	Slice copy = arena_dup(&a, (Slice){text, 2});
	char *cstr = arena_cstr(&a, (Slice){text, 3});
	memset(text, '?', 4);
	ck_assert_str_eq(copy.p, "te");
	ck_assert_uint_eq(copy.n, 2);
	ck_assert_str_eq(cstr, "tex");
	ck_assert_str_eq(arena_dup(&a, (Slice){NULL, 0}).p, "");
	arena_release(&a);
}
END_TEST

START_TEST(printing_gives_the_whole_text)
{
	Arena a = ARENA_INIT;
	Slice s = arena_printf(&a, "%s-%05d", "n", 42);
	assert_slice(s, "n-00042");
	Slice wide = arena_printf(&a, "%*d", 5000, 1);
	ck_assert_uint_eq(wide.n, 5000);
	ck_assert_int_eq(wide.p[4999], '1');
	assert_slice(arena_printf(&a, "%s", ""), "");
	arena_release(&a);
}
END_TEST

START_TEST(joining_puts_three_parts_in_one_run)
{
	Arena a = ARENA_INIT;
	assert_slice(arena_join(&a, SL("media/"), SL("x"), SL(".yaml")), "media/x.yaml");
	assert_slice(arena_join(&a, SL(""), (Slice){NULL, 0}, SL("z")), "z");
	arena_release(&a);
}
END_TEST

START_TEST(a_released_arena_can_be_used_again)
{
	Arena a = ARENA_INIT;
	arena_alloc(&a, 10);
	arena_release(&a);
	ck_assert_ptr_null(a.blocks);
	char *p = arena_alloc(&a, 10);
	ck_assert_int_eq(p[9], 0);
	arena_release(&a);
	arena_release(&a);
}
END_TEST

START_TEST(arrays_and_typed_pieces_are_zeroed)
{
	Arena a = ARENA_INIT;
	Slice *s = ARENA_NEW(&a, Slice);
	ck_assert_ptr_null(s->p);
	uint64_t *n = arena_array(&a, 1000, sizeof *n);
	for (size_t i = 0; i < 1000; i++) {
		ck_assert_uint_eq(n[i], 0);
	}
	arena_release(&a);
}
END_TEST

UNIT_MAIN("arena", pieces_are_zeroed_aligned_and_apart, a_large_piece_leaves_the_small_ones_whole,
          a_large_piece_may_come_first, copies_end_in_a_nul_and_outlive_the_original, printing_gives_the_whole_text,
          joining_puts_three_parts_in_one_run, a_released_arena_can_be_used_again, arrays_and_typed_pieces_are_zeroed)
