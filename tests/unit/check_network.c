#include "unit.h"

#include "render/network.h"

static size_t count(Slice s, const char *what)
{
	size_t n = 0;
	for (size_t at = slice_find(s, slice_of(what), 0); at < s.n; at = slice_find(s, slice_of(what), at + 1)) {
		n++;
	}
	return n;
}

static NetworkNode node(const char *name, const char *kind, int64_t programmes)
{
	return (NetworkNode){.name = slice_of(name),
	                     .kind = slice_of(kind),
	                     .url = SL("\x01partners/x/"),
	                     .about = slice_of(name),
	                     .programmes = programmes};
}

/* Only the first drawing of the two, for wide pages. */
static Buf drawn(const NetworkNode *nodes, size_t n)
{
	Buf b = BUF_INIT;
	network_draw(&b, &(Network){SL("net"), SL("Партнёры"), SL("Линии"), SL("МБОУ «Школа № 3»"), nodes, n});
	size_t end = slice_find(buf_slice(&b), SL("<div"), 0);
	b.n = end;
	return b;
}

START_TEST(every_partner_is_a_link_with_a_name)
{
	NetworkNode nodes[] = {node("Завод", "предприятие", 1), node("Клуб & друзья", "спорт", 0)};
	Buf b = drawn(nodes, 2);
	Slice s = buf_slice(&b);
	ck_assert_uint_eq(count(s, "<a href=\"\x01partners/x/\" aria-label=\"Завод\">"), 1);
	ck_assert_uint_eq(count(s, "aria-label=\"Клуб &amp; друзья\""), 1);
	ck_assert(slice_find(s, SL("role=\"group\" aria-labelledby=\"net-title\" aria-describedby=\"net-desc\""), 0) <
	          s.n);
	ck_assert_uint_eq(count(s, "<title id=\"net-title\">Партнёры</title><desc id=\"net-desc\">Линии</desc>"), 1);
	buf_release(&b);
}
END_TEST

START_TEST(the_narrow_drawing_has_the_same_links_and_ids_of_its_own)
{
	NetworkNode nodes[] = {node("Завод", "предприятие", 1), node("Клуб", "спорт", 0)};
	Buf b = BUF_INIT;
	network_draw(&b, &(Network){SL("net"), SL("T"), SL("D"), SL("Школа"), nodes, 2});
	ck_assert_uint_eq(count(buf_slice(&b), "<div class=\"narrow\" hidden><svg"), 1);
	ck_assert_uint_eq(count(buf_slice(&b), "<a href"), 4);
	ck_assert_uint_eq(count(buf_slice(&b), "id=\"net-narrow-title\""), 1);
	ck_assert_uint_eq(count(buf_slice(&b), " id=\""), 4);
	buf_release(&b);
}
END_TEST

START_TEST(a_line_is_the_thicker_the_more_programmes_there_are)
{
	NetworkNode nodes[] = {node("a", "", 0), node("b", "", 1), node("c", "", 3), node("d", "", 6),
	                       node("e", "", 60)};
	Buf b = drawn(nodes, 5);
	Slice s = buf_slice(&b);
	ck_assert_uint_eq(
	        count(s, "<path stroke-dasharray=\"4 4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1\""), 1);
	ck_assert_uint_eq(count(s, "stroke-width=\"4\""), 1);
	ck_assert_uint_eq(count(s, "stroke-width=\"8\""), 1);
	ck_assert_uint_eq(count(s, "stroke-width=\"14\""), 2); /* no thicker than this; the numbers differ */
	ck_assert_uint_eq(count(s, ">6</text>") + count(s, ">60</text>"), 2);
	ck_assert_uint_eq(count(s, "class=\"badge\""), 4);
	buf_release(&b);
}
END_TEST

