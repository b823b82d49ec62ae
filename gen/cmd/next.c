/* rubrika next: the next day on which the site changes by itself, and why: what a scheduler asks. */
#include "cmd/run.h"
#include "cmd/session.h"
#include "cmd/telling.h"
#include "redact/next.h"

static void put_text(Buf *out, const Options *o, const Next *n)
{
	if (n->day == DATE_NONE) {
		buf_str(out, say(o, "Сам по себе раздел больше не изменится.\n",
		                 "The site will not change by itself any more.\n"));
		return;
	}
	telling_date(out, n->day);
	buf_byte(out, '\n');
	for (size_t i = 0; i < n->reasons.n; i++) {
		telling_put(out, o, &n->reasons.items[i]);
	}
	if (n->faults.errors) {
		buf_str(out, say(o, "В этот день раздел не соберётся, пока не исправлено:\n",
		                 "On that day the site will not build unless this is mended:\n"));
		diags_print(out, &n->faults, FORMAT_TEXT, o->lang, false);
	}
}

static void put_faults(Json *j, const Options *o, const Diags *faults)
{
	json_key(j, SL("faults"));
	json_open(j, '[');
	for (size_t i = 0; i < faults->n; i++) {
		Buf text = BUF_INIT;
		diag_text(&text, &faults->items[i], o->lang, false);
		json_text(j, buf_slice(&text));
		buf_release(&text);
	}
	json_close(j, ']');
}

static void put_json(Buf *out, const Options *o, const Next *n)
{
	Json j;
	json_init(&j, out, true);
	json_open(&j, '{');
	if (n->day != DATE_NONE) {
		Buf day = BUF_INIT;
		telling_date(&day, n->day);
		json_pair(&j, "date", buf_slice(&day));
		buf_release(&day);
	}
	json_key(&j, SL("reasons"));
	json_open(&j, '[');
	for (size_t i = 0; i < n->reasons.n; i++) {
		json_open(&j, '{');
		telling_json(&j, o, &n->reasons.items[i]);
		json_close(&j, '}');
	}
	json_close(&j, ']');
	put_faults(&j, o, &n->faults);
	json_close(&j, '}');
	buf_byte(out, '\n');
}

static int find(Session *s)
{
	const Options *o = s->options;
	Buf out = BUF_INIT;
	Next n;
	next_find(&n, s->corpus, s->history, session_day(o, s->corpus), o->jobs);
	diags_sort(&n.faults);
	(o->format == FORMAT_JSON ? put_json : put_text)(&out, o, &n);
	int status = command_print(o, buf_slice(&out));
	buf_release(&out);
	next_release(&n);
	return status;
}

int command_next(const Options *o)
{
	Session s;
	bool ready = session_read(&s, o) && session_history(&s);
	int status = ready ? find(&s) : command_tell(o, &s.diags);
	session_close(&s);
	return status;
}
