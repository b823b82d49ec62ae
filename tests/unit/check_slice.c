#include "unit.h"

START_TEST(a_slice_of_null_is_empty)
{
	Slice s = slice_of(NULL);
	ck_assert_uint_eq(s.n, 0);
	ck_assert(slice_eq(s, SL("")));
	ck_assert(slice_is(s, ""));
}
END_TEST

START_TEST(a_part_is_clamped_to_the_whole)
{
	Slice s = SL("abcdef");
	assert_slice(slice_sub(s, 2, 4), "cd");
	assert_slice(slice_sub(s, 4, 100), "ef");
	assert_slice(slice_sub(s, 4, 2), "");
	assert_slice(slice_sub(s, 100, 200), "");
	assert_slice(slice_sub((Slice){NULL, 0}, 1, 2), "");
}
END_TEST

START_TEST(slices_are_equal_by_their_bytes)
{
	ck_assert(slice_eq(SL("ab"), slice_sub(SL("xabx"), 1, 3)));
	ck_assert(!slice_eq(SL("ab"), SL("abc")));
	ck_assert(!slice_eq(SL("ab"), SL("aB")));
}
END_TEST

START_TEST(slices_are_ordered_by_bytes_and_the_shorter_comes_first)
{
	ck_assert_int_lt(slice_cmp(SL("a"), SL("b")), 0);
	ck_assert_int_lt(slice_cmp(SL("a"), SL("ab")), 0);
	ck_assert_int_eq(slice_cmp(SL("ab"), SL("ab")), 0);
	ck_assert_int_gt(slice_cmp(SL("я"), SL("z")), 0);
	ck_assert_int_lt(slice_cmp((Slice){NULL, 0}, SL("a")), 0);
}
END_TEST

START_TEST(a_slice_starts_and_ends_with_its_own_ends)
{
	ck_assert(slice_starts(SL("media/x.jpg"), SL("media/")));
	ck_assert(!slice_starts(SL("med"), SL("media/")));
	ck_assert(slice_starts(SL("x"), SL("")));
	ck_assert(slice_ends(SL("media/x.jpg"), SL(".jpg")));
	ck_assert(!slice_ends(SL("jpg"), SL(".jpg")));
	ck_assert(slice_ends((Slice){NULL, 0}, (Slice){NULL, 0}));
}
END_TEST

START_TEST(finding_gives_the_offset_or_the_length)
{
	Slice s = SL("abcabc");
	ck_assert_uint_eq(slice_find(s, SL("bc"), 0), 1);
	ck_assert_uint_eq(slice_find(s, SL("bc"), 2), 4);
	ck_assert_uint_eq(slice_find(s, SL("bc"), 5), 6);
	ck_assert_uint_eq(slice_find(s, SL("abcabcd"), 0), 6);
	ck_assert_uint_eq(slice_find(s, SL(""), 3), 3);
	ck_assert_uint_eq(slice_find_byte(s, 'c', 3), 5);
	ck_assert_uint_eq(slice_find_byte(s, 'x', 0), 6);
	ck_assert_uint_eq(slice_find_byte((Slice){NULL, 0}, 'x', 0), 0);
}
END_TEST

START_TEST(trimming_takes_ascii_white_space_off_both_ends)
{
	assert_slice(slice_trim(SL(" \t\r\n a b \n")), "a b");
	assert_slice(slice_trim(SL(" \n ")), "");
	assert_slice(slice_trim(SL("\xC2\xA0x")), "\xC2\xA0x");
}
END_TEST

START_TEST(splitting_gives_every_part_even_the_empty_last)
{
	Slice rest = SL("a,,b,");
	Slice part;
	ck_assert(slice_split(&rest, ',', &part));
	assert_slice(part, "a");
	ck_assert(slice_split(&rest, ',', &part));
	assert_slice(part, "");
	ck_assert(slice_split(&rest, ',', &part));
	assert_slice(part, "b");
	ck_assert(slice_split(&rest, ',', &part));
	assert_slice(part, "");
	ck_assert(!slice_split(&rest, ',', &part));
}
END_TEST

START_TEST(a_number_is_digits_and_nothing_else)
{
	unsigned n = 7;
	ck_assert(slice_uint(SL("0"), &n));
	ck_assert_uint_eq(n, 0);
	ck_assert(slice_uint(SL("999999999"), &n));
	ck_assert_uint_eq(n, 999999999);
	ck_assert(!slice_uint(SL("1000000000"), &n));
	ck_assert(!slice_uint(SL(""), &n));
	ck_assert(!slice_uint(SL("-1"), &n));
	ck_assert(!slice_uint(SL("1 "), &n));
	ck_assert(!slice_uint(SL("0x1"), &n));
}
END_TEST

