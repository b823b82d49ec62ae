/* Names in a PDF: ISO 32000-1, 7.3, 7.5 and 14.3. */
#include "base/arena.h"
#include "base/pdf.h"
#include "base/vec.h"
#include "source/metadata_parts.h"

enum { OBJECT_MOST = 64 << 10, OBJECTS_MOST = 1 << 20, UNPACKED_MOST = 256 << 20 };

typedef struct Object {
	unsigned number;
	Slice rest; /* from the object's first byte on */
} Object;

/* An object that is sought, and what a string in it is. */
typedef struct Wanted {
	unsigned number;
	bool person;
} Wanted;

typedef struct Document {
	const Metadata *metadata;
	Slice bytes;
	Arena arena; /* of unpacked objects */
	size_t unpacked;
	VEC(Object) objects;
	VEC(Wanted) strings; /* values of an information dictionary that are kept apart */
	bool whole;
} Document;

/* --- tokens --- */

typedef enum TokenType { END, STRING, HEX, NAME, WORD, OPEN, CLOSE } TokenType;

typedef struct Token {
	TokenType type;
	Slice text; /* of STRING and HEX what is between the brackets; of NAME without the slash */
} Token;

/* White space, and comments to the end of their line. */
static size_t skip_blank(Slice s, size_t at)
{
	bool comment = false;
	for (; at < s.n && (comment || pdf_is_space(s.p[at]) || s.p[at] == '%'); at++) {
		bool line_ends = s.p[at] == '\n' || s.p[at] == '\r';
		comment = !line_ends && (comment || s.p[at] == '%');
	}
	return at;
}

/* Past the bracket that closes the string; brackets inside it are in pairs. */
static size_t string_end(Slice s, size_t at)
{
	unsigned open = 0;
	for (; at < s.n; at++) {
		if (s.p[at] == '\\') {
			at++;
		} else if (s.p[at] == '(') {
			open++;
		} else if (s.p[at] == ')' && --open == 0) {
			return at + 1;
		}
	}
	return s.n;
}

static Token token_of(TokenType type, Slice s, size_t from, size_t to)
{
	return (Token){type, slice_sub(s, from, to)};
}

static Token next_token(Slice s, size_t *at)
{
	size_t from = *at = skip_blank(s, *at);
	if (from >= s.n) {
		return (Token){.type = END};
	}
	char c = s.p[from];
	bool twice = from + 1 < s.n && s.p[from + 1] == c;
	if (c == '(') {
		*at = string_end(s, from);
		return token_of(STRING, s, from + 1, *at - 1);
	}
	if (c == '<' && !twice) {
		*at = slice_find_byte(s, '>', from) + 1;
		return token_of(HEX, s, from + 1, *at - 1);
	}
	if (!pdf_is_regular(c) && c != '/') {
		*at = from + 1 + ((c == '<' || c == '>') && twice);
		return token_of(strchr("<[{", c) ? OPEN : CLOSE, s, from, *at);
	}
	for (*at = from + 1; *at < s.n && pdf_is_regular(s.p[*at]);) {
		++*at;
	}
	return token_of(c == '/' ? NAME : WORD, s, from + (c == '/'), *at);
}

/* --- strings: 7.3.4 --- */

/* What follows a backslash at *at. */
static void put_escaped(Buf *out, Slice s, size_t *at)
{
	static const char from[] = "nrtbf";
	static const char to[] = "\n\r\t\b\f";
	char c = s.p[*at];
	const char *known = c ? strchr(from, c) : NULL;
	if (c >= '0' && c <= '7') {
		unsigned value = 0;
		for (int i = 0; i < 3 && *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '7'; i++) {
			value = value * 8 + (unsigned)(s.p[(*at)++] - '0');
		}
		buf_byte(out, (char)(value & 0xFF));
		return;
	}
	++*at;
	if (c == '\r') {
		*at += *at < s.n && s.p[*at] == '\n';
	} else if (c != '\n') { /* at the end of a line it joins two */
		buf_byte(out, known ? to[known - from] : c);
	}
}

static void unescape(Buf *out, Slice s)
{
	for (size_t at = 0; at < s.n;) {
		if (s.p[at] != '\\') {
			buf_byte(out, s.p[at++]);
		} else if (++at < s.n) {
			put_escaped(out, s, &at);
		}
	}
}

static void unhex(Buf *out, Slice s)
{
	unsigned value = 1;
	for (size_t at = 0; at < s.n; at++) {
		char c = (char)(s.p[at] | 0x20);
		bool digit = s.p[at] >= '0' && s.p[at] <= '9';
		if (digit || (c >= 'a' && c <= 'f')) {
			value = value * 16 + (unsigned)(digit ? s.p[at] - '0' : c - 'a' + 10);
		}
		if (value >= 0x100) {
			buf_byte(out, (char)(value & 0xFF));
			value = 1;
		}
	}
	if (value > 1) {
		buf_byte(out, (char)((value & 0xF) << 4));
	}
}

