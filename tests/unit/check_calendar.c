#include "sample.h"
#include "unit.h"

static void event(Sample *s, const char *id, const char *start)
{
	sample_record(s, PUB_EVENTS, id);
	sample_text(s, "title", "Встреча");
	sample_moment(s, "start", start);
}

static Slice calendar(Sample *s, const char *path)
{
	sample_products(s, calendar_products);
	return sample_file(s, path);
}

/* A site with the section and one event. */
static void init(Sample *s)
{
	sample_init(s);
	sample_section(s, SECTION_EVENTS);
	event(s, "vstrecha", "2025-11-25T15:00");
}

/* The lines as they were before folding (RFC 5545, 3.1). */
static Slice unfolded(Arena *a, Slice ics)
{
	char *out = arena_alloc(a, ics.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < ics.n; i++) {
		if (slice_starts(slice_sub(ics, i, ics.n), SL("\r\n "))) {
			i += 2;
		} else {
			out[n++] = ics.p[i];
		}
	}
	return (Slice){out, n};
}

START_TEST(events_have_files_only_where_they_are_built)
{
	Sample s;
	sample_init(&s);
	event(&s, "vstrecha", "2025-11-25T15:00");
	sample_products(&s, calendar_products);
	ck_assert_uint_eq(s.products.list.n, 0);
	sample_section(&s, SECTION_EVENTS);
	sample_products(&s, calendar_products);
	ck_assert_uint_eq(s.products.list.n, 2);
	ck_assert_ptr_nonnull(sample_product(&s, "events/calendar.ics"));
	ck_assert_ptr_nonnull(sample_product(&s, "events/vstrecha/event.ics"));
	sample_release(&s);
}
END_TEST

START_TEST(times_are_the_wall_times_of_a_zone_that_is_described)
{
	Sample s;
	init(&s);
	sample_moment(&s, "end", "2025-11-25T16:30");
	Slice ics = calendar(&s, "events/vstrecha/event.ics");
	assert_has(ics, "\r\nDTSTART;TZID=Europe/Moscow:20251125T150000\r\n");
	assert_has(ics, "\r\nDTEND;TZID=Europe/Moscow:20251125T163000\r\n");
	assert_has(ics, "\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Moscow\r\nBEGIN:STANDARD\r\n");
	assert_has(ics, "\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n");
	sample_release(&s);
}
END_TEST

START_TEST(a_zone_with_summer_time_has_each_change_until_the_last_event)
{
	Sample s;
	init(&s);
	s.site.timezone = SL("America/New_York");
	Slice ics = calendar(&s, "events/vstrecha/event.ics");
	/* The clocks went forward on 9 March 2025 at 2:00 and back on 2 November at 2:00. */
	assert_has(ics, "BEGIN:DAYLIGHT\r\nDTSTART:20250309T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n");
	assert_has(ics, "BEGIN:STANDARD\r\nDTSTART:20251102T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\n");
	assert_lacks(ics, "DTSTART:2026");
	sample_release(&s);
}
END_TEST

START_TEST(utc_needs_no_description)
{
	Sample s;
	init(&s);
	s.site.timezone = SL("UTC");
	Slice ics = calendar(&s, "events/vstrecha/event.ics");
	assert_has(ics, "\r\nDTSTART:20251125T150000Z\r\n");
	assert_lacks(ics, "TZID");
	sample_release(&s);
}
END_TEST

START_TEST(an_event_without_an_end_takes_an_hour)
{
	Sample s;
	init(&s);
	assert_has(calendar(&s, "events/vstrecha/event.ics"), "DTEND;TZID=Europe/Moscow:20251125T160000\r\n");
	sample_moment(&s, "end", "2025-11-25T15:00");
	assert_has(calendar(&s, "events/vstrecha/event.ics"), "DTEND;TZID=Europe/Moscow:20251125T160000\r\n");
	sample_release(&s);
}
END_TEST

START_TEST(the_stamp_is_of_the_last_change_or_of_the_start)
{
	Sample s;
	init(&s);
	Slice ics = calendar(&s, "events/vstrecha/event.ics");
	assert_has(ics, "DTSTAMP:20251125T120000Z\r\n");
	assert_lacks(ics, "LAST-MODIFIED");
	s.last->updated = date_of(2025, 10, 3);
	ics = calendar(&s, "events/vstrecha/event.ics");
	assert_has(ics, "DTSTAMP:20251003T000000Z\r\n");
	assert_has(ics, "LAST-MODIFIED:20251003T000000Z\r\n");
	sample_release(&s);
}
END_TEST

START_TEST(an_event_is_known_by_its_id_and_host)
{
	Sample s;
	init(&s);
	sample_base(&s, "https://school.example:8443/nast/");
	Slice ics = calendar(&s, "events/vstrecha/event.ics");
	assert_has(ics, "UID:vstrecha@school.example\r\n");
	assert_has(unfolded(&s.site.arena, ics), "URL:https://school.example:8443/nast/events/vstrecha/\r\n");
	sample_release(&s);
}
END_TEST

START_TEST(a_cancelled_event_says_so)
{
	Sample s;
	init(&s);
	assert_has(calendar(&s, "events/vstrecha/event.ics"), "STATUS:CONFIRMED\r\n");
	sample_set(&s, "cancelled", pub_new_flag(&s.site.arena, true));
	assert_has(calendar(&s, "events/vstrecha/event.ics"), "STATUS:CANCELLED\r\n");
	sample_release(&s);
}
END_TEST

