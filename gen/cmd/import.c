/* rubrika import: rows of a table to records, none or all. */
#include "cmd/import.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "cmd/run.h"
#include "cmd/session.h"
#include "record/intake.h"
#include "redact/guard.h"

enum { TABLE_LIMIT = 16 * 1024 * 1024 };

typedef struct Import {
	const Options *options;
	Kind kind;
	Slice table; /* its path as given */
	Arena arena;
	Grid grid;
	Headings headings;
	Intake intake;
	Map files; /* shown path → IntakeFile * */
	Tree *tree;
	Diags before; /* of the content as it is */
	Diags diags;
} Import;

/* --- what is asked for --- */

static bool refuse(Import *im, const char *ru, const char *en, const char *what)
{
	usage_fault(&im->diags, ru, en, what);
	return false;
}

static bool is_tabular(Kind kind)
{
	Buf ignored = BUF_INIT;
	bool known = kind != OWNER_KINDS && import_template(&ignored, kind);
	buf_release(&ignored);
	return known;
}

static bool read_words(Import *im)
{
	const Options *o = im->options;
	im->kind = o->arg_count ? schema_kind_named(slice_of(o->args[0])) : OWNER_KINDS;
	if (!is_tabular(im->kind)) {
		return refuse(im, "какой вид записей? есть: ", "which kind of records? there are: ",
		              "people, mentors, mentees, programmes, partners");
	}
	if (!o->template && o->arg_count < 2) {
		return refuse(im, "какая таблица? rubrika import ", "which table? rubrika import ", o->args[0]);
	}
	im->table = slice_of(o->arg_count > 1 ? o->args[1] : "");
	return true;
}

/* --- reading --- */

static bool read_table(Import *im)
{
	Buf bytes = BUF_INIT;
	int err = file_read(&bytes, AT_FDCWD, im->table.p, TABLE_LIMIT);
	bool read = !err;
	if (err == -EFBIG) {
		DIAG(&im->diags, D_TOO_LARGE, loc_at(im->table, 1, 1), SL("16 MiB"));
	} else if (err) {
		DIAG(&im->diags, D_CANNOT_READ, loc_at(im->table, 0, 0), slice_of(strerror(-err)));
	} else {
		read = grid_read(&im->grid, &im->arena, buf_slice(&bytes), im->table, &im->diags);
	}
	buf_release(&bytes);
	return read;
}

/* New records stand beside the files as they lie, not beside a commit. */
static bool open_tree(Import *im)
{
	const TreeOptions t = {im->options->repo, im->options->content, NULL, true};
	im->tree = tree_open(&t, &im->before);
	if (!im->tree) {
		diags_merge(&im->diags, &im->before);
	}
	return im->tree != NULL;
}

/* Names are looked up among the records that are there. */
static void take_rows(Import *im)
{
	Namebook names;
	Corpus *corpus = corpus_load(im->tree, slice_of(im->options->content), im->options->jobs, &im->before);
	namebook_init(&names, corpus, &im->arena);
	headings_read(&im->headings, &im->arena, &im->grid, im->kind, &im->diags);
	intake_read(&im->intake, &im->headings, &names, &im->diags);
	if (im->intake.files.n == 0) {
		DIAG_AT(&im->diags, D_NO_ROWS, grid_loc(&im->grid, 0, 0));
	}
	namebook_release(&names);
	corpus_free(corpus);
}

/* --- judging: the content with the new files in it is read as `check` reads it --- */

static Slice shown(Import *im, Slice path)
{
	Slice content = path_tidy(slice_of(im->options->content));
	return arena_join(&im->arena, content, content.n ? SL("/") : SL(""), path);
}

static void add_files(Import *im)
{
	size_t n = im->intake.files.n;
	TreeFile *files = arena_array(&im->arena, n, sizeof *files);
	for (size_t i = 0; i < n; i++) {
		IntakeFile *f = &im->intake.files.items[i];
		files[i] =
		        (TreeFile){.path = f->path, .shown = shown(im, f->path), .size = f->text.n, .bytes = f->text};
		map_put(&im->files, files[i].shown, f);
	}
	tree_add(im->tree, files, n);
}

static bool was_there(const Import *im, const Diag *d)
{
	bool same = false;
	for (size_t i = 0; i < im->before.n; i++) {
		const Diag *old = &im->before.items[i];
		same |= old->id == d->id && slice_eq(old->loc.path, d->loc.path) && old->loc.line == d->loc.line &&
		        old->loc.col == d->loc.col;
	}
	return same;
}

