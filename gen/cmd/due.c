/* rubrika due: the curator's agenda. */
#include "base/hash.h"
#include "cmd/run.h"
#include "cmd/session.h"
#include "cmd/telling.h"
#include "record/due.h"
#include "render/ics.h"

/* «п. 8.2; 152-ФЗ, ст. 10.1»: the act's clause, the law, or both. */
static void put_ground(Buf *out, const Policy *p, DueId id)
{
	Slice clause = due_clause(p, id);
	const char *law = due_info(id)->law;
	buf_add(out, clause);
	buf_str(out, clause.n && *law ? "; " : "");
	buf_str(out, law);
}

static void put_when(Buf *out, const Options *o, Date day, Date today)
{
	if (day == today) {
		buf_str(out, say(o, "сегодня", "today"));
	} else if (day < today) {
		buf_str(out, say(o, "просрочено, дней: ", "overdue, days: "));
		buf_uint(out, (uint64_t)(today - day));
	} else {
		buf_str(out, say(o, "осталось дней: ", "days left: "));
		buf_uint(out, (uint64_t)(day - today));
	}
}

static void put_place(Buf *out, Loc loc)
{
	buf_add(out, loc.path);
	if (loc.line) {
		buf_printf(out, ":%u", loc.line);
	}
}

static void put_text(Buf *out, const Options *o, const Corpus *c, const Agenda *a, Date today)
{
	if (a->list.n == 0) {
		buf_str(out, say(o, "Дел нет, на столько дней вперёд: ", "Nothing is due, days ahead: "));
		buf_uint(out, o->days);
		buf_str(out, ".\n");
	}
	for (size_t i = 0; i < a->list.n; i++) {
		const Due *d = &a->list.items[i];
		telling_date(out, d->day);
		buf_str(out, " (");
		put_when(out, o, d->day, today);
		buf_str(out, "): ");
		buf_str(out, due_info(d->id)->title[o->lang]);
		buf_str(out, "\n    ");
		put_place(out, d->loc);
		size_t before = out->n;
		buf_str(out, ", ");
		put_ground(out, &c->policy, d->id);
		if (out->n == before + 2) {
			out->n = before;
		}
		buf_byte(out, '\n');
	}
}

static void put_json(Buf *out, const Options *o, const Corpus *c, const Agenda *a)
{
	Json j;
	json_init(&j, out, true);
	json_open(&j, '[');
	for (size_t i = 0; i < a->list.n; i++) {
		const Due *d = &a->list.items[i];
		Buf text = BUF_INIT;
		json_open(&j, '{');
		telling_date(&text, d->day);
		json_pair(&j, "date", buf_slice(&text));
		json_pair(&j, "id", slice_of(due_info(d->id)->name));
		json_pair(&j, "text", slice_of(due_info(d->id)->title[o->lang]));
		buf_clear(&text);
		put_ground(&text, &c->policy, d->id);
		json_pair(&j, "clause", buf_slice(&text));
		json_pair(&j, "path", d->loc.path);
		json_key(&j, SL("line"));
		json_int(&j, d->loc.line);
		json_close(&j, '}');
		buf_release(&text);
	}
	json_close(&j, ']');
	buf_byte(out, '\n');
}

/* --- a calendar --- */

static icaltimetype day_of(Date d)
{
	icaltimetype t = {.is_date = 1};
	date_split(d, &t.year, &t.month, &t.day);
	return t;
}

/* The same task keeps its id from one run to the next, so that a calendar takes it for one; nothing can be read from
 * it. */
static void add_uid(icalcomponent *event, const Due *d)
{
	char hex[33];
	Buf key = BUF_INIT;
	buf_printf(&key, "%s %.*s %d", due_info(d->id)->name, SLICE_ARG(d->loc.path), d->day);
	digest_hex(hex, digest_of(buf_slice(&key)));
	buf_clear(&key);
	buf_printf(&key, "%s@rubrika", hex);
	icalcomponent_add_property(event, icalproperty_new_uid(key.p));
	buf_release(&key);
}

static void add_event(icalcomponent *calendar, const Options *o, const Corpus *c, const Due *d)
{
	icalcomponent *event = icalcomponent_new_vevent();
	icaltimetype stamp = day_of(d->day);
	Buf text = BUF_INIT;
	stamp.is_date = 0;
	stamp.zone = icaltimezone_get_utc_timezone();
	add_uid(event, d);
	icalcomponent_add_property(event, icalproperty_new_dtstamp(stamp));
	icalcomponent_add_property(event, icalproperty_new_dtstart(day_of(d->day)));
	icalcomponent_add_property(event, icalproperty_new_summary(due_info(d->id)->title[o->lang]));
	put_place(&text, d->loc);
	buf_byte(&text, '\n');
	put_ground(&text, &c->policy, d->id);
	icalcomponent_add_property(event, icalproperty_new_description(text.p));
	icalcomponent_add_component(calendar, event);
	buf_release(&text);
}

static void put_calendar(Buf *out, const Options *o, const Corpus *c, const Agenda *a)
{
	icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
	icalcomponent_add_property(calendar, icalproperty_new_prodid("-//rubrika//due//EN"));
	for (size_t i = 0; i < a->list.n; i++) {
		add_event(calendar, o, c, &a->list.items[i]);
	}
	ics_put(out, calendar);
}

static int tell(Session *s)
{
	const Options *o = s->options;
	Date today = session_day(o, s->corpus);
	Buf out = BUF_INIT;
	Agenda a;
	agenda_init(&a, s->corpus, today, o->days);
	if (o->ics) {
		put_calendar(&out, o, s->corpus, &a);
	} else if (o->format == FORMAT_JSON) {
		put_json(&out, o, s->corpus, &a);
	} else {
		put_text(&out, o, s->corpus, &a, today);
	}
	int status = command_print(o, buf_slice(&out));
	agenda_release(&a);
	buf_release(&out);
	return status;
}

int command_due(const Options *o)
{
	Session s;
	int status = session_read(&s, o) ? tell(&s) : command_tell(o, &s.diags);
	session_close(&s);
	return status;
}
