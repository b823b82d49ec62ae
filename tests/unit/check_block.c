#include "base/block.h"

#include "unit.h"

static void assert_block(const Block *b, const char *text)
{
	ck_assert_str_eq(b->out->p, text);
	ck_assert_uint_eq(b->depth, 0);
}

START_TEST(keys_of_a_map_stand_below_it)
{
	Buf out = BUF_INIT;
	Block b = {&out, 0, false};
	block_open(&b, "school");
	block_text(&b, "name", SL("Школа № 5"));
	block_word(&b, "rooms", "12");
	block_close(&b);
	block_word(&b, "open", "true");
	assert_block(&b, "school:\n  name: \"Школа № 5\"\n  rooms: 12\nopen: true\n");
	buf_release(&out);
}
END_TEST

START_TEST(the_dash_stands_before_the_first_key_of_an_item)
{
	Buf out = BUF_INIT;
	Block b = {&out, 0, false};
	block_open(&b, "fields");
	block_item(&b);
	block_text(&b, "name", SL("a"));
	block_open(&b, "options");
	block_item_text(&b, SL("x"));
	block_item_text(&b, SL("y"));
	block_close(&b);
	block_close(&b);
	block_item(&b);
	block_text(&b, "name", SL("b"));
	block_close(&b);
	block_close(&b);
	assert_block(&b, "fields:\n"
	                 "  - name: \"a\"\n"
	                 "    options:\n"
	                 "      - \"x\"\n"
	                 "      - \"y\"\n"
	                 "  - name: \"b\"\n");
	buf_release(&out);
}
END_TEST

START_TEST(an_item_may_begin_with_a_map)
{
	Buf out = BUF_INIT;
	Block b = {&out, 0, false};
	block_item(&b);
	block_open(&b, "a");
	block_word(&b, "b", "1");
	block_close(&b);
	block_close(&b);
	assert_block(&b, "- a:\n    b: 1\n");
	buf_release(&out);
}
END_TEST

START_TEST(a_text_cannot_leave_its_quotes)
{
	Buf out = BUF_INIT;
	Block b = {&out, 0, false};
	block_text(&b, "t", SL("a\"b\\c\n- d: \x7f#"));
	assert_block(&b, "t: \"a\\\"b\\\\c\\x0A- d: \\x7F#\"\n");
	buf_release(&out);
}
END_TEST

UNIT_MAIN("block", keys_of_a_map_stand_below_it, the_dash_stands_before_the_first_key_of_an_item,
          an_item_may_begin_with_a_map, a_text_cannot_leave_its_quotes)
