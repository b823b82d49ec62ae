/* rubrika schema: JSON Schema of one kind of record, of all, or the configuration of a CMS. */
#include <fcntl.h>

#include "base/file.h"
#include "base/path.h"
#include "cmd/editors.h"
#include "cmd/run.h"
#include "record/cms.h"
#include "record/jsonschema.h"

static void put_all(Json *j, Lang lang)
{
	json_open(j, '{');
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		json_key(j, schema_kind((Kind)kind)->name);
		jsonschema_kind(j, (Kind)kind, lang);
	}
	json_close(j, '}');
}

static int refuse(const Options *o, const char *ru, const char *en, const char *what)
{
	Diags diags;
	diags_init(&diags);
	usage_fault(&diags, ru, en, what);
	int status = command_tell(o, &diags);
	diags_release(&diags);
	return status;
}

static int print_schema(const Options *o, Kind kind)
{
	Buf out = BUF_INIT;
	Json j;
	json_init(&j, &out, true);
	if (kind < OWNER_KINDS) {
		jsonschema_kind(&j, kind, o->lang);
	} else {
		put_all(&j, o->lang);
	}
	buf_byte(&out, '\n');
	int status = command_print(o, buf_slice(&out));
	buf_release(&out);
	return status;
}

/* Does a folder of the repository hold more .md files than .yaml ones? One that cannot be read holds none. */
static bool is_markdown(Arena *a, const char *repository, Slice folder)
{
	DirEntry *entries;
	size_t n = 0;
	size_t counts[2] = {0};
	Slice path = arena_join(a, slice_of(repository), SL("/"), folder);
	if (file_list(a, &entries, &n, AT_FDCWD, path.p) != 0) {
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		counts[0] += slice_ends(entries[i].name, SL(".yaml"));
		counts[1] += slice_ends(entries[i].name, SL(".md"));
	}
	return counts[1] > counts[0];
}

/* The CMS is to see the records that are there. */
static void look_around(CmsOptions *out, const char *repository)
{
	Arena arena = ARENA_INIT;
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		const KindInfo *k = schema_kind((Kind)kind);
		Slice folder = arena_join(&arena, out->content, SL("/"), k->folder);
		out->md[kind] = k->files == FILES_FOLDER && is_markdown(&arena, repository, folder);
	}
	arena_release(&arena);
}

static int print_cms(const Options *o)
{
	Slice name = slice_of(o->arg_count ? o->args[0] : "sveltia");
	if (!slice_is(name, "sveltia") && !slice_is(name, "decap")) {
		return refuse(o, "есть настройки для sveltia и decap, а не для ", "there is sveltia and decap, not ",
		              o->args[0]);
	}
	Buf out = BUF_INIT;
	CmsOptions cms = {.content = path_tidy(slice_of(o->content)), .lang = o->lang};
	cms.dialect = slice_is(name, "decap") ? CMS_DECAP : CMS_SVELTIA;
	look_around(&cms, o->repo);
	cms_config(&out, &cms);
	int status = command_print(o, buf_slice(&out));
	buf_release(&out);
	return status;
}

static int write_all(const Options *o)
{
	Diags diags;
	diags_init(&diags);
	editors_write_schemas(path_tidy(slice_of(o->output)), o->lang, &diags);
	int status = command_tell(o, &diags);
	diags_release(&diags);
	return status;
}

int command_schema(const Options *o)
{
	Kind kind = o->arg_count ? schema_kind_named(slice_of(o->args[0])) : OWNER_KINDS;
	if (o->cms) {
		return o->output ? refuse(o, "ключи несовместимы: ", "these options exclude each other: ", "--cms, -o")
		                 : print_cms(o);
	}
	if (o->arg_count && kind == OWNER_KINDS) {
		return refuse(o, "нет такого вида записей: ", "no such kind of records: ", o->args[0]);
	}
	if (o->output && o->arg_count) {
		return refuse(o, "с ключом -o пишутся схемы всех видов; лишнее слово: ",
		              "with -o the schemas of all kinds are written; a word too many: ", o->args[0]);
	}
	return o->output ? write_all(o) : print_schema(o, kind);
}
