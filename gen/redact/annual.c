#include "redact/annual.h"

#include "redact/annual_parts.h"

/* --- the document --- */

void annual_section(Counting *c, const char *title)
{
	vec_push(&c->annual->sections, (AnnualSection){.title = title});
}

static AnnualSection *section(Counting *c)
{
	return &c->annual->sections.items[c->annual->sections.n - 1];
}

void annual_table(Counting *c, Slice title, const char *const *heads)
{
	AnnualTable t = {.title = title};
	for (size_t i = 0; heads[i]; i++) {
		t.heads[i] = heads[i];
		t.numbers = i;
	}
	vec_push(&section(c)->tables, t);
}

void annual_list(Counting *c)
{
	static const char *const heads[] = {"Показатель", "Число", NULL};
	annual_table(c, SL(""), heads);
}

void annual_row(Counting *c, Slice title, int64_t x, int64_t y, int64_t z)
{
	AnnualTable *t = &section(c)->tables.items[section(c)->tables.n - 1];
	vec_push(&t->rows, (AnnualRow){title, {x, y, z}});
}

void annual_count(Counting *c, const char *title, int64_t n)
{
	annual_row(c, slice_of(title), n, 0, 0);
}

/* --- what counts --- */

bool annual_within(const Counting *c, Date d)
{
	return d != DATE_NONE && d >= c->begin && d <= c->day;
}

bool annual_is_draft(const Record *r)
{
	FieldId draft = schema_find(r->kind, SL("draft"));
	return draft != FIELD_COUNT && rec_flag(&r->rec, draft);
}

Date annual_last(const Record *programme)
{
	const Rec *completion = rec_map(&programme->rec, F_programme_completion);
	Date end = rec_date(&programme->rec, F_programme_end);
	Date extended = rec_date(&programme->rec, F_programme_extended_to);
	return completion ? rec_date(completion, F_completion_date) : extended > end ? extended : end;
}

bool annual_ran(const Counting *c, const Record *programme)
{
	return !annual_is_draft(programme) && rec_date(&programme->rec, F_programme_start) <= c->day &&
	       annual_last(programme) >= c->begin;
}

bool annual_completed(const Counting *c, const Record *programme)
{
	return !annual_is_draft(programme) && rule_completed(&c->rules, programme) &&
	       annual_within(c, annual_last(programme));
}

int64_t annual_dated(const Counting *c, Kind kind, FieldId date)
{
	int64_t n = 0;
	for (size_t i = 0; i < c->corpus->counts[kind]; i++) {
		const Record *r = c->corpus->records[kind][i];
		n += !annual_is_draft(r) && annual_within(c, rec_date(&r->rec, date));
	}
	return n;
}

static const Record *programme_at(const Counting *c, size_t i)
{
	return c->corpus->records[O_programme][i];
}

/* --- participants --- */

static void mark(bool *marks, const Rec *programme, FieldId people)
{
	size_t n;
	const Val *list = rec_list(programme, people, &n);
	for (size_t i = 0; i < n; i++) {
		marks[list[i].as.ref.target->index] = true;
	}
}

/* Whoever was replaced within the year took part in it too. */
static void mark_replaced(Counting *c, const Rec *programme)
{
	size_t n;
	const Val *list = rec_list(programme, F_programme_replacements, &n);
	for (size_t i = 0; i < n; i++) {
		const Record *from = rec_ref(list[i].as.map, F_replacement_from);
		c->mentors[from->index] |= annual_within(c, rec_date(list[i].as.map, F_replacement_date));
	}
}

static void mark_participants(Counting *c)
{
	for (size_t i = 0; i < c->corpus->counts[O_programme]; i++) {
		const Record *p = programme_at(c, i);
		if (annual_ran(c, p)) {
			mark(c->mentors, &p->rec, F_programme_mentors);
			mark(c->mentees, &p->rec, F_programme_mentees);
			mark_replaced(c, &p->rec);
		}
	}
}

typedef bool Holds(const Counting *c, const Record *r);

