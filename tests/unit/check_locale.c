#include "unit.h"

#include "base/locale.h"
#include "base/pool.h"
#include "base/slug.h"

#define NBSP "\xC2\xA0"

static Date day(const char *text)
{
	Date d = DATE_NONE;
	ck_assert(date_parse(&d, slice_of(text)));
	return d;
}

static Moment moment(const char *text)
{
	Moment m = MOMENT_NONE;
	ck_assert(moment_parse(&m, slice_of(text)));
	return m;
}

/* --- dates --- */

typedef void PutDate(const Locale *l, Buf *out, Date d);

static void assert_date(const char *lang, PutDate *put, const char *iso, const char *want)
{
	Locale *l = locale_new(lang);
	Buf b = BUF_INIT;
	put(l, &b, day(iso));
	assert_slice(buf_slice(&b), want);
	put(l, &b, day(iso)); /* from memory the second time */
	ck_assert_uint_eq(b.n, 2 * strlen(want));
	assert_slice(slice_sub(buf_slice(&b), strlen(want), b.n), want);
	buf_release(&b);
	locale_free(l);
}

START_TEST(a_russian_date_has_its_month_in_the_genitive)
{
	assert_date("ru", locale_date, "2025-09-05", "5 сентября 2025" NBSP "г.");
	assert_date("ru", locale_date, "2024-02-29", "29 февраля 2024" NBSP "г.");
	assert_date("ru", locale_date, "1969-05-01", "1 мая 1969" NBSP "г.");
	assert_date("ru", locale_date, "1900-01-01", "1 января 1900" NBSP "г.");
	assert_date("ru", locale_day_month, "2025-08-31", "31 августа");
}
END_TEST

START_TEST(a_russian_month_alone_is_in_the_nominative)
{
	static const char *const months[] = {
	        "январь", "февраль", "март",     "апрель",  "май",    "июнь",
	        "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь",
	};
	Locale *l = locale_new("ru");
	Buf b = BUF_INIT;
	for (int i = 0; i < 12; i++) {
		char want[64];
		snprintf(want, sizeof want, "%s 2026" NBSP "г.", months[i]);
		buf_clear(&b);
		locale_month(l, &b, date_of(2026, i + 1, 15));
		assert_slice(buf_slice(&b), want);
	}
	buf_release(&b);
	locale_free(l);
}
END_TEST

START_TEST(english_dates_are_english)
{
	assert_date("en", locale_date, "2025-09-05", "September 5, 2025");
	assert_date("en", locale_day_month, "2025-09-05", "September 5");
	assert_date("en", locale_month, "2025-09-05", "September 2025");
}
END_TEST

static void assert_moment(const char *lang, const char *iso, const char *want)
{
	Locale *l = locale_new(lang);
	Buf b = BUF_INIT;
	locale_moment(l, &b, moment(iso));
	assert_slice(buf_slice(&b), want);
	buf_release(&b);
	locale_free(l);
}

START_TEST(a_moment_joins_the_day_and_the_hour)
{
	assert_moment("ru", "2025-09-05T15:00", "5 сентября 2025" NBSP "г. в 15:00");
	assert_moment("ru", "2025-09-05T09:05", "5 сентября 2025" NBSP "г. в 09:05");
	assert_moment("ru", "2025-09-05T00:00", "5 сентября 2025" NBSP "г. в 00:00");
	assert_moment("en", "2025-09-05T15:00", "September 5, 2025 at 3:00 PM");
	assert_moment("en", "2025-09-05T00:30", "September 5, 2025 at 12:30 AM");
}
END_TEST

START_TEST(the_forms_of_one_day_are_not_mistaken_for_each_other)
{
	Locale *l = locale_new("ru");
	Buf b = BUF_INIT;
	locale_date(l, &b, day("2025-09-05"));
	buf_byte(&b, '|');
	locale_day_month(l, &b, day("2025-09-05"));
	buf_byte(&b, '|');
	locale_month(l, &b, day("2025-09-05"));
	buf_byte(&b, '|');
	locale_moment(l, &b, moment("2025-09-05T00:00"));
	assert_slice(buf_slice(&b),
	             "5 сентября 2025" NBSP "г.|5 сентября|сентябрь 2025" NBSP "г.|5 сентября 2025" NBSP "г. в 00:00");
	buf_release(&b);
	locale_free(l);
}
END_TEST

