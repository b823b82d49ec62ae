#include "output/decode.h"
#include "unit.h"

static View text, tags;

static void setup(void)
{
	view_init(&text);
	view_init(&tags);
}

static void teardown(void)
{
	view_release(&text);
	view_release(&tags);
}

static bool decoded(const char *bytes)
{
	return decode_text(&text, &tags, slice_of(bytes), NULL);
}

#define assert_text(bytes, want)                           \
	do {                                               \
		setup();                                   \
		decoded(bytes);                            \
		assert_slice(buf_slice(&text.text), want); \
		teardown();                                \
	} while (0)

START_TEST(entities_are_characters)
{
	assert_text("&lt;&amp;&quot;&#1052;&#x43C;&#X43c;&laquo;&shy;", "<&\"Ммм«\xC2\xAD");
	assert_text("&Mcy;&ucy;&khcy;&IOcy;", "МухЁ");
	assert_text("&#1052&#1052;", "ММ"); /* a browser does not need the semicolon */
	assert_text("&nonsense; & &; &#; &#x;", "&nonsense; & &; &#; &#x;");
	assert_text("&#1114112;&#55296;", "\xEF\xBF\xBD\xEF\xBF\xBD");
}
END_TEST

START_TEST(escapes_of_addresses_and_data_are_characters)
{
	assert_text("%D0%9c%2F 100% %zz", "М/ 100% %zz");
	assert_text("\\u041C\\u043c\\/\\\"\\n", "Мм/\"\n");
	assert_text("\\ud83d\\ude00 \\ud83d", "\xF0\x9F\x98\x80 \xEF\xBF\xBD");
	assert_text("\\x41 \\q \\u12", "A \\q \\u12");
	assert_text("a\\,b\\;c", "a,b;c");
}
END_TEST

START_TEST(what_is_escaped_twice_says_so)
{
	setup();
	ck_assert(decoded("&amp;lt;"));
	ck_assert(decoded("&lt;b&gt;"));
	ck_assert(decoded("\\\\u0430"));
	ck_assert(decoded("%25D0"));
	ck_assert(decoded("<a title=\"&amp;amp;\">"));
	ck_assert(!decoded("&amp; &lt; 5 %25 \\\\"));
	ck_assert(!decoded("<a href=\"?a=1&amp;b=2\">"));
	teardown();
}
END_TEST

START_TEST(a_word_goes_on_across_a_tag_that_does_not_end_it)
{
	assert_text("Мух<b class=\"x\">ор</b>тов", "Мухортов");
	assert_text("<td>Мух</td><td>ортов</td>", "\nМух\n\nортов\n");
	assert_text("<w:r><w:t>Мух</w:t></w:r><w:proofErr/><w:r><w:t>ортов</w:t></w:r><w:p>и</w:p>", "Мухортов\nи\n");
	assert_text("1 < 2 <= 3", "1 < 2 <= 3");
}
END_TEST

START_TEST(the_insides_of_tags_are_read_apart)
{
	setup();
	decoded("до<img alt=\"Мух&#1086;ртов\" src=\"x\">после<!-- тайна -->");
	assert_slice(buf_slice(&text.text), "до\nпосле\n");
	assert_slice(buf_slice(&tags.text), "\nimg alt=\"Мухортов\" src=\"x\"\n!-- тайна --");
	teardown();
}
END_TEST

START_TEST(a_byte_knows_where_it_came_from)
{
	Slice bytes = SL("аб&amp;<i>вг</i>\\u0434е");
	setup();
	decode_text(&text, &tags, bytes, NULL);
	assert_slice(buf_slice(&text.text), "аб&вгде");
	ck_assert_uint_eq(view_origin(&text, 0), 0);
	ck_assert_uint_eq(view_origin(&text, 4), slice_find(bytes, SL("&amp;"), 0));
	ck_assert_uint_eq(view_origin(&text, 5), slice_find(bytes, SL("в"), 0));
	ck_assert_uint_eq(view_origin(&text, 7), slice_find(bytes, SL("г"), 0));
	ck_assert_uint_eq(view_origin(&text, 9), slice_find(bytes, SL("\\u"), 0));
	ck_assert_uint_eq(view_origin(&text, 11), slice_find(bytes, SL("е"), 0));
	teardown();
}
END_TEST

