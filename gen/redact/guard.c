#include "redact/guard.h"

#include "base/pool.h"
#include "redact/shown.h"
#include "redact/surnames.h"

typedef struct Guard {
	Surnames surnames;
	bool tell;
} Guard;

/* --- where in the file --- */

/* A text as its file has it, read on from one surname to the next. */
typedef struct Place {
	const Corpus *corpus;
	const Val *val;
	Slice bytes;       /* of the file; empty until they are asked for */
	WordReader reader; /* from the value on */
} Place;

static size_t offset_of(Slice bytes, const Loc *loc)
{
	size_t at = 0;
	for (unsigned line = 1; line < loc->line && at < bytes.n; line++) {
		at = slice_find_byte(bytes, '\n', at) + 1;
	}
	for (unsigned col = 1; col < loc->col && at < bytes.n; col++) {
		utf8_next(bytes, &at);
	}
	return at < bytes.n ? at : bytes.n;
}

static void open_place(Place *p)
{
	Slice content = p->corpus->content;
	Slice path = slice_sub(p->val->loc.path, content.n ? content.n + 1 : 0, p->val->loc.path.n);
	const TreeFile *file = tree_find(p->corpus->tree, path);
	p->bytes = file ? file->bytes : SL("");
	word_start(&p->reader, p->bytes);
	p->reader.at = offset_of(p->bytes, &p->val->loc);
}

static Loc loc_of(const Place *p, size_t at)
{
	Loc loc = {p->val->loc.path, 1, 1};
	size_t start = 0;
	for (size_t end = slice_find_byte(p->bytes, '\n', 0); end < at; end = slice_find_byte(p->bytes, '\n', start)) {
		loc.line++;
		start = end + 1;
	}
	loc.col = (unsigned)utf8_length(slice_sub(p->bytes, start, at)) + 1;
	return loc;
}

/* Reads on to a surname's first word; SIZE_MAX when it is not there, for it is written in escapes. */
static size_t next_place(Place *p, Slice first)
{
	Word w;
	if (p->bytes.n == 0) {
		open_place(p);
	}
	size_t before = p->reader.at;
	while (word_next(&p->reader, &w)) {
		if (w.capital && slice_eq(w.text, first)) {
			return w.from;
		}
	}
	p->reader.at = before;
	return SIZE_MAX;
}

/* --- searching --- */

/* What has been read of a text. */
typedef struct Search {
	const Guard *guard;
	const Slice *page;
	Slice text;
	Place place;
	Word words[SURNAME_WORDS]; /* the last ones, by number modulo; their texts are gone */
	size_t count;
	Diags *diags;
} Search;

static void report(Search *s, Slice name, size_t at)
{
	bool namesake = surnames_excused(&s->guard->surnames, name);
	if (!namesake || s->guard->tell) {
		Loc loc = at == SIZE_MAX ? s->place.val->loc : loc_of(&s->place, at);
		DIAG_AT(s->diags, namesake ? D_NAMESAKE_USED : D_WITHHELD_NAME, loc);
	}
}

/* Each is looked for in the file, withheld or not, so that the next is found after it. */
static void judge(Search *s, const AutomatonHit *hit)
{
	const Word *first = &s->words[(s->count - hit->words) % SURNAME_WORDS];
	size_t to = s->words[(s->count - 1) % SURNAME_WORDS].to;
	if (!first->capital) {
		return;
	}
	Buf phrase = BUF_INIT;
	word_phrase(&phrase, slice_sub(s->text, first->from, to));
	Slice name = buf_slice(&phrase);
	size_t at = next_place(&s->place, slice_sub(name, 0, slice_find_byte(name, ' ', 0)));
	if (!surnames_half(s->text, first->from, to) && !surnames_public(&s->guard->surnames, hit->phrase, s->page)) {
		report(s, name, at);
	}
	buf_release(&phrase);
}

static bool is_one(const Search *s, const AutomatonHit *hit)
{
	size_t from = s->words[(s->count - hit->words) % SURNAME_WORDS].from;
	size_t to = s->words[(s->count - 1) % SURNAME_WORDS].to;
	return hit->words <= SURNAME_WORDS &&
	       surnames_one(&s->guard->surnames, hit->phrase, slice_sub(s->text, from, to));
}

