#include "redact/mention.h"

#include <assert.h>

#include "record/text.h"

typedef struct Indexer {
	Mentions *out;
	const Corpus *corpus;
	const Record *from;
	FieldPath field;
} Indexer;

static bool is_part(Kind kind)
{
	return kind == O_mentor || kind == O_mentee;
}

static void add(Indexer *x, Loc loc, const Record *who, const MediaFile *medium)
{
	if (medium || (who && (who->kind == O_person || is_part(who->kind)))) {
		vec_push(&x->out->list, (Mention){x->from, x->field, loc, who, medium});
	}
}

static void add_text(Indexer *x, const MdNode *node)
{
	bool record = node->type == MD_RECORD;
	bool address = node->type == MD_IMAGE || node->type == MD_LINK;
	Kind kind = record ? text_link_kind(node->text) : OWNER_KINDS;
	if (kind != OWNER_KINDS) {
		add(x, node->loc, corpus_find(x->corpus, kind, node->url), NULL);
	} else if (address && text_is_media(node->url)) {
		add(x, node->loc, NULL, corpus_media(x->corpus, node->url));
	}
	for (const MdNode *n = node->first; n; n = n->next) {
		add_text(x, n);
	}
}

static void add_rec(Indexer *x, const Rec *rec);

/* What a mentor's or mentee's own record calls its person is the part, for the part's consents decide. */
static const Record *spoken_of(const Indexer *x, const Val *v)
{
	bool own = v->field == F_mentor_person || v->field == F_mentee_person;
	return own ? x->from : v->as.ref.target;
}

static void add_value(Indexer *x, const Val *v)
{
	switch (schema_field(v->field)->type) {
	case TYPE_REF:
		add(x, v->loc, spoken_of(x, v), NULL);
		break;
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		add(x, v->loc, NULL, v->as.media.file);
		break;
	case TYPE_TEXT:
	case TYPE_BODYTEXT:
		add_text(x, v->as.prose);
		break;
	case TYPE_MAP:
		add_rec(x, v->as.map);
		break;
	default:
		break;
	}
}

static void add_rec(Indexer *x, const Rec *rec)
{
	assert(x->field.n < FIELD_DEPTH);
	size_t at = x->field.n++;
	for (size_t i = 0; i < rec->n; i++) {
		const Val *v = &rec->vals[i];
		x->field.id[at] = v->field;
		bool list = schema_field(v->field)->list;
		for (size_t k = 0; k < (list ? v->as.list.n : 1); k++) {
			add_value(x, list ? &v->as.list.items[k] : v);
		}
	}
	x->field.n = at;
}

void mentions_init(Mentions *out, const Corpus *c)
{
	*out = (Mentions){.list = {NULL, 0, 0}};
	for (int k = 0; k < OWNER_KINDS; k++) {
		for (size_t i = 0; i < c->counts[k]; i++) {
			Indexer x = {.out = out, .corpus = c, .from = c->records[k][i]};
			add_rec(&x, &x.from->rec);
		}
	}
}

void mentions_release(Mentions *m)
{
	vec_release(&m->list);
}

const Record *mention_person(const Mention *m)
{
	if (!m->who || m->who->kind == O_person) {
		return m->who;
	}
	return rec_ref(&m->who->rec, m->who->kind == O_mentor ? F_mentor_person : F_mentee_person);
}
