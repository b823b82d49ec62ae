#include "record/record.h"

#include <assert.h>

const Val *rec_get(const Rec *r, FieldId f)
{
	assert(schema_field(f)->owner == r->owner);
	for (size_t i = 0; i < r->n; i++) {
		if (r->vals[i].field == f) {
			return &r->vals[i];
		}
	}
	return NULL;
}

Slice rec_text(const Rec *r, FieldId f)
{
	const Val *v = rec_get(r, f);
	return v ? v->as.text : (Slice){NULL, 0};
}

bool rec_flag(const Rec *r, FieldId f)
{
	const Val *v = rec_get(r, f);
	return v && v->as.flag;
}

Date rec_date(const Rec *r, FieldId f)
{
	const Val *v = rec_get(r, f);
	return v ? v->as.date : DATE_NONE;
}

int64_t rec_int(const Rec *r, FieldId f, int64_t otherwise)
{
	const Val *v = rec_get(r, f);
	return v ? v->as.number : otherwise;
}

EnumRow rec_choice(const Rec *r, FieldId f, EnumRow otherwise)
{
	const Val *v = rec_get(r, f);
	return v ? v->as.choice : otherwise;
}

const Rec *rec_map(const Rec *r, FieldId f)
{
	const Val *v = rec_get(r, f);
	return v ? v->as.map : NULL;
}

const Record *rec_ref(const Rec *r, FieldId f)
{
	const Val *v = rec_get(r, f);
	return v ? v->as.ref.target : NULL;
}

const Val *rec_list(const Rec *r, FieldId f, size_t *n)
{
	const Val *v = rec_get(r, f);
	*n = v ? v->as.list.n : 0;
	return v ? v->as.list.items : NULL;
}
