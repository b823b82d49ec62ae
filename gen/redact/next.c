#include "redact/next.h"

#include "redact/canon.h"
#include "redact/guard.h"
#include "redact/guard_files.h"
#include "redact/item.h"
#include "redact/mention.h"
#include "redact/turns.h"

/* --- the day --- */

typedef struct Search {
	const Corpus *corpus;
	History *history;
	unsigned threads;
	Date today;
	Digest plain, dated; /* today's, without dates of change and with them */
	bool has_dated;
} Search;

/* The site of a day as a digest; what is wrong with it goes to diags. */
static Digest digest_on(const Search *s, History *history, Date day, Diags *diags)
{
	Links links = {NULL, 0, 0};
	PubSite *site = project(s->corpus, history, day, SL(""), s->threads, &links, diags);
	Digest d = pubsite_digest(site);
	pubsite_free(site);
	free(links.items);
	return d;
}

/* Reading the history is the dear part, and is put off until it is all that could differ. */
static bool differs_in_dates(Search *s, Date day, Diags *diags)
{
	if (!s->history) {
		return false;
	}
	if (!s->has_dated) {
		s->dated = digest_on(s, s->history, s->today, diags);
		s->has_dated = true;
	}
	return !digest_eq(digest_on(s, s->history, day, diags), s->dated);
}

static bool differs(Search *s, Date day, Diags *faults)
{
	Diags ignored;
	diags_init(&ignored);
	bool other = !digest_eq(digest_on(s, NULL, day, faults), s->plain) || differs_in_dates(s, day, &ignored);
	diags_release(&ignored);
	return other;
}

/* --- the reasons --- */

/* The eve of the day and the day itself. */
typedef struct Eve {
	const Corpus *corpus;
	Arena arena;
	Door before, after;
	Mentions mentions;
} Eve;

static bool scope_eq(const PubScope *x, const PubScope *y)
{
	if (!x || !y || x->n != y->n) {
		return x == y;
	}
	for (size_t i = 0; i < x->n; i++) {
		if (!slice_eq(x->prefix[i], y->prefix[i])) {
			return false;
		}
	}
	return true;
}

/* The consent that has the turn; NULL: the turn is another date of the person's. */
static const Rec *consent_at(const Turn *t)
{
	size_t n;
	const Val *consents = rec_list(&t->record->rec, F_person_consents, &n);
	for (size_t i = 0; i < n; i++) {
		const Val *v =
		        schema_field(t->field)->owner == O_consent ? rec_get(consents[i].as.map, t->field) : NULL;
		if (v && v->loc.line == t->loc.line && v->loc.col == t->loc.col) {
			return consents[i].as.map;
		}
	}
	return NULL;
}

/* Does anything that is agreed to change, of what the consent covers? */
static bool changes_scope(const Eve *e, const Turn *t)
{
	size_t n;
	const Rec *consent = consent_at(t);
	EnumRow first = schema_enum(ENUM_category, &n);
	for (size_t i = 0; i < n; i++) {
		EnumRow category = (EnumRow)(first + i);
		const PubScope *before = rule_agreed(&e->before.rules, t->record, category);
		const PubScope *after = rule_agreed(&e->after.rules, t->record, category);
		if ((!consent || rule_covers(consent, category)) && !scope_eq(before, after)) {
			return true;
		}
	}
	return !consent && rule_minor(&e->before.rules, t->record) != rule_minor(&e->after.rules, t->record);
}

static bool is_item_public(const Eve *e, const Record *r)
{
	return item_is_public(&e->before, r) || item_is_public(&e->after, r);
}

static bool is_pictured_publicly(const Eve *e, const Record *sidecar)
{
	for (size_t i = 0; i < e->mentions.list.n; i++) {
		const Mention *m = &e->mentions.list.items[i];
		if (m->medium && m->medium->sidecar == sidecar && is_item_public(e, m->from)) {
			return true;
		}
	}
	return false;
}