/* Records of a kind that have something; with marks, of those marked. */
static int64_t count(const Counting *c, Kind kind, const bool *marks, Holds *holds)
{
	int64_t n = 0;
	for (size_t i = 0; i < c->corpus->counts[kind]; i++) {
		const Record *r = c->corpus->records[kind][i];
		n += !annual_is_draft(r) && (!marks || marks[i]) && holds(c, r);
	}
	return n;
}

static bool is_any(const Counting *c, const Record *r)
{
	(void)c;
	(void)r;
	return true;
}

static bool is_active_mentor(const Counting *c, const Record *r)
{
	Date since = rec_date(&r->rec, F_mentor_since);
	EnumRow status = rec_choice(&r->rec, F_mentor_status, ER_activity_status_active);
	return status == ER_activity_status_active && (since == DATE_NONE || since <= c->day);
}

static bool is_new_mentor(const Counting *c, const Record *r)
{
	return annual_within(c, rec_date(&r->rec, F_mentor_since));
}

static bool is_external(const Counting *c, const Record *r)
{
	(void)c;
	return rec_flag(&r->rec, F_mentor_external);
}

static bool is_trained(const Counting *c, const Record *r)
{
	Date trained = rec_date(&r->rec, F_mentor_trained);
	return trained != DATE_NONE && trained <= c->day;
}

static bool is_minor(const Counting *c, const Record *r)
{
	const Record *person = rec_ref(&r->rec, r->kind == O_mentor ? F_mentor_person : F_mentee_person);
	return person && rule_minor(&c->rules, person);
}

static bool is_new_mentee(const Counting *c, const Record *r)
{
	return annual_within(c, rec_date(&r->rec, F_mentee_since));
}

static void add_participants(Counting *c)
{
	annual_section(c, "Участники");
	annual_list(c);
	annual_count(c, "Наставников в реестре, действующих", count(c, O_mentor, NULL, is_active_mentor));
	annual_count(c, "Назначено наставников за год", count(c, O_mentor, NULL, is_new_mentor));
	annual_count(c, "Наставников, участвовавших в программах года", count(c, O_mentor, c->mentors, is_any));
	annual_count(c, "из них приглашённых", count(c, O_mentor, c->mentors, is_external));
	annual_count(c, "из них прошли обучение наставников", count(c, O_mentor, c->mentors, is_trained));
	annual_count(c, "из них несовершеннолетних", count(c, O_mentor, c->mentors, is_minor));
	annual_count(c, "Наставляемых, участвовавших в программах года", count(c, O_mentee, c->mentees, is_any));
	annual_count(c, "из них впервые в этом году", count(c, O_mentee, c->mentees, is_new_mentee));
	annual_count(c, "из них несовершеннолетних", count(c, O_mentee, c->mentees, is_minor));
}

/* --- programmes --- */

static bool has_started(const Counting *c, const Record *r)
{
	return annual_within(c, rec_date(&r->rec, F_programme_start));
}

static bool is_under_way(const Counting *c, const Record *r)
{
	ProgrammeStatus status = rule_status(&c->rules, r);
	return annual_ran(c, r) && (status == STATUS_UNDER_WAY || status == STATUS_EXTENDED);
}

static bool is_extended(const Counting *c, const Record *r)
{
	return annual_ran(c, r) && rec_get(&r->rec, F_programme_extended_to);
}

static bool has_results(const Counting *c, const Record *r)
{
	return annual_completed(c, r) && rec_map(&r->rec, F_programme_results);
}

static int64_t count_ground(const Counting *c, EnumRow ground)
{
	int64_t n = 0;
	for (size_t i = 0; i < c->corpus->counts[O_programme]; i++) {
		const Record *p = programme_at(c, i);
		const Rec *completion = rec_map(&p->rec, F_programme_completion);
		n += annual_completed(c, p) && rec_choice(completion, F_completion_ground, ER_ground_plan) == ground;
	}
	return n;
}

static int64_t count_replacements(const Counting *c)
{
	int64_t n = 0;
	for (size_t i = 0; i < c->corpus->counts[O_programme]; i++) {
		size_t all;
		const Val *list = rec_list(&programme_at(c, i)->rec, F_programme_replacements, &all);
		for (size_t k = 0; k < all && !annual_is_draft(programme_at(c, i)); k++) {
			n += annual_within(c, rec_date(list[k].as.map, F_replacement_date));
		}
	}
	return n;
}

