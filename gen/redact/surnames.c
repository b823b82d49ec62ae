#include "redact/surnames.h"

#include "base/locale.h"
#include "base/surname.h"
#include "base/translit.h"

static Bearers *bearers_of(Surnames *s, Slice family)
{
	Bearers *b = map_get(&s->by_family, family);
	if (!b) {
		b = ARENA_NEW(&s->arena, Bearers);
		b->family = family;
		map_put(&s->by_family, family, b);
		vec_push(&s->families, b);
	}
	return b;
}

static void add_spelling(Surnames *s, Slice form, const Bearers *b)
{
	Buf phrase = BUF_INIT;
	word_phrase(&phrase, form);
	uint32_t number = phrase.n ? automaton_add(s->words, buf_slice(&phrase)) : 0;
	if (phrase.n && number == s->spellings.n) {
		vec_push(&s->spellings, (Spelling){.of = {NULL, 0, 0}});
	}
	Spelling *spelling = phrase.n ? &s->spellings.items[number] : NULL;
	if (spelling && (spelling->of.n == 0 || spelling->of.items[spelling->of.n - 1] != b)) {
		vec_push(&spelling->of, b);
	}
	buf_release(&phrase);
}

static void add_latin(Surnames *s, Slice form, const Bearers *b)
{
	Buf text = BUF_INIT;
	for (int system = 0; system < TRANSLITS; system++) {
		buf_clear(&text);
		translit(&text, form, (Translit)system);
		add_spelling(s, buf_slice(&text), b);
	}
	buf_release(&text);
}

static void list_surnames(Surnames *s, bool latin)
{
	const Corpus *c = s->rules.corpus;
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		const Record *person = c->records[O_person][i];
		vec_push(&bearers_of(s, rec_text(&person->rec, F_person_family))->people, person);
	}
	for (size_t i = 0; i < s->families.n; i++) {
		Arena scratch = ARENA_INIT;
		NameForms forms = surname_forms(&scratch, s->families.items[i]->family);
		for (size_t k = 0; k < forms.n; k++) {
			add_spelling(s, forms.items[k], s->families.items[i]);
			if (latin) {
				add_latin(s, forms.items[k], s->families.items[i]);
			}
		}
		arena_release(&scratch);
	}
	automaton_close(s->words);
}

static void list_namesakes(Surnames *s)
{
	size_t n;
	const Val *items = rec_list(s->rules.policy->rec, F_policy_namesakes, &n);
	for (size_t i = 0; i < n; i++) {
		Buf phrase = BUF_INIT;
		word_phrase(&phrase, items[i].as.text);
		map_put(&s->namesakes, arena_dup(&s->arena, buf_slice(&phrase)), s);
		buf_release(&phrase);
	}
}

/* May the surname stand on the page, or, of what is on many, on any? */
static bool may_stand(const Surnames *s, const Record *person, const Slice *page)
{
	const PubScope *full = rule_agreed(&s->rules, person, ER_category_name);
	const PubScope *brief = rule_agreed(&s->rules, person, ER_category_short_name);
	if (!page) {
		return !scope_is_nowhere(full) || !scope_is_nowhere(brief);
	}
	return pub_scope_covers(full, *page) || pub_scope_covers(brief, *page);
}

bool surnames_public(const Surnames *s, uint32_t spelling, const Slice *page)
{
	const Spelling *one = &s->spellings.items[spelling];
	for (size_t i = 0; i < one->of.n; i++) {
		for (size_t k = 0; k < one->of.items[i]->people.n; k++) {
			if (may_stand(s, one->of.items[i]->people.items[k], page)) {
				return true;
			}
		}
	}
	return false;
}

bool surnames_excused(const Surnames *s, Slice phrase)
{
	return map_get(&s->namesakes, phrase);
}

/* --- doubles and halves --- */

static bool is_spaced(const Surnames *s, uint32_t spelling)
{
	const Spelling *one = &s->spellings.items[spelling];
	for (size_t i = 0; i < one->of.n; i++) {
		if (slice_find_byte(one->of.items[i]->family, ' ', 0) < one->of.items[i]->family.n) {
			return true;
		}
	}
	return false;
}

bool surnames_one(const Surnames *s, uint32_t spelling, Slice text)
{
	bool blank = false;
	bool other = false;
	for (size_t at = 0; at < text.n;) {
		uint32_t c = utf8_next(text, &at);
		bool apostrophe = c == '\'' || (c >= 0x2018 && c <= 0x201D);
		bool joins = word_joins(c) || word_ignores(c) || apostrophe;
		blank |= c == ' ' || c == 0xA0;
		other |= !joins && !char_is_letter(c) && c != ' ' && c != 0xA0;
	}
	return !other && (!blank || is_spaced(s, spelling));
}

enum { LETTERS = 3 }; /* one or two are initials */

static bool is_name(const Word *w)
{
	return w->capital && w->length >= LETTERS;
}

static bool joined_after(Slice text, size_t to)
{
	WordReader r;
	Word w;
	if (!word_joins(utf8_next(text, &to))) {
		return false;
	}
	word_start(&r, slice_sub(text, to, to + 2 * WORD_MOST));
	return word_next(&r, &w) && w.from == 0 && is_name(&w);
}

static bool joined_before(Slice text, size_t from)
{
	Slice before = slice_sub(text, from > 2 * WORD_MOST ? from - 2 * WORD_MOST : 0, from);
	WordReader r;
	Word w;
	size_t last = SIZE_MAX;
	bool name = false;
	word_start(&r, before);
	while (word_next(&r, &w)) {
		last = w.to;
		name = is_name(&w);
	}
	return name && word_joins(utf8_next(before, &last)) && last == before.n;
}

bool surnames_half(Slice text, size_t from, size_t to)
{
	return joined_before(text, from) || joined_after(text, to);
}

/* --- the whole --- */

void surnames_init(Surnames *s, const Corpus *c, Date today, bool latin)
{
	*s = (Surnames){.words = automaton_new()};
	rules_init(&s->rules, c, today, &s->arena);
	list_surnames(s, latin);
	list_namesakes(s);
}

void surnames_release(Surnames *s)
{
	for (size_t i = 0; i < s->spellings.n; i++) {
		vec_release(&s->spellings.items[i].of);
	}
	for (size_t i = 0; i < s->families.n; i++) {
		vec_release(&s->families.items[i]->people);
	}
	vec_release(&s->spellings);
	vec_release(&s->families);
	map_release(&s->by_family);
	map_release(&s->namesakes);
	automaton_free(s->words);
	arena_release(&s->arena);
}
