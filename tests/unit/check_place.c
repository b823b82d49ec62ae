#include "unit.h"

#include "render/place.h"

static Place after(const char *text)
{
	PlaceState s = PLACE_INIT;
	place_feed(&s, slice_of(text));
	return place_now(&s);
}

START_TEST(text_is_text)
{
	ck_assert_int_eq(after(""), PLACE_TEXT);
	ck_assert_int_eq(after("<p>один"), PLACE_TEXT);
	ck_assert_int_eq(after("<p class=\"a\" hidden>x</p>"), PLACE_TEXT);
	ck_assert_int_eq(after("2 < 3"), PLACE_TEXT);
	ck_assert_int_eq(after("<!DOCTYPE html>"), PLACE_TEXT);
	ck_assert_int_eq(after("<br/>"), PLACE_TEXT);
	ck_assert_int_eq(after("<p title=\"a > b\">"), PLACE_TEXT);
}
END_TEST

START_TEST(a_value_may_stand_in_quotes_only)
{
	ck_assert_int_eq(after("<p class=\""), PLACE_VALUE);
	ck_assert_int_eq(after("<p class='a "), PLACE_VALUE);
	ck_assert_int_eq(after("<p CLASS = \"it's "), PLACE_VALUE);
	ck_assert_int_eq(after("<p class="), PLACE_TAG);
	ck_assert_int_eq(after("<p class=a"), PLACE_TAG);
	ck_assert_int_eq(after("<p class=a >"), PLACE_TEXT);
}
END_TEST

START_TEST(names_and_the_space_between_them_are_the_tag)
{
	ck_assert_int_eq(after("<"), PLACE_TAG);
	ck_assert_int_eq(after("</"), PLACE_TAG);
	ck_assert_int_eq(after("<h"), PLACE_TAG);
	ck_assert_int_eq(after("<p "), PLACE_TAG);
	ck_assert_int_eq(after("<p data-"), PLACE_TAG);
	ck_assert_int_eq(after("<p title=\"x\" "), PLACE_TAG);
}
END_TEST

START_TEST(an_address_is_in_doubt_until_its_beginning_is_known)
{
	ck_assert_int_eq(after("<a href=\""), PLACE_URL);
	ck_assert_int_eq(after("<a HREF=\""), PLACE_URL);
	ck_assert_int_eq(after("<img alt=\"\" src='"), PLACE_URL);
	ck_assert_int_eq(after("<form action=\""), PLACE_URL);
	ck_assert_int_eq(after("<a href=\"java"), PLACE_URL);
	ck_assert_int_eq(after("<a href=\"mentors/"), PLACE_VALUE);
	ck_assert_int_eq(after("<a href=\"tel:"), PLACE_VALUE);
	ck_assert_int_eq(after("<a href=\"#"), PLACE_VALUE);
	ck_assert_int_eq(after("<a href=\"/x\" title=\""), PLACE_VALUE);
	ck_assert_int_eq(after("<a title=\"/\" href=\""), PLACE_URL);
}
END_TEST

START_TEST(a_list_of_addresses_stays_in_doubt)
{
	ck_assert_int_eq(after("<img srcset=\"/a.webp 1x, "), PLACE_URL);
}
END_TEST

START_TEST(attributes_that_run_are_code)
{
	ck_assert_int_eq(after("<a onclick=\""), PLACE_CODE);
	ck_assert_int_eq(after("<a ONFOCUS='"), PLACE_CODE);
	ck_assert_int_eq(after("<a style=\"color: "), PLACE_CODE);
	ck_assert_int_eq(after("<iframe srcdoc=\""), PLACE_CODE);
	ck_assert_int_eq(after("<a one-two onclick=\"x\" title=\""), PLACE_VALUE);
}
END_TEST

START_TEST(raw_text_lasts_until_its_own_end)
{
	ck_assert_int_eq(after("<script type=\"application/ld+json\">"), PLACE_SCRIPT);
	ck_assert_int_eq(after("<SCRIPT>if (a < b) '</p>'"), PLACE_SCRIPT);
	ck_assert_int_eq(after("<script>x</style>"), PLACE_SCRIPT);
	ck_assert_int_eq(after("<script>x<</script>"), PLACE_TEXT);
	ck_assert_int_eq(after("<script src=\"a.js\"></script><p>"), PLACE_TEXT);
	ck_assert_int_eq(after("<script src=\""), PLACE_URL);
	ck_assert_int_eq(after("<style>p > a {"), PLACE_STYLE);
	ck_assert_int_eq(after("<style></STYLE >x"), PLACE_TEXT);
}
END_TEST

START_TEST(a_comment_lasts_until_its_end)
{
	ck_assert_int_eq(after("<!-- "), PLACE_COMMENT);
	ck_assert_int_eq(after("<!-- a > b -- "), PLACE_COMMENT);
	ck_assert_int_eq(after("<!-- a --->x"), PLACE_TEXT);
	ck_assert_int_eq(after("<!-- <script> -->"), PLACE_TEXT);
	ck_assert_int_eq(after("<!DOCTYPE "), PLACE_COMMENT);
	ck_assert_int_eq(after("<?xml version=\"1.0\"?>"), PLACE_TEXT);
}
END_TEST

START_TEST(text_may_come_in_pieces)
{
	static const char text[] = "<a title=\"x\"><!-- y --><script>z</script><a href=\"";
	PlaceState s = PLACE_INIT;
	for (size_t i = 0; i < sizeof text - 1; i++) {
		place_feed(&s, (Slice){text + i, 1});
	}
	ck_assert_int_eq(place_now(&s), PLACE_URL);
}
END_TEST

UNIT_MAIN("place", text_is_text, a_value_may_stand_in_quotes_only, names_and_the_space_between_them_are_the_tag,
          an_address_is_in_doubt_until_its_beginning_is_known, a_list_of_addresses_stays_in_doubt,
          attributes_that_run_are_code, raw_text_lasts_until_its_own_end, a_comment_lasts_until_its_end,
          text_may_come_in_pieces)