static void add_grounds(Counting *c)
{
	static const char *const heads[] = {"Основание завершения", "Программ", NULL};
	size_t n;
	EnumRow first = schema_enum(ENUM_ground, &n);
	annual_table(c, SL("Завершённые за год по основаниям"), heads);
	for (size_t i = 0; i < n; i++) {
		EnumRow ground = first + (EnumRow)i;
		annual_row(c, slice_of(schema_enum_word(ground)->title[LANG_RU]), count_ground(c, ground), 0, 0);
	}
}

static bool has_word(const Record *programme, FieldId field, const Rec *word)
{
	size_t n;
	const Val *v = rec_get(&programme->rec, field);
	if (!schema_field(field)->list) {
		return v && v->as.vocab.word == word;
	}
	const Val *list = rec_list(&programme->rec, field, &n);
	bool has = false;
	for (size_t i = 0; i < n; i++) {
		has |= list[i].as.vocab.word == word;
	}
	return has;
}

static int64_t count_marks(const bool *marks, size_t n)
{
	int64_t count = 0;
	for (size_t i = 0; i < n; i++) {
		count += marks[i];
	}
	return count;
}

/* One row: programmes of the year that have the word, and who is in them, each once. */
static void add_word(Counting *c, FieldId field, const Rec *word)
{
	const Corpus *corpus = c->corpus;
	bool *mentors = arena_array(c->arena, corpus->counts[O_mentor], sizeof *mentors);
	bool *mentees = arena_array(c->arena, corpus->counts[O_mentee], sizeof *mentees);
	int64_t programmes = 0;
	for (size_t i = 0; i < corpus->counts[O_programme]; i++) {
		const Record *p = programme_at(c, i);
		if (annual_ran(c, p) && has_word(p, field, word)) {
			programmes++;
			mark(mentors, &p->rec, F_programme_mentors);
			mark(mentees, &p->rec, F_programme_mentees);
		}
	}
	annual_row(c, rec_text(word, F_word_title), programmes, count_marks(mentors, corpus->counts[O_mentor]),
	           count_marks(mentees, corpus->counts[O_mentee]));
}

static void add_words(Counting *c, const char *title, FieldId words, FieldId field, const char *const *heads)
{
	size_t n;
	const Val *list = rec_list(&c->corpus->policy_record->rec, words, &n);
	annual_table(c, slice_of(title), heads);
	for (size_t i = 0; i < n; i++) {
		add_word(c, field, list[i].as.map);
	}
}

static void add_programmes(Counting *c)
{
	static const char *const forms[] = {"Форма", "Программ", "Наставников", "Наставляемых", NULL};
	static const char *const kinds[] = {"Вид", "Программ", "Наставников", "Наставляемых", NULL};
	annual_section(c, "Программы");
	annual_list(c);
	annual_count(c, "Программ, действовавших в этом году", count(c, O_programme, NULL, annual_ran));
	annual_count(c, "из них начаты в этом году", count(c, O_programme, NULL, has_started));
	annual_count(c, "из них завершены в этом году", count(c, O_programme, NULL, annual_completed));
	annual_count(c, "из них продолжаются", count(c, O_programme, NULL, is_under_way));
	annual_count(c, "Продлено программ", count(c, O_programme, NULL, is_extended));
	annual_count(c, "Замен наставника за год", count_replacements(c));
	annual_count(c, "Завершённых программ с внесёнными результатами", count(c, O_programme, NULL, has_results));
	add_grounds(c);
	add_words(c, "По формам наставничества", F_policy_forms, F_programme_form, forms);
	add_words(c, "По видам наставничества", F_policy_kinds, F_programme_kinds, kinds);
}

/* --- what was done --- */

static bool is_event_of_year(const Counting *c, const Record *r)
{
	return annual_within(c, moment_date(rec_get(&r->rec, F_event_start)->as.moment)) &&
	       !rec_flag(&r->rec, F_event_cancelled);
}

