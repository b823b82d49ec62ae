/*
 * silence.c - no word of the program repeats a withheld value.
 *
 *	silence ROOT DIR [all]
 *
 * ROOT is the repository. DIR, which must not exist, gets the content tree of
 * silence.h, sound and then damaged field by field in every way; all that
 * check, build, explain, next and audit say of it, in each language and form,
 * is searched for canaries. The ids of the diagnostics that were seen are left
 * in DIR/seen, one a line.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "base/locale.h"
#include "cmd/run.h"
#include "cmd/session.h"
#include "silence.h"

static const char *const canaries[] = {"щъыж", "zqx", "1987", "198-71", "19871"};

static struct {
	const char *dir;
	Arena arena;
	Slice picture;
	bool seen[DIAG_COUNT];
	size_t texts, faults;
} run;

/* --- listening --- */

static void tell_leak(const char *what, Slice text, size_t at)
{
	size_t from = at > 120 ? at - 120 : 0;
	size_t to = at + 60 < text.n ? at + 60 : text.n;
	if (run.faults++ < 10) {
		printf("# %s:\n# %.*s\n", what, (int)(to - from), text.p + from);
	}
}

/* Letters folded; the tree lies in a folder whose name may be anything. */
static void listen(const char *what, Slice text)
{
	Buf folded = BUF_INIT;
	text_fold(&folded, text);
	Slice hay = buf_slice(&folded);
	run.texts++;
	for (size_t i = 0; i < sizeof canaries / sizeof *canaries; i++) {
		size_t at = slice_find(hay, slice_of(canaries[i]), 0);
		if (at < hay.n) {
			tell_leak(what, hay, at);
			break;
		}
	}
	buf_release(&folded);
}

static Options options(void)
{
	Options o = {.repo = run.dir, .content = "content", .worktree = true, .verbose = true, .jobs = 1};
	date_parse(&o.as_of, SL("2026-03-01"));
	return o;
}

/* All that a command prints, on both streams, in so many forms: 2 have both languages, text and JSON; 6 all there are.
 */
static void overhear(const char *what, const Options *given, CommandRun *command, int forms)
{
	Options o = *given;
	Buf said = BUF_INIT;
	fflush(stdout);
	int fd = memfd_create("said", MFD_CLOEXEC);
	int out = dup(STDOUT_FILENO);
	int err = dup(STDERR_FILENO);
	dup2(fd, STDOUT_FILENO);
	dup2(fd, STDERR_FILENO);
	for (int i = 0; i < forms; i++) {
		o.lang = i % 2 ? LANG_EN : LANG_RU;
		o.format = (DiagFormat)(i % 3);
		command(&o);
	}
	dup2(out, STDOUT_FILENO);
	dup2(err, STDERR_FILENO);
	char path[32];
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	off_t size = lseek(fd, 0, SEEK_END);
	char *bytes = mmap(NULL, size > 0 ? (size_t)size : 1, PROT_READ, MAP_SHARED, fd, 0);
	buf_add(&said, (Slice){bytes, (size_t)size});
	munmap(bytes, size > 0 ? (size_t)size : 1);
	close(fd);
	close(out);
	close(err);
	listen(what, buf_slice(&said));
	buf_release(&said);
}

/* --- the tree --- */

static void put_file(Slice path, Slice bytes)
{
	Buf whole = BUF_INIT;
	buf_printf(&whole, "%s/content/%.*s", run.dir, SLICE_ARG(path));
	file_parents(AT_FDCWD, whole.p);
	file_write(AT_FDCWD, whole.p, bytes);
	buf_release(&whole);
}

/* Writes all records, the field at `target` of each damaged; false when none is so long. */
static bool plant(Grower *g, size_t target, const Damage *damage)
{
	bool any = false;
	for (int k = 0; k < OWNER_KINDS; k++) {
		any |= grow(g, (Kind)k, target, damage);
		put_file(path_of(&run.arena, (Kind)k), buf_slice(g->out));
	}
	return any;
}

