/* publication.md, rules 10 and 11, and the laws of order and purity, by the book. */
#include "corpora.h"

#define DAY "2026-03-01"

/* --- rule 10 --- */

START_TEST(rule_10_a_programme_with_neither_side_public_is_still_listed)
{
	world_begin();
	world_policy("minors: hide\n");
	world_part("mentors", "ivanova", "Иванова", "");
	world_part("mentees", "petrova", "Петрова", "");
	world_part("mentees", "sidorov", "Сидорова", "minor_until: 2030-01-01\n");
	world_programme("secret-names", "ivanova", "petrova, sidorov", "kinds: [one]\nnote: Ссора.\n");
	world_put("programmes/secret-names.md", "---\nnumber: 2026-01\ntitle: Первые шаги\nform: tt\nkinds: "
	                                        "[one]\nmentors: [ivanova]\nmentees: [petrova, sidorov]\n"
	                                        "start: 2026-02-01\nend: 2026-05-31\n---\n");
	world_on(DAY);
	const PubRecord *p = seen(PUB_PROGRAMMES, "2026-01");
	ck_assert_ptr_nonnull(p);
	assert_slice(p->page, "programmes/2026-01/");
	assert_slice(text_on(p, "number", "programmes/"), "2026-01");
	assert_slice(text_on(p, "title", "programmes/"), "Первые шаги");
	assert_slice(text_on(p, "form", "programmes/"), "педагог – педагог");
	assert_slice(text_on(p, "status", "programmes/"), "реализуется");
	ck_assert_ptr_nonnull(pub_get(&p->fields, SL("kinds"), SL("programmes/")));
	assert_slice(people_on(p, "mentors", "programmes/"), "Наставник");
	assert_slice(people_on(p, "mentees", "programmes/"), "Наставляемый");
	ck_assert(!told("secret-names") && !told("ivanova") && !told("petrova") && !told("sidorov"));
	world_end();
}
END_TEST

START_TEST(rule_10_the_plan_is_shown_only_if_the_policy_says_full)
{
	world_begin();
	world_part("mentors", "ivanova", "Иванова", "");
	world_part("mentees", "petrova", "Петрова", "");
	world_programme("p", "ivanova", "petrova",
	                "plan: [{title: Посетить урок, period: октябрь, done: 2025-10-12}]\n");
	world_on(DAY);
	ck_assert(!told("Посетить"));
	world_policy("programmes: full\n");
	world_on(DAY);
	const Pub *plan = pub_get(&seen(PUB_PROGRAMMES, "N-p")->fields, SL("plan"), SL(""));
	ck_assert_ptr_nonnull(plan);
	assert_slice(pub_text(plan->as.list.items[0], "title", SL("")), "Посетить урок");
	ck_assert_ptr_null(pub_get(plan->as.list.items[0], SL("done"), SL("")));
	world_end();
}
END_TEST

/* --- rule 11 --- */

#define PAIR "mentors: [ivanova]\nmentees: [ivanova]\n"

/* The least record of each kind in a folder; people and what they take part in stand in the background. */
static const struct {
	const char *path, *text; /* without the lines that bound front matter */
	PubKind kind;
} least[] = {
        {"mentors/x.md", "person: ivanova\n", PUB_MENTORS},
        {"mentees/x.md", "person: ivanova\n", PUB_MENTEES},
        {"programmes/x.md", "number: X\ntitle: Т\nform: tt\nstart: 2026-02-01\nend: 2026-05-31\n" PAIR, PUB_PROGRAMMES},
        {"partners/x.md", "name: Т\n", PUB_PARTNERS},
        {"cases/x.md", "title: Т\nsummary: К\ndate: 2026-01-01\n", PUB_CASES},
        {"documents/x.md", "title: Т\nlevel: local\ntype: order\n", PUB_DOCUMENTS},
        {"methods/x.md", "title: Т\n", PUB_METHODS},
        {"news/x.md", "title: Т\ndate: 2026-01-01\n", PUB_NEWS},
        {"events/x.md", "title: Т\nstart: 2026-01-01T10:00\n", PUB_EVENTS},
        {"awards/x.md", "person: ivanova\ntitle: Т\ndate: 2026-01-01\n", PUB_AWARDS},
        {"surveys/x.md",
         "title: Т\nperiod: май\ndate: 2026-01-01\naudience: all\nrespondents: 9\n"
         "questions: [{text: В, answers: [{title: О, count: 9}]}]\n",
         PUB_SURVEYS},
        {"pages/x.md", "title: Т\n", PUB_PAGES},
};
enum { LEAST = sizeof least / sizeof *least };

