#include "unit.h"

START_TEST(an_empty_buffer_is_an_empty_string_without_memory)
{
	Buf b = BUF_INIT;
	ck_assert_str_eq(b.p, "");
	ck_assert_uint_eq(b.cap, 0);
	buf_clear(&b);
	buf_release(&b);
	ck_assert_str_eq(b.p, "");
}
END_TEST

START_TEST(what_is_put_ends_in_a_nul)
{
	Buf b = BUF_INIT;
	buf_str(&b, "a");
	buf_byte(&b, 'b');
	buf_add(&b, SL("cd"));
	buf_put(&b, "efg", 2);
	buf_char(&b, 0x44F);
	ck_assert_str_eq(b.p, "abcdefя");
	ck_assert_uint_eq(b.n, 8);
	buf_release(&b);
}
END_TEST

START_TEST(nothing_put_changes_nothing)
{
	Buf b = BUF_INIT;
	buf_add(&b, (Slice){NULL, 0});
	buf_str(&b, "");
	ck_assert_uint_eq(b.n, 0);
	ck_assert_uint_eq(b.cap, 0);
	buf_release(&b);
}
END_TEST

START_TEST(a_buffer_grows_and_keeps_what_it_holds)
{
	Buf b = BUF_INIT;
	for (unsigned i = 0; i < 10000; i++) {
		buf_byte(&b, (char)('a' + i % 26));
	}
	ck_assert_uint_eq(b.n, 10000);
	for (unsigned i = 0; i < 10000; i++) {
		ck_assert_int_eq(b.p[i], (char)('a' + i % 26));
	}
	ck_assert_int_eq(b.p[10000], '\0');
	buf_release(&b);
}
END_TEST

START_TEST(clearing_keeps_the_memory)
{
	Buf b = BUF_INIT;
	buf_str(&b, "text");
	size_t cap = b.cap;
	buf_clear(&b);
	ck_assert_str_eq(b.p, "");
	ck_assert_uint_eq(b.cap, cap);
	buf_release(&b);
}
END_TEST

START_TEST(numbers_are_written_in_full)
{
	Buf b = BUF_INIT;
	buf_uint(&b, 0);
	buf_byte(&b, ' ');
	buf_uint(&b, UINT64_MAX);
	buf_printf(&b, " %d %s", -5, "x");
	ck_assert_str_eq(b.p, "0 18446744073709551615 -5 x");
	buf_release(&b);
}
END_TEST

START_TEST(a_slice_of_a_buffer_is_its_bytes)
{
	Buf b = BUF_INIT;
	buf_put(&b, "a\0b", 3);
	ck_assert(slice_eq(buf_slice(&b), (Slice){"a\0b", 3}));
	buf_release(&b);
}
END_TEST

START_TEST(taken_bytes_are_the_callers_and_the_buffer_is_empty_again)
{
	Buf b = BUF_INIT;
	char *nothing = buf_take(&b);
	ck_assert_str_eq(nothing, "");
	free(nothing);
	buf_str(&b, "text");
	char *text = buf_take(&b);
	ck_assert_str_eq(text, "text");
	ck_assert_uint_eq(b.n, 0);
	ck_assert_str_eq(b.p, "");
	free(text);
	buf_release(&b);
}
END_TEST

UNIT_MAIN("buf", an_empty_buffer_is_an_empty_string_without_memory, what_is_put_ends_in_a_nul,
          nothing_put_changes_nothing, a_buffer_grows_and_keeps_what_it_holds, clearing_keeps_the_memory,
          numbers_are_written_in_full, a_slice_of_a_buffer_is_its_bytes,
          taken_bytes_are_the_callers_and_the_buffer_is_empty_again)