static void tell_string(const Document *d, const Token *t, bool person, bool remark)
{
	Buf bytes = BUF_INIT;
	if (t->type == HEX) {
		unhex(&bytes, t->text);
	} else {
		unescape(&bytes, t->text);
	}
	metadata_tell(d->metadata, buf_slice(&bytes), person, remark);
	buf_release(&bytes);
}

/* --- dictionaries --- */

/* An entry of a dictionary; `number` is the object referred to, 0 when none is. */
typedef struct Entry {
	Slice key;
	Token value;
	unsigned number;
} Entry;

typedef struct Walk {
	Slice rest;
	size_t at;
	Token ahead;
} Walk;

static bool start_walk(Walk *w, Slice rest)
{
	w->rest = slice_sub(rest, 0, OBJECT_MOST);
	w->at = 0;
	Token first = next_token(w->rest, &w->at);
	w->ahead = next_token(w->rest, &w->at);
	return first.type == OPEN && slice_is(first.text, "<<");
}

/* Past an array or a dictionary whose first bracket has been read. */
static void skip_nested(Walk *w)
{
	for (unsigned depth = 1; depth > 0;) {
		Token t = next_token(w->rest, &w->at);
		if (t.type == END) {
			return;
		}
		depth += t.type == OPEN;
		depth -= t.type == CLOSE;
	}
}

/* The next entry of the dictionary itself; false at its end. */
static bool next_entry(Walk *w, Entry *out)
{
	if (w->ahead.type == NAME) {
		*out = (Entry){.key = w->ahead.text};
		out->value = next_token(w->rest, &w->at);
		if (out->value.type == OPEN) {
			skip_nested(w);
		}
		bool reference = false;
		for (w->ahead = next_token(w->rest, &w->at); w->ahead.type == WORD;) {
			reference |= slice_is(w->ahead.text, "R");
			w->ahead = next_token(w->rest, &w->at);
		}
		if (out->value.type == WORD && reference) {
			slice_uint(out->value.text, &out->number);
		}
		return out->value.type != END && out->value.type != CLOSE;
	}
	return false;
}

static bool is_person(Slice key)
{
	static const char *const keys[] = {"Author", "Manager", "LastSavedBy", "LastModifiedBy"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		if (slice_is(key, keys[i])) {
			return true;
		}
	}
	return false;
}

static bool is_string(const Entry *e)
{
	return e->value.type == STRING || e->value.type == HEX;
}

static void read_information(Document *d, Slice rest)
{
	Walk w;
	Entry e;
	for (bool more = start_walk(&w, rest); more && next_entry(&w, &e);) {
		if (is_string(&e)) {
			tell_string(d, &e.value, is_person(e.key), false);
		} else if (e.number) {
			vec_push(&d->strings, (Wanted){e.number, is_person(e.key)});
		}
	}
}

/* 12.5.6.2: the author of a remark is its T; of a field of a form that is another name.
 * 12.8.1: who signed is the Name. */
static void read_remark(const Document *d, Slice rest)
{
	Walk w;
	Entry e, title = {.number = 0}, name = title;
	bool remark = false;
	bool signature = false;
	for (bool more = start_walk(&w, rest); more && next_entry(&w, &e);) {
		title = slice_is(e.key, "T") && is_string(&e) ? e : title;
		name = slice_is(e.key, "Name") && is_string(&e) ? e : name;
		remark |= slice_is(e.key, "Subtype") && !slice_is(e.value.text, "Widget");
		signature |= slice_is(e.key, "ByteRange");
	}
	if (remark && title.key.n) {
		tell_string(d, &title.value, true, true);
	}
	if (signature && name.key.n) {
		tell_string(d, &name.value, true, true);
	}
}

/* --- objects --- */

/* The number before "0 obj"; false when there is none. */
static bool number_before(Slice bytes, size_t at, unsigned *out)
{
	for (int i = 0; i < 2; i++) {
		while (at > 0 && pdf_is_space(bytes.p[at - 1])) {
			at--;
		}
		size_t end = at;
		while (at > 0 && bytes.p[at - 1] >= '0' && bytes.p[at - 1] <= '9' && end - at < 9) {
			at--;
		}
		if (!slice_uint(slice_sub(bytes, at, end), out)) {
			return false;
		}
	}
	return true;
}

static void add_object(Document *d, unsigned number, Slice rest)
{
	if (d->objects.n < OBJECTS_MOST) {
		vec_push(&d->objects, (Object){number, rest});
	} else {
		d->whole = false;
	}
}