START_TEST(texts_are_escaped)
{
	Sample s;
	init(&s);
	sample_text(&s, "title", "Раз, два; три\\четыре");
	sample_text(&s, "place", "Зал, 2 этаж");
	s.last->text = SL("Первая строка\nвторая");
	Slice ics = unfolded(&s.site.arena, calendar(&s, "events/vstrecha/event.ics"));
	assert_has(ics, "SUMMARY:Раз\\, два\\; три\\\\четыре\r\n");
	assert_has(ics, "LOCATION:Зал\\, 2 этаж\r\n");
	assert_has(ics, "DESCRIPTION:Первая строка\\nвторая\r\n");
	sample_release(&s);
}
END_TEST

static void assert_folded(Slice ics)
{
	Slice rest = ics;
	Slice line;
	while (slice_split(&rest, '\n', &line)) {
		if (line.n == 0) {
			continue;
		}
		ck_assert_int_eq(line.p[line.n - 1], '\r');
		ck_assert_uint_le(line.n - 1, 75);
		ck_assert_uint_eq(utf8_check(line), line.n);
	}
}

/* Whatever the length of a line: libical 3.0 breaks CR from LF at one of them. */
START_TEST(no_line_is_broken_at_its_end)
{
	Sample s;
	for (size_t length = 60; length < 80; length++) {
		Buf text = BUF_INIT;
		init(&s);
		for (size_t i = 0; i < length; i++) {
			buf_byte(&text, 'x');
		}
		s.last->text = buf_slice(&text);
		Slice ics = calendar(&s, "events/vstrecha/event.ics");
		assert_folded(ics);
		assert_lacks(ics, "\r\r");
		assert_has(unfolded(&s.site.arena, ics), text.p);
		sample_release(&s);
		buf_release(&text);
	}
}
END_TEST

START_TEST(lines_are_of_75_octets_and_whole_letters)
{
	Sample s;
	for (size_t shift = 0; shift < 4; shift++) {
		Buf text = BUF_INIT;
		init(&s);
		for (size_t i = 0; i < shift; i++) {
			buf_byte(&text, 'x');
		}
		for (int i = 0; i < 200; i++) {
			buf_str(&text, "щ");
		}
		s.last->text = buf_slice(&text);
		Slice ics = calendar(&s, "events/vstrecha/event.ics");
		assert_folded(ics);
		assert_has(unfolded(&s.site.arena, ics), text.p);
		sample_release(&s);
		buf_release(&text);
	}
}
END_TEST

START_TEST(the_calendar_holds_all_events_and_the_name)
{
	Sample s;
	init(&s);
	event(&s, "vtoraya", "2025-12-01T10:00");
	Slice ics = unfolded(&s.site.arena, calendar(&s, "events/calendar.ics"));
	ck_assert(slice_starts(ics, SL("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")));
	ck_assert(slice_ends(ics, SL("END:VCALENDAR\r\n")));
	ck_assert_uint_eq(sample_count(ics, "BEGIN:VEVENT"), 2);
	assert_has(ics, "NAME:nav_events — Школа № 5\r\n");
	assert_has(ics, "X-WR-CALNAME");
	sample_release(&s);
}
END_TEST

START_TEST(an_event_says_only_what_its_own_page_may)
{
	Sample s;
	init(&s);
	sample_text_on(&s, "place", "У ИВАНОВОЙ", "mentors/");
	assert_lacks(calendar(&s, "events/vstrecha/event.ics"), "LOCATION");
	assert_lacks(calendar(&s, "events/calendar.ics"), "ИВАНОВОЙ");
	sample_text_on(&s, "place", "У Петровой", "events/vstrecha/");
	assert_has(calendar(&s, "events/calendar.ics"), "LOCATION:У Петровой\r\n");
	s.last->self.scope = sample_scope(&s, "mentors/");
	sample_products(&s, calendar_products);
	ck_assert_ptr_null(sample_product(&s, "events/vstrecha/event.ics"));
	assert_lacks(sample_file(&s, "events/calendar.ics"), "VEVENT");
	sample_release(&s);
}
END_TEST

START_TEST(neither_the_clock_nor_the_day_of_the_build_is_told)
{
	Sample s;
	Buf before = BUF_INIT;
	init(&s);
	buf_add(&before, calendar(&s, "events/calendar.ics"));
	s.site.today = date_of(2031, 3, 3);
	ck_assert(slice_eq(calendar(&s, "events/calendar.ics"), buf_slice(&before)));
	buf_release(&before);
	sample_release(&s);
}
END_TEST

UNIT_MAIN("calendar", events_have_files_only_where_they_are_built, times_are_the_wall_times_of_a_zone_that_is_described,
          a_zone_with_summer_time_has_each_change_until_the_last_event, utc_needs_no_description,
          an_event_without_an_end_takes_an_hour, the_stamp_is_of_the_last_change_or_of_the_start,
          an_event_is_known_by_its_id_and_host, a_cancelled_event_says_so, texts_are_escaped,
          no_line_is_broken_at_its_end, lines_are_of_75_octets_and_whole_letters,
          the_calendar_holds_all_events_and_the_name, an_event_says_only_what_its_own_page_may,
          neither_the_clock_nor_the_day_of_the_build_is_told)
