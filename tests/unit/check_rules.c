/* publication.md, rules 1, 4, 8, 9 and 11, by the book. */
#include "corpora.h"

#include "redact/rules.h"

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
		     "minor_until: 2026-03-02\nconsents:\n"
		     CONSENT_BY("representative", "role, name, short_name, photo, awards", ", conditions: Без фамилии."));
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

/* --- rules 8 and 9: programmes and results --- */

static Slice status_on(const char *day)
{
	world_on(day);
	return pub_get(&seen(PUB_PROGRAMMES, "N-p")->fields, SL("status"), SL(""))->as.term.id;
}

static void programme(const char *rest)
{
	world_part("mentors", "ivanova", "Иванова", ROLE_AND_NAME);
	world_part("mentees", "petrova", "Петрова", ROLE_AND_NAME);
	world_programme("p", "ivanova", "petrova", rest);
}

#define RESULTS "results: {summary: Выучили закон Ома., indicators: [{title: Опыты, before: \"2\", after: \"9\"}]}\n"

START_TEST(rule_08_a_programme_is_under_way_from_its_first_day)
{
	world_begin();
	programme("");
	assert_slice(status_on("2026-01-31"), "planned");
	assert_slice(status_on("2026-02-01"), "under_way");
	world_end();
}
END_TEST

START_TEST(rule_08_that_a_programme_is_late_is_never_public)
{
	world_begin();
	programme("");
	assert_slice(status_on("2026-05-31"), "under_way");
	assert_slice(status_on("2026-06-01"), "under_way");
	assert_slice(status_on("2027-06-01"), "under_way");
	world_end();
}
END_TEST

START_TEST(rule_08_an_extended_programme_says_so)
{
	world_begin();
	programme("extended_to: 2026-08-31\n");
	assert_slice(status_on("2026-01-31"), "planned");
	assert_slice(status_on("2026-02-01"), "extended");
	world_end();
}
END_TEST

START_TEST(rule_08_a_programme_is_completed_on_the_day_written_and_not_before)
{
	world_begin();
	programme("extended_to: 2026-08-31\ncompletion: {date: 2026-05-20, ground: plan}\n" RESULTS);
	assert_slice(status_on("2026-05-19"), "extended");
	ck_assert(!told("completion") && !told("закон Ома") && !told("Опыты"));
	assert_slice(status_on("2026-05-20"), "completed");
	ck_assert(told("закон Ома") && told("Опыты"));
	assert_slice(status_on("2026-05-21"), "completed");
	world_end();
}
END_TEST

START_TEST(rule_08_results_come_out_on_the_grounds_the_policy_names)
{
	static const char *const policies[] = {"", "results_on: [plan]\n", "results_on: [agreement, curator]\n", "results_on: []\n"};
	static const char *const grounds[] = {"plan", "agreement", "curator"};
	static const bool released[4][3] = {{true, false, false}, {true, false, false}, {false, true, true}, {false}};
	world_begin();
	for (int p = 0; p < 4; p++) {
		world_policy(policies[p]);
		for (int g = 0; g < 3; g++) {
			Buf rest = BUF_INIT;
			buf_printf(&rest, "completion: {date: 2026-05-20, ground: %s}\n" RESULTS, grounds[g]);
			programme(rest.p);
			buf_release(&rest);
			assert_slice(status_on("2026-05-20"), "completed");
			ck_assert_msg(told("закон Ома") == released[p][g], "%s%s", policies[p], grounds[g]);
		}
	}
	world_end();
}
END_TEST

/* What the public sees of the whole site on a day, to compare. */
static void tell_on(Buf *out, const char *day)
{
	buf_clear(out);
	world_on(day);
	world_tell(out);
}