static void background(void)
{
	world_part("mentors", "ivanova", "Иванова", "consents:\n" CONSENT("role, name, awards", ""));
	world_part("mentees", "ivanova", "Иванова", "consents:\n" CONSENT("role, name, awards", ""));
}

static void put_least(int i, const char *more)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "---\n%s%s---\n", least[i].text, more);
	world_put(least[i].path, text.p);
	buf_release(&text);
}

static size_t count_on(int i, const char *day)
{
	world_on(day);
	return world.site->kinds[least[i].kind].n;
}

START_TEST(rule_11_a_draft_is_absent_everywhere)
{
	for (int i = 0; i < LEAST; i++) {
		world_begin();
		background();
		size_t before = count_on(i, DAY);
		put_least(i, "");
		ck_assert_msg(count_on(i, DAY) == before + 1, "%s", least[i].path);
		put_least(i, "draft: false\n");
		ck_assert_msg(count_on(i, DAY) == before + 1, "%s", least[i].path);
		put_least(i, "draft: true\n");
		ck_assert_msg(count_on(i, DAY) == before, "%s", least[i].path);
		world_end();
	}
}
END_TEST

START_TEST(rule_11_publish_from_is_the_first_day_and_publish_until_the_last)
{
	for (int i = 0; i < LEAST; i++) {
		world_begin();
		background();
		size_t before = count_on(i, DAY);
		put_least(i, "publish_from: 2026-03-10\npublish_until: 2026-03-12\n");
		ck_assert_msg(count_on(i, "2026-03-09") == before, "%s", least[i].path);
		ck_assert_msg(count_on(i, "2026-03-10") == before + 1, "%s", least[i].path);
		ck_assert_msg(count_on(i, "2026-03-12") == before + 1, "%s", least[i].path);
		ck_assert_msg(count_on(i, "2026-03-13") == before, "%s", least[i].path);
		world_end();
	}
}
END_TEST

START_TEST(rule_11_a_reference_to_an_absent_record_is_left_out)
{
	world_begin();
	background();
	world_put("partners/x.md", "---\nname: Завод\ndraft: true\n---\n");
	world_put("partners/y.md", "---\nname: Вуз\n---\n");
	world_put("documents/old.md",
	          "---\ntitle: Старое\nlevel: local\ntype: order\npublish_until: 2026-02-28\n---\n");
	world_put("documents/new.md", "---\ntitle: Новое\nlevel: local\ntype: order\nreplaces: old\n---\n");
	world_programme("p", "ivanova", "ivanova", "partners: [x, y]\n");
	world_put("news/n.md", "---\ntitle: Новость\ndate: 2026-01-01\nprogramme: q\n---\n");
	world_programme("q", "ivanova", "ivanova", "draft: true\n");
	world_on(DAY);
	const Pub *partners = pub_get(&seen(PUB_PROGRAMMES, "N-p")->fields, SL("partners"), SL(""));
	ck_assert_uint_eq(partners->as.list.n, 1);
	ck_assert_ptr_null(pub_get(&seen(PUB_DOCUMENTS, "new")->fields, SL("replaces"), SL("")));
	ck_assert_ptr_null(pub_get(&seen(PUB_NEWS, "n")->fields, SL("programme"), SL("")));
	ck_assert(!told("Завод") && !told("Старое"));
	world_end();
}
END_TEST

