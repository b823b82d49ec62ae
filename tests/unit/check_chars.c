#include "source/chars.h"
#include "unit.h"

START_TEST(ordinary_text_is_left_as_it_is)
{
	Arena a = ARENA_INIT;
	Slice s = SL("Текст №\xC2\xA0"
	             "1 — «да»\tили\r\n😀");
	ck_assert_uint_eq(chars_find(s, 0), s.n);
	ck_assert_ptr_eq(chars_replace(&a, s).p, s.p);
	arena_release(&a);
}
END_TEST

START_TEST(each_kind_of_bad_character_is_found)
{
	static const uint32_t bad[] = {0,      1,      0x0B,   0x0C,   0x1F,   0x7F,   0x80,   0x85,    0x9F,
	                               0x2028, 0x2029, 0xFEFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF};
	static const uint32_t good[] = {0x20, 0x7E, 0xA0, 0x200B, 0x2027, 0x202A, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		char c[4];
		ck_assert_msg(chars_find((Slice){c, utf8_put(c, bad[i])}, 0) == 0, "U+%04X", bad[i]);
	}
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		char c[4];
		Slice s = {c, utf8_put(c, good[i])};
		ck_assert_msg(chars_find(s, 0) == s.n, "U+%04X", good[i]);
	}
}
END_TEST

START_TEST(bad_characters_are_replaced_one_for_one)
{
	Arena a = ARENA_INIT;
	assert_slice(chars_replace(&a, SL("я\x01\x02 \xE2\x80\xA8z")), "я\xEF\xBF\xBD\xEF\xBF\xBD \xEF\xBF\xBDz");
	arena_release(&a);
}
END_TEST

START_TEST(the_first_of_each_line_is_told_with_its_place)
{
	static const unsigned places[][2] = {{5, 2}, {6, 1}, {8, 3}};
	Arena a = ARENA_INIT;
	Diags diags;
	Slice out;
	diags_init(&diags);
	ck_assert(chars_clean(&out, &a, SL("\xEF\xBB\xBFя\x01\x01\r\n\x02\rx\nяя\x03"), SL("f"), 5, &diags));
	ck_assert_uint_eq(diags.n, 3);
	for (size_t i = 0; i < 3; i++) {
		ck_assert_int_eq(diags.items[i].id, D_CONTROL_CHARACTER);
		ck_assert_uint_eq(diags.items[i].loc.line, places[i][0]);
		ck_assert_uint_eq(diags.items[i].loc.col, places[i][1]);
	}
	ck_assert_uint_eq(utf8_length(out), utf8_length(SL("я__\r\n_\rx\nяя_")));
	diags_release(&diags);
	arena_release(&a);
}
END_TEST

START_TEST(a_text_that_is_not_utf8_is_none)
{
	Arena a = ARENA_INIT;
	Diags diags;
	Slice out;
	diags_init(&diags);
	ck_assert(!chars_clean(&out, &a, SL("a\x01\nяя\xCF\xF0"), SL("f"), 1, &diags));
	ck_assert_uint_eq(diags.n, 1);
	ck_assert_int_eq(diags.items[0].id, D_NOT_UTF8);
	ck_assert_uint_eq(diags.items[0].loc.line, 2);
	ck_assert_uint_eq(diags.items[0].loc.col, 3);
	diags_release(&diags);
	arena_release(&a);
}
END_TEST

UNIT_MAIN("chars", ordinary_text_is_left_as_it_is, each_kind_of_bad_character_is_found,
          bad_characters_are_replaced_one_for_one, the_first_of_each_line_is_told_with_its_place,
          a_text_that_is_not_utf8_is_none)
