#include "unit.h"

#include "render/markup.h"

#define NBSP "\xC2\xA0"

/* A site with one picture in two widths, one in its own format only, and one file. */
typedef struct Bench {
	Arena arena;
	Locale *ru, *en;
	PubSite site;
	PubMedia *media[3];
	PubMedia picture, webp, file;
	PubVariant original[2], variants[2], alone[1];
	struct PubPicture out[3];
	RenderContext rc;
	Buf got;
} Bench;

static void make_pictures(Bench *b)
{
	b->original[0] = (PubVariant){SL("media/a1.jpg"), 480, 320};
	b->original[1] = (PubVariant){SL("media/a2.jpg"), 960, 640};
	b->variants[0] = (PubVariant){SL("media/b1.webp"), 480, 320};
	b->variants[1] = (PubVariant){SL("media/b2.webp"), 960, 640};
	b->alone[0] = (PubVariant){SL("media/c.webp"), 300, 200};
	b->out[0] = (struct PubPicture){b->original, b->variants, 2, 2, SL("media/a2.jpg"), 100000, false, false};
	b->out[1] = (struct PubPicture){b->alone, NULL, 1, 0, SL("media/c.webp"), 5000, false, false};
	b->out[2] = (struct PubPicture){.path = SL("media/план & отчёт.1f3c.pdf"), .size = 245760};
	b->picture = (PubMedia){.index = 0,
	                        .type = MEDIA_JPEG,
	                        .ext = SL("jpg"),
	                        .out = &b->out[0],
	                        .alt = pub_new_text(&b->arena, SL("Урок \"А\"")),
	                        .caption = pub_new_text(&b->arena, SL("урок")),
	                        .credit = pub_new_text(&b->arena, SL("Школа"))};
	b->webp = (PubMedia){.index = 1,
	                     .type = MEDIA_WEBP,
	                     .ext = SL("webp"),
	                     .out = &b->out[1],
	                     .alt = pub_new_text(&b->arena, SL(""))};
	b->file = (PubMedia){.index = 2,
	                     .type = MEDIA_FILE,
	                     .stem = SL("план"),
	                     .ext = SL("pdf"),
	                     .out = &b->out[2],
	                     .title = pub_new_text(&b->arena, SL("План работы"))};
}

static void bench_init(Bench *b)
{
	*b = (Bench){.arena = ARENA_INIT, .ru = locale_new("ru"), .en = locale_new("en"), .got = BUF_INIT};
	make_pictures(b);
	b->media[0] = &b->picture;
	b->media[1] = &b->webp;
	b->media[2] = &b->file;
	b->site.media = b->media;
	b->site.media_count = 3;
	b->rc = (RenderContext){.page = SL("news/"), .base = SL("/base/"), .site = &b->site, .locale = b->ru};
}

static void bench_release(Bench *b)
{
	locale_free(b->ru);
	locale_free(b->en);
	buf_release(&b->got);
	arena_release(&b->arena);
}

static void assert_value(Bench *b, const Pub *v, const char *want)
{
	buf_clear(&b->got);
	markup_value(&b->got, &b->rc, v);
	assert_slice(buf_slice(&b->got), want);
}

static void assert_html(Bench *b, Slice html, const char *want)
{
	buf_clear(&b->got);
	markup_html(&b->got, &b->rc, html);
	assert_slice(buf_slice(&b->got), want);
}

static void assert_size(Bench *b, uint64_t bytes, const char *want)
{
	buf_clear(&b->got);
	markup_size(&b->got, &b->rc, bytes);
	assert_slice(buf_slice(&b->got), want);
}

static Pub media_value(const PubMedia *m)
{
	return (Pub){.type = PUB_MEDIA, .as.media = m};
}

static const Pub *field(Bench *b, const Pub *v, const char *name)
{
	return markup_field(&b->arena, &b->rc, v, slice_of(name));
}

/* --- values --- */

