/*
 * theme.h - a theme, compiled: templates, assets with fingerprints, words.
 *
 * Made from plain parts that the command read (YAML is not read here), so
 * rendering stays on the public side of the door.
 */
#ifndef RENDER_THEME_H
#define RENDER_THEME_H

#include "base/map.h"
#include "render/palette.h"
#include "render/template.h"

typedef enum PageType {
#define PAGE(page, template, ru, en) PAGE_##page,
#include "render/vars.def"
	PAGE_TYPES
} PageType;

typedef enum StringId {
#define STRING(name, ru, en) STR_##name,
#define PLURAL(name, ru, en) STR_##name,
#include "render/strings.def"
	STRING_COUNT
} StringId;

/* One file of a theme: "templates/home.mustache", "assets/style.css". */
typedef struct ThemeFile {
	Slice path;  /* below the theme's folder */
	Slice shown; /* for diagnostics: "themes/school/templates/home.mustache" */
	Slice bytes;
} ThemeFile;

/* One word: key "title_search", or "count_mentors.few" of a plural. */
typedef struct ThemeString {
	Slice key, text;
	Loc loc;
} ThemeString;

typedef struct ThemeParts {
	Slice name, version;
	const ThemeFile *files;
	size_t file_count;
	const ThemeString *strings;
	size_t string_count;
	Slice palette;      /* CSS put after the bytes of style.css: the site's colours, and what filter.h needs */
	Rgb accent;         /* the site's colour */
	Slice strings_path; /* where a missing string is reported: "themes/school/strings/ru.yaml" */
} ThemeParts;

typedef struct ThemeAsset {
	Slice name; /* "style.css" */
	Slice path; /* "assets/style.1f3a9c0b.css" */
	Slice bytes;
} ThemeAsset;

typedef struct Theme {
	Arena arena;
	TemplateSet *set;
	const Template *pages[PAGE_TYPES];
	const ThemeAsset *assets;
	size_t asset_count;
	const Pub *asset_map; /* MAP: "style_css" → its address */
	const Pub *strings;   /* MAP of every string that is no plural */
	Rgb accent;
	Slice texts[STRING_COUNT];
	Slice plurals[STRING_COUNT][4]; /* one, few, many, other */
} Theme;

/* Compiles and checks: syntax, variables against vars.def, needed strings.
 * NULL with diagnostics on any fault. The parts may go afterwards. */
Theme *theme_new(const ThemeParts *parts, Diags *diags);
void theme_free(Theme *t);
/* The word for n things: its plural form with {n} filled in. */
Slice theme_count(const Theme *t, Arena *a, const Locale *l, StringId id, int64_t n);
/* A string with {0}..{2} filled in. */
Slice theme_fill(const Theme *t, Arena *a, StringId id, const Slice *args, size_t n);
/* What a page's template may ask for; static but for the theme's own strings and assets. */
const PubShape *theme_page_shape(const Theme *t, PageType type);

#endif
