/*
 * locale.h - the language of people: order, plurals, dates, letters, zones.
 *
 * The only place that calls ICU; all data is CLDR's as shipped with it, never
 * the process locale (law of purity). A Locale may be shared by threads.
 */
#ifndef BASE_LOCALE_H
#define BASE_LOCALE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/version.h"

typedef struct Locale Locale;

/* lang: "ru" or "en". Never fails: ICU without its data is a bug of the installation, and asserts. */
Locale *locale_new(const char *lang);
void locale_free(Locale *l);
const char *locale_lang(const Locale *l);

/* A key that orders by the language's collation when compared as bytes;
 * numbers inside order as numbers ("2025-9" before "2025-10"). */
Slice locale_sort_key(const Locale *l, Arena *a, Slice text);
/* CLDR plural category of a count: "one", "few", "many" or "other". */
const char *locale_plural(const Locale *l, int64_t n);
/* Long form: «5 сентября 2025 г.», "September 5, 2025". In this and the next
 * three U+00A0 stands before «г.» and an ordinary space everywhere else,
 * whatever spaces the release of CLDR has. */
void locale_date(const Locale *l, Buf *out, Date d);
/* Without the year: «5 сентября». */
void locale_day_month(const Locale *l, Buf *out, Date d);
/* Month and year alone: «сентябрь 2025 г.». */
void locale_month(const Locale *l, Buf *out, Date d);
/* Date and time of day: «5 сентября 2025 г. в 15:00» by CLDR's long date-time joiner. */
void locale_moment(const Locale *l, Buf *out, Moment m);
/* With the language's grouping: «12 500», with U+00A0 between. */
void locale_number(const Locale *l, Buf *out, int64_t n);

/* Normalisation form C (UAX #15) of valid UTF-8; s itself when it already is. */
Slice text_nfc(Arena *a, Slice s);
bool text_is_nfc(Slice s);
/* Full case folding, NFC after it; ё stays ё. */
void text_fold(Buf *out, Slice s);
/* Lower case by the rules of Unicode, no language. */
void text_lower(Buf *out, Slice s);
/* Unicode general categories (L, Lu, Nd); space is the property White_Space. */
bool char_is_letter(uint32_t c);
bool char_is_upper(uint32_t c);
bool char_is_digit(uint32_t c);
bool char_is_space(uint32_t c);
/* ISO 9 / GOST 7.79-B style Latin of a Cyrillic text, for file names: without
 * the standard's grave accents; what is not Cyrillic stays. */
void text_latin(Buf *out, Slice s);

/* Time zones by IANA name (Area/City, or UTC), from ICU's own data, not the
 * host's; the functions below want a known one. */
bool zone_known(Slice name);
/* The wall time of `zone` as minutes of UTC since the epoch. A time that the
 * clocks repeat or skip goes by the offset before the change (RFC 5545, 3.3.5). */
Moment zone_to_utc(Slice zone, Moment wall);
/* Minutes east of UTC in `zone` at a moment of UTC. */
int zone_offset(Slice zone, Moment utc);
/* A change of a zone's clocks, its moment in UTC, offsets in minutes east of it. */
typedef struct ZoneChange {
	Moment utc;
	int before, after;
	bool summer; /* what begins is summer time */
} ZoneChange;
/* The first change after a moment of UTC; false when the zone has none more. */
bool zone_change(ZoneChange *out, Slice zone, Moment utc);
/* The day in `zone` at a Unix time in seconds; times outside the years of
 * date.h, which a commit may carry, give the first or last day of those. */
Date zone_day(Slice zone, int64_t unix_seconds);
/* Of ICU, for `rubrika version`. */
Version locale_icu_version(void);

#endif
