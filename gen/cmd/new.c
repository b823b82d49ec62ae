/* rubrika new: a record with every field of its kind, where no file is yet. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "cmd/answers.h"
#include "cmd/draft.h"
#include "cmd/editors.h"
#include "cmd/run.h"
#include "cmd/session.h"
#include "record/scalar.h"

typedef struct New {
	const Options *options;
	Kind kind;
	Slice id;     /* of a sidecar: the path of the file described; empty for single files */
	Slice stem;   /* path of the record without its extension, from the current folder */
	Slice path;   /* the same with it */
	Slice inside; /* from the content folder, without the extension */
	Arena arena;
	Diags diags;
} New;

/* --- what is asked for --- */

static bool refuse(New *n, const char *ru, const char *en, const char *what)
{
	usage_fault(&n->diags, ru, en, what);
	return false;
}

/* A file that the snapshot would take: below media/, no part of its path hidden or leading elsewhere. */
static bool medium_valid(Slice path)
{
	Slice part;
	if (!slice_starts(path, SL("media/")) || utf8_check(path) < path.n || slice_ends(path, SL(".yaml"))) {
		return false;
	}
	Slice rest = slice_sub(path, 6, path.n);
	bool any = false;
	while (slice_split(&rest, '/', &part)) {
		any = part.n > 0 && part.p[0] != '.';
		if (!any) {
			return false;
		}
	}
	return any && !slice_ends(path, SL("/"));
}

static bool read_id(New *n)
{
	const Options *o = n->options;
	Files files = schema_kind(n->kind)->files;
	if (files == FILES_SINGLE) {
		return o->arg_count == 1 ||
		       refuse(n, "у этой записи нет имени: ", "this record has no id: ", o->args[1]);
	}
	if (o->arg_count < 2) {
		return refuse(n, "нужно имя записи: rubrika new ", "an id is needed: rubrika new ", o->args[0]);
	}
	n->id = slice_of(o->args[1]);
	if (files == FILES_SIDECAR) {
		return medium_valid(n->id) || refuse(n, "нужен путь вида media/foto.jpg: ",
		                                     "a path like media/photo.jpg is needed: ", o->args[1]);
	}
	return scalar_id_valid(n->id) ||
	       refuse(n, "в имени записи — до 64 строчных латинских букв, цифр и дефисов внутри: ",
	              "an id has at most 64 lower-case Latin letters, digits and inner hyphens: ", o->args[1]);
}

static bool read_words(New *n)
{
	const Options *o = n->options;
	if (o->arg_count == 0) {
		return refuse(n, "нужны вид и имя записи; виды показывает ",
		              "a kind and an id are needed; for the kinds see ", "rubrika help new");
	}
	n->kind = schema_kind_named(slice_of(o->args[0]));
	if (n->kind == OWNER_KINDS) {
		return refuse(n, "нет такого вида записей: ", "no such kind of records: ", o->args[0]);
	}
	return read_id(n);
}

/* --- where it goes --- */

static Slice below(New *n, Slice folder, Slice name)
{
	return folder.n ? arena_join(&n->arena, folder, slice_ends(folder, SL("/")) ? SL("") : SL("/"), name) : name;
}

static void place(New *n)
{
	const KindInfo *kind = schema_kind(n->kind);
	Slice content = below(n, path_tidy(slice_of(n->options->repo)), path_tidy(slice_of(n->options->content)));
	n->inside = kind->files == FILES_SINGLE   ? kind->folder
	            : kind->files == FILES_FOLDER ? below(n, kind->folder, n->id)
	                                          : n->id;
	n->stem = below(n, content, n->inside);
}

static bool exists(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0;
}