START_TEST(texts_terms_and_numbers_are_written_for_people)
{
	Bench b;
	bench_init(&b);
	assert_value(&b, pub_new_text(&b.arena, SL("№ <5>")), "№" NBSP "&lt;5&gt;");
	assert_value(&b, pub_new_term(&b.arena, SL("t"), SL("педагог & педагог")), "педагог &amp; педагог");
	assert_value(&b, pub_new_int(&b.arena, 12500), "12" NBSP "500");
	assert_value(&b, pub_new_flag(&b.arena, true), "");
	assert_value(&b, NULL, "");
	bench_release(&b);
}
END_TEST

START_TEST(dates_are_in_the_genitive)
{
	Bench b;
	bench_init(&b);
	Pub *moment = pub_new(&b.arena, PUB_MOMENT);
	ck_assert(moment_parse(&moment->as.moment, SL("2025-09-05T15:00")));
	assert_value(&b, pub_new_date(&b.arena, date_of(2025, 9, 5)), "5 сентября 2025" NBSP "г.");
	assert_value(&b, moment, "5 сентября 2025" NBSP "г. в 15:00");
	b.rc.locale = b.en;
	assert_value(&b, pub_new_date(&b.arena, date_of(2025, 9, 5)), "September 5, 2025");
	bench_release(&b);
}
END_TEST

START_TEST(without_a_locale_values_are_plain)
{
	Bench b;
	bench_init(&b);
	b.rc.locale = NULL;
	assert_value(&b, pub_new_text(&b.arena, SL("№ 5")), "№ 5");
	assert_value(&b, pub_new_int(&b.arena, -12500), "-12500");
	assert_value(&b, pub_new_date(&b.arena, date_of(2025, 9, 5)), "2025-09-05");
	Pub *moment = pub_new(&b.arena, PUB_MOMENT);
	ck_assert(moment_parse(&moment->as.moment, SL("2025-09-05T15:00")));
	assert_value(&b, moment, "2025-09-05T15:00");
	bench_release(&b);
}
END_TEST

START_TEST(lists_maps_and_pictures_write_nothing)
{
	Bench b;
	bench_init(&b);
	Pub picture = media_value(&b.picture);
	const Pub *items[] = {pub_new_text(&b.arena, SL("x"))};
	assert_value(&b, pub_new_list(&b.arena, items, 1), "");
	assert_value(&b, pub_new_map(&b.arena), "");
	assert_value(&b, &picture, "");
	bench_release(&b);
}
END_TEST

START_TEST(a_record_is_written_as_its_name_or_its_title)
{
	Bench b;
	bench_init(&b);
	PubRecord record = {.fields = {.type = PUB_MAP}, .self = {.type = PUB_RECORD, .as.record = &record}};
	assert_value(&b, &record.self, "");
	pub_set(&b.arena, &record.fields, "title", pub_new_text(&b.arena, SL("<title>")));
	assert_value(&b, &record.self, "&lt;title&gt;");
	pub_set(&b.arena, &record.fields, "name", pub_new_text(&b.arena, SL("Иванова М. П.")));
	assert_value(&b, &record.self, "Иванова" NBSP "М." NBSP "П.");
	bench_release(&b);
}
END_TEST

START_TEST(a_value_that_is_not_visible_writes_nothing)
{
	static const PubScope nowhere = {0, NULL};
	Bench b;
	bench_init(&b);
	Pub hidden = {.type = PUB_TEXT, .scope = &nowhere, .as.text = SL("тайна")};
	assert_value(&b, &hidden, "");
	bench_release(&b);
}
END_TEST

START_TEST(markup_shown_as_text_is_escaped_after_its_holes_are_filled)
{
	Bench b;
	bench_init(&b);
	assert_value(&b, pub_new_html(&b.arena, SL("<a href=\"\x01x\">")), "&lt;a href=&quot;/base/x&quot;&gt;");
	assert_value(&b, pub_new_url(&b.arena, SL("\x01news/?a&b")), "/base/news/?a&amp;b");
	assert_value(&b, pub_new_url(&b.arena, SL("https://school.example/\"")), "https://school.example/&quot;");
	assert_value(&b, pub_new_url(&b.arena, SL("\0032;")),
	             "/base/media/%D0%BF%D0%BB%D0%B0%D0%BD%20%26%20%D0%BE%D1%82%D1%87%D1%91%D1%82.1f3c.pdf");
	bench_release(&b);
}
END_TEST