START_TEST(utf8_is_read_character_by_character)
{
	Slice s = SL("aя€😀");
	size_t at = 0;
	ck_assert_uint_eq(utf8_next(s, &at), 'a');
	ck_assert_uint_eq(utf8_next(s, &at), 0x44F);
	ck_assert_uint_eq(utf8_next(s, &at), 0x20AC);
	ck_assert_uint_eq(utf8_next(s, &at), 0x1F600);
	ck_assert_uint_eq(at, s.n);
	ck_assert_uint_eq(utf8_next(s, &at), UINT32_MAX);
}
END_TEST

/* The Unicode Standard, table 3-7: well-formed byte sequences. */
START_TEST(what_is_not_utf8_is_found_at_its_first_byte)
{
	static const char *const bad[] = {
	        "\xCF",             /* windows-1251 */
	        "\x80",             /* a tail alone */
	        "\xC0\x80",         /* overlong */
	        "\xE0\x80\xAF",     /* overlong */
	        "\xED\xA0\x80",     /* a surrogate */
	        "\xF4\x90\x80\x80", /* above U+10FFFF */
	        "\xE2\x82",         /* cut short */
	        "\xFF",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		Buf b = BUF_INIT;
		buf_str(&b, "яx");
		buf_str(&b, bad[i]);
		ck_assert_uint_eq(utf8_check(buf_slice(&b)), 3);
		size_t at = 3;
		ck_assert_uint_eq(utf8_next(buf_slice(&b), &at), UINT32_MAX);
		ck_assert_uint_eq(at, 4);
		buf_release(&b);
	}
	ck_assert_uint_eq(utf8_check(SL("яx")), 3);
}
END_TEST

START_TEST(common_letters_are_passed_over_and_nothing_else_is)
{
	char out[4];
	for (uint32_t c = 0; c < 0x3000; c++) {
		Slice s = {out, utf8_put(out, c)};
		bool common = c == '\n' || (c >= ' ' && c <= '~') || (c >= 0x400 && c < 0x480);
		ck_assert_uint_eq(utf8_skip_common(s, 0), common ? s.n : 0);
	}
	ck_assert_uint_eq(utf8_skip_common(SL("Ёлка, 5 «а»"), 1), 1);
	ck_assert_uint_eq(utf8_skip_common(SL("Ёлка, 5 «а»"), 0), sizeof "Ёлка, 5 " - 1);
	ck_assert_uint_eq(utf8_skip_common(SL("ab\xD0"), 0), 2);
	ck_assert_uint_eq(utf8_skip_common(SL("\xD0z"), 0), 0);
	ck_assert_uint_eq(utf8_skip_common((Slice){NULL, 0}, 0), 0);
}
END_TEST

START_TEST(utf8_is_written_as_it_is_read)
{
	static const uint32_t chars[] = {0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF};
	for (size_t i = 0; i < sizeof chars / sizeof *chars; i++) {
		char out[4];
		size_t at = 0;
		Slice s = {out, utf8_put(out, chars[i])};
		ck_assert_uint_eq(utf8_next(s, &at), chars[i]);
		ck_assert_uint_eq(at, s.n);
	}
}
END_TEST

START_TEST(length_counts_code_points)
{
	ck_assert_uint_eq(utf8_length(SL("aя€😀")), 4);
	ck_assert_uint_eq(utf8_length(SL("")), 0);
}
END_TEST

UNIT_MAIN("slice", a_slice_of_null_is_empty, a_part_is_clamped_to_the_whole, slices_are_equal_by_their_bytes,
          slices_are_ordered_by_bytes_and_the_shorter_comes_first, a_slice_starts_and_ends_with_its_own_ends,
          finding_gives_the_offset_or_the_length, trimming_takes_ascii_white_space_off_both_ends,
          splitting_gives_every_part_even_the_empty_last, a_number_is_digits_and_nothing_else,
          utf8_is_read_character_by_character, what_is_not_utf8_is_found_at_its_first_byte,
          common_letters_are_passed_over_and_nothing_else_is, utf8_is_written_as_it_is_read, length_counts_code_points)
