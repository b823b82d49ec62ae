#include "render/period.h"

#include "base/locale.h"

/* --- words --- */

typedef enum TokenType { TOKEN_END, TOKEN_WORD, TOKEN_NUMBER, TOKEN_DASH, TOKEN_COMMA, TOKEN_OTHER } TokenType;

typedef struct Token {
	TokenType type;
	Slice text;
	unsigned number;
} Token;

/* Where the reading stands: the token at hand and the text behind it. */
typedef struct Reader {
	Slice text;
	size_t at;
	Token token;
	Span whole;
} Reader;

static bool is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static TokenType type_of(uint32_t c)
{
	if (c == UINT32_MAX) {
		return TOKEN_END;
	}
	if (char_is_letter(c)) {
		return TOKEN_WORD;
	}
	if (c >= '0' && c <= '9') {
		return TOKEN_NUMBER;
	}
	return is_dash(c) ? TOKEN_DASH : c == ',' || c == ';' ? TOKEN_COMMA : TOKEN_OTHER;
}

static uint32_t peek(const Reader *r)
{
	size_t at = r->at;
	return utf8_next(r->text, &at);
}

static void skip(Reader *r)
{
	utf8_next(r->text, &r->at);
}

/* Words and numbers are runs; a point belongs to the word that it shortens («г.»). */
static void advance(Reader *r)
{
	while (peek(r) == ' ') {
		skip(r);
	}
	size_t from = r->at;
	TokenType type = r->at < r->text.n ? type_of(peek(r)) : TOKEN_END;
	bool run = type == TOKEN_WORD || type == TOKEN_NUMBER;
	while (r->at < r->text.n && type_of(peek(r)) == type) {
		skip(r);
		if (!run) {
			break;
		}
	}
	r->token = (Token){.type = type, .text = slice_sub(r->text, from, r->at)};
	if (type == TOKEN_WORD && peek(r) == '.') {
		skip(r);
	}
	if (type == TOKEN_NUMBER && !slice_uint(r->token.text, &r->token.number)) {
		r->token.type = TOKEN_OTHER;
	}
}

static bool is_one_of(const Token *t, const char *const *words)
{
	for (; t->type == TOKEN_WORD && *words; words++) {
		if (slice_is(t->text, *words)) {
			return true;
		}
	}
	return false;
}

static bool take(Reader *r, const char *const *words)
{
	bool found = is_one_of(&r->token, words);
	if (found) {
		advance(r);
	}
	return found;
}

static bool take_type(Reader *r, TokenType type)
{
	bool found = r->token.type == type;
	if (found) {
		advance(r);
	}
	return found;
}

/* --- points: a day, a month, a quarter --- */

static const char *const months[12][5] = {
        {"январь", "января", "январе", "january"},
        {"февраль", "февраля", "феврале", "february"},
        {"март", "марта", "марте", "march"},
        {"апрель", "апреля", "апреле", "april"},
        {"май", "мая", "мае", "may"},
        {"июнь", "июня", "июне", "june"},
        {"июль", "июля", "июле", "july"},
        {"август", "августа", "августе", "august"},
        {"сентябрь", "сентября", "сентябре", "september"},
        {"октябрь", "октября", "октябре", "october"},
        {"ноябрь", "ноября", "ноябре", "november"},
        {"декабрь", "декабря", "декабре", "december"},
};
static const char *const quarters[4][4] = {
        {"i", "первый", "первом"},
        {"ii", "второй", "втором"},
        {"iii", "третий", "третьем"},
        {"iv", "четвертый", "четвёртый", "четвертом"},
};
static const char *const of_quarter[] = {"квартал", "квартале", "квартала", NULL};
static const char *const of_year[] = {"года", "год", "году", "г", NULL};
static const char *const ordinal[] = {"й", "ый", "ой", "ий", "м", NULL};
static const char *const from_words[] = {"с", "со", "from", NULL};
static const char *const to_words[] = {"по", "to", NULL};
static const char *const and_words[] = {"и", "and", NULL};
static const char *const in_words[] = {"в", "in", NULL};

/* What is named: months first..last of a year, of it one day or all. */
typedef struct Point {
	int year; /* 0: not said */
	int first, last;
	int day; /* 0: not said */
} Point;

