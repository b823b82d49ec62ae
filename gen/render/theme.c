#include "render/theme.h"

#include "base/hash.h"
#include "base/mem.h"
#include "render/css.h"
#include "render/shapes.h"

static const char *const string_names[STRING_COUNT] = {
#define STRING(name, ru, en) #name,
#define PLURAL(name, ru, en) #name,
#include "render/strings.def"
};

static const bool is_plural[STRING_COUNT] = {
#define STRING(name, ru, en) false,
#define PLURAL(name, ru, en) true,
#include "render/strings.def"
};

static const char *const page_templates[PAGE_TYPES] = {
#define PAGE(page, template, ru, en) template,
#include "render/vars.def"
};

static const char *const plural_forms[4] = {"one", "few", "many", "other"};

/* --- strings --- */

static void take_string(Theme *t, Map *all, const ThemeString *s)
{
	Slice key = arena_dup(&t->arena, s->key);
	Slice text = arena_dup(&t->arena, s->text);
	Slice *kept = ARENA_NEW(&t->arena, Slice);
	*kept = text;
	map_put(all, key, kept);
	if (slice_find_byte(key, '.', 0) == key.n) {
		pub_set(&t->arena, (Pub *)t->strings, key.p, pub_new_text(&t->arena, text));
	}
}

static void need_text(Theme *t, const Map *all, StringId id, const ThemeParts *parts, Diags *diags)
{
	Slice name = slice_of(string_names[id]);
	const Slice *text = map_get(all, name);
	if (text) {
		t->texts[id] = *text;
	} else {
		DIAG(diags, D_MISSING_STRING, loc_at(parts->strings_path, 1, 1), name);
	}
}

/* `other` is what every language has; the rest default to it (CLDR). */
static void need_plural(Theme *t, const Map *all, StringId id, const ThemeParts *parts, Diags *diags)
{
	for (int form = 3; form >= 0; form--) {
		Slice key = arena_printf(&t->arena, "%s.%s", string_names[id], plural_forms[form]);
		const Slice *text = map_get(all, key);
		if (!text && form == 3) {
			DIAG(diags, D_MISSING_STRING, loc_at(parts->strings_path, 1, 1), key);
		}
		t->plurals[id][form] = text ? *text : t->plurals[id][3];
	}
}

static void take_strings(Theme *t, const ThemeParts *parts, Diags *diags)
{
	Map all = MAP_INIT;
	t->strings = pub_new_map(&t->arena);
	for (size_t i = 0; i < parts->string_count; i++) {
		take_string(t, &all, &parts->strings[i]);
	}
	for (int id = 0; id < STRING_COUNT; id++) {
		(is_plural[id] ? need_plural : need_text)(t, &all, (StringId)id, parts, diags);
	}
	map_release(&all);
}

/* --- assets --- */

/* "style.css" → "assets/style.1f3a9c0b55d2e871.css" */
static Slice fingerprinted(Arena *a, Slice name, Slice bytes)
{
	char hex[33];
	size_t dot = slice_find_byte(name, '.', 0);
	digest_hex(hex, digest_of(bytes));
	return arena_printf(a, "assets/%.*s.%.16s%.*s", SLICE_ARG(slice_sub(name, 0, dot)), hex,
	                    SLICE_ARG(slice_sub(name, dot, name.n)));
}

/* A template's name for an asset: "style.css" → "style_css". */
static char *asset_key(Arena *a, Slice name)
{
	char *key = arena_cstr(a, name);
	for (size_t i = 0; i < name.n; i++) {
		key[i] = key[i] == '.' || key[i] == '-' || key[i] == '/' ? '_' : key[i];
	}
	return key;
}

static Slice file_bytes(Theme *t, const ThemeFile *file, Slice more)
{
	if (!slice_ends(file->path, SL(".css"))) {
		return arena_dup(&t->arena, file->bytes);
	}
	Buf css = BUF_INIT;
	css_squeeze(&css, file->bytes);
	buf_add(&css, more);
	Slice kept = arena_dup(&t->arena, buf_slice(&css));
	buf_release(&css);
	return kept;
}

