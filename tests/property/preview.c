/*
 * preview.c - after any edits the preview is what a clean build writes, byte for byte.
 *
 *	preview [ROOT]
 *
 * Makes N edits (1000 unless the environment says otherwise) from SEED (1) in a
 * small tree: records, pictures and files of the theme are created, changed,
 * renamed, deleted, broken and mended, folders moved, other days chosen. After
 * each the preview reads the content; at every eighth, and after the last, its
 * files are compared with those that `rubrika build` writes, and where the content
 * is at fault, what it says with what a reading from nothing says, and its files
 * with those it had when it was last sound. A failure tells the seed and the edits.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/preview.h"
#include "cmd/run.h"
#include "output/plan.h"

enum { EACH = 8, MOST = 1 << 24 };

typedef struct Known {
	Slice path, bytes; /* below the repository */
} Known;

typedef VEC(Known) KnownList;

typedef struct Game {
	char dir[64], repo[80], out[80];
	int fd; /* of the repository */
	Arena arena;
	KnownList first; /* the sound tree that it begins with */
	uint64_t state;
	Buf done;
	Options options;
	Preview *preview;
	Digest shown; /* of all files when they were compared last */
	unsigned shown_number;
	size_t compared, unsound, faults;
} Game;

/* xorshift64* */
static size_t below(Game *g, size_t n)
{
	g->state ^= g->state >> 12;
	g->state ^= g->state << 25;
	g->state ^= g->state >> 27;
	return (size_t)((g->state * 2685821657736338717u) >> 33) % n;
}

#define PICK(g, list) ((list)[below((g), sizeof(list) / sizeof *(list))])

/* --- the tree --- */

static void collect(Game *g, KnownList *out, Slice dir)
{
	DirEntry *entries;
	size_t n;
	if (file_list(&g->arena, &entries, &n, g->fd, arena_cstr(&g->arena, dir)) != 0) {
		return;
	}
	for (size_t i = 0; i < n; i++) {
		Slice path = arena_join(&g->arena, dir, SL("/"), entries[i].name);
		Buf bytes = BUF_INIT;
		if (entries[i].type == ENTRY_DIR) {
			collect(g, out, path);
		} else if (file_read(&bytes, g->fd, path.p, MOST) == 0) {
			vec_push(out, (Known){path, arena_dup(&g->arena, buf_slice(&bytes))});
		}
		buf_release(&bytes);
	}
}

static void put(Game *g, Slice path, Slice bytes)
{
	char *name = arena_cstr(&g->arena, path);
	if (file_parents(g->fd, name) != 0 || file_write(g->fd, name, bytes) != 0) {
		fprintf(stderr, "preview: %s cannot be written\n", name);
		exit(1);
	}
}

/* Some file that is there now; false when there is none. */
static bool some_file(Game *g, Known *out, const char *ending)
{
	KnownList now = {NULL, 0, 0};
	size_t fit = 0;
	collect(g, &now, SL("content"));
	for (size_t i = 0; i < now.n; i++) {
		if (slice_ends(now.items[i].path, slice_of(ending))) {
			now.items[fit++] = now.items[i];
		}
	}
	if (fit) {
		*out = now.items[below(g, fit)];
	}
	vec_release(&now);
	return fit > 0;
}

/* --- edits: each tells what it did, or nothing when there was nothing to do --- */

typedef Slice Edit(Game *g);

static Slice create(Game *g)
{
	static const char *const days[] = {"2025-09-01", "2026-11-20", "2027-03-01"};
	static const char *const more[] = {"", "draft: true\n", "publish_from: 2027-01-01\n", "summary: Коротко.\n"};
	unsigned n = (unsigned)below(g, 40);
	Slice path = arena_printf(&g->arena, "content/news/edit-%u.md", n);
	put(g, path,
	    arena_printf(&g->arena, "---\ntitle: Новость %u\ndate: %s\n%s---\nТекст %u.\n", n, PICK(g, days),
	                 PICK(g, more), (unsigned)below(g, 1000)));
	return path;
}

