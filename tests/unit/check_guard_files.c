#include "redact/guard_files.h"

#include "corpora.h"
#include "render/zip.h"

/* All that the guard says as of a day, a line each: "file id". */
static const char *guarded_on(const char *day, bool tell)
{
	Date today;
	Diags diags;
	ck_assert(date_parse(&today, slice_of(day)));
	world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	diags_init(&diags);
	guard_files(world.corpus, today, 2, tell, &diags);
	diags_sort(&diags);
	buf_clear(&world.text);
	for (size_t i = 0; i < diags.n; i++) {
		const Diag *d = &diags.items[i];
		Slice path = slice_sub(d->loc.path, 14, d->loc.path.n); /* without "content/media/" */
		buf_printf(&world.text, "%.*s %s\n", SLICE_ARG(path), diag_name(d->id));
		ck_assert_uint_eq(d->loc.line, 1);
		ck_assert_uint_eq(d->argc, 0); /* nothing of the file is said */
	}
	diags_release(&diags);
	return world.text.p;
}

#define assert_said(want)                                                                  \
	do {                                                                               \
		const char *got_ = guarded_on("2026-01-15", false);                        \
		ck_assert_msg(strcmp(got_, want) == 0, "got:\n%s\nwant:\n%s", got_, want); \
	} while (0)

/* media/x.pdf, whose information dictionary is this, in UTF-8. */
static void put_pdf(const char *information)
{
	Buf file = BUF_INIT;
	buf_printf(&file, "%%PDF-2.0\n5 0 obj <<%s>> endobj\ntrailer <</Info 5 0 R>>\n%%%%EOF\n", information);
	world_put_bytes("media/x.pdf", buf_slice(&file));
	buf_release(&file);
}

static void put_author(const char *author)
{
	Buf entry = BUF_INIT;
	buf_printf(&entry, "/Author(%s)", author);
	put_pdf(entry.p);
	buf_release(&entry);
}

/* Орлова is withheld; a published document refers to media/x.pdf. */
static void begin(void)
{
	world_begin();
	world_person("orlova", "Орлова", "");
	world_put("documents/d.md", "---\ntitle: Приказ\nlevel: local\ntype: order\nfile: media/x.pdf\n---\n");
}

START_TEST(an_author_who_is_withheld_is_found_however_the_name_is_written)
{
	static const char *const names[] = {
	        "Орлова Мария Петровна",
	        "Мария Орлова",
	        "М.П. Орлова",
	        "орлова",
	        "ОРЛОВА",
	        "Орловой М. П.",
	        "Orlova Mariya",
	        "M.Orlova",
	        "orlova",
	        "ORLOVA-MP",
	        "OrlovaMP",
	        "MPOrlova",
	        "ОрловаМП",
	        "orlova_m",
	        "orlova@school.example",
	        "pc-orlova",
	        "Петров; Орлова",
	};
	begin();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		put_author(names[i]);
		const char *got = guarded_on("2026-01-15", false);
		ck_assert_msg(strcmp(got, "x.pdf named-metadata\n") == 0, "%s: %s", names[i], got);
	}
	world_end();
}
END_TEST

START_TEST(an_author_who_is_somebody_else_is_not)
{
	static const char *const names[] = {
	        "Школа № 3", "Орловский П. П.", "Орлов-Давыдов К. И.", "Microsoft Office User",
	        "Подорлова", "Admin",           "Мария Петровна"};
	begin();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		put_author(names[i]);
		const char *got = guarded_on("2026-01-15", false);
		ck_assert_msg(strcmp(got, "") == 0, "%s: %s", names[i], got);
	}
	world_end();
}
END_TEST

/* A title is a text, where a word in small letters is no name. */
START_TEST(other_properties_are_read_as_texts)
{
	begin();
	put_pdf("/Title(Характеристика Орловой)");
	assert_said("x.pdf named-metadata\n");
	put_pdf("/Отдел(Orlova)");
	assert_said("x.pdf named-metadata\n");
	put_pdf("/Title(взгляд орлова)");
	assert_said("");
	world_person("kim", "Ким", "");
	put_pdf("/Producer(Kim Writer)");
	assert_said("");
	put_author("Kim I.");
	assert_said("x.pdf named-metadata\n");
	world_end();
}
END_TEST

START_TEST(a_public_name_a_namesake_and_a_listed_word_may_stand)
{
	begin();
	put_author("Орлова М. П.");
	world_policy("namesakes: [Орлова]\n");
	assert_said("");
	ck_assert_str_eq(guarded_on("2026-01-15", true), "x.pdf namesake-used\n");
	world_policy("");
	world_person("two", "Орлов", "consents:\n" CONSENT("short_name", ""));
	assert_said("");
	world_end();
}
END_TEST

