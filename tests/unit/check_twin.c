#include "output/twin.h"

#include <brotli/decode.h>
#include <libdeflate.h>

#include "unit.h"

/* A text with repetitions, a text without, nothing, one byte. */
static void make_text(Buf *out, unsigned kind)
{
	uint32_t noise = 1;
	for (unsigned i = 0; i < 3000 && kind == 0; i++) {
		buf_printf(out, "<li>наставник %u</li>\n", i % 100);
	}
	for (unsigned i = 0; i < 100000 && kind == 1; i++) {
		noise = noise * 1664525 + 1013904223;
		buf_byte(out, (char)(noise >> 24));
	}
	if (kind == 3) {
		buf_byte(out, 'x');
	}
}

static void unpack_gzip(Buf *out, Slice packed, size_t n)
{
	size_t got = 0;
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	buf_reserve(out, n);
	ck_assert_int_eq(libdeflate_gzip_decompress(d, packed.p, packed.n, out->p, n, &got), LIBDEFLATE_SUCCESS);
	out->n = got;
	libdeflate_free_decompressor(d);
}

static void unpack_brotli(Buf *out, Slice packed, size_t n)
{
	size_t got = n + 1;
	buf_reserve(out, got);
	ck_assert_int_eq(BrotliDecoderDecompress(packed.n, (const uint8_t *)packed.p, &got, (uint8_t *)out->p),
	                 BROTLI_DECODER_RESULT_SUCCESS);
	out->n = got;
}

START_TEST(both_twins_unpack_to_the_same_bytes)
{
	Twin *t = twin_new();
	for (unsigned kind = 0; kind < 4; kind++) {
		Buf text = BUF_INIT;
		Buf packed = BUF_INIT;
		Buf back = BUF_INIT;
		make_text(&text, kind);
		twin_gzip(&packed, t, buf_slice(&text));
		unpack_gzip(&back, buf_slice(&packed), text.n);
		ck_assert(slice_eq(buf_slice(&back), buf_slice(&text)));
		buf_clear(&packed);
		twin_brotli(&packed, buf_slice(&text));
		unpack_brotli(&back, buf_slice(&packed), text.n);
		ck_assert(slice_eq(buf_slice(&back), buf_slice(&text)));
		buf_release(&text);
		buf_release(&packed);
		buf_release(&back);
	}
	twin_free(t);
}
END_TEST

START_TEST(a_page_shrinks_to_a_tenth)
{
	Twin *t = twin_new();
	Buf text = BUF_INIT;
	Buf packed = BUF_INIT;
	make_text(&text, 0);
	twin_gzip(&packed, t, buf_slice(&text));
	ck_assert_uint_lt(packed.n, text.n / 10);
	buf_clear(&packed);
	twin_brotli(&packed, buf_slice(&text));
	ck_assert_uint_lt(packed.n, text.n / 10);
	buf_release(&text);
	buf_release(&packed);
	twin_free(t);
}
END_TEST

/* RFC 1952, 2.3: no flags (so no name), no time, system 255 "unknown". */
START_TEST(a_gzip_header_tells_nothing_of_when_and_where)
{
	Twin *t = twin_new();
	Buf packed = BUF_INIT;
	twin_gzip(&packed, t, SL("text"));
	ck_assert_mem_eq(packed.p, "\x1f\x8b\x08\x00\x00\x00\x00\x00", 8);
	ck_assert_int_eq((unsigned char)packed.p[9], 255);
	buf_release(&packed);
	twin_free(t);
}
END_TEST

START_TEST(packing_does_not_depend_on_what_was_packed_before)
{
	Twin *used = twin_new();
	Twin *fresh = twin_new();
	Buf a = BUF_INIT;
	Buf b = BUF_INIT;
	Buf text = BUF_INIT;
	make_text(&text, 1);
	twin_gzip(&a, used, buf_slice(&text));
	buf_clear(&a);
	buf_clear(&text);
	make_text(&text, 0);
	twin_gzip(&a, used, buf_slice(&text));
	twin_gzip(&b, fresh, buf_slice(&text));
	ck_assert(slice_eq(buf_slice(&a), buf_slice(&b)));
	buf_release(&a);
	buf_release(&b);
	buf_release(&text);
	twin_free(used);
	twin_free(fresh);
}
END_TEST

START_TEST(packed_bytes_are_added_after_what_is_there)
{
	Twin *t = twin_new();
	Buf out = BUF_INIT;
	buf_str(&out, "before");
	twin_gzip(&out, t, SL("text"));
	ck_assert(slice_starts(buf_slice(&out), SL("before\x1f\x8b")));
	size_t n = out.n;
	twin_brotli(&out, SL("text"));
	ck_assert_uint_gt(out.n, n);
	ck_assert(slice_starts(buf_slice(&out), SL("before\x1f\x8b")));
	buf_release(&out);
	twin_free(t);
}
END_TEST

START_TEST(texts_are_packed_and_pictures_are_not)
{
	static const char *const texts[] = {"index.html",
	                                    "assets/style.1f3c.css",
	                                    "a.js",
	                                    "a.mjs",
	                                    "data/rubric.json",
	                                    "news/atom.xml",
	                                    "a.svg",
	                                    "robots.txt",
	                                    "data/mentors.csv",
	                                    "events/calendar.ics",
	                                    "site.webmanifest"};
	static const char *const others[] = {"media/a.jpg",       "media/a.webp", "a.png",
	                                     "data/mentors.xlsx", "a.pdf",        "html",
	                                     "a.html.gz",         "a.woff2",      "a.HTML"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		ck_assert_msg(twin_wanted(slice_of(texts[i])), "%s", texts[i]);
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		ck_assert_msg(!twin_wanted(slice_of(others[i])), "%s", others[i]);
	}
}
END_TEST

UNIT_MAIN("twin", both_twins_unpack_to_the_same_bytes, a_page_shrinks_to_a_tenth,
          a_gzip_header_tells_nothing_of_when_and_where, packing_does_not_depend_on_what_was_packed_before,
          packed_bytes_are_added_after_what_is_there, texts_are_packed_and_pictures_are_not)
