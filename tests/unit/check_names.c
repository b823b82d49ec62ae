/* publication.md, rules 2, 3 and 5, by the book. */
#include "corpora.h"

#define DAY "2026-03-01"
#define AGREED(covers, more) "consents:\n" CONSENT(covers, more)

static const PubRecord *mentor(const char *id)
{
	return seen(PUB_MENTORS, id);
}

static const PubRecord *programme(void)
{
	const PubRecord *r = seen(PUB_PROGRAMMES, "N-p");
	ck_assert_ptr_nonnull(r);
	return r;
}

static Slice mentors_on(const char *page)
{
	return people_on(programme(), "mentors", page);
}

#define PROGRAMME "programmes/N-p/"

/* A programme of the mentors named, with a mentee nobody may name. */
static void programme_of(const char *mentors)
{
	world_part("mentees", "nobody", "Никто", "");
	world_programme("p", mentors, "nobody", "");
}

/* --- rule 2: the name --- */

START_TEST(rule_02_with_name_it_is_family_given_and_patronymic)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", AGREED("role, name, short_name", ""));
	world_on(DAY);
	assert_slice(text_on(mentor("ivanova"), "name", "mentors/ivanova/"), "Иванова Мария Петровна");
	world_end();
}
END_TEST

START_TEST(rule_02_with_short_name_it_is_family_and_initials)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", AGREED("role, short_name", ""));
	world_on(DAY);
	assert_slice(text_on(mentor("ivanova"), "name", "mentors/ivanova/"), "Иванова М. П.");
	ck_assert(!told("Мария") && !told("Петровна"));
	world_end();
}
END_TEST

START_TEST(rule_02_who_has_no_patronymic_has_one_initial)
{
	world_begin();
	world_part("mentors", "lee", "Ли", AGREED("role, short_name", ""));
	world_put("people/lee.yaml", "family: Ли\ngiven: Анна-Мария\n" AGREED("role, short_name", ""));
	world_on(DAY);
	assert_slice(text_on(mentor("lee"), "name", "mentors/lee/"), "Ли А.");
	world_put("people/lee.yaml", "family: Ли\ngiven: Анна-Мария\n" AGREED("role, name", ""));
	world_on(DAY);
	assert_slice(text_on(mentor("lee"), "name", "mentors/lee/"), "Ли Анна-Мария");
	world_end();
}
END_TEST

START_TEST(rule_02_without_either_it_is_the_stand_in_the_same_for_everybody)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", "");
	world_part("mentors", "petrova", "Петрова", AGREED("role", ""));
	world_part("mentors", "yakovleva", "Яковлева", AGREED("name, short_name", ""));
	programme_of("petrova, yakovleva, ivanova");
	world_on(DAY);
	assert_slice(mentors_on(PROGRAMME), "Наставник; Наставник; Наставник");
	assert_slice(people_on(programme(), "mentees", PROGRAMME), "Наставляемый");
	const Pub *who = pub_get(&programme()->fields, SL("mentors"), SL(PROGRAMME))->as.list.items[0];
	ck_assert_uint_eq(pub_on(who, SL(PROGRAMME))->as.map.n, 2); /* the word, and that it is one */
	ck_assert(pub_flag(who, "anonymous", SL(PROGRAMME)));
	world_end();
}
END_TEST

START_TEST(rule_02_the_policy_chooses_the_words)
{
	world_begin();
	world_policy("anonymous: {mentor: Старший, mentee: Младший, person: Кто-то}\n");
	world_part("mentors", "ivanova", "Иванова", "");
	programme_of("ivanova");
	world_put("pages/about.md", "---\ntitle: О нас\n---\n[[person:ivanova]] и [[mentor:ivanova]]\n");
	world_on(DAY);
	assert_slice(mentors_on(PROGRAMME), "Старший");
	assert_slice(people_on(programme(), "mentees", PROGRAMME), "Младший");
	assert_slice(html_on(seen(PUB_PAGES, "about"), "body", "about/"), "<p>Кто-то и Старший</p>\n");
	world_end();
}
END_TEST

/* --- rule 3: who has a row and a page --- */

