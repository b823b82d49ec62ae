#include "redact/turns.h"

#include "record/decode.h"

typedef struct Collector {
	Turns *out;
	const Record *record;
	bool version;
} Collector;

static void add(Collector *c, const Val *v, ReasonId reason, Date day)
{
	if (c->version) {
		vec_push(&c->out->list, (Turn){day, REASON_TURN_UPDATED, NULL, v->field, loc_at(SL(""), 0, 0)});
	} else {
		vec_push(&c->out->list, (Turn){day, reason, c->record, v->field, v->loc});
	}
}

/* `later`: 0 for a first day, 1 for a last one. */
static void add_date(Collector *c, const Rec *rec, FieldId f, ReasonId reason, Date later)
{
	const Val *v = f == FIELD_COUNT ? NULL : rec_get(rec, f);
	if (v) {
		add(c, v, reason, v->as.date + later);
	}
}

static void add_person(Collector *c, const Rec *rec)
{
	size_t n;
	const Val *consents = rec_list(rec, F_person_consents, &n);
	add_date(c, rec, F_person_minor_until, REASON_TURN_ADULT, 0);
	for (size_t i = 0; i < n; i++) {
		add_date(c, consents[i].as.map, F_consent_signed, REASON_TURN_SIGNED, 0);
		add_date(c, consents[i].as.map, F_consent_until, REASON_TURN_CONSENT_OVER, 1);
		add_date(c, consents[i].as.map, F_consent_withdrawn, REASON_TURN_WITHDRAWN, 0);
	}
}

static void add_programme(Collector *c, const Rec *rec)
{
	const Rec *completion = rec_map(rec, F_programme_completion);
	add_date(c, rec, F_programme_start, REASON_TURN_STARTS, 0);
	if (completion) {
		add_date(c, completion, F_completion_date, REASON_TURN_COMPLETED, 0);
	}
}

static void add_event(Collector *c, const Rec *rec)
{
	const Val *end = rec_get(rec, F_event_end);
	const Val *last = end ? end : rec_get(rec, F_event_start);
	if (last) {
		add(c, last, REASON_TURN_PAST, moment_date(last->as.moment) + 1);
	}
}

static void add_record(Collector *c, const Record *r)
{
	c->record = r;
	add_date(c, &r->rec, schema_find(r->kind, SL("publish_from")), REASON_TURN_FROM, 0);
	add_date(c, &r->rec, schema_find(r->kind, SL("publish_until")), REASON_TURN_UNTIL, 1);
	switch (r->kind) {
	case O_person:
		add_person(c, &r->rec);
		break;
	case O_programme:
		add_programme(c, &r->rec);
		break;
	case O_document:
		add_date(c, &r->rec, F_document_from, REASON_TURN_IN_FORCE, 0);
		add_date(c, &r->rec, F_document_until, REASON_TURN_REPEALED, 1);
		break;
	case O_event:
		add_event(c, &r->rec);
		break;
	default:
		break;
	}
}

/* --- older versions --- */

static void add_version(Collector *c, History *h, const Change *change)
{
	Arena scratch = ARENA_INIT;
	Buf bytes = BUF_INIT;
	Diags faults;
	Record version = {.kind = O_site};
	diags_init(&faults);
	Decoder d = {.arena = &scratch, .diags = &faults};
	if (!change->gone && corpus_classify(change->path, &version.kind, &version.id) &&
	    history_bytes(h, &bytes, change) && decode_record(&d, &version, buf_slice(&bytes), change->path)) {
		add_record(c, &version);
	}
	diags_release(&faults);
	buf_release(&bytes);
	arena_release(&scratch);
}

static void add_history(Turns *out, History *h)
{
	Collector c = {out, NULL, true};
	size_t n;
	const Step *steps = history_steps(h, &n);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < steps[i].n; k++) {
			add_version(&c, h, &steps[i].changes[k]);
		}
	}
}

/* --- all --- */

static int by_day(const void *x, const void *y)
{
	const Turn *a = x;
	const Turn *b = y;
	if (a->day != b->day) {
		return a->day < b->day ? -1 : 1;
	}
	int c = slice_cmp(a->loc.path, b->loc.path);
	c = c ? c : (a->loc.line > b->loc.line) - (a->loc.line < b->loc.line);
	return c ? c : (a->loc.col > b->loc.col) - (a->loc.col < b->loc.col);
}

void turns_init(Turns *out, const Corpus *c, History *history)
{
	Collector collector = {out, NULL, false};
	*out = (Turns){.list = {NULL, 0, 0}};
	for (int k = 0; k < OWNER_KINDS; k++) {
		for (size_t i = 0; i < c->counts[k]; i++) {
			add_record(&collector, c->records[k][i]);
		}
	}
	if (history) {
		add_history(out, history);
	}
	if (out->list.n > 1) {
		qsort(out->list.items, out->list.n, sizeof *out->list.items, by_day);
	}
}

void turns_release(Turns *t)
{
	vec_release(&t->list);
}

size_t turns_after(const Turns *t, Date day)
{
	size_t i = 0;
	while (i < t->list.n && t->list.items[i].day <= day) {
		i++;
	}
	return i;
}
