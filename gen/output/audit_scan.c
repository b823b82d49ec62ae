/* One file, read byte by byte in every way that it may be read. */
#include "base/locale.h"
#include "base/pdf.h"
#include "base/unpack.h"
#include "output/audit_parts.h"
#include "output/decode.h"

enum {
	LEVELS = 4,                               /* escapes within escapes */
	DEPTH = 4,                                /* packed within packed */
	WORDS_BACK = PHRASE_WORDS + WORDS_BEFORE, /* a phrase and the words before it */
	LONG_LATIN = 8,                           /* letters that chance bytes do not make */
	AROUND = 8,                               /* bytes looked at on either side of a shorter word */
	GROUPS = 8,                               /* of digits in a phone */
	GAP = 6,                                  /* bytes between two of them */
};

struct Scan {
	const Audit *audit;
	View text[LEVELS], tags[LEVELS];
	View whole, runs; /* a calendar or UTF-16 made plain; what is in UTF-16 among data */
	/* of the file */
	Arena *arena;
	Findings *out;
	AuditPage where;
	Slice same; /* what has been read already */
	unsigned depth;
	bool opened;
	/* of the part of it that is being read */
	Slice inner, bytes;
	bool plain; /* text and nothing else */
	bool pdf;   /* a PDF, or a stream of one */
};

/* What has been read of a view. */
typedef struct Reading {
	Scan *scan;
	const View *view;
	Slice text;              /* of the view */
	bool data;               /* not all of it is text */
	size_t from[WORDS_BACK]; /* where the last words begin, by number modulo */
	size_t count;
	Word word;
	/* the groups of digits up to here that may be one phone */
	struct Group {
		size_t from, to;
	} groups[GROUPS];
	unsigned group_count;
} Reading;

Scan *audit_scan_new(const Audit *a)
{
	Scan *s = mem_alloc(sizeof *s);
	s->audit = a;
	for (int i = 0; i < LEVELS; i++) {
		view_init(&s->text[i]);
		view_init(&s->tags[i]);
	}
	view_init(&s->whole);
	view_init(&s->runs);
	return s;
}

void audit_scan_free(Scan *s)
{
	for (int i = 0; s && i < LEVELS; i++) {
		view_release(&s->text[i]);
		view_release(&s->tags[i]);
	}
	if (s) {
		view_release(&s->whole);
		view_release(&s->runs);
		free(s);
	}
}

/* --- findings --- */

static void locate(const Scan *s, size_t at, Finding *f)
{
	Slice before = slice_sub(s->bytes, 0, at);
	if (!s->plain) {
		return; /* lines of data mean nothing */
	}
	f->line = 1;
	size_t start = 0;
	for (size_t end = slice_find_byte(before, '\n', 0); end < before.n;
	     end = slice_find_byte(before, '\n', end + 1)) {
		f->line++;
		start = end + 1;
	}
	f->col = (unsigned)utf8_length(slice_sub(before, start, before.n)) + 1;
}

static bool is_reported(const Scan *s, const Finding *f)
{
	for (size_t i = 0; i < s->out->n; i++) {
		const Finding *old = &s->out->items[i];
		if (old->judgement == f->judgement && old->family == f->family && slice_eq(old->file, f->file) &&
		    slice_eq(old->field, f->field)) {
			return true;
		}
	}
	return false;
}

static void report(Reading *r, Finding f, size_t at)
{
	Scan *s = r->scan;
	if (!is_reported(s, &f)) {
		locate(s, view_origin(r->view, at), &f);
		f.inner = s->inner;
		vec_push(s->out, f);
	}
}

/* --- hits --- */

static size_t word_start_back(const Reading *r, unsigned words)
{
	return words > r->count || words > WORDS_BACK ? SIZE_MAX : r->from[(r->count - words) % WORDS_BACK];
}

static bool is_printed(unsigned char c)
{
	return (c >= 0x20 && c < 0x7F) || c == '\0' || c == '\n' || c == '\r';
}

