/* A field of a record that is no person's card: its record, its class, what it refers to. */
#include "redact/judge.h"

typedef VEC(const Val *) Vals;

/* Every value that stands at a path, each item of a list by itself. */
static void collect(Vals *out, const Rec *rec, const FieldPath *path, size_t level)
{
	const Val *v = rec_get(rec, path->id[level]);
	const FieldInfo *f = schema_field(path->id[level]);
	bool last = level + 1 == path->n;
	for (size_t i = 0; v && i < (f->list ? v->as.list.n : 1); i++) {
		const Val *item = f->list ? &v->as.list.items[i] : v;
		if (last) {
			vec_push(out, item);
		} else if (f->type == TYPE_MAP) {
			collect(out, item->as.map, path, level + 1);
		}
	}
}

/* --- what it refers to --- */

static void note_target(Judge *j, ReasonId id, bool met, const Val *v, Slice path)
{
	judge_note(j, id, met, v->loc, v->field, path, SL(""));
}

static bool judge_person_target(Judge *j, const Val *v, const Record *who, Slice page)
{
	bool needs_name = v->field == F_responsible_person;
	NameForm form = judge_form(j, who, page);
	switch (form) {
	case FORM_NONE:
		note_target(j, REASON_LEFT_OUT, false, v, who->path);
		return false;
	case FORM_FULL:
	case FORM_BRIEF:
		note_target(j, REASON_NAMED, true, v, who->path);
		return true;
	case FORM_STAND_IN:
		break;
	}
	note_target(j, needs_name ? REASON_UNNAMED : REASON_STAND_IN, false, v, who->path);
	return !needs_name;
}

static bool judge_record_target(Judge *j, const Val *v, const Record *target)
{
	bool shown = item_is_public(j->door, target);
	note_target(j, shown ? REASON_TARGET_SHOWN : REASON_TARGET_ABSENT, shown, v, target->path);
	return shown;
}

/* Is anything to be seen of a value whose field may stand on the page? */
static bool judge_value(Judge *j, const Record *r, const Val *v, Slice page)
{
	const Record *target;
	switch (schema_field(v->field)->type) {
	case TYPE_REF:
	case TYPE_TWIN:
		target = v->as.ref.target;
		if (target->kind == O_person || target->kind == O_mentor || target->kind == O_mentee) {
			/* A part's own card names its person as that part. */
			bool own = v->field == F_mentor_person || v->field == F_mentee_person;
			return judge_person_target(j, v, own ? r : target, page);
		}
		return judge_record_target(j, v, target);
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		return judge_pictured(j, v->as.media.file, &page);
	default:
		return true;
	}
}

/* What the projection says of a record that does not say it. */
static bool has_default(const FieldPath *path)
{
	FieldId f = path->id[path->n - 1];
	return f == F_document_status || f == F_site_title || f == F_policy_min_group;
}

bool judge_filled(Judge *j, const Record *r, const FieldPath *path, Slice page)
{
	Vals values = {NULL, 0, 0};
	bool any = false;
	collect(&values, &r->rec, path, 0);
	for (size_t i = 0; i < values.n; i++) {
		any |= judge_value(j, r, values.items[i], page);
	}
	if (values.n == 0) {
		any = has_default(path);
		judge_note_file(j, any ? REASON_FIELD_DEFAULT : REASON_FIELD_EMPTY, any, r->path);
	}
	vec_release(&values);
	return any;
}

/* --- the verdict --- */

/* Of a record that is shown one word is enough; of another, what keeps it away. */
static bool judge_holder(Judge *j, const Record *r)
{
	Judge quiet = judge_quiet(j);
	if (!judge_record(&quiet, r)) {
		return judge_record(j, r);
	}
	judge_note_file(j, REASON_RECORD_SHOWN, true, r->path);
	return true;
}

bool explain_field(Judge *j, const Subject *s)
{
	const Record *r = s->record;
	Slice page = judge_page(j, r);
	bool closed = judge_is_closed(&s->field);
	bool holder = !closed && judge_holder(j, r);
	bool allowed = pub_scope_covers(judge_field(j, r, &s->field), page);
	bool filled = judge_filled(j, r, &s->field, page);
	if (holder && allowed && filled) {
		judge_place(j, page, page.n == 0, FORM_NONE);
	}
	return holder && allowed && filled;
}
