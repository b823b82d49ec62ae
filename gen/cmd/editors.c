#include "cmd/editors.h"

#include <errno.h>
#include <fcntl.h>

#include "base/file.h"
#include "record/jsonschema.h"

#define SCHEMAS ".rubrika/schema"

static bool report(Diags *diags, Slice path, int err)
{
	if (err) {
		DIAG(diags, D_SYSTEM_FAILED, loc_at(SL(""), 0, 0), path, slice_of(strerror(-err)));
	}
	return !err;
}

static bool write_schema(Arena *a, Slice folder, Kind kind, Lang lang, Diags *diags)
{
	Buf text = BUF_INIT;
	Json j;
	Slice name = arena_join(a, schema_kind(kind)->name, SL(".json"), SL(""));
	Slice path = folder.n ? arena_join(a, folder, SL("/"), name) : name;
	json_init(&j, &text, true);
	jsonschema_kind(&j, kind, lang);
	buf_byte(&text, '\n');
	int err = file_parents(AT_FDCWD, path.p);
	err = err ? err : file_write(AT_FDCWD, path.p, buf_slice(&text));
	buf_release(&text);
	return report(diags, path, err);
}

bool editors_write_schemas(Slice folder, Lang lang, Diags *diags)
{
	Arena arena = ARENA_INIT;
	bool done = true;
	for (int kind = 0; done && kind < OWNER_KINDS; kind++) {
		done = write_schema(&arena, folder, (Kind)kind, lang, diags);
	}
	arena_release(&arena);
	return done;
}

/* A folder named from the root of the repository that does not leave it. */
static bool is_below(Slice content)
{
	Slice rest = content;
	Slice part;
	bool below = content.n == 0 || content.p[0] != '/';
	while (rest.n && slice_split(&rest, '/', &part)) {
		below = below && !slice_is(part, "..");
	}
	return below;
}

/* --- .vscode/settings.json --- */

/* Any record may be written as YAML alone (content.md), so every folder has its line. */
static void put_files(Json *j, Arena *a, Slice content, Kind kind)
{
	static const char *const patterns[] = {
	        [FILES_SINGLE] = ".yaml",
	        [FILES_FOLDER] = "/*.yaml",
	        [FILES_SIDECAR] = "/**/*.yaml",
	};
	const KindInfo *k = schema_kind(kind);
	Slice slash = content.n ? SL("/") : SL("");
	json_key(j, arena_printf(a, SCHEMAS "/%.*s.json", SLICE_ARG(k->name)));
	json_text(j, arena_printf(a, "%.*s%.*s%.*s%s", SLICE_ARG(content), SLICE_ARG(slash), SLICE_ARG(k->folder),
	                          patterns[k->files]));
}

static void put_settings(Buf *out, Arena *a, Slice content)
{
	Json j;
	json_init(&j, out, true);
	json_open(&j, '{');
	json_key(&j, SL("yaml.schemas"));
	json_open(&j, '{');
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		put_files(&j, a, content, (Kind)kind);
	}
	json_close(&j, '}');
	json_close(&j, '}');
	buf_byte(out, '\n');
}

/* A school's own settings are left as they are. */
static bool write_settings(Arena *a, Slice top, Slice content, Diags *diags)
{
	Buf text = BUF_INIT;
	Slice path = arena_join(a, top, SL(".vscode/settings.json"), SL(""));
	put_settings(&text, a, content);
	int err = file_parents(AT_FDCWD, path.p);
	err = err ? err : file_create(AT_FDCWD, path.p, buf_slice(&text));
	buf_release(&text);
	return report(diags, path, err == -EEXIST ? 0 : err);
}

bool editors_write(Slice repository, Slice content, Lang lang, Diags *diags)
{
	if (!is_below(content)) {
		return true;
	}
	Arena arena = ARENA_INIT;
	Slice slash = repository.n && !slice_ends(repository, SL("/")) ? SL("/") : SL("");
	Slice top = arena_join(&arena, repository, slash, SL(""));
	bool done = editors_write_schemas(arena_join(&arena, top, SL(SCHEMAS), SL("")), lang, diags) &&
	            write_settings(&arena, top, content, diags);
	arena_release(&arena);
	return done;
}

/* --- modelines --- */

/* The kind of the record at "people/x.yaml", "media/a/b.png.yaml" or "site.yaml"; OWNER_KINDS when it is none. */
static Kind kind_at(Slice path)
{
	size_t slash = slice_find_byte(path, '/', 0);
	bool single = slash == path.n;
	Slice name = slice_sub(path, 0, single ? slice_find_byte(path, '.', 0) : slash);
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		const KindInfo *k = schema_kind((Kind)kind);
		if (slice_eq(k->folder, name) && (k->files == FILES_SINGLE) == single) {
			return (Kind)kind;
		}
	}
	return OWNER_KINDS;
}

static void put_climb(Buf *out, Slice folders)
{
	Slice part;
	while (folders.n && slice_split(&folders, '/', &part)) {
		buf_str(out, part.n ? "../" : "");
	}
}

void editors_modeline(Buf *out, Slice content, Slice path)
{
	Kind kind = kind_at(path);
	if (kind == OWNER_KINDS || !is_below(content)) {
		return;
	}
	size_t end = path.n;
	while (end && path.p[end - 1] != '/') {
		end--;
	}
	buf_str(out, "# yaml-language-server: $schema=");
	put_climb(out, content);
	put_climb(out, slice_sub(path, 0, end));
	buf_str(out, SCHEMAS "/");
	buf_add(out, schema_kind(kind)->name);
	buf_str(out, ".json\n");
}
