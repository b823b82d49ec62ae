/* publication.md, rules 8 and 9, by the book: what of a programme comes out, and when. */
#include "corpora.h"

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
	static const char *const policies[] = {"", "results_on: [plan]\n", "results_on: [agreement, curator]\n",
	                                       "results_on: []\n"};
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
	        "completion: {date: 2026-05-20, ground: plan}\nreports: {mentor: 2026-05-25, mentee_text: Не "
	        "сошлись.}\n",
	        "completion: {date: 2026-05-20, ground: plan}\nreplacements: [{date: 2026-03-01, from: ivanova, to: "
	        "ivanova, "
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

UNIT_MAIN("results", rule_08_a_programme_is_under_way_from_its_first_day,
          rule_08_that_a_programme_is_late_is_never_public, rule_08_an_extended_programme_says_so,
          rule_08_a_programme_is_completed_on_the_day_written_and_not_before,
          rule_08_results_come_out_on_the_grounds_the_policy_names,
          rule_08_without_released_results_a_completed_programme_reads_the_same_whatever_the_cause,
          rule_09_cases_news_and_files_of_a_programme_come_out_with_its_results,
          rule_09_what_is_no_result_does_not_wait, rule_09_a_link_to_an_unreleased_case_is_a_fault)
