/* rubrika check: everything that can be said of the content; nothing is written. */
#include "cmd/progress.h"
#include "cmd/run.h"
#include "cmd/session.h"
#include "cmd/summary.h"
#include "record/advice.h"
#include "redact/notice.h"

/* Rule 7 is about what was published, and so about the history of HEAD even
 * when it is the files as they lie that are checked. */
static void check_notices(Session *s)
{
	const Options *o = s->options;
	const TreeOptions published = {o->repo, o->content, NULL, false};
	Date day = session_day(o, s->corpus);
	Diags ignored;
	diags_init(&ignored);
	bool elsewhere = o->worktree && !o->no_history && notice_any_due(s->corpus, day);
	Tree *head = elsewhere ? tree_open(&published, &ignored) : NULL;
	History *past = head ? history_open(head, &ignored) : NULL;
	notice_check(s->corpus, past ? past : s->history, day, s->site->timezone, &s->diags);
	history_free(past);
	if (head) {
		tree_free(head);
	}
	diags_release(&ignored);
}

/* Of a corpus with errors there is nothing more to count. */
static void summarize(const Session *s, bool open, int64_t ms)
{
	const Options *o = s->options;
	Buf text = BUF_INIT;
	if (s->diags.errors || s->diags.warnings) {
		buf_str(&text, say(o, "Ошибок: ", "Errors: "));
		buf_uint(&text, s->diags.errors);
		buf_str(&text, say(o, ", предупреждений: ", ", warnings: "));
		buf_uint(&text, s->diags.warnings);
		buf_byte(&text, '.');
	} else {
		buf_str(&text, say(o, "Ошибок нет.", "No faults."));
	}
	if (open) {
		buf_byte(&text, ' ');
		summary_put(&text, s, ms);
	} else {
		buf_byte(&text, '\n');
	}
	if (!o->quiet) {
		print_out(buf_slice(&text));
	}
	buf_release(&text);
}

int command_check(const Options *o)
{
	Session s;
	Progress progress;
	progress_begin(&progress, o);
	progress_phase(&progress, "Читаю и проверяю записи", "Reading and checking the records", 0);
	bool open = session_open(&s, o);
	if (open) {
		check_notices(&s);
		advice_check(s.corpus, session_day(o, s.corpus), &s.diags);
	}
	int64_t ms = progress_end(&progress);
	int status = command_tell(o, &s.diags);
	summarize(&s, open, ms);
	session_close(&s);
	return status;
}
