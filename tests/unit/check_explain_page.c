/* What is withheld on a whole page, by the book: which records and fields, at which line, by which rule. */
#include "corpora.h"

#include "redact/explain.h"

#define DAY "2026-03-01"

static PageReport page;

static void look(const char *path, const char *day)
{
	Date today;
	ck_assert(date_parse(&today, slice_of(day)));
	ck_assert_msg(world_load() && world.diags.errors == 0, "%s", world_complaints());
	explain_page(&page, world.corpus, slice_of(path), today, LANG_EN);
}

static void leave(void)
{
	page_report_release(&page);
	world_end();
}

/* Of a field; FIELD_COUNT: of the whole record. */
static const Missing *missing(const char *path, FieldId field)
{
	Buf shown = BUF_INIT;
	const Missing *found = NULL;
	buf_printf(&shown, "content/%s", path);
	for (size_t i = 0; i < page.list.n; i++) {
		const Subject *s = &page.list.items[i].subject;
		bool same = s->field.n ? s->field.id[0] == field : field == FIELD_COUNT;
		if (same && slice_eq(s->path, buf_slice(&shown))) {
			found = &page.list.items[i];
		}
	}
	buf_release(&shown);
	return found;
}

static bool by(const Missing *m, ReasonId id)
{
	for (size_t i = 0; m && i < m->reasons.n; i++) {
		if (m->reasons.items[i].id == id) {
			return true;
		}
	}
	return false;
}

START_TEST(a_page_without_anything_withheld_has_an_empty_report)
{
	world_begin();
	world_put("news/a.md", "---\ntitle: Т\ndate: 2026-01-01\n---\nТекст.\n");
	look("news/a/", DAY);
	ck_assert_uint_eq(page.list.n, 0);
	leave();
}
END_TEST

START_TEST(a_closed_field_is_told_with_its_line)
{
	world_begin();
	world_put("news/a.md", "---\ntitle: Т\ndate: 2026-01-01\nresults: false\n---\n");
	look("news/a/", DAY);
	const Missing *m = missing("news/a.md", F_news_results);
	ck_assert_ptr_nonnull(m);
	ck_assert_uint_eq(m->loc.line, 4);
	ck_assert(by(m, REASON_FIELD_CLOSED));
	ck_assert_uint_eq(page.list.n, 1);
	leave();
}
END_TEST

START_TEST(a_list_tells_the_records_that_it_does_not_show)
{
	world_begin();
	world_put("news/a.md", "---\ntitle: Т\ndate: 2026-01-01\n---\n");
	world_put("news/b.md", "---\ntitle: Т\ndate: 2026-01-01\ndraft: true\n---\n");
	world_put("news/c.md", "---\ntitle: Т\ndate: 2026-01-01\npublish_from: 2026-03-02\n---\n");
	look("news/", DAY);
	ck_assert(by(missing("news/b.md", FIELD_COUNT), REASON_DRAFT));
	ck_assert(by(missing("news/c.md", FIELD_COUNT), REASON_FROM_AHEAD));
	ck_assert_uint_eq(page.list.n, 2);
	page_report_release(&page);
	look("news/", "2026-03-02");
	ck_assert_uint_eq(page.list.n, 1);
	leave();
}
END_TEST

START_TEST(a_page_that_is_not_there_tells_why)
{
	world_begin();
	world_put("news/b.md", "---\ntitle: Т\ndate: 2026-01-01\ndraft: true\nresults: false\n---\n");
	look("news/b/", DAY);
	ck_assert(by(missing("news/b.md", FIELD_COUNT), REASON_DRAFT));
	ck_assert_uint_eq(page.list.n, 1);
	leave();
}
END_TEST

START_TEST(a_mentors_page_tells_of_the_card_too)
{
	world_begin();
	world_put("people/ivanova.yaml", "family: Иванова\ngiven: Мария\nphone: +7 900 000-00-00\nconsents:\n"
	                                 "  - id: a\n    signed: 2025-09-01\n    by: self\n    covers: [role, name]\n");
	world_put("mentors/ivanova.md", "---\nperson: ivanova\n---\n");
	look("mentors/ivanova/", DAY);
	const Missing *m = missing("people/ivanova.yaml", F_person_phone);
	ck_assert(by(m, REASON_CONSENT_NONE));
	ck_assert_uint_eq(m->loc.line, 3);
	ck_assert_ptr_null(missing("people/ivanova.yaml", F_person_family));
	ck_assert_ptr_null(missing("people/ivanova.yaml", F_person_given));
	leave();
}
END_TEST

START_TEST(what_may_stand_on_other_pages_only_is_told)
{
	world_begin();
	world_put(
	        "people/ivanova.yaml",
	        "family: Иванова\ngiven: Мария\nphone: +7 900 000-00-00\nconsents:\n"
	        "  - id: a\n    signed: 2025-09-01\n    by: self\n    covers: [role, name]\n"
	        "  - id: b\n    signed: 2025-09-01\n    by: self\n    covers: [contacts]\n    pages: [programmes/]\n");
	world_put("mentors/ivanova.md", "---\nperson: ivanova\n---\n");
	world_part("mentees", "petrova", "Петрова", "");
	world_programme("p", "ivanova", "petrova", "");
	look("mentors/ivanova/", DAY);
	ck_assert_ptr_nonnull(missing("people/ivanova.yaml", F_person_phone));
	ck_assert_ptr_null(missing("people/ivanova.yaml", F_person_family));
	leave();
}
END_TEST

START_TEST(other_pages_have_an_empty_report)
{
	world_begin();
	world_put("news/b.md", "---\ntitle: Т\ndate: 2026-01-01\ndraft: true\n---\n");
	look("search/", DAY);
	ck_assert_uint_eq(page.list.n, 0);
	page_report_release(&page);
	look("nothing/at/all/", DAY);
	ck_assert_uint_eq(page.list.n, 0);
	leave();
}
END_TEST

UNIT_MAIN("explain page", a_page_without_anything_withheld_has_an_empty_report, a_closed_field_is_told_with_its_line,
          a_list_tells_the_records_that_it_does_not_show, a_page_that_is_not_there_tells_why,
          a_mentors_page_tells_of_the_card_too, what_may_stand_on_other_pages_only_is_told,
          other_pages_have_an_empty_report)