/* The month of the date, by the words alone. */
static void put_days(void *ctx, size_t i, unsigned worker)
{
	static const char *const genitive[] = {
	        "января", "февраля", "марта",    "апреля",  "мая",    "июня",
	        "июля",   "августа", "сентября", "октября", "ноября", "декабря",
	};
	const Locale *l = ctx;
	Date d = date_of(2024, 1, 1) + (Date)(i % 730);
	Buf b = BUF_INIT;
	char want[64];
	int y, m, dom;
	(void)worker;
	date_split(d, &y, &m, &dom);
	snprintf(want, sizeof want, "%d %s %d" NBSP "г.", dom, genitive[m - 1], y);
	locale_date(l, &b, d);
	assert_slice(buf_slice(&b), want);
	buf_release(&b);
}

START_TEST(threads_may_share_a_locale)
{
	Locale *l = locale_new("ru");
	pool_run(4, 20000, put_days, l);
	locale_free(l);
}
END_TEST

/* --- order, plurals, numbers --- */

static void assert_before(const Locale *l, const char *x, const char *y)
{
	Arena a = ARENA_INIT;
	int c = slice_cmp(locale_sort_key(l, &a, slice_of(x)), locale_sort_key(l, &a, slice_of(y)));
	ck_assert_msg(c < 0, "\"%s\" before \"%s\"", x, y);
	arena_release(&a);
}

START_TEST(yo_stands_next_to_ye)
{
	Locale *l = locale_new("ru");
	assert_before(l, "Дятлов", "Егоров");
	assert_before(l, "Егоров", "Ёжиков");
	assert_before(l, "Ёжиков", "Ершов");
	assert_before(l, "ёлка", "ель");
	assert_before(l, "ель", "жук");
	assert_before(l, "все", "всё");
	locale_free(l);
}
END_TEST

START_TEST(numbers_inside_a_text_are_ordered_as_numbers)
{
	Locale *l = locale_new("ru");
	assert_before(l, "2025-9", "2025-10");
	assert_before(l, "Программа № 2", "Программа № 12");
	assert_before(l, "9", "10");
	assert_before(l, "школа 099", "школа 100");
	locale_free(l);
}
END_TEST

START_TEST(case_is_the_last_thing_that_order_looks_at)
{
	Locale *l = locale_new("ru");
	assert_before(l, "анна", "Антон");
	assert_before(l, "Анна", "антон");
	assert_before(l, "анна", "Анна");
	assert_before(l, "", "а");
	locale_free(l);
}
END_TEST

START_TEST(equal_texts_have_equal_keys_however_long)
{
	Locale *l = locale_new("ru");
	Arena a = ARENA_INIT;
	Buf b = BUF_INIT;
	for (int i = 0; i < 500; i++) {
		buf_str(&b, "Щёголева ");
	}
	Slice x = locale_sort_key(l, &a, buf_slice(&b));
	Slice y = locale_sort_key(l, &a, buf_slice(&b));
	ck_assert(slice_eq(x, y));
	ck_assert_uint_gt(x.n, 512);
	buf_str(&b, "я");
	ck_assert_int_lt(slice_cmp(x, locale_sort_key(l, &a, buf_slice(&b))), 0);
	buf_release(&b);
	arena_release(&a);
	locale_free(l);
}
END_TEST

START_TEST(russian_counts_have_three_forms)
{
	static const struct {
		int64_t n;
		const char *category;
	} rows[] = {
	        {0, "many"},   {1, "one"},    {2, "few"},        {4, "few"},   {5, "many"},
	        {11, "many"},  {12, "many"},  {14, "many"},      {20, "many"}, {21, "one"},
	        {22, "few"},   {25, "many"},  {100, "many"},     {101, "one"}, {111, "many"},
	        {112, "many"}, {1001, "one"}, {1000000, "many"}, {-1, "one"},
	};
	Locale *l = locale_new("ru");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ck_assert_str_eq(locale_plural(l, rows[i].n), rows[i].category);
	}
	locale_free(l);
}
END_TEST

