#include "source/link.h"

#include "base/locale.h"
#include "source/chars.h"

static const size_t NONE = SIZE_MAX;

typedef struct Scan {
	Slice text;
	Slice source; /* as written: where escapes still show */
	size_t at;    /* up to where text was searched */
	size_t seen;  /* the same place in source */
} Scan;

typedef struct Link {
	size_t from, end; /* in text, brackets included */
	size_t place;     /* of the first bracket in source */
	Slice kind, id;   /* before and after the first colon */
} Link;

typedef struct Bracket {
	size_t place; /* in source */
	bool escaped;
} Bracket;

static bool is_bracket(char c)
{
	return c == '[' || c == ']';
}

static unsigned digit_value(char c)
{
	if (c >= '0' && c <= '9') {
		return (unsigned)(c - '0');
	}
	char lower = (char)(c | 0x20);
	return lower >= 'a' && lower <= 'f' ? (unsigned)(lower - 'a') + 10 : 16;
}

/* The character that "&#91;" or "&#x5B;" stands for, ";" and all; 0 for anything else. */
static unsigned numeric_entity(Slice s)
{
	size_t i = s.n > 2 && (s.p[2] | 0x20) == 'x' ? 3 : 2;
	unsigned base = i == 3 ? 16 : 10;
	unsigned value = 0;
	if (s.n < 4 || s.p[1] != '#' || s.p[s.n - 1] != ';') {
		return 0;
	}
	for (; i < s.n - 1; i++) {
		unsigned digit = digit_value(s.p[i]);
		if (digit >= base) {
			return 0;
		}
		value = value * base + digit;
	}
	return value;
}

/* The bytes of an entity at s.p[at] that stands for a bracket, or 0. */
static size_t bracket_entity(Slice s, size_t at)
{
	static const char *const names[] = {"&lsqb;", "&lbrack;", "&rsqb;", "&rbrack;"};
	Slice entity = slice_sub(s, at, at + 10);
	entity = slice_sub(entity, 0, slice_find_byte(entity, ';', 0) + 1);
	unsigned value = numeric_entity(entity);
	bool found = value == '[' || value == ']';
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		found = found || slice_is(entity, names[i]);
	}
	return found ? entity.n : 0;
}

/* Finds in the source the bracket that comes next in the text. */
static Bracket next_bracket(Scan *scan)
{
	Slice s = scan->source;
	size_t i = scan->seen;
	for (; i < s.n && !is_bracket(s.p[i]); i++) {
		size_t entity = s.p[i] == '&' ? bracket_entity(s, i) : 0;
		bool escape = s.p[i] == '\\' && i + 1 < s.n;
		if (entity || (escape && is_bracket(s.p[i + 1]))) {
			scan->seen = i + (entity ? entity : 2);
			return (Bracket){i, true};
		}
		i += escape;
	}
	scan->seen = i < s.n ? i + 1 : i;
	return (Bracket){i, false};
}

/* The brackets seen so far in a search: offsets in the text, or NONE. */
typedef struct State {
	size_t left, left_place; /* the last '[' */
	size_t right;            /* the last ']' */
	size_t open, open_place; /* the last "[[" that "]]" has not closed */
	size_t colon;            /* the first after it */
} State;

static void take_left(State *s, size_t i, Bracket b)
{
	if (!b.escaped && s->left != NONE && s->left + 1 == i) {
		s->open = s->left;
		s->open_place = s->left_place;
		s->colon = NONE;
	}
	s->left = b.escaped ? NONE : i;
	s->left_place = b.place;
}

/* True when this ']' closes a link. */
static bool take_right(State *s, size_t i, Bracket b)
{
	bool closes = !b.escaped && s->right != NONE && s->right + 1 == i;
	s->right = b.escaped ? NONE : i;
	if (closes && s->open != NONE && s->colon != NONE) {
		return true;
	}
	if (closes) {
		s->open = NONE;
	}
	return false;
}

/* The next link from scan->at on, which moves behind it. */
static bool next_link(Link *out, Scan *scan)
{
	State s = {NONE, 0, NONE, NONE, 0, NONE};
	Slice text = scan->text;
	for (size_t i = scan->at; i < text.n; i++) {
		char c = text.p[i];
		if (c == ':' && s.open != NONE && s.colon == NONE) {
			s.colon = i;
		} else if (c == '[') {
			take_left(&s, i, next_bracket(scan));
		} else if (c == ']' && take_right(&s, i, next_bracket(scan))) {
			*out = (Link){.from = s.open, .end = i + 1, .place = s.open_place};
			out->kind = slice_sub(text, s.open + 2, s.colon);
			out->id = slice_sub(text, s.colon + 1, i - 1);
			scan->at = i + 1;
			return true;
		}
	}
	scan->at = text.n;
	return false;
}

static MdNode **add(Arena *a, MdNode **tail, MdType type, Loc loc)
{
	*tail = ARENA_NEW(a, MdNode);
	(*tail)->type = type;
	(*tail)->loc = loc;
	return &(*tail)->next;
}

static Slice keep(Arena *a, Slice s, Loc loc, Diags *diags)
{
	return text_nfc(a, chars_keep(a, s, loc, diags));
}

static MdNode **add_text(Arena *a, MdNode **tail, Slice text, Loc loc, Diags *diags)
{
	if (text.n == 0) {
		return tail;
	}
	MdNode **next = add(a, tail, MD_TEXT, loc);
	(*tail)->text = keep(a, text, loc, diags);
	return next;
}

static MdNode **add_record(Arena *a, MdNode **tail, const Link *link, Loc loc, Diags *diags)
{
	MdNode **next = add(a, tail, MD_RECORD, loc);
	(*tail)->text = keep(a, link->kind, loc, diags);
	(*tail)->url = keep(a, link->id, loc, diags);
	return next;
}

MdNode *link_split(Arena *a, Slice text, Body *b, Spot begin, size_t end, Diags *diags)
{
	MdNode *first = NULL;
	MdNode **tail = &first;
	Scan scan = {.text = text, .source = slice_sub(body_line(b, begin.line), begin.byte, end)};
	Spot s = begin;
	Link link;
	size_t done = 0;
	while (next_link(&link, &scan)) {
		tail = add_text(a, tail, slice_sub(text, done, link.from), body_loc(b, s), diags);
		s.byte = begin.byte + link.place;
		tail = add_record(a, tail, &link, body_loc(b, s), diags);
		s.byte = begin.byte + scan.seen;
		done = link.end;
	}
	add_text(a, tail, slice_sub(text, done, text.n), body_loc(b, s), diags);
	return first;
}
