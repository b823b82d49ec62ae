#include "base/pdf.h"

#include <libdeflate.h>

#include "unit.h"

static Buf file;

static void begin(void)
{
	buf_init(&file);
	buf_str(&file, "%PDF-1.5\n");
}

static void end(void)
{
	buf_release(&file);
}

/* "N 0 obj", the dictionary's entries, the stream. */
static void put_stream(const char *entries, Slice data)
{
	buf_printf(&file, "7 0 obj\n<< %s >>\nstream\r\n", entries);
	buf_add(&file, data);
	buf_str(&file, "\nendstream\nendobj\n");
}

static Slice deflated(Buf *out, Slice text)
{
	char packed[512];
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(6);
	size_t n = libdeflate_zlib_compress(c, text.p, text.n, packed, sizeof packed);
	libdeflate_free_compressor(c);
	buf_clear(out);
	buf_put(out, packed, n);
	return buf_slice(out);
}

/* The first stream of the file, opened. */
static PdfOpening opened(Buf *out)
{
	PdfStream s;
	size_t at = 0;
	ck_assert(pdf_next_stream(&s, buf_slice(&file), &at));
	return pdf_open_stream(out, &s);
}

static void assert_opens(const char *entries, Slice data, const char *want)
{
	Buf out = BUF_INIT;
	begin();
	put_stream(entries, data);
	ck_assert_int_eq(opened(&out), PDF_OPENED);
	assert_slice(buf_slice(&out), want);
	buf_release(&out);
	end();
}

static void assert_stays(const char *entries, Slice data, PdfOpening want)
{
	Buf out = BUF_INIT;
	begin();
	put_stream(entries, data);
	ck_assert_int_eq(opened(&out), want);
	buf_release(&out);
	end();
}

START_TEST(streams_are_found_one_after_another)
{
	PdfStream s;
	size_t at = 0;
	begin();
	put_stream("/Length 3", SL("one"));
	put_stream("/Length 3 /Type /Metadata", SL("two"));
	ck_assert(pdf_next_stream(&s, buf_slice(&file), &at));
	ck_assert(slice_starts(s.data, SL("one\nendstream")));
	assert_slice(slice_trim(s.dictionary), "<< /Length 3 >>");
	ck_assert(pdf_next_stream(&s, buf_slice(&file), &at));
	ck_assert(slice_starts(s.data, SL("two\n")));
	ck_assert(!pdf_next_stream(&s, buf_slice(&file), &at));
	end();
}
END_TEST

START_TEST(every_filter_of_texts_is_undone)
{
	Buf packed = BUF_INIT;
	assert_opens("/Filter /FlateDecode", deflated(&packed, SL("Man sure.")), "Man sure.");
	assert_opens("/Filter[/Fl]", deflated(&packed, SL("Man sure.")), "Man sure.");
	assert_opens("/Filter /ASCII85Decode", SL("9jqo^\nF*2M7/c~>"), "Man sure.");
	assert_opens("/Filter /ASCIIHexDecode", SL("4D 616e20 7>"), "Man p"); /* a digit that is left out is 0 */
	assert_opens("/Filter /RunLengthDecode", SL("\x02one\xFE!\x80"), "one!!!");
	buf_release(&packed);
}
END_TEST

START_TEST(filters_are_undone_in_their_order)
{
	static const char digits[] = "0123456789abcdef";
	Buf packed = BUF_INIT;
	Buf hex = BUF_INIT;
	Slice data = deflated(&packed, SL("Man sure."));
	for (size_t i = 0; i < data.n; i++) {
		buf_byte(&hex, digits[(unsigned char)data.p[i] >> 4]);
		buf_byte(&hex, digits[(unsigned char)data.p[i] & 15]);
	}
	buf_byte(&hex, '>');
	assert_opens("/Filter [ /ASCIIHexDecode /FlateDecode ]", buf_slice(&hex), "Man sure.");
	buf_release(&hex);
	buf_release(&packed);
}
END_TEST