START_TEST(english_counts_have_two_forms)
{
	Locale *l = locale_new("en");
	ck_assert_str_eq(locale_plural(l, 1), "one");
	ck_assert_str_eq(locale_plural(l, 0), "other");
	ck_assert_str_eq(locale_plural(l, 2), "other");
	ck_assert_str_eq(locale_plural(l, 21), "other");
	ck_assert_str_eq(locale_lang(l), "en");
	locale_free(l);
}
END_TEST

static void assert_number(const char *lang, int64_t n, const char *want)
{
	Locale *l = locale_new(lang);
	Buf b = BUF_INIT;
	locale_number(l, &b, n);
	assert_slice(buf_slice(&b), want);
	buf_release(&b);
	locale_free(l);
}

START_TEST(long_numbers_are_grouped)
{
	assert_number("ru", 12500, "12" NBSP "500");
	assert_number("ru", 1234567, "1" NBSP "234" NBSP "567");
	assert_number("ru", 7, "7");
	assert_number("ru", 2026, "2026");
	assert_number("ru", 0, "0");
	assert_number("en", 12500, "12,500");
	assert_number("en", -12500, "-12,500");
}
END_TEST

/* --- letters --- */

typedef void PutText(Buf *out, Slice s);

static void assert_text(PutText *put, const char *in, const char *want)
{
	Buf b = BUF_INIT;
	buf_str(&b, "> ");
	put(&b, slice_of(in));
	assert_slice(slice_sub(buf_slice(&b), 2, b.n), want);
	buf_release(&b);
}

/* What is known without asking ICU is what ICU says: before a letter that is not among the known, it is asked. */
START_TEST(the_short_way_to_nfc_ends_where_the_long_one_does)
{
	for (uint32_t c = 1; c < 0x3000; c++) {
		Buf asked = BUF_INIT;
		buf_str(&asked, "あe");
		buf_char(&asked, c);
		buf_str(&asked, "и");
		buf_char(&asked, c);
		Slice known = slice_sub(buf_slice(&asked), strlen("あ"), asked.n);
		ck_assert_msg(text_is_nfc(known) == text_is_nfc(buf_slice(&asked)), "U+%04X", (unsigned)c);
		buf_release(&asked);
	}
}
END_TEST

START_TEST(composed_form_joins_a_letter_and_its_mark)
{
	Arena a = ARENA_INIT;
	Slice apart = SL("Йод и е\xCC\x88лка: \xD0\x98\xCC\x86");
	ck_assert(!text_is_nfc(apart));
	assert_slice(text_nfc(&a, apart), "Йод и ёлка: Й");
	ck_assert(text_is_nfc(text_nfc(&a, apart)));
	arena_release(&a);
}
END_TEST

START_TEST(a_text_in_composed_form_is_given_back_itself)
{
	static const char *const texts[] = {"", "plain", "Ёлка «№ 12» — й", "日本語 🙂"};
	Arena a = ARENA_INIT;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		Slice s = slice_of(texts[i]);
		ck_assert(text_is_nfc(s));
		ck_assert_ptr_eq(text_nfc(&a, s).p, s.p);
	}
	ck_assert_ptr_null(text_nfc(&a, (Slice){NULL, 0}).p);
	arena_release(&a);
}
END_TEST

START_TEST(folding_forgets_case_and_keeps_yo)
{
	assert_text(text_fold, "ЁЛКА Ель", "ёлка ель");
	assert_text(text_fold, "Straße", "strasse");
	assert_text(text_fold, "И\xCC\x86од", "йод");
	assert_text(text_fold, "", "");
}
END_TEST

START_TEST(lower_case_has_no_language)
{
	assert_text(text_lower, "ИВАНОВА Щ", "иванова щ");
	assert_text(text_lower, "TITLE I", "title i");
	assert_text(text_lower, "ΟΔΟΣ", "οδος"); /* a final sigma at the end */
}
END_TEST

