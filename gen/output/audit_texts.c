/* Closed and unreleased texts by their words in a row; contacts; names of files. */
#include "output/audit_parts.h"

/* A text counts from so many letters on; so does each run of words of it. */
enum { LETTERS = 12, RUN = 4, FILE_LETTERS = 6, PHONE_DIGITS = 6, NATIONAL_DIGITS = 10 };

typedef struct Shingle {
	Slice word;
	unsigned letters;
} Shingle;

typedef struct Collector {
	Audit *audit;
	VEC(Shingle) words;
	Arena arena; /* of the words of one text */
} Collector;

/* --- texts --- */

static void read_words(Collector *c, Slice text)
{
	WordReader r;
	Word w;
	c->words.n = 0;
	word_start(&r, text);
	while (word_next(&r, &w)) {
		vec_push(&c->words, (Shingle){arena_dup(&c->arena, w.text), w.digits ? 0 : w.length});
	}
}

static unsigned letters_of(const Collector *c, size_t from, size_t to)
{
	unsigned n = 0;
	for (size_t i = from; i < to; i++) {
		n += c->words.items[i].letters;
	}
	return n;
}

static bool is_known(const Audit *a, uint32_t phrase)
{
	for (const Needle *n = audit_needles_of(a, phrase); n; n = audit_needle_after(a, n)) {
		if (n->kind == NEEDLE_TEXT) {
			return true;
		}
	}
	return false;
}

/* What is the same in two records is told of the first. */
static void add_run(Collector *c, size_t from, size_t to, const Needle *like)
{
	Buf phrase = BUF_INIT;
	for (size_t i = from; i < to; i++) {
		buf_str(&phrase, i > from ? " " : "");
		buf_add(&phrase, c->words.items[i].word);
	}
	uint32_t number = automaton_add(c->audit->automaton, buf_slice(&phrase));
	if (!is_known(c->audit, number)) {
		Needle *n = audit_add(c->audit, NEEDLE_TEXT, number);
		n->field = like->field;
		n->file = like->file;
	}
	buf_release(&phrase);
}

/* Every run of four words, or of as many as have letters enough. */
static void add_text(Collector *c, Slice text, const Needle *like)
{
	read_words(c, text);
	size_t n = c->words.n;
	if (n <= RUN && letters_of(c, 0, n) >= LETTERS) {
		add_run(c, 0, n, like);
	}
	for (size_t from = 0; n > RUN && from + RUN <= n; from++) {
		size_t to = from + RUN;
		while (to < n && to - from < PHRASE_WORDS && letters_of(c, from, to) < LETTERS) {
			to++;
		}
		if (letters_of(c, from, to) >= LETTERS) {
			add_run(c, from, to, like);
		}
	}
	arena_release(&c->arena);
}

/* An address counts as a whole: its parts are those of others. */
static void add_address(Collector *c, Slice text, const Needle *like)
{
	read_words(c, text);
	if (c->words.n) {
		add_run(c, 0, c->words.n < PHRASE_WORDS ? c->words.n : PHRASE_WORDS, like);
	}
	arena_release(&c->arena);
}

/* --- contacts --- */

void audit_phone(Buf *out, Slice text)
{
	size_t start = out->n;
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] >= '0' && text.p[i] <= '9') {
			buf_byte(out, text.p[i]);
		}
	}
	bool prefixed = out->n - start == NATIONAL_DIGITS + 1 && (out->p[start] == '7' || out->p[start] == '8');
	if (prefixed) {
		memmove(out->p + start, out->p + start + 1, NATIONAL_DIGITS + 1);
		out->n--;
	}
}

static void add_phone(Collector *c, Slice text, const Needle *like)
{
	Audit *a = c->audit;
	Buf digits = BUF_INIT;
	audit_phone(&digits, text);
	if (digits.n >= PHONE_DIGITS && !map_get(&a->phones, buf_slice(&digits))) {
		uint32_t *number = ARENA_NEW(&a->arena, uint32_t);
		*number = (uint32_t)a->needles.n;
		vec_push(&a->needles, *like);
		map_put(&a->phones, arena_dup(&a->arena, buf_slice(&digits)), number);
	}
	buf_release(&digits);
}

/* --- fields --- */

/* Names are sought as names; what a curator lists as no name is not secret. */
static bool is_elsewhere(FieldId f)
{
	return f == F_person_family || f == F_person_given || f == F_person_patronymic || f == F_policy_namesakes;
}

static void collect_value(void *ctx, const WithheldValue *v)
{
	Collector *c = ctx;
	Buf text = BUF_INIT;
	if (!v->withheld || is_elsewhere(v->val->field)) {
		return;
	}
	Needle like = {.kind = NEEDLE_TEXT, .file = v->val->loc.path};
	like.field = arena_dup(&c->audit->arena, v->path);
	switch (schema_field(v->val->field)->type) {
	case TYPE_STRING:
	case TYPE_ALT:
		if (v->val->field == F_person_phone) {
			add_phone(c, v->val->as.text, &like);
		} else if (v->val->field == F_person_email) {
			add_address(c, v->val->as.text, &like);
		} else {
			add_text(c, v->val->as.text, &like);
		}
		break;
	case TYPE_TEXT:
	case TYPE_BODYTEXT:
		markdown_text(&text, v->val->as.prose);
		add_text(c, buf_slice(&text), &like);
		break;
	case TYPE_URL:
		add_address(c, v->val->as.text, &like);
		break;
	default:
		break;
	}
	buf_release(&text);
}

/* --- names of files --- */

static unsigned count_letters(Slice name)
{
	WordReader r;
	Word w;
	unsigned n = 0;
	word_start(&r, name);
	while (word_next(&r, &w)) {
		n += w.digits ? 0 : w.length;
	}
	return n;
}

static void add_file(Audit *a, Slice name, Slice file)
{
	Needle *n = count_letters(name) >= FILE_LETTERS ? audit_add_words(a, NEEDLE_FILE, name) : NULL;
	if (n) {
		n->name = name;
		n->file = file;
	}
}

/* Is the name of its file never public, whatever becomes of the record? */
static bool has_no_page(const Record *r)
{
	bool numbered = r->kind == O_programme && !slice_eq(r->id, rec_text(&r->rec, F_programme_number));
	return numbered || (schema_kind(r->kind)->files == FILES_FOLDER && !schema_kind(r->kind)->page);
}

static Slice stem_of(Slice path)
{
	size_t from = path.n;
	while (from && path.p[from - 1] != '/') {
		from--;
	}
	Slice name = slice_sub(path, from, path.n);
	return slice_sub(name, 0, slice_find_byte(name, '.', 0));
}

void audit_collect_texts(Audit *a)
{
	const Corpus *corpus = a->withheld.corpus;
	Collector c = {.audit = a};
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		for (size_t i = 0; i < corpus->counts[kind]; i++) {
			const Record *r = corpus->records[kind][i];
			withheld_visit(&a->withheld, r, collect_value, &c);
			if (kind != O_media && (has_no_page(r) || withheld_record(&a->withheld, r))) {
				add_file(a, r->id, r->path);
			}
		}
	}
	for (size_t i = 0; i < corpus->media_count; i++) {
		const MediaFile *m = &corpus->media[i];
		if (!a->withheld.shown[i]) {
			add_file(a, stem_of(m->path), m->file->shown);
		}
	}
	vec_release(&c.words);
	arena_release(&c.arena);
}
