#include "base/locale.h"

#include <assert.h>
#include <pthread.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/unorm2.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "base/map.h"
#include "base/mem.h"

/* Nothing that a text can hold makes ICU fail: only a broken installation or the lack of memory. */
static void must(UErrorCode status)
{
	if (status == U_MEMORY_ALLOCATION_ERROR) {
		mem_exhausted();
	}
	assert(U_SUCCESS(status));
	(void)status;
}

/* --- text as ICU wants it --- */

enum { WIDE_ROOM = 256 };

typedef struct Wide {
	UChar *p; /* room, or its own memory */
	int32_t n;
	UChar room[WIDE_ROOM];
} Wide;

static void wide_init(Wide *w, Slice s)
{
	UErrorCode status = U_ZERO_ERROR;
	assert(s.n < INT32_MAX / 4);
	/* UTF-16 never takes more units than UTF-8 takes bytes. */
	int32_t cap = s.n <= WIDE_ROOM ? WIDE_ROOM : (int32_t)s.n;
	w->p = cap == WIDE_ROOM ? w->room : mem_array((size_t)cap, sizeof *w->p);
	u_strFromUTF8WithSub(w->p, cap, &w->n, s.n ? s.p : "", (int32_t)s.n, 0xFFFD, NULL, &status);
	must(status);
}

static void wide_release(Wide *w)
{
	if (w->p != w->room) {
		free(w->p);
	}
}

typedef int32_t WideMap(UChar *out, int32_t cap, const UChar *p, int32_t n, UErrorCode *status);

static void wide_apply(Wide *w, WideMap *map)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t cap = w->n + w->n / 4 + 16;
	UChar *p = mem_array((size_t)cap, sizeof *p);
	int32_t n = map(p, cap, w->p, w->n, &status);
	if (status == U_BUFFER_OVERFLOW_ERROR) {
		status = U_ZERO_ERROR;
		p = mem_resize(p, (size_t)n, sizeof *p);
		n = map(p, n, w->p, w->n, &status);
	}
	must(status);
	wide_release(w);
	w->p = p;
	w->n = n;
}

static void put_wide(Buf *out, const UChar *p, int32_t n)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t added = 0;
	buf_reserve(out, (size_t)n * 3);
	u_strToUTF8(out->p + out->n, n * 3 + 1, &added, p, n, &status);
	must(status);
	out->n += (size_t)added;
}

static int32_t to_lower(UChar *out, int32_t cap, const UChar *p, int32_t n, UErrorCode *status)
{
	return u_strToLower(out, cap, p, n, "", status);
}

static int32_t to_folded(UChar *out, int32_t cap, const UChar *p, int32_t n, UErrorCode *status)
{
	return u_strFoldCase(out, cap, p, n, U_FOLD_CASE_DEFAULT, status);
}

static int32_t to_nfc(UChar *out, int32_t cap, const UChar *p, int32_t n, UErrorCode *status)
{
	return unorm2_normalize(unorm2_getNFCInstance(status), p, n, out, cap, status);
}

/* s mapped by the first, then by the second unless it is NULL. */
static void put_mapped(Buf *out, Slice s, WideMap *first, WideMap *second)
{
	Wide w;
	wide_init(&w, s);
	wide_apply(&w, first);
	if (second) {
		wide_apply(&w, second);
	}
	put_wide(out, w.p, w.n);
	wide_release(&w);
}

/* --- a language --- */

typedef enum DateForm { FORM_DATE, FORM_DAY_MONTH, FORM_MONTH, FORM_MOMENT, FORM_COUNT } DateForm;

/* ICU's date formats may not be shared by threads and take microseconds, and
 * a site prints few days many times: each text is made once, under the lock. */
typedef struct DateTexts {
	UDateFormat *forms[FORM_COUNT];
	pthread_mutex_t lock;
	Arena arena;
	Map known; /* of Slice, by DateKey */
} DateTexts;

typedef struct DateKey {
	int64_t moment;
	int64_t form; /* as wide as the other: a key has no padding */
} DateKey;

struct Locale {
	const char *lang;
	UCollator *collator;
	UPluralRules *plurals;
	UNumberFormatter *numbers;
	DateTexts *dates;
};

