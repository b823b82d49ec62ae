/* What PATH:FIELD means to rubrika explain. */
#include "corpora.h"

#include "redact/explain.h"

static void ivanova(const char *rest)
{
	world_part("mentors", "ivanova", "Иванова", rest);
}

static SubjectFault find(const char *what, Subject *s, Slice *near)
{
	return subject_find(s, world.corpus, slice_of(what), near);
}

START_TEST(a_path_may_have_the_content_folder_before_it_or_no_extension)
{
	static const char *const same[] = {"content/mentors/ivanova.md", "mentors/ivanova.md", "mentors/ivanova",
	                                   "mentors/ivanova.md:body"};
	Subject s;
	Slice near;
	world_begin();
	ivanova("");
	world_load();
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		ck_assert_int_eq(find(same[i], &s, &near), SUBJECT_FOUND);
		assert_slice(s.path, "content/mentors/ivanova.md");
	}
	ck_assert_int_eq(s.field.id[0], F_mentor_body);
	world_end();
}
END_TEST

START_TEST(a_field_of_the_card_may_be_asked_of_the_mentor)
{
	Subject s;
	Slice near;
	world_begin();
	ivanova("");
	world_load();
	ck_assert_int_eq(find("mentors/ivanova.md:photo", &s, &near), SUBJECT_FOUND);
	assert_slice(s.path, "content/people/ivanova.yaml");
	ck_assert_int_eq(s.field.id[0], F_person_photo);
	world_end();
}
END_TEST

START_TEST(what_is_not_there_is_not_found)
{
	static const char *const nowhere[] = {"mentors/petrova.md", "people",     "", ":photo", "content",
	                                      "policy.yml",         "media/x.jpg"};
	Subject s;
	Slice near;
	world_begin();
	ivanova("");
	world_load();
	for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++) {
		ck_assert_msg(find(nowhere[i], &s, &near) == SUBJECT_NO_FILE, "%s", nowhere[i]);
	}
	ck_assert_int_eq(find("mentors/ivanova.md:experience_year", &s, &near), SUBJECT_NO_FIELD);
	assert_slice(near, "experience_years");
	ck_assert_int_eq(find("mentors/ivanova.md:order.nomer", &s, &near), SUBJECT_NO_FIELD);
	ck_assert_int_eq(find("mentors/ivanova.md:since.year", &s, &near), SUBJECT_NO_FIELD);
	ck_assert_int_eq(find("mentors/ivanova.md:", &s, &near), SUBJECT_NO_FIELD);
	world_end();
}
END_TEST

UNIT_MAIN("subject", a_path_may_have_the_content_folder_before_it_or_no_extension,
          a_field_of_the_card_may_be_asked_of_the_mentor, what_is_not_there_is_not_found)