START_TEST(kinds_are_named_once_on_each_side)
{
	NetworkNode nodes[] = {node("a", "вуз", 0), node("b", "вуз", 0), node("c", "вуз", 0), node("d", "вуз", 0)};
	Buf b = drawn(nodes, 4);
	ck_assert_uint_eq(count(buf_slice(&b), ">вуз</text>"), 2);
	buf_release(&b);
	b = drawn(nodes, 1);
	ck_assert_uint_eq(count(buf_slice(&b), ">вуз</text>"), 1);
	buf_release(&b);
	NetworkNode plain = node("e", "", 0);
	b = drawn(&plain, 1);
	ck_assert_uint_eq(count(buf_slice(&b), "class=\"kind\""), 0);
	buf_release(&b);
}
END_TEST

START_TEST(a_long_name_is_broken_between_words)
{
	NetworkNode nodes[] = {node("Городская библиотека имени кого-нибудь на Набережной", "", 0)};
	Buf b = drawn(nodes, 1);
	ck_assert_uint_eq(count(buf_slice(&b), ">Городская библиотека <"), 1);
	ck_assert_uint_eq(count(buf_slice(&b), ">имени кого-нибудь на <"), 1);
	ck_assert_uint_eq(count(buf_slice(&b), ">Набережной <"), 1);
	buf_release(&b);
}
END_TEST

START_TEST(a_word_longer_than_a_line_is_broken_too)
{
	NetworkNode nodes[] = {node("Сельхозтехникумбезединогопробела", "", 0)};
	Buf b = drawn(nodes, 1);
	ck_assert_uint_eq(count(buf_slice(&b), "<tspan"), 2 + 2); /* the school's name has two lines */
	buf_release(&b);
}
END_TEST

START_TEST(a_number_stays_with_its_sign)
{
	NetworkNode nodes[] = {node("a", "", 0)};
	Buf b = drawn(nodes, 1);
	ck_assert_uint_eq(count(buf_slice(&b), "№ </tspan>"), 0);
	ck_assert_uint_eq(count(buf_slice(&b), ">№\u00a03» <"), 1);
	buf_release(&b);
}
END_TEST

START_TEST(boxes_of_one_side_do_not_meet)
{
	NetworkNode nodes[40];
	for (size_t i = 0; i < 40; i++) {
		nodes[i] = node("Организация с довольно длинным названием", i < 25 ? "вуз" : "спорт", (int64_t)i % 4);
	}
	Buf b = drawn(nodes, 40);
	Slice s = buf_slice(&b);
	int end[2] = {-1000, -1000};
	size_t boxes = 0;
	for (size_t at = slice_find(s, SL("<a href"), 0); at < s.n; at = slice_find(s, SL("<a href"), at + 1)) {
		int x, y, width, height;
		size_t rect = slice_find(s, SL("<rect"), at);
		ck_assert_int_eq(sscanf(s.p + rect, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"", &x, &y,
		                        &width, &height),
		                 4);
		ck_assert_msg(y > end[x > 0], "a box at %d meets the one that ends at %d", y, end[x > 0]);
		end[x > 0] = y + height;
		boxes++;
	}
	ck_assert_uint_eq(boxes, 40);
	ck_assert_msg(abs(end[0] - end[1]) < 100, "sides end at %d and %d", end[0], end[1]);
	buf_release(&b);
}
END_TEST

START_TEST(who_is_no_longer_a_partner_has_a_dashed_border)
{
	NetworkNode nodes[] = {node("a", "", 1), node("b", "", 1)};
	nodes[1].ended = true;
	Buf b = drawn(nodes, 2);
	ck_assert_uint_eq(count(buf_slice(&b), "stroke-dasharray=\"6 4\""), 1);
	buf_release(&b);
}
END_TEST

START_TEST(no_partners_are_no_drawing)
{
	Buf b = drawn(NULL, 0);
	ck_assert_uint_eq(b.n, 0);
	buf_release(&b);
}
END_TEST

UNIT_MAIN("network", every_partner_is_a_link_with_a_name, the_narrow_drawing_has_the_same_links_and_ids_of_its_own,
          a_line_is_the_thicker_the_more_programmes_there_are, kinds_are_named_once_on_each_side,
          a_long_name_is_broken_between_words, a_word_longer_than_a_line_is_broken_too, a_number_stays_with_its_sign,
          boxes_of_one_side_do_not_meet, who_is_no_longer_a_partner_has_a_dashed_border, no_partners_are_no_drawing)
