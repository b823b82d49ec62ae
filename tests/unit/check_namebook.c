/* namebook.h: which record a name means, and the ids of new ones. */
#include "record/namebook.h"

#include "corpora.h"

static Arena arena;
static Namebook names;

static void begin(void)
{
	world_begin();
	world_put("people/ivanova.yaml", "family: Иванова\ngiven: Мария\npatronymic: Петровна\n");
	world_put("people/ivanova-2.yaml", "family: Иванова\ngiven: Мария\npatronymic: Сергеевна\n");
	world_put("people/petrov.yaml", "family: Петров\ngiven: Пётр\n");
	world_put("mentors/m.yaml", "person: ivanova\n");
	world_put("partners/zavod.yaml", "name: Завод «Искра»\n");
	world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	arena_init(&arena);
	namebook_init(&names, world.corpus, &arena);
}

static void end(void)
{
	namebook_release(&names);
	arena_release(&arena);
	world_end();
}

static Slice id_of(Kind kind, const char *name)
{
	const Named *n = namebook_find(&names, kind, slice_of(name));
	return n && n->records == 1 ? n->id : n ? SL("several") : SL("none");
}

START_TEST(a_name_means_the_only_record_that_has_it)
{
	begin();
	assert_slice(id_of(O_person, "Иванова Мария Петровна"), "ivanova");
	assert_slice(id_of(O_person, "иванова  мария сергеевна"), "ivanova-2");
	assert_slice(id_of(O_person, "Иванова Мария"), "several");
	assert_slice(id_of(O_person, "Петров Петр"), "petrov");
	assert_slice(id_of(O_person, "Петров"), "none");
	assert_slice(id_of(O_partner, "завод «искра»"), "zavod");
	end();
}
END_TEST

START_TEST(a_mentor_has_the_name_of_the_person)
{
	begin();
	assert_slice(id_of(O_mentor, "Иванова Мария Петровна"), "m");
	assert_slice(id_of(O_mentor, "Иванова Мария"), "m");
	assert_slice(id_of(O_mentor, "Петров Пётр"), "none");
	assert_slice(id_of(O_mentee, "Иванова Мария Петровна"), "none");
	end();
}
END_TEST

#define ck_id(kind, text, more, want) assert_slice(namebook_id(&names, kind, SL(text), SL(more)), want)

START_TEST(a_new_id_is_the_name_in_latin_letters_that_is_still_free)
{
	begin();
	ck_id(O_person, "Щукина", "АП", "schukina");
	ck_id(O_person, "Мусина-Пушкина", "", "musina-pushkina");
	ck_id(O_person, "Иванова", "АП", "ivanova-ap");
	ck_id(O_person, "Иванова", "", "ivanova-3");
	namebook_take(&names, SL("ivanova-ap"));
	ck_id(O_person, "Иванова", "АП", "ivanova-3");
	ck_id(O_partner, "Завод «Искра», г. Заозёрск", "", "zavod-iskra-g-zaozyorsk");
	ck_id(O_partner, "—", "", "");
	ck_id(O_person, "李", "", "");
	end();
}
END_TEST

START_TEST(a_long_name_is_cut_between_its_words)
{
	begin();
	ck_id(O_partner, "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee", "",
	      "aaaaaaaaaa-bbbbbbbbbb-cccccccccc-dddddddddd");
	ck_id(O_partner, "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee", "",
	      "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeee");
	end();
}
END_TEST

UNIT_MAIN("namebook", a_name_means_the_only_record_that_has_it, a_mentor_has_the_name_of_the_person,
          a_new_id_is_the_name_in_latin_letters_that_is_still_free, a_long_name_is_cut_between_its_words)
