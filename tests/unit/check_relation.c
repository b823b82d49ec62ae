#include "render/relation.h"

#include "sample.h"
#include "unit.h"

static const Pub *order_of(Sample *s, const char *number, Date date)
{
	Pub *map = pub_new_map(&s->site.arena);
	pub_set(&s->site.arena, map, "number", pub_new_text(&s->site.arena, slice_of(number)));
	pub_set(&s->site.arena, map, "date", pub_new_date(&s->site.arena, date));
	return map;
}

static void act(Sample *s, const char *id, const char *number)
{
	sample_record(s, PUB_DOCUMENTS, id);
	sample_text(s, "number", number);
	sample_date(s, "date", 2025, 9, 30);
}

static size_t count(const Relations *r, Relation relation, const char *page)
{
	return relations_get(r, relation, slice_of(page)).n;
}

START_TEST(an_act_is_the_order_of_those_who_name_its_number_and_date)
{
	Sample s;
	Relations r;
	sample_init(&s);
	act(&s, "prikaz", "231-о");
	sample_record(&s, PUB_MENTORS, "ivanova");
	sample_set(&s, "order", order_of(&s, "231-о", date_of(2025, 9, 30)));
	const PubRecord *ivanova = s.last;
	sample_record(&s, PUB_PROGRAMMES, "2025-01");
	sample_set(&s, "order", order_of(&s, "231-о", date_of(2026, 9, 30)));
	const PubRecord *other = s.last;
	relations_init(&r, &s.site);
	assert_slice(relations_order(&r, ivanova, ivanova->page)->id, "prikaz");
	ck_assert_ptr_null(relations_order(&r, other, other->page));
	ck_assert_uint_eq(count(&r, REL_DOCUMENT_MENTORS, "documents/prikaz/"), 1);
	ck_assert_uint_eq(count(&r, REL_DOCUMENT_PROGRAMMES, "documents/prikaz/"), 0);
	relations_release(&r);
	sample_release(&s);
}
END_TEST

START_TEST(an_order_agreed_to_for_the_portfolio_alone_is_not_shown_by_the_act)
{
	Sample s;
	Relations r;
	sample_init(&s);
	act(&s, "prikaz", "231-о");
	sample_record(&s, PUB_MENTORS, "ivanova");
	sample_set(&s, "order", sample_only_on(&s, order_of(&s, "231-о", date_of(2025, 9, 30)), "mentors/ivanova/"));
	relations_init(&r, &s.site);
	ck_assert_ptr_nonnull(relations_order(&r, s.last, SL("mentors/ivanova/")));
	ck_assert_ptr_null(relations_order(&r, s.last, SL("documents/prikaz/")));
	ck_assert_uint_eq(count(&r, REL_DOCUMENT_MENTORS, "documents/prikaz/"), 0);
	relations_release(&r);
	sample_release(&s);
}
END_TEST

START_TEST(a_partner_has_the_cases_of_its_programmes)
{
	Sample s;
	Relations r;
	sample_init(&s);
	sample_record(&s, PUB_PARTNERS, "zavod");
	const Pub *zavod = &s.last->self;
	sample_record(&s, PUB_PROGRAMMES, "2025-01");
	sample_set(&s, "partners", sample_list(&s, zavod, NULL));
	const Pub *programme = &s.last->self;
	sample_record(&s, PUB_CASES, "stend");
	sample_set(&s, "programme", programme);
	sample_record(&s, PUB_CASES, "drugoy");
	relations_init(&r, &s.site);
	PubList cases = relations_get(&r, REL_PARTNER_CASES, SL("partners/zavod/"));
	ck_assert_uint_eq(cases.n, 1);
	assert_slice(cases.items[0]->id, "stend");
	relations_release(&r);
	sample_release(&s);
}
END_TEST

UNIT_MAIN("relation", an_act_is_the_order_of_those_who_name_its_number_and_date,
          an_order_agreed_to_for_the_portfolio_alone_is_not_shown_by_the_act, a_partner_has_the_cases_of_its_programmes)
