/* rubrika check: everything that can be said of the content; nothing is written. */
#include "cmd/run.h"
#include "cmd/session.h"

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
	session_open(&s, o);
	int status = command_report(o, &s.diags);
	summarize(&s, s.diags.errors, s.diags.warnings);
	session_close(&s);
	return status;
}