static void list_plain_objects(Document *d)
{
	for (size_t at = slice_find(d->bytes, SL("obj"), 0); at < d->bytes.n;
	     at = slice_find(d->bytes, SL("obj"), at + 3)) {
		unsigned number;
		if (number_before(d->bytes, at, &number)) {
			add_object(d, number, slice_sub(d->bytes, at + 3, d->bytes.n));
		}
	}
}

/* 7.5.7: pairs of a number and an offset, then the objects. */
static void list_packed_objects(Document *d, Slice dictionary, Slice content)
{
	size_t from = pdf_value(dictionary, SL("/First"));
	Token first = next_token(dictionary, &from);
	unsigned base, number, offset;
	size_t at = 0;
	if (!slice_uint(first.text, &base)) {
		return;
	}
	while (at < base) {
		Token one = next_token(content, &at);
		Token two = next_token(content, &at);
		if (!slice_uint(one.text, &number) || !slice_uint(two.text, &offset)) {
			return;
		}
		add_object(d, number, slice_sub(content, (size_t)base + offset, content.n));
	}
}

static bool has_type(Slice dictionary, const char *key, Slice type)
{
	size_t at = pdf_value(dictionary, slice_of(key));
	Token t = next_token(dictionary, &at);
	return t.type == NAME && slice_eq(t.text, type);
}

static void read_stream(Document *d, const PdfStream *s)
{
	bool objects = has_type(s->dictionary, "/Type", SL("ObjStm"));
	bool xmp = has_type(s->dictionary, "/Type", SL("Metadata")) || has_type(s->dictionary, "/Subtype", SL("XML"));
	Buf content = BUF_INIT;
	if (!objects && !xmp) {
		return;
	}
	PdfOpening opening = pdf_open_stream(&content, s);
	if (opening == PDF_AS_IT_IS) {
		buf_clear(&content);
		buf_add(&content, slice_sub(s->data, 0, slice_find(s->data, SL("endstream"), 0)));
	}
	d->whole &= opening != PDF_SHUT;
	d->unpacked += content.n;
	if (objects && opening != PDF_SHUT) {
		list_packed_objects(d, s->dictionary, arena_dup(&d->arena, buf_slice(&content)));
	} else if (opening != PDF_SHUT) {
		metadata_xml(d->metadata, buf_slice(&content), true);
	}
	buf_release(&content);
}

/* --- the document --- */

/* The information dictionaries that trailers name, each of its revision. */
static void read_informations(Document *d)
{
	Slice bytes = d->bytes;
	VEC(unsigned) numbers = {NULL, 0, 0};
	for (size_t at = slice_find(bytes, SL("/Info"), 0); at < bytes.n; at = slice_find(bytes, SL("/Info"), at + 5)) {
		size_t from = at + 5;
		Token number = next_token(bytes, &from);
		unsigned n;
		bool known = !slice_uint(number.text, &n);
		for (size_t i = 0; i < numbers.n && !known; i++) {
			known = numbers.items[i] == n;
		}
		if (!known) {
			vec_push(&numbers, n);
		}
		if (number.type == OPEN) { /* not as the format wants it, yet readers take it */
			read_information(d, slice_sub(bytes, at + 5, bytes.n));
		}
	}
	for (size_t i = 0; i < d->objects.n; i++) {
		for (size_t k = 0; k < numbers.n; k++) {
			if (numbers.items[k] == d->objects.items[i].number) {
				read_information(d, d->objects.items[i].rest);
			}
		}
	}
	vec_release(&numbers);
}

static void read_strings(const Document *d)
{
	for (size_t i = 0; i < d->strings.n; i++) {
		for (size_t k = 0; k < d->objects.n; k++) {
			size_t at = 0;
			if (d->objects.items[k].number == d->strings.items[i].number) {
				Token t = next_token(slice_sub(d->objects.items[k].rest, 0, OBJECT_MOST), &at);
				if (t.type == STRING || t.type == HEX) {
					tell_string(d, &t, d->strings.items[i].person, false);
				}
			}
		}
	}
}

bool metadata_pdf(const Metadata *m, Slice bytes)
{
	Document d = {.metadata = m, .bytes = bytes, .arena = ARENA_INIT, .whole = !pdf_is_encrypted(bytes)};
	PdfStream stream;
	if (!d.whole) {
		return false; /* its strings are noise */
	}
	list_plain_objects(&d);
	for (size_t at = 0; d.unpacked <= UNPACKED_MOST && pdf_next_stream(&stream, bytes, &at);) {
		read_stream(&d, &stream);
	}
	read_informations(&d);
	read_strings(&d);
	for (size_t i = 0; i < d.objects.n; i++) {
		read_remark(&d, d.objects.items[i].rest);
	}
	vec_release(&d.objects);
	vec_release(&d.strings);
	arena_release(&d.arena);
	return d.whole && d.unpacked <= UNPACKED_MOST;
}
