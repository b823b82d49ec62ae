/* The sections of the annual report on deadlines, surveys and consents. */
#include "record/due.h"
#include "redact/annual_parts.h"

/* --- deadlines --- */

typedef struct Kept {
	int64_t in_time, late;
} Kept;

/* A term in days from `from`, done on `done`, as record/due.h counts terms; only what is done within the year. */
static void judge(const Counting *c, Kept *kept, FieldId limit, Date from, Date done)
{
	const Rec *limits = c->corpus->policy.rec ? rec_map(c->corpus->policy.rec, F_policy_limits) : NULL;
	int64_t days = limits ? rec_int(limits, limit, 0) : 0;
	if (days <= 0 || from == DATE_NONE || !annual_within(c, done)) {
		return;
	}
	const Workdays *calendar = &c->corpus->policy.calendar;
	Date last = from + (Date)days;
	last = workday_is(calendar, last) ? last : workday_after(calendar, last, 1);
	kept->in_time += done <= last;
	kept->late += done > last;
}

static Date order_date(const Rec *rec, FieldId f)
{
	const Rec *order = rec_map(rec, f);
	return order ? rec_date(order, F_order_date) : DATE_NONE;
}

static void judge_programme(const Counting *c, Kept kept[DUES], const Record *r)
{
	const Rec *reports = rec_map(&r->rec, F_programme_reports);
	Date last = annual_last(r);
	judge(c, &kept[DUE_draft_programme], F_limits_programme_days, order_date(&r->rec, F_programme_order),
	      rec_date(&r->rec, F_programme_drafted));
	if (reports) {
		judge(c, &kept[DUE_mentor_report], F_limits_mentor_report_days, last,
		      rec_date(reports, F_reports_mentor));
		judge(c, &kept[DUE_mentee_report], F_limits_mentee_report_days, last,
		      rec_date(reports, F_reports_mentee));
	}
}

static void judge_all(const Counting *c, Kept kept[DUES])
{
	for (size_t i = 0; i < c->corpus->counts[O_mentee]; i++) {
		const Record *r = c->corpus->records[O_mentee][i];
		if (!annual_is_draft(r)) {
			judge(c, &kept[DUE_appoint], F_limits_appoint_days, rec_date(&r->rec, F_mentee_admitted),
			      order_date(&r->rec, F_mentee_order));
		}
	}
	for (size_t i = 0; i < c->corpus->counts[O_programme]; i++) {
		if (!annual_is_draft(c->corpus->records[O_programme][i])) {
			judge_programme(c, kept, c->corpus->records[O_programme][i]);
		}
	}
}

/* What the agenda of the day says is overdue. */
static void count_overdue(const Counting *c, int64_t overdue[DUES])
{
	Agenda agenda;
	agenda_init(&agenda, c->corpus, c->day, 0);
	for (size_t i = 0; i < agenda.list.n; i++) {
		overdue[agenda.list.items[i].id] += agenda.list.items[i].day < c->day;
	}
	agenda_release(&agenda);
}

static bool handed_in(const Record *r, FieldId f)
{
	const Rec *reports = rec_map(&r->rec, F_programme_reports);
	return reports && rec_date(reports, f) != DATE_NONE;
}

/* Reports on the programmes that were completed within the year. */
static void add_reports(Counting *c)
{
	static const char *const heads[] = {"Отчёты по завершённым программам", "Сдано", "Не сдано", NULL};
	int64_t all = 0;
	int64_t mentor = 0;
	int64_t mentee = 0;
	for (size_t i = 0; i < c->corpus->counts[O_programme]; i++) {
		const Record *r = c->corpus->records[O_programme][i];
		if (annual_completed(c, r)) {
			all++;
			mentor += handed_in(r, F_reports_mentor);
			mentee += handed_in(r, F_reports_mentee);
		}
	}
	annual_table(c, SL(""), heads);
	annual_row(c, SL("Отчёт наставника"), mentor, all - mentor, 0);
	annual_row(c, SL("Отчёт наставляемого"), mentee, all - mentee, 0);
}

void annual_terms(Counting *c)
{
	static const char *const heads[] = {"Что и к какому сроку", "В срок", "Позже срока", "Просрочено и не сделано",
	                                    NULL};
	Kept kept[DUES] = {{0, 0}};
	int64_t overdue[DUES] = {0};
	judge_all(c, kept);
	count_overdue(c, overdue);
	annual_section(c, "Отчёты и сроки");
	add_reports(c);
	annual_table(c, SL("Сроки по положению и закону"), heads);
	for (int id = 0; id < DUES; id++) {
		bool any = kept[id].in_time || kept[id].late || overdue[id];
		if (any) {
			annual_row(c, slice_of(due_info((DueId)id)->title[LANG_RU]), kept[id].in_time, kept[id].late,
			           overdue[id]);
		}
	}
}

/* --- surveys --- */