static UDateFormat *open_style(const char *name, UDateFormatStyle time)
{
	UErrorCode status = U_ZERO_ERROR;
	UDateFormat *format = udat_open(time, UDAT_LONG, name, u"UTC", -1, NULL, 0, &status);
	must(status);
	return format;
}

static UDateFormat *open_skeleton(const char *name, UDateTimePatternGenerator *patterns, const UChar *skeleton)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar pattern[64];
	int32_t n = udatpg_getBestPattern(patterns, skeleton, -1, pattern, 64, &status);
	must(status);
	UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, name, u"UTC", -1, pattern, n, &status);
	must(status);
	return format;
}

static DateTexts *dates_new(const char *name)
{
	UErrorCode status = U_ZERO_ERROR;
	DateTexts *dates = mem_alloc(sizeof *dates);
	UDateTimePatternGenerator *patterns = udatpg_open(name, &status);
	must(status);
	dates->forms[FORM_DATE] = open_style(name, UDAT_NONE);
	dates->forms[FORM_DAY_MONTH] = open_skeleton(name, patterns, u"MMMMd");
	dates->forms[FORM_MONTH] = open_skeleton(name, patterns, u"yLLLL");
	dates->forms[FORM_MOMENT] = open_style(name, UDAT_SHORT);
	udatpg_close(patterns);
	pthread_mutex_init(&dates->lock, NULL);
	return dates;
}

static void dates_free(DateTexts *dates)
{
	for (int i = 0; i < FORM_COUNT; i++) {
		udat_close(dates->forms[i]);
	}
	pthread_mutex_destroy(&dates->lock);
	map_release(&dates->known);
	arena_release(&dates->arena);
	free(dates);
}

Locale *locale_new(const char *lang)
{
	UErrorCode status = U_ZERO_ERROR;
	bool russian = strcmp(lang, "ru") == 0;
	assert(russian || strcmp(lang, "en") == 0);
	const char *name = russian ? "ru" : "en_US";
	Locale *l = mem_alloc(sizeof *l);
	l->lang = russian ? "ru" : "en";
	l->collator = ucol_open(name, &status);
	must(status);
	ucol_setAttribute(l->collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
	l->plurals = uplrules_open(name, &status);
	l->numbers = unumf_openForSkeletonAndLocale(u"group-min2", -1, name, &status);
	must(status);
	l->dates = dates_new(name);
	return l;
}

void locale_free(Locale *l)
{
	if (!l) {
		return;
	}
	ucol_close(l->collator);
	uplrules_close(l->plurals);
	unumf_close(l->numbers);
	dates_free(l->dates);
	free(l);
}

const char *locale_lang(const Locale *l)
{
	return l->lang;
}

Slice locale_sort_key(const Locale *l, Arena *a, Slice text)
{
	Wide w;
	uint8_t room[512];
	wide_init(&w, text);
	size_t n = (size_t)ucol_getSortKey(l->collator, w.p, w.n, room, sizeof room);
	if (n == 0) {
		mem_exhausted();
	}
	char *key = arena_alloc(a, n);
	if (n <= sizeof room) {
		memcpy(key, room, n);
	} else {
		ucol_getSortKey(l->collator, w.p, w.n, (uint8_t *)key, (int32_t)n);
	}
	wide_release(&w);
	return (Slice){key, n - 1}; /* without the NUL that ends it */
}

const char *locale_plural(const Locale *l, int64_t n)
{
	static const char *const categories[] = {"one", "few", "many", "other"};
	UErrorCode status = U_ZERO_ERROR;
	UChar word[16];
	char name[16];
	int32_t length = uplrules_select(l->plurals, (double)n, word, 16, &status);
	must(status);
	u_UCharsToChars(word, name, length + 1);
	size_t i = 0;
	while (i < 3 && strcmp(name, categories[i]) != 0) {
		i++;
	}
	return categories[i];
}

void locale_number(const Locale *l, Buf *out, int64_t n)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar digits[64];
	UFormattedNumber *result = unumf_openResult(&status);
	unumf_formatInt(l->numbers, n, result, &status);
	int32_t length = unumf_resultToString(result, digits, 64, &status);
	unumf_closeResult(result);
	must(status);
	put_wide(out, digits, length);
}

/* --- dates --- */

