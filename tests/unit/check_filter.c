#include "render/filter.h"

#include "sample.h"
#include "unit.h"

/* The registry of the sample's mentors, as its template would ask for it. */
typedef struct Listed {
	Page page;
	View view;
	Filter filter;
} Listed;

static void list_mentors(Listed *l, Sample *s)
{
	*l = (Listed){.page = {.type = PAGE_mentors, .path = SL("mentors/")}};
	l->view = (View){&s->site.arena, &s->render, NULL, &l->page, pub_new_map(&s->site.arena)};
	filter_init(&l->filter, &l->view, s->site.kinds[PUB_MENTORS]);
}

static void release(Listed *l, Sample *s)
{
	filter_release(&l->filter);
	sample_release(s);
}

/* A line of "number=anchor" for each criterion. */
static Slice criteria(Listed *l, Sample *s)
{
	Buf out = BUF_INIT;
	const Pub *filters = pub_get(l->view.root, SL("filters"), SL(""));
	for (size_t i = 0; i < filters->as.list.n; i++) {
		const Pub *options = pub_get(filters->as.list.items[i], SL("options"), SL(""));
		for (size_t k = 0; k < options->as.list.n; k++) {
			const Pub *o = options->as.list.items[k];
			buf_printf(&out, "%s%.*s=%.*s", k ? " " : "", SLICE_ARG(pub_text(o, "number", SL(""))),
			           SLICE_ARG(pub_text(o, "id", SL(""))));
		}
		buf_byte(&out, '\n');
	}
	Slice kept = arena_dup(&s->site.arena, buf_slice(&out));
	buf_release(&out);
	return kept;
}

static Slice row(Listed *l, Sample *s, size_t i)
{
	const Pub *rows = filter_rows(&l->filter, "mentor", s->site.kinds[PUB_MENTORS]);
	return pub_text(rows->as.list.items[i], "by", SL(""));
}

static void mentor(Sample *s, const char *id, const char *subject)
{
	sample_record(s, PUB_MENTORS, id);
	sample_set(s, "subjects", sample_list(s, pub_new_text(&s->site.arena, slice_of(subject)), NULL));
}

START_TEST(options_are_numbered_by_criterion_and_in_the_order_of_the_language)
{
	Sample s;
	Listed l;
	sample_init(&s);
	mentor(&s, "ivanova", "Физика");
	mentor(&s, "kotova", "Ёлочный дизайн");
	mentor(&s, "petrova", "Астрономия");
	list_mentors(&l, &s);
	assert_slice(criteria(&l, &s), "1=subjects-Астрономия 2=subjects-Ёлочный_дизайн 3=subjects-Физика\n");
	assert_slice(row(&l, &s, 0), "3");
	assert_slice(row(&l, &s, 1), "2");
	assert_slice(row(&l, &s, 2), "1");
	release(&l, &s);
}
END_TEST

START_TEST(a_criterion_that_parts_nothing_is_not_offered)
{
	Sample s;
	Listed l;
	sample_init(&s);
	mentor(&s, "ivanova", "Физика");
	mentor(&s, "petrova", "Физика");
	list_mentors(&l, &s);
	assert_slice(criteria(&l, &s), "");
	assert_slice(row(&l, &s, 0), "");
	release(&l, &s);
}
END_TEST

START_TEST(a_value_that_may_not_stand_on_the_page_is_no_option)
{
	Sample s;
	Listed l;
	sample_init(&s);
	mentor(&s, "ivanova", "Физика");
	mentor(&s, "kotova", "Химия");
	sample_set(&s, "subjects",
	           sample_only_on(&s, pub_get(&s.last->fields, SL("subjects"), SL("")), "mentors/kotova/"));
	list_mentors(&l, &s);
	assert_slice(criteria(&l, &s), "1=subjects-Физика\n");
	assert_slice(row(&l, &s, 1), "");
	release(&l, &s);
}
END_TEST

START_TEST(one_option_is_offered_when_some_row_does_not_fit_it)
{
	Sample s;
	Listed l;
	sample_init(&s);
	mentor(&s, "ivanova", "Физика");
	sample_set(&s, "available", pub_new_flag(&s.site.arena, true));
	mentor(&s, "petrova", "Физика");
	sample_set(&s, "available", pub_new_flag(&s.site.arena, false));
	list_mentors(&l, &s);
	assert_slice(criteria(&l, &s), "1=available-yes\n");
	assert_slice(row(&l, &s, 0), "1");
	assert_slice(row(&l, &s, 1), "");
	release(&l, &s);
}
END_TEST

START_TEST(a_day_counts_for_its_school_year)
{
	Sample s;
	Listed l;
	sample_init(&s);
	mentor(&s, "ivanova", "Физика");
	sample_date(&s, "since", 2025, 8, 31);
	mentor(&s, "petrova", "Физика");
	sample_date(&s, "since", 2025, 9, 1);
	list_mentors(&l, &s);
	assert_slice(criteria(&l, &s), "1=years-2024/2025 2=years-2025/2026\n");
	PubList latest = filter_latest(&l.view, s.site.kinds[PUB_MENTORS], "since");
	ck_assert_uint_eq(latest.n, 2);
	assert_slice(latest.items[0]->id, "petrova");
	release(&l, &s);
}
END_TEST

START_TEST(the_latest_leaves_out_who_has_no_day_and_keeps_order_within_one)
{
	Sample s;
	Listed l;
	sample_init(&s);
	mentor(&s, "ivanova", "Физика");
	sample_date(&s, "since", 2025, 9, 1);
	mentor(&s, "nikitina", "Физика");
	mentor(&s, "petrova", "Физика");
	sample_date(&s, "since", 2025, 9, 1);
	list_mentors(&l, &s);
	PubList latest = filter_latest(&l.view, s.site.kinds[PUB_MENTORS], "since");
	ck_assert_uint_eq(latest.n, 2);
	assert_slice(latest.items[0]->id, "ivanova");
	assert_slice(latest.items[1]->id, "petrova");
	release(&l, &s);
}
END_TEST

START_TEST(the_style_sheet_names_every_option_that_works_without_a_script)
{
	Buf css = BUF_INIT;
	filter_css(&css);
	ck_assert(slice_find(buf_slice(&css), SL(".o1:target"), 0) < css.n);
	ck_assert(slice_find(buf_slice(&css), SL(".o64:target) :is([data-by]:not([data-by~=\"64\"]),"), 0) < css.n);
	ck_assert(slice_find(buf_slice(&css), SL(".o65"), 0) == css.n);
	buf_release(&css);
}
END_TEST

UNIT_MAIN("filter", options_are_numbered_by_criterion_and_in_the_order_of_the_language,
          a_criterion_that_parts_nothing_is_not_offered, a_value_that_may_not_stand_on_the_page_is_no_option,
          one_option_is_offered_when_some_row_does_not_fit_it, a_day_counts_for_its_school_year,
          the_latest_leaves_out_who_has_no_day_and_keeps_order_within_one,
          the_style_sheet_names_every_option_that_works_without_a_script)
