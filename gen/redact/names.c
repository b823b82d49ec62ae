#include "redact/names.h"

Slice name_full(Arena *a, const Record *person)
{
	Slice name =
	        arena_join(a, rec_text(&person->rec, F_person_family), SL(" "), rec_text(&person->rec, F_person_given));
	Slice patronymic = rec_text(&person->rec, F_person_patronymic);
	return patronymic.n ? arena_join(a, name, SL(" "), patronymic) : name;
}

/* " М." for «Мария»; of a double name only the first letter stands. */
static void add_initial(Buf *out, Slice name)
{
	size_t at = 0;
	uint32_t c = utf8_next(name, &at);
	if (c != UINT32_MAX) {
		buf_byte(out, ' ');
		buf_char(out, c);
		buf_byte(out, '.');
	}
}

Slice name_brief(Arena *a, const Record *person)
{
	Buf name = BUF_INIT;
	buf_add(&name, rec_text(&person->rec, F_person_family));
	add_initial(&name, rec_text(&person->rec, F_person_given));
	add_initial(&name, rec_text(&person->rec, F_person_patronymic));
	Slice kept = arena_dup(a, buf_slice(&name));
	buf_release(&name);
	return kept;
}

static const Pub *scoped(Arena *a, const Pub *value, const PubScope *scope)
{
	Pub *copy = ARENA_NEW(a, Pub);
	*copy = *value;
	copy->scope = scope;
	return copy;
}

/* First of the alternatives that holds on a page; a single one needs no ALT. */
static const Pub *alternatives(Arena *a, const Pub *const *items, size_t n)
{
	if (n < 2) {
		return n ? items[0] : NULL;
	}
	Pub *alt = pub_new(a, PUB_ALT);
	alt->as.list.items = memcpy(arena_array(a, n, sizeof *items), items, n * sizeof *items);
	alt->as.list.n = n;
	return alt;
}

const Pub *name_value(Pass *p, const Record *person, const PubScope *full, const PubScope *brief)
{
	const Pub *items[2];
	size_t n = 0;
	if (!scope_is_nowhere(full)) {
		items[n++] = scoped(p->arena, pub_new_text(p->arena, name_full(p->arena, person)), full);
	}
	if (full && !scope_is_nowhere(brief)) {
		items[n++] = scoped(p->arena, pub_new_text(p->arena, name_brief(p->arena, person)), brief);
	}
	return alternatives(p->arena, items, n);
}

const PubScope *name_scope_full(const Pass *p, const Record *person)
{
	return rule_agreed(&p->door->rules, person, ER_category_name);
}

const PubScope *name_scope_brief(const Pass *p, const Record *person)
{
	return rule_agreed(&p->door->rules, person, ER_category_short_name);
}

static void add_detail(Pass *p, Pub *map, const Record *person, FieldId f, const PubScope *also)
{
	const FieldInfo *info = schema_field(f);
	const Val *v = rec_get(&person->rec, f);
	const PubScope *scope = scope_and(p->arena, rule_agreed(&p->door->rules, person, info->category), also);
	if (v && !scope_is_nowhere(scope)) {
		pub_set(p->arena, map, info->name.p, scoped(p->arena, pub_new_text(p->arena, v->as.text), scope));
	}
}

/* A portrait without a sidecar is described by photo_alt, else by the name where it stands. */
static void add_photo(Pass *p, Pub *map, const Record *person, const PubScope *also)
{
	const Val *v = rec_get(&person->rec, F_person_photo);
	const PubScope *scope = scope_and(p->arena, rule_agreed(&p->door->rules, person, ER_category_photo), also);
	if (v && v->as.media.file && !scope_is_nowhere(scope)) {
		pub_set(p->arena, map, "photo", door_media(p, v->as.media.file, scope));
	}
}

