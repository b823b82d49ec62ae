#include "record/policy.h"

#include "base/mem.h"

unsigned policy_bit(EnumRow row)
{
	size_t n;
	return 1u << (row - schema_enum(schema_enum_word(row)->of, &n));
}

static unsigned bits_of(const Rec *rec, FieldId f, unsigned otherwise)
{
	if (!rec_get(rec, f)) {
		return otherwise;
	}
	size_t n;
	unsigned bits = 0;
	const Val *items = rec_list(rec, f, &n);
	for (size_t i = 0; i < n; i++) {
		bits |= policy_bit(items[i].as.choice);
	}
	return bits;
}

static Slice word_or(const Rec *map, FieldId f, Slice otherwise)
{
	const Val *v = map ? rec_get(map, f) : NULL;
	return v ? v->as.text : otherwise;
}

static void index_words(Map *out, const Rec *rec, FieldId f)
{
	size_t n;
	const Val *items = rec_list(rec, f, &n);
	for (size_t i = 0; i < n; i++) {
		Slice id = rec_text(items[i].as.map, F_word_id);
		if (id.n) {
			map_put(out, id, (void *)items[i].as.map);
		}
	}
}

static void read_sections(Policy *p)
{
	size_t n;
	const Val *items = rec_list(p->rec, F_policy_sections, &n);
	for (size_t i = 0; i < n && p->section_count < 16; i++) {
		p->section_order[p->section_count++] = items[i].as.choice;
	}
	p->sections = bits_of(p->rec, F_policy_sections, 0);
}

static Date *dates_of(const Rec *rec, FieldId f, size_t *n)
{
	const Val *items = rec_list(rec, f, n);
	Date *days = mem_array(*n, sizeof *days);
	for (size_t i = 0; i < *n; i++) {
		days[i] = items[i].as.date;
	}
	return days;
}

static void read_calendar(Policy *p)
{
	size_t off, on;
	Date *holidays = dates_of(p->rec, F_policy_holidays, &off);
	Date *workdays = dates_of(p->rec, F_policy_workdays, &on);
	workdays_init(&p->calendar, holidays, off, workdays, on);
	free(holidays);
	free(workdays);
}

static Minors minors_of(EnumRow row)
{
	return row == ER_minors_hide ? MINORS_HIDE : row == ER_minors_consent ? MINORS_CONSENT : MINORS_COUNT;
}

void policy_init(Policy *p, const Rec *rec)
{
	const Rec *anonymous = rec_map(rec, F_policy_anonymous);
	const Rec *limits = rec_map(rec, F_policy_limits);
	*p = (Policy){.rec = rec};
	p->minors = minors_of(rec_choice(rec, F_policy_minors, ER_minors_count));
	p->full_programmes = rec_choice(rec, F_policy_programmes, ER_detail_summary) == ER_detail_full;
	p->results_on = bits_of(rec, F_policy_results_on, policy_bit(ER_ground_plan));
	/* publication.md, rule 1: the law never stands in for these three. */
	p->staff_by_law =
	        bits_of(rec, F_policy_staff_by_law, 0) &
	        ~(policy_bit(ER_category_photo) | policy_bit(ER_category_contacts) | policy_bit(ER_category_role));
	p->min_group = rec_int(rec, F_policy_min_group, 5);
	p->notice_workdays = limits ? rec_int(limits, F_limits_consent_notice_workdays, 3) : 3;
	p->anonymous_mentor = word_or(anonymous, F_anonymous_mentor, SL("Наставник"));
	p->anonymous_mentee = word_or(anonymous, F_anonymous_mentee, SL("Наставляемый"));
	p->anonymous_person = word_or(anonymous, F_anonymous_person, SL("Участник"));
	read_sections(p);
	read_calendar(p);
	index_words(&p->forms, rec, F_policy_forms);
	index_words(&p->kinds, rec, F_policy_kinds);
}

void policy_release(Policy *p)
{
	map_release(&p->forms);
	map_release(&p->kinds);
	workdays_release(&p->calendar);
}

bool policy_section(const Policy *p, EnumRow section)
{
	return p->sections & policy_bit(section);
}

unsigned policy_sections_of(Kind kind)
{
	switch (kind) {
	case O_mentor:
		return policy_bit(ER_section_mentors) | policy_bit(ER_section_portfolios);
	case O_mentee:
		return policy_bit(ER_section_mentees);
	case O_programme:
		return policy_bit(ER_section_programmes);
	case O_partner:
		return policy_bit(ER_section_partners);
	case O_case:
		return policy_bit(ER_section_cases);
	case O_document:
		return policy_bit(ER_section_documents);
	case O_method:
		return policy_bit(ER_section_methods);
	case O_news:
		return policy_bit(ER_section_news);
	case O_event:
		return policy_bit(ER_section_events);
	case O_award:
		return policy_bit(ER_section_awards);
	case O_survey:
		return policy_bit(ER_section_stats);
	case O_roadmap:
		return policy_bit(ER_section_roadmap);
	default:
		return 0;
	}
}
