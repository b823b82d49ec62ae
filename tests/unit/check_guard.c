#include "redact/guard.h"

#include "corpora.h"

/* Everything that the guard says as of a day, a line each: "file:line:col id". */
static const char *guarded_on(const char *day, bool tell)
{
	Date today;
	Diags diags;
	ck_assert(date_parse(&today, slice_of(day)));
	world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	diags_init(&diags);
	guard_texts(world.corpus, today, 2, tell, &diags);
	diags_sort(&diags);
	buf_clear(&world.text);
	for (size_t i = 0; i < diags.n; i++) {
		const Diag *d = &diags.items[i];
		Slice path = slice_sub(d->loc.path, 8, d->loc.path.n); /* without "content/" */
		buf_printf(&world.text, "%.*s:%u:%u %s\n", SLICE_ARG(path), d->loc.line, d->loc.col, diag_name(d->id));
	}
	diags_release(&diags);
	return world.text.p;
}

#define assert_said(want)                                                                  \
	do {                                                                               \
		const char *got_ = guarded_on("2026-01-15", false);                        \
		ck_assert_msg(strcmp(got_, want) == 0, "got:\n%s\nwant:\n%s", got_, want); \
	} while (0)

/* pages/about.md with this body, which begins on line 4. */
static void about(const char *body)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "---\ntitle: О нас\n---\n%s\n", body);
	world_put("pages/about.md", text.p);
	buf_release(&text);
}

START_TEST(a_withheld_surname_is_found_in_every_case)
{
	static const char *const cases[] = {"Орлова", "Орлову", "Орловой", "Орловым", "Орлове", "Орловых", "ОРЛОВА"};
	world_begin();
	world_person("orlova", "Орлова", "");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		about(cases[i]);
		assert_said("pages/about.md:4:1 withheld-name\n");
	}
	world_end();
}
END_TEST

START_TEST(words_in_small_letters_and_parts_of_words_are_no_names)
{
	world_begin();
	world_person("orlova", "Орлова", "");
	about("орловой, Орловский, Подорлова, Орлов-Давыдов, Голубева-Орлова");
	assert_said("");
	about("Орлов\u2011Давыдов, Голубева\u2010Орлова");
	assert_said("");
	about("День -Орловой");
	assert_said("pages/about.md:4:7 withheld-name\n");
	about("Орлов-старший, экс-Орлова");
	assert_said("pages/about.md:4:1 withheld-name\npages/about.md:4:20 withheld-name\n");
	world_end();
}
END_TEST

START_TEST(the_place_is_exact)
{
	world_begin();
	world_person("orlova", "Орлова", "");
	about("Первая строка.\n\n- пункт: **Орлова** и [Орловой](https://school.example/x)\n- `Орлову`\n\n> Орловым");
	assert_said("pages/about.md:6:12 withheld-name\npages/about.md:6:24 withheld-name\npages/about.md:7:4 "
	            "withheld-name\n"
	            "pages/about.md:9:3 withheld-name\n");
	about("Первая строка.\n\n*Ор*лова и Орлову"); /* not in one piece: the text's own place */
	assert_said("pages/about.md:4:1 withheld-name\npages/about.md:6:12 withheld-name\n");
	world_end();
}
END_TEST

START_TEST(yaml_is_located_too)
{
	world_begin();
	world_person("orlova", "Орлова", "");
	world_put("news/n.md",
	          "---\ntitle: \"День — Орловой\"\ndate: 2026-01-01\nsummary: >-\n  Первая,\n  вторая: Орлову.\n"
	          "tags: [а, Орлова]\n---\n");
	assert_said("news/n.md:2:16 withheld-name\nnews/n.md:6:11 withheld-name\nnews/n.md:7:11 withheld-name\n");
	world_put("news/n.md",
	          "---\ntitle: \"\\u041Eрлова\"\ndate: 2026-01-01\n---\n"); /* in escapes: the value's place */
	assert_said("news/n.md:2:8 withheld-name\n");
	world_end();
}
END_TEST

START_TEST(a_public_name_may_be_written)
{
	world_begin();
	world_person("orlova", "Орлова", "consents:\n" CONSENT("short_name", ""));
	about("Орлова и Орловой");
	assert_said("");
	world_end();
}
END_TEST

START_TEST(a_public_namesake_takes_the_fault_away)
{
	world_begin();
	world_person("one", "Орлова", "");
	about("Орлов");
	assert_said("pages/about.md:4:1 withheld-name\n");
	world_person("two", "Орлов", "consents:\n" CONSENT("name", ""));
	assert_said("");
	world_end();
}
END_TEST

