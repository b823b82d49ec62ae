/* Values by the types of the schema (content.md, YAML). */
#include "unit.h"

#include "record/decode.h"

static Arena arena;
static Diags diags;
static Record record;

static bool decode(Kind kind, const char *path, const char *bytes)
{
	arena_init(&arena);
	diags_init(&diags);
	Decoder d = {.arena = &arena, .diags = &diags};
	record = (Record){.kind = kind};
	return decode_record(&d, &record, slice_of(bytes), slice_of(path));
}

static void done(void)
{
	diags_release(&diags);
	arena_release(&arena);
}

/* The one fault found: its id, line and column. */
static void assert_fault(const char *id, unsigned line, unsigned col)
{
	Buf text = BUF_INIT;
	diags_print(&text, &diags, FORMAT_TEXT, LANG_EN, false);
	ck_assert_msg(diags.n == 1, "%zu faults, want %s:\n%s", diags.n, id, text.p);
	ck_assert_str_eq(diag_name(diags.items[0].id), id);
	ck_assert_uint_eq(diags.items[0].loc.line, line);
	ck_assert_uint_eq(diags.items[0].loc.col, col);
	buf_release(&text);
}

/* A page with one more field has one fault, at line 2, this column. */
static void assert_bad(Kind kind, const char *base, const char *field, const char *id, unsigned col)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "%s\n%s\n", base, field);
	decode(kind, "x.yaml", text.p);
	assert_fault(id, 2, col);
	buf_release(&text);
	done();
}

#define PAGE_BASE "title: Т"

START_TEST(a_scalar_has_the_type_of_its_field_and_not_of_its_looks)
{
	ck_assert(decode(O_programme, "p.yaml",
	                 "number: 2025-03\ntitle: \"12\"\nform: tt\nmentors: [a]\nmentees: [b]\nstart: "
	                 "2026-02-01\nend: 2026-05-31\n"
	                 "draft: true\n"));
	ck_assert_uint_eq(diags.n, 0);
	assert_slice(rec_text(&record.rec, F_programme_number), "2025-03");
	assert_slice(rec_text(&record.rec, F_programme_title), "12");
	ck_assert_int_eq(rec_date(&record.rec, F_programme_start), date_of(2026, 2, 1));
	ck_assert(rec_flag(&record.rec, F_programme_draft));
	ck_assert_ptr_null(rec_get(&record.rec, F_programme_order));
	ck_assert_int_eq(rec_date(&record.rec, F_programme_extended_to), DATE_NONE);
	done();
}
END_TEST

START_TEST(a_bool_is_true_or_false_and_nothing_else)
{
	assert_bad(O_page, PAGE_BASE, "draft: yes", "want-bool", 8);
	assert_bad(O_page, PAGE_BASE, "draft: True", "want-bool", 8);
	assert_bad(O_page, PAGE_BASE, "draft: 1", "want-bool", 8);
}
END_TEST

START_TEST(a_date_is_a_real_day)
{
	assert_bad(O_page, PAGE_BASE, "publish_from: 2026-02-29", "want-date", 15);
	assert_bad(O_page, PAGE_BASE, "publish_from: 01.02.2026", "want-date", 15);
	assert_bad(O_page, PAGE_BASE, "publish_from: 2026-2-1", "want-date", 15);
}
END_TEST

START_TEST(a_number_is_whole_and_in_its_range)
{
	assert_bad(O_page, PAGE_BASE, "order: 1.5", "want-int", 8);
	assert_bad(O_page, PAGE_BASE, "order: -1", "want-int", 8);
	assert_bad(O_page, PAGE_BASE, "order: много", "want-int", 8);
}
END_TEST

