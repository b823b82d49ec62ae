#include "record/script.h"

#include "base/locale.h"

static bool is_latin(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_cyrillic(uint32_t c)
{
	return c >= 0x400 && c <= 0x52f;
}

bool script_is_mixed(Slice text)
{
	bool latin = false;
	bool cyrillic = false;
	for (size_t at = 0; at < text.n;) {
		uint32_t c = utf8_next(text, &at);
		bool letter = char_is_letter(c);
		latin = letter && (latin || is_latin(c));
		cyrillic = letter && (cyrillic || is_cyrillic(c));
		if (latin && cyrillic) {
			return true;
		}
	}
	return false;
}

typedef struct Reading {
	FieldId field;
	Diags *diags;
	unsigned line; /* of the last warning in this prose: one a line is enough */
} Reading;

static void read_prose(Reading *r, const MdNode *node)
{
	for (const MdNode *n = node->first; n; n = n->next) {
		if (n->type == MD_TEXT && n->loc.line != r->line && script_is_mixed(n->text)) {
			r->line = n->loc.line;
			DIAG(r->diags, D_MIXED_SCRIPT, n->loc, schema_field(r->field)->name);
		}
		read_prose(r, n);
	}
}

static void read_rec(const Rec *rec, Diags *diags);

/* One value of a field, or one item of its list. */
static void read_value(const Val *v, FieldId field, Diags *diags)
{
	const FieldInfo *f = schema_field(field);
	Reading reading = {field, diags, 0};
	switch (f->type) {
	case TYPE_STRING:
	case TYPE_ALT:
		if (script_is_mixed(v->as.text)) {
			DIAG(diags, D_MIXED_SCRIPT, v->loc, f->name);
		}
		break;
	case TYPE_TEXT:
	case TYPE_BODYTEXT:
		read_prose(&reading, v->as.prose);
		break;
	case TYPE_MAP:
		read_rec(v->as.map, diags);
		break;
	default:
		break;
	}
}

static void read_rec(const Rec *rec, Diags *diags)
{
	for (size_t i = 0; i < rec->n; i++) {
		const Val *v = &rec->vals[i];
		bool list = schema_field(v->field)->list;
		for (size_t k = 0; k < (list ? v->as.list.n : 1); k++) {
			read_value(list ? &v->as.list.items[k] : v, v->field, diags);
		}
	}
}

void script_check(const Record *r, Diags *diags)
{
	read_rec(&r->rec, diags);
}
