#include "record/due.h"

#include "base/mem.h"

/* What the programmes say of a mentee. */
typedef struct Pairing {
	bool ordered; /* some programme with him has an order */
	bool placed;  /* he is in some programme */
	bool open;    /* in one that is not completed */
} Pairing;

typedef struct Making {
	Agenda *agenda;
	const Corpus *corpus;
	const Rec *limits; /* NULL: the policy has none */
	const Workdays *calendar;
	Pairing *pairings; /* by mentee */
	Date today, last;
} Making;

static const DueInfo infos[DUES] = {
#define DUE(id, clause, law, ru, en) {#id, F_clauses_##clause, law, {ru, en}},
#include "record/due.def"
};

const DueInfo *due_info(DueId id)
{
	return &infos[id];
}

Slice due_clause(const Policy *p, DueId id)
{
	const Rec *clauses = p->rec ? rec_map(p->rec, F_policy_clauses) : NULL;
	return clauses ? rec_text(clauses, infos[id].clause) : SL("");
}

/* --- terms --- */

static void add(Making *m, DueId id, Date day, Loc loc)
{
	if (day != DATE_NONE && day <= m->last) {
		vec_push(&m->agenda->list, (Due){id, day, loc});
	}
}

/* Civil Code, art. 193. */
static Date working(const Making *m, Date day)
{
	return workday_is(m->calendar, day) ? day : workday_after(m->calendar, day, 1);
}

/* A limit of the policy; 0 when it has none. */
static int limit(const Making *m, FieldId f)
{
	return m->limits ? (int)rec_int(m->limits, f, 0) : 0;
}

static void add_days(Making *m, DueId id, Date from, int days, Loc loc)
{
	if (from != DATE_NONE && days > 0) {
		add(m, id, working(m, from + days), loc);
	}
}

static void add_workdays(Making *m, DueId id, Date from, int days, Loc loc)
{
	if (from != DATE_NONE) {
		add(m, id, workday_after(m->calendar, from, days), loc);
	}
}

static void add_months(Making *m, DueId id, Date from, int months, Loc loc)
{
	if (from != DATE_NONE && months > 0) {
		add(m, id, working(m, date_add_months(from, months)), loc);
	}
}

/* Federal Law 273-FZ, art. 29, part 3: ten working days, unless the act gives fewer. */
static int update_workdays(const Making *m)
{
	return m->limits ? (int)rec_int(m->limits, F_limits_update_workdays, 10) : 10;
}

/* Where a field stands; the record when it is not written. */
static Loc place(const Rec *rec, FieldId f)
{
	const Val *v = rec_get(rec, f);
	return v ? v->loc : rec->loc;
}

static Date order_date(const Rec *rec, FieldId f)
{
	const Rec *order = rec_map(rec, f);
	return order ? rec_date(order, F_order_date) : DATE_NONE;
}

static Date later(Date a, Date b)
{
	return a > b ? a : b; /* DATE_NONE is the least */
}

/* --- pairs --- */

static void pair_mentees(Making *m)
{
	for (size_t i = 0; i < m->corpus->counts[O_programme]; i++) {
		size_t n;
		const Rec *programme = &m->corpus->records[O_programme][i]->rec;
		const Val *mentees = rec_list(programme, F_programme_mentees, &n);
		for (size_t k = 0; k < n; k++) {
			Pairing *p = &m->pairings[mentees[k].as.ref.target->index];
			p->placed = true;
			p->ordered |= rec_map(programme, F_programme_order) != NULL;
			p->open |= !rec_map(programme, F_programme_completion);
		}
	}
}

static void add_mentee(Making *m, const Record *r)
{
	const Rec *rec = &r->rec;
	Date admitted = rec_date(rec, F_mentee_admitted);
	Date reviewed = rec_date(rec, F_mentee_needs_reviewed);
	FieldId since = reviewed != DATE_NONE   ? F_mentee_needs_reviewed
	                : admitted != DATE_NONE ? F_mentee_admitted
	                                        : F_mentee_since;
	const Pairing *p = &m->pairings[r->index];
	if (!p->ordered && !rec_map(rec, F_mentee_order)) {
		add_days(m, DUE_appoint, admitted, limit(m, F_limits_appoint_days), place(rec, F_mentee_admitted));
	}
	if (p->open || !p->placed) {
		add_months(m, DUE_needs, rec_date(rec, since), limit(m, F_limits_review_months), place(rec, since));
	}
}

static bool released_by(const Making *m, EnumRow ground)
{
	return m->corpus->policy.results_on & policy_bit(ground);
}

static void add_results(Making *m, const Rec *rec, const Rec *completion)
{
	bool promised = released_by(m, rec_choice(completion, F_completion_ground, ER_ground_plan));
	if (promised && !rec_map(rec, F_programme_results)) {
		add_workdays(m, DUE_results, rec_date(completion, F_completion_date), update_workdays(m),
		             place(completion, F_completion_date));
	}
}