START_TEST(rule_08_without_released_results_a_completed_programme_reads_the_same_whatever_the_cause)
{
	static const char *const causes[] = {
		"completion: {date: 2026-05-20, ground: curator, order: {number: 7-о, date: 2026-05-21}}\n" RESULTS,
		"completion: {date: 2026-05-20, ground: agreement}\n" RESULTS,
		"completion: {date: 2026-05-20, ground: agreement}\n",
		"completion: {date: 2026-05-20, ground: plan}\n",
		"completion: {date: 2026-05-20, ground: plan}\nresults: {}\n",
		"completion: {date: 2026-05-20, ground: plan}\nreports: {mentor: 2026-05-25, mentee_text: Не сошлись.}\n",
		"completion: {date: 2026-05-20, ground: plan}\nreplacements: [{date: 2026-03-01, from: ivanova, to: ivanova, "
		"reason: Ссора.}]\n",
	};
	Buf first = BUF_INIT;
	Buf next = BUF_INIT;
	world_begin();
	for (size_t i = 0; i < sizeof causes / sizeof *causes; i++) {
		programme(causes[i]);
		tell_on(i ? &next : &first, "2026-06-01");
		ck_assert_msg(i == 0 || slice_eq(buf_slice(&first), buf_slice(&next)), "%s", causes[i]);
	}
	ck_assert(!told("curator") && !told("Ссора") && !told("Не сошлись"));
	world_end();
	buf_release(&first);
	buf_release(&next);
}
END_TEST

#define CASE(more) "---\ntitle: Кейс\nsummary: Коротко.\ndate: 2026-01-01\n" more "---\nТекст.\n"
#define NEWS(more) "---\ntitle: Новость\ndate: 2026-01-01\n" more "---\nТекст.\n"

START_TEST(rule_09_cases_news_and_files_of_a_programme_come_out_with_its_results)
{
	world_begin();
	programme("completion: {date: 2026-05-20, ground: plan}\nresults: {summary: Итог., files: [media/o.docx]}\n");
	world_put("media/o.docx", "не PDF");
	world_picture("media/k.png");
	world_put("media/k.png.yaml", "alt: Класс\n");
	world_put("cases/k.md", CASE("programme: p\nmedia: [media/k.png]\n"));
	world_put("news/n.md", NEWS("programme: p\nresults: true\n"));
	for (int after = 0; after < 2; after++) {
		world_on(after ? "2026-05-20" : "2026-05-19");
		ck_assert(!seen(PUB_CASES, "k") == !after);
		ck_assert(!seen(PUB_NEWS, "n") == !after);
		ck_assert_int_eq(world.site->media[0]->used, after);
		ck_assert_int_eq(world.site->media[1]->used, after);
	}
	world_end();
}
END_TEST

START_TEST(rule_09_what_is_no_result_does_not_wait)
{
	world_begin();
	programme("");
	world_put("news/n.md", NEWS("programme: p\n"));
	world_put("news/m.md", NEWS("results: true\n"));
	world_put("cases/k.md", CASE(""));
	world_on("2026-03-01");
	ck_assert_ptr_nonnull(seen(PUB_NEWS, "n"));
	ck_assert_ptr_nonnull(seen(PUB_NEWS, "m"));
	ck_assert_ptr_nonnull(seen(PUB_CASES, "k"));
	world_end();
}
END_TEST

START_TEST(rule_09_a_link_to_an_unreleased_case_is_a_fault)
{
	world_begin();
	programme("completion: {date: 2026-05-20, ground: plan}\n");
	world_put("cases/k.md", CASE("programme: p\n"));
	world_put("pages/about.md", "---\ntitle: О нас\n---\n[[case:k]]\n");
	world_try("2026-05-19");
	ck_assert(world_faulted(D_WITHHELD_LINK, "content/pages/about.md", 4));
	world_on("2026-05-20");
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
	  rule_04_never_the_closed_fields_of_a_minor, rule_08_a_programme_is_under_way_from_its_first_day,
	  rule_08_that_a_programme_is_late_is_never_public, rule_08_an_extended_programme_says_so,
	  rule_08_a_programme_is_completed_on_the_day_written_and_not_before,
	  rule_08_results_come_out_on_the_grounds_the_policy_names,
	  rule_08_without_released_results_a_completed_programme_reads_the_same_whatever_the_cause,
	  rule_09_cases_news_and_files_of_a_programme_come_out_with_its_results,
	  rule_09_what_is_no_result_does_not_wait, rule_09_a_link_to_an_unreleased_case_is_a_fault)