static void take_asset(Theme *t, const ThemeFile *file, Slice palette)
{
	ThemeAsset *asset = (ThemeAsset *)&t->assets[t->asset_count++];
	const char hole = PUB_HOLE_BASE;
	asset->name = arena_dup(&t->arena, slice_sub(file->path, 7, file->path.n));
	bool style = slice_is(asset->name, "style.css");
	asset->bytes = file_bytes(t, file, style ? palette : SL(""));
	asset->path = fingerprinted(&t->arena, asset->name, asset->bytes);
	Slice url = arena_join(&t->arena, (Slice){&hole, 1}, asset->path, SL(""));
	pub_set(&t->arena, (Pub *)t->asset_map, asset_key(&t->arena, asset->name), pub_new_url(&t->arena, url));
}

/* --- templates --- */

static void take_template(Theme *t, const ThemeFile *file, Diags *diags)
{
	Slice name = slice_sub(file->path, 10, file->path.n - 9);
	templates_add(t->set, name, file->bytes, file->shown, diags);
}

static void take_files(Theme *t, const ThemeParts *parts, Diags *diags)
{
	t->assets = arena_array(&t->arena, parts->file_count, sizeof *t->assets);
	t->asset_map = pub_new_map(&t->arena);
	for (size_t i = 0; i < parts->file_count; i++) {
		const ThemeFile *file = &parts->files[i];
		if (slice_starts(file->path, SL("templates/")) && slice_ends(file->path, SL(".mustache"))) {
			take_template(t, file, diags);
		} else if (slice_starts(file->path, SL("assets/"))) {
			take_asset(t, file, parts->palette);
		}
	}
}

static void find_pages(Theme *t, const ThemeParts *parts, Diags *diags)
{
	for (int type = 0; type < PAGE_TYPES; type++) {
		Slice name = slice_of(page_templates[type]);
		t->pages[type] = templates_find(t->set, name);
		if (!t->pages[type]) {
			Slice folder = arena_join(&t->arena, SL("themes/"), parts->name, SL("/theme.yaml"));
			DIAG(diags, D_UNKNOWN_PARTIAL, loc_at(folder, 1, 1), name);
		}
	}
}

Theme *theme_new(const ThemeParts *parts, Diags *diags)
{
	Theme *t = mem_alloc(sizeof *t);
	size_t before = diags->errors;
	t->accent = parts->accent;
	t->set = templates_new();
	take_strings(t, parts, diags);
	take_files(t, parts, diags);
	find_pages(t, parts, diags);
	if (diags->errors == before) {
		templates_link(t->set, true, diags);
	}
	for (int type = 0; diags->errors == before && type < PAGE_TYPES; type++) {
		template_check(t->pages[type], theme_page_shape(t, (PageType)type), diags);
	}
	if (diags->errors == before) {
		return t;
	}
	theme_free(t);
	return NULL;
}

void theme_free(Theme *t)
{
	if (t) {
		templates_free(t->set);
		arena_release(&t->arena);
		free(t);
	}
}

/* --- words --- */

static void fill(Buf *out, Slice text, const char *mark, Slice value)
{
	size_t from = 0;
	Slice what = slice_of(mark);
	for (size_t at = slice_find(text, what, 0); at < text.n; at = slice_find(text, what, from)) {
		buf_add(out, slice_sub(text, from, at));
		buf_add(out, value);
		from = at + what.n;
	}
	buf_add(out, slice_sub(text, from, text.n));
}

Slice theme_count(const Theme *t, Arena *a, const Locale *l, StringId id, int64_t n)
{
	const char *category = locale_plural(l, n);
	int form = 3;
	for (int i = 0; i < 4; i++) {
		form = strcmp(category, plural_forms[i]) == 0 ? i : form;
	}
	Buf number = BUF_INIT;
	Buf text = BUF_INIT;
	locale_number(l, &number, n);
	fill(&text, t->plurals[id][form], "{n}", buf_slice(&number));
	Slice kept = arena_dup(a, buf_slice(&text));
	buf_release(&number);
	buf_release(&text);
	return kept;
}

Slice theme_fill(const Theme *t, Arena *a, StringId id, const Slice *args, size_t n)
{
	static const char *const marks[] = {"{0}", "{1}", "{2}"};
	Slice text = t->texts[id];
	for (size_t i = 0; i < n && i < 3; i++) {
		Buf out = BUF_INIT;
		fill(&out, text, marks[i], args[i]);
		text = arena_dup(a, buf_slice(&out));
		buf_release(&out);
	}
	return text;
}
