#include "source/listing.h"

#define MIB (UINT64_C(1024) * 1024)

/* A few kilobytes of git objects can hold each other a hundred million times
 * over: what no school has is refused before it fills the memory. */
enum { DEPTH_MOST = 32, ENTRIES_MOST = 200000 };
static const uint64_t TEXT_MOST = 1024 * MIB;

void listing_init(Listing *l, ListingRules rules, Arena *a, Slice folder, Diags *diags)
{
	*l = (Listing){.rules = rules, .arena = a, .diags = diags};
	if (folder.n) {
		l->shown = arena_join(a, folder, SL("/"), (Slice){NULL, 0});
	}
}

void listing_release(Listing *l)
{
	vec_release(&l->found);
}

Loc listing_loc(Listing *l, Slice path)
{
	Slice shown = arena_join(l->arena, l->shown, path, (Slice){NULL, 0});
	if (!path.n && shown.n) {
		shown.n--; /* the folder itself, without its '/' */
	}
	return (Loc){shown, 0, 0};
}

/* --- names --- */

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

static bool name_is_good(Slice name)
{
	for (size_t at = 0; at < name.n;) {
		uint32_t c = utf8_next(name, &at);
		if (c == UINT32_MAX || is_control(c) || c == '/') {
			return false;
		}
	}
	return name.n > 0;
}

/* What can be shown of a name that cannot. */
static Slice legible(Arena *a, Slice name)
{
	Buf b = BUF_INIT;
	for (size_t at = 0; at < name.n;) {
		uint32_t c = utf8_next(name, &at);
		buf_char(&b, c == UINT32_MAX || is_control(c) || c == '/' ? 0xFFFD : c);
	}
	Slice copy = arena_dup(a, buf_slice(&b));
	buf_release(&b);
	return copy;
}

static bool is_letter_same(char c, char lower)
{
	return c == lower || (c >= 'A' && c <= 'Z' && c - 'A' + 'a' == lower);
}

static bool has_extension(Slice path, const char *lower)
{
	Slice wanted = slice_of(lower);
	if (path.n <= wanted.n) {
		return false;
	}
	Slice end = slice_sub(path, path.n - wanted.n, path.n);
	for (size_t i = 0; i < wanted.n; i++) {
		if (!is_letter_same(end.p[i], wanted.p[i])) {
			return false;
		}
	}
	return true;
}

/* --- places and sizes --- */

static bool is_yaml(Slice path)
{
	return slice_ends(path, SL(".yaml"));
}

static bool is_markdown(Slice path)
{
	return slice_ends(path, SL(".md"));
}

/* Content has files called *.yaml and *.md at its root and right below a
 * folder of records; a folder of that name anywhere there is a mistake. */
static bool place_wants_file(Slice path)
{
	size_t top = slice_find_byte(path, '/', 0);
	bool is_near = slice_find_byte(path, '/', top + 1) == path.n;
	return is_near && !slice_starts(path, SL("media/")) && (is_yaml(path) || is_markdown(path));
}

static size_t depth_of(Slice path)
{
	size_t depth = 1;
	for (size_t i = 0; i < path.n; i++) {
		depth += path.p[i] == '/';
	}
	return depth;
}

bool listing_loads(const Listing *l, Slice path)
{
	return l->rules == RULES_OTHER || is_yaml(path) || is_markdown(path);
}

static bool is_picture(Slice path)
{
	static const char *const endings[] = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg"};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		if (has_extension(path, endings[i])) {
			return true;
		}
	}
	return false;
}

Limit listing_limit(const Listing *l, Slice path)
{
	if (l->rules == RULES_OTHER || is_yaml(path)) {
		return (Limit){MIB, "1 MiB"};
	}
	if (is_markdown(path)) {
		/* Fields of 1 MiB, a body of 1 MiB and the lines between; each part is measured when split. */
		return (Limit){2 * MIB + 16, "2 MiB"};
	}
	return is_picture(path) ? (Limit){32 * MIB, "32 MiB"} : (Limit){128 * MIB, "128 MiB"};
}

/* --- judging --- */

static Verdict refuse(Listing *l, DiagId id, Slice path)
{
	DIAG_AT(l->diags, id, listing_loc(l, path));
	return VERDICT_SKIP;
}