START_TEST(rule_11_a_link_from_a_text_to_an_absent_record_is_a_fault_that_names_both_places)
{
	world_begin();
	world_put("partners/x.md", "---\nname: Завод\ndraft: true\n---\n");
	world_put("pages/about.md", "---\ntitle: О нас\n---\n\nНаш партнёр — [[partner:x]].\n");
	world_try(DAY);
	ck_assert(world_faulted(D_WITHHELD_LINK, "content/pages/about.md", 5));
	ck_assert_uint_eq(world.diags.errors, 1);
	assert_slice(world.diags.items[0].argv[0], "content/partners/x.md");
	world_end();
}
END_TEST

START_TEST(rule_11_a_link_from_a_text_that_is_itself_absent_is_no_fault)
{
	world_begin();
	world_put("partners/x.md", "---\nname: Завод\ndraft: true\n---\n");
	world_put("pages/about.md", "---\ntitle: О нас\ndraft: true\n---\n[[partner:x]]\n");
	world_on(DAY);
	world_end();
}
END_TEST

START_TEST(rule_11_a_link_to_a_section_that_is_not_built_is_a_fault)
{
	world_begin();
	world_put("policy.yaml",
	          "act: {title: П}\nmodel: teachers\nsections: [news]\nforms: [{id: tt, title: П}]\nkinds: []\n");
	world_put("partners/x.md", "---\nname: Завод\n---\n");
	world_put("pages/about.md", "---\ntitle: О нас\n---\n[[partner:x]]\n");
	world_try(DAY);
	ck_assert(world_faulted(D_WITHHELD_LINK, "content/pages/about.md", 4));
	world_end();
}
END_TEST

/* --- closed is closed --- */

START_TEST(closed_fields_are_never_told_whatever_everyone_agrees_to)
{
	world_begin();
	world_policy("programmes: full\nminors: consent\nresults_on: [plan, agreement, curator]\n"
	             "limits: {max_mentees: 77}\nnamesakes: [Тайна]\n");
	world_person("ivanova", "Иванова",
	             "note: Тайна.\nstaff: true\nconsents:\n  - {id: Тайна, signed: 2025-09-01, by: self, covers: "
	             "[name, short_name,"
	             " position, role, photo, portfolio, contacts, awards]}\n");
	world_put("mentors/ivanova.md",
	          "---\nperson: ivanova\nnote: Тайна.\npayment: Тайна\nexternal: true\nagreement: {number: Тайна}\n"
	          "---\nТекст.\n");
	world_put("mentees/ivanova.md", "---\nperson: ivanova\ngroup: Тайна\nneeds: Тайна.\ndifficulties: Тайна.\n"
	                                "third_party: Тайна.\nnote: Тайна.\n---\n");
	world_put("partners/x.md", "---\nname: Завод\ncontact: ivanova\nnote: Тайна.\n---\n");
	world_programme("p", "ivanova", "ivanova",
	                "difficulties: Тайна.\nplan_notes: Тайна.\nnote: Тайна.\npartners: [x]\n"
	                "replacements: [{date: 2026-02-02, from: ivanova, to: ivanova, reason: Тайна., order: {number: "
	                "Тайна, date: "
	                "2026-02-02}}]\ncompletion: {date: 2026-02-20, ground: curator, order: {number: Тайна, date: "
	                "2026-02-20}}\n"
	                "reports: {mentor_text: Тайна., mentee_text: Тайна.}\n");
	world_on(DAY);
	ck_assert(told("Иванова") && told("Завод"));
	ck_assert(!told("Тайна") && !told("77") && !told("curator"));
	ck_assert_ptr_null(pub_get(&seen(PUB_PARTNERS, "x")->fields, SL("contact"), SL("")));
	world_end();
}
END_TEST

/* --- order and purity --- */

/* Titles of a kind in public order. */
static Slice order_of(PubKind kind, const char *field)
{
	buf_clear(&world.text);
	for (size_t i = 0; i < world.site->kinds[kind].n; i++) {
		const PubRecord *r = world.site->kinds[kind].items[i];
		buf_str(&world.text, i ? " " : "");
		buf_add(&world.text, pub_text(&r->fields, field, r->page));
	}
	return buf_slice(&world.text);
}