static int month_named(const Token *t)
{
	for (int i = 0; i < 12; i++) {
		if (is_one_of(t, months[i])) {
			return i + 1;
		}
	}
	return 0;
}

static void read_year(Reader *r, Point *out)
{
	if (r->token.type == TOKEN_NUMBER && r->token.number >= 1900 && r->token.number <= 9998) {
		out->year = (int)r->token.number;
		advance(r);
		take(r, of_year);
	}
}

static bool read_month(Reader *r, Point *out)
{
	out->first = out->last = month_named(&r->token);
	advance(r);
	read_year(r, out);
	return out->first > 0;
}

static bool read_quarter(Reader *r, Point *out, int quarter)
{
	if (!quarter || quarter > 4 || !take(r, of_quarter)) {
		return false;
	}
	out->first = quarter * 3 - 2;
	out->last = quarter * 3;
	read_year(r, out);
	return true;
}

static int quarter_named(const Token *t)
{
	for (int i = 0; i < 4; i++) {
		for (size_t k = 0; k < 4 && quarters[i][k]; k++) {
			if (t->type == TOKEN_WORD && slice_is(t->text, quarters[i][k])) {
				return i + 1;
			}
		}
	}
	return 0;
}

/* «15 октября», «2 квартал», «2-й квартал»; or a day alone, whose month the other end of its range names. */
static bool read_numbered(Reader *r, Point *out)
{
	int number = r->token.number <= 31 ? (int)r->token.number : 0;
	advance(r);
	Reader after = *r;
	if (is_one_of(&r->token, of_quarter) || (take_type(r, TOKEN_DASH) && take(r, ordinal))) {
		return read_quarter(r, out, number);
	}
	*r = after;
	out->day = number;
	return number && (r->token.type == TOKEN_DASH || is_one_of(&r->token, to_words) || read_month(r, out));
}

static bool read_point(Reader *r, Point *out)
{
	*out = (Point){0};
	if (r->token.type == TOKEN_NUMBER) {
		return read_numbered(r, out);
	}
	int quarter = quarter_named(&r->token);
	if (quarter) {
		advance(r);
		return read_quarter(r, out, quarter);
	}
	return read_month(r, out);
}

/* --- spans --- */

static Date first_day(const Point *p, int year)
{
	return date_of(year, p->first, p->day ? p->day : 1);
}

static Date last_day(const Point *p, int year)
{
	return p->day ? date_of(year, p->last, p->day) : date_add_months(date_of(year, p->last, 1), 1) - 1;
}

/* Has the month that day? */
static bool is_real(const Point *p, int year)
{
	Date first = date_of(year, p->first, 1);
	return first + p->day <= date_add_months(first, 1);
}

static bool clip(Span *s, Span whole)
{
	s->from = s->from < whole.from ? whole.from : s->from;
	s->to = s->to > whole.to ? whole.to : s->to;
	return s->from <= s->to;
}

static bool span_of(Span *out, const Point *a, const Point *b, int year, Span whole)
{
	int end = year + (b->last < a->first);
	if (!is_real(a, year) || !is_real(b, end)) {
		return false;
	}
	*out = (Span){first_day(a, year), last_day(b, end)};
	return clip(out, whole);
}

/* No year is said: the one that the programme has room for, if there is one only. */
static bool only_span(Span *out, const Point *a, const Point *b, Span whole)
{
	int first, last, m, d;
	int found = 0;
	date_split(whole.from, &first, &m, &d);
	date_split(whole.to, &last, &m, &d);
	for (int year = first - 1; year <= last; year++) {
		Span s;
		if (span_of(&s, a, b, year, whole)) {
			*out = s;
			found++;
		}
	}
	return found == 1;
}

/* A period runs forward, so one year said of a range tells the other. */
static bool resolve(Span *out, const Point *a, const Point *b, Span whole)
{
	int next = b->last < a->first;
	if (!a->year && !b->year) {
		return only_span(out, a, b, whole);
	}
	if (a->year && b->year && b->year != a->year + next) {
		*out = (Span){first_day(a, a->year), last_day(b, b->year)};
		return b->year > a->year && is_real(a, a->year) && is_real(b, b->year) && clip(out, whole);
	}
	return span_of(out, a, b, a->year ? a->year : b->year - next, whole);
}

