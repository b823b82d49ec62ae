/* rubrika init: the skeleton as a content tree of the school's own. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "cmd/answers.h"
#include "cmd/editors.h"
#include "cmd/embedded.h"
#include "cmd/run.h"
#include "cmd/session.h"
#include "record/scalar.h"

enum { NAME_MAX_LETTERS = 200, END_MONTHS = 9, MINOR_MONTHS = 48 };

/* What stands in braces in the skeleton's files. */
typedef struct Filling {
	const char *name;
	Slice value;
} Filling;

enum { FILLINGS = 9 };

typedef struct Init {
	const Options *options;
	Slice school, short_name, site, model;
	Slice repository, content;
	Slice folder; /* of the content, from the current folder */
	Slice aside;  /* where it is written first */
	Filling fillings[FILLINGS];
	Arena arena;
	Diags diags;
} Init;

/* --- questions --- */

/* The answer to a question; `otherwise` when it is empty. */
static Slice ask(Init *in, const char *ru, const char *en, Slice otherwise)
{
	Slice answer;
	Buf text = BUF_INIT;
	buf_str(&text, say(in->options, ru, en));
	buf_printf(&text, " [%.*s]: ", SLICE_ARG(otherwise));
	print_out(buf_slice(&text));
	buf_release(&text);
	return answers_line(&in->arena, &answer) && answer.n ? answer : otherwise;
}

static void ask_model(Init *in)
{
	Slice answer;
	do {
		print_out(slice_of(say(in->options, "Кого наставляют: 1 — только педагогов, 2 — и учеников [1]: ",
		                       "Who is mentored: 1 teachers only, 2 pupils too [1]: ")));
		if (!answers_line(&in->arena, &answer)) {
			return;
		}
	} while (answer.n && !slice_is(answer, "1") && !slice_is(answer, "2"));
	in->model = slice_is(answer, "2") ? SL("pupils") : SL("teachers");
}

static bool is_name(Slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F) {
			return false;
		}
	}
	return s.n > 0 && utf8_check(s) == s.n && utf8_length(s) <= NAME_MAX_LETTERS;
}

/* An address as people write it: school.example, https://school.example. */
static Slice address(Init *in, Slice s)
{
	Slice scheme = slice_find(s, SL("://"), 0) == s.n ? SL("https://") : SL("");
	return arena_join(&in->arena, scheme, s, slice_ends(s, SL("/")) ? SL("") : SL("/"));
}

static bool refuse(Init *in, const char *ru, const char *en, const char *what)
{
	usage_fault(&in->diags, ru, en, what);
	return false;
}

static bool is_sound(Init *in)
{
	if (!is_name(in->school) || !is_name(in->short_name)) {
		return refuse(in, "название школы — одна строка до 200 знаков: ",
		              "a school's name is one line of at most 200 characters: ",
		              is_name(in->school) ? "--short-name" : "--school");
	}
	return scalar_base_url_valid(in->site) ||
	       refuse(in, "адрес сайта школы нужен полностью, как https://school.example/: ",
	              "the whole address of the school's site is needed: ", "--site");
}

/* What no option says is asked for on a terminal, and else as it is in the samples. */
static bool choose(Init *in)
{
	const Options *o = in->options;
	bool asks = answers_may_ask();
	in->school = o->school ? slice_trim(slice_of(o->school)) : SL("Наша школа");
	in->model = o->model ? slice_of(o->model) : SL("teachers");
	if (asks && !o->school) {
		in->school = ask(in, "Полное название школы", "Full name of the school", in->school);
	}
	in->short_name = o->short_name ? slice_trim(slice_of(o->short_name)) : in->school;
	if (asks && !o->short_name) {
		in->short_name = ask(in, "Краткое название, для шапки сайта", "Short name, for the header", in->school);
	}
	in->site = o->site ? slice_trim(slice_of(o->site)) : SL("https://school.example/");
	if (asks && !o->site) {
		in->site = ask(in, "Адрес сайта школы", "Address of the school's site", in->site);
	}
	in->site = address(in, in->site);
	if (asks && !o->model) {
		ask_model(in);
	}
	return is_sound(in);
}

/* --- the place --- */

static void place(Init *in)
{
	const Options *o = in->options;
	Slice dir = path_tidy(slice_of(o->arg_count ? o->args[0] : o->repo));
	Slice slash = dir.n && !slice_ends(dir, SL("/")) ? SL("/") : SL("");
	in->repository = dir;
	in->content = path_tidy(slice_of(o->content));
	in->folder = arena_join(&in->arena, dir, slash, in->content);
	in->aside = arena_join(&in->arena, in->folder, SL(".new~"), SL(""));
}

/* Nothing that is there may be lost: only a folder that is not, or is empty, will do. */
static bool is_free(Init *in)
{
	DirEntry *entries;
	struct stat st;
	size_t n = 0;
	int err = file_list(&in->arena, &entries, &n, AT_FDCWD, in->folder.p);
	if (err == -ENOENT || (!err && n == 0)) {
		return true;
	}
	if (!err || (err == -ENOTDIR && lstat(in->folder.p, &st) == 0)) {
		DIAG(&in->diags, D_FILE_EXISTS, loc_at(SL(""), 0, 0), in->folder);
	} else {
		DIAG(&in->diags, D_SYSTEM_FAILED, loc_at(SL(""), 0, 0), in->folder, slice_of(strerror(-err)));
	}
	return false;
}

/* --- filling in --- */

