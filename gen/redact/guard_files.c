#include "redact/guard_files.h"

#include "base/locale.h"
#include "base/pool.h"
#include "redact/shown.h"
#include "redact/surnames.h"
#include "source/metadata.h"

enum { LONG_LATIN = 5 }; /* letters of a word that is a surname wherever it stands; "Kim" may be anything */

typedef struct Work {
	const Surnames *surnames;
	const Corpus *corpus;
	const bool *media; /* that are documents and public, by index */
	bool tell;
	Diags *diags; /* one a worker */
} Work;

/* A file, and what has been found in it. */
typedef struct File {
	const Work *work;
	bool properties, remarks, namesake;
} File;

/* A surname in a text. */
typedef struct Found {
	size_t from, to;
	uint32_t spelling;
	bool capital, clear;
} Found;

/* --- one text --- */

/* A login is a name with its initials and nothing between: "PetrovaMV", "MVPetrova". */
static void part_login(Buf *out, Slice text)
{
	uint32_t before = ' ';
	for (size_t at = 0; at < text.n;) {
		uint32_t c = utf8_next(text, &at);
		size_t ahead = at;
		uint32_t next = utf8_next(text, &ahead);
		bool upper = char_is_upper(c);
		bool after_small = char_is_letter(before) && !char_is_upper(before);
		bool before_small =
		        char_is_upper(before) && next != UINT32_MAX && char_is_letter(next) && !char_is_upper(next);
		buf_str(out, upper && (after_small || before_small) ? " " : "");
		buf_char(out, c == UINT32_MAX ? 0xFFFD : c);
		before = c == UINT32_MAX ? ' ' : c;
	}
}

typedef VEC(Found) Founds;

static bool is_clear(const Word *w)
{
	bool latin = (unsigned char)w->text.p[0] < 0x80;
	return !latin || w->length >= LONG_LATIN;
}

/* In place of those that are a part of it. */
static void add_found(Founds *out, Found found)
{
	while (out->n && out->items[out->n - 1].from >= found.from) {
		out->n--;
	}
	vec_push(out, found);
}

/* Of names that end at one word the longest. */
static void list_surnames(Founds *out, const Surnames *s, Slice text)
{
	Word words[SURNAME_WORDS]; /* the last ones, by number modulo; their texts are gone */
	size_t count = 0;
	WordReader r;
	Word w;
	uint32_t state = 0;
	word_start(&r, text);
	while (word_next(&r, &w)) {
		AutomatonHit hit;
		words[count++ % SURNAME_WORDS] = w;
		state = automaton_step(s->words, state, w.text);
		for (uint32_t at = state; automaton_hit(s->words, &at, &hit);) {
			const Word *first = &words[(count - hit.words) % SURNAME_WORDS];
			if (hit.words <= SURNAME_WORDS &&
			    surnames_one(s, hit.phrase, slice_sub(text, first->from, w.to))) {
				add_found(out, (Found){first->from, w.to, hit.phrase, first->capital, is_clear(&w)});
				break;
			}
		}
	}
}

static void judge(File *f, const MetadataText *t, Slice text, const Found *found)
{
	const Surnames *s = f->work->surnames;
	bool meant = t->person || (found->capital && found->clear);
	if (!meant || surnames_half(text, found->from, found->to) || surnames_public(s, found->spelling, NULL)) {
		return;
	}
	Buf phrase = BUF_INIT;
	word_phrase(&phrase, slice_sub(text, found->from, found->to));
	bool excused = surnames_excused(s, buf_slice(&phrase));
	f->namesake |= excused;
	f->remarks |= !excused && t->remark;
	f->properties |= !excused && !t->remark;
	buf_release(&phrase);
}

static void search_text(void *ctx, const MetadataText *t)
{
	File *f = ctx;
	Buf login = BUF_INIT;
	Founds founds = {NULL, 0, 0};
	if (t->person) {
		part_login(&login, t->text);
	}
	Slice text = t->person ? buf_slice(&login) : t->text;
	list_surnames(&founds, f->work->surnames, text);
	for (size_t i = 0; i < founds.n; i++) {
		judge(f, t, text, &founds.items[i]);
	}
	vec_release(&founds);
	buf_release(&login);
}

/* --- all files --- */

static void search_file(void *ctx, size_t i, unsigned worker)
{
	const Work *w = ctx;
	const MediaFile *m = &w->corpus->media[i];
	Diags *diags = &w->diags[worker];
	Loc loc = loc_at(m->file->shown, 1, 1);
	File f = {.work = w};
	if (!w->media[i]) {
		return;
	}
	if (!metadata_read(corpus_media_bytes(w->corpus, m, diags), search_text, &f)) {
		DIAG_AT(diags, D_OPAQUE_FILE, loc);
	}
	if (f.properties) {
		DIAG_AT(diags, D_NAMED_METADATA, loc);
	}
	if (f.remarks) {
		DIAG_AT(diags, D_NAMED_REMARK, loc);
	}
	if (f.namesake && w->tell) {
		DIAG_AT(diags, D_NAMESAKE_USED, loc);
	}
}

/* Which media are documents and public, by index, to be freed; *any when there is one. */
static bool *published_documents(const Corpus *c, Date today, bool *any)
{
	Arena arena = ARENA_INIT;
	Rules r;
	rules_init(&r, c, today, &arena);
	bool *media = shown_media(&r);
	*any = false;
	for (size_t i = 0; i < c->media_count; i++) {
		media[i] = media[i] && !c->media[i].picture && shown_agreed(&r, &c->media[i]);
		*any |= media[i];
	}
	arena_release(&arena);
	return media;
}

static void search_all(const Work *shared, unsigned threads, Diags *diags)
{
	Work work = *shared;
	Diags *own = mem_array(threads, sizeof *own);
	work.diags = own;
	for (unsigned i = 0; i < threads; i++) {
		diags_init(&own[i]);
	}
	pool_run(threads, work.corpus->media_count, search_file, &work);
	for (unsigned i = 0; i < threads; i++) {
		diags_merge(diags, &own[i]);
	}
	free(own);
}

/* All surnames in all their spellings are many: they are not made for nothing. */
void guard_files(const Corpus *c, Date today, unsigned threads, bool tell, Diags *diags)
{
	Surnames surnames;
	bool any;
	bool *media = published_documents(c, today, &any);
	if (any) {
		surnames_init(&surnames, c, today, true);
		search_all(&(Work){.surnames = &surnames, .corpus = c, .media = media, .tell = tell}, threads, diags);
		surnames_release(&surnames);
	}
	free(media);
}
