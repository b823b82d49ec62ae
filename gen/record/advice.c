#include "record/advice.h"

#include "base/mem.h"
#include "record/script.h"

typedef struct Advice {
	const Corpus *corpus;
	const Rec *limits; /* NULL: the policy has none */
	Date today;
	Diags *diags;
} Advice;

static Loc place(const Rec *rec, FieldId f)
{
	const Val *v = rec_get(rec, f);
	return v ? v->loc : rec->loc;
}

static void add_number(Advice *a, DiagId id, Loc loc, int64_t n)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "%lld", (long long)n);
	DIAG(a->diags, id, loc, buf_slice(&text));
	buf_release(&text);
}

static int64_t limit(const Advice *a, FieldId f)
{
	return a->limits ? rec_int(a->limits, f, 0) : 0;
}

/* --- programmes --- */

static bool is_under_way(const Advice *a, const Rec *programme)
{
	const Rec *completion = rec_map(programme, F_programme_completion);
	return rec_date(programme, F_programme_start) <= a->today &&
	       !(completion && rec_date(completion, F_completion_date) <= a->today);
}

/* Pairs of those under way add up, programme by programme; the one that passes the limit is named. */
static void check_mentees(Advice *a)
{
	int64_t most = limit(a, F_limits_max_mentees);
	bool exempt = a->limits && rec_flag(a->limits, F_limits_group_exempt);
	int64_t *held = mem_array(a->corpus->counts[O_mentor], sizeof *held);
	for (size_t i = 0; most > 0 && i < a->corpus->counts[O_programme]; i++) {
		const Rec *programme = &a->corpus->records[O_programme][i]->rec;
		size_t mentees, mentors;
		rec_list(programme, F_programme_mentees, &mentees);
		const Val *list = rec_list(programme, F_programme_mentors, &mentors);
		bool counted = is_under_way(a, programme) && !(exempt && mentees > 1);
		for (size_t k = 0; counted && k < mentors; k++) {
			int64_t *mine = &held[list[k].as.ref.target->index];
			bool within = *mine <= most;
			*mine += (int64_t)mentees;
			if (within && *mine > most) {
				add_number(a, D_TOO_MANY_MENTEES, list[k].loc, most);
			}
		}
	}
	free(held);
}

static void check_programme(Advice *a, const Rec *rec)
{
	Date start = rec_date(rec, F_programme_start);
	Date end = rec_date(rec, F_programme_end);
	int64_t least = limit(a, F_limits_min_months);
	int64_t most = limit(a, F_limits_max_months);
	if (least > 0 && start <= end && end + 1 < date_add_months(start, (int)least)) {
		add_number(a, D_PROGRAMME_SHORT, place(rec, F_programme_end), least);
	}
	if (most > 0 && end >= date_add_months(start, (int)most)) {
		add_number(a, D_PROGRAMME_LONG, place(rec, F_programme_end), most);
	}
	if (is_under_way(a, rec) && !rec_map(rec, F_programme_order)) {
		DIAG_AT(a->diags, D_NO_ORDER, rec->loc);
	}
}

/* --- dates --- */

/* Of a date and one that cannot come before it. */
static const FieldId orders[][2] = {
        {F_programme_start, F_programme_end}, {F_programme_end, F_programme_extended_to},
        {F_consent_signed, F_consent_until},  {F_consent_signed, F_consent_withdrawn},
        {F_document_from, F_document_until},  {F_document_date, F_document_until},
        {F_event_start, F_event_end},
};
enum { ORDERS = sizeof orders / sizeof *orders };

static int64_t moment_of(const Rec *rec, FieldId f)
{
	const Val *v = rec_get(rec, f);
	bool moment = v && schema_field(f)->type == TYPE_MOMENT;
	return !v ? INT64_MIN : moment ? v->as.moment : v->as.date;
}

static void check_dates(Advice *a, const Rec *rec)
{
	for (size_t i = 0; i < ORDERS; i++) {
		if (schema_field(orders[i][0])->owner != rec->owner) {
			continue;
		}
		int64_t first = moment_of(rec, orders[i][0]);
		int64_t second = moment_of(rec, orders[i][1]);
		if (second != INT64_MIN && second < first) {
			DIAG(a->diags, D_DATES_DISORDERED, place(rec, orders[i][1]), schema_field(orders[i][1])->name,
			     schema_field(orders[i][0])->name);
		}
	}
	for (size_t i = 0; i < rec->n; i++) {
		const Val *v = &rec->vals[i];
		const FieldInfo *f = schema_field(v->field);
		for (size_t k = 0; f->type == TYPE_MAP && f->list && k < v->as.list.n; k++) {
			check_dates(a, v->as.list.items[k].as.map);
		}
	}
}