static Slice create_person(Game *g)
{
	static const char *const families[] = {"Кораблёв", "Тростникова", "Зимородок"};
	static const char *const ends[] = {"", "\n    until: 2026-12-31", "\n    withdrawn: 2026-11-01"};
	unsigned n = (unsigned)below(g, 6);
	put(g, arena_printf(&g->arena, "content/people/edit-%u.yaml", n),
	    arena_printf(&g->arena,
	                 "family: %s\ngiven: Вера\nconsents:\n  - signed: 2025-09-01\n    covers: [name, role]%s\n",
	                 PICK(g, families), PICK(g, ends)));
	Slice path = arena_printf(&g->arena, "content/mentors/edit-%u.md", n);
	put(g, path, arena_printf(&g->arena, "---\nperson: edit-%u\n---\nО себе.\n", n));
	return path;
}

static Slice add_text(Game *g)
{
	static const char *const texts[] = {"\nЕщё абзац.\n", "\n## Глава\n\nИ текст.\n", "\n[[mentor:ivanova]]\n",
	                                    "\n![Снимок](media/klass.png)\n", "\nБеломестнова и Иванова.\n"};
	Known file;
	if (!some_file(g, &file, ".md")) {
		return SL("");
	}
	put(g, file.path, arena_join(&g->arena, file.bytes, slice_of(PICK(g, texts)), SL("")));
	return file.path;
}

/* A digit of it becomes another. */
static Slice change(Game *g)
{
	Known file;
	if (!some_file(g, &file, below(g, 2) ? ".yaml" : ".md") || file.bytes.n == 0) {
		return SL("");
	}
	char *bytes = (char *)arena_dup(&g->arena, file.bytes).p;
	size_t start = below(g, file.bytes.n);
	for (size_t i = start; i < file.bytes.n; i++) {
		if (bytes[i] >= '0' && bytes[i] <= '9') {
			bytes[i] = (char)('0' + below(g, 10));
			break;
		}
	}
	put(g, file.path, (Slice){bytes, file.bytes.n});
	return file.path;
}

static Slice rename_file(Game *g)
{
	Known file;
	if (!some_file(g, &file, "")) {
		return SL("");
	}
	size_t dot = file.path.n;
	while (dot > 0 && file.path.p[dot - 1] != '.') {
		dot--;
	}
	Slice stem = slice_sub(file.path, 0, dot ? dot - 1 : file.path.n);
	Slice other = arena_join(&g->arena, stem, below(g, 2) ? SL("-2") : SL("x"),
	                         slice_sub(file.path, dot - 1, file.path.n));
	renameat(g->fd, file.path.p, g->fd, other.p);
	return file.path;
}

static Slice delete (Game *g)
{
	Known file;
	if (!some_file(g, &file, "")) {
		return SL("");
	}
	unlinkat(g->fd, file.path.p, 0);
	return file.path;
}

static Slice break_file(Game *g)
{
	static const char *const ends[] = {"\nx: [", "\n\t- y", "\xFF", "\nunknown_field: 1\n", "\n---\n"};
	Known file;
	if (!some_file(g, &file, below(g, 2) ? ".yaml" : ".md")) {
		return SL("");
	}
	if (below(g, 4) == 0) {
		put(g, file.path, slice_sub(file.bytes, 0, below(g, file.bytes.n + 1)));
	} else {
		put(g, file.path, arena_join(&g->arena, slice_of(PICK(g, ends)), file.bytes, SL("")));
	}
	return file.path;
}

/* A picture takes another's place. */
static Slice swap_picture(Game *g)
{
	Known one, other;
	if (!some_file(g, &one, ".png") || !some_file(g, &other, ".png")) {
		return SL("");
	}
	put(g, one.path, other.bytes);
	return one.path;
}

