#include "cmd/draft.h"

#include <assert.h>

#include "record/publicity.h"
#include "record/scalar.h"

enum { WIDTH = 100, STEP = 2, PROGRAMME_MONTHS = 9, OLDEST_YEAR = 1900 };

static void put_map(Buf *out, Draft *d, Owner owner, size_t indent);
static void put_item_map(Buf *out, Draft *d, Owner owner, size_t indent);

/* --- values given --- */

/* Is the value's field this one, or inside it? */
static bool is_below(const Draft *d, const DraftValue *v, FieldId id)
{
	bool below = v->field.depth > d->around.depth && v->field.path[d->around.depth] == id;
	for (size_t i = 0; below && i < d->around.depth; i++) {
		below = v->field.path[i] == d->around.path[i];
	}
	return below;
}

static bool is_given(const Draft *d, FieldId id)
{
	bool given = false;
	for (size_t i = 0; i < d->value_count; i++) {
		given |= is_below(d, &d->values[i], id);
	}
	return given;
}

static const DraftValue *value_of(const Draft *d, FieldId id)
{
	for (size_t i = 0; i < d->value_count; i++) {
		if (is_below(d, &d->values[i], id) && d->values[i].field.depth == d->around.depth + 1) {
			return &d->values[i];
		}
	}
	return NULL;
}

static void enter(Draft *d, FieldId id)
{
	assert(d->around.depth < HEADING_DEPTH);
	d->around.path[d->around.depth++] = id;
}

static void leave(Draft *d)
{
	d->around.depth--;
}

static void put_blanks(Buf *out, size_t n)
{
	while (n--) {
		buf_byte(out, ' ');
	}
}

static void put_quoted(Buf *out, const char *text)
{
	buf_byte(out, '"');
	buf_str(out, text);
	buf_byte(out, '"');
}

/* --- values --- */

static void put_date(Buf *out, Date day)
{
	char iso[11];
	date_iso(iso, day);
	buf_str(out, iso);
}

static void put_int(Buf *out, const Draft *d, const FieldInfo *f)
{
	int year, month, day;
	int64_t low = schema_range_low(f);
	date_split(d->today, &year, &month, &day);
	buf_uint(out, (uint64_t)(low == OLDEST_YEAR ? year : low));
}

/* The record of the same id, else the first of that kind. */
static void put_reference(Buf *out, Draft *d, const FieldInfo *f)
{
	Kind kind = f->type == TYPE_TWIN ? O_document : (Kind)f->of;
	const Corpus *c = d->corpus;
	bool same = c && corpus_find(c, kind, d->id);
	if (!same && c && c->counts[kind]) {
		buf_add(out, c->records[kind][0]->id);
		return;
	}
	if (!same && !d->commented) {
		DIAG(d->diags, D_MAKE_FIRST, loc_at(d->path, 1, 1), f->name, schema_kind(kind)->name, d->id);
	}
	buf_add(out, scalar_id_valid(d->id) ? d->id : SL("obrazec"));
}

/* The first word of the policy. */
static void put_vocab(Buf *out, const Draft *d, const FieldInfo *f)
{
	const Record *policy = d->corpus ? d->corpus->policy_record : NULL;
	size_t n = 0;
	const Val *words =
	        policy ? rec_list(&policy->rec, f->of == VOCAB_forms ? F_policy_forms : F_policy_kinds, &n) : NULL;
	buf_add(out, n ? rec_text(words[0].as.map, F_word_id) : SL("obrazec"));
}

/* What stands for a value of a type when nothing better is known. */
static const char *const samples[] = {
        [TYPE_BOOL] = "true",
        [TYPE_MEDIA] = "media/fajl.pdf",
        [TYPE_IMAGE] = "media/foto.jpg",
        [TYPE_URL] = "https://school.example/",
        [TYPE_BASE_URL] = "https://school.example/nastavnichestvo/",
        [TYPE_PATH] = "staryj-adres/",
        [TYPE_ZONE] = "Europe/Moscow",
        [TYPE_SLUG] = "obrazec",
        [TYPE_FREE] = "{accent: \"#1f5f8b\"}",
};