/* What is said of the tree as it lies; the number of errors. */
static size_t check(const char *what)
{
	Session s;
	Options o = options();
	Buf said = BUF_INIT;
	session_open(&s, &o);
	diags_sort(&s.diags);
	for (int i = 0; i < 6; i++) {
		diags_print(&said, &s.diags, (DiagFormat)(i / 2), i % 2 ? LANG_EN : LANG_RU, false);
	}
	for (size_t i = 0; i < s.diags.n; i++) {
		run.seen[s.diags.items[i].id] = true;
	}
	size_t errors = s.diags.errors;
	listen(what, buf_slice(&said));
	session_close(&s);
	buf_release(&said);
	return errors;
}

static void verdict(const char *name, bool good)
{
	printf("%s - silence: %s\n", good ? "ok" : "not ok", name);
	run.faults += !good;
}

/* --- what is asked --- */

static void check_damaged(size_t d, size_t target, size_t *runs)
{
	char what[80];
	snprintf(what, sizeof what, "check of damage %zu to field %zu of each kind", d, target);
	check(what);
	++*runs;
}

/* All fields at once, for what decoding says; and one at a time, of every STRIDE
 * fields one, for what is said later of trees that pass. */
static void damage_all(Grower *g, size_t stride)
{
	size_t before = run.faults;
	size_t runs = 0;
	char what[80];
	for (size_t d = 0; d < DAMAGES; d++) {
		for (size_t every = EVERY_SCALAR; plant(g, every, &damages[d]) && every <= EVERY_MAP; every++) {
			check_damaged(d, every, &runs);
		}
		for (size_t target = d % stride; plant(g, target, &damages[d]); target += stride) {
			check_damaged(d, target, &runs);
		}
	}
	snprintf(what, sizeof what, "no diagnostic of %zu damaged trees repeats a value", runs);
	verdict(what, run.faults == before && runs > DAMAGES);
}

static void explain_field(const char *path, Slice field)
{
	Options o = options();
	Slice asked = arena_printf(&run.arena, "%s%s%.*s", path, field.n ? ":" : "", SLICE_ARG(field));
	o.args = &asked.p;
	o.arg_count = 1;
	overhear(asked.p, &o, command_explain, 2);
}

static void explain_map(const char *path, Owner owner, Slice prefix)
{
	size_t n;
	const FieldId *fields = schema_fields(owner, &n);
	for (size_t i = 0; i < n; i++) {
		const FieldInfo *f = schema_field(fields[i]);
		Slice name = f->type == TYPE_BODYTEXT ? SL("body") : f->name;
		Slice field =
		        arena_printf(&run.arena, "%.*s%s%.*s", SLICE_ARG(prefix), prefix.n ? "." : "", SLICE_ARG(name));
		explain_field(path, field);
		if (f->type == TYPE_MAP) {
			explain_map(path, (Owner)f->of, field);
		}
	}
}

static void ask_all(const char *state)
{
	size_t before = run.faults;
	size_t asked = run.texts;
	char what[120];
	for (int k = 0; k < OWNER_KINDS; k++) {
		Slice path = path_of(&run.arena, (Kind)k);
		explain_field(path.p, SL(""));
		explain_map(path.p, (Owner)k, SL(""));
	}
	explain_field("media/vjk.png", SL(""));
	explain_field("people/vjk.yaml", SL("vjkfield"));
	explain_field("people/vjknobody.yaml", SL(""));
	Options o = options();
	overhear("next", &o, command_next, 6);
	overhear("check", &o, command_check, 6);
	snprintf(what, sizeof what, "explain, next and check (%zu answers) repeat none, %s", run.texts - asked, state);
	verdict(what, run.faults == before && run.texts - asked > FIELD_COUNT);
}