START_TEST(a_string_is_one_line_and_not_empty)
{
	assert_bad(O_method, PAGE_BASE, "summary: \"a\\nb\"", "want-string", 10);
	assert_bad(O_method, "summary: К", "title: \"  \"", "empty-field", 8);
	assert_bad(O_method, PAGE_BASE, "summary: [a]", "want-string", 10);
	decode(O_method, "m.yaml", "title: \"  Т  \"\n");
	assert_slice(rec_text(&record.rec, F_method_title), "Т");
	done();
}
END_TEST

START_TEST(a_key_with_nothing_after_it_is_a_field_not_yet_filled_in)
{
	ck_assert(decode(O_method, "m.yaml", "title: Т\nsummary: \"\"\ndate:\n"));
	ck_assert_uint_eq(diags.n, 0);
	ck_assert_ptr_null(rec_get(&record.rec, F_method_summary));
	done();
	decode(O_method, "m.yaml", "summary: К\ntitle:\n");
	assert_fault("missing-field", 2, 1);
	done();
}
END_TEST

START_TEST(an_enum_is_one_of_its_words)
{
	assert_bad(O_method, PAGE_BASE, "audience: everybody", "want-enum", 11);
	decode(O_method, "m.yaml", "title: Т\naudience: all\n");
	ck_assert_int_eq(rec_choice(&record.rec, F_method_audience, ER_reader_mentor), ER_reader_all);
	done();
}
END_TEST

START_TEST(an_address_has_a_safe_scheme)
{
	static const char *const good[] = {"https://a.example/",
	                                   "http://a.example/?x=1",
	                                   "mailto:a@b.example",
	                                   "tel:+7000",
	                                   "/sveden/",
	                                   "news/",
	                                   "#top"};
	static const char *const bad[] = {"javascript:alert(1)",
	                                  "data:text/html,x",
	                                  "ftp://a/",
	                                  "//a.example/",
	                                  "https://",
	                                  "mailto:nobody",
	                                  "a b",
	                                  "file:///etc/passwd",
	                                  "JaVaScRiPt:1"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		ck_assert_msg(decode_url_valid(slice_of(good[i])), "%s", good[i]);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		ck_assert_msg(!decode_url_valid(slice_of(bad[i])), "%s", bad[i]);
	}
	assert_bad(O_method, PAGE_BASE, "url: \"javascript:alert(1)\"", "want-url", 6);
}
END_TEST

START_TEST(a_path_does_not_leave_the_section)
{
	assert_bad(O_page, PAGE_BASE, "aliases: [../x]", "want-path", 11);
	assert_bad(O_page, PAGE_BASE, "aliases: [\"https://a.example/\"]", "want-path", 11);
	assert_bad(O_page, PAGE_BASE, "aliases: [a//b]", "want-path", 11);
}
END_TEST

START_TEST(a_medium_lies_below_media)
{
	assert_bad(O_method, PAGE_BASE, "file: x.pdf", "want-media", 7);
	assert_bad(O_method, PAGE_BASE, "file: media/../x.pdf", "want-media", 7);
	assert_bad(O_method, PAGE_BASE, "file: media/", "want-media", 7);
}
END_TEST

START_TEST(an_unknown_field_is_told_with_the_one_that_was_meant)
{
	decode(O_mentor, "m.yaml", "person: a\nexperience: 5\n");
	assert_fault("unknown-field", 2, 1);
	assert_slice(diags.items[0].argv[1], "experience_years");
	done();
	decode(O_mentor, "m.yaml", "person: a\nzzz: 5\n");
	assert_fault("unknown-field", 2, 1);
	ck_assert_uint_eq(diags.items[0].argc, 1);
	done();
}
END_TEST

START_TEST(the_body_is_no_key)
{
	decode(O_mentor, "m.yaml", "person: a\nbody: Текст\n");
	assert_fault("unknown-field", 2, 1);
	done();
}
END_TEST

START_TEST(every_needed_field_is_asked_for)
{
	decode(O_news, "n.yaml", "tags: [a]\n");
	ck_assert_uint_eq(diags.n, 2);
	ck_assert_str_eq(diag_name(diags.items[0].id), "missing-field");
	assert_slice(diags.items[0].argv[0], "title");
	assert_slice(diags.items[1].argv[0], "date");
	done();
}
END_TEST