static Slice move_folder(Game *g)
{
	static const char *const folders[] = {"news", "people", "media", "events", "cases"};
	const char *name = PICK(g, folders);
	Slice here = arena_printf(&g->arena, "content/%s", name);
	Slice away = arena_printf(&g->arena, "%s-away", name);
	if (renameat(g->fd, here.p, g->fd, away.p) != 0) {
		renameat(g->fd, away.p, g->fd, here.p);
	}
	return here;
}

static Slice change_theme(Game *g)
{
	static const char *const files[] = {"assets/icon.svg", "templates/not_found.mustache", "assets/extra.css"};
	static const char *const texts[] = {"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "{{page.title}}", "a{}",
	                                    "{{nothing}}"};
	Slice path = arena_printf(&g->arena, "themes/school/%s", PICK(g, files));
	if (below(g, 2)) {
		put(g, path, slice_of(PICK(g, texts)));
	} else {
		unlinkat(g->fd, path.p, 0);
	}
	return path;
}

static Slice choose_day(Game *g)
{
	static const Date years[] = {2025, 2026, 2027};
	g->options.as_of = date_of(PICK(g, years), 1 + (int)below(g, 12), 20);
	preview_choose(g->preview, g->options.as_of);
	return SL("another day");
}

/* Everything is as it was at first, but for what was created since. */
static Slice mend(Game *g)
{
	file_remove_tree(g->fd, "themes");
	if (below(g, 2)) {
		file_remove_tree(g->fd, "content");
	}
	for (size_t i = 0; i < g->first.n; i++) {
		put(g, g->first.items[i].path, g->first.items[i].bytes);
	}
	return SL("all");
}

/* --- what is compared --- */

static void report(Game *g, const char *why, Slice where)
{
	printf("not ok - %s %.*s\n%s", why, SLICE_ARG(where), g->done.p);
	g->faults++;
}

static Digest digest_all(Game *g)
{
	const Slice *paths;
	Plan plan = PLAN_INIT;
	Buf text = BUF_INIT;
	size_t n = preview_files(g->preview, &paths);
	for (size_t i = 0; i < n; i++) {
		Slice bytes = SL("");
		preview_file(g->preview, paths[i], &bytes);
		plan_add(&plan, paths[i], bytes.n, digest_of(bytes));
	}
	plan_sort(&plan);
	plan_print(&text, &plan);
	Digest d = digest_of(buf_slice(&text));
	buf_release(&text);
	plan_release(&plan);
	return d;
}

static bool same_file(Game *g, int fd, Slice path)
{
	Slice bytes;
	Buf built = BUF_INIT;
	bool same = preview_file(g->preview, path, &bytes) &&
	            file_read(&built, fd, arena_cstr(&g->arena, path), MOST) == 0 && slice_eq(buf_slice(&built), bytes);
	buf_release(&built);
	return same;
}

