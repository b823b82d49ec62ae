/* What is sought: the table of needles, and its making. */
#include <libstemmer.h>

#include "base/locale.h"
#include "output/audit_parts.h"

static uint32_t first_of(const Audit *a, uint32_t phrase)
{
	return phrase < a->by_phrase.n ? a->by_phrase.items[phrase] : 0;
}

const Needle *audit_needles_of(const Audit *a, uint32_t phrase)
{
	uint32_t first = first_of(a, phrase);
	return first ? &a->needles.items[first - 1] : NULL;
}

const Needle *audit_needle_after(const Audit *a, const Needle *n)
{
	return n->next ? &a->needles.items[n->next - 1] : NULL;
}

Needle *audit_add(Audit *a, NeedleKind kind, uint32_t phrase)
{
	while (a->by_phrase.n <= phrase) {
		vec_push(&a->by_phrase, 0);
	}
	/* After those there are: of records with one value the first in order is told of. */
	uint32_t *link = &a->by_phrase.items[phrase];
	while (*link) {
		link = &a->needles.items[*link - 1].next;
	}
	*link = (uint32_t)a->needles.n + 1;
	vec_push(&a->needles, (Needle){.kind = kind});
	return &a->needles.items[a->needles.n - 1];
}

Needle *audit_add_words(Audit *a, NeedleKind kind, Slice text)
{
	Buf phrase = BUF_INIT;
	Needle *n = NULL;
	word_phrase(&phrase, text);
	if (phrase.n) {
		n = audit_add(a, kind, automaton_add(a->automaton, buf_slice(&phrase)));
	}
	buf_release(&phrase);
	return n;
}

void audit_set_common(Audit *a, const Needle *n)
{
	a->needles.items[n - a->needles.items].common = true;
}

void audit_set_common_stem(Audit *a, const Needle *n)
{
	a->needles.items[n - a->needles.items].common_stem = true;
}

void audit_stem(Buf *out, struct sb_stemmer *stemmer, Slice word)
{
	Buf lower = BUF_INIT;
	text_lower(&lower, word);
	for (size_t at = slice_find(buf_slice(&lower), SL("ё"), 0); at < lower.n;
	     at = slice_find(buf_slice(&lower), SL("ё"), at)) {
		memcpy(lower.p + at, "е", 2); /* render/words.h: ё as е */
	}
	const sb_symbol *stem = sb_stemmer_stem(stemmer, (const sb_symbol *)lower.p, (int)lower.n);
	if (!stem) {
		mem_exhausted();
	}
	word_phrase(out, (Slice){(const char *)stem, (size_t)sb_stemmer_length(stemmer)});
	buf_release(&lower);
}

Audit *audit_new(const Corpus *c, Date today, AuditTexts common)
{
	Audit *a = mem_alloc(sizeof *a);
	withheld_init(&a->withheld, c, today);
	a->automaton = automaton_new();
	a->stemmer = sb_stemmer_new("russian", "UTF_8");
	if (!a->stemmer) {
		mem_exhausted();
	}
	audit_collect_names(a);
	audit_collect_texts(a);
	automaton_close(a->automaton);
	audit_collect_namesakes(a);
	audit_mark_common(a, common);
	return a;
}

void audit_free(Audit *a)
{
	if (!a) {
		return;
	}
	for (size_t i = 0; i < a->families.n; i++) {
		vec_release(&a->families.items[i]->people);
	}
	vec_release(&a->families);
	vec_release(&a->needles);
	vec_release(&a->by_phrase);
	map_release(&a->by_family);
	map_release(&a->phones);
	map_release(&a->name_words);
	sb_stemmer_delete(a->stemmer);
	automaton_free(a->automaton);
	withheld_release(&a->withheld);
	arena_release(&a->arena);
	free(a);
}
