#include "cmd/themes.h"

#include "base/vec.h"
#include "cmd/embedded.h"
#include "render/filter.h"
#include "render/palette.h"
#include "source/yaml.h"

typedef struct Loading {
	Arena arena;
	Slice name, language;
	VEC(ThemeFile) files;
	VEC(ThemeString) strings;
	Diags *diags;
	const Node *settings; /* declared: list of maps */
	Buf palette;
	Rgb accent;
} Loading;

static ThemeFile *find_file(Loading *l, Slice path)
{
	for (size_t i = 0; i < l->files.n; i++) {
		if (slice_eq(l->files.items[i].path, path)) {
			return &l->files.items[i];
		}
	}
	return NULL;
}

static void take_embedded(Loading *l)
{
	for (size_t i = 0; i < embedded_count; i++) {
		Slice path = slice_of(embedded_files[i].path);
		Slice shown = arena_join(&l->arena, SL("themes/school/"), path, SL(""));
		vec_push(&l->files, (ThemeFile){path, shown, {embedded_files[i].bytes, embedded_files[i].n}});
	}
}

/* False when a theme other than the built-in one has no folder. */
static bool take_own(Loading *l, Tree *tree)
{
	size_t n;
	char *folder = arena_cstr(&l->arena, arena_join(&l->arena, SL("themes/"), l->name, SL("")));
	const TreeFile *files = tree_folder(tree, &l->arena, folder, &n, l->diags);
	for (size_t i = 0; i < n; i++) {
		ThemeFile own = {files[i].path, files[i].shown, files[i].bytes};
		ThemeFile *same = find_file(l, own.path);
		if (same) {
			*same = own;
		} else {
			vec_push(&l->files, own);
		}
	}
	return n > 0 || slice_is(l->name, "school");
}

static const Node *parse_file(Loading *l, Slice path)
{
	const ThemeFile *file = find_file(l, path);
	return file ? yaml_parse(&l->arena, file->bytes, file->shown, 1, l->diags) : NULL;
}

static void take_string(Loading *l, Slice key, const Node *node)
{
	if (node->type == NODE_SCALAR) {
		vec_push(&l->strings, (ThemeString){key, node->text, node->loc});
	}
	for (const Node *n = node->type == NODE_MAP ? node->first : NULL; n; n = n->next) {
		take_string(l, key.n ? arena_join(&l->arena, key, SL("."), n->key) : n->key, n);
	}
}

/* ">=0.1": every version from that one on; the version's own parts are compared as numbers. */
static bool version_fits(Slice wanted)
{
	unsigned want[3] = {0}, have[3] = {0};
	Slice rest[2] = {slice_trim(slice_starts(wanted, SL(">=")) ? slice_sub(wanted, 2, wanted.n) : wanted),
	                 slice_of(RUBRIKA_VERSION)};
	unsigned *out[2] = {want, have};
	for (int k = 0; k < 2; k++) {
		Slice part;
		for (int i = 0; i < 3 && slice_split(&rest[k], '.', &part); i++) {
			if (!slice_uint(part, &out[k][i])) {
				return false;
			}
		}
	}
	for (int i = 0; i < 3; i++) {
		if (want[i] != have[i]) {
			return want[i] < have[i];
		}
	}
	return true;
}

static void read_description(Loading *l)
{
	const Node *root = parse_file(l, SL("theme.yaml"));
	const Node *wanted = root ? node_get(root, SL("rubrika")) : NULL;
	if (wanted && wanted->type == NODE_SCALAR && !version_fits(wanted->text)) {
		DIAG(l->diags, D_THEME_VERSION, wanted->loc, wanted->text);
	}
	const Node *settings = root ? node_get(root, SL("settings")) : NULL;
	l->settings = settings && settings->type == NODE_LIST ? settings : NULL;
}

/* --- settings of the site --- */

static Slice text_at(const Node *map, const char *key)
{
	const Node *n = map->type == NODE_MAP ? node_get(map, slice_of(key)) : NULL;
	return n && n->type == NODE_SCALAR ? n->text : SL("");
}