START_TEST(a_view_of_a_view_leads_back_to_the_bytes)
{
	View deeper, aside;
	Slice bytes = SL("xx&amp;#1052;yy");
	setup();
	view_init(&deeper);
	view_init(&aside);
	ck_assert(decode_text(&text, &tags, bytes, NULL));
	decode_text(&deeper, &aside, buf_slice(&text.text), &text);
	assert_slice(buf_slice(&deeper.text), "xxМyy");
	ck_assert_uint_eq(view_origin(&deeper, 2), 2);
	ck_assert_uint_eq(view_origin(&deeper, 4), slice_find(bytes, SL("yy"), 0));
	view_release(&deeper);
	view_release(&aside);
	teardown();
}
END_TEST

START_TEST(folded_lines_of_a_calendar_are_joined)
{
	setup();
	ck_assert(decode_calendar(&text, SL("BEGIN:VCALENDAR\r\nSUMMARY:Мух\r\n ортов\r\nX:\r\n\ty\r\n")));
	assert_slice(buf_slice(&text.text), "BEGIN:VCALENDAR\r\nSUMMARY:Мухортов\r\nX:y\r\n");
	ck_assert(!decode_calendar(&text, SL("Мух\r\n ортов")));
	teardown();
}
END_TEST

START_TEST(utf16_is_told_by_its_mark)
{
	setup();
	ck_assert(decode_utf16(&text, (Slice){"\xFE\xFF\x04\x1C\x00!\xD8\x3D\xDE\x00", 10}));
	assert_slice(buf_slice(&text.text), "М!\xF0\x9F\x98\x80");
	ck_assert(decode_utf16(&text, (Slice){"\xFF\xFE\x1C\x04", 4}));
	assert_slice(buf_slice(&text.text), "М");
	ck_assert(!decode_utf16(&text, SL("М")));
	teardown();
}
END_TEST

START_TEST(runs_of_utf16_are_found_at_any_offset)
{
	/* «Мухо» after one byte, little end first; "abcd" big end first; three units are no run */
	static const char bytes[] = "\xFF\x1C\x04\x43\x04\x45\x04\x3E\x04\xFF\xFF\xFF\x00"
	                            "a\x00"
	                            "b\x00"
	                            "c\x00"
	                            "d\xFF";
	setup();
	decode_utf16_runs(&text, (Slice){bytes, sizeof bytes - 1}, NULL);
	Slice got = buf_slice(&text.text);
	ck_assert(slice_find(got, SL("Мухо\n"), 0) < got.n);
	ck_assert(slice_find(got, SL("abcd\n"), 0) < got.n);
	ck_assert_uint_eq(view_origin(&text, slice_find(got, SL("Мухо"), 0)), 1);
	decode_utf16_runs(&text, (Slice){bytes + 1, 6}, NULL);
	ck_assert_uint_eq(text.text.n, 0);
	teardown();
}
END_TEST

START_TEST(strings_of_a_pdf_lose_their_escapes)
{
	setup();
	decode_pdf(&text, SL("(a\\(b\\)\\\\\\101\\n) <48 not> <48656C6c6F> <</X 1>> \\7"));
	assert_slice(buf_slice(&text.text), "(a(b)\\A\n) <48 not> Hello <</X 1>> \x07");
	teardown();
}
END_TEST

START_TEST(text_is_utf8_without_control_characters)
{
	ck_assert(decode_is_text(SL("Да\r\n\t")));
	ck_assert(decode_is_text(SL("")));
	ck_assert(!decode_is_text((Slice){"a\0b", 3}));
	ck_assert(!decode_is_text(SL("\x04")));
	ck_assert(!decode_is_text(SL("\xD0")));
}
END_TEST

START_TEST(unfinished_escapes_end_with_the_bytes)
{
	static const char *const ends[] = {"%",  "%D",  "\\",  "\\u", "\\u04", "\\ud83d\\u", "&",
	                                   "&#", "&#x", "&am", "<",   "</",    "<a",         "<a b=\"&#10"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		setup();
		decoded(ends[i]);
		decode_pdf(&text, slice_of(ends[i]));
		decode_utf16_runs(&text, slice_of(ends[i]), NULL);
		teardown();
	}
}
END_TEST

UNIT_MAIN("decode", entities_are_characters, escapes_of_addresses_and_data_are_characters,
          what_is_escaped_twice_says_so, a_word_goes_on_across_a_tag_that_does_not_end_it,
          the_insides_of_tags_are_read_apart, a_byte_knows_where_it_came_from, a_view_of_a_view_leads_back_to_the_bytes,
          folded_lines_of_a_calendar_are_joined, utf16_is_told_by_its_mark, runs_of_utf16_are_found_at_any_offset,
          strings_of_a_pdf_lose_their_escapes, text_is_utf8_without_control_characters,
          unfinished_escapes_end_with_the_bytes)
