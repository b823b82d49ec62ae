/* Names: whose surname is sought in which forms, and what one that is found means. */
#include "base/locale.h"
#include "base/surname.h"
#include "base/translit.h"
#include "output/audit_parts.h"

/* Shorter than this, a word is too often another: «Ли», "Kim". */
enum { SHORT_CYRILLIC = 3, SHORT_LATIN = 5 };

/* --- families --- */

/* A name of several parts is known as one, or each of them would be taken for somebody else's. */
static bool has_parts(Slice name)
{
	Buf words = BUF_INIT;
	word_phrase(&words, name);
	bool several = slice_find_byte(buf_slice(&words), ' ', 0) < words.n;
	buf_release(&words);
	return several;
}

static Family *family_of(Audit *a, const Record *person)
{
	Buf folded = BUF_INIT;
	text_fold(&folded, rec_text(&person->rec, F_person_family));
	Family *f = map_get(&a->by_family, buf_slice(&folded));
	if (!f) {
		f = ARENA_NEW(&a->arena, Family);
		f->name = arena_dup(&a->arena, buf_slice(&folded));
		map_put(&a->by_family, f->name, f);
		vec_push(&a->families, f);
	}
	buf_release(&folded);
	return f;
}

static void list_people(Audit *a)
{
	const Corpus *c = a->withheld.corpus;
	a->people = arena_array(&a->arena, c->counts[O_person], sizeof *a->people);
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		AuditPerson *p = &a->people[i];
		p->record = c->records[O_person][i];
		p->somewhere = withheld_naming_somewhere(&a->withheld, p->record);
		p->everywhere = withheld_naming_everywhere(&a->withheld, p->record);
		Family *f = family_of(a, p->record);
		f->sought |= p->everywhere != NAMED_FULLY || has_parts(f->name);
		vec_push(&f->people, p);
	}
}

static bool is_held(const Audit *a, NeedleKind kind, uint32_t phrase, const Family *f)
{
	for (const Needle *n = audit_needles_of(a, phrase); n; n = audit_needle_after(a, n)) {
		if (n->kind == kind && n->family == f) {
			return true;
		}
	}
	return false;
}

static void add_form(Audit *a, NeedleKind kind, Family *f, Slice text)
{
	Buf phrase = BUF_INIT;
	word_phrase(&phrase, text);
	size_t least = kind == NEEDLE_LATIN ? SHORT_LATIN : SHORT_CYRILLIC;
	uint32_t number = phrase.n ? automaton_add(a->automaton, buf_slice(&phrase)) : 0;
	if (phrase.n && !is_held(a, kind, number, f)) {
		Needle *n = audit_add(a, kind, number);
		n->family = f;
		n->weak = utf8_length(buf_slice(&phrase)) < least;
	}
	buf_release(&phrase);
}

static void add_forms(Audit *a, Family *f)
{
	Arena scratch = ARENA_INIT;
	NameForms forms = surname_forms(&scratch, f->name);
	Buf text = BUF_INIT;
	for (size_t i = 0; i < forms.n; i++) {
		add_form(a, NEEDLE_FAMILY, f, forms.items[i]);
		for (int system = 0; system < TRANSLITS; system++) {
			buf_clear(&text);
			translit(&text, forms.items[i], (Translit)system);
			add_form(a, NEEDLE_LATIN, f, buf_slice(&text));
		}
		buf_clear(&text);
		audit_stem(&text, a->stemmer, forms.items[i]);
		add_form(a, NEEDLE_STEM, f, buf_slice(&text));
	}
	buf_release(&text);
	arena_release(&scratch);
}

/* --- given names and patronymics --- */

typedef VEC(Slice) Words;

static void add_word(Audit *a, Words *words, Slice text)
{
	Buf plain = BUF_INIT;
	word_phrase(&plain, text);
	Slice word = slice_sub(buf_slice(&plain), 0, slice_find_byte(buf_slice(&plain), ' ', 0));
	bool known = word.n == 0;
	for (size_t i = 0; i < words->n && !known; i++) {
		known = slice_eq(words->items[i], word);
	}
	if (!known) {
		vec_push(words, arena_dup(&a->arena, word));
	}
	buf_release(&plain);
}