/* Nothing more is taken; said once. */
static void stop(Listing *l, const char *most)
{
	if (!l->is_full) {
		DIAG(l->diags, D_TOO_MANY_FILES, listing_loc(l, (Slice){NULL, 0}), slice_of(most));
	}
	l->is_full = true;
}

static bool is_passed_over(const Listing *l, Slice dir, Slice name, EntryKind kind)
{
	if (slice_starts(name, SL("."))) {
		return true;
	}
	return l->rules == RULES_CONTENT && !dir.n && kind != KIND_FOLDER && slice_is(name, "README.md");
}

static Verdict judge_folder(Listing *l, Slice path)
{
	if (l->rules == RULES_CONTENT && place_wants_file(path)) {
		return refuse(l, D_FOLDER_FOR_FILE, path);
	}
	if (depth_of(path) > DEPTH_MOST) {
		DIAG(l->diags, D_TOO_DEEP, listing_loc(l, path), arena_printf(l->arena, "%d", DEPTH_MOST));
		return VERDICT_SKIP;
	}
	return VERDICT_ENTER;
}

static Slice join(Arena *a, Slice dir, Slice name)
{
	return arena_join(a, dir, dir.n ? SL("/") : (Slice){NULL, 0}, name);
}

Verdict listing_judge(Listing *l, TreeFile *out, Slice dir, Slice name, EntryKind kind)
{
	if (++l->seen > ENTRIES_MOST) {
		stop(l, "200 000");
	}
	if (l->is_full || is_passed_over(l, dir, name, kind)) {
		return VERDICT_SKIP;
	}
	if (!name_is_good(name)) {
		return refuse(l, D_BAD_FILE_NAME, join(l->arena, dir, legible(l->arena, name)));
	}
	Slice path = join(l->arena, dir, name);
	*out = (TreeFile){.path = path, .shown = listing_loc(l, path).path};
	switch (kind) {
	case KIND_FILE:
		return VERDICT_TAKE;
	case KIND_FOLDER:
		return judge_folder(l, path);
	case KIND_LINK:
		return refuse(l, D_SYMLINK, path);
	case KIND_MODULE:
		return refuse(l, D_SUBMODULE, path);
	case KIND_OTHER:
		break;
	}
	return refuse(l, D_SPECIAL_FILE, path);
}

void listing_add(Listing *l, TreeFile file, const unsigned char *id)
{
	Limit limit = listing_limit(l, file.path);
	if (file.size > limit.bytes) {
		DIAG(l->diags, D_TOO_LARGE, listing_loc(l, file.path), slice_of(limit.words));
		return;
	}
	if (listing_loads(l, file.path)) {
		l->text += file.size;
	}
	if (l->text > TEXT_MOST) {
		stop(l, "1 GiB");
	}
	if (l->is_full) {
		return;
	}
	Found found = {.file = file};
	if (id) {
		memcpy(found.id, id, sizeof found.id);
	}
	vec_push(&l->found, found);
}

static int by_path(const void *x, const void *y)
{
	return slice_cmp(((const Found *)x)->file.path, ((const Found *)y)->file.path);
}

/* A damaged git tree may name a file twice: one of them stays. */
static void drop_repeats(Listing *l)
{
	size_t kept = 1;
	for (size_t i = 1; i < l->found.n; i++) {
		Slice path = l->found.items[i].file.path;
		if (slice_eq(l->found.items[kept - 1].file.path, path)) {
			DIAG(l->diags, D_CANNOT_READ, listing_loc(l, path), SL("the tree names it twice"));
		} else {
			l->found.items[kept++] = l->found.items[i];
		}
	}
	l->found.n = kept;
}

void listing_sort(Listing *l)
{
	if (l->found.n > 1) {
		qsort(l->found.items, l->found.n, sizeof *l->found.items, by_path);
		drop_repeats(l);
	}
}

TreeFile *listing_files(const Listing *l, Arena *a)
{
	TreeFile *files = arena_array(a, l->found.n, sizeof *files);
	for (size_t i = 0; i < l->found.n; i++) {
		files[i] = l->found.items[i].file;
	}
	return files;
}
