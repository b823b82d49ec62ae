#include "output/withheld.h"
#include "redact/item.h"

#include "corpora.h"

/*
 * The rules were written down twice, from one page: for the projection and for
 * the audit. Here the two are compared on every person, page and day of the
 * demonstration content: where they differ, one of them errs.
 */

static const char *const pages[] = {
        "",      "mentors/", "mentors/vozdvizhencev/", "mentees/", "programmes/2026-02/", "roadmap/", "consents/",
        "news/", "awards/"};
enum { PAGES = sizeof pages / sizeof *pages };

static Corpus *corpus;
static Tree *tree;
static Diags diags;

static bool open_demo(void)
{
	const TreeOptions o = {.repo = ".", .content = "content", .worktree = true};
	diags_init(&diags);
	tree = access("content/site.yaml", R_OK) == 0 ? tree_open(&o, &diags) : NULL;
	if (!tree) {
		printf("skipped: no content/ in the current folder\n");
		return false;
	}
	corpus = corpus_load(tree, SL("content"), 2, &diags);
	ck_assert_uint_eq(diags.errors, 0);
	return true;
}

static void close_demo(void)
{
	corpus_free(corpus);
	tree_free(tree);
	diags_release(&diags);
}

static void compare_person(const Rules *r, const Withheld *w, const Record *person)
{
	for (int row = ER_category_name; row <= ER_category_awards; row++) {
		const PubScope *agreed = rule_agreed(r, person, (EnumRow)row);
		bool somewhere = withheld_agrees_somewhere(w, person, (EnumRow)row);
		ck_assert_msg(somewhere == !scope_is_nowhere(agreed), "%.*s: %d", SLICE_ARG(person->path), row);
		for (int i = 0; i < PAGES; i++) {
			bool here = withheld_agrees(w, person, (EnumRow)row, slice_of(pages[i]));
			ck_assert_msg(here == pub_scope_covers(agreed, slice_of(pages[i])), "%.*s: %d on %s",
			              SLICE_ARG(person->path), row, pages[i]);
		}
	}
}

/* As the projection has it (redact/item.c), but for what needs its door. */
static bool is_public(const Rules *r, const Record *record)
{
	if (rule_absent(r, record) || rule_embargoed(r, record)) {
		return false;
	}
	switch (record->kind) {
	case O_mentor:
	case O_mentee:
		return rule_part(r, record) == PART_NAMED;
	case O_award:
		return pub_scope_covers(item_award_scope(r, record), SL("awards/"));
	case O_survey:
		return rec_int(&record->rec, F_survey_respondents, 0) >= r->policy->min_group;
	default:
		return true;
	}
}

static void compare_day(Date day)
{
	Arena a = ARENA_INIT;
	Rules r;
	Withheld w;
	rules_init(&r, corpus, day, &a);
	withheld_init(&w, corpus, day);
	for (size_t i = 0; i < corpus->counts[O_person]; i++) {
		compare_person(&r, &w, corpus->records[O_person][i]);
	}
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		for (size_t i = 0; kind != O_person && kind != O_media && i < corpus->counts[kind]; i++) {
			const Record *record = corpus->records[kind][i];
			ck_assert_msg(withheld_record(&w, record) == !is_public(&r, record), "%.*s",
			              SLICE_ARG(record->path));
		}
	}
	withheld_release(&w);
	arena_release(&a);
}

START_TEST(the_demo_is_judged_alike_on_every_day)
{
	if (!open_demo()) {
		return;
	}
	Minors as_written = corpus->policy.minors;
	for (Date day = date_of(2025, 8, 25); day < date_of(2027, 9, 10); day += 3) {
		compare_day(day);
	}
	for (int minors = MINORS_HIDE; minors <= MINORS_CONSENT; minors++) {
		corpus->policy.minors = (Minors)minors;
		compare_day(date_of(2026, 10, 13));
		compare_day(date_of(2026, 11, 20));
	}
	corpus->policy.minors = as_written;
	close_demo();
}
END_TEST

/* --- fields, one by one --- */

typedef struct Seen {
	const char *path;
	bool found, withheld;
} Seen;

static void look(void *ctx, const WithheldValue *v)
{
	Seen *seen = ctx;
	if (slice_is(v->path, seen->path)) {
		seen->found = true;
		seen->withheld = v->withheld;
	}
}