START_TEST(lists_stand_in_public_order_whatever_their_files_are_called)
{
	world_begin();
	background();
	world_put("cases/a.md", "---\ntitle: Старый\nsummary: К\ndate: 2025-01-01\n---\n");
	world_put("cases/b.md", "---\ntitle: Новый\nsummary: К\ndate: 2026-01-01\n---\n");
	world_put("partners/a.md", "---\nname: Ярмарка\n---\n");
	world_put("partners/b.md", "---\nname: Ёлка\n---\n");
	world_put("partners/c.md", "---\nname: Жук\n---\n");
	world_put("documents/a.md", "---\ntitle: Приказ\nlevel: local\ntype: order\ndate: 2026-01-01\n---\n");
	world_put("documents/b.md", "---\ntitle: Закон\nlevel: federal\ntype: law\ndate: 2012-12-29\n---\n");
	world_put("documents/c.md", "---\ntitle: Указ\nlevel: federal\ntype: decree\ndate: 2018-05-07\n---\n");
	world_put("events/a.md", "---\ntitle: Потом\nstart: 2026-05-01T10:00\n---\n");
	world_put("events/b.md", "---\ntitle: Сначала\nstart: 2026-05-01T09:59\n---\n");
	world_put("pages/a.md", "---\ntitle: Вторая\norder: 2\n---\n");
	world_put("pages/b.md", "---\ntitle: Первая\norder: 1\n---\n");
	world_put("pages/c.md", "---\ntitle: Без\n---\n");
	world_on(DAY);
	assert_slice(order_of(PUB_CASES, "title"), "Новый Старый");
	assert_slice(order_of(PUB_PARTNERS, "name"), "Ёлка Жук Ярмарка");
	assert_slice(order_of(PUB_DOCUMENTS, "title"), "Указ Закон Приказ");
	assert_slice(order_of(PUB_EVENTS, "title"), "Сначала Потом");
	assert_slice(order_of(PUB_PAGES, "title"), "Первая Вторая Без");
	world_end();
}
END_TEST

START_TEST(programmes_stand_by_start_then_number_as_numbers_are_read)
{
	world_begin();
	background();
	world_programme("10", "ivanova", "ivanova", "");
	world_programme("9", "ivanova", "ivanova", "");
	world_put("programmes/a.md",
	          "---\nnumber: late\ntitle: Т\nform: tt\nstart: 2026-02-02\nend: 2026-05-31\n" PAIR "---\n");
	world_on(DAY);
	assert_slice(order_of(PUB_PROGRAMMES, "number"), "late N-9 N-10");
	world_end();
}
END_TEST

/* Everything told when the people, mentees and awards are filed under these names. */
static void tell_filed_as(Buf *out, const char *first, const char *second)
{
	const char *const ids[] = {first, second};
	const char *const families[] = {"Иванова", "Абрамова"};
	world_begin();
	for (int i = 0; i < 2; i++) {
		Buf path = BUF_INIT;
		Buf text = BUF_INIT;
		world_part("mentees", ids[i], families[i],
		           "consents:\n" CONSENT("role, name, awards", ", conditions: Без фото."));
		buf_printf(&path, "awards/%s.yaml", ids[i]);
		buf_printf(&text, "person: %s\ntitle: Грамота\ndate: 2026-01-01\n", ids[i]);
		world_put(path.p, text.p);
		buf_release(&path);
		buf_release(&text);
	}
	Buf pair = BUF_INIT;
	buf_printf(&pair, "%s, %s", first, second);
	world_part("mentors", "m", "Петрова", "");
	world_programme("p", "m", pair.p, "");
	world_on(DAY);
	world_tell(out);
	buf_release(&pair);
	world_end();
}

