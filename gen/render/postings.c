#include "render/postings.h"

#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "render/words.h"

enum { OFTEN = 5 }; /* from how many times on a word of the running text weighs more */

typedef struct Posting {
	unsigned entry, count;
	PostingRank rank;
} Posting;

typedef struct Term {
	Slice text;
	VEC(Posting) in;
} Term;

struct Postings {
	Arena arena;
	Words *words;
	Map by_text;
	VEC(Term *) terms;
	unsigned entry; /* being added to */
	PostingRank rank;
};

Postings *postings_new(void)
{
	Postings *p = mem_alloc(sizeof *p);
	p->words = words_new();
	return p;
}

void postings_free(Postings *p)
{
	if (!p) {
		return;
	}
	for (size_t i = 0; i < p->terms.n; i++) {
		vec_release(&p->terms.items[i]->in);
	}
	vec_release(&p->terms);
	map_release(&p->by_text);
	words_free(p->words);
	arena_release(&p->arena);
	free(p);
}

static Term *term_named(Postings *p, Slice text)
{
	Term *t = map_get(&p->by_text, text);
	if (!t) {
		t = ARENA_NEW(&p->arena, Term);
		t->text = text;
		map_put(&p->by_text, text, t);
		vec_push(&p->terms, t);
	}
	return t;
}

static void add_term(void *ctx, Slice text)
{
	Postings *p = ctx;
	Term *t = term_named(p, text);
	Posting *last = t->in.n ? &t->in.items[t->in.n - 1] : NULL;
	if (!last || last->entry != p->entry) {
		vec_push(&t->in, (Posting){p->entry, 1, p->rank});
		return;
	}
	last->count++;
	last->rank = p->rank < last->rank ? p->rank : last->rank;
}

void postings_add(Postings *p, unsigned entry, PostingRank rank, Slice text)
{
	p->entry = entry;
	p->rank = rank;
	words_of(p->words, text, add_term, p);
}

/* --- writing --- */

static void put_base36(Buf *out, unsigned n)
{
	if (n >= 36) {
		put_base36(out, n / 36);
	}
	buf_byte(out, "0123456789abcdefghijklmnopqrstuvwxyz"[n % 36]);
}

static PostingRank rank_of(const Posting *in)
{
	return in->rank == IN_TEXT && in->count >= OFTEN ? IN_FIELD : in->rank;
}

static void put_rank(Buf *out, const Term *t, PostingRank rank, size_t *room)
{
	unsigned before = 0;
	bool any = false;
	for (size_t i = 0; i < t->in.n && *room; i++) {
		if (rank_of(&t->in.items[i]) == rank) {
			buf_str(out, any ? " " : "");
			put_base36(out, t->in.items[i].entry - before);
			before = t->in.items[i].entry;
			any = true;
			--*room;
		}
	}
}

static void put_term(Buf *out, const Term *t)
{
	size_t room = POSTINGS_MOST;
	buf_byte(out, '"');
	buf_add(out, t->text);
	buf_str(out, "\":\"");
	for (int rank = 0; rank < POSTING_RANKS; rank++) {
		buf_str(out, rank ? ";" : "");
		put_rank(out, t, (PostingRank)rank, &room);
	}
	if (t->in.n > POSTINGS_MOST) {
		buf_byte(out, ';');
		buf_uint(out, t->in.n);
	}
	buf_byte(out, '"');
}

/* What is written of one term: its postings, or that it is there, turned round. */
typedef struct Line {
	Slice key;
	const Term *term; /* NULL: turned round */
} Line;

static int by_key(const void *x, const void *y)
{
	return slice_cmp(((const Line *)x)->key, ((const Line *)y)->key);
}

static Slice turned(Arena *a, Slice text)
{
	char *out = arena_alloc(a, text.n + 1);
	size_t end = text.n + 1;
	out[0] = '~';
	for (size_t at = 0; at < text.n;) {
		size_t from = at;
		utf8_next(text, &at);
		end -= at - from;
		memcpy(out + end, text.p + from, at - from);
	}
	return (Slice){out, text.n + 1};
}

static Line *lines_of(Postings *p, size_t *n)
{
	Line *lines = mem_array(p->terms.n * 2, sizeof *lines);
	*n = 0;
	for (size_t i = 0; i < p->terms.n; i++) {
		const Term *t = p->terms.items[i];
		lines[(*n)++] = (Line){t->text, t};
		if (words_is_guessable(t->text)) {
			lines[(*n)++] = (Line){turned(&p->arena, t->text), NULL};
		}
	}
	if (*n) {
		qsort(lines, *n, sizeof *lines, by_key);
	}
	return lines;
}

static void put_line(Buf *out, const Line *line)
{
	if (line->term) {
		put_term(out, line->term);
		return;
	}
	buf_byte(out, '"');
	buf_add(out, line->key);
	buf_str(out, "\":0");
}

/* The shortest text that tells `key` from the lesser one before it. */
static Slice boundary(Slice before, Slice key)
{
	size_t at = 0;
	while (at < key.n) {
		size_t from = at;
		utf8_next(key, &at);
		if (!slice_eq(slice_sub(before, from, at), slice_sub(key, from, at))) {
			break;
		}
	}
	return slice_sub(key, 0, at);
}

typedef VEC(PostingShard) Shards;

static void close_shard(Shards *shards, Arena *a, Slice from, Buf *json)
{
	buf_byte(json, '}');
	vec_push(shards, (PostingShard){arena_dup(a, from), arena_dup(a, buf_slice(json))});
	buf_clear(json);
}

static void cut(Shards *shards, Arena *a, const Line *lines, size_t n)
{
	Buf json = BUF_INIT;
	Buf line = BUF_INIT;
	Slice from = SL("");
	for (size_t i = 0; i < n; i++) {
		buf_clear(&line);
		put_line(&line, &lines[i]);
		if (json.n && json.n + line.n > POSTINGS_SHARD) {
			close_shard(shards, a, from, &json);
			from = boundary(lines[i - 1].key, lines[i].key);
		}
		buf_byte(&json, json.n ? ',' : '{');
		buf_add(&json, buf_slice(&line));
	}
	buf_str(&json, json.n ? "" : "{");
	close_shard(shards, a, from, &json);
	buf_release(&json);
	buf_release(&line);
}

PostingShard *postings_shards(Postings *p, Arena *a, size_t *n)
{
	Shards shards = {NULL, 0, 0};
	size_t count;
	Line *lines = lines_of(p, &count);
	cut(&shards, a, lines, count);
	PostingShard *kept = arena_array(a, shards.n, sizeof *kept);
	memcpy(kept, shards.items, shards.n * sizeof *kept);
	*n = shards.n;
	vec_release(&shards);
	free(lines);
	return kept;
}
