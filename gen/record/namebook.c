#include "record/namebook.h"

#include "base/slug.h"
#include "base/translit.h"
#include "record/wording.h"

enum { ID_MAX = 48, ATTEMPTS = 1000 };

void namebook_add(Namebook *b, Kind kind, Slice name, Slice id)
{
	Slice key = wording_key(b->arena, name);
	Named *known = map_get(&b->names[kind], key);
	if (!known) {
		known = ARENA_NEW(b->arena, Named);
		known->id = id;
		map_put(&b->names[kind], key, known);
	}
	known->records++;
}

static void add_person(Namebook *b, Kind kind, const Rec *person, Slice id)
{
	Slice family = rec_text(person, F_person_family);
	Slice given = rec_text(person, F_person_given);
	Slice patronymic = rec_text(person, F_person_patronymic);
	Slice two = arena_join(b->arena, family, SL(" "), given);
	namebook_add(b, kind, two, id);
	if (patronymic.n) {
		namebook_add(b, kind, arena_join(b->arena, two, SL(" "), patronymic), id);
	}
}

static void add_all(Namebook *b, Kind kind, FieldId person)
{
	for (size_t i = 0; i < b->corpus->counts[kind]; i++) {
		const Record *r = b->corpus->records[kind][i];
		const Record *who = rec_ref(&r->rec, person);
		if (who) {
			add_person(b, kind, &who->rec, r->id);
		}
	}
}

void namebook_init(Namebook *out, const Corpus *c, Arena *a)
{
	*out = (Namebook){.corpus = c, .arena = a};
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		add_person(out, O_person, &c->records[O_person][i]->rec, c->records[O_person][i]->id);
	}
	add_all(out, O_mentor, F_mentor_person);
	add_all(out, O_mentee, F_mentee_person);
	for (size_t i = 0; i < c->counts[O_partner]; i++) {
		const Record *r = c->records[O_partner][i];
		namebook_add(out, O_partner, rec_text(&r->rec, F_partner_name), r->id);
	}
}

void namebook_release(Namebook *b)
{
	for (int k = 0; k < OWNER_KINDS; k++) {
		map_release(&b->names[k]);
	}
	map_release(&b->taken);
}

const Named *namebook_find(const Namebook *b, Kind kind, Slice name)
{
	return map_get(&b->names[kind], wording_key(b->arena, name));
}

bool namebook_has(const Namebook *b, Kind kind, Slice id)
{
	return corpus_find(b->corpus, kind, id) || map_get(&b->taken, id);
}

void namebook_take(Namebook *b, Slice id)
{
	map_put(&b->taken, id, b);
}

/* Cut at a hyphen where it is too long, and none at the end. */
static Slice shorten(Slice id)
{
	size_t end = id.n;
	if (id.n > ID_MAX) {
		end = ID_MAX;
		while (end > 0 && id.p[end] != '-') {
			end--;
		}
		end = end ? end : ID_MAX;
	}
	while (end > 0 && id.p[end - 1] == '-') {
		end--;
	}
	return slice_sub(id, 0, end);
}

/* Lower-case Latin letters, digits and inner hyphens. */
static Slice latin_id(Arena *a, Slice text)
{
	Buf latin = BUF_INIT;
	Buf slug = BUF_INIT;
	Buf out = BUF_INIT;
	translit(&latin, text, TRANSLIT_YANDEX);
	text_slug(&slug, buf_slice(&latin));
	for (size_t i = 0; i < slug.n; i++) {
		char c = slug.p[i];
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && out.n)) {
			buf_byte(&out, c);
		}
	}
	Slice id = arena_dup(a, shorten(buf_slice(&out)));
	buf_release(&latin);
	buf_release(&slug);
	buf_release(&out);
	return id;
}

Slice namebook_id(const Namebook *b, Kind kind, Slice text, Slice more)
{
	Slice base = latin_id(b->arena, text);
	Slice tail = latin_id(b->arena, more);
	Slice id = base;
	if (base.n && tail.n && namebook_has(b, kind, id)) {
		id = arena_join(b->arena, base, SL("-"), tail);
	}
	for (unsigned i = 2; base.n && i < ATTEMPTS && namebook_has(b, kind, id); i++) {
		id = arena_printf(b->arena, "%.*s-%u", SLICE_ARG(base), i);
	}
	return base.n && !namebook_has(b, kind, id) ? id : SL("");
}
