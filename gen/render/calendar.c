/* Events as iCalendar (RFC 5545): each by itself, and all in one calendar. */
#include <libical/ical.h>

#include "render/uri.h"

enum { HOUR = 60 };

static void add(icalcomponent *to, icalproperty *property)
{
	icalcomponent_add_property(to, property);
}

/* Wall time of the site's zone as UTC, so that no zone need be described. */
static icaltimetype utc_time(const PubSite *site, Moment wall)
{
	Moment utc = zone_to_utc(site->timezone, wall);
	Date day = moment_date(utc);
	int minutes = (int)(utc - (Moment)day * 24 * HOUR);
	icaltimetype t = {.hour = minutes / HOUR, .minute = minutes % HOUR, .zone = icaltimezone_get_utc_timezone()};
	date_split(day, &t.year, &t.month, &t.day);
	return t;
}

static icaltimetype midnight(Date day)
{
	icaltimetype t = {.zone = icaltimezone_get_utc_timezone()};
	date_split(day, &t.year, &t.month, &t.day);
	return t;
}

/* DTSTAMP is when the entry was last revised (RFC 5545, 3.8.7.2): what the
 * history says, else a moment that never changes; the clock is not asked. */
static void add_times(icalcomponent *event, const PubSite *site, const PubRecord *rec)
{
	const Pub *start = pub_get(&rec->fields, SL("start"), rec->page);
	const Pub *end = pub_get(&rec->fields, SL("end"), rec->page);
	Moment from = start->as.moment;
	Moment to = end && end->as.moment > from ? end->as.moment : from + HOUR;
	bool dated = rec->updated != DATE_NONE;
	add(event, icalproperty_new_dtstamp(dated ? midnight(rec->updated) : utc_time(site, from)));
	add(event, icalproperty_new_dtstart(utc_time(site, from)));
	add(event, icalproperty_new_dtend(utc_time(site, to)));
	if (dated) {
		add(event, icalproperty_new_lastmodified(midnight(rec->updated)));
	}
}

typedef icalproperty *NewProperty(const char *text);

static void add_text(icalcomponent *to, NewProperty *new_property, Slice text)
{
	Arena scratch = ARENA_INIT;
	if (text.n) {
		add(to, new_property(arena_cstr(&scratch, text)));
	}
	arena_release(&scratch);
}

/* Without the scheme, the port and what follows. */
static Slice host_of(Slice url)
{
	size_t from = slice_find(url, SL("://"), 0) + 3;
	Slice host = slice_sub(url, from, slice_find_byte(url, '/', from));
	return slice_sub(host, 0, slice_find_byte(host, ':', 0));
}

static void add_identity(icalcomponent *event, const PubSite *site, const PubRecord *rec)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "%.*s@%.*s", SLICE_ARG(rec->id), SLICE_ARG(host_of(site->base_url)));
	add(event, icalproperty_new_uid(text.p));
	buf_clear(&text);
	uri_page(&text, site, rec->page);
	add(event, icalproperty_new_url(text.p));
	buf_release(&text);
}

static void add_event(icalcomponent *calendar, const PubSite *site, const PubRecord *rec)
{
	icalcomponent *event = icalcomponent_new_vevent();
	bool cancelled = pub_flag(&rec->fields, "cancelled", rec->page);
	add_identity(event, site, rec);
	add_times(event, site, rec);
	add_text(event, icalproperty_new_summary, pub_text(&rec->fields, "title", rec->page));
	add_text(event, icalproperty_new_location, pub_text(&rec->fields, "place", rec->page));
	add_text(event, icalproperty_new_description, rec->text);
	add(event, icalproperty_new_status(cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
	icalcomponent_add_component(calendar, event);
}

static icalcomponent *new_calendar(void)
{
	icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	add(calendar, icalproperty_new_version("2.0"));
	add(calendar, icalproperty_new_prodid("-//rubrika//calendar//EN"));
	return calendar;
}

static void finish(Buf *out, icalcomponent *calendar)
{
	char *text = icalcomponent_as_ical_string_r(calendar);
	if (!text) {
		mem_exhausted();
	}
	buf_str(out, text);
	icalmemory_free_buffer(text);
	icalcomponent_free(calendar);
}

static void make_event(const Render *r, const Product *p, Buf *out)
{
	icalcomponent *calendar = new_calendar();
	add_event(calendar, r->site, p->arg);
	finish(out, calendar);
}

/* NAME (RFC 7986) and the older word for it, which most programs still read. */
static void add_name(icalcomponent *calendar, const Render *r)
{
	icalproperty *old = icalproperty_new_x("");
	const Pub *school = pub_get(&r->site->site, SL("school"), SL(""));
	Arena scratch = ARENA_INIT;
	Slice title = arena_join(&scratch, r->theme->texts[STR_nav_events], SL(" — "),
	                         pub_text(school, "short_name", SL("")));
	add_text(calendar, icalproperty_new_name, title);
	icalproperty_set_x_name(old, "X-WR-CALNAME");
	icalproperty_set_value(old, icalvalue_new_text(title.p));
	add(calendar, old);
	arena_release(&scratch);
}

static bool is_shown(const PubRecord *rec)
{
	return pub_on(&rec->self, rec->page) != NULL;
}

static void make_calendar(const Render *r, const Product *p, Buf *out)
{
	PubList events = r->site->kinds[PUB_EVENTS];
	icalcomponent *calendar = new_calendar();
	(void)p;
	add_name(calendar, r);
	for (size_t i = 0; i < events.n; i++) {
		if (is_shown(events.items[i])) {
			add_event(calendar, r->site, events.items[i]);
		}
	}
	finish(out, calendar);
}

void calendar_products(Products *ps, const Render *r)
{
	PubList events = r->site->kinds[PUB_EVENTS];
	if (!pub_section(r->site, SECTION_EVENTS)) {
		return;
	}
	products_add(ps, SL("events/calendar.ics"), make_calendar, NULL);
	for (size_t i = 0; i < events.n; i++) {
		const PubRecord *rec = events.items[i];
		if (is_shown(rec)) {
			products_add(ps, arena_join(&ps->arena, rec->page, SL("event.ics"), SL("")), make_event, rec);
		}
	}
}

Version calendar_ical_version(void)
{
	Version v = {.library = "libical"};
	version_join(v.built, ICAL_MAJOR_VERSION, ICAL_MINOR_VERSION, ICAL_PATCH_VERSION);
	return v;
}
