#include "redact/shown.h"

#include "base/mem.h"
#include "record/text.h"

typedef struct Walk {
	const Rules *rules;
	const Record *record;
	ShownText text;
	const Rec *consent; /* being walked */
	ShownVisit *visit;
	void *ctx;
	bool *media; /* to be marked; NULL: texts are visited */
} Walk;

/* --- records --- */

static const Record *person_of(const Record *r)
{
	switch (r->kind) {
	case O_person:
		return r;
	case O_mentor:
		return rec_ref(&r->rec, F_mentor_person);
	case O_mentee:
		return rec_ref(&r->rec, F_mentee_person);
	case O_award:
		return rec_ref(&r->rec, F_award_person);
	default:
		return NULL;
	}
}

static bool is_named(const Rules *r, const Record *person)
{
	return !scope_is_nowhere(rule_agreed(r, person, ER_category_name)) ||
	       !scope_is_nowhere(rule_agreed(r, person, ER_category_short_name));
}

/* Rule 6: everyone on it agrees. */
static bool is_agreed(const Rules *r, const Record *sidecar)
{
	size_t n;
	const Val *people = rec_list(&sidecar->rec, F_media_people, &n);
	for (size_t i = 0; i < n; i++) {
		if (scope_is_nowhere(rule_agreed(r, people[i].as.ref.target, ER_category_photo))) {
			return false;
		}
	}
	return true;
}

bool shown_agreed(const Rules *r, const MediaFile *m)
{
	return !m->sidecar || is_agreed(r, m->sidecar);
}

static bool is_shown(const Rules *r, const bool *media, const Record *record)
{
	const MediaFile *m = NULL;
	switch (record->kind) {
	case O_mentor:
	case O_mentee:
		return rule_part(r, record) == PART_NAMED;
	case O_award:
		return !rule_absent(r, record) && is_named(r, person_of(record));
	case O_survey:
		return !rule_absent(r, record) &&
		       rec_int(&record->rec, F_survey_respondents, 0) >= r->policy->min_group;
	case O_media:
		m = corpus_media(r->corpus, record->id);
		return media && m && media[m->index] && is_agreed(r, record);
	default:
		return !rule_absent(r, record) && !rule_embargoed(r, record);
	}
}

static Slice page_of(const Rules *r, const Record *record)
{
	switch (record->kind) {
	case O_policy:
		return SL("forms/");
	case O_roadmap:
		return SL("roadmap/");
	case O_mentee:
		return SL("mentees/");
	case O_award:
		return SL("awards/");
	case O_survey:
		return SL("stats/");
	default:
		return schema_kind(record->kind)->page ? record_page(r->arena, record) : SL("");
	}
}

/* --- fields --- */

/* Rule 7. */
static bool shows_conditions(const Walk *w)
{
	return w->consent && rule_in_force(w->rules, w->record, w->consent) && is_named(w->rules, w->record);
}

static bool is_open(const Walk *w, FieldId id, bool holder)
{
	const FieldInfo *f = schema_field(id);
	const Record *person = person_of(w->record);
	switch (f->class) {
	case CLASS_OPEN:
	case CLASS_SURVEY:
		return true;
	case CLASS_HOLDER:
		return holder;
	case CLASS_CONSENT:
		return person && !scope_is_nowhere(rule_agreed(w->rules, person, f->category));
	case CLASS_RESULT:
		return rule_released(w->rules, w->record);
	case CLASS_PLAN:
		return w->rules->policy->full_programmes;
	case CLASS_COMPLETION:
		return rule_completed(w->rules, w->record);
	case CLASS_CLOSED:
		break;
	}
	return id == F_consent_conditions && shows_conditions(w);
}

static void mark_text(Walk *w, const MdNode *node)
{
	bool points = node->type == MD_IMAGE || node->type == MD_LINK;
	const MediaFile *m = points && text_is_media(node->url) ? corpus_media(w->rules->corpus, node->url) : NULL;
	if (m) {
		w->media[m->index] = true;
	}
	for (const MdNode *n = node->first; n; n = n->next) {
		mark_text(w, n);
	}
}

static void mark_media(Walk *w, const Val *v)
{
	FieldType type = schema_field(v->field)->type;
	if ((type == TYPE_MEDIA || type == TYPE_IMAGE) && v->as.media.file) {
		w->media[v->as.media.file->index] = true;
	} else if (type == TYPE_TEXT || type == TYPE_BODYTEXT) {
		mark_text(w, v->as.prose);
	}
}

/* A name is one by its class, not by what it says. */
static bool is_name(FieldId f)
{
	return f == F_person_family || f == F_person_given || f == F_person_patronymic;
}

static void visit_text(Walk *w, const Val *v)
{
	FieldType type = schema_field(v->field)->type;
	bool text = type == TYPE_STRING || type == TYPE_ALT || type == TYPE_TEXT || type == TYPE_BODYTEXT;
	if (text && !is_name(v->field)) {
		w->text.val = v;
		w->visit(w->ctx, &w->text);
	}
}

static void walk_map(Walk *w, const Rec *rec, bool holder);

static void walk_one(Walk *w, const Val *v, bool open)
{
	if (schema_field(v->field)->type == TYPE_MAP) {
		const Rec *before = w->consent;
		w->consent = v->as.map->owner == O_consent ? v->as.map : before;
		walk_map(w, v->as.map, open);
		w->consent = before;
	} else if (open && w->media) {
		mark_media(w, v);
	} else if (open) {
		visit_text(w, v);
	}
}

static void walk_map(Walk *w, const Rec *rec, bool holder)
{
	for (size_t i = 0; i < rec->n; i++) {
		const Val *v = &rec->vals[i];
		bool open = is_open(w, v->field, holder);
		bool list = schema_field(v->field)->list;
		for (size_t k = 0; list && k < v->as.list.n; k++) {
			walk_one(w, &v->as.list.items[k], open);
		}
		if (!list) {
			walk_one(w, v, open);
		}
	}
}

void shown_visit(const Rules *r, const bool *media, const Record *record, ShownVisit *visit, void *ctx)
{
	Walk w = {.rules = r, .record = record, .visit = visit, .ctx = ctx};
	if (is_shown(r, media, record)) {
		w.text.page = page_of(r, record);
		w.text.everywhere = record->kind == O_person || record->kind == O_media;
		walk_map(&w, &record->rec, true);
	}
}

bool *shown_media(const Rules *r)
{
	const Corpus *c = r->corpus;
	bool *media = mem_array(c->media_count, sizeof *media);
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		for (size_t i = 0; kind != O_media && i < c->counts[kind]; i++) {
			const Record *record = c->records[kind][i];
			Walk w = {.rules = r, .record = record, .media = media};
			if (is_shown(r, NULL, record)) {
				walk_map(&w, &record->rec, true);
			}
		}
	}
	return media;
}