static void add_programme(Making *m, const Record *r)
{
	const Rec *rec = &r->rec;
	const Rec *completion = rec_map(rec, F_programme_completion);
	const Rec *reports = rec_map(rec, F_programme_reports);
	Date end = later(rec_date(rec, F_programme_end), rec_date(rec, F_programme_extended_to));
	Date done = completion ? rec_date(completion, F_completion_date) : end;
	Loc at = completion ? place(completion, F_completion_date)
	                    : place(rec,
	                            rec_get(rec, F_programme_extended_to) ? F_programme_extended_to : F_programme_end);
	if (rec_date(rec, F_programme_drafted) == DATE_NONE) {
		add_days(m, DUE_draft_programme, order_date(rec, F_programme_order), limit(m, F_limits_programme_days),
		         place(rec, F_programme_order));
	}
	if (completion) {
		add_results(m, rec, completion);
	} else {
		add(m, DUE_finish, end, at);
	}
	if (!reports || rec_date(reports, F_reports_mentor) == DATE_NONE) {
		add_days(m, DUE_mentor_report, done, limit(m, F_limits_mentor_report_days), at);
	}
	if (!reports || rec_date(reports, F_reports_mentee) == DATE_NONE) {
		add_days(m, DUE_mentee_report, done, limit(m, F_limits_mentee_report_days), at);
	}
}

/* --- consents --- */

static unsigned covers(const Rec *consent)
{
	size_t n;
	unsigned bits = 0;
	const Val *list = rec_list(consent, F_consent_covers, &n);
	for (size_t i = 0; i < n; i++) {
		bits |= policy_bit(list[i].as.choice);
	}
	return bits;
}

static bool is_withdrawn(const Rec *consent, Date day)
{
	Date withdrawn = rec_date(consent, F_consent_withdrawn);
	return withdrawn != DATE_NONE && withdrawn <= day;
}

/* Does one of the person's other consents last beyond a day, for the same and the same pages or all? */
static bool is_continued(const Val *consents, size_t n, size_t which, Date day)
{
	const Rec *ending = consents[which].as.map;
	for (size_t i = 0; i < n; i++) {
		const Rec *other = consents[i].as.map;
		Date until = rec_date(other, F_consent_until);
		bool lasts = (until == DATE_NONE || until > day) && !is_withdrawn(other, day + 1);
		bool holds = (covers(ending) & ~covers(other)) == 0 && !rec_get(other, F_consent_pages);
		if (i != which && lasts && holds) {
			return true;
		}
	}
	return false;
}

static void add_consent(Making *m, const Val *consents, size_t n, size_t i)
{
	const Rec *consent = consents[i].as.map;
	Date until = rec_date(consent, F_consent_until);
	if (until >= m->today && !is_withdrawn(consent, until) && !is_continued(consents, n, i, until)) {
		add(m, DUE_consent_end, until, place(consent, F_consent_until));
	}
	Date signed_on = rec_date(consent, F_consent_signed);
	Date notice = workday_after(m->calendar, signed_on, m->corpus->policy.notice_workdays);
	/* Later than that it is `check` that knows whether it was done in time. */
	if (rec_get(consent, F_consent_conditions) && notice >= m->today && !is_withdrawn(consent, m->today)) {
		add(m, DUE_notice, notice, place(consent, F_consent_signed));
	}
}

static void add_person(Making *m, const Record *r)
{
	size_t n;
	const Val *consents = rec_list(&r->rec, F_person_consents, &n);
	bool own = false;
	bool represented = false;
	for (size_t i = 0; i < n; i++) {
		const Rec *consent = consents[i].as.map;
		own |= rec_choice(consent, F_consent_by, ER_signer_self) == ER_signer_self;
		represented |= rec_choice(consent, F_consent_by, ER_signer_self) != ER_signer_self &&
		               !is_withdrawn(consent, m->today);
		add_consent(m, consents, n, i);
	}
	if (represented && !own) {
		add(m, DUE_adult, rec_date(&r->rec, F_person_minor_until), place(&r->rec, F_person_minor_until));
	}
}

/* --- papers that age: a year, unless the paper says otherwise --- */

enum { PAPER_MONTHS = 12 };

static void add_mentor(Making *m, const Record *r)
{
	const Rec *rec = &r->rec;
	const Rec *agreement = rec_map(rec, F_mentor_agreement);
	const Rec *clearance = rec_map(rec, F_mentor_clearance);
	bool ended = rec_choice(rec, F_mentor_status, ER_activity_status_active) == ER_activity_status_ended;
	if (ended || !rec_flag(rec, F_mentor_external)) {
		return;
	}
	if (agreement) {
		add_months(m, DUE_agreement, rec_date(agreement, F_agreement_date), PAPER_MONTHS,
		           place(agreement, F_agreement_date));
	}
	static const FieldId papers[] = {F_clearance_criminal_record, F_clearance_medical};
	for (int i = 0; i < 2; i++) {
		DueId id = i == 0 ? DUE_criminal_record : DUE_medical;
		Date given = clearance ? rec_date(clearance, papers[i]) : DATE_NONE;
		if (given != DATE_NONE) {
			add_months(m, id, given, PAPER_MONTHS, place(clearance, papers[i]));
		} else {
			/* None at all: it was due on the day when the mentor began. */
			add(m, id, later(order_date(rec, F_mentor_order), rec_date(rec, F_mentor_since)), rec->loc);
		}
	}
}

