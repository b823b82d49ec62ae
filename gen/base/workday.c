#include "base/workday.h"

#include <stdlib.h>

#include "base/mem.h"

enum { MONDAY = 4 /* 1970-01-05 */, FRIDAY = 5, LAST_YEAR = 9999 };

static int by_day(const void *x, const void *y)
{
	Date a = *(const Date *)x;
	Date b = *(const Date *)y;
	return (a > b) - (a < b);
}

/* How many of the sorted days are not after d. */
static size_t count_up_to(const Date *days, size_t n, Date d)
{
	size_t low = 0;
	while (low < n) {
		size_t middle = low + (n - low) / 2;
		if (days[middle] <= d) {
			low = middle + 1;
		} else {
			n = middle;
		}
	}
	return low;
}

static bool holds(const Date *days, size_t n, Date d)
{
	size_t at = count_up_to(days, n, d);
	return at > 0 && days[at - 1] == d;
}

static bool in_week(Date d)
{
	return date_weekday(d) <= FRIDAY;
}

/* Drops repeats and the days that are in the week, or are not, anyway. */
static size_t tidy(Date *days, size_t n, bool weekdays)
{
	size_t kept = 0;
	if (n > 1) {
		qsort(days, n, sizeof *days, by_day);
	}
	for (size_t i = 0; i < n; i++) {
		if (in_week(days[i]) == weekdays && (kept == 0 || days[kept - 1] != days[i])) {
			days[kept++] = days[i];
		}
	}
	return kept;
}

static Date *copy_of(const Date *days, size_t n)
{
	Date *copy = mem_array(n, sizeof *copy);
	if (n) {
		memcpy(copy, days, n * sizeof *copy);
	}
	return copy;
}

/* A holiday that is also listed as a working day is a holiday. */
static size_t drop_holidays(Date *on, size_t n, const Date *holidays, size_t holiday_count)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++) {
		bool off = false;
		for (size_t k = 0; k < holiday_count && !off; k++) {
			off = holidays[k] == on[i];
		}
		if (!off) {
			on[kept++] = on[i];
		}
	}
	return kept;
}

void workdays_init(Workdays *out, const Date *holidays, size_t holiday_count, const Date *extra, size_t extra_count)
{
	out->off = copy_of(holidays, holiday_count);
	out->off_count = tidy(out->off, holiday_count, true);
	out->on = copy_of(extra, extra_count);
	out->on_count = tidy(out->on, extra_count, false);
	out->on_count = drop_holidays(out->on, out->on_count, holidays, holiday_count);
}

void workdays_release(Workdays *w)
{
	free(w->off);
	free(w->on);
	*w = (Workdays){NULL, 0, NULL, 0};
}

bool workday_is(const Workdays *w, Date d)
{
	return in_week(d) ? !holds(w->off, w->off_count, d) : holds(w->on, w->on_count, d);
}

/* Mondays to Fridays from the Monday of the epoch's week on, up to and with d; negative before it. */
static int64_t weekdays_up_to(Date d)
{
	int64_t days = (int64_t)d - MONDAY;
	int64_t weeks = days >= 0 ? days / 7 : -((6 - days) / 7);
	int64_t rest = days - weeks * 7 + 1;
	return weeks * 5 + (rest < 5 ? rest : 5);
}

static int64_t up_to(const Workdays *w, Date d)
{
	return weekdays_up_to(d) - (int64_t)count_up_to(w->off, w->off_count, d) +
	       (int64_t)count_up_to(w->on, w->on_count, d);
}

int64_t workdays_between(const Workdays *w, Date from, Date to)
{
	return to > from ? up_to(w, to) - up_to(w, from) : 0;
}

Date workday_after(const Workdays *w, Date from, int64_t n)
{
	Date low = from;
	Date high = date_of(LAST_YEAR, 12, 31);
	if (n <= 0 || from >= high) {
		return from;
	}
	/* The first day by which n working days have passed. */
	while (low + 1 < high) {
		Date middle = low + (high - low) / 2;
		if (workdays_between(w, from, middle) >= n) {
			high = middle;
		} else {
			low = middle;
		}
	}
	return high;
}