START_TEST(predictors_are_undone)
{
	/* PNG: each row begins with its type: none, sub, up, average, Paeth */
	static const char png[] = "\0abc"
	                          "\1a\1\1"
	                          "\2\1\1\1"
	                          "\3\x31\2\2"
	                          "\4\0\0\0";
	Buf packed = BUF_INIT;
	const char *entries = "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 3 >>";
	/* up: "abc" + 1 = "bcd"; average: 0x31 + 'b' / 2 = 'b', 2 + ('b' + 'c') / 2 = 'd', 2 + ('d' + 'd') / 2 = 'f' */
	assert_opens(entries, deflated(&packed, (Slice){png, sizeof png - 1}), "abcabcbcdbdfbdf");
	entries = "/Filter /FlateDecode /DecodeParms << /Predictor 2 /Columns 3 >>";
	assert_opens(entries, deflated(&packed, SL("a\1\1x\1\1")), "abcxyz");
	entries = "/Subtype /Image /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 3 >>";
	assert_opens(entries, deflated(&packed, SL("\1abc")), "\1abc"); /* nobody reads a picture's points */
	buf_release(&packed);
}
END_TEST

START_TEST(pictures_and_what_is_not_packed_stay_as_they_are)
{
	assert_stays("/Length 3", SL("one"), PDF_AS_IT_IS);
	assert_stays("/Filter /DCTDecode", SL("\xFF\xD8"), PDF_AS_IT_IS);
	assert_stays("/Filter [/JPXDecode]", SL("jP"), PDF_AS_IT_IS);
}
END_TEST

START_TEST(what_cannot_be_opened_is_told)
{
	Buf packed = BUF_INIT;
	deflated(&packed, SL("Man sure."));
	assert_stays("/Filter /FlateDecode", SL("no zlib at all"), PDF_SHUT);
	assert_stays("/Filter /LZWDecode", SL("\x80\x0B"), PDF_SHUT);
	assert_stays("/Filter /ASCIIHexDecode", SL("4Z>"), PDF_SHUT);
	packed.p[packed.n - 1] ^= 1; /* the checksum alone is wrong: readers take it */
	assert_opens("/Filter /FlateDecode", buf_slice(&packed), "Man sure.");
	buf_release(&packed);
}
END_TEST

START_TEST(a_file_says_that_it_is_encrypted_in_its_trailer)
{
	ck_assert(pdf_is_encrypted(SL("trailer << /Root 1 0 R /Encrypt 9 0 R >>")));
	ck_assert(pdf_is_encrypted(SL("trailer <</Encrypt<</Filter/Standard>>>>")));
	ck_assert(!pdf_is_encrypted(SL("<< /EncryptMetadata false >>")));
	ck_assert(pdf_is_pdf(SL("\xEF\xBB\xBF%PDF-1.4")));
	ck_assert(!pdf_is_pdf(SL("a text about PDF-1.4")));
}
END_TEST

/* A bad file may say anything of itself; it may not make the reader leave it. */
START_TEST(damaged_files_are_read_within_their_bytes)
{
	Buf packed = BUF_INIT;
	Buf out = BUF_INIT;
	begin();
	put_stream("/Filter [/FlateDecode] /DecodeParms <</Predictor 12 /Columns 99999999>>",
	           deflated(&packed, SL("one, two, three")));
	put_stream("/Filter /ASCII85Decode", SL("zz~~~"));
	for (size_t i = 0; i <= file.n; i++) {
		PdfStream s;
		Slice cut = slice_sub(buf_slice(&file), 0, i);
		for (size_t at = 0; pdf_next_stream(&s, cut, &at);) {
			pdf_open_stream(&out, &s);
		}
		cut = slice_sub(buf_slice(&file), i, file.n);
		for (size_t at = 0; pdf_next_stream(&s, cut, &at);) {
			pdf_open_stream(&out, &s);
		}
	}
	buf_release(&packed);
	buf_release(&out);
	end();
}
END_TEST

UNIT_MAIN("pdf", streams_are_found_one_after_another, every_filter_of_texts_is_undone,
          filters_are_undone_in_their_order, predictors_are_undone, pictures_and_what_is_not_packed_stay_as_they_are,
          what_cannot_be_opened_is_told, a_file_says_that_it_is_encrypted_in_its_trailer,
          damaged_files_are_read_within_their_bytes)