START_TEST(a_text_longer_than_the_room_for_short_ones_is_mapped_whole)
{
	Buf in = BUF_INIT;
	Buf want = BUF_INIT;
	Buf out = BUF_INIT;
	for (int i = 0; i < 1000; i++) {
		buf_str(&in, "ẞЯ");
		buf_str(&want, "ssя");
	}
	text_fold(&out, buf_slice(&in));
	ck_assert(slice_eq(buf_slice(&out), buf_slice(&want)));
	buf_release(&in);
	buf_release(&want);
	buf_release(&out);
}
END_TEST

START_TEST(a_slug_is_letters_digits_and_single_hyphens)
{
	assert_text(text_slug, "8.3. Порядок назначения", "8-3-порядок-назначения");
	assert_text(text_slug, "  «Ёлка» — № 12!  ", "ёлка-12");
	assert_text(text_slug, "Hello,   World", "hello-world");
	assert_text(text_slug, "---", "");
	assert_text(text_slug, "", "");
	assert_text(text_slug, "a_b", "a-b");
	assert_text(text_slug, "И\xCC\x86од", "йод");
}
END_TEST

START_TEST(characters_have_the_categories_of_unicode)
{
	ck_assert(char_is_letter(U'ё') && char_is_letter('z') && char_is_letter(U'漢'));
	ck_assert(!char_is_letter('1') && !char_is_letter('-') && !char_is_letter(U'№') && !char_is_letter(0x0301));
	ck_assert(char_is_upper(U'Ё') && !char_is_upper(U'ё') && !char_is_upper('1'));
	ck_assert(char_is_digit('7') && char_is_digit(U'٣') && !char_is_digit(U'½') && !char_is_digit('x'));
	ck_assert(char_is_space(' ') && char_is_space('\n') && char_is_space(0xA0) && char_is_space(0x202F));
	ck_assert(!char_is_space('_') && !char_is_space(0x200B));
	ck_assert(!char_is_letter(UINT32_MAX) && !char_is_space(UINT32_MAX));
}
END_TEST

START_TEST(latin_follows_system_b_of_gost_7_79)
{
	assert_text(text_latin, "абвгдеёжзийклмнопрстуф", "abvgdeyozhzijklmnoprstuf");
	assert_text(text_latin, "хчшщъыьэюя", "xchshshhyeyuya");
	assert_text(text_latin, "Щукина Юлия", "Shhukina Yuliya");
	assert_text(text_latin, "ЁЖ", "YoZh");
	assert_text(text_latin, "Подъячев", "Podyachev");
	assert_text(text_latin, "Ґанок, Їжак, Єва, Ўсход", "Ganok, Yizhak, Yeva, Usxod");
	assert_text(text_latin, "И\xCC\x86од", "Jod");
	assert_text(text_latin, "plan-2025.md №1", "plan-2025.md №1");
}
END_TEST

START_TEST(latin_writes_tse_by_the_letter_after_it)
{
	assert_text(text_latin, "цирк", "cirk");
	assert_text(text_latin, "цель", "cel");
	assert_text(text_latin, "станция", "stanciya");
	assert_text(text_latin, "цапля", "czaplya");
	assert_text(text_latin, "отец", "otecz");
	assert_text(text_latin, "ЦИРК, Центр, Царёв", "CIRK, Centr, Czaryov");
}
END_TEST

/* --- zones --- */

START_TEST(only_names_of_iana_are_zones)
{
	static const char *const good[] = {
	        "Europe/Moscow",
	        "Asia/Yekaterinburg",
	        "Asia/Kamchatka",
	        "Europe/Kaliningrad",
	        "UTC",
	        "Etc/GMT-3",
	        "America/Argentina/Buenos_Aires",
	};
	static const char *const bad[] = {
	        "",    "Moscow", "europe/moscow", "Europe/Nowhere", "GMT+3",       "UTC+3",          "MSK",
	        "AST", "+03:00", "Europe/",       "SystemV/AST4",   "Etc/Unknown", "Europe/Moscow ",
	};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		ck_assert_msg(zone_known(slice_of(good[i])), "%s is a zone", good[i]);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		ck_assert_msg(!zone_known(slice_of(bad[i])), "\"%s\" is no zone", bad[i]);
	}
}
END_TEST

