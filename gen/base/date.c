#include "base/date.h"

static bool is_leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static int month_days(int y, int m)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return m == 2 && is_leap(y) ? 29 : days[m - 1];
}

/* Days from the civil date; the era arithmetic of H. Hinnant's public-domain notes. */
Date date_of(int y, int m, int d)
{
	y -= m <= 2;
	int era = (y >= 0 ? y : y - 399) / 400;
	int yoe = y - era * 400;
	int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

void date_split(Date date, int *year, int *month, int *day)
{
	int z = date + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	*day = doy - (153 * mp + 2) / 5 + 1;
	*month = mp < 10 ? mp + 3 : mp - 9;
	*year = yoe + era * 400 + (*month <= 2);
}

bool date_parse(Date *out, Slice s)
{
	unsigned y, m, d;
	if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-' || !slice_uint(slice_sub(s, 0, 4), &y) ||
	    !slice_uint(slice_sub(s, 5, 7), &m) || !slice_uint(slice_sub(s, 8, 10), &d)) {
		return false;
	}
	if (y < 1900 || m < 1 || m > 12 || d < 1 || d > (unsigned)month_days((int)y, (int)m)) {
		return false;
	}
	*out = date_of((int)y, (int)m, (int)d);
	return true;
}

bool moment_parse(Moment *out, Slice s)
{
	Date day;
	unsigned h, m;
	if (s.n != 16 || s.p[10] != 'T' || s.p[13] != ':' || !date_parse(&day, slice_sub(s, 0, 10)) ||
	    !slice_uint(slice_sub(s, 11, 13), &h) || !slice_uint(slice_sub(s, 14, 16), &m) || h > 23 || m > 59) {
		return false;
	}
	*out = (Moment)day * 1440 + h * 60 + m;
	return true;
}

int date_weekday(Date d)
{
	int w = (d + 3) % 7; /* 1970-01-01 was a Thursday */
	return (w < 0 ? w + 7 : w) + 1;
}

Date date_add_months(Date date, int months)
{
	int y, m, d;
	date_split(date, &y, &m, &d);
	int total = y * 12 + (m - 1) + months;
	y = total / 12;
	m = total % 12 + 1;
	int last = month_days(y, m);
	return date_of(y, m, d < last ? d : last);
}

static void put_digits(char *out, int value, int width)
{
	while (width--) {
		out[width] = (char)('0' + value % 10);
		value /= 10;
	}
}

void date_iso(char out[11], Date date)
{
	int y, m, d;
	date_split(date, &y, &m, &d);
	put_digits(out, y, 4);
	put_digits(out + 5, m, 2);
	put_digits(out + 8, d, 2);
	out[4] = out[7] = '-';
	out[10] = '\0';
}

Date moment_date(Moment m)
{
	return (Date)(m >= 0 ? m / 1440 : -((-m + 1439) / 1440));
}

void moment_iso(char out[17], Moment m)
{
	Date day = moment_date(m);
	int minute = (int)(m - (Moment)day * 1440);
	date_iso(out, day);
	out[10] = 'T';
	put_digits(out + 11, minute / 60, 2);
	out[13] = ':';
	put_digits(out + 14, minute % 60, 2);
	out[16] = '\0';
}

int date_school_year(Date d)
{
	int y, m, day;
	date_split(d, &y, &m, &day);
	return m >= 9 ? y : y - 1;
}
