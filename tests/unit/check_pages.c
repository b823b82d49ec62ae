/* page.h: what is planned of a site, before anything is rendered. */
#include "sample.h"
#include "unit.h"

static const Page *page_at(Sample *s, const char *path)
{
	const Page *page = map_get(&s->pages->by_path, slice_of(path));
	ck_assert_ptr_nonnull(page);
	return page;
}

static void plan(Sample *s)
{
	pages_free(s->pages);
	s->pages = pages_plan(&s->render);
}

static void mentor(Sample *s, const char *id)
{
	sample_record(s, PUB_MENTORS, id);
	sample_text(s, "name", id);
}

START_TEST(neighbours_are_those_before_and_after_in_public_order)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_MENTORS);
	mentor(&s, "a");
	mentor(&s, "b");
	mentor(&s, "c");
	plan(&s);
	ck_assert_ptr_null(page_at(&s, "mentors/a/")->newer);
	assert_slice(page_at(&s, "mentors/a/")->older->id, "b");
	assert_slice(page_at(&s, "mentors/b/")->newer->id, "a");
	assert_slice(page_at(&s, "mentors/b/")->older->id, "c");
	ck_assert_ptr_null(page_at(&s, "mentors/c/")->older);
	sample_release(&s);
}
END_TEST

/* Rule 1: whoever agreed to a page of his own alone leaves no gap on the pages beside it. */
START_TEST(who_may_not_be_named_there_is_passed_over)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_MENTORS);
	mentor(&s, "a");
	mentor(&s, "b");
	s.last->self.scope = sample_scope(&s, "mentors/b/");
	mentor(&s, "c");
	plan(&s);
	assert_slice(page_at(&s, "mentors/a/")->older->id, "c");
	assert_slice(page_at(&s, "mentors/c/")->newer->id, "a");
	assert_slice(page_at(&s, "mentors/b/")->newer->id, "a");
	sample_release(&s);
}
END_TEST

UNIT_MAIN("pages", neighbours_are_those_before_and_after_in_public_order, who_may_not_be_named_there_is_passed_over)
