/* data/rubric.schema.json: the shapes of public.h in the words of JSON Schema. */
#include "base/json.h"
#include "render/export.h"
#include "render/uri.h"

typedef struct Writer {
	Json json;
	bool english;
} Writer;

static void put_shape(Writer *w, const PubShape *shape);

static void open_key(Json *j, const char *key, char bracket)
{
	json_key(j, slice_of(key));
	json_open(j, bracket);
}

static void put_ref(Json *j, const char *name)
{
	Arena scratch = ARENA_INIT;
	json_pair(j, "$ref", arena_printf(&scratch, "#/$defs/%s", name));
	arena_release(&scratch);
}

static void put_string(Json *j, const char *keyword, const char *value)
{
	json_pair(j, "type", SL("string"));
	if (keyword) {
		json_pair(j, keyword, slice_of(value));
	}
}

/* The keywords of one value, inside an open object. */
static void put_type(Writer *w, const PubField *f)
{
	Json *j = &w->json;
	switch (f->type) {
	case PUB_BOOL:
		json_pair(j, "type", SL("boolean"));
		break;
	case PUB_INT:
		json_pair(j, "type", SL("integer"));
		break;
	case PUB_HTML:
		put_string(j, "contentMediaType", "text/html");
		break;
	case PUB_URL:
		put_string(j, "format", "uri");
		break;
	case PUB_DATE:
		put_string(j, "format", "date");
		break;
	case PUB_MOMENT:
		put_string(j, "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$");
		break;
	case PUB_MAP:
		put_shape(w, f->shape);
		break;
	case PUB_RECORD:
		put_ref(j, "reference");
		break;
	case PUB_MEDIA:
		put_ref(j, "media");
		break;
	default:
		put_string(j, NULL, NULL);
		break;
	}
}

static void put_field(Writer *w, const PubField *f)
{
	Json *j = &w->json;
	json_key(j, f->name);
	json_open(j, '{');
	json_pair(j, "title", w->english ? f->en : f->ru);
	if (f->list) {
		json_pair(j, "type", SL("array"));
		open_key(j, "items", '{');
	}
	put_type(w, f);
	if (f->list) {
		json_close(j, '}');
	}
	json_close(j, '}');
}

static void close_strict(Json *j)
{
	json_close(j, '}');
	json_key(j, SL("additionalProperties"));
	json_bool(j, false);
}

/* An object's keywords, inside an open object. */
static void put_shape(Writer *w, const PubShape *shape)
{
	Json *j = &w->json;
	json_pair(j, "type", SL("object"));
	if (shape->open) {
		open_key(j, "additionalProperties", '{');
		put_string(j, NULL, NULL);
		json_close(j, '}');
		return;
	}
	open_key(j, "properties", '{');
	for (size_t i = 0; i < shape->n; i++) {
		if (!slice_is(shape->fields[i].name, "toc")) {
			put_field(w, &shape->fields[i]);
		}
	}
	close_strict(j);
}

static void put_required(Json *j, const char *const *names, size_t n)
{
	open_key(j, "required", '[');
	for (size_t i = 0; i < n; i++) {
		json_text(j, slice_of(names[i]));
	}
	json_close(j, ']');
}

/* --- what several fields share --- */

typedef struct Property {
	const char *name, *type, *format; /* format: or NULL */
} Property;

static void put_object(Json *j, const Property *properties, size_t n)
{
	json_pair(j, "type", SL("object"));
	open_key(j, "properties", '{');
	for (size_t i = 0; i < n; i++) {
		open_key(j, properties[i].name, '{');
		json_pair(j, "type", slice_of(properties[i].type));
		if (properties[i].format) {
			json_pair(j, "format", slice_of(properties[i].format));
		}
		json_close(j, '}');
	}
	close_strict(j);
}

static void put_reference(Json *j)
{
	static const Property properties[] = {
	        {"id", "string", NULL},   {"number", "string", NULL}, {"url", "string", "uri"},
	        {"name", "string", NULL}, {"title", "string", NULL},
	};
	open_key(j, "reference", '{');
	put_object(j, properties, sizeof properties / sizeof *properties);
	json_close(j, '}');
}

/* Every property of a medium is always there. */
static void put_medium(Json *j, const Property *properties, size_t n)
{
	const char *names[8];
	for (size_t i = 0; i < n; i++) {
		names[i] = properties[i].name;
	}
	json_open(j, '{');
	put_object(j, properties, n);
	put_required(j, names, n);
	json_close(j, '}');
}

