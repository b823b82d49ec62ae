#include "record/link.h"

#include "record/medium.h"
#include "record/text.h"

typedef struct Linker {
	Corpus *corpus;
	const Record *record;
	bool version; /* an old version: it says nothing about the present files */
	Diags *diags;
} Linker;

static void link_rec(Linker *l, Rec *rec);

static void link_ref(Linker *l, Val *v, const FieldInfo *f)
{
	Kind kind = (Kind)f->of;
	v->as.ref.target = corpus_find(l->corpus, kind, v->as.ref.id);
	if (!v->as.ref.target && !corpus_record_is_faulty(l->corpus, kind, v->as.ref.id, l->diags)) {
		DIAG(l->diags, D_DANGLING_REF, v->loc, f->name, schema_kind(kind)->folder);
	}
}

/* The accessible twin of a file: a document, else a method. */
static void link_twin(Linker *l, Val *v, const FieldInfo *f)
{
	const Record *document = corpus_find(l->corpus, O_document, v->as.ref.id);
	v->as.ref.target = document ? document : corpus_find(l->corpus, O_method, v->as.ref.id);
	bool faulty = corpus_record_is_faulty(l->corpus, O_document, v->as.ref.id, l->diags) ||
	              corpus_record_is_faulty(l->corpus, O_method, v->as.ref.id, l->diags);
	if (!v->as.ref.target && !faulty) {
		DIAG(l->diags, D_DANGLING_REF, v->loc, f->name, SL("documents/, methods"));
	}
}

static void link_vocab(Linker *l, Val *v, const FieldInfo *f)
{
	if (!l->corpus->policy_record) {
		return; /* one missing file is one fault */
	}
	bool forms = f->of == VOCAB_forms;
	v->as.vocab.word = map_get(forms ? &l->corpus->policy.forms : &l->corpus->policy.kinds, v->as.vocab.id);
	if (!v->as.vocab.word) {
		DIAG(l->diags, D_WANT_VOCAB, v->loc, f->name, forms ? SL("forms") : SL("kinds"));
	}
}

/* A document or method with a body is its own file's HTML twin (content.md, `documents/ID.md`). */
static bool is_twin_field(const Record *r, FieldId f)
{
	const Val *body = f == F_document_file ? rec_get(&r->rec, F_document_body)
	                  : f == F_method_file ? rec_get(&r->rec, F_method_body)
	                                       : NULL;
	return body != NULL;
}

static void link_media(Linker *l, Val *v, const FieldInfo *f)
{
	MediaFile *m = (MediaFile *)corpus_media(l->corpus, v->as.media.path);
	v->as.media.file = m;
	if (!m) {
		if (!corpus_is_faulty(l->corpus, v->as.media.path, l->diags)) {
			DIAG(l->diags, D_DANGLING_MEDIA, v->loc, f->name);
		}
		return;
	}
	if (l->version) {
		return;
	}
	m->portrait |= v->field == F_person_photo;
	m->has_twin |= is_twin_field(l->record, v->field);
}

static void link_value(Linker *l, Val *v)
{
	const FieldInfo *f = schema_field(v->field);
	switch (f->type) {
	case TYPE_REF:
		link_ref(l, v, f);
		break;
	case TYPE_TWIN:
		link_twin(l, v, f);
		break;
	case TYPE_VOCAB:
		link_vocab(l, v, f);
		break;
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		link_media(l, v, f);
		break;
	case TYPE_TEXT:
	case TYPE_BODYTEXT:
		if (!l->version) {
			text_check(l->corpus, v->as.prose, l->diags);
		}
		break;
	case TYPE_MAP:
		link_rec(l, (Rec *)v->as.map);
		break;
	default:
		break;
	}
}

static void link_rec(Linker *l, Rec *rec)
{
	for (size_t i = 0; i < rec->n; i++) {
		Val *v = &rec->vals[i];
		if (!schema_field(v->field)->list) {
			link_value(l, v);
			continue;
		}
		for (size_t k = 0; k < v->as.list.n; k++) {
			link_value(l, &v->as.list.items[k]);
		}
	}
}