static void assert_utc(const char *zone, const char *wall, const char *want)
{
	char iso[17];
	moment_iso(iso, zone_to_utc(slice_of(zone), moment(wall)));
	ck_assert_str_eq(iso, want);
}

START_TEST(wall_time_becomes_utc)
{
	assert_utc("Europe/Moscow", "2025-09-01T15:00", "2025-09-01T12:00");
	assert_utc("Asia/Yekaterinburg", "2025-09-01T03:30", "2025-08-31T22:30");
	assert_utc("UTC", "2025-09-01T15:00", "2025-09-01T15:00");
	assert_utc("America/New_York", "2025-07-01T12:00", "2025-07-01T16:00");
	assert_utc("America/New_York", "2025-01-01T12:00", "2025-01-01T17:00");
	/* Moscow kept UTC+4 from 2011 to 26 October 2014. */
	assert_utc("Europe/Moscow", "2013-01-01T15:00", "2013-01-01T11:00");
	assert_utc("Europe/Moscow", "1965-01-01T03:00", "1965-01-01T00:00");
}
END_TEST

START_TEST(an_hour_that_the_clocks_repeat_or_skip_goes_by_the_offset_before)
{
	/* RFC 5545, 3.3.5, with its own examples of New York. */
	assert_utc("America/New_York", "2007-11-04T01:30", "2007-11-04T05:30");
	assert_utc("America/New_York", "2007-03-11T02:30", "2007-03-11T07:30");
}
END_TEST

static void assert_day_in(const char *zone, int64_t seconds, const char *want)
{
	char iso[11];
	date_iso(iso, zone_day(slice_of(zone), seconds));
	ck_assert_str_eq(iso, want);
}

START_TEST(a_day_is_the_day_of_its_zone)
{
	/* 2025-08-31T21:00:00Z */
	assert_day_in("UTC", 1756674000, "2025-08-31");
	assert_day_in("Europe/Moscow", 1756674000, "2025-09-01");
	assert_day_in("Europe/Moscow", 1756673999, "2025-08-31");
	assert_day_in("America/New_York", 1756674000, "2025-08-31");
	assert_day_in("UTC", -1, "1969-12-31");
	assert_day_in("UTC", 0, "1970-01-01");
}
END_TEST

START_TEST(no_number_of_seconds_leaves_the_calendar)
{
	assert_day_in("Asia/Kamchatka", INT64_MAX, "9999-12-31");
	assert_day_in("America/New_York", INT64_MIN, "1900-01-01");
}
END_TEST

UNIT_MAIN("locale", a_russian_date_has_its_month_in_the_genitive, a_russian_month_alone_is_in_the_nominative,
          english_dates_are_english, a_moment_joins_the_day_and_the_hour,
          the_forms_of_one_day_are_not_mistaken_for_each_other, threads_may_share_a_locale, yo_stands_next_to_ye,
          numbers_inside_a_text_are_ordered_as_numbers, case_is_the_last_thing_that_order_looks_at,
          equal_texts_have_equal_keys_however_long, russian_counts_have_three_forms, english_counts_have_two_forms,
          long_numbers_are_grouped, composed_form_joins_a_letter_and_its_mark,
          the_short_way_to_nfc_ends_where_the_long_one_does, a_text_in_composed_form_is_given_back_itself,
          folding_forgets_case_and_keeps_yo, lower_case_has_no_language,
          a_text_longer_than_the_room_for_short_ones_is_mapped_whole, a_slug_is_letters_digits_and_single_hyphens,
          characters_have_the_categories_of_unicode, latin_follows_system_b_of_gost_7_79,
          latin_writes_tse_by_the_letter_after_it, only_names_of_iana_are_zones, wall_time_becomes_utc,
          an_hour_that_the_clocks_repeat_or_skip_goes_by_the_offset_before, a_day_is_the_day_of_its_zone,
          no_number_of_seconds_leaves_the_calendar)