static int64_t percent(int64_t part, int64_t whole)
{
	return whole ? (part * 100 + whole / 2) / whole : 0;
}

static void add_question(Counting *c, const Rec *question, int64_t respondents)
{
	static const char *const heads[] = {"Ответ", "Выбрали", "% ответивших", NULL};
	size_t n;
	const Val *answers = rec_list(question, F_question_answers, &n);
	annual_table(c, rec_text(question, F_question_text), heads);
	for (size_t i = 0; i < n; i++) {
		int64_t chosen = rec_int(answers[i].as.map, F_answer_count, 0);
		annual_row(c, rec_text(answers[i].as.map, F_answer_title), chosen, percent(chosen, respondents), 0);
	}
}

static void add_survey(Counting *c, const Record *r)
{
	static const char *const heads[] = {"Опрос", "Ответили", NULL};
	size_t n;
	int64_t respondents = rec_int(&r->rec, F_survey_respondents, 0);
	const char *audience =
	        schema_enum_word(rec_choice(&r->rec, F_survey_audience, ER_respondent_all))->title[LANG_RU];
	annual_table(c, rec_text(&r->rec, F_survey_title), heads);
	annual_row(c, slice_of(audience), respondents, 0, 0);
	const Val *questions = rec_list(&r->rec, F_survey_questions, &n);
	for (size_t i = 0; i < n && respondents >= c->corpus->policy.min_group; i++) {
		add_question(c, questions[i].as.map, respondents);
	}
}

void annual_surveys(Counting *c)
{
	annual_section(c, "Опросы");
	annual_list(c);
	annual_count(c, "Проведено опросов", annual_dated(c, O_survey, F_survey_date));
	for (size_t i = 0; i < c->corpus->counts[O_survey]; i++) {
		const Record *r = c->corpus->records[O_survey][i];
		if (!annual_is_draft(r) && annual_within(c, rec_date(&r->rec, F_survey_date))) {
			add_survey(c, r);
		}
	}
}

/* --- consents --- */

typedef struct ConsentCounts {
	int64_t in_force, signed_on, withdrawn, ended, ending, without;
} ConsentCounts;

enum { AHEAD_DAYS = 90 };

static bool is_withdrawn_by(const Rec *consent, Date day)
{
	Date withdrawn = rec_date(consent, F_consent_withdrawn);
	return withdrawn != DATE_NONE && withdrawn <= day;
}

static bool count_consent(const Counting *c, ConsentCounts *counts, const Record *person, const Rec *consent)
{
	Date until = rec_date(consent, F_consent_until);
	bool in_force = rule_in_force(&c->rules, person, consent);
	bool ends = until != DATE_NONE && !is_withdrawn_by(consent, until);
	counts->in_force += in_force;
	counts->signed_on += annual_within(c, rec_date(consent, F_consent_signed));
	counts->withdrawn += annual_within(c, rec_date(consent, F_consent_withdrawn));
	counts->ended += ends && annual_within(c, until) && until < c->day;
	counts->ending += ends && in_force && until <= c->day + AHEAD_DAYS;
	return in_force;
}

static void count_person(const Counting *c, ConsentCounts *counts, const Record *person, bool takes_part)
{
	size_t n;
	bool agreed = false;
	const Val *consents = rec_list(&person->rec, F_person_consents, &n);
	for (size_t i = 0; i < n; i++) {
		agreed |= count_consent(c, counts, person, consents[i].as.map);
	}
	counts->without += takes_part && !agreed;
}

/* Who takes part in the year's programmes, by index of the person. */
static bool *participants(const Counting *c)
{
	bool *people = arena_array(c->arena, c->corpus->counts[O_person], sizeof *people);
	const struct {
		Kind kind;
		const bool *marks;
		FieldId person;
	} sides[] = {{O_mentor, c->mentors, F_mentor_person}, {O_mentee, c->mentees, F_mentee_person}};
	for (int s = 0; s < 2; s++) {
		for (size_t i = 0; i < c->corpus->counts[sides[s].kind]; i++) {
			const Record *person = rec_ref(&c->corpus->records[sides[s].kind][i]->rec, sides[s].person);
			people[person->index] |= sides[s].marks[i];
		}
	}
	return people;
}

void annual_consents(Counting *c)
{
	ConsentCounts n = {0};
	const bool *people = participants(c);
	for (size_t i = 0; i < c->corpus->counts[O_person]; i++) {
		count_person(c, &n, c->corpus->records[O_person][i], people[i]);
	}
	annual_section(c, "Согласия на распространение персональных данных");
	annual_list(c);
	annual_count(c, "Действует согласий", n.in_force);
	annual_count(c, "Получено за год", n.signed_on);
	annual_count(c, "Отозвано за год", n.withdrawn);
	annual_count(c, "Кончилось за год по сроку", n.ended);
	annual_count(c, "Кончается в ближайшие 90 дней", n.ending);
	annual_count(c, "Участников программ года без действующего согласия", n.without);
}
