#include "redact/rules.h"

static bool on_or_before(Date d, Date today)
{
	return d != DATE_NONE && d <= today;
}

bool rule_absent(const Rules *r, const Record *record)
{
	FieldId draft = schema_find(record->kind, SL("draft"));
	if (draft == FIELD_COUNT) {
		return false;
	}
	Date from = rec_date(&record->rec, schema_find(record->kind, SL("publish_from")));
	Date until = rec_date(&record->rec, schema_find(record->kind, SL("publish_until")));
	return rec_flag(&record->rec, draft) || (from != DATE_NONE && r->today < from) ||
	       (until != DATE_NONE && until < r->today);
}

bool rule_minor(const Rules *r, const Record *person)
{
	Date until = rec_date(&person->rec, F_person_minor_until);
	return until != DATE_NONE && r->today < until;
}

bool rule_person_absent(const Rules *r, const Record *person)
{
	return rule_absent(r, person) || (rule_minor(r, person) && r->policy->minors == MINORS_HIDE);
}

bool rule_in_force(const Rules *r, const Record *person, const Rec *consent)
{
	Date until = rec_date(consent, F_consent_until);
	if (!on_or_before(rec_date(consent, F_consent_signed), r->today) || (until != DATE_NONE && until < r->today) ||
	    on_or_before(rec_date(consent, F_consent_withdrawn), r->today)) {
		return false;
	}
	bool representative = rec_choice(consent, F_consent_by, ER_signer_self) == ER_signer_representative;
	return representative || !rule_minor(r, person);
}

bool rule_covers(const Rec *consent, EnumRow category)
{
	size_t n;
	const Val *items = rec_list(consent, F_consent_covers, &n);
	for (size_t i = 0; i < n; i++) {
		if (items[i].as.choice == category) {
			return true;
		}
	}
	return false;
}

const PubScope *rule_pages(Arena *a, const Rec *consent)
{
	size_t n;
	const Val *items = rec_list(consent, F_consent_pages, &n);
	if (n == 0) {
		return NULL;
	}
	Slice *prefixes = arena_array(a, n, sizeof *prefixes);
	for (size_t i = 0; i < n; i++) {
		prefixes[i] = items[i].as.text;
	}
	return scope_of(a, prefixes, n);
}

/* Rule 4: under `hide` and `count` nothing of a minor is published, whoever signed. */
static bool withheld_whole(const Rules *r, const Record *person)
{
	return rule_absent(r, person) || (rule_minor(r, person) && r->policy->minors != MINORS_CONSENT);
}

static const PubScope *evaluate(const Rules *r, const Record *person, EnumRow category)
{
	if (withheld_whole(r, person)) {
		return SCOPE_NOWHERE;
	}
	if (rec_flag(&person->rec, F_person_staff) && r->policy->staff_by_law & policy_bit(category)) {
		return NULL;
	}
	const PubScope *scope = SCOPE_NOWHERE; /* silence is never consent: 152-FZ, art. 10.1, part 8 */
	size_t n;
	const Val *consents = rec_list(&person->rec, F_person_consents, &n);
	for (size_t i = 0; i < n && scope; i++) {
		const Rec *consent = consents[i].as.map;
		if (rule_covers(consent, category) && rule_in_force(r, person, consent)) {
			scope = scope_or(r->arena, scope, rule_pages(r->arena, consent));
		}
	}
	return scope;
}

void rules_init(Rules *r, const Corpus *c, Date today, Arena *a)
{
	*r = (Rules){.corpus = c, .policy = &c->policy, .today = today, .arena = a};
	EnumRow first = schema_enum(ENUM_category, &r->categories);
	size_t people = c->counts[O_person];
	r->agreed = arena_array(a, people * r->categories, sizeof(PubScope *));
	for (size_t p = 0; p < people; p++) {
		for (size_t k = 0; k < r->categories; k++) {
			r->agreed[p * r->categories + k] = evaluate(r, c->records[O_person][p], (EnumRow)(first + k));
		}
	}
}

const PubScope *rule_agreed(const Rules *r, const Record *person, EnumRow category)
{
	size_t n;
	return r->agreed[person->index * r->categories + (size_t)(category - schema_enum(ENUM_category, &n))];
}

