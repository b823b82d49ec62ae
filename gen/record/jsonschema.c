#include "record/jsonschema.h"

#include "record/looks.h"
#include "record/publicity.h"

/* What stands for a field that is not given; what the program takes then is told by the field's help. */
static const struct {
	FieldId field;
	const char *value;
} defaults[] = {
        {F_site_language, "ru"},
        {F_site_timezone, "Europe/Moscow"},
        {F_site_theme, "school"},
        {F_site_title, "Наставничество"},
        {F_policy_minors, "count"},
        {F_anonymous_mentor, "Наставник"},
        {F_anonymous_mentee, "Наставляемый"},
        {F_anonymous_person, "Участник"},
};

/* What besides a text a reader of YAML may take a value for that is one to the
 * decoder: any number, or a whole one, such as an id may look like. */
static const char *number_like(FieldType type)
{
	switch (type) {
	case TYPE_STRING:
	case TYPE_ALT:
	case TYPE_TEXT:
		return "number";
	case TYPE_REF:
	case TYPE_TWIN:
	case TYPE_NUMBER:
	case TYPE_SLUG:
	case TYPE_VOCAB:
		return "integer";
	default:
		return NULL;
	}
}

static void put_text(Json *j, const char *key, Buf *text)
{
	json_pair(j, key, buf_slice(text));
	buf_release(text);
}

/* A type; or with what a text may look like, and with nothing at all. */
static void put_types(Json *j, const char *type, const char *number, bool blank)
{
	json_key(j, SL("type"));
	if (!number && !blank) {
		json_text(j, slice_of(type));
		return;
	}
	json_open(j, '[');
	json_text(j, slice_of(type));
	if (number) {
		json_text(j, slice_of(number));
		json_text(j, SL("boolean"));
	}
	if (blank) {
		json_text(j, SL("null"));
	}
	json_close(j, ']');
}

/* A text that may be left empty as well. */
static void put_pattern(Json *j, const char *pattern, bool blank)
{
	Buf text = BUF_INIT;
	buf_str(&text, blank ? "^\\s*$|" : "");
	buf_str(&text, pattern);
	put_text(j, "pattern", &text);
}

static void put_look(Json *j, FieldType type, bool blank)
{
	put_types(j, "string", number_like(type), blank);
	if (looks_pattern(type)) {
		put_pattern(j, looks_pattern(type), blank && type != TYPE_ALT);
	}
	if (type == TYPE_DATE && !blank) {
		json_pair(j, "format", SL("date"));
	}
	if (looks_example(type)) {
		json_key(j, SL("examples"));
		json_open(j, '[');
		json_text(j, slice_of(looks_example(type)));
		json_close(j, ']');
	}
}

static void put_enum(Json *j, EnumId id, Lang lang, bool blank)
{
	size_t n;
	EnumRow first = schema_enum(id, &n);
	json_key(j, SL("enum"));
	json_open(j, '[');
	for (size_t i = 0; i < n; i++) {
		json_text(j, schema_enum_word((EnumRow)(first + i))->id);
	}
	if (blank) {
		json_none(j);
	}
	json_close(j, ']');
	json_key(j, SL("enumDescriptions"));
	json_open(j, '[');
	for (size_t i = 0; i < n; i++) {
		json_text(j, slice_of(schema_enum_word((EnumRow)(first + i))->title[lang]));
	}
	json_close(j, ']');
}

static void put_range(Json *j, const FieldInfo *f, bool blank)
{
	put_types(j, "integer", NULL, blank);
	json_key(j, SL("minimum"));
	json_int(j, schema_range_low(f));
	json_key(j, SL("maximum"));
	json_int(j, schema_range_high(f));
}

static void put_reference(Json *j, Owner map)
{
	Buf path = BUF_INIT;
	buf_str(&path, "#/$defs/");
	buf_add(&path, schema_owner_name(map));
	put_text(j, "$ref", &path);
}

static void put_free(Json *j, bool blank)
{
	put_types(j, "object", NULL, blank);
	json_key(j, SL("additionalProperties"));
	json_open(j, '{');
	put_types(j, "string", "number", true);
	json_close(j, '}');
}

/* Keywords of one value: the field's, which when it may be blank may have
 * nothing after its key, or of an item of its list. */