static void add_spellings(Audit *a, Words *words, Slice text)
{
	Buf latin = BUF_INIT;
	add_word(a, words, text);
	for (int system = 0; system < TRANSLITS; system++) {
		buf_clear(&latin);
		translit(&latin, text, (Translit)system);
		add_word(a, words, buf_slice(&latin));
	}
	buf_release(&latin);
}

static const Slice *keep_words(Audit *a, Words *words, size_t *n)
{
	Slice *kept = arena_array(&a->arena, words->n, sizeof *kept);
	for (size_t i = 0; i < words->n; i++) {
		kept[i] = words->items[i];
	}
	*n = words->n;
	vec_release(words);
	return kept;
}

static const NameWords *make_name_words(Audit *a, Slice name)
{
	Arena scratch = ARENA_INIT;
	Words words = {NULL, 0, 0};
	Words initials = {NULL, 0, 0};
	NameWords *made = ARENA_NEW(&a->arena, NameWords);
	NameForms forms = surname_with(&scratch, &name, 1);
	size_t first = 0;
	for (size_t i = 0; i < forms.n; i++) {
		add_spellings(a, &words, forms.items[i]);
	}
	utf8_next(name, &first);
	add_spellings(a, &initials, slice_sub(name, 0, first));
	made->items = keep_words(a, &words, &made->n);
	made->initials = keep_words(a, &initials, &made->initial_count);
	arena_release(&scratch);
	return made;
}

/* Few names serve for many people. */
static const NameWords *name_words(Audit *a, Slice name)
{
	const NameWords *known = name.n ? map_get(&a->name_words, name) : NULL;
	if (!known && name.n) {
		known = make_name_words(a, name);
		map_put(&a->name_words, name, (void *)known);
	}
	return known;
}

static NameForms pair_forms(Arena *scratch, const AuditPerson *p)
{
	Slice names[] = {rec_text(&p->record->rec, F_person_given), rec_text(&p->record->rec, F_person_patronymic)};
	return names[1].n ? surname_with(scratch, names, 2) : (NameForms){NULL, 0};
}

static void add_pair(Audit *a, const AuditPerson *p)
{
	Arena scratch = ARENA_INIT;
	NameForms forms = pair_forms(&scratch, p);
	for (size_t i = 0; i < forms.n; i++) {
		Needle *n = audit_add_words(a, NEEDLE_PAIR, forms.items[i]);
		n->person = p;
		n->file = p->record->path;
		n->field = SL("given");
	}
	arena_release(&scratch);
}

void audit_collect_names(Audit *a)
{
	list_people(a);
	for (size_t i = 0; i < a->families.n; i++) {
		Family *f = a->families.items[i];
		if (f->sought) {
			add_forms(a, f);
		}
	}
	for (size_t i = 0; i < a->withheld.corpus->counts[O_person]; i++) {
		if (a->people[i].everywhere != NAMED_FULLY) {
			add_pair(a, &a->people[i]);
		}
	}
}

/* --- namesakes --- */

/* Calls `found` for each phrase that is all of a text. */
typedef void FoundPhrase(Audit *a, uint32_t phrase, void *ctx);

static void find_phrase(Audit *a, Slice text, FoundPhrase *found, void *ctx)
{
	WordReader r;
	Word w;
	uint32_t state = 0;
	unsigned words = 0;
	word_start(&r, text);
	for (; word_next(&r, &w); words++) {
		state = automaton_step(a->automaton, state, w.text);
	}
	AutomatonHit hit;
	for (uint32_t at = state; automaton_hit(a->automaton, &at, &hit);) {
		if (hit.words == words) {
			found(a, hit.phrase, ctx);
		}
	}
}

static bool is_sought(const Audit *a, uint32_t phrase, NeedleKind kind)
{
	for (const Needle *n = audit_needles_of(a, phrase); n; n = audit_needle_after(a, n)) {
		if (n->kind == kind) {
			return true;
		}
	}
	return false;
}