static void search(Search *s)
{
	WordReader r;
	Word w;
	uint32_t state = 0;
	word_start(&r, s->text);
	while (word_next(&r, &w)) {
		AutomatonHit hit;
		s->words[s->count++ % SURNAME_WORDS] = w;
		state = automaton_step(s->guard->surnames.words, state, w.text);
		uint32_t at = state;
		while (automaton_hit(s->guard->surnames.words, &at, &hit)) {
			if (is_one(s, &hit)) {
				judge(s, &hit); /* the longest: a part of it is another name */
				break;
			}
		}
	}
}

/* The words of a text that are shown: of a picture, its sidecar's. */
static void add_prose(Buf *out, const MdNode *node)
{
	if (node->type == MD_TEXT || node->type == MD_CODE || node->type == MD_CODE_BLOCK) {
		buf_add(out, node->text);
	} else if (node->type == MD_IMAGE) {
		return;
	}
	for (const MdNode *n = node->first; n; n = n->next) {
		add_prose(out, n);
	}
	bool inline_text = node->type == MD_TEXT || node->type == MD_EMPH || node->type == MD_STRONG;
	buf_str(out, inline_text ? "" : "\n");
}

static void search_value(const Guard *g, const ShownText *t, Diags *diags)
{
	Search s = {.guard = g, .page = t->everywhere ? NULL : &t->page, .diags = diags};
	s.place = (Place){.corpus = g->surnames.rules.corpus, .val = t->val};
	Buf prose = BUF_INIT;
	FieldType type = schema_field(t->val->field)->type;
	if (type == TYPE_TEXT || type == TYPE_BODYTEXT) {
		add_prose(&prose, t->val->as.prose);
	}
	s.text = prose.n ? buf_slice(&prose) : type == TYPE_STRING || type == TYPE_ALT ? t->val->as.text : SL("");
	search(&s);
	buf_release(&prose);
}

/* --- all texts --- */

typedef struct Job {
	const Guard *guard;
	const bool *media;
	const Record **records;
	Diags *diags; /* one a worker */
} Job;

typedef struct Visit {
	const Guard *guard;
	Diags *diags;
} Visit;

static void visit_text(void *ctx, const ShownText *t)
{
	const Visit *v = ctx;
	search_value(v->guard, t, v->diags);
}

static void search_record(void *ctx, size_t i, unsigned worker)
{
	const Job *job = ctx;
	Rules rules = job->guard->surnames.rules;
	Arena scratch = ARENA_INIT;
	Visit v = {job->guard, &job->diags[worker]};
	rules.arena = &scratch; /* an arena is for one thread */
	shown_visit(&rules, job->media, job->records[i], visit_text, &v);
	arena_release(&scratch);
}

static size_t list_records(const Corpus *c, const Record ***out)
{
	size_t n = 0;
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		n += c->counts[kind];
	}
	*out = mem_array(n, sizeof **out);
	n = 0;
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		for (size_t i = 0; i < c->counts[kind]; i++) {
			(*out)[n++] = c->records[kind][i];
		}
	}
	return n;
}

static void search_all(const Guard *g, unsigned threads, Diags *diags)
{
	Job job = {.guard = g, .media = shown_media(&g->surnames.rules)};
	size_t n = list_records(g->surnames.rules.corpus, &job.records);
	job.diags = mem_array(threads, sizeof *job.diags);
	for (unsigned i = 0; i < threads; i++) {
		diags_init(&job.diags[i]);
	}
	pool_run(threads, n, search_record, &job);
	for (unsigned i = 0; i < threads; i++) {
		diags_merge(diags, &job.diags[i]);
	}
	free((void *)job.media);
	free(job.records);
	free(job.diags);
}

void guard_texts(const Corpus *c, Date today, unsigned threads, bool tell, Diags *diags)
{
	Guard g = {.tell = tell};
	surnames_init(&g.surnames, c, today, false);
	search_all(&g, threads, diags);
	surnames_release(&g.surnames);
}