START_TEST(half_of_a_public_double_name_may_stand)
{
	begin();
	world_person("double", "Белова-Орлова", "consents:\n" CONSENT("name", ""));
	world_person("third", "Орлова-Зимина", "consents:\n" CONSENT("name", ""));
	put_author("Белова-Орлова М.");
	assert_said("");
	put_author("Орловой-Зиминой М.");
	assert_said("");
	put_author("orlova-zimina");
	assert_said("");
	put_author("Belova-Orlova");
	assert_said("");
	put_author("Белова, Орлова");
	assert_said("x.pdf named-metadata\n");
	world_end();
}
END_TEST

START_TEST(a_name_counts_from_the_day_it_is_withheld)
{
	begin();
	world_person("orlova", "Орлова", "consents:\n" CONSENT("name", ", until: 2026-03-01"));
	put_author("Орлова");
	assert_said("");
	ck_assert_str_eq(guarded_on("2026-03-01", false), "");
	ck_assert_str_eq(guarded_on("2026-03-02", false), "x.pdf named-metadata\n");
	world_end();
}
END_TEST

/* The law of non-interference: what is withheld changes nothing, not even what is complained of. */
START_TEST(a_file_that_is_not_published_is_not_read)
{
	begin();
	put_author("Орлова");
	world_put_bytes("media/other.pdf", SL("%PDF-1.4 <</Encrypt 1 0 R>>"));
	world_put("documents/d.md",
	          "---\ntitle: Приказ\nlevel: local\ntype: order\nfile: media/x.pdf\ndraft: true\n---\n");
	assert_said("");
	world_put("documents/d.md",
	          "---\ntitle: Приказ\nlevel: local\ntype: order\n---\n[Приказ школы](media/x.pdf)\n");
	assert_said("x.pdf named-metadata\n");
	world_put("media/x.pdf.yaml",
	          "alt: \"\"\npeople: [orlova]\naccessible_tagged: true\n"); /* she agrees to no photo */
	assert_said("");
	world_end();
}
END_TEST

START_TEST(results_are_not_read_before_their_day)
{
	world_begin();
	world_part("mentors", "orlova", "Орлова", "");
	world_part("mentees", "belov", "Белов", "");
	world_programme(
	        "p1", "orlova", "belov",
	        "completion: {date: 2026-05-20, ground: plan}\nresults: {summary: Всё, files: [media/x.pdf]}\n");
	put_author("Орлова");
	ck_assert_str_eq(guarded_on("2026-05-19", false), "");
	ck_assert_str_eq(guarded_on("2026-05-20", false), "x.pdf named-metadata\n");
	world_end();
}
END_TEST

START_TEST(who_wrote_in_the_margin_is_told_apart)
{
	Buf file = BUF_INIT;
	Zip z;
	begin();
	world_put("documents/d.md", "---\ntitle: Приказ\nlevel: local\ntype: order\nfile: media/x.docx\n---\n");
	zip_open(&z, &file);
	zip_add(&z, "docProps/core.xml", SL("<p><dc:creator>Школа</dc:creator></p>"));
	zip_add(&z, "word/document.xml", SL("<w:p><w:ins w:author=\"Орлова М. П.\"><w:t>да</w:t></w:ins></w:p>"));
	zip_close(&z);
	world_put_bytes("media/x.docx", buf_slice(&file));
	assert_said("x.docx named-metadata\n");
	buf_clear(&file);
	zip_open(&z, &file);
	zip_add(&z, "docProps/core.xml", SL("<p><dc:creator>Школа</dc:creator></p>"));
	zip_add(&z, "word/document.xml", SL("<w:p><w:t>Орлова М. П.</w:t></w:p>"));
	zip_close(&z);
	world_put_bytes("media/x.docx", buf_slice(&file));
	assert_said(""); /* the text is for the audit */
	buf_release(&file);
	world_end();
}
END_TEST

START_TEST(a_file_that_cannot_be_read_is_warned_of)
{
	begin();
	world_put_bytes("media/x.pdf", SL("%PDF-1.4 trailer <</Encrypt 1 0 R>>"));
	assert_said("x.pdf opaque-file\n");
	world_end();
}
END_TEST

UNIT_MAIN("guard_files", an_author_who_is_withheld_is_found_however_the_name_is_written,
          an_author_who_is_somebody_else_is_not, other_properties_are_read_as_texts,
          a_public_name_a_namesake_and_a_listed_word_may_stand, half_of_a_public_double_name_may_stand,
          a_name_counts_from_the_day_it_is_withheld, a_file_that_is_not_published_is_not_read,
          results_are_not_read_before_their_day, who_wrote_in_the_margin_is_told_apart,
          a_file_that_cannot_be_read_is_warned_of)