START_TEST(a_consent_of_pages_does_not_hold_on_others)
{
	world_begin();
	world_person("orlova", "Орлова", "consents:\n" CONSENT("name", ", pages: [roadmap/]"));
	world_put("roadmap.yaml", "stages:\n  - title: Начало\n    activities: [Беседа с Орловой]\n");
	assert_said("");
	about("Орлова");
	assert_said("pages/about.md:4:1 withheld-name\n");
	world_end();
}
END_TEST

START_TEST(namesakes_of_the_policy_are_passed_over_and_told)
{
	world_begin();
	world_person("orlova", "Орлова", "");
	world_policy("namesakes: [Орловой, Орлову]\n");
	about("На Орловой улице, Орлов");
	assert_said("pages/about.md:4:19 withheld-name\n");
	ck_assert_str_eq(guarded_on("2026-01-15", true),
	                 "pages/about.md:4:4 namesake-used\npages/about.md:4:19 withheld-name\n");
	world_end();
}
END_TEST

START_TEST(double_surnames_are_one)
{
	world_begin();
	world_person("rk", "Римская-Корсакова", "");
	about("Римской-Корсаковой, Римского-Корсакова, Корсаковой");
	assert_said("pages/about.md:4:1 withheld-name\npages/about.md:4:21 withheld-name\n");
	world_end();
}
END_TEST

START_TEST(two_surnames_in_a_row_are_no_double_one)
{
	world_begin();
	world_person("double", "Белова-Орлова", "consents:\n" CONSENT("name", ""));
	world_person("orlova", "Орлова", "");
	about("Белова-Орлова, Беловой\u2011Орловой");
	assert_said("");
	about("Белова, Орлова");
	assert_said("pages/about.md:4:9 withheld-name\n");
	world_end();
}
END_TEST

START_TEST(only_what_is_public_is_searched)
{
	world_begin();
	world_part("mentors", "orlova", "Орлова", "note: Орлова просила\n");
	world_part("mentees", "belov", "Белов", "");
	world_put("mentors/orlova.md", "---\nperson: orlova\nnote: Орлова\neducation: [Орлова]\n---\nОрлова\n");
	world_programme(
	        "p1", "orlova", "belov",
	        "plan_notes: Орлова\ncompletion: {date: 2026-05-20, ground: plan}\nresults: {summary: Орлова}\n");
	world_put("news/draft.md", "---\ntitle: Орлова\ndate: 2026-01-01\ndraft: true\n---\n");
	world_put("cases/c.md", "---\ntitle: Орлова\nsummary: Орлова\ndate: 2026-01-01\nprogramme: p1\n---\n");
	assert_said("");
	ck_assert_str_eq(
	        guarded_on("2026-05-20", false),
	        "cases/c.md:2:8 withheld-name\ncases/c.md:3:10 withheld-name\nprogrammes/p1.md:11:20 withheld-name\n");
	world_end();
}
END_TEST

START_TEST(words_about_a_picture_count_where_it_is_shown)
{
	world_begin();
	world_person("orlova", "Орлова", "");
	world_picture("media/x.png");
	world_put("media/x.png.yaml", "alt: Орлова у доски\ncaption: Урок Орловой\n");
	about("Без картинки.");
	assert_said("");
	about("![Орлова](media/x.png)"); /* what stands in the brackets is not shown */
	assert_said("media/x.png.yaml:1:6 withheld-name\nmedia/x.png.yaml:2:15 withheld-name\n");
	world_end();
}
END_TEST

START_TEST(a_photo_may_not_tell_a_name_that_its_person_has_not_given)
{
	world_begin();
	world_picture("media/x.png");
	world_person("orlova", "Орлова",
	             "photo: media/x.png\nphoto_alt: Портрет Орловой\nconsents:\n" CONSENT("photo", ""));
	assert_said("people/orlova.yaml:5:20 withheld-name\n");
	world_person("orlova", "Орлова",
	             "photo: media/x.png\nphoto_alt: Портрет Орловой\nconsents:\n" CONSENT("photo, name", ""));
	assert_said("");
	world_end();
}
END_TEST

UNIT_MAIN("guard", a_withheld_surname_is_found_in_every_case, words_in_small_letters_and_parts_of_words_are_no_names,
          the_place_is_exact, yaml_is_located_too, a_public_name_may_be_written, a_public_namesake_takes_the_fault_away,
          a_consent_of_pages_does_not_hold_on_others, namesakes_of_the_policy_are_passed_over_and_told,
          double_surnames_are_one, two_surnames_in_a_row_are_no_double_one, only_what_is_public_is_searched,
          words_about_a_picture_count_where_it_is_shown, a_photo_may_not_tell_a_name_that_its_person_has_not_given)