/* --- holes --- */

START_TEST(holes_are_filled)
{
	Bench b;
	bench_init(&b);
	assert_html(&b, SL("<p>нет</p>"), "<p>нет</p>");
	assert_html(&b, SL("<a href=\"\x01mentors/\">a</a>\x01"), "<a href=\"/base/mentors/\">a</a>/base/");
	assert_html(
	        &b, SL("<a href=\"\0032;\">x</a> (\0042;)"),
	        "<a "
	        "href=\"/base/media/%D0%BF%D0%BB%D0%B0%D0%BD%20%26%20%D0%BE%D1%82%D1%87%D1%91%D1%82.1f3c.pdf\">x</a> "
	        "(PDF, 240" NBSP "КБ)");
	assert_html(&b, SL("\0021;\0030;"),
	            "<img src=\"/base/media/c.webp\" srcset=\"/base/media/c.webp 300w\" "
	            "sizes=\"(min-width: 60rem) 50rem, 100vw\" width=\"300\" height=\"200\" alt=\"\" "
	            "loading=\"lazy\" decoding=\"async\">/base/media/a2.jpg");
	bench_release(&b);
}
END_TEST

#define PICTURE(sizes, loading)                                                                               \
	"<picture><source type=\"image/webp\" srcset=\"/base/media/b1.webp 480w, /base/media/b2.webp 960w\" " \
	"sizes=\"" sizes "\"><img src=\"/base/media/a2.jpg\" "                                                \
	"srcset=\"/base/media/a1.jpg 480w, /base/media/a2.jpg 960w\" sizes=\"" sizes "\" "                    \
	"width=\"960\" height=\"640\" alt=\"Урок &quot;А&quot;\"" loading " decoding=\"async\"></picture>"
#define BODY "(min-width: 60rem) 50rem, 100vw"

START_TEST(a_picture_comes_in_two_formats_and_all_widths)
{
	Bench b;
	bench_init(&b);
	markup_picture(&b.got, &b.rc, &b.picture, false);
	assert_slice(buf_slice(&b.got), PICTURE(BODY, " loading=\"lazy\""));
	buf_clear(&b.got);
	markup_picture(&b.got, &b.rc, &b.picture, true);
	assert_slice(buf_slice(&b.got), PICTURE(BODY, ""));
	bench_release(&b);
}
END_TEST

START_TEST(a_picture_without_files_writes_nothing)
{
	Bench b;
	bench_init(&b);
	b.picture.out = NULL;
	Pub picture = media_value(&b.picture);
	markup_picture(&b.got, &b.rc, &b.picture, false);
	markup_picture(&b.got, &b.rc, &b.file, false);
	assert_slice(buf_slice(&b.got), "");
	ck_assert_ptr_null(field(&b, &picture, "img"));
	ck_assert_ptr_null(field(&b, &picture, "src"));
	bench_release(&b);
}
END_TEST

START_TEST(sizes_are_rounded_and_have_units)
{
	Bench b;
	bench_init(&b);
	assert_size(&b, 0, "0" NBSP "Б");
	assert_size(&b, 1023, "1023" NBSP "Б");
	assert_size(&b, 1024, "1" NBSP "КБ");
	assert_size(&b, 245760, "240" NBSP "КБ");
	assert_size(&b, 1024 * 1024 - 1, "1" NBSP "МБ");
	assert_size(&b, 1258291, "1,2" NBSP "МБ");
	assert_size(&b, 12 * 1024 * 1024 + 600 * 1024, "13" NBSP "МБ");
	assert_size(&b, UINT64_C(128) * 1024 * 1024, "128" NBSP "МБ");
	b.rc.locale = b.en;
	assert_size(&b, 1258291, "1.2" NBSP "MB");
	assert_size(&b, 245760, "240" NBSP "KB");
	b.rc.locale = NULL;
	assert_size(&b, 245760, "240" NBSP "KB");
	bench_release(&b);
}
END_TEST