bool rule_noticed(const Rules *r, const Record *person, const Rec *consent)
{
	const Slice page = SL("consents/");
	bool named = pub_scope_covers(rule_agreed(r, person, ER_category_name), page) ||
	             pub_scope_covers(rule_agreed(r, person, ER_category_short_name), page);
	return named && rec_get(consent, F_consent_conditions) && rule_in_force(r, person, consent);
}

bool rule_completed(const Rules *r, const Record *programme)
{
	const Rec *completion = rec_map(&programme->rec, F_programme_completion);
	return completion && on_or_before(rec_date(completion, F_completion_date), r->today);
}

bool rule_released(const Rules *r, const Record *programme)
{
	if (!rule_completed(r, programme) || rule_absent(r, programme)) {
		return false;
	}
	const Rec *completion = rec_map(&programme->rec, F_programme_completion);
	const Val *ground = rec_get(completion, F_completion_ground);
	return ground && r->policy->results_on & policy_bit(ground->as.choice);
}

bool rule_embargoed(const Rules *r, const Record *record)
{
	const Record *programme = NULL;
	if (record->kind == O_case) {
		programme = rec_ref(&record->rec, F_case_programme);
	} else if (record->kind == O_news && rec_flag(&record->rec, F_news_results)) {
		programme = rec_ref(&record->rec, F_news_programme);
	}
	return programme && !rule_released(r, programme);
}

ProgrammeStatus rule_status(const Rules *r, const Record *programme)
{
	Date extended = rec_date(&programme->rec, F_programme_extended_to);
	if (rule_completed(r, programme)) {
		return STATUS_COMPLETED;
	}
	if (r->today < rec_date(&programme->rec, F_programme_start)) {
		return STATUS_PLANNED;
	}
	return extended != DATE_NONE ? STATUS_EXTENDED : STATUS_UNDER_WAY;
}

EnumRow rule_act_status(const Rules *r, const Record *document)
{
	EnumRow status = rec_choice(&document->rec, F_document_status, ER_act_status_active);
	Date until = rec_date(&document->rec, F_document_until);
	if (status == ER_act_status_pending && on_or_before(rec_date(&document->rec, F_document_from), r->today)) {
		status = ER_act_status_active;
	}
	bool over = until != DATE_NONE && until < r->today;
	return status == ER_act_status_active && over ? ER_act_status_repealed : status;
}

bool rule_past(const Rules *r, const Record *event)
{
	const Val *end = rec_get(&event->rec, F_event_end);
	const Val *last = end ? end : rec_get(&event->rec, F_event_start);
	return moment_date(last->as.moment) < r->today;
}

static const Record *person_of(const Record *record)
{
	return rec_ref(&record->rec, record->kind == O_mentor ? F_mentor_person : F_mentee_person);
}

const PubScope *rule_part_full(const Rules *r, const Record *record)
{
	const Record *person = person_of(record);
	return scope_and(r->arena, rule_agreed(r, person, ER_category_role), rule_agreed(r, person, ER_category_name));
}

const PubScope *rule_part_short(const Rules *r, const Record *record)
{
	const Record *person = person_of(record);
	return scope_and(r->arena, rule_agreed(r, person, ER_category_role),
	                 rule_agreed(r, person, ER_category_short_name));
}

/* The page on which rule 3 asks for role and name. */
static Slice part_page(const Rules *r, const Record *record)
{
	return record->kind == O_mentor ? record_page(r->arena, record) : SL("mentees/");
}

Part rule_part(const Rules *r, const Record *record)
{
	const Record *person = person_of(record);
	if (rule_absent(r, record)) {
		return PART_ABSENT;
	}
	if (rule_minor(r, person) && r->policy->minors != MINORS_CONSENT) {
		return r->policy->minors == MINORS_HIDE ? PART_ABSENT : PART_COUNTED;
	}
	Slice page = part_page(r, record);
	bool named =
	        pub_scope_covers(rule_part_full(r, record), page) || pub_scope_covers(rule_part_short(r, record), page);
	return named ? PART_NAMED : PART_UNNAMED;
}