START_TEST(rule_03_a_mentor_needs_role_and_a_name)
{
	static const char *const covers[] = {"role, name", "role, short_name", "role", "name, short_name",
	                                     "portfolio, photo"};
	world_begin();
	for (int i = 0; i < 5; i++) {
		Buf rest = BUF_INIT;
		buf_printf(&rest, "consents:\n  - {id: r1, signed: 2025-09-01, by: self, covers: [%s]}\n", covers[i]);
		world_part("mentors", "ivanova", "Иванова", rest.p);
		buf_release(&rest);
		world_on(DAY);
		ck_assert_msg((mentor("ivanova") != NULL) == (i < 2), "%s", covers[i]);
		ck_assert_int_eq(world.site->mentors, i < 2);
		ck_assert(i < 2 || (!told("Иванов") && !told("ivanova")));
	}
	world_end();
}
END_TEST

START_TEST(rule_03_a_mentor_agreed_elsewhere_but_not_on_the_own_page_has_none)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", AGREED("role, name", ", pages: [mentors/petrova/, programmes/]"));
	programme_of("ivanova");
	world_on(DAY);
	ck_assert_ptr_null(mentor("ivanova"));
	ck_assert_int_eq(world.site->mentors, 0);
	assert_slice(mentors_on(PROGRAMME), "Иванова Мария Петровна");
	ck_assert(!told("ivanova")); /* no link, no id */
	world_end();
}
END_TEST

START_TEST(rule_03_a_mentee_needs_role_and_a_name_on_the_base)
{
	world_begin();
	world_part("mentees", "ivanova", "Иванова", AGREED("role, name", ", pages: [mentees/]"));
	world_part("mentees", "petrova", "Петрова", AGREED("role, name", ", pages: [programmes/]"));
	world_part("mentees", "sidorova", "Сидорова", AGREED("role", ""));
	world_on(DAY);
	ck_assert_uint_eq(world.site->kinds[PUB_MENTEES].n, 1);
	ck_assert_int_eq(world.site->mentees, 1);
	assert_slice(text_on(seen(PUB_MENTEES, ""), "name", "mentees/"), "Иванова Мария Петровна");
	ck_assert(!told("ivanova")); /* a mentee has no id of the public's */
	world_end();
}
END_TEST

START_TEST(rule_03_the_portfolio_needs_a_consent_of_its_own)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", AGREED("role, name", ""));
	world_put("mentors/ivanova.md",
	          "---\nperson: ivanova\nsubjects: [Физика]\neducation: [Вуз]\npayment: много\n---\n"
	          "# О себе\n\nТекст о себе.\n");
	world_on(DAY);
	ck_assert(told("Физика") && !told("Вуз") && !told("О себе") && !told("о себе") && !told("много"));
	world_person("ivanova", "Иванова", AGREED("role, name, portfolio", ""));
	world_on(DAY);
	ck_assert(told("Вуз") && told("О себе") && told("о себе") && !told("много"));
	world_end();
}
END_TEST

START_TEST(rule_03_a_portfolio_agreed_for_one_page_is_not_on_another_not_even_its_headings)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова",
	           AGREED("role, name", "") CONSENT("portfolio", ", pages: [mentors/ivanova/]"));
	world_put("mentors/ivanova.md", "---\nperson: ivanova\n---\n# О себе\n\nТекст.\n");
	world_on(DAY);
	const PubRecord *r = mentor("ivanova");
	ck_assert_ptr_nonnull(pub_get(&r->fields, SL("body"), SL("mentors/ivanova/")));
	ck_assert_ptr_nonnull(pub_get(&r->fields, SL("toc"), SL("mentors/ivanova/")));
	ck_assert_ptr_null(pub_get(&r->fields, SL("body"), SL("mentors/")));
	ck_assert_ptr_null(pub_get(&r->fields, SL("toc"), SL("mentors/")));
	world_end();
}
END_TEST

/* --- rule 5: elsewhere --- */