/* A few letters among the bytes of a picture are chance; among letters they are not. */
static bool is_chance(const Reading *r, size_t from, size_t to)
{
	unsigned printed = 0;
	if (!r->data || to - from >= LONG_LATIN) {
		return false;
	}
	for (size_t i = 1; i <= AROUND; i++) {
		printed += from < i || is_printed((unsigned char)r->text.p[from - i]);
		printed += to + i > r->text.n || is_printed((unsigned char)r->text.p[to + i - 1]);
	}
	return printed < 2 * AROUND - 2;
}

static void see_family(Reading *r, const AutomatonHit *hit, const Needle *n, size_t from)
{
	const Scan *s = r->scan;
	Sighting seen = {.text = r->text, .from = from, .to = r->word.to, .where = s->where};
	const AuditPerson *who;
	Finding f = {0};
	for (unsigned i = 0; i < WORDS_BEFORE; i++) {
		seen.before[i] = word_start_back(r, hit->words + 1 + i);
	}
	audit_find_whole(s->audit, &seen);
	f.judgement = audit_judge_family(s->audit, hit->phrase, n->kind, &seen, &who, &f.field);
	if (f.judgement != JUDGED_FINE) {
		f.family = f.judgement == JUDGED_AMBIGUOUS ? n->family : NULL;
		f.file = who->record->path;
		report(r, f, from);
	}
}

static void see_pair(Reading *r, const Needle *n, size_t from)
{
	if (!n->common && audit_naming(r->scan->audit, n->person, &r->scan->where) != NAMED_FULLY) {
		report(r, (Finding){.judgement = JUDGED_LEAK, .field = n->field, .file = n->person->record->path},
		       from);
	}
}

static void see_value(Reading *r, const Needle *n, size_t from)
{
	if (!n->common) {
		report(r, (Finding){.judgement = JUDGED_LEAK, .field = n->field, .file = n->file}, from);
	}
}

static bool is_name_byte(Slice s, size_t at)
{
	unsigned char c = at < s.n ? (unsigned char)s.p[at] : ' ';
	return c == '-' || c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* The words of a file's name are common ones; the name is one with its hyphens, and by itself. */
static bool is_file_name(const Reading *r, const Needle *n, size_t from, size_t to)
{
	Slice found = slice_sub(r->text, from, to);
	bool same = found.n == n->name.n && !is_name_byte(r->text, from - 1) && !is_name_byte(r->text, to);
	for (size_t i = 0; same && i < found.n; i++) {
		char a = found.p[i] == '_' ? '-' : found.p[i];
		char b = n->name.p[i] == '_' ? '-' : n->name.p[i];
		same = a == b || ((a ^ b) == 0x20 && (b | 0x20) >= 'a' && (b | 0x20) <= 'z');
	}
	return same;
}

static void see(Reading *r, const AutomatonHit *hit)
{
	const Audit *a = r->scan->audit;
	size_t from = word_start_back(r, hit->words);
	bool seen[NEEDLE_KINDS] = {false};
	for (const Needle *n = audit_needles_of(a, hit->phrase); n; n = audit_needle_after(a, n)) {
		bool family = n->kind == NEEDLE_FAMILY || n->kind == NEEDLE_LATIN || n->kind == NEEDLE_STEM;
		bool chance = n->kind != NEEDLE_FAMILY && n->kind != NEEDLE_PAIR && is_chance(r, from, r->word.to);
		if (chance || (family && seen[n->kind]) || (n->kind == NEEDLE_STEM && !r->scan->where.terms)) {
			continue;
		}
		seen[n->kind] = true;
		if (family) {
			see_family(r, hit, n, from);
		} else if (n->kind == NEEDLE_PAIR) {
			see_pair(r, n, from);
		} else if (n->kind != NEEDLE_FILE || is_file_name(r, n, from, r->word.to)) {
			see_value(r, n, from);
		}
	}
}

/* --- phones: digits in groups, however they are parted --- */

static bool is_phone_gap(Slice s)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);
		bool dash = c == '-' || (c >= 0x2010 && c <= 0x2015);
		if (!dash && c != '(' && c != ')' && c != '.' && c != '+' && !char_is_space(c)) {
			return false;
		}
	}
	return s.n <= GAP;
}