/* Is the person on the site in any way: in a record, on a picture, on the notice page? */
static bool is_about(const Eve *e, const Record *person)
{
	size_t n;
	const Val *consents = rec_list(&person->rec, F_person_consents, &n);
	for (size_t i = 0; i < n; i++) {
		if (rec_get(consents[i].as.map, F_consent_conditions)) {
			return true;
		}
	}
	for (size_t i = 0; i < e->mentions.list.n; i++) {
		const Mention *m = &e->mentions.list.items[i];
		bool theirs = mention_person(m) == person;
		bool sidecar = m->from->kind == O_media;
		if (theirs && (sidecar ? is_pictured_publicly(e, m->from) : is_item_public(e, m->from))) {
			return true;
		}
	}
	return false;
}

/* Is what the turn speaks of another on the day than on its eve? */
static bool turns(const Eve *e, const Turn *t)
{
	const Rules *before = &e->before.rules;
	const Rules *after = &e->after.rules;
	switch (t->reason) {
	case REASON_TURN_STARTS:
		return rule_status(before, t->record) != rule_status(after, t->record);
	case REASON_TURN_COMPLETED:
		return rule_completed(before, t->record) != rule_completed(after, t->record);
	case REASON_TURN_IN_FORCE:
	case REASON_TURN_REPEALED:
		return rule_act_status(before, t->record) != rule_act_status(after, t->record);
	case REASON_TURN_PAST:
		return rule_past(before, t->record) != rule_past(after, t->record);
	case REASON_TURN_FROM:
	case REASON_TURN_UNTIL:
		return rule_absent(before, t->record) != rule_absent(after, t->record);
	default:
		return changes_scope(e, t);
	}
}

static bool is_public(const Eve *e, const Record *r)
{
	return r->kind == O_person ? is_about(e, r) : is_item_public(e, r);
}

static bool matters(const Eve *e, const Turn *t)
{
	return t->record && turns(e, t) && is_public(e, t->record);
}

static void add_reason(Next *out, const Turn *t)
{
	Slice path = t->record ? t->record->path : SL("");
	vec_push(&out->reasons, (Reason){t->reason, true, t->loc, t->field, {path, SL("")}});
}

/* When no record turns, it is what an older version of one would have shown: a date of change. */
static void give_reasons(Next *out, const Corpus *c, const Turns *t)
{
	Eve e = {.corpus = c, .arena = ARENA_INIT};
	size_t from = turns_after(t, out->day - 1);
	size_t to = turns_after(t, out->day);
	door_open(&e.before, c, out->day - 1, &e.arena);
	door_open(&e.after, c, out->day, &e.arena);
	mentions_init(&e.mentions, c);
	for (size_t i = from; i < to; i++) {
		if (matters(&e, &t->list.items[i])) {
			add_reason(out, &t->list.items[i]);
		}
	}
	if (out->reasons.n == 0) {
		vec_push(&out->reasons,
		         (Reason){REASON_TURN_UPDATED, true, loc_at(SL(""), 0, 0), FIELD_COUNT, {SL(""), SL("")}});
	}
	mentions_release(&e.mentions);
	arena_release(&e.arena);
}

void next_find(Next *out, const Corpus *c, History *history, Date today, unsigned threads)
{
	Search s = {.corpus = c, .history = history, .threads = threads, .today = today};
	Turns t;
	*out = (Next){.day = DATE_NONE};
	diags_init(&out->faults);
	turns_init(&t, c, history);
	s.plain = digest_on(&s, NULL, today, &out->faults);
	for (size_t i = turns_after(&t, today); i < t.list.n && out->day == DATE_NONE;) {
		Date day = t.list.items[i].day;
		diags_release(&out->faults);
		if (differs(&s, day, &out->faults)) {
			out->day = day;
			guard_texts(c, day, threads, false, &out->faults);
			guard_files(c, day, threads, false, &out->faults);
			give_reasons(out, c, &t);
		}
		i = turns_after(&t, day);
	}
	turns_release(&t);
}

void next_release(Next *n)
{
	vec_release(&n->reasons);
	diags_release(&n->faults);
}