static bool is_withheld(const Withheld *w, Kind kind, const char *id, const char *path)
{
	Seen seen = {path, false, false};
	withheld_visit(w, corpus_find(w->corpus, kind, slice_of(id)), look, &seen);
	ck_assert_msg(seen.found, "%s has no %s", id, path);
	return seen.withheld;
}

#define PROGRAMME                                                                                                       \
	"plan:\n  - {title: Первая встреча, done: 2026-02-02}\nplan_notes: Заметки к плану\n" \
	"completion: {date: 2026-05-20, ground: plan}\n"                                                                \
	"results: {summary: Всё вышло, indicators: [{title: Уроки, before: \"1\", after: \"9\"}]}\n"

START_TEST(a_field_is_withheld_by_its_class)
{
	Withheld w;
	Date day;
	world_begin();
	world_part(
	        "mentors", "orlova", "Орлова",
	        "position: учитель\nphone: \"+7 000 000-00-01\"\nconsents:\n  - {id: r1, signed: 2025-09-01, by: self, "
	        "covers: [role, name], conditions: Без фотографий}\n");
	world_part("mentees", "belov", "Белов", "");
	world_programme("p1", "orlova", "belov", PROGRAMME);
	world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	ck_assert(date_parse(&day, SL("2026-05-19")));
	withheld_init(&w, world.corpus, day);
	ck_assert(!is_withheld(&w, O_person, "orlova", "family"));
	ck_assert(is_withheld(&w, O_person, "orlova", "position"));
	ck_assert(is_withheld(&w, O_person, "orlova", "phone"));
	ck_assert(!is_withheld(&w, O_person, "orlova", "consents.conditions"));
	ck_assert(is_withheld(&w, O_person, "orlova", "consents.id"));
	ck_assert(is_withheld(&w, O_person, "belov", "family"));
	ck_assert(!withheld_record(&w, corpus_find(world.corpus, O_mentor, SL("orlova"))));
	ck_assert(withheld_record(&w, corpus_find(world.corpus, O_mentee, SL("belov"))));
	ck_assert(!is_withheld(&w, O_programme, "p1", "title"));
	ck_assert(is_withheld(&w, O_programme, "p1", "plan.title"));
	ck_assert(is_withheld(&w, O_programme, "p1", "plan_notes"));
	ck_assert(is_withheld(&w, O_programme, "p1", "results.summary"));
	withheld_release(&w);
	withheld_init(&w, world.corpus, day + 1); /* the day of completion */
	ck_assert(!is_withheld(&w, O_programme, "p1", "results.summary"));
	ck_assert(!is_withheld(&w, O_programme, "p1", "results.indicators.title"));
	ck_assert(is_withheld(&w, O_programme, "p1", "completion.ground"));
	ck_assert(is_withheld(&w, O_programme, "p1", "plan_notes"));
	withheld_release(&w);
	world_end();
}
END_TEST

START_TEST(a_picture_is_shown_if_it_is_used_and_all_agree)
{
	Withheld w;
	world_begin();
	world_person("orlova", "Орлова", "consents:\n" CONSENT("photo", ""));
	world_person("belov", "Белов", "");
	world_picture("media/one.png");
	world_put("media/one.png.yaml", "alt: Один\npeople: [orlova]\n");
	world_picture("media/two.png");
	world_put("media/two.png.yaml", "alt: Двое\npeople: [orlova, belov]\n");
	world_picture("media/spare.png");
	world_put("media/spare.png.yaml", "alt: Запас\n");
	world_put("pages/about.md", "---\ntitle: О нас\n---\n![](media/one.png)\n\n![](media/two.png)\n");
	world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	withheld_init(&w, world.corpus, date_of(2026, 1, 1));
	ck_assert(w.shown[corpus_media(world.corpus, SL("media/one.png"))->index]);
	ck_assert(!w.shown[corpus_media(world.corpus, SL("media/two.png"))->index]);
	ck_assert(!w.shown[corpus_media(world.corpus, SL("media/spare.png"))->index]);
	withheld_release(&w);
	world_end();
}
END_TEST

UNIT_MAIN("withheld", the_demo_is_judged_alike_on_every_day, a_field_is_withheld_by_its_class,
          a_picture_is_shown_if_it_is_used_and_all_agree)
