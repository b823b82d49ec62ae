/* rubrika diff: what the public would see appear, change and vanish between two trees, both seen on the same day. */
#include "cmd/changes.h"
#include "cmd/run.h"
#include "cmd/session.h"

typedef struct Diff {
	const Options *options;
	Options before_options, after_options;
	Session before, after;
	bool opened; /* both sessions have been */
} Diff;

/* Dates of change would differ with every commit; they follow what is shown here. */
static Options options_of(const Options *o, const char *rev, bool worktree)
{
	Options side = *o;
	side.rev = worktree ? NULL : rev;
	side.worktree = worktree;
	side.no_history = true;
	return side;
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

/* --- pages that are no record's --- */

typedef VEC(Slice) Paths;

static Paths own_pages(const Pages *pages)
{
	Paths out = {NULL, 0, 0};
	for (size_t i = 0; i < pages->list.n; i++) {
		if (!pages->list.items[i]->record) {
			vec_push(&out, pages->list.items[i]->path);
		}
	}
	return out;
}

static void compare(Differences *out, const Diff *d)
{
	Paths before = own_pages(d->before.pages);
	Paths after = own_pages(d->after.pages);
	compare_sites(out, d->before.site, d->after.site);
	compare_pages(out, before.items, before.n, after.items, after.n);
	vec_release(&before);
	vec_release(&after);
}

/* --- the command --- */

static ReportWriter *writer_of(const Options *o)
{
	static ReportWriter *const writers[] = {
	        [FORMAT_TEXT] = report_text, [FORMAT_JSON] = report_json, [FORMAT_GITHUB] = report_markdown};
	return o->html ? report_html : writers[o->format];
}

static Slice name_of(const Options *side)
{
	return side->worktree ? slice_of(say(side, "файлы как есть", "the files as they lie")) : slice_of(side->rev);
}

static int print(const Diff *d)
{
	Buf out = BUF_INIT;
	Differences changes;
	differences_init(&changes);
	compare(&changes, d);
	Report r = {d->options, &changes, name_of(&d->before_options), name_of(&d->after_options),
	            d->after.site->today};
	writer_of(d->options)(&out, &r);
	int status = command_print(d->options, buf_slice(&out));
	differences_release(&changes);
	buf_release(&out);
	return status;
}

static int report(const Diff *d, Session *s)
{
	const Options *side = s->options;
	if (!side->worktree && s->tree) {
		DIAG(&s->diags, D_REVISION_FAULTY, loc_at(SL(""), 0, 0), slice_of(side->rev));
	}
	return command_tell(d->options, &s->diags);
}

/* The newer tree first: it says in which time zone today is. The older one need
 * not be fit to be built today: a text may name someone who has withdrawn since. */
static int run(Diff *d)
{
	if (!session_open(&d->after, &d->after_options)) {
		return report(d, &d->after);
	}
	d->before_options.as_of = d->after.site->today;
	d->opened = true;
	if (!session_open(&d->before, &d->before_options) && !d->before.pages) {
		return report(d, &d->before);
	}
	return print(d);
}

int command_diff(const Options *o)
{
	bool two = o->arg_count == 2;
	if (o->arg_count == 0) {
		return refuse(o, "нужна ревизия, с которой сравнивать: ", "a revision to compare with is needed: ",
		              "rubrika diff REV1 [REV2]");
	}
	if (two && (o->rev || o->worktree)) {
		return refuse(o, "вторая ревизия уже названа: ", "the second revision is given already: ", o->args[1]);
	}
	const char *newer = two ? o->args[1] : o->rev ? o->rev : "HEAD";
	Diff d = {.options = o};
	d.before_options = options_of(o, o->args[0], false);
	d.after_options = options_of(o, newer, o->worktree);
	int status = run(&d);
	if (d.opened) {
		session_close(&d.before);
	}
	session_close(&d.after);
	return status;
}