/* «9 – 20 ноября»: the first day is of the month of the last. */
static bool complete(Point *a, const Point *b)
{
	if (a->first == 0) {
		int day = a->day;
		*a = *b;
		a->day = day;
		return b->first && b->day;
	}
	return b->first > 0;
}

static bool read_span(Reader *r, Span *out)
{
	Point a, b;
	bool from = take(r, from_words);
	if (!from) {
		take(r, in_words);
	}
	if (!read_point(r, &a)) {
		return false;
	}
	b = a;
	bool range = from ? take(r, to_words) : take_type(r, TOKEN_DASH);
	if (from && !range) {
		return false; /* «с октября»: until when is not said */
	}
	return (!range || read_point(r, &b)) && complete(&a, &b) && resolve(out, &a, &b, r->whole);
}

/* «октябрь», «ноябрь 2026 года и апрель 2027 года». */
static bool read_spans(Reader *r, Period *out)
{
	while (out->n < PERIOD_SPANS) {
		if (!read_span(r, &out->spans[out->n])) {
			return false;
		}
		out->n++;
		if (r->token.type == TOKEN_END) {
			return true;
		}
		bool comma = take_type(r, TOKEN_COMMA);
		if (!take(r, and_words) && !comma) {
			return false;
		}
	}
	return false;
}

/* --- the whole programme --- */

typedef enum Phrase { PHRASE_NONE, PHRASE_WHOLE, PHRASE_YEAR, PHRASE_MONTHLY } Phrase;

static Phrase phrase_of(Slice text)
{
	static const struct {
		const char *text;
		Phrase phrase;
	} phrases[] = {
	        {"ежемесячно", PHRASE_MONTHLY},
	        {"каждый месяц", PHRASE_MONTHLY},
	        {"monthly", PHRASE_MONTHLY},
	        {"every month", PHRASE_MONTHLY},
	        {"в течение года", PHRASE_YEAR},
	        {"в течение учебного года", PHRASE_YEAR},
	        {"весь учебный год", PHRASE_YEAR},
	        {"весь год", PHRASE_YEAR},
	        {"throughout the year", PHRASE_YEAR},
	        {"весь срок", PHRASE_WHOLE},
	        {"весь срок программы", PHRASE_WHOLE},
	        {"весь период", PHRASE_WHOLE},
	        {"весь период программы", PHRASE_WHOLE},
	        {"в течение всей программы", PHRASE_WHOLE},
	        {"в течение программы", PHRASE_WHOLE},
	        {"в течение всего срока", PHRASE_WHOLE},
	        {"в течение всего срока программы", PHRASE_WHOLE},
	        {"на протяжении всей программы", PHRASE_WHOLE},
	        {"throughout the programme", PHRASE_WHOLE},
	};
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		if (slice_is(text, phrases[i].text)) {
			return phrases[i].phrase;
		}
	}
	return PHRASE_NONE;
}

/* Lower case, with one blank between words and none at the ends. */
static void settle(Buf *out, Slice text)
{
	Buf folded = BUF_INIT;
	text_fold(&folded, text);
	size_t at = 0;
	bool gap = false;
	while (at < folded.n) {
		uint32_t c = utf8_next(buf_slice(&folded), &at);
		if (char_is_space(c)) {
			gap = out->n > 0;
			continue;
		}
		if (gap) {
			buf_byte(out, ' ');
		}
		gap = false;
		buf_char(out, c);
	}
	buf_release(&folded);
}

bool period_read(Period *out, Slice text, Span whole)
{
	Buf settled = BUF_INIT;
	settle(&settled, text);
	*out = (Period){.spans = {whole}, .n = 1};
	bool read = true;
	switch (phrase_of(buf_slice(&settled))) {
	case PHRASE_WHOLE:
		break;
	case PHRASE_MONTHLY:
		out->monthly = true;
		break;
	case PHRASE_YEAR:
		read = date_school_year(whole.from) == date_school_year(whole.to);
		break;
	case PHRASE_NONE: {
		Reader r = {.text = buf_slice(&settled), .whole = whole};
		out->n = 0;
		advance(&r);
		read = read_spans(&r, out);
	}
	}
	buf_release(&settled);
	return read;
}