static void put_media(Json *j)
{
	static const Property picture[] = {
	        {"url", "string", "uri"},   {"type", "string", NULL},    {"alt", "string", NULL},
	        {"width", "integer", NULL}, {"height", "integer", NULL},
	};
	static const Property file[] = {{"url", "string", "uri"},
	                                {"title", "string", NULL},
	                                {"format", "string", NULL},
	                                {"bytes", "integer", NULL}};
	open_key(j, "media", '{');
	open_key(j, "anyOf", '[');
	put_medium(j, picture, sizeof picture / sizeof *picture);
	put_medium(j, file, sizeof file / sizeof *file);
	json_close(j, ']');
	json_close(j, '}');
}

static void put_defs(Json *j)
{
	open_key(j, "$defs", '{');
	put_reference(j);
	put_media(j);
	json_close(j, '}');
}

/* --- the file's own form --- */

static bool has_own_page(PubKind kind)
{
	return kind != PUB_MENTEES && kind != PUB_AWARDS && kind != PUB_SURVEYS;
}

static void put_kind(Writer *w, PubKind kind)
{
	Json *j = &w->json;
	const char *const required[] = {"url", kind == PUB_PROGRAMMES ? "number" : "id"};
	open_key(j, pub_kind_name(kind), '{');
	json_pair(j, "type", SL("array"));
	open_key(j, "items", '{');
	put_shape(w, pub_shape_kind(kind));
	put_required(j, required, has_own_page(kind) ? 2 : 1);
	json_close(j, '}');
	json_close(j, '}');
}

static void put_named_shape(Writer *w, const char *name, const PubShape *shape)
{
	open_key(&w->json, name, '{');
	put_shape(w, shape);
	json_close(&w->json, '}');
}

static void put_totals(Json *j)
{
	static const Property properties[] = {
	        {"mentors", "integer", NULL},
	        {"mentees", "integer", NULL},
	        {"programmes", "integer", NULL},
	        {"partners", "integer", NULL},
	};
	open_key(j, "totals", '{');
	put_object(j, properties, sizeof properties / sizeof *properties);
	json_close(j, '}');
}

static void put_cells(Json *j)
{
	static const Property cell[] = {{"title", "string", NULL}, {"count", "integer", NULL}};
	static const char *const required[] = {"title", "count"};
	open_key(j, "cells", '{');
	json_pair(j, "type", SL("array"));
	open_key(j, "items", '{');
	put_object(j, cell, 2);
	put_required(j, required, 2);
	json_close(j, '}');
	json_close(j, '}');
}

static void put_breakdown(Json *j)
{
	static const char *const required[] = {"id", "cells", "merged"};
	json_pair(j, "type", SL("object"));
	open_key(j, "properties", '{');
	open_key(j, "id", '{');
	put_string(j, NULL, NULL);
	json_close(j, '}');
	put_cells(j);
	open_key(j, "merged", '{');
	json_pair(j, "type", SL("boolean"));
	json_close(j, '}');
	close_strict(j);
	put_required(j, required, 3);
}

static void put_breakdowns(Json *j)
{
	open_key(j, "breakdowns", '{');
	json_pair(j, "type", SL("array"));
	open_key(j, "items", '{');
	put_breakdown(j);
	json_close(j, '}');
	json_close(j, '}');
}

static void put_properties(Writer *w)
{
	Json *j = &w->json;
	open_key(j, "properties", '{');
	open_key(j, "version", '{');
	json_pair(j, "const", SL("1"));
	json_close(j, '}');
	put_named_shape(w, "site", pub_shape_site());
	put_named_shape(w, "policy", pub_shape_policy());
	for (int kind = 0; kind < PUB_KINDS; kind++) {
		put_kind(w, (PubKind)kind);
	}
	put_named_shape(w, "roadmap", pub_shape_roadmap());
	put_totals(j);
	put_breakdowns(j);
	close_strict(j);
}

/* All but `roadmap`: a site without one has none. */
static void put_required_parts(Json *j)
{
	const char *names[PUB_KINDS + 5] = {"version", "site", "policy"};
	size_t n = 3;
	for (int kind = 0; kind < PUB_KINDS; kind++) {
		names[n++] = pub_kind_name((PubKind)kind);
	}
	names[n++] = "totals";
	names[n++] = "breakdowns";
	put_required(j, names, n);
}

void export_schema(Buf *out, const PubSite *site)
{
	Writer w = {.english = slice_is(site->language, "en")};
	Buf id = BUF_INIT;
	uri_page(&id, site, SL("data/rubric.schema.json"));
	json_init(&w.json, out, true);
	json_open(&w.json, '{');
	json_pair(&w.json, "$schema", SL("https://json-schema.org/draft/2020-12/schema"));
	json_pair(&w.json, "$id", buf_slice(&id));
	json_pair(&w.json, "type", SL("object"));
	put_properties(&w);
	put_required_parts(&w.json);
	put_defs(&w.json);
	json_close(&w.json, '}');
	buf_byte(out, '\n');
	buf_release(&id);
}
