/*
 * workday.h - working days: the week of five days, corrected by the production calendar.
 *
 * A day is off when it is listed as a holiday; otherwise on when it is listed
 * as a working day, or is a Monday to Friday. Days that the calendar does not
 * speak of are as the week has them, so a year whose calendar is not yet
 * issued is counted without its holidays.
 *
 * A term of n working days begins on the day after the event (Civil Code,
 * art. 191) and its last day is the nth working day: what is done on that day
 * is done in time.
 */
#ifndef BASE_WORKDAY_H
#define BASE_WORKDAY_H

#include "base/date.h"

/* Where the calendar differs from the week. Sorted, each day once. */
typedef struct Workdays {
	Date *off; /* of Monday to Friday */
	size_t off_count;
	Date *on; /* Saturdays and Sundays */
	size_t on_count;
} Workdays;

/* Keeps of both lists what the week does not say by itself; they may be in any order, with repeats, and are copied. */
void workdays_init(Workdays *out, const Date *holidays, size_t holiday_count, const Date *extra, size_t extra_count);
void workdays_release(Workdays *w);
bool workday_is(const Workdays *w, Date d);
/* Working days after `from`, up to and with `to`; 0 when `to` is not later. */
int64_t workdays_between(const Workdays *w, Date from, Date to);
/* The nth working day after `from`; `from` itself when n is not positive. Ends with the year 9999. */
Date workday_after(const Workdays *w, Date from, int64_t n);

#endif
