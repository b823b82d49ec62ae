/*
 * date.h - calendar days and moments, proleptic Gregorian, no clock and no zone.
 *
 * A Date counts days from 1970-01-01; DATE_NONE stands for "not given". A
 * Moment counts minutes of local wall time from 1970-01-01T00:00; which zone
 * the wall hangs in is the site's business (base/locale.h).
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/slice.h"

typedef int32_t Date;
typedef int64_t Moment;
#define DATE_NONE INT32_MIN
#define MOMENT_NONE INT64_MIN

/* "2025-09-01", a real day of the years 1900..9999, and nothing else. */
bool date_parse(Date *out, Slice s);
/* "2025-09-01T15:00". */
bool moment_parse(Moment *out, Slice s);
Date date_of(int year, int month, int day);
void date_split(Date d, int *year, int *month, int *day);
int date_weekday(Date d);                 /* 1 Monday .. 7 Sunday (ISO 8601) */
Date date_add_months(Date d, int months); /* clamped to the month's last day */
void date_iso(char out[11], Date d);
void moment_iso(char out[17], Moment m);
Date moment_date(Moment m);
/* First calendar year of the school year (1 September .. 31 August) that holds d. */
int date_school_year(Date d);

#endif
