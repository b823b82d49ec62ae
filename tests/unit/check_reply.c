/* Files as replies: RFC 9110 on ranges (14), conditions (13) and validators (8.8), and who may ask. */
#include "cmd/reply.h"

#include "unit.h"

/* "200 whole", "206 2-4/10", "416 *", as a range is understood for a file of n bytes. */
static const char *range(const char *header, size_t n)
{
	static char said[64];
	size_t from;
	size_t to;
	switch (reply_range(slice_of(header), n, &from, &to)) {
	case RANGE_WHOLE:
		return "whole";
	case RANGE_UNMET:
		return "unmet";
	case RANGE_PART:
		break;
	}
	snprintf(said, sizeof said, "%zu-%zu", from, to - 1);
	return said;
}

START_TEST(a_range_is_first_and_last_byte)
{
	ck_assert_str_eq(range("bytes=0-0", 10), "0-0");
	ck_assert_str_eq(range("bytes=2-4", 10), "2-4");
	ck_assert_str_eq(range("bytes=0-9", 10), "0-9");
	ck_assert_str_eq(range("bytes=7-", 10), "7-9");
	ck_assert_str_eq(range("bytes=-3", 10), "7-9");
}
END_TEST

START_TEST(a_range_beyond_the_end_is_cut)
{
	ck_assert_str_eq(range("bytes=8-100", 10), "8-9");
	ck_assert_str_eq(range("bytes=-100", 10), "0-9");
	ck_assert_str_eq(range("bytes=3-99999999999999999999999999", 10), "3-9");
}
END_TEST

START_TEST(a_range_that_begins_behind_the_end_cannot_be_met)
{
	ck_assert_str_eq(range("bytes=10-", 10), "unmet");
	ck_assert_str_eq(range("bytes=10-12", 10), "unmet");
	ck_assert_str_eq(range("bytes=-0", 10), "unmet");
	ck_assert_str_eq(range("bytes=0-", 0), "unmet");
	ck_assert_str_eq(range("bytes=99999999999999999999999999-", 10), "unmet");
}
END_TEST

START_TEST(what_is_no_single_range_is_answered_with_the_whole)
{
	ck_assert_str_eq(range("", 10), "whole");
	ck_assert_str_eq(range("bytes=", 10), "whole");
	ck_assert_str_eq(range("bytes=-", 10), "whole");
	ck_assert_str_eq(range("bytes=4-2", 10), "whole");
	ck_assert_str_eq(range("bytes=a-b", 10), "whole");
	ck_assert_str_eq(range("bytes=0-1,3-4", 10), "whole");
	ck_assert_str_eq(range("lines=0-1", 10), "whole");
	ck_assert_str_eq(range("bytes=+1-2", 10), "whole");
}
END_TEST

START_TEST(a_tag_is_found_in_a_list)
{
	ck_assert(reply_has_tag(SL("\"a\""), SL("\"a\"")));
	ck_assert(reply_has_tag(SL("\"b\", \"a\""), SL("\"a\"")));
	ck_assert(reply_has_tag(SL("W/\"a\""), SL("\"a\"")));
	ck_assert(reply_has_tag(SL(" * "), SL("\"a\"")));
	ck_assert(!reply_has_tag(SL("\"ab\""), SL("\"a\"")));
	ck_assert(!reply_has_tag(SL("a"), SL("\"a\"")));
	ck_assert(!reply_has_tag(SL(""), SL("\"a\"")));
}
END_TEST

START_TEST(only_names_of_this_machine_are_answered)
{
	static const char *const ours[] = {"localhost",   "localhost:8080", "127.0.0.1",
	                                   "127.0.0.1:1", "[::1]",          "[::1]:65535"};
	static const char *const others[] = {"",
	                                     "example.org",
	                                     "localhost.example.org",
	                                     "localhost:x",
	                                     "localhost:65536",
	                                     "127.0.0.1.example.org:8080",
	                                     "127.0.0.10",
	                                     "::1",
	                                     "[::1].example.org",
	                                     "0.0.0.0"};
	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
		ck_assert_msg(reply_host_is_local(slice_of(ours[i])), "%s", ours[i]);
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		ck_assert_msg(!reply_host_is_local(slice_of(others[i])), "%s", others[i]);
	}
}
END_TEST