static void put_scalar(Buf *out, Draft *d, FieldId id)
{
	const FieldInfo *f = schema_field(id);
	size_t n;
	switch (f->type) {
	case TYPE_INT:
		put_int(out, d, f);
		break;
	case TYPE_DATE:
		put_date(out, id == F_programme_end ? date_add_months(d->today, PROGRAMME_MONTHS) : d->today);
		break;
	case TYPE_MOMENT:
		put_date(out, d->today);
		buf_str(out, "T15:00");
		break;
	case TYPE_ENUM:
		buf_add(out, schema_enum_word(schema_enum((EnumId)f->of, &n))->id);
		break;
	case TYPE_REF:
	case TYPE_TWIN:
		put_reference(out, d, f);
		break;
	case TYPE_VOCAB:
		put_vocab(out, d, f);
		break;
	case TYPE_NUMBER:
		buf_add(out, d->id);
		break;
	case TYPE_STRING:
	case TYPE_ALT:
	case TYPE_TEXT:
		put_quoted(out, f->title[LANG_RU]);
		break;
	default:
		buf_str(out, samples[f->type]);
	}
}

/* --- lines --- */

/* The dash goes before the item's first line that is no comment. */
static void put_dash(Buf *item, size_t column)
{
	size_t line = 0;
	while (item->p[line + column + STEP] == '#') {
		line = slice_find_byte(buf_slice(item), '\n', line) + 1;
	}
	item->p[line + column] = '-';
}

static void put_item(Buf *out, Draft *d, FieldId id, size_t indent)
{
	const FieldInfo *f = schema_field(id);
	if (f->type == TYPE_MAP) {
		Buf item = BUF_INIT;
		enter(d, id);
		put_item_map(&item, d, (Owner)f->of, indent + STEP);
		leave(d);
		put_dash(&item, indent);
		buf_add(out, buf_slice(&item));
		buf_release(&item);
		return;
	}
	put_blanks(out, indent);
	buf_str(out, "- ");
	put_scalar(out, d, id);
	buf_byte(out, '\n');
}

static void put_given_items(Buf *out, Slice items, size_t indent)
{
	Slice item;
	while (slice_split(&items, '\n', &item)) {
		put_blanks(out, indent);
		buf_str(out, "- ");
		yaml_put(out, item);
		buf_byte(out, '\n');
	}
}

static void put_lines(Buf *out, Draft *d, FieldId id, size_t indent)
{
	const FieldInfo *f = schema_field(id);
	const DraftValue *given = value_of(d, id);
	put_blanks(out, indent);
	buf_add(out, f->name);
	buf_byte(out, ':');
	if (given && f->list) {
		buf_byte(out, '\n');
		put_given_items(out, given->text, indent + STEP);
	} else if (f->list) {
		buf_byte(out, '\n');
		put_item(out, d, id, indent + STEP);
	} else if (f->type == TYPE_MAP) {
		buf_byte(out, '\n');
		enter(d, id);
		put_map(out, d, (Owner)f->of, indent + STEP);
		leave(d);
	} else {
		buf_byte(out, ' ');
		if (given) {
			yaml_put(out, given->text);
		} else {
			put_scalar(out, d, id);
		}
		buf_byte(out, '\n');
	}
}

/* The lines, each after a '#' at the column `indent`. */
static void put_commented(Buf *out, Draft *d, FieldId id, size_t indent)
{
	Buf lines = BUF_INIT;
	Slice line;
	d->commented++;
	put_lines(&lines, d, id, indent);
	d->commented--;
	Slice rest = slice_sub(buf_slice(&lines), 0, lines.n - 1);
	while (slice_split(&rest, '\n', &line)) {
		put_blanks(out, indent);
		buf_str(out, "# ");
		buf_add(out, slice_sub(line, indent, line.n));
		buf_byte(out, '\n');
	}
	buf_release(&lines);
}

