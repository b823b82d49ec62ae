#include "redact/figures.h"

#include "redact/cells.h"
#include "redact/names.h"
#include "redact/prose.h"

/* Rules 3, 4 and 12: rows, and minors who are counted. */
static int64_t count_parts(const Standing *standings, size_t n)
{
	int64_t total = 0;
	for (size_t i = 0; i < n; i++) {
		total += standings[i].part == PART_NAMED || standings[i].part == PART_COUNTED;
	}
	return total;
}

static Slice cell_title(const Pub *v)
{
	return v->type == PUB_TERM ? v->as.term.title : v->as.text;
}

static void add_values(Cells *cells, const PubRecord *r, size_t number, const char *key)
{
	const Pub *v = pub_get(&r->fields, slice_of(key), r->page);
	for (size_t i = 0; v && v->type == PUB_LIST && i < v->as.list.n; i++) {
		cells_add(cells, cell_title(v->as.list.items[i]), number);
	}
	if (v && v->type != PUB_LIST) {
		cells_add(cells, cell_title(v), number);
	}
}

static void add_breakdown(Pass *p, PubBreakdown *all, size_t *n, const char *id, PubList list, const char *key)
{
	Cells cells = CELLS_INIT;
	bool merged;
	for (size_t i = 0; i < list.n; i++) {
		add_values(&cells, list.items[i], i, key);
	}
	PubCell *shown = arena_array(p->arena, cells.list.n, sizeof *shown);
	size_t count = cells_merge(&cells, shown, p->door->rules.policy->min_group, &merged);
	if (count) {
		all[(*n)++] = (PubBreakdown){id, shown, count, merged};
	}
	cells_release(&cells);
}

static void add_breakdowns(Pass *p, PubSite *site)
{
	PubBreakdown *all = arena_array(p->arena, 4, sizeof *all);
	PubList programmes = site->kinds[PUB_PROGRAMMES];
	size_t n = 0;
	add_breakdown(p, all, &n, "programmes_by_form", programmes, "form");
	add_breakdown(p, all, &n, "programmes_by_kind", programmes, "kinds");
	add_breakdown(p, all, &n, "programmes_by_year", programmes, "school_year");
	add_breakdown(p, all, &n, "mentors_by_subject", site->kinds[PUB_MENTORS], "subjects");
	site->breakdowns = all;
	site->breakdown_count = n;
}

/* In the order of the schema: how the curator listed them is nobody's business. */
static const Slice *category_titles(Pass *p, const Rec *consent, size_t *n)
{
	size_t listed, categories;
	const Val *items = rec_list(consent, F_consent_covers, &listed);
	EnumRow first = schema_enum(ENUM_category, &categories);
	Slice *titles = arena_array(p->arena, listed, sizeof *titles);
	*n = 0;
	for (size_t k = 0; k < categories; k++) {
		for (size_t i = 0; i < listed; i++) {
			if (items[i].as.choice == (EnumRow)(first + k)) {
				titles[(*n)++] = door_title(p->door, schema_enum_word(items[i].as.choice)->title);
			}
		}
	}
	return titles;
}

static void add_notices_of(Pass *p, const Record *person, const Pub *name, PubNotice *all, size_t *count)
{
	size_t n;
	const Val *consents = rec_list(&person->rec, F_person_consents, &n);
	for (size_t i = 0; i < n; i++) {
		const Rec *consent = consents[i].as.map;
		if (!rule_noticed(&p->door->rules, person, consent)) {
			continue;
		}
		PubNotice *notice = &all[(*count)++];
		notice->name = name;
		notice->covers = category_titles(p, consent, &notice->cover_count);
		notice->conditions = prose_html(p, rec_get(consent, F_consent_conditions)->as.prose, SL("consents/"));
	}
}

typedef struct Named {
	Slice key;
	PubNotice notice;
} Named;

static int by_name(const void *x, const void *y)
{
	const Named *a = x;
	const Named *b = y;
	int c = slice_cmp(a->key, b->key);
	c = c ? c : slice_cmp(a->notice.conditions->as.text, b->notice.conditions->as.text);
	for (size_t i = 0; c == 0 && i < a->notice.cover_count && i < b->notice.cover_count; i++) {
		c = slice_cmp(a->notice.covers[i], b->notice.covers[i]);
	}
	return c ? c
	         : (a->notice.cover_count > b->notice.cover_count) - (a->notice.cover_count < b->notice.cover_count);
}

static void sort_notices(Pass *p, PubNotice *all, size_t n)
{
	Named *named = arena_array(p->arena, n, sizeof *named);
	for (size_t i = 0; i < n; i++) {
		Slice name = pub_on(all[i].name, SL("consents/"))->as.text;
		named[i] = (Named){locale_sort_key(p->door->locale, p->arena, name), all[i]};
	}
	if (n > 1) {
		qsort(named, n, sizeof *named, by_name);
	}
	for (size_t i = 0; i < n; i++) {
		all[i] = named[i].notice;
	}
}

static size_t consent_count(const Corpus *c)
{
	size_t all = 0;
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		size_t n;
		rec_list(&c->records[O_person][i]->rec, F_person_consents, &n);
		all += n;
	}
	return all;
}

static void add_notices(Pass *p, PubSite *site)
{
	const Corpus *c = p->door->corpus;
	PubNotice *all = arena_array(p->arena, consent_count(c), sizeof *all);
	size_t n = 0;
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		const Record *person = c->records[O_person][i];
		const Pub *name = name_value(p, person, name_scope_full(p, person), name_scope_brief(p, person));
		add_notices_of(p, person, name, all, &n);
	}
	sort_notices(p, all, n);
	site->notices = all;
	site->notice_count = n;
}

void figures_project(Pass *p, PubSite *site)
{
	const Corpus *c = p->door->corpus;
	site->mentors = count_parts(p->door->mentors, c->counts[O_mentor]);
	site->mentees = count_parts(p->door->mentees, c->counts[O_mentee]);
	site->programmes = (int64_t)site->kinds[PUB_PROGRAMMES].n;
	site->partners = (int64_t)site->kinds[PUB_PARTNERS].n;
	add_breakdowns(p, site);
	add_notices(p, site);
}
