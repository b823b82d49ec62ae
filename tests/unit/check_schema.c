/* The table of content.md as data. What is expected is written from that page. */
#include "record/schema.h"
#include "unit.h"

static void assert_found(Owner owner, const char *name, FieldId want)
{
	ck_assert_msg(schema_find(owner, slice_of(name)) == want, "%s", name);
}

START_TEST(a_field_is_found_by_its_name_in_its_owner)
{
	assert_found(O_mentor, "experience_years", F_mentor_experience_years);
	assert_found(O_consent, "covers", F_consent_covers);
	assert_found(O_mentor, "covers", FIELD_COUNT);
	assert_found(O_mentor, "Person", FIELD_COUNT);
	assert_found(O_mentor, "", FIELD_COUNT);
}
END_TEST

START_TEST(a_body_is_no_key)
{
	assert_found(O_mentor, "body", FIELD_COUNT);
	ck_assert_int_ne(schema_nearest(O_mentor, SL("body")), F_mentor_body);
}
END_TEST

START_TEST(the_nearest_name_is_offered_for_a_mistaken_one)
{
	ck_assert_int_eq(schema_nearest(O_mentor, SL("experience")), F_mentor_experience_years); /* cli.md */
	ck_assert_int_eq(schema_nearest(O_mentor, SL("sttaus")), F_mentor_status);
	ck_assert_int_eq(schema_nearest(O_person, SL("famly")), F_person_family);
	ck_assert_int_eq(schema_nearest(O_programme, SL("mentor")), F_programme_mentors);
}
END_TEST

START_TEST(no_name_is_offered_when_none_is_near)
{
	ck_assert_int_eq(schema_nearest(O_mentor, SL("salary")), FIELD_COUNT);
	ck_assert_int_eq(schema_nearest(O_mentor, SL("стаж")), FIELD_COUNT);
	ck_assert_int_eq(schema_nearest(O_mentor, SL("")), FIELD_COUNT);
}
END_TEST

static const struct {
	const char *name, *folder;
	Files files;
} kinds[] = {
        {"site", "site", FILES_SINGLE},
        {"policy", "policy", FILES_SINGLE},
        {"roadmap", "roadmap", FILES_SINGLE},
        {"person", "people", FILES_FOLDER},
        {"mentor", "mentors", FILES_FOLDER},
        {"mentee", "mentees", FILES_FOLDER},
        {"programme", "programmes", FILES_FOLDER},
        {"partner", "partners", FILES_FOLDER},
        {"case", "cases", FILES_FOLDER},
        {"document", "documents", FILES_FOLDER},
        {"method", "methods", FILES_FOLDER},
        {"news", "news", FILES_FOLDER},
        {"event", "events", FILES_FOLDER},
        {"award", "awards", FILES_FOLDER},
        {"survey", "surveys", FILES_FOLDER},
        {"page", "pages", FILES_FOLDER},
        {"media", "media", FILES_SIDECAR},
};

START_TEST(a_kind_is_found_by_its_name_and_by_its_folder)
{
	ck_assert_uint_eq(sizeof kinds / sizeof *kinds, OWNER_KINDS);
	for (size_t i = 0; i < OWNER_KINDS; i++) {
		Kind kind = schema_kind_named(slice_of(kinds[i].name));
		ck_assert_msg(kind < OWNER_KINDS, "%s", kinds[i].name);
		ck_assert_int_eq(schema_kind_named(slice_of(kinds[i].folder)), kind);
		ck_assert_int_eq(schema_kind(kind)->files, kinds[i].files);
		assert_slice(schema_owner_name(kind), kinds[i].name);
	}
	ck_assert_int_eq(schema_kind_named(SL("teacher")), OWNER_KINDS);
	ck_assert_int_eq(schema_kind_named(SL("order")), OWNER_KINDS);
}
END_TEST

START_TEST(a_word_is_found_in_its_own_closed_list)
{
	ck_assert_int_eq(schema_enum_find(ENUM_minors, SL("consent")), ER_minors_consent);
	ck_assert_int_eq(schema_enum_find(ENUM_act_type, SL("order")), ER_act_type_order);
	ck_assert_int_eq(schema_enum_find(ENUM_minors, SL("order")), ENUM_ROWS);
	ck_assert_int_eq(schema_enum_find(ENUM_minors, SL("Hide")), ENUM_ROWS);
}
END_TEST

static void assert_list(EnumId id, const char *want)
{
	Buf list = BUF_INIT;
	schema_enum_list(&list, id);
	assert_slice(buf_slice(&list), want);
	buf_release(&list);
}

