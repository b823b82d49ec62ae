#include "redact/guard.h"

#include "base/automaton.h"
#include "base/locale.h"
#include "base/pool.h"
#include "base/surname.h"
#include "base/vec.h"
#include "base/word.h"
#include "redact/rules.h"
#include "redact/shown.h"

enum { NAME_WORDS = 8 }; /* at most in a surname */

/* All who write their surname alike. */
typedef struct Bearers {
	Slice family;
	VEC(const Record *) people;
} Bearers;

/* A spelling, and whose it may be. */
typedef struct Spelling {
	VEC(const Bearers *) of;
} Spelling;

typedef struct Guard {
	Rules rules;
	Arena arena;
	Automaton *names;
	VEC(Spelling) spellings; /* by phrase */
	VEC(Bearers *) families;
	Map by_family;
	Map namesakes; /* phrases of policy.namesakes: a set */
	bool tell;
} Guard;

/* --- surnames --- */

static Bearers *bearers_of(Guard *g, Slice family)
{
	Bearers *b = map_get(&g->by_family, family);
	if (!b) {
		b = ARENA_NEW(&g->arena, Bearers);
		b->family = family;
		map_put(&g->by_family, family, b);
		vec_push(&g->families, b);
	}
	return b;
}

static void add_spelling(Guard *g, Slice form, const Bearers *b)
{
	Buf phrase = BUF_INIT;
	word_phrase(&phrase, form);
	uint32_t number = phrase.n ? automaton_add(g->names, buf_slice(&phrase)) : 0;
	if (phrase.n && number == g->spellings.n) {
		vec_push(&g->spellings, (Spelling){.of = {NULL, 0, 0}});
	}
	Spelling *s = phrase.n ? &g->spellings.items[number] : NULL;
	if (s && (s->of.n == 0 || s->of.items[s->of.n - 1] != b)) {
		vec_push(&s->of, b);
	}
	buf_release(&phrase);
}

static void list_surnames(Guard *g)
{
	const Corpus *c = g->rules.corpus;
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		const Record *person = c->records[O_person][i];
		vec_push(&bearers_of(g, rec_text(&person->rec, F_person_family))->people, person);
	}
	for (size_t i = 0; i < g->families.n; i++) {
		Arena scratch = ARENA_INIT;
		NameForms forms = surname_forms(&scratch, g->families.items[i]->family);
		for (size_t k = 0; k < forms.n; k++) {
			add_spelling(g, forms.items[k], g->families.items[i]);
		}
		arena_release(&scratch);
	}
	automaton_close(g->names);
}

static void list_namesakes(Guard *g)
{
	size_t n;
	const Val *items = rec_list(g->rules.policy->rec, F_policy_namesakes, &n);
	for (size_t i = 0; i < n; i++) {
		Buf phrase = BUF_INIT;
		word_phrase(&phrase, items[i].as.text);
		map_put(&g->namesakes, arena_dup(&g->arena, buf_slice(&phrase)), g);
		buf_release(&phrase);
	}
}

/* May the surname stand on the page, or, of a text that is on many, on any? */
static bool may_stand(const Guard *g, const Record *person, const Slice *page)
{
	const PubScope *full = rule_agreed(&g->rules, person, ER_category_name);
	const PubScope *brief = rule_agreed(&g->rules, person, ER_category_short_name);
	if (!page) {
		return !scope_is_nowhere(full) || !scope_is_nowhere(brief);
	}
	return pub_scope_covers(full, *page) || pub_scope_covers(brief, *page);
}

static bool is_public_name(const Guard *g, uint32_t spelling, const Slice *page)
{
	const Spelling *s = &g->spellings.items[spelling];
	for (size_t i = 0; i < s->of.n; i++) {
		for (size_t k = 0; k < s->of.items[i]->people.n; k++) {
			if (may_stand(g, s->of.items[i]->people.items[k], page)) {
				return true;
			}
		}
	}
	return false;
}

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
	Word words[NAME_WORDS]; /* the last ones, by number modulo; their texts are gone */
	size_t count;
	Diags *diags;
} Search;

/* «Петров-Водкин» is nobody's Петров. */
static bool is_half(const Search *s, size_t from, size_t to)
{
	size_t next = to;
	uint32_t c = word_joins(utf8_next(s->text, &next)) ? utf8_next(s->text, &next) : ' ';
	size_t hyphen = from < 1 ? 0 : from < 3 || s->text.p[from - 1] == '-' ? from - 1 : from - 3;
	bool spaced = hyphen == 0 || s->text.p[hyphen - 1] == ' ';
	return (!spaced && word_joins(utf8_next(s->text, &hyphen))) || (c != UINT32_MAX && char_is_upper(c));
}

static void report(Search *s, Slice name, size_t at)
{
	bool namesake = map_get(&s->guard->namesakes, name);
	if (!namesake || s->guard->tell) {
		Loc loc = at == SIZE_MAX ? s->place.val->loc : loc_of(&s->place, at);
		DIAG_AT(s->diags, namesake ? D_NAMESAKE_USED : D_WITHHELD_NAME, loc);
	}
}

/* Each is looked for in the file, withheld or not, so that the next is found after it. */
static void judge(Search *s, const AutomatonHit *hit)
{
	const Word *first = &s->words[(s->count - hit->words) % NAME_WORDS];
	size_t to = s->words[(s->count - 1) % NAME_WORDS].to;
	if (!first->capital) {
		return;
	}
	Buf phrase = BUF_INIT;
	word_phrase(&phrase, slice_sub(s->text, first->from, to));
	Slice name = buf_slice(&phrase);
	size_t at = next_place(&s->place, slice_sub(name, 0, slice_find_byte(name, ' ', 0)));
	if (!is_half(s, first->from, to) && !is_public_name(s->guard, hit->phrase, s->page)) {
		report(s, name, at);
	}
	buf_release(&phrase);
}

static void search(Search *s)
{
	WordReader r;
	Word w;
	uint32_t state = 0;
	word_start(&r, s->text);
	while (word_next(&r, &w)) {
		AutomatonHit hit;
		s->words[s->count++ % NAME_WORDS] = w;
		state = automaton_step(s->guard->names, state, w.text);
		uint32_t at = state;
		if (automaton_hit(s->guard->names, &at, &hit) && hit.words <= NAME_WORDS) {
			judge(s, &hit); /* the longest: a part of it is another name */
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
	s.place = (Place){.corpus = g->rules.corpus, .val = t->val};
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
	Rules rules = job->guard->rules;
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
	Job job = {.guard = g, .media = shown_media(&g->rules)};
	size_t n = list_records(g->rules.corpus, &job.records);
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

static void release(Guard *g)
{
	for (size_t i = 0; i < g->spellings.n; i++) {
		vec_release(&g->spellings.items[i].of);
	}
	for (size_t i = 0; i < g->families.n; i++) {
		vec_release(&g->families.items[i]->people);
	}
	vec_release(&g->spellings);
	vec_release(&g->families);
	map_release(&g->by_family);
	map_release(&g->namesakes);
	automaton_free(g->names);
	arena_release(&g->arena);
}

void guard_texts(const Corpus *c, Date today, unsigned threads, bool tell, Diags *diags)
{
	Guard g = {.names = automaton_new(), .tell = tell};
	rules_init(&g.rules, c, today, &g.arena);
	list_surnames(&g);
	list_namesakes(&g);
	search_all(&g, threads, diags);
	release(&g);
}