START_TEST(rule_05_full_here_initials_there_a_stand_in_elsewhere)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова",
	           AGREED("role", "") CONSENT("name", ", pages: [mentors/]")
	                   CONSENT("short_name", ", pages: [mentors/, programmes/]"));
	programme_of("ivanova");
	world_on(DAY);
	assert_slice(mentors_on("mentors/ivanova/"), "Иванова Мария Петровна");
	assert_slice(mentors_on(PROGRAMME), "Иванова М. П.");
	assert_slice(mentors_on("news/"), "Наставник");
	assert_slice(mentors_on(""), "Наставник");
	world_end();
}
END_TEST

START_TEST(rule_05_a_mentor_is_named_elsewhere_only_with_role)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", AGREED("name", "") CONSENT("role", ", pages: [mentors/]"));
	programme_of("ivanova");
	world_on(DAY);
	ck_assert_ptr_nonnull(mentor("ivanova"));
	assert_slice(mentors_on(PROGRAMME), "Наставник");
	world_end();
}
END_TEST

START_TEST(rule_05_a_name_without_role_does_not_lead_to_the_mentors_page)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", AGREED("name", "") CONSENT("role", ", pages: [mentors/]"));
	world_put("pages/about.md", "---\ntitle: О нас\n---\nПишет [[person:ivanova]].\n");
	world_put("site.yaml", BASE_SITE "curator: ivanova\n");
	world_on(DAY);
	ck_assert_ptr_nonnull(mentor("ivanova"));
	assert_slice(html_on(seen(PUB_PAGES, "about"), "body", "about/"), "<p>Пишет Иванова Мария Петровна.</p>\n");
	const Pub *curator = pub_get(&world.site->site, SL("curator"), SL(""));
	assert_slice(pub_text(curator, "name", SL("")), "Иванова Мария Петровна");
	assert_slice(pub_text(curator, "url", SL("")), "");
	assert_slice(pub_text(curator, "id", SL("")), "");
	assert_slice(pub_text(curator, "id", SL("mentors/")), "ivanova");
	world_end();
}
END_TEST

START_TEST(rule_05_a_name_leads_to_the_page_where_both_may_be_known)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", AGREED("role, name", ""));
	world_put("pages/about.md", "---\ntitle: О нас\n---\n[[person:ivanova]]\n");
	world_on(DAY);
	assert_slice(html_on(seen(PUB_PAGES, "about"), "body", "about/"),
	             "<p><a href=\"\x01mentors/ivanova/\">Иванова Мария Петровна</a></p>\n");
	world_end();
}
END_TEST

START_TEST(rule_05_in_the_road_map_an_unnamed_person_is_only_a_role)
{
	world_begin();
	world_person("ivanova", "Иванова", AGREED("short_name", ", pages: [roadmap/]"));
	world_person("petrova", "Петрова", AGREED("position", ""));
	world_put("roadmap.yaml",
	          "stages:\n  - title: Начало\n    responsible:\n      - {role: Психолог, person: ivanova}\n"
	          "      - {role: Директор, person: petrova}\n");
	world_on(DAY);
	Buf all = BUF_INIT;
	order_canon(&all, world.site->roadmap, SL("roadmap/"));
	ck_assert(slice_find(buf_slice(&all), SL("Психолог"), 0) < all.n);
	ck_assert(slice_find(buf_slice(&all), SL("Директор"), 0) < all.n);
	ck_assert(slice_find(buf_slice(&all), SL("Иванова М. П."), 0) < all.n);
	buf_release(&all);
	ck_assert(!told("Петрова") && !told("Участник"));
	world_end();
}
END_TEST

START_TEST(rule_05_position_follows_a_name_only_where_it_is_agreed_to)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова",
	           "position: учитель физики\n" AGREED("role, name", "") CONSENT("position", ", pages: [mentors/]"));
	programme_of("ivanova");
	world_on(DAY);
	const Pub *who = pub_get(&programme()->fields, SL("mentors"), SL(PROGRAMME))->as.list.items[0];
	assert_slice(pub_text(who, "name", SL(PROGRAMME)), "Иванова Мария Петровна");
	assert_slice(pub_text(who, "position", SL(PROGRAMME)), "");
	assert_slice(pub_text(who, "position", SL("mentors/")), "учитель физики");
	world_end();
}
END_TEST