static const Node *declared(const Loading *l, Slice id)
{
	for (const Node *n = l->settings ? l->settings->first : NULL; n; n = n->next) {
		if (slice_eq(text_at(n, "id"), id)) {
			return n;
		}
	}
	return NULL;
}

static void check_setting(Loading *l, const Node *given)
{
	const Node *d = declared(l, given->key);
	if (!d) {
		DIAG(l->diags, D_UNKNOWN_SETTING, given->key_loc, given->key);
		return;
	}
	Slice type = text_at(d, "type");
	Rgb color;
	bool scalar = given->type == NODE_SCALAR;
	if (slice_is(type, "colour") && !(scalar && palette_parse(&color, given->text))) {
		DIAG(l->diags, D_WANT_SETTING, given->loc, given->key, SL("\"#1f5f8b\""));
	} else if (slice_is(type, "bool") &&
	           !(scalar && (slice_is(given->text, "true") || slice_is(given->text, "false")))) {
		DIAG(l->diags, D_WANT_SETTING, given->loc, given->key, SL("true, false"));
	} else if (!scalar) {
		DIAG(l->diags, D_WANT_STRING, given->loc, given->key);
	}
}

static void make_palette(Loading *l, const Node *given)
{
	const Node *accent = given ? node_get(given, SL("accent")) : NULL;
	const Node *d = declared(l, SL("accent"));
	Slice text = accent && accent->type == NODE_SCALAR ? accent->text : d ? text_at(d, "default") : SL("");
	if (palette_parse(&l->accent, text)) {
		palette_css(&l->palette, l->accent);
	}
	filter_css(&l->palette);
}

static void read_settings(Loading *l, const Corpus *corpus)
{
	const Val *v = corpus->site ? rec_get(&corpus->site->rec, F_site_settings) : NULL;
	const Node *given = v ? v->as.free : NULL;
	for (const Node *n = given ? given->first : NULL; n; n = n->next) {
		check_setting(l, n);
	}
	make_palette(l, given);
}

static Theme *compile(Loading *l)
{
	Slice strings = arena_printf(&l->arena, "strings/%.*s.yaml", SLICE_ARG(l->language));
	const Node *words = parse_file(l, strings);
	if (words) {
		take_string(l, SL(""), words);
	}
	ThemeParts parts = {
	        .name = l->name,
	        .files = l->files.items,
	        .file_count = l->files.n,
	        .strings = l->strings.items,
	        .string_count = l->strings.n,
	        .accent = l->accent,
	        .palette = buf_slice(&l->palette),
	        .strings_path = arena_printf(&l->arena, "themes/%.*s/%.*s", SLICE_ARG(l->name), SLICE_ARG(strings)),
	};
	return l->diags->errors ? NULL : theme_new(&parts, l->diags);
}

static void report_unknown(Loading *l, const Corpus *corpus)
{
	const Val *v = corpus->site ? rec_get(&corpus->site->rec, F_site_theme) : NULL;
	DIAG(l->diags, D_UNKNOWN_THEME, v ? v->loc : loc_at(SL(""), 0, 0), l->name);
}

Theme *themes_load(Tree *tree, const Corpus *corpus, Slice name, Slice language, Diags *diags)
{
	Loading l = {.arena = ARENA_INIT, .name = name, .language = language, .diags = diags, .palette = BUF_INIT};
	Theme *theme = NULL;
	take_embedded(&l);
	if (take_own(&l, tree)) {
		read_description(&l);
		read_settings(&l, corpus);
		theme = compile(&l);
	} else {
		report_unknown(&l, corpus);
	}
	vec_release(&l.files);
	vec_release(&l.strings);
	buf_release(&l.palette);
	arena_release(&l.arena);
	return theme;
}

size_t themes_files(Arena *a, Slice **out, Tree *tree, Slice name, Diags *diags)
{
	Loading l = {.arena = *a, .name = name, .diags = diags, .palette = BUF_INIT};
	take_embedded(&l);
	take_own(&l, tree);
	size_t n = l.files.n;
	*out = arena_array(&l.arena, n, sizeof **out);
	for (size_t i = 0; i < n; i++) {
		(*out)[i] = l.files.items[i].bytes;
	}
	vec_release(&l.files);
	*a = l.arena;
	return n;
}
