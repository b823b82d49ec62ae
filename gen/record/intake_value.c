/* What a table writes in other words than a file. */
#include "record/intake_parts.h"
#include "record/scalar.h"
#include "record/wording.h"

static bool date_value(Arena *a, Slice *out, Slice text)
{
	char iso[11];
	Date day;
	/* A day that Excel has given a time. */
	if (slice_ends(text, SL(" 0:00:00")) || slice_ends(text, SL(" 00:00:00"))) {
		text = slice_sub(text, 0, slice_find_byte(text, ' ', 0));
	}
	if (!wording_date(&day, text)) {
		return false;
	}
	date_iso(iso, day);
	*out = arena_dup(a, slice_of(iso));
	return true;
}

static bool flag_value(Slice *out, Slice text)
{
	bool flag;
	if (!wording_flag(&flag, text)) {
		return false;
	}
	*out = flag ? SL("true") : SL("false");
	return true;
}

static bool enum_value(Slice *out, EnumId list, Slice text)
{
	EnumRow row = wording_enum(list, text);
	if (row == ENUM_ROWS) {
		return false;
	}
	*out = schema_enum_word(row)->id;
	return true;
}

/* «сам человек, законный представитель»: titles, as a table has them; long ones hold commas themselves. */
static Slice enum_words(Taking *t, EnumId list)
{
	size_t n;
	EnumRow first = schema_enum(list, &n);
	Buf text = BUF_INIT;
	for (size_t i = 0; i < n; i++) {
		const EnumWord *w = schema_enum_word(first + (EnumRow)i);
		buf_str(&text, i ? "; " : "");
		buf_add(&text, w->id);
		buf_printf(&text, " (%s)", w->title[LANG_RU]);
	}
	Slice kept = arena_dup(t->arena, buf_slice(&text));
	buf_release(&text);
	return kept;
}

/* --- words of the policy --- */

static const Val *vocabulary(const Corpus *c, const FieldInfo *f, size_t *n)
{
	const Record *policy = c->policy_record;
	*n = 0;
	return policy ? rec_list(&policy->rec, f->of == VOCAB_forms ? F_policy_forms : F_policy_kinds, n) : NULL;
}

static bool is_word(Arena *a, const Rec *word, Slice key)
{
	size_t n;
	const Val *aliases = rec_list(word, F_word_aliases, &n);
	bool same = slice_eq(key, wording_key(a, rec_text(word, F_word_id))) ||
	            slice_eq(key, wording_key(a, rec_text(word, F_word_title)));
	for (size_t i = 0; i < n; i++) {
		same |= slice_eq(key, wording_key(a, aliases[i].as.text));
	}
	return same;
}

static bool vocab_value(const Namebook *names, Slice *out, const FieldInfo *f, Slice text)
{
	size_t n;
	const Val *words = vocabulary(names->corpus, f, &n);
	Slice key = wording_key(names->arena, text);
	for (size_t i = 0; i < n; i++) {
		if (is_word(names->arena, words[i].as.map, key)) {
			*out = rec_text(words[i].as.map, F_word_id);
			return true;
		}
	}
	return false;
}

/* --- records --- */

/* A record by its id, else by a name that only one has. */
static DiagId find_ref(const Namebook *names, Slice *out, Kind kind, Slice text)
{
	if (scalar_id_valid(text) && corpus_find(names->corpus, kind, text)) {
		return DIAG_COUNT;
	}
	const Named *named = namebook_find(names, kind, text);
	if (named && named->records == 1) {
		*out = named->id;
		return DIAG_COUNT;
	}
	return named ? D_CELL_REF_MANY : D_CELL_REF;
}

DiagId intake_word(const Namebook *names, Slice *out, FieldId id, Slice text)
{
	const FieldInfo *f = schema_field(id);
	*out = text;
	switch (f->type) {
	case TYPE_DATE:
		return date_value(names->arena, out, text) ? DIAG_COUNT : D_CELL_DATE;
	case TYPE_BOOL:
		return flag_value(out, text) ? DIAG_COUNT : D_CELL_FLAG;
	case TYPE_ENUM:
		return enum_value(out, (EnumId)f->of, text) ? DIAG_COUNT : D_CELL_WORD;
	case TYPE_VOCAB:
		return vocab_value(names, out, f, text) ? DIAG_COUNT : D_CELL_VOCAB;
	case TYPE_REF:
		return find_ref(names, out, (Kind)f->of, text);
	default:
		return DIAG_COUNT;
	}
}

/* What the message adds: the words to choose from, or where they are. */
static Slice choice_of(Taking *t, const FieldInfo *f)
{
	switch (f->type) {
	case TYPE_ENUM:
		return enum_words(t, (EnumId)f->of);
	case TYPE_VOCAB:
		return f->of == VOCAB_forms ? SL("forms") : SL("kinds");
	case TYPE_REF:
		return schema_kind((Kind)f->of)->folder;
	default:
		return SL("");
	}
}

Slice intake_value(Taking *t, FieldId id, Slice text, size_t row, size_t column)
{
	const FieldInfo *f = schema_field(id);
	Slice value;
	DiagId fault = intake_word(t->names, &value, id, text);
	if (fault != DIAG_COUNT) {
		intake_fault(t, fault, row, column, choice_of(t, f));
		return text;
	}
	return value;
}