static void see_digits(Reading *r, Slice digits, size_t from)
{
	const Audit *a = r->scan->audit;
	Buf phone = BUF_INIT;
	audit_phone(&phone, digits);
	const uint32_t *number = map_get(&a->phones, buf_slice(&phone));
	if (number) {
		see_value(r, &a->needles.items[*number], from);
	}
	buf_release(&phone);
}

/* Six digits are a date as well as a phone: a short number stands alone, and has no full stops. */
static bool stands_alone(const Reading *r, unsigned group)
{
	size_t from = r->groups[group].from;
	Slice after = slice_sub(r->text, r->word.to, r->word.to + 2);
	bool more = after.n == 2 && (after.p[0] == '-' || after.p[0] == ' ') && after.p[1] >= '0' && after.p[1] <= '9';
	return group == 0 && !more &&
	       slice_find_byte(slice_sub(r->text, from, r->word.to), '.', 0) == r->word.to - from;
}

static void add_group(Reading *r)
{
	unsigned n = r->group_count;
	if (n && !is_phone_gap(slice_sub(r->text, r->groups[n - 1].to, r->word.from))) {
		n = 0;
	}
	if (n == GROUPS) {
		memmove(r->groups, r->groups + 1, (GROUPS - 1) * sizeof *r->groups);
		n--;
	}
	r->groups[n] = (struct Group){r->word.from, r->word.to};
	r->group_count = n + 1;
}

static void read_digits(Reading *r)
{
	enum { SHORTEST = 6, NATIONAL = 10, LONGEST = 15 };
	size_t length = 0;
	add_group(r);
	for (unsigned i = r->group_count; i-- > 0 && length <= LONGEST;) {
		length += r->groups[i].to - r->groups[i].from;
		if (length >= NATIONAL || (length >= SHORTEST && stands_alone(r, i))) {
			see_digits(r, slice_sub(r->text, r->groups[i].from, r->word.to), r->groups[i].from);
		}
	}
}

/* --- reading --- */

static void read_view(Scan *s, const View *v, bool data)
{
	const Audit *a = s->audit;
	Reading r = {.scan = s, .view = v, .text = buf_slice(&v->text), .data = data};
	WordReader reader;
	uint32_t state = 0;
	word_start(&reader, r.text);
	while (word_next(&reader, &r.word)) {
		AutomatonHit hit;
		r.from[r.count++ % WORDS_BACK] = r.word.from;
		if (r.word.digits && a->phones.n) {
			read_digits(&r);
		}
		state = automaton_step(a->automaton, state, r.word.text);
		for (uint32_t at = state; at && automaton_hit(a->automaton, &at, &hit);) {
			see(&r, &hit);
		}
	}
}

/* Reads a text unescaped, and once more as long as that shows more escapes. */
static void read_text(Scan *s, Slice text, const View *source, int level, bool data)
{
	View *between = &s->text[level];
	View *inside = &s->tags[level];
	bool again = decode_text(between, inside, text, source);
	read_view(s, between, data);
	read_view(s, inside, data);
	if (again && level + 1 < LEVELS) {
		read_text(s, buf_slice(&between->text), between, level + 1, data);
		read_text(s, buf_slice(&inside->text), inside, level + 1, data);
	}
}

/* The strings of a PDF, which are often in UTF-16 under their escapes. */
static void read_strings(Scan *s, Slice bytes)
{
	decode_pdf(&s->whole, bytes);
	read_view(s, &s->whole, true);
	decode_utf16_runs(&s->runs, buf_slice(&s->whole.text), &s->whole);
	read_view(s, &s->runs, false);
}

