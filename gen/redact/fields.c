#include "redact/fields.h"

#include "redact/names.h"
#include "redact/order.h"

const PubScope *fields_scope(const Rules *r, const Gate *gate, const FieldInfo *f)
{
	bool open = false;
	switch (f->class) {
	case CLASS_OPEN:
	case CLASS_HOLDER:
		return NULL;
	case CLASS_CONSENT:
		if (!gate->person || (f->category == ER_category_portfolio && !gate->portfolio)) {
			return SCOPE_NOWHERE;
		}
		return rule_agreed(r, gate->person, f->category);
	case CLASS_RESULT:
		open = gate->released;
		break;
	case CLASS_PLAN:
		open = gate->plan;
		break;
	case CLASS_COMPLETION:
		open = gate->completed;
		break;
	case CLASS_SURVEY:
		open = gate->survey;
		break;
	case CLASS_CLOSED:
		break;
	}
	return open ? NULL : SCOPE_NOWHERE;
}

static const Pub *ref_value(Pass *p, const Val *v)
{
	const Record *target = v->as.ref.target;
	if (!target) {
		return NULL; /* an old version's (dates.h): what it named is gone */
	}
	switch (target->kind) {
	case O_person:
		/* content.md, roadmap: without a name only the role is shown. */
		return v->field == F_responsible_person ? name_if_named(p, target) : name_of_person(p, target);
	case O_mentor:
	case O_mentee:
		return name_of_part(p, target);
	default: {
		const PubRecord *r = door_public(p->door, target);
		return r ? &r->self : NULL;
	}
	}
}

static const Pub *free_value(Pass *p, const Node *node)
{
	Pub *map = pub_new_map(p->arena);
	for (const Node *n = node->first; n; n = n->next) {
		if (n->type == NODE_SCALAR) {
			pub_set(p->arena, map, arena_cstr(p->arena, n->key), pub_new_text(p->arena, n->text));
		}
	}
	return map;
}

static const Pub *moment_value(Arena *a, Moment m)
{
	Pub *v = pub_new(a, PUB_MOMENT);
	v->as.moment = m;
	return v;
}

static const Pub *enum_value(Pass *p, EnumRow row)
{
	const EnumWord *word = schema_enum_word(row);
	return pub_new_term(p->arena, word->id, door_title(p->door, word->title));
}

static const Pub *map_value(Pass *p, const Rec *rec, const Gate *gate)
{
	Pub *map = pub_new_map(p->arena);
	fields_project(p, map, rec, gate);
	return map->as.map.n ? map : NULL; /* that it is written, but empty, is nobody's business */
}

static const Pub *text_value(Pass *p, const Val *v, const Gate *gate)
{
	bool body = schema_field(v->field)->type == TYPE_BODYTEXT;
	Prose prose = prose_render(p, v->as.prose, gate->page, body && gate->act);
	if (body && gate->body) {
		*gate->body = prose;
	}
	return prose_value(p->arena, &prose);
}

static const Pub *one_value(Pass *p, const Val *v, const Gate *gate)
{
	switch (schema_field(v->field)->type) {
	case TYPE_TEXT:
	case TYPE_BODYTEXT:
		return text_value(p, v, gate);
	case TYPE_BOOL:
		return pub_new_flag(p->arena, v->as.flag);
	case TYPE_INT:
		return pub_new_int(p->arena, v->as.number);
	case TYPE_DATE:
		return pub_new_date(p->arena, v->as.date);
	case TYPE_MOMENT:
		return moment_value(p->arena, v->as.moment);
	case TYPE_ENUM:
		return enum_value(p, v->as.choice);
	case TYPE_REF:
	case TYPE_TWIN:
		return ref_value(p, v);
	case TYPE_VOCAB:
		return v->as.vocab.word
		               ? pub_new_term(p->arena, v->as.vocab.id, rec_text(v->as.vocab.word, F_word_title))
		               : NULL;
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		return v->as.media.file ? door_media(p, v->as.media.file, NULL) : NULL;
	case TYPE_URL:
	case TYPE_BASE_URL:
		return door_url(p->arena, p->door, v->as.text);
	case TYPE_MAP:
		return map_value(p, v->as.map, gate);
	case TYPE_FREE:
		return free_value(p, v->as.free);
	default:
		return pub_new_text(p->arena, v->as.text);
	}
}

static bool is_people(const FieldInfo *f)
{
	return f->type == TYPE_REF && (f->of == O_mentor || f->of == O_mentee || f->of == O_person);
}

/* The order in which people were written would tell where the unnamed stand. */
static const Pub *list_value(Pass *p, const Val *v, const Gate *gate)
{
	const Pub **items = arena_array(p->arena, v->as.list.n, sizeof *items);
	size_t n = 0;
	for (size_t i = 0; i < v->as.list.n; i++) {
		const Pub *item = one_value(p, &v->as.list.items[i], gate);
		if (item) {
			items[n++] = item;
		}
	}
	if (n == 0) {
		return NULL;
	}
	bool people = is_people(schema_field(v->field));
	return people ? order_people(p->arena, items, n, p->door->locale) : pub_new_list(p->arena, items, n);
}

static const Pub *narrowed(Arena *a, const Pub *v, const PubScope *scope)
{
	if (!v || !scope) {
		return v;
	}
	Pub *copy = ARENA_NEW(a, Pub);
	*copy = *v;
	copy->scope = scope_and(a, v->scope, scope);
	return copy;
}

const char *fields_public_name(const FieldInfo *f)
{
	bool of_page = f->owner < OWNER_KINDS && schema_kind((Kind)f->owner)->page;
	return of_page && slice_is(f->name, "url") ? "link" : f->name.p;
}

void fields_project(Pass *p, Pub *map, const Rec *rec, const Gate *gate)
{
	size_t n;
	const FieldId *ids = schema_fields(rec->owner, &n);
	for (size_t i = 0; i < n; i++) {
		const FieldInfo *f = schema_field(ids[i]);
		const Val *v = rec_get(rec, ids[i]);
		const PubScope *scope = v ? fields_scope(&p->door->rules, gate, f) : SCOPE_NOWHERE;
		if (scope_is_nowhere(scope)) {
			continue;
		}
		const Pub *value = f->list ? list_value(p, v, gate) : one_value(p, v, gate);
		pub_set(p->arena, map, fields_public_name(f), narrowed(p->arena, value, scope));
	}
}
