/* Programmes over the months: the plan of one, and those of a school year under each other. */
#include "base/escape.h"
#include "render/page.h"
#include "render/strip.h"

/* More strips than this under each other are a pattern, not a picture. */
enum { OVERVIEW_LEAST = 2, OVERVIEW_MOST = 40 };

static Course course_of(const PubRecord *r, Slice path)
{
	const Pub *completion = pub_get(&r->fields, SL("completion"), path);
	const Pub *status = pub_get(&r->fields, SL("status"), path);
	return (Course){
	        .start = pub_date(&r->fields, "start", path),
	        .end = pub_date(&r->fields, "end", path),
	        .extended = pub_date(&r->fields, "extended_to", path),
	        .completed = completion ? pub_date(completion, "date", path) : DATE_NONE,
	        .planned = status && slice_is(status->as.term.id, "planned"),
	};
}

static const Pub *take_html(View *v, Buf *drawn)
{
	const Pub *html = pub_new_html(v->arena, buf_slice(drawn));
	buf_release(drawn);
	return html;
}

/* The scale of an axis with the words of the picture that it begins. */
static void put_scale(View *v, Buf *out, const Axis *a, Slice id, Slice title, Slice about)
{
	Buf words = BUF_INIT;
	svg_words(&words, "title", id, title);
	svg_words(&words, "desc", id, about);
	axis_scale(out, a, v->render->locale, id, buf_slice(&words));
	buf_release(&words);
}

/* --- one programme --- */

static const Pub *activity_of(View *v, const Pub *item, const Axis *a, Span whole)
{
	Slice period = pub_text(item, "period", v->page->path);
	Period read;
	Pub *map = pub_new_map(v->arena);
	pub_set(v->arena, map, "title", pub_get(item, SL("title"), v->page->path));
	pub_set(v->arena, map, "period", pub_get(item, SL("period"), v->page->path));
	if (a->months <= AXIS_MOST && period.n && period_read(&read, period, whole)) {
		Buf drawn = BUF_INIT;
		strip_period(&drawn, a, SL("course"), &read);
		pub_set(v->arena, map, "strip", take_html(v, &drawn));
	}
	return map;
}

static const Pub *draw_course(View *v, const Course *course, const Axis *axis, Slice when)
{
	Buf drawn = BUF_INIT;
	svg_picture(&drawn, "div", "strips", SL("course"));
	put_scale(v, &drawn, axis, SL("course"), v->render->theme->texts[STR_course_title], when);
	strip_course(&drawn, axis, SL("course"), course);
	buf_str(&drawn, "</div>");
	return take_html(v, &drawn);
}

void view_plan(View *v, Slice when)
{
	const PubRecord *r = v->page->record;
	Course course = course_of(r, v->page->path);
	Span whole = course_span(&course);
	Axis axis = axis_of(whole.from, whole.to);
	if (axis.months <= AXIS_MOST) {
		view_set(v, "course", draw_course(v, &course, &axis, when));
	}
	const Pub *plan = pub_get(&r->fields, SL("plan"), v->page->path);
	size_t n = plan ? plan->as.list.n : 0;
	const Pub **items = arena_array(v->arena, n, sizeof *items);
	for (size_t i = 0; i < n; i++) {
		items[i] = activity_of(v, plan->as.list.items[i], &axis, whole);
	}
	view_set(v, "plan", pub_new_list(v->arena, items, n));
}

/* --- those of a school year --- */

static Span years_span(PubList list, Slice path)
{
	Span all = {INT32_MAX, DATE_NONE};
	for (size_t i = 0; i < list.n; i++) {
		Course c = course_of(list.items[i], path);
		Span s = course_span(&c);
		all.from = s.from < all.from ? s.from : all.from;
		all.to = s.to > all.to ? s.to : all.to;
	}
	return all;
}

static void put_lane(View *v, Buf *out, const PubRecord *r, const Axis *a, Slice id)
{
	Course course = course_of(r, v->page->path);
	buf_str(out, "<div class=\"lane\"><span><b>");
	escape_html(out, pub_text(&r->fields, "number", v->page->path));
	buf_str(out, "</b> <span class=\"wide\">");
	escape_prose(out, pub_text(&r->fields, "title", v->page->path));
	buf_str(out, "</span></span>");
	strip_course(out, a, id, &course);
	buf_str(out, "</div>");
}

const Pub *view_overview(View *v, Slice id, Slice title, PubList list)
{
	const Theme *t = v->render->theme;
	Span whole = years_span(list, v->page->path);
	Axis axis = axis_of(whole.from, whole.to);
	if (list.n < OVERVIEW_LEAST || list.n > OVERVIEW_MOST || axis.months > AXIS_MOST) {
		return NULL;
	}
	Slice count = theme_count(t, v->arena, v->render->locale, STR_count_programmes, (int64_t)list.n);
	Buf drawn = BUF_INIT;
	svg_picture(&drawn, "div", "lanes", id);
	buf_str(&drawn, "<div class=\"lane\">");
	put_scale(v, &drawn, &axis, id, theme_fill(t, v->arena, STR_overview_title, &title, 1),
	          theme_fill(t, v->arena, STR_overview_about, &count, 1));
	buf_str(&drawn, "</div>");
	for (size_t i = list.n; i > 0; i--) { /* they come newest first, time goes on downwards */
		put_lane(v, &drawn, list.items[i - 1], &axis, id);
	}
	buf_str(&drawn, "</div>");
	return take_html(v, &drawn);
}
