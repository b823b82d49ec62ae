/* Events as iCalendar (RFC 5545): each by itself, and all in one calendar. */
#include "render/ics.h"

#include "render/uri.h"

enum { HOUR = 60 };

static void add(icalcomponent *to, icalproperty *property)
{
	icalcomponent_add_property(to, property);
}

static icaltimetype time_of(Moment m)
{
	Date day = moment_date(m);
	int minutes = (int)(m - (Moment)day * 24 * HOUR);
	icaltimetype t = {.hour = minutes / HOUR, .minute = minutes % HOUR};
	date_split(day, &t.year, &t.month, &t.day);
	return t;
}

/* Wall time of the site's zone as UTC. */
static icaltimetype utc_time(const PubSite *site, Moment wall)
{
	icaltimetype t = time_of(zone_to_utc(site->timezone, wall));
	t.zone = icaltimezone_get_utc_timezone();
	return t;
}

static bool is_utc(const PubSite *site)
{
	return slice_is(site->timezone, "UTC");
}

/* A time as the announcement says it, in the zone that the calendar describes:
 * «в 15:00» stays so when the state moves the clocks after the file was taken. */
static void add_wall(icalcomponent *event, const PubSite *site, icalproperty *property)
{
	if (!is_utc(site)) {
		Arena scratch = ARENA_INIT;
		icalproperty_add_parameter(property, icalparameter_new_tzid(arena_cstr(&scratch, site->timezone)));
		arena_release(&scratch);
	}
	add(event, property);
}

static icaltimetype wall_time(const PubSite *site, Moment wall)
{
	return is_utc(site) ? utc_time(site, wall) : time_of(wall);
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
	add_wall(event, site, icalproperty_new_dtstart(wall_time(site, from)));
	add_wall(event, site, icalproperty_new_dtend(wall_time(site, to)));
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

/* --- the zone (RFC 5545, 3.6.5) --- */

enum { YEAR = 366 * 24 * HOUR };

static void add_rule(icalcomponent *zone, const ZoneChange *change)
{
	icalcomponent *rule = change->summer ? icalcomponent_new_xdaylight() : icalcomponent_new_xstandard();
	add(rule, icalproperty_new_dtstart(time_of(change->utc + change->before)));
	add(rule, icalproperty_new_tzoffsetfrom(change->before * 60));
	add(rule, icalproperty_new_tzoffsetto(change->after * 60));
	icalcomponent_add_component(zone, rule);
}

/* What the clocks of the site's zone do from a year before the first moment of UTC to the last. */
static void add_zone(icalcomponent *calendar, const PubSite *site, Moment first, Moment last)
{
	Arena scratch = ARENA_INIT;
	icalcomponent *zone = icalcomponent_new_vtimezone();
	int offset = zone_offset(site->timezone, first - YEAR);
	ZoneChange change = {first - YEAR, offset, offset, false};
	bool more = true;
	add(zone, icalproperty_new_tzid(arena_cstr(&scratch, site->timezone)));
	while (more && change.utc <= last) {
		add_rule(zone, &change);
		more = zone_change(&change, site->timezone, change.utc);
	}
	icalcomponent_add_component(calendar, zone);
	arena_release(&scratch);
}

/* Describes the zone for as long as the events take, when they name it. */
static void add_zone_of(icalcomponent *calendar, const PubSite *site, const PubRecord *const *events, size_t n)
{
	Moment first = INT64_MAX;
	Moment last = INT64_MIN;
	for (size_t i = 0; i < n; i++) {
		Moment start = pub_get(&events[i]->fields, SL("start"), events[i]->page)->as.moment;
		const Pub *end = pub_get(&events[i]->fields, SL("end"), events[i]->page);
		Moment from = zone_to_utc(site->timezone, start);
		Moment to = zone_to_utc(site->timezone, end && end->as.moment > start ? end->as.moment : start + HOUR);
		first = from < first ? from : first;
		last = to > last ? to : last;
	}
	if (n && !is_utc(site)) {
		add_zone(calendar, site, first, last);
	}
}

static icalcomponent *new_calendar(void)
{
	icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	add(calendar, icalproperty_new_version("2.0"));
	add(calendar, icalproperty_new_prodid("-//rubrika//calendar//EN"));
	return calendar;
}

static void make_event(const Render *r, const Product *p, Buf *out)
{
	const PubRecord *event = p->arg;
	icalcomponent *calendar = new_calendar();
	add_zone_of(calendar, r->site, &event, 1);
	add_event(calendar, r->site, event);
	ics_put(out, calendar);
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
	VEC(const PubRecord *) shown = {NULL, 0, 0};
	(void)p;
	for (size_t i = 0; i < events.n; i++) {
		if (is_shown(events.items[i])) {
			vec_push(&shown, events.items[i]);
		}
	}
	add_name(calendar, r);
	add_zone_of(calendar, r->site, shown.items, shown.n);
	for (size_t i = 0; i < shown.n; i++) {
		add_event(calendar, r->site, shown.items[i]);
	}
	vec_release(&shown);
	ics_put(out, calendar);
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