/* What is said of the new files is said of their cells; what is new about others, of them. */
static void tell(Import *im, const Diags *found, bool others)
{
	for (size_t i = 0; i < found->n; i++) {
		const Diag *d = &found->items[i];
		const IntakeFile *file = map_get(&im->files, d->loc.path);
		if (file) {
			intake_tell(&im->intake, file, d, &im->diags);
		} else if (others && diag_severity(d->id) == SEV_ERROR && !was_there(im, d)) {
			diag_add(&im->diags, d->id, d->loc, d->argv, d->argc);
		}
	}
}

static void judge(Import *im)
{
	const Options *o = im->options;
	Diags found;
	diags_init(&found);
	add_files(im);
	Corpus *corpus = corpus_load(im->tree, slice_of(o->content), o->jobs, &found);
	tell(im, &found, true);
	if (found.errors == 0) {
		/* A text that names a new person can refer to the record only once that is there. */
		Diags named;
		diags_init(&named);
		guard_texts(corpus, session_day(o, corpus), o->jobs, false, &named);
		tell(im, &named, false);
		diags_release(&named);
	}
	corpus_free(corpus);
	diags_release(&found);
}

/* --- writing --- */

static Slice place_of(Import *im, const IntakeFile *f)
{
	Slice repo = path_tidy(slice_of(im->options->repo));
	return arena_join(&im->arena, repo, repo.n && !slice_ends(repo, SL("/")) ? SL("/") : SL(""),
	                  shown(im, f->path));
}

static int write_file(Import *im, const IntakeFile *f)
{
	Slice path = place_of(im, f);
	int err = file_parents(AT_FDCWD, path.p);
	err = err ? err : file_create(AT_FDCWD, path.p, f->text);
	if (err == -EEXIST) {
		DIAG(&im->diags, D_FILE_EXISTS, loc_at(SL(""), 0, 0), path);
	} else if (err) {
		DIAG(&im->diags, D_SYSTEM_FAILED, loc_at(SL(""), 0, 0), path, slice_of(strerror(-err)));
	}
	return err;
}

/* All or none: what was written before a failure is taken away again. */
static bool write_all(Import *im)
{
	size_t done = 0;
	while (done < im->intake.files.n && write_file(im, &im->intake.files.items[done]) == 0) {
		done++;
	}
	bool whole = done == im->intake.files.n;
	while (!whole && done > 0) {
		unlink(place_of(im, &im->intake.files.items[--done]).p);
	}
	return whole;
}

static int say_done(Import *im)
{
	const Options *o = im->options;
	Buf out = BUF_INIT;
	for (size_t i = 0; i < im->intake.files.n; i++) {
		buf_add(&out, place_of(im, &im->intake.files.items[i]));
		buf_byte(&out, '\n');
	}
	if (!o->quiet) {
		buf_str(&out, o->write ? say(o, "Записано файлов: ", "Files written: ")
		                       : say(o, "Будет заведено файлов: ", "Files that would be made: "));
		buf_uint(&out, im->intake.files.n);
		buf_str(&out, o->write ? ".\n"
		                       : say(o, ". Пока ничего не записано; чтобы записать, добавьте --write.\n",
		                             ". Nothing is written yet; add --write to write them.\n"));
	}
	int status = command_print(o, buf_slice(&out));
	buf_release(&out);
	return status;
}

static bool run(Import *im)
{
	if (!read_table(im) || !open_tree(im)) {
		return false;
	}
	take_rows(im);
	if (im->intake.files.n) {
		judge(im);
	}
	bool good = im->diags.errors == 0 && !(im->options->strict && im->diags.warnings);
	return good && (!im->options->write || write_all(im));
}

static int print_template(const Import *im)
{
	Buf out = BUF_INIT;
	import_template(&out, im->kind);
	int status = command_print(im->options, buf_slice(&out));
	buf_release(&out);
	return status;
}

int command_import(const Options *o)
{
	Import im = {.options = o, .arena = ARENA_INIT};
	diags_init(&im.diags);
	diags_init(&im.before);
	bool asked = read_words(&im);
	bool done = asked && !o->template && run(&im);
	int status = command_tell(o, &im.diags);
	if (asked && o->template) {
		status = print_template(&im);
	} else if (done) {
		int printed = say_done(&im);
		status = printed ? printed : status;
	}
	map_release(&im.files);
	intake_release(&im.intake);
	grid_release(&im.grid);
	if (im.tree) {
		tree_free(im.tree);
	}
	arena_release(&im.arena);
	diags_release(&im.before);
	diags_release(&im.diags);
	return status;
}