START_TEST(the_closed_lists_are_those_of_the_contract)
{
	assert_list(ENUM_language, "ru, en");
	assert_list(ENUM_model, "teachers, pupils");
	assert_list(ENUM_section,
	            "mentors, mentees, programmes, portfolios, partners, cases, documents, methods, news, "
	            "events, roadmap, awards, stats, forms");
	assert_list(ENUM_ground, "plan, agreement, curator");
	assert_list(ENUM_minors, "hide, count, consent");
	assert_list(ENUM_category, "name, short_name, position, role, photo, portfolio, contacts, awards");
	assert_list(ENUM_signer, "self, representative");
	assert_list(ENUM_partner_type, "school, university, college, business, culture, sport, ngo, agency, other");
	assert_list(ENUM_act_level, "federal, regional, municipal, local");
	assert_list(ENUM_act_type, "law, decree, order, letter, regulation, roadmap, concept, other");
	assert_list(ENUM_act_status, "active, repealed, pending");
	assert_list(ENUM_respondent, "mentors, mentees, parents, all");
}
END_TEST

START_TEST(a_closed_list_is_one_run_of_rows)
{
	size_t total = 0;
	for (int id = 0; id < ENUM_COUNT; id++) {
		size_t n;
		EnumRow first = schema_enum((EnumId)id, &n);
		for (size_t i = 0; i < n; i++) {
			ck_assert_int_eq(schema_enum_word((EnumRow)(first + i))->of, id);
		}
		total += n;
	}
	ck_assert_uint_eq(total, ENUM_ROWS);
}
END_TEST

static size_t distance(const char *a, const char *b)
{
	return schema_distance(slice_of(a), slice_of(b), 10);
}

START_TEST(the_distance_counts_letters_and_swaps)
{
	ck_assert_uint_eq(distance("status", "status"), 0);
	ck_assert_uint_eq(distance("status", "statu"), 1);
	ck_assert_uint_eq(distance("status", "sstatus"), 1);
	ck_assert_uint_eq(distance("status", "stetus"), 1);
	ck_assert_uint_eq(distance("status", "sttaus"), 1);
	ck_assert_uint_eq(distance("kitten", "sitting"), 3);
	ck_assert_uint_eq(distance("год", "гот"), 1);
	ck_assert_uint_eq(distance("ёж", "еж"), 1);
}
END_TEST

START_TEST(the_distance_stops_at_its_limit)
{
	static const char long_name[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
	ck_assert_uint_eq(schema_distance(SL("abcdef"), SL("uvwxyz"), 3), 3);
	ck_assert_uint_eq(schema_distance(SL("a"), SL("abcdefgh"), 3), 3);
	ck_assert_uint_eq(schema_distance(slice_of(long_name), slice_of(long_name), 3), 3);
	ck_assert_uint_eq(schema_distance(SL(""), SL("a"), 3), 3);
}
END_TEST

START_TEST(a_number_has_its_range)
{
	const FieldInfo *group = schema_field(F_policy_min_group);
	ck_assert_int_eq(schema_range_low(group), 2);
	ck_assert_int_eq(schema_range_low(schema_field(F_survey_respondents)), 0);
	for (int f = 0; f < FIELD_COUNT; f++) {
		const FieldInfo *info = schema_field((FieldId)f);
		if (info->type == TYPE_INT) {
			ck_assert_int_lt(schema_range_low(info), schema_range_high(info));
		}
	}
}
END_TEST

START_TEST(every_field_has_one_class)
{
	for (int f = 0; f < FIELD_COUNT; f++) {
		const FieldInfo *info = schema_field((FieldId)f);
		ck_assert_int_le(info->class, CLASS_SURVEY);
		bool category = info->category != ENUM_ROWS;
		ck_assert_msg(category == (info->class == CLASS_CONSENT), "%.*s", SLICE_ARG(info->name));
		if (category) {
			ck_assert_int_eq(schema_enum_word(info->category)->of, ENUM_category);
		}
		/* A kind is held by nothing. */
		ck_assert(info->class != CLASS_HOLDER || info->owner >= OWNER_KINDS);
	}
}
END_TEST

static void assert_class(FieldId f, Class class)
{
	ck_assert_msg(schema_field(f)->class == class, "%.*s", SLICE_ARG(schema_field(f)->name));
}

static void assert_consent(FieldId f, EnumRow category)
{
	assert_class(f, CLASS_CONSENT);
	ck_assert_msg(schema_field(f)->category == category, "%.*s", SLICE_ARG(schema_field(f)->name));
}

START_TEST(fields_that_are_never_published_are_closed)
{
	static const FieldId closed[] = {
	        F_person_staff,          F_person_minor_until,     F_person_consents,     F_mentor_external,
	        F_mentor_agreement,      F_mentor_clearance,       F_mentor_trained,      F_mentor_payment,
	        F_mentee_group,          F_mentee_needs,           F_mentee_difficulties, F_mentee_third_party,
	        F_mentee_needs_reviewed, F_mentee_admitted,        F_programme_drafted,   F_programme_difficulties,
	        F_programme_plan_notes,  F_programme_replacements, F_completion_ground,   F_programme_reports,
	        F_partner_contact,       F_policy_limits,          F_policy_staff_by_law, F_policy_namesakes,
	        F_mentor_note,           F_mentor_draft,           F_mentor_publish_from, F_mentor_publish_until,
	        F_media_people,          F_activity_done,          F_policy_minors,       F_policy_results_on,
	};
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
		assert_class(closed[i], CLASS_CLOSED);
	}
}
END_TEST