static void read_part(Scan *s, Slice bytes)
{
	s->bytes = bytes;
	s->plain = decode_is_text(bytes);
	if (decode_utf16(&s->whole, bytes) || decode_calendar(&s->whole, bytes)) {
		read_text(s, buf_slice(&s->whole.text), &s->whole, 0, false);
	} else {
		read_text(s, bytes, NULL, 0, !s->plain);
	}
	if (!s->plain && decode_windows(&s->whole, bytes)) {
		read_text(s, buf_slice(&s->whole.text), &s->whole, 0, false);
	}
	if (!s->plain) {
		decode_utf16_runs(&s->runs, bytes, NULL);
		read_text(s, buf_slice(&s->runs.text), &s->runs, 0, false);
	}
	if (s->pdf) {
		read_strings(s, bytes);
	}
}

/* --- files --- */

static bool is_stream(Slice name, Slice bytes)
{
	return slice_starts(bytes, SL("\x1F\x8B")) || slice_ends(name, SL(".br"));
}

static void open_part(Scan *s, Slice name, Slice bytes);

static void take_part(void *ctx, Slice inner, Slice bytes)
{
	Scan *s = ctx;
	Slice above = s->inner;
	if (s->depth == 1 && s->same.n && slice_eq(bytes, s->same)) {
		return;
	}
	if (inner.n) {
		s->inner = above.n ? arena_join(s->arena, above, SL("!"), inner) : arena_dup(s->arena, inner);
	}
	open_part(s, inner, bytes);
	s->inner = above;
}

/* The bytes as they are, but for a stream that is one packed text; then what is packed in them. */
static void open_part(Scan *s, Slice name, Slice bytes)
{
	bool pdf = s->pdf;
	s->pdf |= pdf_is_pdf(bytes);
	if (!is_stream(name, bytes)) {
		read_part(s, bytes);
	}
	if (s->depth < DEPTH) {
		s->depth++;
		s->opened &= unpack(name, bytes, take_part, s);
		s->depth--;
	}
	s->pdf = pdf;
}

/* "mentors/ivanova/index.html" shows the page "mentors/ivanova/", and so does
 * "fragments/mentors/ivanova.html"; what is no page is an index of pages. */
static AuditPage page_of(Arena *a, Slice path)
{
	Slice whole = path;
	AuditPage p = {.index = true,
	               .terms = slice_starts(path, SL("search/t/")) || slice_starts(path, SL("search/index.json"))};
	bool fragment = slice_starts(path, SL("fragments/"));
	if (slice_ends(path, SL(".gz")) || slice_ends(path, SL(".br"))) {
		whole = slice_sub(path, 0, path.n - 3);
	}
	if (fragment && slice_ends(whole, SL(".html"))) {
		Slice stem = slice_sub(whole, 10, whole.n - 5);
		p.page = slice_is(stem, "index") ? SL("") : arena_join(a, stem, SL("/"), SL(""));
		p.index = false;
	} else if (slice_ends(whole, SL(".html"))) {
		bool folder = slice_is(whole, "index.html") || slice_ends(whole, SL("/index.html"));
		p.page = folder ? slice_sub(whole, 0, whole.n - 10) : whole;
		p.index = false;
	}
	return p;
}

bool audit_scan_file(Scan *s, Findings *out, Arena *arena, Slice path, Slice bytes, Slice same)
{
	s->arena = arena;
	s->out = out;
	s->where = page_of(arena, path);
	s->same = same;
	s->opened = true;
	s->pdf = false;
	s->depth = 0;
	s->inner = SL("");
	read_part(s, path);
	for (size_t i = 0; i < out->n; i++) {
		out->items[i].line = out->items[i].col = 0; /* found in the name */
	}
	open_part(s, path, bytes);
	return s->opened;
}
