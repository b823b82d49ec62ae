#include "base/surname.h"

#include "base/locale.h"
#include "base/vec.h"
#include "base/word.h"

enum { CASES = 6, ROWS = 3 * CASES };

/*
 * A way to decline: the endings of the nominative, genitive, dative,
 * accusative, instrumental and prepositional of a man's name, a woman's, and
 * the plural. '/' stands between endings in use side by side, '-' for none,
 * '.' for a form left out: «Сорок» of Сорока is a number in every text.
 */
typedef struct Declension {
	const char *rows[3];
} Declension;

static const Declension possessive = {{"- а у а ым/ом е", "а ой ой у ой/ою ой", "ы ых ым ых ыми ых"}};
static const Declension hard_adjective = {{"ый/ой ого ому ого ым ом", "ая ой ой ую ой/ою ой", "ые ых ым ых ыми ых"}};
static const Declension mixed_adjective = {{"ий/ой ого ому ого им ом", "ая ой ой ую ой/ою ой", "ие их им их ими их"}};
static const Declension soft_adjective = {{"ий его ему его им ем", "яя ей ей юю ей/ею ей", "ие их им их ими их"}};
static const Declension hushing_adjective = {{"ий его ему его им ем", "ая ей ей ую ей/ею ей", "ие их им их ими их"}};
static const Declension hard_a = {{"а ы е у ой/ою е", "а ы е у ой/ою е", "ы . ам . ами ах"}};
static const Declension velar_a = {{"а и е у ой/ою е", "а и е у ой/ою е", "и . ам . ами ах"}};
static const Declension hushing_a = {{"а и е у ей/ею/ой/ою е", "а и е у ей/ею/ой/ою е", "и ей ам ей ами ах"}};
static const Declension hissing_a = {{"а ы е у ей/ею/ой/ою е", "а ы е у ей/ею/ой/ою е", "ы . ам . ами ах"}};
static const Declension soft_ya = {{"я и е ю ей/ею/ёй/ёю е", "я и е ю ей/ею/ёй/ёю е", "и ей ям ей ями ях"}};
static const Declension iya = {{"я и и/е ю ей/ею и/е", "я и и/е ю ей/ею и/е", "и й ям й ями ях"}};
static const Declension hard_noun = {{"- а у а ом е", "- - - - - -", "ы ов ам ов ами ах"}};
static const Declension velar_noun = {{"- а у а ом е", "- - - - - -", "и ов ам ов ами ах"}};
static const Declension hushing_noun = {{"- а у а ем/ом е", "- - - - - -", "и ей ам ей ами ах"}};
static const Declension hissing_noun = {{"- а у а ем/ом е", "- - - - - -", "ы ев/ов ам ев/ов ами ах"}};
/* A woman's given name (Любовь) declines; her family name (Коваль) does not. */
static const Declension soft_noun = {{"ь я ю я ем/ём е", "ь ь/и ь/и ь ь/ью ь/и", "и ей ям ей ями ях"}};
static const Declension short_noun = {{"й я ю я ем/ём е", "й й й й й й", "и ев/ёв ям ев/ёв ями ях"}};
static const Declension ij_noun = {{"й я ю я ем и/е", "й й й й й й", "и ев ям ев ями ях"}};
static const Declension fixed = {{"- - - - - -", "- - - - - -", "- - - - - -"}};

/* What a name may be in one row: a case of a gender or of the plural. */
typedef VEC(Slice) Row;

typedef struct Table {
	Arena *arena;
	Row rows[ROWS];
} Table;

static void add_once(Row *row, Slice form)
{
	for (size_t i = 0; i < row->n; i++) {
		if (slice_eq(row->items[i], form)) {
			return;
		}
	}
	vec_push(row, form);
}

static void table_release(Table *t)
{
	for (int i = 0; i < ROWS; i++) {
		vec_release(&t->rows[i]);
	}
}

