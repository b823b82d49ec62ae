/* rubrika check: everything that can be said of the content; nothing is written. */
#include "cmd/run.h"
#include "cmd/session.h"
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

static void summarize(const Session *s, size_t errors, size_t warnings)
{
	const Options *o = s->options;
	Buf text = BUF_INIT;
	if (errors || warnings) {
		buf_str(&text, say(o, "Ошибок: ", "Errors: "));
		buf_uint(&text, errors);
		buf_str(&text, say(o, ", предупреждений: ", ", warnings: "));
		buf_uint(&text, warnings);
		buf_str(&text, ".\n");
	} else {
		buf_str(&text, say(o, "Ошибок нет.\n", "No faults.\n"));
	}
	if (!o->quiet) {
		print_out(buf_slice(&text));
	}
	buf_release(&text);
}

int command_check(const Options *o)
{
	Session s;
	if (session_open(&s, o)) {
		check_notices(&s);
	}
	int status = command_tell(o, &s.diags);
	summarize(&s, s.diags.errors, s.diags.warnings);
	session_close(&s);
	return status;
}