START_TEST(names_of_files_that_are_not_public_change_nothing)
{
	Buf one = BUF_INIT;
	Buf other = BUF_INIT;
	tell_filed_as(&one, "aa", "zz");
	tell_filed_as(&other, "zz", "aa");
	ck_assert_uint_gt(one.n, 500);
	ck_assert(slice_eq(buf_slice(&one), buf_slice(&other)));
	buf_release(&one);
	buf_release(&other);
}
END_TEST

START_TEST(the_projection_does_not_depend_on_the_number_of_threads)
{
	Buf one = BUF_INIT;
	Buf four = BUF_INIT;
	world_begin();
	background();
	for (int i = 0; i < LEAST; i++) {
		put_least(i, "");
	}
	world_on(DAY);
	pubsite_free(world.site);
	world.site = project(world.corpus, NULL, date_of(2026, 3, 1), SL(""), 1, &world.links, &world.diags);
	world_tell(&one);
	pubsite_free(world.site);
	world.site = project(world.corpus, NULL, date_of(2026, 3, 1), SL(""), 4, &world.links, &world.diags);
	world_tell(&four);
	ck_assert(slice_eq(buf_slice(&one), buf_slice(&four)));
	world_end();
	buf_release(&one);
	buf_release(&four);
}
END_TEST

START_TEST(the_address_given_wins_over_the_one_written)
{
	world_begin();
	world_on(DAY);
	assert_slice(world.site->base_url, "https://school.example/mentoring/");
	assert_slice(world.site->base_path, "/mentoring/");
	pubsite_free(world.site);
	world.site = project(world.corpus, NULL, date_of(2026, 3, 1), SL("https://other.example/"), 2, &world.links,
	                     &world.diags);
	assert_slice(world.site->base_url, "https://other.example/");
	assert_slice(world.site->base_path, "/");
	world_end();
}
END_TEST

/* As written, or by address? */
static const char *first_of_namesakes(const char *mentors)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "title: К\nsummary: К\ndate: 2026-01-01\nmentors: [%s]\n", mentors);
	world_put("cases/c.yaml", text.p);
	buf_release(&text);
	const PubRecord *r = world_on(DAY)->kinds[PUB_CASES].items[0];
	const Pub *list = pub_get(&r->fields, SL("mentors"), r->page);
	return pub_text(list->as.list.items[0], "id", r->page).p;
}

START_TEST(public_namesakes_stand_by_their_addresses_however_they_are_written)
{
	static const char person[] = "family: Берестнева\ngiven: Ольга\nconsents: [{id: '1', signed: 2020-01-01, by: "
	                             "self, covers: [name, role]}]\n";
	world_begin();
	world_put("people/p.yaml", person);
	world_put("people/q.yaml", person);
	world_put("mentors/one.yaml", "person: p\n");
	world_put("mentors/two.yaml", "person: q\n");
	ck_assert_str_eq(first_of_namesakes("one, two"), "one");
	ck_assert_str_eq(first_of_namesakes("two, one"), "one");
	world_end();
}
END_TEST

UNIT_MAIN("project", rule_10_a_programme_with_neither_side_public_is_still_listed,
          rule_10_the_plan_is_shown_only_if_the_policy_says_full, rule_11_a_draft_is_absent_everywhere,
          rule_11_publish_from_is_the_first_day_and_publish_until_the_last,
          rule_11_a_reference_to_an_absent_record_is_left_out,
          rule_11_a_link_from_a_text_to_an_absent_record_is_a_fault_that_names_both_places,
          rule_11_a_link_from_a_text_that_is_itself_absent_is_no_fault,
          rule_11_a_link_to_a_section_that_is_not_built_is_a_fault,
          closed_fields_are_never_told_whatever_everyone_agrees_to,
          lists_stand_in_public_order_whatever_their_files_are_called,
          public_namesakes_stand_by_their_addresses_however_they_are_written,
          programmes_stand_by_start_then_number_as_numbers_are_read, names_of_files_that_are_not_public_change_nothing,
          the_projection_does_not_depend_on_the_number_of_threads, the_address_given_wins_over_the_one_written)