static void add_row(Table *t, Row *row, Slice stem, Slice endings)
{
	Slice ending;
	while (slice_split(&endings, '/', &ending)) {
		bool none = slice_is(ending, "-");
		if (!slice_is(ending, ".")) {
			add_once(row, arena_join(t->arena, stem, none ? SL("") : ending, SL("")));
		}
	}
}

static void add_all(Table *t, Slice stem, const Declension *d)
{
	for (int i = 0; i < 3; i++) {
		Slice rest = slice_of(d->rows[i]);
		Slice endings;
		for (int k = 0; k < CASES && slice_split(&rest, ' ', &endings); k++) {
			add_row(t, &t->rows[i * CASES + k], stem, endings);
		}
	}
}

/* --- letters, all of two bytes --- */

static Slice without(Slice s, size_t letters)
{
	return slice_sub(s, 0, s.n - 2 * letters);
}

static bool ends(Slice s, const char *with)
{
	return slice_ends(s, slice_of(with));
}

/* Is the last letter one of these? */
static bool last_in(Slice s, const char *letters)
{
	return s.n >= 2 && slice_find(slice_of(letters), slice_sub(s, s.n - 2, s.n), 0) < strlen(letters);
}

static bool ends_in_one(Slice s, const char *const *endings)
{
	for (; *endings; endings++) {
		if (ends(s, *endings)) {
			return true;
		}
	}
	return false;
}

#define VOWELS "аеёиоуыэюя"
#define VELARS "гкх"
#define HUSHING "жшчщ"
#define CONSONANTS "бвгджзклмнпрстфхцчшщ"

static bool is_cyrillic(Slice s)
{
	return last_in(s, VOWELS CONSONANTS "йьъіїєґў");
}

/* --- nouns --- */

/* The vowel that the nominative alone has: Конёк - Конька, Лев - Льва, Соловей - Соловья. */
typedef struct Fleeting {
	const char *end, *oblique;
	bool whole; /* the end is the whole name */
} Fleeting;

static const Fleeting fleeting[] = {
        {"лев", "льв", true},  {"пёс", "пс", true},   {"лоб", "лб", true},    {"рот", "рт", true},
        {"лён", "льн", true},  {"лёд", "льд", true},  {"заяц", "зайц", true}, {"лец", "льц", false},
        {"аец", "айц", false}, {"еец", "ейц", false}, {"оец", "ойц", false},  {"ец", "ц", false},
        {"лёк", "льк", false}, {"рёк", "рьк", false}, {"нёк", "ньк", false},  {"аёк", "айк", false},
        {"тёк", "тьк", false}, {"дёк", "дьк", false}, {"ёк", "к", false},     {"ек", "к", false},
        {"ок", "к", false},    {"ень", "нь", false},  {"оть", "ть", false},   {"ёл", "л", false},
        {"ел", "л", false},    {"ёр", "р", false},    {"ер", "р", false},     {"ей", "ьй", false},
};

static const Declension *noun_of(Slice name)
{
	if (last_in(name, VELARS)) {
		return &velar_noun;
	}
	return last_in(name, HUSHING) ? &hushing_noun : ends(name, "ц") ? &hissing_noun : &hard_noun;
}

static void add_noun(Table *t, Slice name)
{
	if (ends(name, "ь")) {
		add_all(t, without(name, 1), &soft_noun);
	} else if (ends(name, "й")) {
		add_all(t, without(name, 1), ends(name, "ий") ? &ij_noun : &short_noun);
	} else {
		add_all(t, name, noun_of(name));
	}
}

static const Fleeting *fleeting_of(Slice name)
{
	for (size_t i = 0; i < sizeof fleeting / sizeof *fleeting; i++) {
		bool longer = name.n > strlen(fleeting[i].end);
		if (ends(name, fleeting[i].end) && fleeting[i].whole != longer) {
			return &fleeting[i];
		}
	}
	return NULL;
}