START_TEST(types_follow_the_end_of_the_name)
{
	ck_assert_str_eq(reply_type(SL("mentors/index.html")), "text/html; charset=utf-8");
	ck_assert_str_eq(reply_type(SL("assets/style.0a.css")), "text/css; charset=utf-8");
	ck_assert_str_eq(reply_type(SL("assets/app.0a.js")), "text/javascript; charset=utf-8");
	ck_assert_str_eq(reply_type(SL("news/atom.xml")), "application/atom+xml");
	ck_assert_str_eq(reply_type(SL("sitemap.xml")), "application/xml");
	ck_assert_str_eq(reply_type(SL("data/mentors.csv")), "text/csv; charset=utf-8");
	ck_assert_str_eq(reply_type(SL("events/calendar.ics")), "text/calendar; charset=utf-8");
	ck_assert_str_eq(reply_type(SL("media/0a.webp")), "image/webp");
	ck_assert_str_eq(reply_type(SL("media/blank.0a.pdf")), "application/pdf");
	ck_assert_str_eq(reply_type(SL("media/whatever")), "application/octet-stream");
}
END_TEST

static void answer(Reply *out, const char *method, const char *range_header, const char *if_range, const char *none)
{
	const Request q = {.method = slice_of(method),
	                   .range = slice_of(range_header),
	                   .if_range = slice_of(if_range),
	                   .if_none_match = slice_of(none)};
	*out = (Reply){.text = BUF_INIT, .made = BUF_INIT};
	reply_file(out, &q, 200, SL("a.txt"), SL("0123456789"));
}

START_TEST(a_file_is_sent_whole_with_its_tag)
{
	Reply r;
	answer(&r, "GET", "", "", "");
	ck_assert_uint_eq(r.status, 200);
	assert_slice(r.body, "0123456789");
	ck_assert(r.ranges && r.etag.n == 34 && r.etag.p[0] == '"' && r.etag.p[33] == '"');
	buf_release(&r.text);
}
END_TEST

START_TEST(a_part_is_sent_with_its_place)
{
	Reply r;
	answer(&r, "GET", "bytes=2-4", "", "");
	ck_assert_uint_eq(r.status, 206);
	assert_slice(r.body, "234");
	assert_slice(r.content_range, "bytes 2-4/10");
	ck_assert(r.etag.n == 34 && r.etag.p[0] == '"' && r.etag.p[33] == '"');
	buf_release(&r.text);
	answer(&r, "GET", "bytes=10-", "", "");
	ck_assert_uint_eq(r.status, 416);
	assert_slice(r.content_range, "bytes */10");
	ck_assert_uint_eq(r.body.n, 0);
	buf_release(&r.text);
}
END_TEST

START_TEST(a_range_is_for_get_and_for_the_same_file_only)
{
	Reply r;
	answer(&r, "HEAD", "bytes=2-4", "", "");
	ck_assert_uint_eq(r.status, 200);
	buf_release(&r.text);
	answer(&r, "GET", "bytes=2-4", "\"another\"", "");
	ck_assert_uint_eq(r.status, 200);
	assert_slice(r.body, "0123456789");
	buf_release(&r.text);
}
END_TEST

START_TEST(what_the_browser_has_is_not_sent_again)
{
	Reply r;
	Reply again;
	answer(&r, "GET", "", "", "");
	Buf tag = BUF_INIT;
	buf_add(&tag, r.etag);
	answer(&again, "GET", "bytes=2-4", "", tag.p);
	ck_assert_uint_eq(again.status, 304);
	ck_assert_uint_eq(again.body.n, 0);
	ck_assert(slice_eq(again.etag, r.etag));
	buf_release(&again.text);
	answer(&again, "GET", "", "", "\"another\"");
	ck_assert_uint_eq(again.status, 200);
	buf_release(&again.text);
	buf_release(&r.text);
	buf_release(&tag);
}
END_TEST

UNIT_MAIN("reply", a_range_is_first_and_last_byte, a_range_beyond_the_end_is_cut,
          a_range_that_begins_behind_the_end_cannot_be_met, what_is_no_single_range_is_answered_with_the_whole,
          a_tag_is_found_in_a_list, only_names_of_this_machine_are_answered, types_follow_the_end_of_the_name,
          a_file_is_sent_whole_with_its_tag, a_part_is_sent_with_its_place,
          a_range_is_for_get_and_for_the_same_file_only, what_the_browser_has_is_not_sent_again)
