#include "redact/notice.h"

#include "base/locale.h"
#include "base/vec.h"
#include "record/decode.h"
#include "redact/rename.h"
#include "redact/rules.h"

/* A notice whose term is over at D. */
typedef struct Due {
	const Record *person;
	const Rec *consent;
	Date last;  /* of the term */
	Date first; /* of the commits that hold it; DATE_NONE: none does */
} Due;

typedef VEC(Due) Dues;

typedef struct Search {
	History *history;
	Arena arena;
	Corpus names; /* of persons alone, by the names that their files have had */
	Slice zone;
	Dues *dues;
} Search;

/* --- whose term is over --- */

static void add_due(Dues *out, const Rules *r, const Record *person)
{
	size_t n;
	const Val *consents = rec_list(&person->rec, F_person_consents, &n);
	for (size_t i = 0; i < n; i++) {
		const Rec *consent = consents[i].as.map;
		Date signed_on = rec_date(consent, F_consent_signed);
		Date last = workday_after(&r->policy->calendar, signed_on, r->policy->notice_workdays);
		if (last < r->today && rule_noticed(r, person, consent)) {
			vec_push(out, (Due){person, consent, last, DATE_NONE});
		}
	}
}

static void find_due(Dues *out, const Corpus *c, Date today)
{
	Arena arena = ARENA_INIT;
	Rules rules;
	rules_init(&rules, c, today, &arena);
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		add_due(out, &rules, c->records[O_person][i]);
	}
	arena_release(&arena);
}

bool notice_any_due(const Corpus *c, Date today)
{
	Dues dues = {NULL, 0, 0};
	find_due(&dues, c, today);
	bool any = dues.n > 0;
	vec_release(&dues);
	return any;
}

/* --- since when the history holds them --- */

static void find_names(Search *s, const Corpus *c)
{
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		Record *person = c->records[O_person][i];
		map_put(&s->names.by_id[O_person], person->id, person);
	}
	renames_apply(&s->names, s->history, &s->arena);
}

static bool is_sought(const Search *s, const Record *person)
{
	for (size_t i = 0; i < s->dues->n; i++) {
		if (s->dues->items[i].person == person && s->dues->items[i].first == DATE_NONE) {
			return true;
		}
	}
	return false;
}

/* Does a version of the person's file hold the consent, with conditions? */
static bool holds(const Rec *person, Slice number)
{
	size_t n;
	const Val *consents = rec_list(person, F_person_consents, &n);
	for (size_t i = 0; i < n; i++) {
		const Rec *consent = consents[i].as.map;
		if (slice_eq(rec_text(consent, F_consent_id), number) && rec_get(consent, F_consent_conditions)) {
			return true;
		}
	}
	return false;
}

static void note_version(Search *s, const Record *person, const Rec *version, Date day)
{
	for (size_t i = 0; i < s->dues->n; i++) {
		Due *due = &s->dues->items[i];
		if (due->person == person && due->first == DATE_NONE &&
		    holds(version, rec_text(due->consent, F_consent_id))) {
			due->first = day;
		}
	}
}

/* A version that would be a fault today built no site. */
static void read_version(Search *s, const Change *change, const Record *person, Date day)
{
	Buf bytes = BUF_INIT;
	Diags faults;
	Record version = {.kind = O_person};
	diags_init(&faults);
	Decoder d = {.arena = &s->arena, .diags = &faults};
	if (history_bytes(s->history, &bytes, change) &&
	    decode_record(&d, &version, arena_dup(&s->arena, buf_slice(&bytes)), change->path) && faults.errors == 0) {
		note_version(s, person, &version.rec, day);
	}
	diags_release(&faults);
	buf_release(&bytes);
}

static void read_step(Search *s, const Step *step)
{
	for (size_t i = 0; i < step->n; i++) {
		Kind kind;
		Slice id;
		const Change *change = &step->changes[i];
		bool read = !change->gone && corpus_classify(change->path, &kind, &id) && kind == O_person;
		const Record *person = read ? map_get(&s->names.by_id[O_person], id) : NULL;
		if (person && is_sought(s, person)) {
			read_version(s, change, person, zone_day(s->zone, step->time));
		}
	}
}

static void read_history(Dues *dues, const Corpus *c, History *h, Slice zone)
{
	Search s = {.history = h, .zone = zone, .dues = dues};
	size_t n;
	const Step *steps = history_steps(h, &n);
	find_names(&s, c);
	for (size_t i = 0; i < n; i++) {
		read_step(&s, &steps[i]);
	}
	map_release(&s.names.by_id[O_person]);
	arena_release(&s.arena);
}

void notice_check(const Corpus *c, History *h, Date today, Slice zone, Diags *diags)
{
	Dues dues = {NULL, 0, 0};
	find_due(&dues, c, today);
	if (h && dues.n) {
		read_history(&dues, c, h, zone);
	}
	for (size_t i = 0; i < dues.n; i++) {
		const Due *due = &dues.items[i];
		if (due->first == DATE_NONE) {
			DIAG_AT(diags, D_NOTICE_OVERDUE, due->consent->loc);
		} else if (due->first > due->last) {
			DIAG_AT(diags, D_NOTICE_LATE, due->consent->loc);
		}
	}
	vec_release(&dues);
}
