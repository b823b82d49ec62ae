/* The view of the section in figures: totals, breakdowns, surveys. */
#include "render/chart.h"
#include "render/page.h"

static const Pub *row_map(View *v, const ChartRow *row, int64_t whole)
{
	Pub *map = pub_new_map(v->arena);
	pub_set(v->arena, map, "title", pub_new_text(v->arena, row->title));
	pub_set(v->arena, map, "count", pub_new_int(v->arena, row->count));
	if (whole > 0) {
		Buf share = BUF_INIT;
		chart_percent(&share, row->count, whole);
		pub_set(v->arena, map, "share", pub_new_text(v->arena, buf_slice(&share)));
		buf_release(&share);
	}
	return map;
}

/* «учитель – ученик: 6; другие: 5» */
static Slice rows_text(View *v, const ChartRow *rows, size_t n)
{
	Buf text = BUF_INIT;
	for (size_t i = 0; i < n; i++) {
		buf_str(&text, i ? "; " : "");
		buf_add(&text, rows[i].title);
		buf_str(&text, ": ");
		locale_number(v->render->locale, &text, rows[i].count);
	}
	Slice kept = arena_dup(v->arena, buf_slice(&text));
	buf_release(&text);
	return kept;
}

typedef void Draw(Buf *out, const Locale *l, const Chart *c);

/* Sets `chart` and `rows` of a breakdown or a question. */
static void set_rows(View *v, Pub *map, Draw *draw, Chart c)
{
	Buf drawn = BUF_INIT;
	Slice args[2] = {c.title, rows_text(v, c.rows, c.n)};
	c.about = theme_fill(v->render->theme, v->arena, STR_chart_about, args, 2);
	const Pub **items = arena_array(v->arena, c.n, sizeof *items);
	draw(&drawn, v->render->locale, &c);
	pub_set(v->arena, map, "chart", pub_new_html(v->arena, buf_slice(&drawn)));
	for (size_t i = 0; i < c.n; i++) {
		items[i] = row_map(v, &c.rows[i], c.whole);
	}
	pub_set(v->arena, map, "rows", pub_new_list(v->arena, items, c.n));
	buf_release(&drawn);
}

static StringId breakdown_title(const char *id)
{
	static const StringId titles[] = {STR_breakdown_programmes_by_form, STR_breakdown_programmes_by_kind,
	                                  STR_breakdown_programmes_by_year, STR_breakdown_mentors_by_subject};
	static const char *const ids[] = {"programmes_by_form", "programmes_by_kind", "programmes_by_year",
	                                  "mentors_by_subject"};
	size_t i = 0;
	while (i < 3 && strcmp(ids[i], id) != 0) {
		i++;
	}
	return titles[i];
}

static const Pub *breakdown_map(View *v, const PubBreakdown *b)
{
	ChartRow *rows = arena_array(v->arena, b->n, sizeof *rows);
	for (size_t i = 0; i < b->n; i++) {
		bool rest = b->merged && i + 1 == b->n;
		rows[i] = (ChartRow){rest ? v->render->theme->texts[STR_others] : b->cells[i].title, b->cells[i].count,
		                     rest};
	}
	Slice title = v->render->theme->texts[breakdown_title(b->id)];
	Pub *map = pub_new_map(v->arena);
	pub_set(v->arena, map, "id", pub_new_text(v->arena, slice_of(b->id)));
	pub_set(v->arena, map, "title", pub_new_text(v->arena, title));
	bool in_time = strcmp(b->id, "programmes_by_year") == 0;
	set_rows(v, map, in_time ? chart_columns : chart_bars,
	         (Chart){.id = slice_of(b->id), .title = title, .rows = rows, .n = b->n});
	return map;
}

static const Pub *question_map(View *v, const Pub *question, Slice id, int64_t respondents)
{
	Slice path = v->page->path;
	const Pub *answers = pub_get(question, SL("answers"), path);
	size_t n = answers ? answers->as.list.n : 0;
	ChartRow *rows = arena_array(v->arena, n, sizeof *rows);
	for (size_t i = 0; i < n; i++) {
		const Pub *answer = answers->as.list.items[i];
		int64_t count = pub_get(answer, SL("count"), path)->as.number;
		rows[i] = (ChartRow){pub_text(answer, "title", path), count, false};
	}
	Pub *map = pub_new_map(v->arena);
	Slice text = pub_text(question, "text", path);
	pub_set(v->arena, map, "text", pub_new_text(v->arena, text));
	set_rows(v, map, chart_bars, (Chart){.id = id, .title = text, .rows = rows, .n = n, .whole = respondents});
	return map;
}

static Slice survey_about(View *v, const PubRecord *r, int64_t respondents)
{
	const Theme *t = v->render->theme;
	Slice args[3] = {pub_text(&r->fields, "audience", v->page->path), pub_text(&r->fields, "period", v->page->path),
	                 theme_count(t, v->arena, v->render->locale, STR_count_respondents, respondents)};
	return theme_fill(t, v->arena, STR_survey_about, args, 3);
}

static const Pub *survey_map(View *v, const PubRecord *r, size_t number)
{
	Slice path = v->page->path;
	const Pub *questions = pub_get(&r->fields, SL("questions"), path);
	int64_t respondents = pub_get(&r->fields, SL("respondents"), path)->as.number;
	size_t n = questions ? questions->as.list.n : 0;
	Pub *map = pub_new_map(v->arena);
	const Pub **items = arena_array(v->arena, n, sizeof *items);
	for (size_t i = 0; i < n; i++) {
		Slice id = arena_printf(v->arena, "survey-%zu-%zu", number, i + 1);
		items[i] = question_map(v, questions->as.list.items[i], id, respondents);
	}
	pub_set(v->arena, map, "id", pub_new_text(v->arena, arena_printf(v->arena, "survey-%zu", number)));
	pub_set(v->arena, map, "title", pub_get(&r->fields, SL("title"), path));
	pub_set(v->arena, map, "about", pub_new_text(v->arena, survey_about(v, r, respondents)));
	pub_set(v->arena, map, "questions", pub_new_list(v->arena, items, n));
	return map;
}

void view_stats(View *v)
{
	const PubSite *s = v->render->site;
	PubList surveys = s->kinds[PUB_SURVEYS];
	const Pub **items = arena_array(v->arena, s->breakdown_count + surveys.n, sizeof *items);
	for (size_t i = 0; i < s->breakdown_count; i++) {
		items[i] = breakdown_map(v, &s->breakdowns[i]);
	}
	view_set(v, "figures", view_figures(v));
	view_set(v, "breakdowns", pub_new_list(v->arena, items, s->breakdown_count));
	for (size_t i = 0; i < surveys.n; i++) {
		items[i] = survey_map(v, surveys.items[i], i + 1);
	}
	view_set(v, "surveys", pub_new_list(v->arena, items, surveys.n));
	int64_t least = pub_get(&s->policy, SL("min_group"), v->page->path)->as.number;
	Slice number = arena_printf(v->arena, "%lld", (long long)least);
	view_set_text(v, "threshold", theme_fill(v->render->theme, v->arena, STR_threshold, &number, 1));
}
