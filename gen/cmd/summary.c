#include "cmd/summary.h"

#include "redact/tally.h"

static void put_withheld(Buf *out, const Options *o, const Tally *t)
{
	const char *before = say(o, "; скрыто: ", "; withheld: ");
	for (int reason = 0; reason < TALLY_REASONS; reason++) {
		if (t->withheld[reason]) {
			buf_str(out, before);
			buf_str(out, tally_title((TallyReason)reason, o->lang));
			buf_str(out, " — ");
			buf_uint(out, t->withheld[reason]);
			before = ", ";
		}
	}
}

void summary_put(Buf *out, const Session *s, int64_t ms)
{
	const Options *o = s->options;
	Tally t;
	tally_init(&t, s->corpus, session_day(o, s->corpus));
	buf_str(out, say(o, "Записей: ", "Records: "));
	buf_uint(out, t.records);
	put_withheld(out, o, &t);
	buf_str(out, say(o, ". Время: ", ". Time: "));
	buf_uint(out, (uint64_t)ms / 1000);
	buf_str(out, say(o, ",", "."));
	buf_uint(out, (uint64_t)ms % 1000 / 100);
	buf_str(out, say(o, " с.\n", " s.\n"));
}