static bool is_gap(UChar c)
{
	return c == ' ' || c == 0x00A0 || c == 0x2009 || c == 0x202F;
}

/* CLDR's choice of spaces differs from release to release; ours is one: the
 * year does not part from its «г.», every other space is the ordinary one. */
static void settle_gaps(UChar *p, int32_t n)
{
	for (int32_t i = 0; i < n; i++) {
		if (is_gap(p[i])) {
			p[i] = i + 2 < n && p[i + 1] == u'г' && p[i + 2] == '.' ? 0x00A0 : ' ';
		}
	}
}

static Slice *format_date(DateTexts *dates, DateKey key)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar text[128];
	Buf utf8 = BUF_INIT;
	int32_t n = udat_format(dates->forms[key.form], (double)key.moment * 60000, text, 128, NULL, &status);
	must(status);
	settle_gaps(text, n);
	put_wide(&utf8, text, n);
	Slice *made = ARENA_NEW(&dates->arena, Slice);
	*made = arena_dup(&dates->arena, buf_slice(&utf8));
	buf_release(&utf8);
	return made;
}

static void put_date(const Locale *l, Buf *out, DateForm form, Moment m)
{
	DateTexts *dates = l->dates;
	DateKey key = {m, form};
	Slice bytes = {(const char *)&key, sizeof key};
	pthread_mutex_lock(&dates->lock);
	Slice *text = map_get(&dates->known, bytes);
	if (!text) {
		text = format_date(dates, key);
		map_put(&dates->known, arena_dup(&dates->arena, bytes), text);
	}
	buf_add(out, *text);
	pthread_mutex_unlock(&dates->lock);
}

void locale_date(const Locale *l, Buf *out, Date d)
{
	assert(d != DATE_NONE);
	put_date(l, out, FORM_DATE, (Moment)d * 1440);
}

void locale_day_month(const Locale *l, Buf *out, Date d)
{
	assert(d != DATE_NONE);
	put_date(l, out, FORM_DAY_MONTH, (Moment)d * 1440);
}

void locale_month(const Locale *l, Buf *out, Date d)
{
	assert(d != DATE_NONE);
	put_date(l, out, FORM_MONTH, (Moment)d * 1440);
}

void locale_moment(const Locale *l, Buf *out, Moment m)
{
	assert(m != MOMENT_NONE);
	put_date(l, out, FORM_MOMENT, m);
}

/* --- letters --- */

/* Nothing before the first combining mark, U+0300, changes under NFC, nor do
 * Cyrillic letters, dashes, quotation marks or the sign of a number. */
static bool is_surely_nfc(Slice s)
{
	for (size_t at = 0; (at = utf8_skip_common(s, at)) < s.n;) {
		uint32_t c = utf8_next(s, &at);
		if (c >= 0x300 && !(c >= 0x2010 && c <= 0x2027) && c != 0x2116) {
			return false;
		}
	}
	return true;
}

bool text_is_nfc(Slice s)
{
	UErrorCode status = U_ZERO_ERROR;
	Wide w;
	if (is_surely_nfc(s)) {
		return true;
	}
	wide_init(&w, s);
	bool is = unorm2_isNormalized(unorm2_getNFCInstance(&status), w.p, w.n, &status);
	must(status);
	wide_release(&w);
	return is;
}

Slice text_nfc(Arena *a, Slice s)
{
	if (text_is_nfc(s)) {
		return s;
	}
	Buf composed = BUF_INIT;
	put_mapped(&composed, s, to_nfc, NULL);
	Slice copy = arena_dup(a, buf_slice(&composed));
	buf_release(&composed);
	return copy;
}

void text_fold(Buf *out, Slice s)
{
	put_mapped(out, s, to_folded, to_nfc);
}

void text_lower(Buf *out, Slice s)
{
	put_mapped(out, s, to_lower, NULL);
}

bool char_is_letter(uint32_t c)
{
	return u_isalpha((UChar32)c);
}

bool char_is_upper(uint32_t c)
{
	return u_isupper((UChar32)c);
}

bool char_is_digit(uint32_t c)
{
	return u_isdigit((UChar32)c);
}

bool char_is_space(uint32_t c)
{
	return u_isUWhiteSpace((UChar32)c);
}