START_TEST(a_map_inside_is_checked_like_a_record)
{
	decode(O_person, "p.yaml", "family: И\ngiven: М\nconsents:\n  - {id: r1, by: self, covers: [name, face]}\n");
	ck_assert_uint_eq(diags.n, 2);
	ck_assert_str_eq(diag_name(diags.items[0].id), "want-enum");
	ck_assert_str_eq(diag_name(diags.items[1].id), "missing-field");
	ck_assert_uint_eq(diags.items[0].loc.line, 4);
	ck_assert_uint_eq(diags.items[0].loc.col, 39);
	done();
}
END_TEST

START_TEST(a_list_is_a_list_and_words_in_it_differ)
{
	assert_bad(O_mentor, "person: a", "forms: tt", "want-list", 8);
	assert_bad(O_mentor, "person: a", "forms: [tt, tt]", "duplicate-item", 13);
	ck_assert(decode(O_mentor, "m.yaml", "person: a\nsubjects: [Физика, Физика]\n"));
	ck_assert_uint_eq(diags.n, 0);
	done();
}
END_TEST

START_TEST(a_record_in_markdown_has_a_body_below_its_front_matter)
{
	ck_assert(decode(O_page, "p.md", "---\ntitle: Т\n---\nТекст.\n"));
	ck_assert_uint_eq(diags.n, 0);
	const Val *body = rec_get(&record.rec, F_page_body);
	ck_assert_ptr_nonnull(body);
	ck_assert_uint_eq(body->loc.line, 4);
	assert_slice(slice_trim(body->as.prose.text), "Текст.");
	done();
	ck_assert(decode(O_page, "p.md", "---\ntitle: Т\n---\n\n  \n"));
	ck_assert_ptr_null(rec_get(&record.rec, F_page_body));
	done();
}
END_TEST

START_TEST(a_kind_without_a_body_has_none)
{
	decode(O_mentee, "m.md", "---\nperson: a\n---\nТекст.\n");
	assert_fault("body-not-allowed", 4, 1);
	done();
}
END_TEST

START_TEST(no_complaint_repeats_a_value)
{
	static const char secret[] = "Тайна";
	decode(O_person, "p.yaml",
	       "family: И\ngiven: [Тайна]\nminor_until: Тайна\nstaff: Тайна\nphone: \"Тайна\\nТайна\"\n"
	       "consents: [{id: r1, signed: Тайна, by: Тайна, covers: Тайна}]\nphoto: Тайна\n");
	ck_assert_uint_ge(diags.n, 7);
	Buf text = BUF_INIT;
	diags_print(&text, &diags, FORMAT_TEXT, LANG_RU, false);
	diags_print(&text, &diags, FORMAT_JSON, LANG_EN, false);
	ck_assert_uint_eq(slice_find(buf_slice(&text), slice_of(secret), 0), text.n);
	buf_release(&text);
	done();
}
END_TEST

UNIT_MAIN("decode", a_scalar_has_the_type_of_its_field_and_not_of_its_looks, a_bool_is_true_or_false_and_nothing_else,
          a_date_is_a_real_day, a_number_is_whole_and_in_its_range, a_string_is_one_line_and_not_empty,
          a_key_with_nothing_after_it_is_a_field_not_yet_filled_in, an_enum_is_one_of_its_words,
          an_address_has_a_safe_scheme, a_path_does_not_leave_the_section, a_medium_lies_below_media,
          an_unknown_field_is_told_with_the_one_that_was_meant, the_body_is_no_key, every_needed_field_is_asked_for,
          a_map_inside_is_checked_like_a_record, a_list_is_a_list_and_words_in_it_differ,
          a_record_in_markdown_has_a_body_below_its_front_matter, a_kind_without_a_body_has_none,
          no_complaint_repeats_a_value)