/* Puts a family beside those that have the phrase already, in the same guise. */
static void join_family(Audit *a, uint32_t phrase, Family *f)
{
	static const NeedleKind kinds[] = {NEEDLE_FAMILY, NEEDLE_LATIN, NEEDLE_STEM};
	for (int i = 0; i < 3; i++) {
		if (is_sought(a, phrase, kinds[i]) && !is_held(a, kinds[i], phrase, f)) {
			bool weak = audit_needles_of(a, phrase)->weak;
			Needle *added = audit_add(a, kinds[i], phrase);
			added->family = f;
			added->weak = weak;
		}
	}
}

static bool has_named(const Family *f)
{
	for (size_t i = 0; i < f->people.n; i++) {
		if (f->people.items[i]->somewhere != NAMED_NOT) {
			return true;
		}
	}
	return false;
}

static void meet_family(Audit *a, uint32_t phrase, void *ctx)
{
	Family *f = ctx;
	if (!f->sought) {
		join_family(a, phrase, f);
	}
	/* A file called by the name of somebody who is named gives nobody away. */
	for (const Needle *n = audit_needles_of(a, phrase); n; n = audit_needle_after(a, n)) {
		if (n->kind == NEEDLE_FILE) {
			audit_set_common(a, n);
		}
	}
}

/* A surname in every form, as it is, transliterated, and cut to its stem. */
static void find_forms(Audit *a, Family *f)
{
	Arena scratch = ARENA_INIT;
	NameForms forms = surname_forms(&scratch, f->name);
	Buf text = BUF_INIT;
	for (size_t i = 0; i < forms.n; i++) {
		find_phrase(a, forms.items[i], meet_family, f);
		for (int system = 0; system < TRANSLITS; system++) {
			buf_clear(&text);
			translit(&text, forms.items[i], (Translit)system);
			find_phrase(a, buf_slice(&text), meet_family, f);
		}
		buf_clear(&text);
		audit_stem(&text, a->stemmer, forms.items[i]);
		find_phrase(a, buf_slice(&text), meet_family, f);
	}
	buf_release(&text);
	arena_release(&scratch);
}

/* Two people of one given name and patronymic: what is said of the one is not said of the other. */
static void share_pair(Audit *a, uint32_t phrase, void *ctx)
{
	for (const Needle *n = audit_needles_of(a, phrase); n; n = audit_needle_after(a, n)) {
		if (n->kind == NEEDLE_PAIR && n->person != ctx) {
			audit_set_common(a, n);
		}
	}
}

static void share_pairs(Audit *a, AuditPerson *p)
{
	Arena scratch = ARENA_INIT;
	NameForms forms = pair_forms(&scratch, p);
	for (size_t i = 0; i < forms.n; i++) {
		find_phrase(a, forms.items[i], share_pair, p);
	}
	arena_release(&scratch);
}

/* Whoever may be meant by a word is told from the others by what stands beside it. */
static void prepare(Audit *a, Family *f)
{
	for (size_t i = 0; i < f->people.n && !f->prepared; i++) {
		AuditPerson *p = f->people.items[i];
		p->given = name_words(a, rec_text(&p->record->rec, F_person_given));
		p->patronymic = name_words(a, rec_text(&p->record->rec, F_person_patronymic));
	}
	f->prepared = true;
}

void audit_collect_namesakes(Audit *a)
{
	for (size_t i = 0; i < a->families.n; i++) {
		if (has_named(a->families.items[i])) {
			find_forms(a, a->families.items[i]);
		}
	}
	for (size_t i = 0; i < a->withheld.corpus->counts[O_person]; i++) {
		if (a->people[i].somewhere == NAMED_FULLY) {
			share_pairs(a, &a->people[i]);
		}
	}
	for (size_t i = 0; i < a->needles.n; i++) {
		if (a->needles.items[i].family) {
			prepare(a, a->needles.items[i].family);
		}
	}
}