/* The vowel is there in a man's nominative, and in a woman's name, which does not decline. */
static bool keeps_vowel(int row)
{
	return row == 0 || (row >= CASES && row < 2 * CASES);
}

static void add_fleeting(Table *t, Slice name)
{
	const Fleeting *f = fleeting_of(name);
	Table other = {.arena = t->arena};
	if (!f) {
		return;
	}
	Slice stem = slice_sub(name, 0, name.n - strlen(f->end));
	add_noun(&other, arena_join(t->arena, stem, slice_of(f->oblique), SL("")));
	for (int k = 0; k < ROWS; k++) {
		for (size_t i = 0; !keeps_vowel(k) && i < other.rows[k].n; i++) {
			add_once(&t->rows[k], other.rows[k].items[i]);
		}
	}
	table_release(&other);
}

static void add_in_a(Table *t, Slice name)
{
	Slice stem = without(name, 1);
	if (ends(name, "я")) {
		add_all(t, stem, last_in(stem, "и") ? &iya : &soft_ya);
	} else if (last_in(stem, VOWELS)) {
		add_all(t, name, &fixed); /* Моруа, Гарсиа */
	} else if (last_in(stem, VELARS)) {
		add_all(t, stem, &velar_a);
	} else {
		add_all(t, stem, last_in(stem, HUSHING) ? &hushing_a : ends(stem, "ц") ? &hissing_a : &hard_a);
	}
}

/* --- adjectives --- */

static void add_adjective(Table *t, Slice name)
{
	Slice stem = without(name, 2);
	bool hushing = last_in(stem, HUSHING);
	if (ends(name, "яя") || (ends(name, "ий") && ends(stem, "н"))) {
		add_all(t, stem, &soft_adjective);
	}
	if (hushing && !ends(name, "ой")) {
		add_all(t, stem, &hushing_adjective);
	}
	if (last_in(stem, VELARS) || (hushing && !ends(name, "ий"))) {
		add_all(t, stem, &mixed_adjective);
	} else if (ends(name, "ый") || ends(name, "ой") || ends(name, "ая")) {
		add_all(t, stem, &hard_adjective);
	}
}

static bool is_adjective(Slice name)
{
	static const char *const endings[] = {"ый", "ий", "ой", "ая", "яя", NULL};
	return name.n > 4 && ends_in_one(name, endings) && !last_in(without(name, 2), VOWELS);
}

/* Those in -ский are nothing else; Палий and Цой, Берая and Евгений are nouns. */
static bool is_only_adjective(Slice name)
{
	static const char *const endings[] = {"ский", "цкий", "ской", "цкой", "ская", "цкая", "ый", "яя", NULL};
	return ends_in_one(name, endings);
}

/* --- all --- */

/* Of -ов, -ин and the like, where enough is left before it: not Лев, not Ким. */
static bool is_possessive(Slice name, size_t letters)
{
	static const char *const endings[] = {"ов", "ев", "ёв", "ин", "ын", NULL};
	Slice man = without(name, letters);
	return ends_in_one(man, endings) && man.n >= 2 * 4;
}

/* Долгих and Черных stay as they are; Дитрих does not. */
static bool is_fixed(Slice name)
{
	if (ends(name, "их")) {
		return last_in(without(name, 2), VELARS HUSHING "н");
	}
	return ends(name, "ых") || last_in(name, "еёиоуыэюіїє") || !is_cyrillic(name);
}

static void add_other(Table *t, Slice name)
{
	if (is_adjective(name)) {
		add_adjective(t, name);
		if (is_only_adjective(name)) {
			return;
		}
	}
	if (last_in(name, "ая")) {
		add_in_a(t, name);
	} else {
		add_noun(t, name);
		add_fleeting(t, name);
	}
}