/* --- virtual fields --- */

static void assert_field(Bench *b, const Pub *v, const char *name, PubType type, const char *want)
{
	PubType declared;
	const Pub *f = field(b, v, name);
	ck_assert_msg(f != NULL, "%s is there", name);
	ck_assert_int_eq(f->type, type);
	assert_slice(f->as.text, want);
	ck_assert_msg(markup_field_type(v->type, slice_of(name), &declared), "%s is declared", name);
	ck_assert_int_eq(declared, type);
}

START_TEST(dates_have_parts)
{
	Bench b;
	bench_init(&b);
	const Pub *date = pub_new_date(&b.arena, date_of(2025, 9, 5));
	assert_field(&b, date, "iso", PUB_TEXT, "2025-09-05");
	assert_field(&b, date, "text", PUB_TEXT, "5 сентября 2025" NBSP "г.");
	assert_field(&b, date, "day", PUB_TEXT, "5 сентября");
	assert_field(&b, date, "month", PUB_TEXT, "сентябрь 2025" NBSP "г.");
	assert_field(&b, date, "year", PUB_TEXT, "2025");
	ck_assert_ptr_null(field(&b, date, "title"));
	b.rc.locale = NULL;
	assert_field(&b, date, "text", PUB_TEXT, "2025-09-05");
	assert_field(&b, date, "day", PUB_TEXT, "09-05");
	assert_field(&b, date, "month", PUB_TEXT, "2025-09");
	bench_release(&b);
}
END_TEST

START_TEST(moments_have_parts)
{
	Bench b;
	bench_init(&b);
	Pub *moment = pub_new(&b.arena, PUB_MOMENT);
	ck_assert(moment_parse(&moment->as.moment, SL("2025-12-31T23:59")));
	assert_field(&b, moment, "iso", PUB_TEXT, "2025-12-31T23:59");
	assert_field(&b, moment, "day", PUB_TEXT, "31 декабря");
	assert_field(&b, moment, "year", PUB_TEXT, "2025");
	bench_release(&b);
}
END_TEST

START_TEST(terms_have_an_id_and_a_title)
{
	Bench b;
	bench_init(&b);
	const Pub *term = pub_new_term(&b.arena, SL("reverse"), SL("реверсивное"));
	assert_field(&b, term, "id", PUB_TEXT, "reverse");
	assert_field(&b, term, "title", PUB_TEXT, "реверсивное");
	ck_assert_ptr_null(field(&b, term, "iso"));
	bench_release(&b);
}
END_TEST

/* As assert_field(), of a field whose holes are filled where it is printed. */
static void assert_printed(Bench *b, const Pub *v, const char *name, PubType type, const char *want)
{
	PubType declared;
	const Pub *f = field(b, v, name);
	ck_assert_msg(f != NULL, "%s is there", name);
	ck_assert_int_eq(f->type, type);
	assert_html(b, f->as.text, want);
	ck_assert_msg(markup_field_type(v->type, slice_of(name), &declared), "%s is declared", name);
	ck_assert_int_eq(declared, type);
}

