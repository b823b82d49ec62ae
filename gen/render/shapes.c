#include "render/shapes.h"

#include <pthread.h>

#include "base/mem.h"

/* Owners of variables: all pages, each page, each shared map. */
typedef enum VarOwner {
	OWN_every,
#define PAGE(page, template, ru, en) OWN_##page,
#include "render/vars.def"
#define SHAPE(shape) OWN_SHAPE_##shape,
#include "render/vars.def"
	OWN_COUNT
} VarOwner;

/* A VAR names its owner alone; shared maps are found by the same name under a prefix. */
typedef struct VarRow {
	const char *owner;
	const char *name;
	PubType type;
	bool list;
	int of;
	const char *ru, *en;
} VarRow;

/* What the `of` column speaks of: a shared map, a kind of record, or a map made elsewhere. */
enum { OF_NOTHING = -1, OF_KIND = 1000, OF_SITE = 2000, OF_POLICY, OF_ROADMAP, OF_STRINGS, OF_ASSETS };
#define NOTHING OF_NOTHING
#define SHAPE_OF(shape) OWN_SHAPE_##shape
#define KIND_OF(kind) (OF_KIND + (kind))
#define SITE OF_SITE
#define POLICY OF_POLICY
#define ROADMAP OF_ROADMAP
#define STRINGS OF_STRINGS
#define ASSETS OF_ASSETS
#define ONE false
#define LIST true

static const VarRow rows[] = {
#define VAR(owner, name, type, card, of, ru, en) {#owner, #name, PUB_##type, card, of, ru, en},
#include "render/vars.def"
};
enum { ROWS = sizeof rows / sizeof *rows };

static const char *const owner_names[OWN_COUNT] = {
        "every",
#define PAGE(page, template, ru, en) #page,
#include "render/vars.def"
#define SHAPE(shape) #shape,
#include "render/vars.def"
};

static const struct {
	const char *template, *title[2];
} pages[PAGE_TYPES] = {
#define PAGE(page, template, ru, en) {template, {ru, en}},
#include "render/vars.def"
};

static const struct {
	const char *name, *about[2];
} strings[STRING_COUNT] = {
#define STRING(name, ru, en) {#name, {ru, en}},
#define PLURAL(name, ru, en) {#name, {ru, en}},
#include "render/strings.def"
};

static struct {
	pthread_once_t once;
	PubShape of[OWN_COUNT];
	PubShape words; /* strings and assets: any name; their own check is by theme */
} shapes = {.once = PTHREAD_ONCE_INIT};

static const PubShape *shape_of(int of)
{
	if (of >= 0 && of < OWN_COUNT) {
		return &shapes.of[of];
	}
	if (of >= OF_KIND && of < OF_KIND + PUB_KINDS) {
		return pub_shape_kind((PubKind)(of - OF_KIND));
	}
	switch (of) {
	case OF_SITE:
		return pub_shape_site();
	case OF_POLICY:
		return pub_shape_policy();
	case OF_ROADMAP:
		return pub_shape_roadmap();
	case OF_STRINGS:
	case OF_ASSETS:
		return &shapes.words;
	default:
		return NULL;
	}
}

static PubField field_of(const VarRow *row)
{
	return (PubField){slice_of(row->name), row->type,         row->list,
	                  shape_of(row->of),   slice_of(row->ru), slice_of(row->en)};
}

static bool is_of(int owner, const VarRow *row)
{
	/* Pages and shared maps have different names: see vars.def. */
	return strcmp(owner_names[owner], row->owner) == 0;
}

static void build(void)
{
	shapes.words = (PubShape){.name = SL("words"), .open = true};
	for (int owner = 0; owner < OWN_COUNT; owner++) {
		PubField *fields = mem_array(ROWS, sizeof *fields);
		PubShape *shape = &shapes.of[owner];
		*shape = (PubShape){.name = slice_of(owner_names[owner]), .fields = fields};
		for (int i = 0; i < ROWS; i++) {
			if (is_of(owner, &rows[i])) {
				fields[shape->n++] = field_of(&rows[i]);
			}
		}
	}
}

const PubShape *page_shape_own(PageType type)
{
	pthread_once(&shapes.once, build);
	return &shapes.of[OWN_every + 1 + (int)type];
}

const PubShape *page_shape_every(void)
{
	pthread_once(&shapes.once, build);
	return &shapes.of[OWN_every];
}

const char *page_template(PageType type)
{
	return pages[type].template;
}

const char *page_title(PageType type, bool english)
{
	return pages[type].title[english];
}

const char *string_name(StringId id)
{
	return strings[id].name;
}

const char *string_about(StringId id, bool english)
{
	return strings[id].about[english];
}

/* The keys of a map that is already made, as a shape. */
static const PubShape *shape_of_keys(Arena *a, const Pub *map, PubType type)
{
	PubShape *shape = ARENA_NEW(a, PubShape);
	PubField *fields = arena_array(a, map->as.map.n, sizeof *fields);
	for (size_t i = 0; i < map->as.map.n; i++) {
		fields[i] = (PubField){.name = map->as.map.entries[i].key, .type = type};
	}
	*shape = (PubShape){.name = SL("words"), .fields = fields, .n = map->as.map.n};
	return shape;
}

const PubShape *theme_page_shape(const Theme *t, PageType type)
{
	Arena *a = (Arena *)&t->arena;
	const PubShape *own = page_shape_own(type);
	const PubShape *every = page_shape_every();
	PubField *fields = arena_array(a, own->n + every->n, sizeof *fields);
	PubShape *shape = ARENA_NEW(a, PubShape);
	*shape = (PubShape){.name = own->name, .fields = fields};
	for (size_t i = 0; i < every->n; i++) {
		fields[shape->n] = every->fields[i];
		if (slice_is(fields[shape->n].name, "s")) {
			fields[shape->n].shape = shape_of_keys(a, t->strings, PUB_TEXT);
		} else if (slice_is(fields[shape->n].name, "assets")) {
			fields[shape->n].shape = shape_of_keys(a, t->asset_map, PUB_URL);
		}
		shape->n++;
	}
	for (size_t i = 0; i < own->n; i++) {
		fields[shape->n++] = own->fields[i];
	}
	return shape;
}
