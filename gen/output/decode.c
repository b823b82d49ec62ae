#include "output/decode.h"

/* --- escapes --- */

/* An escape and what it stands for. */
typedef struct Escape {
	size_t length; /* 0: none */
	char bytes[4];
	size_t n;
} Escape;

static Escape escape_of(size_t length, uint32_t c)
{
	Escape e = {.length = length};
	bool character = c < 0x110000 && !(c >= 0xD800 && c < 0xE000);
	e.n = utf8_put(e.bytes, character ? c : 0xFFFD);
	return e;
}

static int hex_digit(Slice s, size_t at)
{
	char c = at < s.n ? s.p[at] : '\0';
	if (c >= '0' && c <= '9') {
		return c - '0';
	}
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The number of exactly `digits` hexadecimal digits; false when they are not there. */
static bool hex_number(Slice s, size_t at, int digits, uint32_t *out)
{
	*out = 0;
	for (int i = 0; i < digits; i++) {
		int d = hex_digit(s, at + (size_t)i);
		if (d < 0) {
			return false;
		}
		*out = *out << 4 | (uint32_t)d;
	}
	return true;
}

static Escape percent(Slice s, size_t at)
{
	uint32_t byte;
	Escape e = {0};
	if (hex_number(s, at + 1, 2, &byte)) {
		e = (Escape){3, {(char)byte}, 1};
	}
	return e;
}

/* \u0430, and a pair of them for what is beyond U+FFFF. */
static Escape unicode(Slice s, size_t at)
{
	uint32_t c, low;
	if (!hex_number(s, at + 2, 4, &c)) {
		return (Escape){0};
	}
	bool pair = c >= 0xD800 && c < 0xDC00 && at + 7 < s.n && s.p[at + 6] == '\\' && s.p[at + 7] == 'u';
	if (pair && hex_number(s, at + 8, 4, &low) && low >= 0xDC00 && low < 0xE000) {
		return escape_of(12, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
	}
	return escape_of(6, c);
}

static Escape backslash(Slice s, size_t at)
{
	char next = at + 1 < s.n ? s.p[at + 1] : '\0';
	uint32_t c;
	if (next == 'u') {
		return unicode(s, at);
	}
	if (next == 'x' && hex_number(s, at + 2, 2, &c)) {
		return escape_of(4, c);
	}
	if (strchr("nrtbfN", next) && next) {
		return escape_of(2, '\n');
	}
	return strchr("\\/\"',;()", next) && next ? escape_of(2, (unsigned char)next) : (Escape){0};
}

static Escape numeric(Slice s, size_t at)
{
	bool hex = at + 2 < s.n && (s.p[at + 2] | 0x20) == 'x';
	size_t first = at + 2 + hex;
	size_t i = first;
	uint32_t c = 0;
	for (int d; (d = hex_digit(s, i)) >= 0 && (hex || d < 10) && i - first < 8; i++) {
		c = c * (hex ? 16 : 10) + (uint32_t)d;
	}
	bool closed = i < s.n && s.p[i] == ';';
	return i > first ? escape_of(i - at + closed, c) : (Escape){0};
}

typedef struct Entity {
	const char *name;
	uint32_t c;
} Entity;

/* Those that texts are written with; of Cyrillic, what stands before "cy" (ISO 8879, ISOcyr1). */
static const Entity entities[] = {
        {"amp", '&'},       {"lt", '<'},        {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
        {"nbsp", 0xA0},     {"shy", 0xAD},      {"laquo", 0xAB},   {"raquo", 0xBB},   {"ndash", 0x2013},
        {"mdash", 0x2014},  {"hellip", 0x2026}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C},
        {"rdquo", 0x201D},  {"bdquo", 0x201E},  {"sbquo", 0x201A}, {"ensp", 0x2002},  {"emsp", 0x2003},
        {"thinsp", 0x2009}, {"zwnj", 0x200C},   {"zwj", 0x200D},   {"lrm", 0x200E},   {"rlm", 0x200F},
        {"numero", 0x2116}, {"hyphen", 0x2010}, {"dash", 0x2010},  {"sol", '/'},      {"commat", '@'},
        {"period", '.'},    {"plus", '+'},      {"lpar", '('},     {"rpar", ')'},     {"NewLine", '\n'},
        {"Tab", '\t'},      {"bsol", '\\'},     {"percnt", '%'},   {"num", '#'},      {"colon", ':'},
        {"lowbar", '_'},    {"comma", ','},
};
static const Entity cyrillic[] = {
        {"a", 0x430},    {"b", 0x431},  {"v", 0x432},  {"g", 0x433},  {"d", 0x434},    {"ie", 0x435},   {"zh", 0x436},
        {"z", 0x437},    {"i", 0x438},  {"j", 0x439},  {"k", 0x43A},  {"l", 0x43B},    {"m", 0x43C},    {"n", 0x43D},
        {"o", 0x43E},    {"p", 0x43F},  {"r", 0x440},  {"s", 0x441},  {"t", 0x442},    {"u", 0x443},    {"f", 0x444},
        {"kh", 0x445},   {"ts", 0x446}, {"ch", 0x447}, {"sh", 0x448}, {"shch", 0x449}, {"hard", 0x44A}, {"y", 0x44B},
        {"soft", 0x44C}, {"e", 0x44D},  {"yu", 0x44E}, {"ya", 0x44F}, {"io", 0x451},
};

static bool same_but_case(Slice a, const char *lower)
{
	bool same = a.n == strlen(lower);
	for (size_t i = 0; same && i < a.n; i++) {
		same = (a.p[i] | 0x20) == lower[i];
	}
	return same;
}

/* "khcy" is х, "KHcy" Х; their case does not matter here. */
static uint32_t cyrillic_entity(Slice name)
{
	Slice letter = slice_sub(name, 0, name.n - 2);
	for (size_t i = 0; slice_ends(name, SL("cy")) && i < sizeof cyrillic / sizeof *cyrillic; i++) {
		if (same_but_case(letter, cyrillic[i].name)) {
			return letter.p[0] >= 'a'       ? cyrillic[i].c
			       : cyrillic[i].c == 0x451 ? 0x401
			                                : cyrillic[i].c - 0x20;
		}
	}
	return 0;
}

static uint32_t entity_named(Slice name)
{
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
		if (slice_is(name, entities[i].name)) {
			return entities[i].c;
		}
	}
	return name.n > 2 ? cyrillic_entity(name) : 0;
}

static bool is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static Escape named(Slice s, size_t at)
{
	size_t i = at + 1;
	while (i < s.n && i - at < 12 && is_alphanumeric(s.p[i])) {
		i++;
	}
	bool closed = i < s.n && s.p[i] == ';';
	uint32_t c = closed ? entity_named(slice_sub(s, at + 1, i)) : 0;
	return c ? escape_of(i - at + 1, c) : (Escape){0};
}

static Escape escape_at(Slice s, size_t at)
{
	switch (s.p[at]) {
	case '%':
		return percent(s, at);
	case '\\':
		return backslash(s, at);
	case '&':
		return at + 1 < s.n && s.p[at + 1] == '#' ? numeric(s, at) : named(s, at);
	default:
		return (Escape){0};
	}
}

/* --- tags --- */

static bool opens_tag(Slice s, size_t at)
{
	char c = at + 1 < s.n ? s.p[at + 1] : '\0';
	return s.p[at] == '<' && (c == '/' || c == '!' || c == '?' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'));
}

/* The name of the tag at `at`, without "</" and prefix. */
static Slice tag_name(Slice s, size_t at, Slice *prefix)
{
	size_t from = at + 1 + (s.p[at + 1] == '/');
	size_t to = from;
	*prefix = SL("");
	while (to < s.n && (is_alphanumeric(s.p[to]) || s.p[to] == ':')) {
		if (s.p[to] == ':') {
			*prefix = slice_sub(s, from, to);
			from = to + 1;
		}
		to++;
	}
	return slice_sub(s, from, to);
}

/* Names of tags with their lengths: there are many tags in a page. */
typedef struct Tag {
	const char *name;
	size_t n;
} Tag;
#define TAG(name)                      \
	{                              \
		name, sizeof(name) - 1 \
	}

static bool is_one_of(Slice name, const Tag *tags)
{
	for (; tags->n; tags++) {
		if (tags->n == name.n && memcmp(tags->name, name.p, name.n) == 0) {
			return true;
		}
	}
	return false;
}

/* Does a word go on across the tag? In HTML few tags are so; of what Word
 * writes (w:r, w:t, w:proofErr, ...) most are, for it cuts words anywhere. */
static bool is_inline(Slice s, size_t at)
{
	static const Tag html[] = {
	        TAG("a"),     TAG("abbr"), TAG("b"),      TAG("bdi"), TAG("bdo"),  TAG("cite"), TAG("code"),
	        TAG("data"),  TAG("del"),  TAG("dfn"),    TAG("em"),  TAG("font"), TAG("i"),    TAG("ins"),
	        TAG("kbd"),   TAG("mark"), TAG("q"),      TAG("r"),   TAG("rPr"),  TAG("s"),    TAG("samp"),
	        TAG("small"), TAG("span"), TAG("strong"), TAG("sub"), TAG("sup"),  TAG("t"),    TAG("time"),
	        TAG("tspan"), TAG("u"),    TAG("var"),    TAG("wbr"), {NULL, 0},
	};
	static const Tag breaks[] = {TAG("p"),  TAG("br"), TAG("cr"),  TAG("tab"),
	                             TAG("tc"), TAG("tr"), TAG("tbl"), {NULL, 0}};
	Slice prefix;
	Slice name = tag_name(s, at, &prefix);
	bool office = slice_is(prefix, "w") || slice_is(prefix, "a");
	return office ? !is_one_of(name, breaks) : is_one_of(name, html);
}

/* --- text --- */

typedef struct Decoder {
	Slice bytes;
	View *text, *tags;
	bool in_tag, breaks;  /* a break is due when the tag ends */
	VEC(size_t) suspects; /* where in text or tags an escape gave what may begin another: tags have the low bit */
} Decoder;

static View *target(const Decoder *d)
{
	return d->in_tag ? d->tags : d->text;
}

static bool is_special(char c, bool in_tag)
{
	return c == '&' || c == '%' || c == '\\' || c == (in_tag ? '>' : '<');
}

static void put_escape(Decoder *d, const Escape *e, size_t at)
{
	View *v = target(d);
	if (e->n == 1 && strchr("&%\\<", e->bytes[0]) && e->bytes[0]) {
		vec_push(&d->suspects, v->text.n << 1 | d->in_tag);
	}
	view_put(v, (Slice){e->bytes, e->n}, at);
}

static size_t put_special(Decoder *d, size_t at)
{
	char c = d->bytes.p[at];
	Escape e = escape_at(d->bytes, at);
	if (e.length) {
		put_escape(d, &e, at);
		return at + e.length;
	}
	if (c == '<' && opens_tag(d->bytes, at)) {
		d->in_tag = true;
		d->breaks = !is_inline(d->bytes, at);
		view_put(d->tags, SL("\n"), at);
	} else if (c == '>' && d->in_tag) {
		d->in_tag = false;
		view_put(d->text, d->breaks ? SL("\n") : SL(""), at);
	} else {
		view_put(target(d), slice_sub(d->bytes, at, at + 1), at);
	}
	return at + 1;
}

/* Is there, at one of the places, an escape or a tag that was itself escaped? */
static bool is_escaped_again(const Decoder *d)
{
	for (size_t i = 0; i < d->suspects.n; i++) {
		Slice s = buf_slice(&(d->suspects.items[i] & 1 ? d->tags : d->text)->text);
		size_t at = d->suspects.items[i] >> 1;
		if (escape_at(s, at).length || opens_tag(s, at)) {
			return true;
		}
	}
	return false;
}

bool decode_text(View *text, View *tags, Slice bytes, const View *source)
{
	Decoder d = {.bytes = bytes, .text = text, .tags = tags};
	view_clear(text, source);
	view_clear(tags, source);
	for (size_t at = 0; at < bytes.n;) {
		size_t from = at;
		while (at < bytes.n && !is_special(bytes.p[at], d.in_tag)) {
			at++;
		}
		view_put(target(&d), slice_sub(bytes, from, at), from);
		if (at < bytes.n) {
			at = put_special(&d, at);
		}
	}
	bool again = is_escaped_again(&d);
	vec_release(&d.suspects);
	return again;
}