/* Any record may be .md or .yaml, and both for one id is an error (content.md, Files). */
static bool is_free(New *n)
{
	static const char *const extensions[] = {".md", ".yaml"};
	struct stat st;
	if (stat(n->options->repo, &st) != 0 || !S_ISDIR(st.st_mode)) {
		DIAG(&n->diags, D_NO_REPOSITORY, loc_at(SL(""), 0, 0), slice_of(n->options->repo));
		return false;
	}
	for (size_t i = 0; i < 2; i++) {
		Slice path = arena_join(&n->arena, n->stem, slice_of(extensions[i]), SL(""));
		if (exists(path.p)) {
			DIAG(&n->diags, D_FILE_EXISTS, loc_at(SL(""), 0, 0), path);
			return false;
		}
	}
	return true;
}

/* --- writing --- */

/* The record's text, of what is given and what is answered; false when something
 * given will not do, or the answers end before the questions. */
static bool draft(New *n, const Corpus *corpus, Buf *out)
{
	static const Corpus none;
	const Options *o = n->options;
	bool asks = answers_may_ask();
	Answers answers;
	answers_init(&answers, o, &n->arena, corpus ? corpus : &none, n->kind, n->id);
	bool good = answers_take(&answers, &n->diags);
	if (good && asks && !answers_ask(&answers)) {
		good = refuse(n, "ответы кончились, ничего не записано: ", "the answers ended, nothing was written: ",
		              o->args[0]);
	}
	Draft d = {.corpus = corpus, .kind = n->kind, .id = n->id, .path = n->path, .diags = &n->diags};
	d.today = session_day(o, corpus);
	d.values = answers.list.items;
	d.value_count = answers.list.n;
	Buf modeline = BUF_INIT;
	editors_modeline(&modeline, path_tidy(slice_of(o->content)), n->inside);
	d.modeline = buf_slice(&modeline);
	if (good) {
		draft_write(out, &d);
	}
	buf_release(&modeline);
	good = good && (!asks || answers_confirm(&answers, n->path, buf_slice(out)));
	answers_release(&answers);
	return good;
}

/* What is there already is looked into, and need not be without faults. */
static bool draft_beside(New *n, Buf *out)
{
	const Options *o = n->options;
	TreeOptions t = {o->repo, o->content, NULL, true};
	Diags ignored;
	diags_init(&ignored);
	Tree *tree = tree_open(&t, &ignored);
	Corpus *corpus = tree ? corpus_load(tree, slice_of(o->content), o->jobs, &ignored) : NULL;
	bool good = draft(n, corpus, out);
	corpus_free(corpus);
	if (tree) {
		tree_free(tree);
	}
	diags_release(&ignored);
	return good;
}

static bool put_file(New *n, Slice text)
{
	int err = file_parents(AT_FDCWD, n->path.p);
	err = err ? err : file_create(AT_FDCWD, n->path.p, text);
	if (err) {
		DIAG(&n->diags, D_SYSTEM_FAILED, loc_at(SL(""), 0, 0), n->path, slice_of(strerror(-err)));
	} else if (schema_kind(n->kind)->files == FILES_SIDECAR && !exists(n->stem.p)) {
		DIAG(&n->diags, D_MEDIUM_FIRST, loc_at(n->path, 1, 1), n->stem);
	}
	return !err;
}

static bool write_record(New *n)
{
	Buf text = BUF_INIT;
	n->path = arena_join(&n->arena, n->stem, schema_kind(n->kind)->body ? SL(".md") : SL(".yaml"), SL(""));
	bool written = draft_beside(n, &text) && put_file(n, buf_slice(&text));
	buf_release(&text);
	return written;
}

static int say_path(New *n)
{
	return command_print(n->options, arena_join(&n->arena, n->path, SL("\n"), SL("")));
}

int command_new(const Options *o)
{
	New n = {.options = o, .arena = ARENA_INIT};
	diags_init(&n.diags);
	bool asked = read_words(&n);
	if (asked) {
		place(&n);
	}
	bool written = asked && is_free(&n) && write_record(&n);
	int status = command_tell(o, &n.diags);
	if (written) {
		status = say_path(&n);
	}
	arena_release(&n.arena);
	diags_release(&n.diags);
	return status;
}