/* A withheld surname in a public text is told by its place. */
static void guard_surnames(void)
{
	size_t before = run.faults;
	put_file(SL("people/vjksecond.yaml"), SL("family: Щъыжова\ngiven: Щъыжа\n"));
	put_file(SL("news/vjksecond.md"), SL("---\ntitle: О Щъыжовой\ndate: 2025-01-01\n---\nЩъыжову видели.\n"));
	size_t errors = check("check of a withheld surname in a title and a text");
	put_file(SL("people/vjksecond.yaml"), SL("family: Щъыжова\ngiven: Щъыжа\ndraft: true\n"));
	put_file(SL("news/vjksecond.md"), SL("---\ntitle: Щъыж\ndate: 2025-01-01\ndraft: true\n---\n"));
	verdict("the guard of texts does not repeat the surname it finds", errors == 2 && run.faults == before);
}

/* Whatever the audit finds, it names by place and field. */
static void audit_leaks(void)
{
	static const char *const leaks[] = {"index.html", "data/mentors.csv", "vjk.txt"};
	size_t before = run.faults;
	Options o = options();
	Slice site = arena_printf(&run.arena, "%s/public", run.dir);
	o.output = site.p;
	overhear("build", &o, command_build, 6);
	Buf all = BUF_INIT;
	Grower g = {.out = &all, .withdrawn = true, .draft = true};
	Buf text = BUF_INIT;
	for (int k = 0; k < OWNER_KINDS; k++) {
		grow(&g, (Kind)k, 0, &sound);
		buf_add(&text, buf_slice(&all));
	}
	for (size_t i = 0; i < sizeof leaks / sizeof *leaks; i++) {
		Slice path = arena_printf(&run.arena, "%s/%s", site.p, leaks[i]);
		file_parents(AT_FDCWD, path.p);
		file_write(AT_FDCWD, path.p, buf_slice(&text));
	}
	o.args = &site.p;
	o.arg_count = 1;
	overhear("audit", &o, command_audit, 6);
	Session s;
	int fd = open(site.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	session_open(&s, &o);
	Audit *audit = session_audit(&s);
	bool found = !audit_tree(audit, fd, SL("public"), 1, &s.diags) && s.diags.errors > 0;
	audit_free(audit);
	for (size_t i = 0; i < s.diags.n; i++) {
		run.seen[s.diags.items[i].id] = true;
	}
	session_close(&s);
	close(fd);
	buf_release(&all);
	buf_release(&text);
	verdict("build and the audit of a site full of leaks repeat none", found && run.faults == before);
}

static void write_seen(void)
{
	Buf text = BUF_INIT;
	for (int i = 0; i < DIAG_COUNT; i++) {
		if (run.seen[i]) {
			buf_printf(&text, "%s\n", diag_name((DiagId)i));
		}
	}
	Slice path = arena_printf(&run.arena, "%s/seen", run.dir);
	file_write(AT_FDCWD, path.p, buf_slice(&text));
	buf_release(&text);
}

static void ask_in_every_state(Grower *g)
{
	static const char *const states[] = {"of what is public", "of consents withdrawn", "of drafts"};
	for (int i = 0; i < 3; i++) {
		*g = (Grower){.out = g->out, .withdrawn = i > 0, .draft = i > 1};
		plant(g, 0, &sound);
		char name[80];
		snprintf(name, sizeof name, "the tree grown from the schema is sound, %s", states[i]);
		verdict(name, check("check of the sound tree") == 0);
		ask_all(states[i]);
	}
}

int main(int argc, char **argv)
{
	Buf picture = BUF_INIT;
	Buf out = BUF_INIT;
	Grower g = {.out = &out};
	if (argc < 3) {
		fputs("usage: silence ROOT DIR [all]\n", stderr);
		return 2;
	}
	run.dir = argv[2];
	run.arena = (Arena)ARENA_INIT;
	Slice path = arena_printf(&run.arena, "%s/tests/golden/base/content/media/klass.png", argv[1]);
	file_read(&picture, AT_FDCWD, path.p, 1 << 20);
	put_file(SL("media/vjk.png"), buf_slice(&picture));
	ask_in_every_state(&g);
	guard_surnames();
	audit_leaks();
	g.withdrawn = false;
	g.draft = false;
	damage_all(&g, argc > 3 ? 1 : 7);
	write_seen();
	buf_release(&picture);
	buf_release(&out);
	arena_release(&run.arena);
	return run.faults != 0;
}
