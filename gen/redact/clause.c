#include "redact/clause.h"

#include "base/buf.h"
#include "base/locale.h"

void clauses_init(Clauses *c, Arena *a)
{
	*c = (Clauses){.arena = a};
}

void clauses_release(Clauses *c)
{
	map_release(&c->taken);
	vec_release(&c->ids);
}

Slice clauses_unique(Clauses *c, Slice wanted)
{
	Slice id = wanted.n ? wanted : SL("section");
	for (unsigned n = 2; map_get(&c->taken, id); n++) {
		id = arena_printf(c->arena, "%.*s-%u", SLICE_ARG(wanted.n ? wanted : SL("section")), n);
	}
	map_put(&c->taken, id, c);
	vec_push(&c->ids, id);
	return id;
}

static bool digit_at(Slice s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

static size_t digits_at(Slice s, size_t i)
{
	size_t n = 0;
	while (digit_at(s, i + n)) {
		n++;
	}
	return n;
}

/* «4.1 4.»: a blank printed where a full stop belongs. */
static bool is_gap(Slice s, size_t i)
{
	size_t n = i < s.n && s.p[i] == ' ' ? digits_at(s, i + 1) : 0;
	return n > 0 && n < 4 && i + 1 + n < s.n && s.p[i + 1 + n] == '.';
}

/* Past the groups "8.3.1"; 0 when a group is too long for a clause (a year, an amount). */
static size_t past_groups(Slice s, unsigned *groups)
{
	size_t i = 0;
	for (*groups = 0;;) {
		size_t n = digits_at(s, i);
		if (n == 0 || n > 3) {
			return n || *groups == 0 ? 0 : i;
		}
		i += n;
		++*groups;
		bool dot = i < s.n && s.p[i] == '.' && digit_at(s, i + 1);
		bool gap = *groups > 1 && is_gap(s, i);
		if (!dot && !gap) {
			return i;
		}
		i++;
	}
}

static bool capital_follows(Slice s, size_t at)
{
	bool blank = at < s.n && s.p[at] == ' ';
	at += blank;
	uint32_t c = utf8_next(s, &at);
	return blank && c != UINT32_MAX && char_is_upper(c);
}

size_t clause_length(Slice text, bool lone)
{
	unsigned groups;
	size_t end = past_groups(text, &groups);
	if (end == 0 || (groups == 1 && !lone)) {
		return 0;
	}
	if (end < text.n && text.p[end] == '.') {
		return end + 1;
	}
	/* Without a full stop «2.5 балла» is an amount, «8.1 Для размещения» a clause. */
	return capital_follows(text, end) || (groups > 1 && end == text.n) ? end : 0;
}

/* Latin look-alike of a Roman digit, or 0: scans print Cyrillic Х and І as often. */
static char roman_digit(uint32_t c)
{
	switch (c) {
	case 'I':
	case 0x0406:
		return 'I';
	case 'X':
	case 0x0425:
		return 'X';
	case 'V':
	case 'L':
		return (char)c;
	default:
		return 0;
	}
}

static size_t roman_length(Slice s, size_t from, Buf *latin)
{
	size_t at = from;
	size_t end = from;
	for (;;) {
		char c = roman_digit(utf8_next(s, &at));
		if (!c) {
			return end - from;
		}
		buf_byte(latin, c);
		end = at;
	}
}

static size_t word_length(Slice text)
{
	static const char *const words[] = {"Раздел ", "РАЗДЕЛ ", "Глава ", "ГЛАВА "};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (slice_starts(text, slice_of(words[i]))) {
			return strlen(words[i]);
		}
	}
	return 0;
}

/* Offset past the number and its full stop; the number itself in Latin letters. */
static size_t section_parse(Slice text, Buf *latin)
{
	size_t word = word_length(text);
	size_t n = roman_length(text, word, latin);
	size_t end = word + n;
	bool stop = end < text.n && text.p[end] == '.';
	return n && (stop || word) ? end + stop : 0;
}

size_t clause_section_length(Slice text)
{
	Buf latin = BUF_INIT;
	size_t n = section_parse(text, &latin);
	buf_release(&latin);
	return n;
}

Slice clauses_section(Clauses *c, Slice printed)
{
	Buf latin = BUF_INIT;
	section_parse(printed, &latin);
	c->section = arena_dup(c->arena, buf_slice(&latin));
	c->clause = (Slice){NULL, 0};
	buf_release(&latin);
	return clauses_unique(c, c->section);
}

/* "4.1 4." → "4.1.4". */
static Slice plain_number(Arena *a, Slice printed)
{
	char *p = arena_cstr(a, printed);
	size_t n = printed.n;
	while (n && (p[n - 1] == '.' || p[n - 1] == ')')) {
		n--;
	}
	for (size_t i = 0; i < n; i++) {
		p[i] = p[i] == ' ' ? '.' : p[i];
	}
	return (Slice){p, n};
}

static Slice below(Clauses *c, Slice parent, Slice number)
{
	return parent.n ? arena_join(c->arena, parent, SL("."), number) : number;
}

Slice clauses_number(Clauses *c, Slice printed)
{
	Slice number = plain_number(c->arena, printed);
	bool lone = slice_find_byte(number, '.', 0) == number.n;
	c->clause = lone ? below(c, c->section, number) : number;
	return clauses_unique(c, c->clause);
}

Slice clauses_item(Clauses *c, Slice marker, bool nested)
{
	Slice number = plain_number(c->arena, marker);
	if (nested || slice_ends(marker, SL(")"))) {
		return clauses_unique(c, below(c, c->clause.n ? c->clause : c->section, number));
	}
	return clauses_number(c, marker);
}