void name_add_details(Pass *p, Pub *map, const Record *person, const PubScope *also)
{
	static const FieldId details[] = {F_person_position, F_person_workplace, F_person_class, F_person_email,
	                                  F_person_phone};
	for (size_t i = 0; i < sizeof details / sizeof *details; i++) {
		add_detail(p, map, person, details[i], also);
	}
	add_photo(p, map, person, also);
}

/* A name may stand where the part may not be known (rule 5): there it leads nowhere. */
typedef struct Target {
	const PubRecord *page; /* NULL: none */
	const PubScope *scope; /* where the name may lead to it */
} Target;

/* The mentor whose page a person's name leads to. */
static Target target_of(const Door *d, const Record *person)
{
	const Record *mentor = d->mentor_of_person[person->index];
	const PubRecord *page = mentor && door_has_page(d, mentor) ? door_public(d, mentor) : NULL;
	return (Target){page, page ? page->self.scope : NULL};
}

static const Pub *named(Pass *p, const Record *person, Slice name, const PubScope *scope, Target target)
{
	Pub *map = pub_new_map(p->arena);
	map->scope = scope;
	pub_set(p->arena, map, "name", pub_new_text(p->arena, name));
	if (target.page) {
		const Pub *id = pub_new_text(p->arena, target.page->id);
		const Pub *url = door_url(p->arena, p->door, target.page->page);
		pub_set(p->arena, map, "id", scoped(p->arena, id, target.scope));
		pub_set(p->arena, map, "url", scoped(p->arena, url, target.scope));
	}
	name_add_details(p, map, person, scope);
	return map;
}

static const Pub *stand_in(Pass *p, Slice word)
{
	Pub *map = pub_new_map(p->arena);
	pub_set(p->arena, map, "name", pub_new_text(p->arena, word));
	pub_set(p->arena, map, "anonymous", pub_new_flag(p->arena, true));
	return map;
}

/* No word: no stand-in. */
static const Pub *person_or_word(Pass *p, const Record *person, const PubScope *full, const PubScope *brief, Slice word,
                                 Target target)
{
	const Pub *items[3];
	size_t n = 0;
	if (!scope_is_nowhere(full)) {
		items[n++] = named(p, person, name_full(p->arena, person), full, target);
	}
	if (full && !scope_is_nowhere(brief)) {
		items[n++] = named(p, person, name_brief(p->arena, person), brief, target);
	}
	if (word.n && (n == 0 || items[n - 1]->scope)) {
		items[n++] = stand_in(p, word);
	}
	return alternatives(p->arena, items, n);
}

const Pub *name_of_person(Pass *p, const Record *person)
{
	return person_or_word(p, person, name_scope_full(p, person), name_scope_brief(p, person),
	                      p->door->rules.policy->anonymous_person, target_of(p->door, person));
}

const Pub *name_if_named(Pass *p, const Record *person)
{
	return person_or_word(p, person, name_scope_full(p, person), name_scope_brief(p, person), SL(""),
	                      target_of(p->door, person));
}

const Pub *name_of_part(Pass *p, const Record *part)
{
	const Standing *s = door_standing(p->door, part);
	bool mentor = part->kind == O_mentor;
	const Policy *policy = p->door->rules.policy;
	if (s->part == PART_ABSENT) {
		return NULL;
	}
	const Record *person = rec_ref(&part->rec, mentor ? F_mentor_person : F_mentee_person);
	/* Whoever is named in that part may be known to have it: no narrower scope is needed. */
	bool paged = mentor && s->part == PART_NAMED && door_has_page(p->door, part);
	Target target = {paged ? door_public(p->door, part) : NULL, NULL};
	return person_or_word(p, person, s->full, s->brief,
	                      mentor ? policy->anonymous_mentor : policy->anonymous_mentee, target);
}

Slice name_on_page(Pass *p, const Record *r, Slice page, Slice *url)
{
	const Pub *who = pub_on(r->kind == O_person ? name_of_person(p, r) : name_of_part(p, r), page);
	*url = pub_text(who, "url", page);
	return pub_text(who, "name", page);
}
