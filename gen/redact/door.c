#include "redact/door.h"

#include "redact/names.h"

static Standing standing_of(const Rules *r, const Record *part)
{
	Standing s = {rule_part(r, part), SCOPE_NOWHERE, SCOPE_NOWHERE};
	if (s.part == PART_NAMED || s.part == PART_UNNAMED) {
		s.full = rule_part_full(r, part);
		s.brief = rule_part_short(r, part);
	}
	return s;
}

static void judge_parts(Door *d)
{
	const Corpus *c = d->corpus;
	Arena *a = d->rules.arena;
	d->mentors = arena_array(a, c->counts[O_mentor], sizeof *d->mentors);
	d->mentees = arena_array(a, c->counts[O_mentee], sizeof *d->mentees);
	d->mentor_of_person = arena_array(a, c->counts[O_person], sizeof *d->mentor_of_person);
	for (size_t i = 0; i < c->counts[O_mentor]; i++) {
		const Record *mentor = c->records[O_mentor][i];
		d->mentors[i] = standing_of(&d->rules, mentor);
		if (d->mentors[i].part == PART_NAMED) {
			d->mentor_of_person[rec_ref(&mentor->rec, F_mentor_person)->index] = mentor;
		}
	}
	for (size_t i = 0; i < c->counts[O_mentee]; i++) {
		d->mentees[i] = standing_of(&d->rules, c->records[O_mentee][i]);
	}
}

const PubRecord *door_public(const Door *d, const Record *r)
{
	return d->records[r->kind] ? d->records[r->kind][r->index] : NULL;
}

/* A section that is not listed is not built (content.md, policy.sections). */
static bool section_built(const Policy *p, Kind kind)
{
	return kind == O_page || (schema_kind(kind)->page && policy_sections_of(kind) & p->sections);
}

bool door_has_page(const Door *d, const Record *r)
{
	return section_built(d->rules.policy, r->kind) && door_public(d, r);
}

const Standing *door_standing(const Door *d, const Record *part)
{
	return part->kind == O_mentor ? &d->mentors[part->index] : &d->mentees[part->index];
}

Slice door_title(const Door *d, const char *const title[2])
{
	return slice_of(title[d->lang]);
}

static bool has_scheme(Slice url)
{
	return slice_find(url, SL("://"), 0) < url.n || slice_starts(url, SL("mailto:")) ||
	       slice_starts(url, SL("tel:"));
}

bool door_inside(const Door *d, Slice url, Slice *path)
{
	*path = url;
	if (slice_starts(url, d->base_url)) {
		*path = slice_sub(url, d->base_url.n, url.n);
		return true;
	}
	if (has_scheme(url)) {
		return false;
	}
	if (!slice_starts(url, SL("/"))) {
		return true;
	}
	/* An absolute path below the section's own is inside it; another is the school's site. */
	*path = slice_sub(url, d->base_path.n, url.n);
	return slice_starts(url, d->base_path);
}

const Pub *door_url(Arena *a, const Door *d, Slice url)
{
	Slice path;
	const char hole = PUB_HOLE_BASE;
	if (!door_inside(d, url, &path)) {
		return pub_new_url(a, url);
	}
	return pub_new_url(a, arena_join(a, (Slice){&hole, 1}, path, SL("")));
}

static const PubScope *sidecar_scope(const Rules *r, const MediaFile *m)
{
	const PubScope *scope = NULL;
	size_t n = 0;
	const Val *people = m->sidecar ? rec_list(&m->sidecar->rec, F_media_people, &n) : NULL;
	for (size_t i = 0; i < n; i++) {
		scope = scope_and(r->arena, scope, rule_agreed(r, people[i].as.ref.target, ER_category_photo));
	}
	return scope;
}

/* A person's photo shows that person wherever else it is used, with a sidecar or without. */
static void judge_media(Door *d)
{
	const Corpus *c = d->corpus;
	Arena *a = d->rules.arena;
	d->pictured = arena_array(a, c->media_count, sizeof *d->pictured);
	for (size_t i = 0; i < c->media_count; i++) {
		d->pictured[i] = sidecar_scope(&d->rules, &c->media[i]);
	}
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		const Record *person = c->records[O_person][i];
		const Val *photo = rec_get(&person->rec, F_person_photo);
		const MediaFile *m = photo ? photo->as.media.file : NULL;
		if (m) {
			const PubScope *agreed = rule_agreed(&d->rules, person, ER_category_photo);
			d->pictured[m->index] = scope_and(a, d->pictured[m->index], agreed);
		}
	}
}

void door_open(Door *d, const Corpus *c, Date today, Arena *a)
{
	*d = (Door){.corpus = c};
	rules_init(&d->rules, c, today, a);
	judge_parts(d);
	judge_media(d);
}

const Pub *door_media(Pass *p, const MediaFile *m, const PubScope *also)
{
	const PubScope *scope = scope_and(p->arena, p->door->pictured[m->index], also);
	if (scope_is_nowhere(scope)) {
		return NULL;
	}
	Pub *v = pub_new(p->arena, PUB_MEDIA);
	v->scope = scope;
	v->as.media = &p->door->media[m->index];
	__atomic_store_n(&p->door->media[m->index].used, true, __ATOMIC_RELAXED);
	return v;
}
