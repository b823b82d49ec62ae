/* publication.md, rules 1 and 4, by the book. */
#include "corpora.h"

#define DAY "2026-03-01"
#define PAGE "mentors/ivanova/"

/* The mentor Иванова with one consent to be shown, which `more` narrows. */
static void ivanova(const char *consent)
{
	Buf rest = BUF_INIT;
	buf_printf(&rest, "position: учитель физики\nemail: m@mail.example\nconsents:\n%s", consent);
	world_part("mentors", "ivanova", "Иванова", rest.p);
	buf_release(&rest);
}

static bool is_mentor(const char *day)
{
	world_on(day);
	return seen(PUB_MENTORS, "ivanova") != NULL;
}

static Slice field(const char *name)
{
	return text_on(seen(PUB_MENTORS, "ivanova"), name, PAGE);
}

/* --- rule 1: consent --- */

START_TEST(rule_01_silence_is_never_consent)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", "position: учитель\nstaff: true\nconsents: []\n");
	ck_assert(!is_mentor(DAY));
	world_part("mentors", "ivanova", "Иванова", "position: учитель\nstaff: true\n");
	ck_assert(!is_mentor(DAY));
	ck_assert(!told("Иванова") && !told("ivanova"));
	ck_assert_int_eq(world.site->mentors, 0);
	world_end();
}
END_TEST

START_TEST(rule_01_a_consent_holds_from_the_day_it_is_signed)
{
	world_begin();
	ivanova(CONSENT("role, name", ""));
	ck_assert(!is_mentor("2025-08-31"));
	ck_assert(is_mentor("2025-09-01"));
	ck_assert(is_mentor("2025-09-02"));
	world_end();
}
END_TEST

START_TEST(rule_01_until_is_the_last_day)
{
	world_begin();
	ivanova(CONSENT("role, name", ", until: 2026-03-01"));
	ck_assert(is_mentor("2026-02-28"));
	ck_assert(is_mentor("2026-03-01"));
	ck_assert(!is_mentor("2026-03-02"));
	world_end();
}
END_TEST

START_TEST(rule_01_a_withdrawn_consent_is_dead_on_the_day_of_withdrawal)
{
	world_begin();
	ivanova(CONSENT("role, name", ", withdrawn: 2026-03-01"));
	ck_assert(is_mentor("2026-02-28"));
	ck_assert(!is_mentor("2026-03-01"));
	ck_assert(!is_mentor("2026-03-02"));
	world_end();
}
END_TEST

START_TEST(rule_01_a_consent_covers_only_what_it_names)
{
	world_begin();
	ivanova(CONSENT("role, name", ""));
	ck_assert(is_mentor(DAY));
	assert_slice(field("name"), "Иванова Мария Петровна");
	assert_slice(field("position"), "");
	assert_slice(field("email"), "");
	ivanova(CONSENT("role, name, position, contacts", ""));
	ck_assert(is_mentor(DAY));
	assert_slice(field("position"), "учитель физики");
	assert_slice(field("email"), "m@mail.example");
	world_end();
}
END_TEST

START_TEST(rule_01_several_consents_add_up)
{
	world_begin();
	ivanova(CONSENT("role", "") CONSENT("name", ", until: 2026-03-01") CONSENT("short_name", ""));
	ck_assert(is_mentor("2026-03-01"));
	assert_slice(field("name"), "Иванова Мария Петровна");
	ck_assert(is_mentor("2026-03-02"));
	assert_slice(field("name"), "Иванова М. П.");
	world_end();
}
END_TEST

START_TEST(rule_01_one_dead_consent_does_not_take_another_with_it)
{
	world_begin();
	ivanova(CONSENT("role, name", ", withdrawn: 2026-01-01") CONSENT("role, name", ""));
	ck_assert(is_mentor(DAY));
	world_end();
}
END_TEST

START_TEST(rule_01_pages_are_prefixes_of_the_paths_a_consent_names)
{
	world_begin();
	ivanova(CONSENT("role, name", ", pages: [mentors/]") CONSENT("position", ", pages: [mentors/ivanova/]"));
	ck_assert(is_mentor(DAY));
	const PubRecord *r = seen(PUB_MENTORS, "ivanova");
	assert_slice(text_on(r, "name", "mentors/"), "Иванова Мария Петровна");
	assert_slice(text_on(r, "name", PAGE), "Иванова Мария Петровна");
	assert_slice(text_on(r, "name", "programmes/"), "");
	assert_slice(text_on(r, "name", ""), "");
	assert_slice(text_on(r, "position", PAGE), "учитель физики");
	assert_slice(text_on(r, "position", "mentors/"), "");
	assert_slice(text_on(r, "position", "mentors/ivanova-two/"), "");
	ivanova(CONSENT("role, name", ", pages: [programmes/]"));
	ck_assert(!is_mentor(DAY));
	world_end();
}
END_TEST