static void put_value(Json *j, const FieldInfo *f, Lang lang, bool blank)
{
	switch (f->type) {
	case TYPE_BOOL:
		put_types(j, "boolean", NULL, blank);
		break;
	case TYPE_INT:
		put_range(j, f, blank);
		break;
	case TYPE_ENUM:
		put_enum(j, (EnumId)f->of, lang, blank);
		break;
	case TYPE_MAP:
		put_reference(j, (Owner)f->of);
		break;
	case TYPE_FREE:
		put_free(j, blank);
		break;
	default:
		put_look(j, f->type, blank);
	}
}

/* Lists whose items must differ (record/decode.c). */
static bool is_set(FieldType type)
{
	return type == TYPE_REF || type == TYPE_VOCAB || type == TYPE_ENUM || type == TYPE_PATH;
}

static void put_list(Json *j, const FieldInfo *f, Lang lang)
{
	put_types(j, "array", NULL, !f->needed);
	json_key(j, SL("items"));
	json_open(j, '{');
	put_value(j, f, lang, false);
	json_close(j, '}');
	if (is_set(f->type)) {
		json_key(j, SL("uniqueItems"));
		json_bool(j, true);
	}
}

static void put_default(Json *j, FieldId id)
{
	for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++) {
		if (defaults[i].field == id) {
			json_pair(j, "default", slice_of(defaults[i].value));
		}
	}
}

static void put_field(Json *j, FieldId id, Lang lang)
{
	const FieldInfo *f = schema_field(id);
	Buf help = BUF_INIT;
	json_key(j, f->name);
	json_open(j, '{');
	json_pair(j, "title", slice_of(f->title[lang]));
	publicity_help(&help, id, lang);
	publicity_add(&help, id, lang);
	put_text(j, "description", &help);
	put_default(j, id);
	if (f->list) {
		put_list(j, f, lang);
	} else {
		put_value(j, f, lang, !f->needed);
	}
	json_close(j, '}');
}

static void put_needed(Json *j, const FieldId *ids, size_t n)
{
	json_key(j, SL("required"));
	json_open(j, '[');
	for (size_t i = 0; i < n; i++) {
		if (schema_field(ids[i])->needed) {
			json_text(j, schema_field(ids[i])->name);
		}
	}
	json_close(j, ']');
}

/* Keywords of a map. The body is no key. A map inside a field may be left empty where the field may. */
static void put_map(Json *j, Owner owner, Lang lang)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	put_types(j, "object", NULL, owner >= OWNER_KINDS);
	json_key(j, SL("properties"));
	json_open(j, '{');
	for (size_t i = 0; i < n; i++) {
		if (schema_field(ids[i])->type != TYPE_BODYTEXT) {
			put_field(j, ids[i], lang);
		}
	}
	json_close(j, '}');
	put_needed(j, ids, n);
	json_key(j, SL("additionalProperties"));
	json_bool(j, false);
}

/* Maps that stand in an owner's fields, and in theirs. */
static void mark_maps(bool used[OWNER_COUNT], Owner owner)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	for (size_t i = 0; i < n; i++) {
		const FieldInfo *f = schema_field(ids[i]);
		if (f->type == TYPE_MAP && !used[f->of]) {
			used[f->of] = true;
			mark_maps(used, (Owner)f->of);
		}
	}
}

static void put_maps(Json *j, Kind kind, Lang lang)
{
	bool used[OWNER_COUNT] = {false};
	mark_maps(used, kind);
	json_key(j, SL("$defs"));
	json_open(j, '{');
	for (int owner = OWNER_KINDS; owner < OWNER_COUNT; owner++) {
		if (used[owner]) {
			json_key(j, schema_owner_name((Owner)owner));
			json_open(j, '{');
			put_map(j, (Owner)owner, lang);
			json_close(j, '}');
		}
	}
	json_close(j, '}');
}

void jsonschema_kind(Json *j, Kind kind, Lang lang)
{
	Buf id = BUF_INIT;
	buf_str(&id, "urn:rubrika:");
	buf_add(&id, schema_kind(kind)->name);
	json_open(j, '{');
	json_pair(j, "$schema", SL("https://json-schema.org/draft/2020-12/schema"));
	put_text(j, "$id", &id);
	json_pair(j, "title", slice_of(schema_kind(kind)->title[lang]));
	put_map(j, kind, lang);
	put_maps(j, kind, lang);
	json_close(j, '}');
}
