#include "base/json.h"
#include "unit.h"

static void sample(Json *j)
{
	json_open(j, '{');
	json_pair(j, "name", SL("x"));
	json_key(j, SL("list"));
	json_open(j, '[');
	json_int(j, -1);
	json_bool(j, true);
	json_bool(j, false);
	json_close(j, ']');
	json_key(j, SL("empty"));
	json_open(j, '{');
	json_close(j, '}');
	json_close(j, '}');
}

START_TEST(compact_output_has_no_white_space)
{
	Buf b = BUF_INIT;
	Json j;
	json_init(&j, &b, false);
	sample(&j);
	ck_assert_str_eq(b.p, "{\"name\":\"x\",\"list\":[-1,true,false],\"empty\":{}}");
	buf_release(&b);
}
END_TEST

START_TEST(pretty_output_is_indented_by_two)
{
	Buf b = BUF_INIT;
	Json j;
	json_init(&j, &b, true);
	sample(&j);
	ck_assert_str_eq(b.p, "{\n  \"name\": \"x\",\n  \"list\": [\n    -1,\n    true,\n    false\n  ],\n"
	                      "  \"empty\": {}\n}");
	buf_release(&b);
}
END_TEST

/* RFC 8259, section 7: quotation mark, reverse solidus and control characters are escaped. */
START_TEST(strings_are_escaped)
{
	Buf b = BUF_INIT;
	Json j;
	json_init(&j, &b, false);
	json_text(&j, (Slice){"\"\\/\n\t\x01\0я", 9});
	ck_assert_str_eq(b.p, "\"\\\"\\\\/\\n\\u0009\\u0001\\u0000я\"");
	buf_release(&b);
}
END_TEST

START_TEST(a_string_cannot_end_a_script_element)
{
	Buf b = BUF_INIT;
	Json j;
	json_init(&j, &b, false);
	json_text(&j, SL("</script><!-- & -->"));
	ck_assert_str_eq(b.p, "\"\\u003C/script\\u003E\\u003C!-- \\u0026 --\\u003E\"");
	buf_release(&b);
}
END_TEST

START_TEST(keys_are_escaped_too)
{
	Buf b = BUF_INIT;
	Json j;
	json_init(&j, &b, false);
	json_open(&j, '{');
	json_key(&j, SL("a\"b"));
	json_int(&j, INT64_MIN);
	json_close(&j, '}');
	ck_assert_str_eq(b.p, "{\"a\\\"b\":-9223372036854775808}");
	buf_release(&b);
}
END_TEST

START_TEST(siblings_after_a_closed_list_get_their_commas)
{
	Buf b = BUF_INIT;
	Json j;
	json_init(&j, &b, false);
	json_open(&j, '[');
	for (int i = 0; i < 2; i++) {
		json_open(&j, '[');
		json_int(&j, i);
		json_close(&j, ']');
	}
	json_open(&j, '[');
	json_close(&j, ']');
	json_close(&j, ']');
	ck_assert_str_eq(b.p, "[[0],[1],[]]");
	buf_release(&b);
}
END_TEST

UNIT_MAIN("json", compact_output_has_no_white_space, pretty_output_is_indented_by_two, strings_are_escaped,
          a_string_cannot_end_a_script_element, keys_are_escaped_too, siblings_after_a_closed_list_get_their_commas)