static Slice iso_of(Init *in, Date day)
{
	char iso[11];
	date_iso(iso, day);
	return arena_dup(&in->arena, slice_of(iso));
}

/* As it stands between double quotes of YAML. */
static Slice quoted(Init *in, Slice text)
{
	Buf out = BUF_INIT;
	for (size_t i = 0; i < text.n; i++) {
		buf_str(&out, text.p[i] == '"' || text.p[i] == '\\' ? "\\" : "");
		buf_byte(&out, text.p[i]);
	}
	Slice kept = arena_dup(&in->arena, buf_slice(&out));
	buf_release(&out);
	return kept;
}

static void prepare(Init *in)
{
	Date today = session_day(in->options, NULL);
	int school_year = date_school_year(today);
	const Filling fillings[FILLINGS] = {
	        {"{school}", quoted(in, in->school)},
	        {"{short_name}", quoted(in, in->short_name)},
	        {"{site}", in->site},
	        {"{today}", iso_of(in, today)},
	        {"{next_month}", iso_of(in, date_add_months(today, 1))},
	        {"{end}", iso_of(in, date_add_months(today, END_MONTHS))},
	        {"{in_four_years}", iso_of(in, date_add_months(today, MINOR_MONTHS))},
	        {"{year}", slice_sub(iso_of(in, today), 0, 4)},
	        {"{school_year}", arena_printf(&in->arena, "%d/%02d", school_year, (school_year + 1) % 100)},
	};
	memcpy(in->fillings, fillings, sizeof fillings);
}

static const Filling *filling_at(const Init *in, Slice text)
{
	for (size_t i = 0; i < FILLINGS; i++) {
		if (slice_starts(text, slice_of(in->fillings[i].name))) {
			return &in->fillings[i];
		}
	}
	return NULL;
}

static void fill(Buf *out, const Init *in, Slice text)
{
	size_t at = 0;
	while (at < text.n) {
		size_t brace = slice_find_byte(text, '{', at);
		buf_add(out, slice_sub(text, at, brace));
		const Filling *f = filling_at(in, slice_sub(text, brace, text.n));
		if (f) {
			buf_add(out, f->value);
			at = brace + strlen(f->name);
		} else {
			buf_add(out, slice_sub(text, brace, brace + 1));
			at = brace + 1;
		}
	}
}

/* --- writing --- */

/* "pupils/site.yaml" as "site.yaml"; false for a file of the other model. */
static bool is_wanted(const Init *in, Slice path, Slice *out)
{
	size_t slash = slice_find_byte(path, '/', 0);
	Slice top = slice_sub(path, 0, slash);
	*out = slice_sub(path, slash + 1, path.n);
	return slice_is(top, "common") || slice_eq(top, in->model);
}

static int write_file(Init *in, Slice name, const EmbeddedFile *file)
{
	Buf text = BUF_INIT;
	Slice path = arena_join(&in->arena, in->aside, SL("/"), name);
	Slice rest = {file->bytes, file->n};
	if (slice_starts(rest, SL("---\n"))) {
		buf_str(&text, "---\n");
		rest = slice_sub(rest, 4, rest.n);
	}
	editors_modeline(&text, in->content, name);
	fill(&text, in, rest);
	int err = file_parents(AT_FDCWD, path.p);
	err = err ? err : file_create(AT_FDCWD, path.p, buf_slice(&text));
	buf_release(&text);
	return err;
}

static int write_aside(Init *in)
{
	int err = file_remove_tree(AT_FDCWD, in->aside.p);
	Slice name;
	for (size_t i = 0; !err && i < skeleton_count; i++) {
		if (is_wanted(in, slice_of(skeleton_files[i].path), &name)) {
			err = write_file(in, name, &skeleton_files[i]);
		}
	}
	return err;
}

/* All of it or nothing: written aside, then renamed over what is empty. */
static bool write_tree(Init *in)
{
	int err = write_aside(in);
	if (!err && rename(in->aside.p, in->folder.p) != 0) {
		err = -errno;
	}
	if (err) {
		file_remove_tree(AT_FDCWD, in->aside.p);
		DIAG(&in->diags, D_SYSTEM_FAILED, loc_at(SL(""), 0, 0), in->folder, slice_of(strerror(-err)));
	}
	return !err;
}

static int say_done(const Init *in)
{
	const Options *o = in->options;
	Buf text = BUF_INIT;
	buf_add(&text, in->folder);
	buf_str(&text,
	        say(o, "/: заведено; образцы замените своими записями.\nСобрать и посмотреть: rubrika build --worktree",
	            "/: made; replace the samples by your own records.\nTo build it: rubrika build --worktree"));
	const char *dir = o->arg_count ? o->args[0] : o->repo;
	if (strcmp(dir, ".") != 0) {
		buf_printf(&text, " -C %s", dir);
	}
	buf_byte(&text, '\n');
	int status = o->quiet ? CLASS_NONE : command_print(o, buf_slice(&text));
	buf_release(&text);
	return status;
}

int command_init(const Options *o)
{
	Init in = {.options = o, .arena = ARENA_INIT};
	diags_init(&in.diags);
	place(&in);
	bool ready = is_free(&in) && choose(&in);
	if (ready) {
		prepare(&in);
	}
	bool done = ready && write_tree(&in) && editors_write(in.repository, in.content, o->lang, &in.diags);
	int status = command_tell(o, &in.diags);
	if (done) {
		status = say_done(&in);
	}
	arena_release(&in.arena);
	diags_release(&in.diags);
	return status;
}