static void check_completion(Advice *a, const Rec *rec)
{
	const Rec *completion = rec_map(rec, F_programme_completion);
	if (completion && rec_date(completion, F_completion_date) < rec_date(rec, F_programme_start)) {
		DIAG(a->diags, D_DATES_DISORDERED, place(completion, F_completion_date),
		     schema_field(F_completion_date)->name, schema_field(F_programme_start)->name);
	}
}

/* --- acts --- */

static bool is_in_force(const Advice *a, const Rec *act)
{
	Date until = rec_date(act, F_document_until);
	bool repealed = rec_choice(act, F_document_status, ER_act_status_active) == ER_act_status_repealed;
	return !repealed && !(until != DATE_NONE && until < a->today);
}

static void check_acts(Advice *a)
{
	const Corpus *c = a->corpus;
	const Rec *act = rec_map(&c->policy_record->rec, F_policy_act);
	const Record *document = rec_ref(act, F_act_document);
	if (!document && policy_section(&c->policy, ER_section_documents)) {
		DIAG_AT(a->diags, D_ACT_NOT_IN_BASE, act->loc);
	}
	if (document && !is_in_force(a, &document->rec)) {
		DIAG_AT(a->diags, D_ACT_REPEALED, place(act, F_act_document));
	}
	for (size_t i = 0; i < c->counts[O_document]; i++) {
		const Rec *newer = &c->records[O_document][i]->rec;
		const Record *older = rec_ref(newer, F_document_replaces);
		EnumRow status = rec_choice(newer, F_document_status, ER_act_status_active);
		Date from = rec_date(newer, F_document_from);
		bool begun = status != ER_act_status_pending && !(from != DATE_NONE && from > a->today);
		if (older && begun && is_in_force(a, &older->rec)) {
			DIAG(a->diags, D_ACT_REPLACED, place(&older->rec, F_document_status),
			     c->records[O_document][i]->id);
		}
	}
}

/* --- pictures --- */

/* Shorter sides: a portrait fills a circle of 12rem, a picture the text's width on a phone. */
enum { PORTRAIT_LEAST = 200, PICTURE_LEAST = 320 };

static void check_picture(Advice *a, const Rec *rec, FieldId f, unsigned least)
{
	const Val *v = rec_get(rec, f);
	Picture p;
	unsigned width, height;
	if (!v || !v->as.media.file || !v->as.media.file->picture) {
		return;
	}
	Slice bytes = corpus_media_bytes(a->corpus, v->as.media.file, a->diags);
	if (!picture_probe(&p, bytes)) {
		return;
	}
	picture_shown(&width, &height, &p);
	if (width < least || height < least) {
		add_number(a, D_SMALL_PICTURE, v->loc, least);
	}
}

/* --- all --- */

static void check_record(Advice *a, const Record *r)
{
	check_dates(a, &r->rec);
	script_check(r, a->diags);
	switch (r->kind) {
	case O_programme:
		check_programme(a, &r->rec);
		check_completion(a, &r->rec);
		break;
	case O_event:
		if (!rec_get(&r->rec, F_event_end)) {
			DIAG_AT(a->diags, D_EVENT_WITHOUT_END, place(&r->rec, F_event_start));
		}
		break;
	case O_person:
		check_picture(a, &r->rec, F_person_photo, PORTRAIT_LEAST);
		break;
	case O_news:
		check_picture(a, &r->rec, F_news_image, PICTURE_LEAST);
		break;
	default:
		break;
	}
}

void advice_check(const Corpus *c, Date today, Diags *diags)
{
	const Rec *limits = c->policy.rec ? rec_map(c->policy.rec, F_policy_limits) : NULL;
	Advice a = {c, limits, today, diags};
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		for (size_t i = 0; i < c->counts[kind]; i++) {
			check_record(&a, c->records[kind][i]);
		}
	}
	check_mentees(&a);
	check_acts(&a);
}