START_TEST(pictures_have_tags_addresses_and_words)
{
	Bench b;
	bench_init(&b);
	Pub picture = media_value(&b.picture);
	assert_printed(&b, &picture, "img", PUB_HTML, PICTURE(BODY, " loading=\"lazy\""));
	assert_printed(&b, &picture, "img_eager", PUB_HTML, PICTURE(BODY, ""));
	assert_printed(&b, &picture, "thumb", PUB_HTML, PICTURE("12rem", " loading=\"lazy\""));
	assert_printed(&b, &picture, "src", PUB_URL, "/base/media/a2.jpg");
	assert_field(&b, &picture, "alt", PUB_TEXT, "Урок \"А\"");
	assert_field(&b, &picture, "caption", PUB_TEXT, "урок");
	assert_field(&b, &picture, "credit", PUB_TEXT, "Школа");
	ck_assert_int_eq(field(&b, &picture, "width")->as.number, 960);
	ck_assert_int_eq(field(&b, &picture, "height")->as.number, 640);
	ck_assert_ptr_null(field(&b, &picture, "href"));
	bench_release(&b);
}
END_TEST

START_TEST(files_have_an_address_a_name_a_format_and_a_size)
{
	Bench b;
	bench_init(&b);
	Pub file = media_value(&b.file);
	assert_printed(&b, &file, "href", PUB_URL,
	               "/base/media/%D0%BF%D0%BB%D0%B0%D0%BD%20%26%20%D0%BE%D1%82%D1%87%D1%91%D1%82.1f3c.pdf");
	assert_field(&b, &file, "name", PUB_TEXT, "План работы");
	assert_field(&b, &file, "format", PUB_TEXT, "PDF");
	assert_field(&b, &file, "size", PUB_TEXT, "240" NBSP "КБ");
	ck_assert_ptr_null(field(&b, &file, "accessible"));
	ck_assert_ptr_null(field(&b, &file, "img"));
	assert_value(&b, &file, "План работы");
	b.file.title = NULL;
	assert_field(&b, &file, "name", PUB_TEXT, "план");
	bench_release(&b);
}
END_TEST

START_TEST(a_medium_is_shown_once_something_leads_to_it)
{
	Bench b;
	bench_init(&b);
	Pub picture = media_value(&b.picture);
	Pub file = media_value(&b.file);
	ck_assert_ptr_nonnull(field(&b, &picture, "img"));
	ck_assert_ptr_nonnull(field(&b, &picture, "src"));
	ck_assert_ptr_nonnull(field(&b, &picture, "width"));
	ck_assert_ptr_nonnull(field(&b, &file, "href"));
	assert_html(&b, SL("\0042;"), "PDF, 240" NBSP "КБ");
	ck_assert(!b.out[0].shown && !b.out[2].shown);
	assert_printed(&b, &picture, "img", PUB_HTML, PICTURE(BODY, " loading=\"lazy\""));
	ck_assert(b.out[0].drawn && !b.out[1].drawn && !b.out[2].shown);
	buf_clear(&b.got);
	markup_html(&b.got, &b.rc, field(&b, &file, "href")->as.text);
	ck_assert(b.out[2].shown);
	bench_release(&b);
}
END_TEST

START_TEST(other_types_have_no_virtual_fields)
{
	PubType type;
	ck_assert(!markup_field_type(PUB_TEXT, SL("text"), &type));
	ck_assert(!markup_field_type(PUB_MAP, SL("id"), &type));
	ck_assert(!markup_field_type(PUB_DATE, SL("hour"), &type));
	ck_assert(markup_field_type(PUB_MEDIA, SL("accessible"), &type));
	ck_assert_int_eq(type, PUB_URL);
}
END_TEST

UNIT_MAIN("markup", texts_terms_and_numbers_are_written_for_people, dates_are_in_the_genitive,
          without_a_locale_values_are_plain, lists_maps_and_pictures_write_nothing,
          a_record_is_written_as_its_name_or_its_title, a_value_that_is_not_visible_writes_nothing,
          markup_shown_as_text_is_escaped_after_its_holes_are_filled, holes_are_filled,
          a_picture_comes_in_two_formats_and_all_widths, a_picture_without_files_writes_nothing,
          sizes_are_rounded_and_have_units, dates_have_parts, moments_have_parts, terms_have_an_id_and_a_title,
          pictures_have_tags_addresses_and_words, files_have_an_address_a_name_a_format_and_a_size,
          a_medium_is_shown_once_something_leads_to_it, other_types_have_no_virtual_fields)