START_TEST(rule_01_the_slash_before_a_path_does_not_matter)
{
	world_begin();
	ivanova(CONSENT("role, name", ", pages: [/mentors/ivanova/]"));
	ck_assert(is_mentor(DAY));
	world_end();
}
END_TEST

START_TEST(rule_01_the_law_stands_in_for_consent_of_staff_only)
{
	world_begin();
	world_policy("staff_by_law: [name, position]\n");
	world_part("mentors", "ivanova", "Иванова", "position: учитель\nstaff: true\nconsents:\n" CONSENT("role", ""));
	world_part("mentors", "petrova", "Петрова", "position: инженер\nconsents:\n" CONSENT("role", ""));
	ck_assert(is_mentor(DAY));
	assert_slice(field("position"), "учитель");
	ck_assert_ptr_null(seen(PUB_MENTORS, "petrova"));
	ck_assert(!told("Петрова") && !told("инженер"));
	world_end();
}
END_TEST

START_TEST(rule_01_no_law_stands_in_for_photo_contacts_or_role)
{
	world_begin();
	world_policy("staff_by_law: [name, role, contacts, photo]\n");
	world_picture("media/i.png");
	world_part("mentors", "ivanova", "Иванова", "staff: true\nphoto: media/i.png\nemail: m@mail.example\n");
	ck_assert(!is_mentor(DAY));
	world_part("mentors", "ivanova", "Иванова",
	           "staff: true\nphoto: media/i.png\nemail: m@mail.example\nconsents:\n" CONSENT("role", ""));
	ck_assert(is_mentor(DAY));
	assert_slice(field("name"), "Иванова Мария Петровна");
	assert_slice(field("email"), "");
	ck_assert_ptr_null(pub_get(&seen(PUB_MENTORS, "ivanova")->fields, SL("photo"), SL(PAGE)));
	ck_assert(!world.site->media[0]->used);
	world_end();
}
END_TEST

/* --- rule 4: minors --- */

#define REPRESENTATIVE CONSENT_BY("representative", "role, name, short_name", "")

static void minor_mentee(const char *policy, const char *consent)
{
	Buf rest = BUF_INIT;
	world_policy(policy);
	buf_printf(&rest, "minor_until: 2026-03-01\nconsents:\n%s", consent);
	world_part("mentees", "sidorov", "Сидорова", rest.p);
	buf_release(&rest);
}

START_TEST(rule_04_a_minors_own_signature_counts_for_nothing)
{
	world_begin();
	minor_mentee("minors: consent\n", CONSENT("role, name", ""));
	world_on("2026-02-28");
	ck_assert_uint_eq(world.site->kinds[PUB_MENTEES].n, 0);
	ck_assert_int_eq(world.site->mentees, 0);
	ck_assert(!told("Сидорова"));
	world_end();
}
END_TEST

START_TEST(rule_04_a_representative_agrees_for_a_minor)
{
	world_begin();
	minor_mentee("minors: consent\n", REPRESENTATIVE);
	world_on("2026-02-28");
	ck_assert_uint_eq(world.site->kinds[PUB_MENTEES].n, 1);
	ck_assert_int_eq(world.site->mentees, 1);
	ck_assert(told("Сидорова Мария Петровна"));
	world_end();
}
END_TEST

START_TEST(rule_04_on_the_18th_birthday_the_own_signature_begins_to_count)
{
	world_begin();
	minor_mentee("minors: consent\n", CONSENT("role, name", ""));
	world_on("2026-02-28");
	ck_assert_uint_eq(world.site->kinds[PUB_MENTEES].n, 0);
	world_on("2026-03-01");
	ck_assert_uint_eq(world.site->kinds[PUB_MENTEES].n, 1);
	world_end();
}
END_TEST

START_TEST(rule_04_count_is_the_rule_when_the_policy_is_silent)
{
	world_begin();
	minor_mentee("", REPRESENTATIVE);
	world_on("2026-02-28");
	ck_assert_int_eq(world.site->mentees, 1);
	ck_assert_uint_eq(world.site->kinds[PUB_MENTEES].n, 0);
	world_end();
}
END_TEST

START_TEST(rule_04_a_minor_counts_only_in_totals)
{
	world_begin();
	minor_mentee("minors: count\n", REPRESENTATIVE);
	world_part("mentors", "ivanova", "Иванова", ROLE_AND_NAME);
	world_programme("p", "ivanova", "sidorov", "");
	world_on("2026-02-28");
	ck_assert_int_eq(world.site->mentees, 1);
	ck_assert_uint_eq(world.site->kinds[PUB_MENTEES].n, 0);
	assert_slice(people_on(seen(PUB_PROGRAMMES, "N-p"), "mentees", "programmes/N-p/"), "Наставляемый");
	ck_assert(!told("Сидоров") && !told("sidorov"));
	world_on("2026-03-01");
	ck_assert_uint_eq(world.site->kinds[PUB_MENTEES].n, 1);
	world_end();
}
END_TEST

