/* What a curator means by PATH:FIELD. */
#include "redact/explain.h"

/* The path below the content folder of a record or medium, whichever way it was written. */
static Slice below_content(const Corpus *c, Slice path)
{
	bool inside = slice_starts(path, c->content) && path.n > c->content.n && path.p[c->content.n] == '/';
	return c->content.n && inside ? slice_sub(path, c->content.n + 1, path.n) : path;
}

static Slice without_extension(Slice path)
{
	size_t dot = path.n;
	while (dot > 0 && path.p[dot - 1] != '.') {
		dot--;
	}
	return dot ? slice_sub(path, 0, dot - 1) : path;
}

/* The id of a record has no dot, so its path may be given without the extension. */
static const Record *find_record(const Corpus *c, Slice path)
{
	for (int k = 0; k < O_media; k++) {
		for (size_t i = 0; i < c->counts[k]; i++) {
			Slice own = below_content(c, c->records[k][i]->path);
			if (slice_eq(own, path) || slice_eq(without_extension(own), path)) {
				return c->records[k][i];
			}
		}
	}
	return NULL;
}

static bool find_file(Subject *out, const Corpus *c, Slice asked)
{
	Slice path = below_content(c, asked);
	bool sidecar = slice_starts(path, SL("media/")) && slice_ends(path, SL(".yaml"));
	out->medium = corpus_media(c, sidecar ? slice_sub(path, 0, path.n - 5) : path);
	if (out->medium && (!sidecar || out->medium->sidecar)) {
		out->record = out->medium->sidecar;
		out->path = sidecar ? out->record->path : out->medium->file->shown;
		return true;
	}
	out->medium = NULL;
	out->record = find_record(c, path);
	out->path = out->record ? out->record->path : SL("");
	return out->record != NULL;
}

static FieldId find_body(Owner owner)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	for (size_t i = 0; i < n; i++) {
		if (schema_field(ids[i])->type == TYPE_BODYTEXT) {
			return ids[i];
		}
	}
	return FIELD_COUNT;
}

static FieldId find_name(Owner owner, Slice name)
{
	FieldId f = schema_find(owner, name);
	return f == FIELD_COUNT && slice_is(name, "body") ? find_body(owner) : f;
}

static SubjectFault find_field(FieldPath *out, Owner owner, Slice name, Slice *near)
{
	Slice part;
	out->n = 0;
	while (slice_split(&name, '.', &part)) {
		const FieldInfo *holder = out->n ? schema_field(out->id[out->n - 1]) : NULL;
		if (holder && holder->type == TYPE_FREE) {
			break; /* keys of its own */
		}
		bool inside = !holder || holder->type == TYPE_MAP;
		Owner in = holder && inside ? (Owner)holder->of : owner;
		FieldId f = inside && out->n < FIELD_DEPTH ? find_name(in, part) : FIELD_COUNT;
		if (f == FIELD_COUNT) {
			FieldId other = inside ? schema_nearest(in, part) : FIELD_COUNT;
			*near = other == FIELD_COUNT ? SL("") : schema_field(other)->name;
			return SUBJECT_NO_FIELD;
		}
		out->id[out->n++] = f;
	}
	return SUBJECT_FOUND;
}

static const Record *card_of(const Record *r)
{
	FieldId f = schema_find(r->kind, SL("person"));
	return f == FIELD_COUNT ? NULL : rec_ref(&r->rec, f);
}

/* «mentors/ivanova.md:photo» is asked of the mentor; the photo is on the person's card. */
static SubjectFault find_in_record(Subject *s, Slice *near)
{
	Slice ignored;
	const Record *card = s->record ? card_of(s->record) : NULL;
	Owner owner = s->record ? (Owner)s->record->kind : O_media;
	SubjectFault fault = find_field(&s->field, owner, s->name, near);
	if (fault == SUBJECT_NO_FIELD && card && find_field(&s->field, O_person, s->name, &ignored) == SUBJECT_FOUND) {
		s->record = card;
		s->path = card->path;
		return SUBJECT_FOUND;
	}
	return fault;
}

SubjectFault subject_find(Subject *out, const Corpus *c, Slice asked, Slice *near)
{
	size_t colon = asked.n;
	*out = (Subject){.record = NULL};
	*near = SL("");
	if (find_file(out, c, asked)) {
		return SUBJECT_FOUND;
	}
	while (colon > 0 && asked.p[colon - 1] != ':') {
		colon--;
	}
	if (colon == 0 || !find_file(out, c, slice_sub(asked, 0, colon - 1))) {
		return SUBJECT_NO_FILE;
	}
	out->name = slice_sub(asked, colon, asked.n);
	return find_in_record(out, near);
}