static bool is_active_partner(const Counting *c, const Record *r)
{
	Date since = rec_date(&r->rec, F_partner_since);
	EnumRow status = rec_choice(&r->rec, F_partner_status, ER_activity_status_active);
	return status == ER_activity_status_active && (since == DATE_NONE || since <= c->day);
}

static bool is_done_stage(const Rec *stage)
{
	return rec_flag(stage, F_stage_done);
}

static void add_roadmap(Counting *c)
{
	size_t n = 0;
	int64_t done = 0;
	const Record *roadmap = c->corpus->roadmap;
	const Val *stages = roadmap ? rec_list(&roadmap->rec, F_roadmap_stages, &n) : NULL;
	for (size_t i = 0; i < n; i++) {
		done += is_done_stage(stages[i].as.map);
	}
	annual_count(c, "Этапов дорожной карты", (int64_t)n);
	annual_count(c, "из них выполнено", done);
}

static void add_work(Counting *c)
{
	annual_section(c, "Мероприятия, кейсы, партнёры");
	annual_list(c);
	annual_count(c, "Проведено мероприятий", count(c, O_event, NULL, is_event_of_year));
	annual_count(c, "Описано кейсов", annual_dated(c, O_case, F_case_date));
	annual_count(c, "Опубликовано новостей", annual_dated(c, O_news, F_news_date));
	annual_count(c, "Подготовлено методических материалов", annual_dated(c, O_method, F_method_date));
	annual_count(c, "Действующих партнёров", count(c, O_partner, NULL, is_active_partner));
	annual_count(c, "из них новых в этом году", annual_dated(c, O_partner, F_partner_since));
	add_roadmap(c);
}

static int64_t count_awards(const Counting *c, EnumRow level)
{
	int64_t n = 0;
	for (size_t i = 0; i < c->corpus->counts[O_award]; i++) {
		const Record *r = c->corpus->records[O_award][i];
		n += !annual_is_draft(r) && annual_within(c, rec_date(&r->rec, F_award_date)) &&
		     rec_choice(&r->rec, F_award_level, ENUM_ROWS) == level;
	}
	return n;
}

static void add_awards(Counting *c)
{
	static const char *const heads[] = {"Уровень", "Наград", NULL};
	size_t n;
	EnumRow first = schema_enum(ENUM_award_level, &n);
	annual_section(c, "Поощрение");
	annual_table(c, SL(""), heads);
	for (size_t i = 0; i < n; i++) {
		EnumRow level = first + (EnumRow)i;
		annual_row(c, slice_of(schema_enum_word(level)->title[LANG_RU]), count_awards(c, level), 0, 0);
	}
	annual_row(c, SL("уровень не указан"), count_awards(c, ENUM_ROWS), 0, 0);
}

/* --- the year --- */

void annual_init(Annual *out, Arena *a, const Corpus *corpus, int year, Date today)
{
	Date begin = date_of(year, 9, 1);
	Date end = date_of(year + 1, 8, 31);
	Date day = today < end ? today : end;
	*out = (Annual){.year = year, .begin = begin, .end = end, .day = day};
	Counting c = {.annual = out, .corpus = corpus, .arena = a, .begin = begin, .end = end, .day = day};
	rules_init(&c.rules, corpus, day, a);
	c.mentors = arena_array(a, corpus->counts[O_mentor], sizeof *c.mentors);
	c.mentees = arena_array(a, corpus->counts[O_mentee], sizeof *c.mentees);
	mark_participants(&c);
	add_participants(&c);
	add_programmes(&c);
	annual_terms(&c);
	add_work(&c);
	add_awards(&c);
	annual_surveys(&c);
	annual_consents(&c);
}

void annual_release(Annual *a)
{
	for (size_t i = 0; i < a->sections.n; i++) {
		for (size_t k = 0; k < a->sections.items[i].tables.n; k++) {
			vec_release(&a->sections.items[i].tables.items[k].rows);
		}
		vec_release(&a->sections.items[i].tables);
	}
	vec_release(&a->sections);
}