START_TEST(rule_04_a_counted_minor_is_named_nowhere_whoever_signed)
{
	world_begin();
	world_policy("minors: count\n");
	world_person("sidorov", "Сидорова",
	             "minor_until: 2026-03-02\nconsents:\n" CONSENT_BY(
	                     "representative", "role, name, short_name, photo, awards", ", conditions: Без фамилии."));
	world_put("awards/a.yaml", "person: sidorov\ntitle: Грамота\ndate: 2026-01-01\n");
	world_picture("media/k.png");
	world_put("media/k.png.yaml", "alt: Класс\npeople: [sidorov]\n");
	world_put("pages/about.md", "---\ntitle: О нас\n---\n![](media/k.png)\n\n[[person:sidorov]]\n");
	world_put("roadmap.yaml", "stages: [{title: Начало, responsible: [{role: Староста, person: sidorov}]}]\n");
	world_on("2026-03-01");
	ck_assert(!told("Сидоров") && !told("Грамота") && !told("Без фамилии"));
	ck_assert(told("Участник") && told("Староста"));
	ck_assert(!world.site->media[0]->used);
	world_on("2026-03-02");
	ck_assert(told("Сидорова Мария Петровна") && told("Грамота") && told("Без фамилии"));
	ck_assert(world.site->media[0]->used);
	world_end();
}
END_TEST

START_TEST(rule_04_a_minor_without_any_consent_is_counted_all_the_same)
{
	world_begin();
	world_policy("minors: count\n");
	world_part("mentees", "sidorov", "Сидорова", "minor_until: 2030-01-01\n");
	world_part("mentees", "petrova", "Петрова", "");
	world_on(DAY);
	ck_assert_int_eq(world.site->mentees, 1);
	world_end();
}
END_TEST

START_TEST(rule_04_a_hidden_minor_is_in_no_total_and_no_list)
{
	world_begin();
	minor_mentee("minors: hide\n", REPRESENTATIVE);
	world_part("mentors", "ivanova", "Иванова", ROLE_AND_NAME);
	world_programme("p", "ivanova", "sidorov", "");
	world_on("2026-02-28");
	ck_assert_int_eq(world.site->mentees, 0);
	assert_slice(people_on(seen(PUB_PROGRAMMES, "N-p"), "mentees", "programmes/N-p/"), "");
	ck_assert(!told("Сидоров") && !told("sidorov") && !told("Наставляемый"));
	world_end();
}
END_TEST

START_TEST(rule_04_a_link_to_a_hidden_minor_is_a_fault)
{
	world_begin();
	minor_mentee("minors: hide\n", REPRESENTATIVE);
	world_put("pages/about.md", "---\ntitle: О нас\n---\nПишет [[person:sidorov]].\n");
	world_try("2026-02-28");
	ck_assert(world_faulted(D_WITHHELD_LINK, "content/pages/about.md", 4));
	world_end();
}
END_TEST

START_TEST(rule_04_never_the_closed_fields_of_a_minor)
{
	world_begin();
	minor_mentee("minors: consent\n", REPRESENTATIVE);
	world_put("mentees/sidorov.md", "---\nperson: sidorov\ngroup: трудная ситуация\nneeds: Одиночество.\n"
	                                "difficulties: Прогулы.\nthird_party: Сосед.\n---\n");
	world_on("2026-02-28");
	ck_assert_uint_eq(world.site->kinds[PUB_MENTEES].n, 1);
	ck_assert(!told("трудная") && !told("Одиночество") && !told("Прогулы") && !told("Сосед"));
	world_end();
}
END_TEST

UNIT_MAIN("rules", rule_01_silence_is_never_consent, rule_01_a_consent_holds_from_the_day_it_is_signed,
          rule_01_until_is_the_last_day, rule_01_a_withdrawn_consent_is_dead_on_the_day_of_withdrawal,
          rule_01_a_consent_covers_only_what_it_names, rule_01_several_consents_add_up,
          rule_01_one_dead_consent_does_not_take_another_with_it,
          rule_01_pages_are_prefixes_of_the_paths_a_consent_names, rule_01_the_slash_before_a_path_does_not_matter,
          rule_01_the_law_stands_in_for_consent_of_staff_only, rule_01_no_law_stands_in_for_photo_contacts_or_role,
          rule_04_a_minors_own_signature_counts_for_nothing, rule_04_a_representative_agrees_for_a_minor,
          rule_04_on_the_18th_birthday_the_own_signature_begins_to_count,
          rule_04_count_is_the_rule_when_the_policy_is_silent, rule_04_a_minor_counts_only_in_totals,
          rule_04_a_counted_minor_is_named_nowhere_whoever_signed,
          rule_04_a_minor_without_any_consent_is_counted_all_the_same,
          rule_04_a_hidden_minor_is_in_no_total_and_no_list, rule_04_a_link_to_a_hidden_minor_is_a_fault,
          rule_04_never_the_closed_fields_of_a_minor)