static void add_partner(Making *m, const Record *r)
{
	const Rec *agreement = rec_map(&r->rec, F_partner_agreement);
	bool ended = rec_choice(&r->rec, F_partner_status, ER_activity_status_active) == ER_activity_status_ended;
	if (agreement && !ended) {
		add_months(m, DUE_agreement, rec_date(agreement, F_agreement_date), PAPER_MONTHS,
		           place(agreement, F_agreement_date));
	}
}

static void add_document(Making *m, const Record *r)
{
	bool repealed = rec_choice(&r->rec, F_document_status, ER_act_status_active) == ER_act_status_repealed;
	if (!repealed && rec_date(&r->rec, F_document_until) >= m->today) {
		add(m, DUE_act_end, rec_date(&r->rec, F_document_until), place(&r->rec, F_document_until));
	}
}

/* --- drafts: what has happened is to be on the site in so many working days --- */

static Date happened(const Record *r)
{
	switch (r->kind) {
	case O_mentor:
		return later(order_date(&r->rec, F_mentor_order), rec_date(&r->rec, F_mentor_since));
	case O_mentee:
		return later(order_date(&r->rec, F_mentee_order), rec_date(&r->rec, F_mentee_since));
	case O_programme:
		return later(order_date(&r->rec, F_programme_order), rec_date(&r->rec, F_programme_start));
	case O_document:
		return later(rec_date(&r->rec, F_document_date), rec_date(&r->rec, F_document_from));
	case O_case:
		return rec_date(&r->rec, F_case_date);
	case O_news:
		return rec_date(&r->rec, F_news_date);
	case O_award:
		return rec_date(&r->rec, F_award_date);
	case O_survey:
		return rec_date(&r->rec, F_survey_date);
	case O_partner:
		return rec_date(&r->rec, F_partner_since);
	default:
		return DATE_NONE;
	}
}

static FieldId draft_of(Kind kind)
{
	return schema_find(kind, SL("draft"));
}

static void add_draft(Making *m, const Record *r)
{
	FieldId draft = draft_of(r->kind);
	if (draft != FIELD_COUNT && rec_flag(&r->rec, draft)) {
		add_workdays(m, DUE_publish, happened(r), update_workdays(m), place(&r->rec, draft));
	}
}

/* --- monitoring: so many months from 1 September on --- */

/* Has a survey been entered for the days after `from`, up to `to`? */
static bool is_surveyed(const Corpus *c, Date from, Date to)
{
	for (size_t i = 0; i < c->counts[O_survey]; i++) {
		Date date = rec_date(&c->records[O_survey][i]->rec, F_survey_date);
		if (date > from && date <= to) {
			return true;
		}
	}
	return false;
}

static void add_monitoring(Making *m)
{
	int months = limit(m, F_limits_monitoring_months);
	if (months <= 0) {
		return;
	}
	Date begin = date_of(date_school_year(m->today), 9, 1);
	while (date_add_months(begin, months) <= m->today) {
		begin = date_add_months(begin, months);
	}
	Date end = date_add_months(begin, months) - 1;
	if (!is_surveyed(m->corpus, begin - 1, end)) {
		add(m, DUE_monitoring, working(m, end), place(m->limits, F_limits_monitoring_months));
	}
}

/* --- the agenda --- */

static int by_day(const void *x, const void *y)
{
	const Due *a = x;
	const Due *b = y;
	if (a->day != b->day) {
		return a->day < b->day ? -1 : 1;
	}
	int c = slice_cmp(a->loc.path, b->loc.path);
	if (c == 0) {
		c = a->loc.line != b->loc.line ? (a->loc.line < b->loc.line ? -1 : 1) : (int)a->id - (int)b->id;
	}
	return c;
}

typedef void AddRecord(Making *m, const Record *r);

void agenda_init(Agenda *out, const Corpus *c, Date today, int64_t days)
{
	static AddRecord *const adders[OWNER_KINDS] = {
	        [O_mentee] = add_mentee, [O_programme] = add_programme, [O_person] = add_person,
	        [O_mentor] = add_mentor, [O_partner] = add_partner,     [O_document] = add_document,
	};
	Date last = days > INT32_MAX - (int64_t)today ? INT32_MAX : (Date)(today + days);
	const Rec *limits = c->policy.rec ? rec_map(c->policy.rec, F_policy_limits) : NULL;
	Making m = {out, c, limits, &c->policy.calendar, mem_array(c->counts[O_mentee], sizeof(Pairing)), today, last};
	*out = (Agenda){.list = {NULL, 0, 0}};
	pair_mentees(&m);
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		for (size_t i = 0; i < c->counts[kind]; i++) {
			if (adders[kind]) {
				adders[kind](&m, c->records[kind][i]);
			}
			add_draft(&m, c->records[kind][i]);
		}
	}
	add_monitoring(&m);
	free(m.pairings);
	if (out->list.n > 1) {
		qsort(out->list.items, out->list.n, sizeof *out->list.items, by_day);
	}
}

void agenda_release(Agenda *a)
{
	vec_release(&a->list);
}