/* Comment lines of at most WIDTH characters. */
static void put_comment(Buf *out, Slice text, size_t indent)
{
	Slice word;
	size_t at = 0;
	while (slice_split(&text, ' ', &word)) {
		size_t n = utf8_length(word);
		if (at && at + 1 + n > WIDTH) {
			buf_byte(out, '\n');
		}
		if (!at || at + 1 + n > WIDTH) {
			put_blanks(out, indent);
			buf_byte(out, '#');
			at = indent + 1;
		}
		buf_byte(out, ' ');
		buf_add(out, word);
		at += 1 + n;
	}
	buf_byte(out, '\n');
}

/* "# Приказ · обязательно · по согласию: … · о назначении" */
static void put_told(Buf *out, FieldId id, size_t indent)
{
	const FieldInfo *f = schema_field(id);
	Buf seen = BUF_INIT;
	Buf text = BUF_INIT;
	publicity_put(&seen, id, LANG_RU);
	buf_str(&text, f->title[LANG_RU]);
	buf_str(&text, f->needed ? " · обязательно" : "");
	/* The help of a closed field says that itself, and that of some others does. */
	bool said = f->class == CLASS_CLOSED ||
	            slice_find(slice_of(f->help[LANG_RU]), buf_slice(&seen), 0) < strlen(f->help[LANG_RU]);
	if (seen.n && !said) {
		buf_str(&text, " · ");
		buf_add(&text, buf_slice(&seen));
	}
	buf_str(&text, " · ");
	publicity_help(&text, id, LANG_RU);
	put_comment(out, buf_slice(&text), indent);
	buf_release(&seen);
	buf_release(&text);
}

static void put_field(Buf *out, Draft *d, FieldId id, size_t indent, bool on)
{
	put_told(out, id, indent);
	if (on) {
		put_lines(out, d, id, indent);
	} else {
		put_commented(out, d, id, indent);
	}
}

/* The fields of a map that are switched on, or those that are not. */
static void put_some(Buf *out, Draft *d, Owner owner, size_t indent, bool on, FieldId always)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	for (size_t i = 0; i < n; i++) {
		bool wanted = schema_field(ids[i])->needed || ids[i] == always || is_given(d, ids[i]);
		if (wanted == on) {
			put_field(out, d, ids[i], indent, on);
		}
	}
}

/* An item of a list must hold something: where nothing is required, its first
 * field. What is switched on goes before the rest, for the dash is there. */
static void put_item_map(Buf *out, Draft *d, Owner owner, size_t indent)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	FieldId always = ids[0];
	for (size_t i = 0; i < n; i++) {
		always = schema_field(ids[i])->needed || is_given(d, ids[i]) ? FIELD_COUNT : always;
	}
	put_some(out, d, owner, indent, true, always);
	put_some(out, d, owner, indent, false, always);
}

/* Not required, but `check` asks for them (record/advice.h). */
static bool is_advised(FieldId id)
{
	return id == F_programme_order || id == F_event_end;
}

static void put_map(Buf *out, Draft *d, Owner owner, size_t indent)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	for (size_t i = 0; i < n; i++) {
		if (schema_field(ids[i])->type != TYPE_BODYTEXT) {
			bool on = schema_field(ids[i])->needed || is_advised(ids[i]) || is_given(d, ids[i]);
			put_field(out, d, ids[i], indent, on);
		}
	}
}

static void put_body(Buf *out, const Draft *d)
{
	size_t n;
	const FieldId *ids = schema_fields(d->kind, &n);
	const DraftValue *given = NULL;
	for (size_t i = 0; i < n; i++) {
		if (schema_field(ids[i])->type == TYPE_BODYTEXT) {
			buf_str(out, "# Ниже черты, разметкой Markdown:\n");
			put_told(out, ids[i], 0);
			given = value_of(d, ids[i]);
		}
	}
	buf_str(out, "---\n");
	if (given) {
		buf_add(out, given->text);
		buf_byte(out, '\n');
	}
}

void draft_write(Buf *out, Draft *d)
{
	const KindInfo *kind = schema_kind(d->kind);
	buf_str(out, kind->body ? "---\n" : "");
	buf_add(out, d->modeline);
	buf_printf(out, "# Запись: %s. Поле со знаком # впереди не действует: уберите знак и впишите своё.\n",
	           kind->title[LANG_RU]);
	put_map(out, d, d->kind, 0);
	if (kind->body) {
		put_body(out, d);
	}
}