static void link_sidecar(Corpus *c, Record *r, Diags *diags)
{
	MediaFile *m = map_get(&c->media_by_path, r->id);
	if (!m) {
		if (!corpus_is_faulty(c, r->id, diags)) {
			DIAG(diags, D_ORPHAN_SIDECAR, loc_at(r->path, 1, 1), r->id);
		}
		return;
	}
	m->sidecar = r;
	m->has_twin |= rec_get(&r->rec, F_media_accessible) || rec_flag(&r->rec, F_media_accessible_tagged);
}

static void check_file(const MediaFile *m, Diags *diags)
{
	Loc loc = loc_at(m->file->shown, 1, 1);
	if (medium_is_raw_picture(m->path)) {
		DIAG_AT(diags, D_BAD_IMAGE_KIND, loc);
	} else if (medium_is_pdf(m->path) && !m->has_twin) {
		DIAG_AT(diags, D_NO_TWIN, m->sidecar ? loc_at(m->sidecar->path, 1, 1) : loc);
	}
}

static void check_medium(Corpus *c, const MediaFile *m, Diags *diags)
{
	Loc loc = loc_at(m->file->shown, 1, 1);
	Picture picture;
	if (!m->picture) {
		check_file(m, diags);
		return;
	}
	if (!m->sidecar && !m->portrait && !map_get(&c->by_id[O_media], m->path)) {
		DIAG(diags, D_NO_SIDECAR, loc, m->file->shown);
	}
	Slice bytes = corpus_media_bytes(c, m, diags);
	if (!picture_probe(&picture, bytes) || picture.type != m->type) {
		DIAG_AT(diags, D_BAD_IMAGE, loc);
	}
}

static void index_numbers(Corpus *c, Diags *diags)
{
	for (size_t i = 0; i < c->counts[O_programme]; i++) {
		Record *r = c->records[O_programme][i];
		const Val *number = rec_get(&r->rec, F_programme_number);
		const Record *before = number ? map_get(&c->by_number, number->as.text) : NULL;
		if (before) {
			DIAG(diags, D_DUPLICATE_NUMBER, number->loc, SL("number"), before->path);
		} else if (number) {
			map_put(&c->by_number, number->as.text, r);
		}
	}
}

/* A word is known by its id: two of one name could not be told apart. */
static void check_words(const Corpus *c, FieldId f, Diags *diags)
{
	Map seen = MAP_INIT;
	size_t n = 0;
	const Val *items = c->policy_record ? rec_list(&c->policy_record->rec, f, &n) : NULL;
	for (size_t i = 0; i < n; i++) {
		const Val *id = rec_get(items[i].as.map, F_word_id);
		if (id && map_put(&seen, id->as.text, (void *)id)) {
			DIAG(diags, D_DUPLICATE_ITEM, id->loc, schema_field(F_word_id)->name);
		}
	}
	map_release(&seen);
}

static void warn_unlisted(const Corpus *c, Diags *diags)
{
	bool known = c->policy_record && !corpus_is_faulty(c, SL("policy.yaml"), diags);
	for (int k = 0; known && k < OWNER_KINDS; k++) {
		unsigned sections = policy_sections_of((Kind)k);
		if (!sections || sections & c->policy.sections) {
			continue;
		}
		for (size_t i = 0; i < c->counts[k]; i++) {
			DIAG(diags, D_UNLISTED_KIND, loc_at(c->records[k][i]->path, 1, 1),
			     schema_kind((Kind)k)->folder);
		}
	}
}

void corpus_link_version(const Corpus *c, Record *r, Diags *diags)
{
	Linker l = {(Corpus *)c, r, true, diags};
	link_rec(&l, &r->rec);
}

void corpus_link(Corpus *c, Diags *diags)
{
	index_numbers(c, diags);
	check_words(c, F_policy_forms, diags);
	check_words(c, F_policy_kinds, diags);
	for (int k = 0; k < OWNER_KINDS; k++) {
		for (size_t i = 0; i < c->counts[k]; i++) {
			Record *r = c->records[k][i];
			Linker l = {c, r, false, diags};
			if (k == O_media) {
				link_sidecar(c, r, diags);
			}
			link_rec(&l, &r->rec);
		}
	}
	for (size_t i = 0; i < c->media_count; i++) {
		check_medium(c, &c->media[i], diags);
	}
	warn_unlisted(c, diags);
}
