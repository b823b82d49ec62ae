#include "redact/door.h"

#include "redact/names.h"

const PubRecord *door_public(const Door *d, const Record *r)
{
	return d->records[r->kind] ? d->records[r->kind][r->index] : NULL;
}

/* The section that builds the pages of a kind; a section that is not listed is not built (content.md, policy.sections).
 */
static bool section_built(const Policy *p, Kind kind)
{
	switch (kind) {
	case O_mentor:
		return policy_section(p, ER_section_mentors) || policy_section(p, ER_section_portfolios);
	case O_programme:
		return policy_section(p, ER_section_programmes);
	case O_partner:
		return policy_section(p, ER_section_partners);
	case O_case:
		return policy_section(p, ER_section_cases);
	case O_document:
		return policy_section(p, ER_section_documents);
	case O_method:
		return policy_section(p, ER_section_methods);
	case O_news:
		return policy_section(p, ER_section_news);
	case O_event:
		return policy_section(p, ER_section_events);
	default:
		return kind == O_page;
	}
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
void door_judge_media(Door *d)
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