static void decline(Table *t, Slice name)
{
	bool of_woman = last_in(name, "ая");
	if (ends(name, "ски") || ends(name, "цки")) {
		add_all(t, name, &fixed);
		add_all(t, without(name, 1), &mixed_adjective);
	} else if (is_fixed(name)) {
		add_all(t, name, &fixed);
	} else if (is_possessive(name, 0)) {
		add_all(t, name, &possessive);
	} else if (ends(name, "а") && is_possessive(name, 1)) {
		add_all(t, without(name, 1), &possessive);
		if (!ends(name, "ва")) {
			add_in_a(t, name); /* Калина, and the given names in -ина */
		}
	} else {
		add_other(t, name);
	}
	if (!of_woman) {
		t->rows[0].n = 0; /* a man's nominative is the one written: not Толстый for Толстой */
		add_once(&t->rows[0], name);
	}
}

/* --- several parts --- */

/* Each way to go on from what is there, in each row. */
static void join(Table *t, const Table *next, Slice between)
{
	for (int k = 0; k < ROWS; k++) {
		Row row = {NULL, 0, 0};
		for (size_t i = 0; i < t->rows[k].n; i++) {
			for (size_t m = 0; m < next->rows[k].n; m++) {
				add_once(&row,
				         arena_join(t->arena, t->rows[k].items[i], between, next->rows[k].items[m]));
			}
		}
		vec_release(&t->rows[k]);
		t->rows[k] = row;
	}
}

/* «Римская-Корсакова»: both parts decline; of «Тер-Петросян» only the last. */
static void add_double(Table *t, Slice name)
{
	Slice rest = name;
	Slice part;
	bool first = true;
	while (slice_split(&rest, '-', &part)) {
		Table next = {.arena = t->arena};
		decline(&next, part);
		if (rest.p) {
			add_all(&next, part, &fixed);
		}
		if (first) {
			*t = next;
		} else {
			join(t, &next, SL("-"));
			table_release(&next);
		}
		first = false;
	}
}

/* A Cyrillic text without ё, for it is mostly printed so. */
static Slice without_yo(Arena *a, Slice s)
{
	char *out = arena_cstr(a, s);
	for (size_t at = slice_find(s, SL("ё"), 0); at < s.n; at = slice_find(s, SL("ё"), at + 2)) {
		memcpy(out + at, "е", 2);
	}
	return (Slice){out, s.n};
}

static NameForms forms_of(Table *t)
{
	Row all = {NULL, 0, 0};
	for (int k = 0; k < ROWS; k++) {
		for (size_t i = 0; i < t->rows[k].n; i++) {
			add_once(&all, t->rows[k].items[i]);
			add_once(&all, without_yo(t->arena, t->rows[k].items[i]));
		}
	}
	Slice *items = arena_array(t->arena, all.n, sizeof *items);
	for (size_t i = 0; i < all.n; i++) {
		items[i] = all.items[i];
	}
	NameForms forms = {items, all.n};
	vec_release(&all);
	return forms;
}

/* In lower case, every hyphen the one of ASCII: a line may not end at U+2011, and the name is the same. */
static Slice folded_name(Arena *a, Slice name)
{
	Buf folded = BUF_INIT;
	Buf plain = BUF_INIT;
	text_fold(&folded, name);
	for (size_t at = 0; at < folded.n;) {
		uint32_t c = utf8_next(buf_slice(&folded), &at);
		buf_char(&plain, word_joins(c) ? '-' : c);
	}
	Slice kept = arena_dup(a, buf_slice(&plain));
	buf_release(&folded);
	buf_release(&plain);
	return kept;
}

NameForms surname_with(Arena *a, const Slice *names, size_t n)
{
	Table all = {.arena = a};
	for (size_t i = 0; i < n; i++) {
		Table next = {.arena = a};
		add_double(&next, folded_name(a, names[i]));
		if (i == 0) {
			all = next;
		} else {
			join(&all, &next, SL(" "));
			table_release(&next);
		}
	}
	NameForms forms = forms_of(&all);
	table_release(&all);
	return forms;
}

NameForms surname_forms(Arena *a, Slice family)
{
	return surname_with(a, &family, 1);
}
