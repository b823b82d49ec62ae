#include "record/jsonschema.h"

#include "record/publicity.h"

#define ID_PATTERN "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$"

/* What a scalar of a type may look like in JSON. */
typedef struct Look {
	bool number, flag; /* besides a string */
	const char *pattern;
} Look;

static const Look looks[] = {
        [TYPE_STRING] = {true, true, "\\S"},
        [TYPE_ALT] = {true, true, NULL},
        [TYPE_TEXT] = {true, true, NULL},
        [TYPE_DATE] = {false, false, "^\\d{4}-\\d{2}-\\d{2}$"},
        [TYPE_MOMENT] = {false, false, "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$"},
        [TYPE_REF] = {true, true, ID_PATTERN},
        [TYPE_TWIN] = {true, true, ID_PATTERN},
        [TYPE_MEDIA] = {false, false, "^media/."},
        [TYPE_IMAGE] = {false, false, "^media/.+\\.(jpe?g|png|webp)$"},
        [TYPE_URL] = {false, false, "^(https?://[^\\s/]\\S*|mailto:\\S+|tel:\\S+|(?!//|[A-Za-z0-9+.-]+:)\\S+)$"},
        [TYPE_BASE_URL] = {false, false, "^https?://[^\\s/?#][^\\s?#]*/$"},
        [TYPE_PATH] = {false, false, "^[^\\s?#]*$"},
        [TYPE_ZONE] = {false, false, "^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$"},
        [TYPE_NUMBER] = {true, true, "^[0-9A-Za-z][0-9A-Za-z-]{0,63}$"},
        [TYPE_SLUG] = {true, true, ID_PATTERN},
        [TYPE_VOCAB] = {true, true, ID_PATTERN},
};

static void put_text(Json *j, const char *key, Buf *text)
{
	json_pair(j, key, buf_slice(text));
	buf_release(text);
}

static void put_look(Json *j, const Look *look)
{
	json_key(j, SL("type"));
	if (look->number) {
		json_open(j, '[');
		json_text(j, SL("string"));
		json_text(j, SL("number"));
		json_text(j, SL("boolean"));
		json_close(j, ']');
	} else {
		json_text(j, SL("string"));
	}
	if (look->pattern) {
		json_pair(j, "pattern", slice_of(look->pattern));
	}
}

static void put_enum(Json *j, EnumId id)
{
	size_t n;
	EnumRow first = schema_enum(id, &n);
	json_key(j, SL("enum"));
	json_open(j, '[');
	for (size_t i = 0; i < n; i++) {
		json_text(j, schema_enum_word((EnumRow)(first + i))->id);
	}
	json_close(j, ']');
}

static void put_range(Json *j, const FieldInfo *f)
{
	json_pair(j, "type", SL("integer"));
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

static void put_free(Json *j)
{
	static const Look any = {true, true, NULL};
	json_pair(j, "type", SL("object"));
	json_key(j, SL("additionalProperties"));
	json_open(j, '{');
	put_look(j, &any);
	json_close(j, '}');
}

/* Keywords of one value: the field's, or of an item of its list. */
static void put_value(Json *j, const FieldInfo *f)
{
	switch (f->type) {
	case TYPE_BOOL:
		json_pair(j, "type", SL("boolean"));
		break;
	case TYPE_INT:
		put_range(j, f);
		break;
	case TYPE_ENUM:
		put_enum(j, (EnumId)f->of);
		break;
	case TYPE_MAP:
		put_reference(j, (Owner)f->of);
		break;
	case TYPE_FREE:
		put_free(j);
		break;
	default:
		put_look(j, &looks[f->type]);
	}
}

/* Lists whose items must differ (record/decode.c). */
static bool is_set(FieldType type)
{
	return type == TYPE_REF || type == TYPE_VOCAB || type == TYPE_ENUM || type == TYPE_PATH;
}

static void put_list(Json *j, const FieldInfo *f)
{
	json_pair(j, "type", SL("array"));
	json_key(j, SL("items"));
	json_open(j, '{');
	put_value(j, f);
	json_close(j, '}');
	if (is_set(f->type)) {
		json_key(j, SL("uniqueItems"));
		json_bool(j, true);
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
	put_text(j, "description", &help);
	if (f->list) {
		put_list(j, f);
	} else {
		put_value(j, f);
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

/* Keywords of a map. The body is no key. */
static void put_map(Json *j, Owner owner, Lang lang)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	json_pair(j, "type", SL("object"));
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