START_TEST(rule_05_whose_own_record_is_a_draft_is_named_nowhere)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", "draft: true\n" AGREED("role, name", ""));
	programme_of("ivanova");
	world_on(DAY);
	ck_assert_ptr_null(mentor("ivanova"));
	assert_slice(mentors_on(PROGRAMME), "Наставник");
	ck_assert(!told("Иванов"));
	world_end();
}
END_TEST

/* --- the order of people (law of order) --- */

START_TEST(people_of_a_list_stand_by_name_and_stand_ins_last)
{
	world_begin();
	world_part("mentors", "a", "Яковлева", AGREED("role, name", ""));
	world_part("mentors", "b", "Абрамова", "");
	world_part("mentors", "c", "Ёлкина", AGREED("role, name", ""));
	world_part("mentors", "d", "Жукова", AGREED("role, short_name", ""));
	programme_of("b, a, d, c");
	world_on(DAY);
	assert_slice(mentors_on(PROGRAMME), "Ёлкина Мария Петровна; Жукова М. П.; Яковлева Мария Петровна; Наставник");
	world_end();
}
END_TEST

START_TEST(where_a_stand_in_stands_tells_nothing_of_the_name_behind_it)
{
	world_begin();
	world_part("mentors", "b", "Белова", AGREED("role, name", ", pages: [programmes/]"));
	world_part("mentors", "a", "Абрамова", AGREED("role, name", ", pages: [mentors/]"));
	world_part("mentors", "c", "Цветкова", AGREED("role, name", ""));
	programme_of("a, b, c");
	world_on(DAY);
	assert_slice(mentors_on(PROGRAMME), "Белова Мария Петровна; Цветкова Мария Петровна; Наставник");
	assert_slice(mentors_on("mentors/a/"), "Абрамова Мария Петровна; Цветкова Мария Петровна; Наставник");
	assert_slice(mentors_on("news/"), "Цветкова Мария Петровна; Наставник; Наставник");
	world_end();
}
END_TEST

START_TEST(that_a_consent_names_pages_does_not_move_the_name_on_them)
{
	world_begin();
	world_part("mentors", "a", "Абрамова", AGREED("role, name", ", pages: [programmes/, mentors/]"));
	world_part("mentors", "b", "Белова", AGREED("role, name", ""));
	programme_of("b, a");
	world_on(DAY);
	assert_slice(mentors_on(PROGRAMME), "Абрамова Мария Петровна; Белова Мария Петровна");
	world_end();
}
END_TEST

UNIT_MAIN("names", rule_02_with_name_it_is_family_given_and_patronymic,
          rule_02_with_short_name_it_is_family_and_initials, rule_02_who_has_no_patronymic_has_one_initial,
          rule_02_without_either_it_is_the_stand_in_the_same_for_everybody, rule_02_the_policy_chooses_the_words,
          rule_03_a_mentor_needs_role_and_a_name, rule_03_a_mentor_agreed_elsewhere_but_not_on_the_own_page_has_none,
          rule_03_a_mentee_needs_role_and_a_name_on_the_base, rule_03_the_portfolio_needs_a_consent_of_its_own,
          rule_03_a_portfolio_agreed_for_one_page_is_not_on_another_not_even_its_headings,
          rule_05_full_here_initials_there_a_stand_in_elsewhere, rule_05_a_mentor_is_named_elsewhere_only_with_role,
          rule_05_a_name_without_role_does_not_lead_to_the_mentors_page,
          rule_05_a_name_leads_to_the_page_where_both_may_be_known,
          rule_05_in_the_road_map_an_unnamed_person_is_only_a_role,
          rule_05_position_follows_a_name_only_where_it_is_agreed_to,
          rule_05_whose_own_record_is_a_draft_is_named_nowhere, people_of_a_list_stand_by_name_and_stand_ins_last,
          where_a_stand_in_stands_tells_nothing_of_the_name_behind_it,
          that_a_consent_names_pages_does_not_move_the_name_on_them)