/* --- zones --- */

enum { MINUTE = 60 * 1000, DAY = 24 * 60 * MINUTE };

bool zone_known(Slice name)
{
	UErrorCode status = U_ZERO_ERROR;
	UBool is_listed = false;
	UChar canonical[128];
	/* ICU also knows three-letter names of Java's and zones of System V: ambiguous, or not IANA's. */
	bool well_formed = slice_is(name, "UTC") || slice_find_byte(name, '/', 0) < name.n;
	if (!well_formed || slice_starts(name, SL("SystemV/"))) {
		return false;
	}
	Wide w;
	wide_init(&w, name);
	ucal_getCanonicalTimeZoneID(w.p, w.n, canonical, 128, &is_listed, &status);
	wide_release(&w);
	return U_SUCCESS(status) && is_listed;
}

static UCalendar *calendar_open(Slice zone, double millis)
{
	UErrorCode status = U_ZERO_ERROR;
	Wide w;
	wide_init(&w, zone);
	UCalendar *calendar = ucal_open(w.p, w.n, "en_US", UCAL_GREGORIAN, &status);
	must(status);
	ucal_setMillis(calendar, millis, &status);
	must(status);
	wide_release(&w);
	return calendar;
}

static int64_t floor_div(int64_t n, int64_t by)
{
	return n / by - (n % by < 0);
}

Moment zone_to_utc(Slice zone, Moment wall)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t raw = 0;
	int32_t dst = 0;
	UCalendar *calendar = calendar_open(zone, (double)wall * MINUTE);
	/* RFC 5545, 3.3.5: a time that the clocks skip, and the first of two, go by the offset before the change. */
	ucal_getTimeZoneOffsetFromLocal(calendar, UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, &raw, &dst, &status);
	must(status);
	ucal_close(calendar);
	return floor_div(wall * MINUTE - raw - dst, MINUTE);
}

int zone_offset(Slice zone, Moment utc)
{
	UErrorCode status = U_ZERO_ERROR;
	UCalendar *calendar = calendar_open(zone, (double)utc * MINUTE);
	int32_t offset = ucal_get(calendar, UCAL_ZONE_OFFSET, &status) + ucal_get(calendar, UCAL_DST_OFFSET, &status);
	must(status);
	ucal_close(calendar);
	return offset / MINUTE;
}

bool zone_change(ZoneChange *out, Slice zone, Moment utc)
{
	UErrorCode status = U_ZERO_ERROR;
	UDate when;
	UCalendar *calendar = calendar_open(zone, (double)utc * MINUTE);
	bool found = ucal_getTimeZoneTransitionDate(calendar, UCAL_TZ_TRANSITION_NEXT, &when, &status);
	must(status);
	if (found) {
		ucal_setMillis(calendar, when, &status);
		Moment at = floor_div((int64_t)when, MINUTE);
		*out = (ZoneChange){.utc = at, .before = zone_offset(zone, at - 1), .after = zone_offset(zone, at)};
		out->summer = ucal_get(calendar, UCAL_DST_OFFSET, &status) != 0;
		must(status);
	}
	ucal_close(calendar);
	return found;
}

/* The years of date.h, a day short at both ends: a commit may carry any number for its time. */
static int64_t clamp_seconds(int64_t s)
{
	const int64_t first = INT64_C(-2208902400);
	const int64_t last = INT64_C(253402214399);
	return s < first ? first : s > last ? last : s;
}

Date zone_day(Slice zone, int64_t unix_seconds)
{
	UErrorCode status = U_ZERO_ERROR;
	int64_t millis = clamp_seconds(unix_seconds) * 1000;
	UCalendar *calendar = calendar_open(zone, (double)millis);
	millis += ucal_get(calendar, UCAL_ZONE_OFFSET, &status);
	millis += ucal_get(calendar, UCAL_DST_OFFSET, &status);
	must(status);
	ucal_close(calendar);
	return (Date)floor_div(millis, DAY);
}

Version locale_icu_version(void)
{
	UVersionInfo parts;
	char loaded[U_MAX_VERSION_STRING_LENGTH];
	u_getVersion(parts);
	u_versionToString(parts, loaded);
	return version_of("ICU", U_ICU_VERSION, loaded);
}
