/* policy.yaml with the defaults of content.md. */
#include "corpora.h"

static const Policy *policy_of(const char *more)
{
	world_policy(more);
	const Corpus *c = world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	return &c->policy;
}

START_TEST(what_the_policy_does_not_say_has_the_default_of_the_contract)
{
	world_begin();
	const Policy *p = policy_of("");
	ck_assert_int_eq(p->minors, MINORS_COUNT);
	ck_assert_int_eq(p->min_group, 5);
	ck_assert_int_eq(p->notice_workdays, 3);
	ck_assert(!p->full_programmes);
	ck_assert_uint_eq(p->results_on, policy_bit(ER_ground_plan));
	ck_assert_uint_eq(p->staff_by_law, 0);
	assert_slice(p->anonymous_mentor, "Наставник");
	assert_slice(p->anonymous_mentee, "Наставляемый");
	assert_slice(p->anonymous_person, "Участник");
	world_end();
}
END_TEST

START_TEST(what_it_says_is_read)
{
	world_begin();
	const Policy *p = policy_of("minors: hide\nmin_group: 7\nprogrammes: full\nresults_on: [agreement, curator]\n"
	                            "limits: {consent_notice_workdays: 9}\nanonymous: {mentee: Младший}\n");
	ck_assert_int_eq(p->minors, MINORS_HIDE);
	ck_assert_int_eq(p->min_group, 7);
	ck_assert_int_eq(p->notice_workdays, 9);
	ck_assert(p->full_programmes);
	ck_assert_uint_eq(p->results_on, policy_bit(ER_ground_agreement) | policy_bit(ER_ground_curator));
	assert_slice(p->anonymous_mentor, "Наставник");
	assert_slice(p->anonymous_mentee, "Младший");
	world_end();
}
END_TEST

START_TEST(an_empty_list_of_grounds_releases_nothing)
{
	world_begin();
	ck_assert_uint_eq(policy_of("results_on: []\n")->results_on, 0);
	world_end();
}
END_TEST

START_TEST(the_law_is_never_taken_for_photo_contacts_or_role)
{
	world_begin();
	const Policy *p =
	        policy_of("staff_by_law: [name, short_name, position, role, photo, portfolio, contacts, awards]\n");
	ck_assert(p->staff_by_law & policy_bit(ER_category_name));
	ck_assert(p->staff_by_law & policy_bit(ER_category_position));
	ck_assert(p->staff_by_law & policy_bit(ER_category_portfolio));
	ck_assert(p->staff_by_law & policy_bit(ER_category_awards));
	ck_assert(!(p->staff_by_law & policy_bit(ER_category_photo)));
	ck_assert(!(p->staff_by_law & policy_bit(ER_category_contacts)));
	ck_assert(!(p->staff_by_law & policy_bit(ER_category_role)));
	world_end();
}
END_TEST

START_TEST(sections_keep_their_order)
{
	world_begin();
	world_put("policy.yaml", "act: {title: П}\nmodel: teachers\nsections: [news, mentors]\nforms: [{id: tt, title: "
	                         "П}]\nkinds: []\n");
	const Policy *p = &world_load()->policy;
	ck_assert_uint_eq(p->section_count, 2);
	ck_assert_int_eq(p->section_order[0], ER_section_news);
	ck_assert_int_eq(p->section_order[1], ER_section_mentors);
	ck_assert(policy_section(p, ER_section_news));
	ck_assert(!policy_section(p, ER_section_mentees));
	world_end();
}
END_TEST

START_TEST(bits_count_within_their_own_list)
{
	ck_assert_uint_eq(policy_bit(ER_ground_plan), 1);
	ck_assert_uint_eq(policy_bit(ER_ground_curator), 4);
	ck_assert_uint_eq(policy_bit(ER_category_name), 1);
}
END_TEST

START_TEST(words_are_found_by_id)
{
	world_begin();
	const Policy *p = policy_of("");
	ck_assert_ptr_nonnull(map_get(&p->forms, SL("tt")));
	ck_assert_ptr_null(map_get(&p->forms, SL("one")));
	ck_assert_ptr_nonnull(map_get(&p->kinds, SL("one")));
	world_end();
}
END_TEST

START_TEST(the_production_calendar_is_read)
{
	world_begin();
	const Policy *p = policy_of("holidays: [2026-11-04]\nworkdays: [2026-11-07]\n");
	ck_assert(!workday_is(&p->calendar, date_of(2026, 11, 4)));
	ck_assert(workday_is(&p->calendar, date_of(2026, 11, 5)));
	ck_assert(workday_is(&p->calendar, date_of(2026, 11, 7)));
	ck_assert(!workday_is(&p->calendar, date_of(2026, 11, 8)));
	world_end();
}
END_TEST

UNIT_MAIN("policy", what_the_policy_does_not_say_has_the_default_of_the_contract, what_it_says_is_read,
          an_empty_list_of_grounds_releases_nothing, the_law_is_never_taken_for_photo_contacts_or_role,
          sections_keep_their_order, bits_count_within_their_own_list, words_are_found_by_id,
          the_production_calendar_is_read)
