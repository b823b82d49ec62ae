#include <libdeflate.h>

#include "output/twin.h"
#include "base/unpack.h"
#include "render/zip.h"
#include "unit.h"

static void note_part(void *ctx, Slice inner, Slice bytes)
{
	Buf *told = ctx;
	buf_printf(told, "[%.*s|%.*s]", SLICE_ARG(inner), SLICE_ARG(bytes));
}

/* The parts, as "[name|bytes]". */
static void assert_parts(const char *name, Slice bytes, const char *want, bool whole)
{
	Buf told = BUF_INIT;
	ck_assert_msg(unpack(slice_of(name), bytes, note_part, &told) == whole, "%s", name);
	ck_assert_msg(strcmp(told.p, want) == 0, "got %s, want %s", told.p, want);
	buf_release(&told);
}

START_TEST(what_is_not_packed_has_no_parts)
{
	assert_parts("index.html", SL("<p>"), "", true);
	assert_parts("x", SL(""), "", true);
}
END_TEST

START_TEST(gzip_is_told_by_its_bytes)
{
	Buf packed = BUF_INIT;
	Twin *t = twin_new();
	twin_gzip(&packed, t, SL("тайна"));
	assert_parts("x.bin", buf_slice(&packed), "[|тайна]", true);
	twin_gzip(&packed, t, SL("вторая"));
	assert_parts("x.gz", buf_slice(&packed), "[|тайна][|вторая]", true);
	buf_str(&packed, "хвост");
	assert_parts("x.gz", buf_slice(&packed), "[|тайна][|вторая][end|хвост]", true);
	twin_free(t);
	buf_release(&packed);
}
END_TEST

START_TEST(a_name_in_the_header_of_gzip_is_a_part)
{
	/* RFC 1952: FNAME, then an empty stored block */
	static const char bytes[] = "\x1F\x8B\x08\x08\0\0\0\0\0\x03ivanova\0\x03\0\0\0\0\0\0\0\0\0";
	Buf told = BUF_INIT;
	ck_assert(unpack(SL("x.gz"), (Slice){bytes, sizeof bytes - 1}, note_part, &told));
	ck_assert(slice_find(buf_slice(&told), SL("[header|\x1F"), 0) < told.n);
	buf_release(&told);
}
END_TEST

START_TEST(brotli_is_told_by_its_name)
{
	Buf packed = BUF_INIT;
	twin_brotli(&packed, SL("тайна"));
	assert_parts("index.html.br", buf_slice(&packed), "[|тайна]", true);
	buf_str(&packed, "хвост");
	assert_parts("index.html.br", buf_slice(&packed), "[|тайна][end|хвост]", true);
	buf_release(&packed);
}
END_TEST

START_TEST(every_member_of_a_zip_is_a_part)
{
	Buf file = BUF_INIT;
	Zip z;
	zip_open(&z, &file);
	zip_add(&z, "a.xml", SL("один"));
	zip_add(&z, "b/c.xml", SL("два"));
	zip_close(&z);
	assert_parts("x.xlsx", buf_slice(&file), "[a.xml|один][b/c.xml|два]", true);
	buf_release(&file);
}
END_TEST

START_TEST(the_streams_of_a_pdf_are_parts)
{
	char packed[256];
	Buf file = BUF_INIT;
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(6);
	size_t n = libdeflate_zlib_compress(c, "one", 3, packed, sizeof packed);
	buf_str(&file, "%PDF-1.5\nstream\r\n");
	buf_put(&file, packed, n);
	buf_str(&file, "\nendstream\nstream\nnot packed\nendstream\n");
	assert_parts("x.pdf", buf_slice(&file), "[stream|one]", true);
	buf_str(&file, "trailer <</Encrypt 5 0 R>>");
	assert_parts("x.pdf", buf_slice(&file), "[stream|one]", false);
	libdeflate_free_compressor(c);
	buf_release(&file);
}
END_TEST

START_TEST(what_cannot_be_opened_is_told)
{
	Buf file = BUF_INIT;
	Zip z;
	assert_parts("x.gz", SL("\x1F\x8B\x08"), "[end|\x1F\x8B\x08]", false);
	zip_open(&z, &file);
	zip_add(&z, "a.xml", SL("один"));
	zip_add(&z, "b.xml", SL("два"));
	zip_close(&z);
	size_t central = slice_find((Slice){file.p, file.n}, SL("PK\1\2"), 0);
	file.p[central + 8] |= 1; /* encrypted */
	assert_parts("x.docx", buf_slice(&file), "[b.xml|два]", false);
	file.p[central + 8] &= ~1;
	file.p[central + 10] = 12; /* bzip2 */
	assert_parts("x.docx", buf_slice(&file), "[b.xml|два]", false);
	assert_parts("x.docx", (Slice){file.p, central}, "", false); /* cut off */
	buf_release(&file);
}
END_TEST

/* A bad file may say anything of itself; it may not make the reader leave it. */
START_TEST(damaged_files_are_read_within_their_bytes)
{
	Buf file = BUF_INIT;
	Zip z;
	zip_open(&z, &file);
	zip_add(&z, "a.xml", SL("один, два, три, четыре, пять"));
	zip_close(&z);
	for (size_t i = 0; i < file.n; i++) {
		Buf told = BUF_INIT;
		char before = file.p[i];
		file.p[i] = (char)0xFF;
		unpack(SL("x.zip"), buf_slice(&file), note_part, &told);
		unpack(SL("x.zip"), (Slice){file.p, i}, note_part, &told);
		file.p[i] = before;
		buf_release(&told);
	}
	buf_release(&file);
}
END_TEST

UNIT_MAIN("unpack", what_is_not_packed_has_no_parts, gzip_is_told_by_its_bytes, a_name_in_the_header_of_gzip_is_a_part,
          brotli_is_told_by_its_name, every_member_of_a_zip_is_a_part, the_streams_of_a_pdf_are_parts,
          what_cannot_be_opened_is_told, damaged_files_are_read_within_their_bytes)