START_TEST(fields_of_a_person_need_the_consent_of_the_contract)
{
	assert_consent(F_person_family, ER_category_name);
	assert_consent(F_person_position, ER_category_position);
	assert_consent(F_person_photo, ER_category_photo);
	assert_consent(F_person_email, ER_category_contacts);
	assert_consent(F_person_phone, ER_category_contacts);
	assert_consent(F_mentor_since, ER_category_role);
	assert_consent(F_mentor_experience_years, ER_category_portfolio);
	assert_consent(F_mentor_body, ER_category_portfolio);
	assert_consent(F_mentee_form, ER_category_role);
	assert_consent(F_award_title, ER_category_awards);
	assert_class(F_programme_results, CLASS_RESULT);
	assert_class(F_results_summary, CLASS_RESULT);
	assert_class(F_programme_number, CLASS_OPEN);
}
END_TEST

/* What content.md marks with '!'. */
static const struct {
	Owner owner;
	const char *names;
} needed[] = {
        {O_site, "base_url school "},
        {O_school, "name short_name site "},
        {O_policy, "act model sections forms kinds "},
        {O_act, "title "},
        {O_word, "id title "},
        {O_roadmap, "stages "},
        {O_stage, "title "},
        {O_person, "family given "},
        {O_consent, "id signed by covers "},
        {O_mentor, "person "},
        {O_order, "number date "},
        {O_achievement, "year title "},
        {O_publication, "title "},
        {O_mentee, "person "},
        {O_programme, "number title form mentors mentees start end "},
        {O_activity, "title "},
        {O_replacement, "date from to "},
        {O_completion, "date ground "},
        {O_indicator, "title "},
        {O_partner, "name "},
        {O_case, "title summary date "},
        {O_document, "title level type "},
        {O_method, "title "},
        {O_news, "title date "},
        {O_event, "title start "},
        {O_award, "person title date "},
        {O_survey, "title period date audience respondents questions "},
        {O_question, "text answers "},
        {O_answer, "title count "},
        {O_page, "title "},
        {O_media, "alt "},
};

START_TEST(the_required_fields_are_those_of_the_contract)
{
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
		Buf names = BUF_INIT;
		size_t n;
		const FieldId *ids = schema_fields(needed[i].owner, &n);
		for (size_t k = 0; k < n; k++) {
			if (schema_field(ids[k])->needed) {
				buf_add(&names, schema_field(ids[k])->name);
				buf_byte(&names, ' ');
			}
		}
		assert_slice(buf_slice(&names), needed[i].names);
		buf_release(&names);
	}
}
END_TEST

START_TEST(every_field_is_listed_once_by_its_owner)
{
	size_t total = 0;
	for (int owner = 0; owner < OWNER_COUNT; owner++) {
		size_t n;
		const FieldId *ids = schema_fields((Owner)owner, &n);
		for (size_t i = 0; i < n; i++) {
			const FieldInfo *f = schema_field(ids[i]);
			ck_assert_int_eq(f->owner, owner);
			ck_assert(i == 0 || ids[i - 1] < ids[i]);
			bool body = f->type == TYPE_BODYTEXT;
			ck_assert_int_eq(schema_find((Owner)owner, f->name), body ? FIELD_COUNT : ids[i]);
		}
		total += n;
	}
	ck_assert_uint_eq(total, FIELD_COUNT);
}
END_TEST

START_TEST(every_record_of_a_folder_can_be_a_draft_with_a_note)
{
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		bool folder = schema_kind((Kind)kind)->files == FILES_FOLDER;
		ck_assert_int_eq(schema_find((Kind)kind, SL("draft")) != FIELD_COUNT, folder);
		ck_assert_int_eq(schema_find((Kind)kind, SL("note")) != FIELD_COUNT, folder);
		ck_assert_int_eq(schema_find((Kind)kind, SL("aliases")) != FIELD_COUNT, schema_kind((Kind)kind)->page);
	}
}
END_TEST

UNIT_MAIN("schema", a_field_is_found_by_its_name_in_its_owner, a_body_is_no_key,
          the_nearest_name_is_offered_for_a_mistaken_one, no_name_is_offered_when_none_is_near,
          a_kind_is_found_by_its_name_and_by_its_folder, a_word_is_found_in_its_own_closed_list,
          the_closed_lists_are_those_of_the_contract, a_closed_list_is_one_run_of_rows,
          the_distance_counts_letters_and_swaps, the_distance_stops_at_its_limit, a_number_has_its_range,
          every_field_has_one_class, fields_that_are_never_published_are_closed,
          fields_of_a_person_need_the_consent_of_the_contract, the_required_fields_are_those_of_the_contract,
          every_field_is_listed_once_by_its_owner, every_record_of_a_folder_can_be_a_draft_with_a_note)