/* The manifest names what a build wrote: each of it, and nothing else, is in the preview. */
static void compare_built(Game *g)
{
	Options o = g->options;
	Plan plan = PLAN_INIT;
	Buf manifest = BUF_INIT;
	const Slice *paths;
	o.output = g->out;
	if (command_build(&o) != 0) {
		report(g, "sound for the preview, but it does not build", SL(""));
		return;
	}
	int fd = open(g->out, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	size_t n = preview_files(g->preview, &paths);
	bool read = file_read(&manifest, fd, PLAN_FILE, MOST) == 0 && plan_parse(&plan, buf_slice(&manifest));
	for (size_t i = 0; read && i < plan.n; i++) {
		if (!same_file(g, fd, plan.items[i]->path)) {
			report(g, "not as it is built:", plan.items[i]->path);
		}
	}
	if (!read || n != plan.n) {
		report(g, "another number of files than is built", SL(""));
	}
	close(fd);
	buf_release(&manifest);
	plan_release(&plan);
}

static void compare_faults(Game *g)
{
	Session s;
	Gallery *gallery = gallery_new();
	Buf fresh = BUF_INIT;
	Buf kept = BUF_INIT;
	if (session_open(&s, &g->options)) {
		session_pictures(&s, gallery);
	}
	diags_sort(&s.diags);
	diags_print(&fresh, &s.diags, FORMAT_TEXT, LANG_EN, false);
	diags_print(&kept, preview_faults(g->preview), FORMAT_TEXT, LANG_EN, false);
	if (!slice_eq(buf_slice(&fresh), buf_slice(&kept))) {
		report(g, "not the faults that a first reading finds:", buf_slice(&kept));
	}
	session_close(&s);
	gallery_free(gallery);
	buf_release(&fresh);
	buf_release(&kept);
}

static void compare(Game *g)
{
	compare_faults(g);
	if (preview_is_sound(g->preview)) {
		compare_built(g);
		g->shown = digest_all(g);
		g->shown_number = preview_site_number(g->preview);
		g->compared++;
	} else if (preview_site_number(g->preview) == g->shown_number && !digest_eq(digest_all(g), g->shown)) {
		report(g, "the last sound site has changed", SL(""));
	}
}

static void play(Game *g, size_t n)
{
	static Edit *const edits[] = {create,       create,      create_person, add_text,   add_text,
	                              change,       change,      rename_file,   delete,     break_file,
	                              swap_picture, move_folder, change_theme,  choose_day, mend};
	for (size_t i = 0; i < n && g->faults < 3; i++) {
		size_t which = below(g, sizeof edits / sizeof *edits);
		/* Else it would be at fault most of the time, with nothing to compare. */
		bool mended = i && !preview_is_sound(g->preview) && below(g, 2);
		Slice path = (mended ? mend : edits[which])(g);
		buf_printf(&g->done, "# %zu: edit %zu of %.*s\n", i, which, SLICE_ARG(path));
		g->unsound += !preview_refresh(g->preview);
		if (i % EACH == EACH - 1 || i + 1 == n) {
			compare(g);
		}
	}
}

/* --- beginning and end --- */

static bool open_game(Game *g, const char *root)
{
	Arena a = ARENA_INIT;
	snprintf(g->dir, sizeof g->dir, "/tmp/rubrika-preview-XXXXXX");
	if (!mkdtemp(g->dir)) {
		return false;
	}
	snprintf(g->repo, sizeof g->repo, "%s/repo", g->dir);
	snprintf(g->out, sizeof g->out, "%s/public", g->dir);
	g->fd = open(arena_printf(&a, "%s/tests/golden/base", root).p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (g->fd >= 0) {
		collect(g, &g->first, SL("content"));
		close(g->fd);
	}
	arena_release(&a);
	mkdir(g->repo, 0755);
	g->fd = open(g->repo, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return g->first.n > 0 && g->fd >= 0;
}

static unsigned number_of(const char *name, unsigned otherwise)
{
	unsigned value = otherwise;
	const char *text = getenv(name);
	return text && slice_uint(slice_of(text), &value) ? value : otherwise;
}

int main(int argc, char **argv)
{
	Game g = {.done = BUF_INIT, .state = number_of("SEED", 1) * 0x9E3779B97F4A7C15u};
	size_t n = number_of("N", 1000);
	if (!open_game(&g, argc > 1 ? argv[1] : ".")) {
		perror("preview");
		return 1;
	}
	g.options = (Options){.repo = g.repo,
	                      .content = "content",
	                      .worktree = true,
	                      .no_compress = true,
	                      .quiet = true,
	                      .as_of = date_of(2026, 11, 20),
	                      .jobs = 2,
	                      .lang = LANG_EN};
	g.preview = preview_new(&g.options);
	mend(&g);
	play(&g, n);
	preview_free(g.preview);
	file_remove_tree(AT_FDCWD, g.dir);
	close(g.fd);
	if (!g.faults) {
		printf("ok - preview: after %zu edits from seed %u as a clean build; %zu times compared, %zu at "
		       "fault\n",
		       n, number_of("SEED", 1), g.compared, g.unsound);
	}
	vec_release(&g.first);
	buf_release(&g.done);
	arena_release(&g.arena);
	return g.faults ? 1 : 0;
}
