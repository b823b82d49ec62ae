/* rubrika explain of people and of the pictures they are on, by the book. */
#include "explained.h"

/* --- people --- */

START_TEST(a_person_is_public_where_a_record_names_the_person)
{
	world_begin();
	programme("");
	ivanova("consents:\n" CONSENT("role, name", ", pages: [mentors/]"));
	world_put("awards/a.yaml", "person: ivanova\ntitle: Н\ndate: 2026-01-01\n");
	ck_assert(ask(IVANOVA, DAY));
	assert_slice(places(), "mentors/ivanova/ full; programmes/N-p/ stand-in");
	ck_assert(lacks(REASON_CONSENT_NONE, IVANOVA, 0));
	forget();
	world_end();
}
END_TEST

START_TEST(whom_nobody_mentions_is_public_nowhere)
{
	world_begin();
	world_person("ivanova", "Иванова", ROLE_AND_NAME);
	ck_assert(!ask(IVANOVA, DAY));
	ck_assert(lacks(REASON_UNMENTIONED, "", 0));
	forget();
	world_end();
}
END_TEST

START_TEST(of_initials_only_the_family_name_is_public)
{
	world_begin();
	ivanova("consents:\n" CONSENT("role, short_name", ""));
	ck_assert(ask("people/ivanova.yaml:family", DAY));
	assert_slice(places(), "mentors/ivanova/ brief");
	forget();
	ck_assert(!ask("people/ivanova.yaml:given", DAY));
	ck_assert(lacks(REASON_INITIAL_ONLY, IVANOVA, 0));
	forget();
	world_end();
}
END_TEST

START_TEST(a_detail_needs_its_own_consent_and_stands_beside_the_name)
{
	world_begin();
	ivanova("email: m@mail.example\nposition: учитель\nconsents:\n" CONSENT("role, name", "")
	                CONSENT("contacts", ", pages: [programmes/]"));
	ck_assert(!ask("mentors/ivanova.md:position", DAY));
	ck_assert(lacks(REASON_CONSENT_NONE, IVANOVA, 7));
	forget();
	ck_assert(!ask("people/ivanova.yaml:email", DAY));
	assert_slice(places(), "");
	forget();
	world_programme("p", "ivanova", "", "");
	ck_assert(ask("people/ivanova.yaml:email", DAY));
	assert_slice(places(), "programmes/N-p/");
	forget();
	world_end();
}
END_TEST

START_TEST(what_the_law_has_published_needs_no_consent)
{
	world_begin();
	world_policy("staff_by_law: [position]\n");
	ivanova("staff: true\nposition: учитель\n" ROLE_AND_NAME);
	ck_assert(ask("people/ivanova.yaml:position", DAY));
	ck_assert(has(REASON_CONSENT_BY_LAW, "policy.yaml", 0));
	forget();
	world_end();
}
END_TEST

START_TEST(the_curator_stands_on_every_page)
{
	world_begin();
	world_person("ivanova", "Иванова", "consents:\n" CONSENT("name", ", pages: [roadmap/, news/]"));
	world_put("site.yaml", BASE_SITE "curator: ivanova\n");
	ck_assert(ask(IVANOVA, DAY));
	assert_slice(places(), "news/* full; roadmap/* full");
	forget();
	world_end();
}
END_TEST

START_TEST(conditions_stand_on_the_notice_page_with_the_name)
{
	world_begin();
	ivanova("consents:\n" CONSENT("role, name", ", conditions: Не показывать."));
	ck_assert(ask("people/ivanova.yaml:consents.conditions", DAY));
	assert_slice(places(), "consents/");
	ck_assert(has(REASON_NOTICE, IVANOVA, 5));
	forget();
	ck_assert(!ask("people/ivanova.yaml:consents.signed", DAY));
	ck_assert(lacks(REASON_FIELD_CLOSED, "", 0));
	forget();
	world_end();
}
END_TEST

/* --- pictures and files --- */

static void picture(const char *rest)
{
	world_person("ivanova", "Иванова", rest);
	world_picture("media/k.png");
	world_put("media/k.png.yaml", "alt: У доски\npeople: [ivanova]\n");
}

START_TEST(a_picture_waits_for_everyone_on_it)
{
	world_begin();
	picture("");
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\nimage: media/k.png\n---\nТекст.\n");
	ck_assert(!ask("media/k.png", DAY));
	ck_assert(lacks(REASON_DISAGREES, "media/k.png.yaml", 2) && lacks(REASON_CONSENT_NONE, IVANOVA, 0));
	ck_assert(has(REASON_USED, "news/n.md", 4));
	forget();
	picture("consents:\n" CONSENT("photo", ", withdrawn: 2026-04-01"));
	ck_assert(ask("content/media/k.png", DAY));
	assert_slice(places(), "news/n/");
	assert_days("2025-09-01", "2026-03-31");
	forget();
	ck_assert(ask("media/k.png.yaml:alt", DAY));
	forget();
	ck_assert(!ask("media/k.png:people", DAY));
	ck_assert(lacks(REASON_FIELD_CLOSED, "", 0));
	forget();
	world_end();
}
END_TEST

START_TEST(a_picture_that_nothing_public_refers_to_stays_away)
{
	world_begin();
	picture("consents:\n" CONSENT("photo", ""));
	ck_assert(!ask("media/k.png", DAY));
	ck_assert(lacks(REASON_UNUSED, "media/k.png", 0));
	forget();
	world_put("news/n.md", "---\ntitle: Н\ndate: 2026-01-01\ndraft: true\n---\n![](media/k.png)\n");
	ck_assert(!ask("media/k.png", DAY));
	ck_assert(lacks(REASON_USED_HIDDEN, "news/n.md", 6));
	forget();
	world_end();
}
END_TEST

START_TEST(a_portrait_stands_where_the_person_is_named)
{
	world_begin();
	world_picture("media/i.png");
	ivanova("photo: media/i.png\nconsents:\n" CONSENT("role, name, photo", ""));
	ck_assert(ask("media/i.png", DAY));
	assert_slice(places(), "mentors/ivanova/");
	forget();
	ck_assert(ask("people/ivanova.yaml:photo", DAY));
	forget();
	ivanova("photo: media/i.png\nconsents:\n" CONSENT("role, name", ""));
	ck_assert(!ask("media/i.png", DAY));
	ck_assert(lacks(REASON_DISAGREES, IVANOVA, 4));
	forget();
	world_end();
}
END_TEST

UNIT_MAIN("explain people", a_person_is_public_where_a_record_names_the_person, whom_nobody_mentions_is_public_nowhere,
          of_initials_only_the_family_name_is_public, a_detail_needs_its_own_consent_and_stands_beside_the_name,
          what_the_law_has_published_needs_no_consent, the_curator_stands_on_every_page,
          conditions_stand_on_the_notice_page_with_the_name, a_picture_waits_for_everyone_on_it,
          a_picture_that_nothing_public_refers_to_stays_away, a_portrait_stands_where_the_person_is_named)
