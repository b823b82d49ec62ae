/* What a surname means where it was found: by who bears it, and by what stands beside it. */
#include "base/locale.h"
#include "output/audit_parts.h"

/* How well the words beside a surname fit a person. */
typedef enum Fit { FIT_NONE, FIT_INITIAL, FIT_INITIALS, FIT_GIVEN, FIT_WHOLE } Fit;

/* The words beside a surname: of a name, as far as they stand in one phrase with it. */
typedef struct Beside {
	WordReader reader;
	char room[2][WORD_MOST + 4];
	Word words[2]; /* the nearest first */
	size_t n;
} Beside;

typedef struct Context {
	Beside after, before;
} Context;

Naming audit_naming(const Audit *a, const AuditPerson *p, const AuditPage *where)
{
	if (p->everywhere == p->somewhere || where->index) {
		return where->index ? p->somewhere : p->everywhere;
	}
	return withheld_naming(&a->withheld, p->record, where->page);
}

/* --- what stands beside --- */

/* Blanks, full stops, a line feed: what may stand between the words of a name. */
static bool is_gap(Slice s)
{
	unsigned lines = 0;
	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);
		if (c == '\n') {
			lines++;
		} else if (c != '.' && !char_is_space(c) && !word_ignores(c)) {
			return false;
		}
	}
	return lines < 2;
}

/* Keeps a word of a reader that goes on to the next. */
static void keep_word(Beside *b, const Word *w)
{
	memcpy(b->room[b->n], w->text.p, w->text.n);
	b->words[b->n] = *w;
	b->words[b->n].text.p = b->room[b->n];
	b->n++;
}

static void look_after(Beside *b, const Sighting *s)
{
	Slice rest = slice_sub(s->text, s->to, s->text.n);
	size_t end = 0;
	Word w;
	word_start(&b->reader, slice_sub(rest, 0, 4 * WORD_MOST));
	while (b->n < 2 && word_next(&b->reader, &w) && is_gap(slice_sub(rest, end, w.from))) {
		keep_word(b, &w);
		end = w.to;
	}
}

static void look_before(Beside *b, const Sighting *s)
{
	size_t end = s->from;
	Word w;
	for (int i = 0; i < 2 && s->before[i] != SIZE_MAX; i++) {
		Slice piece = slice_sub(s->text, s->before[i], end);
		word_start(&b->reader, piece);
		if (!word_next(&b->reader, &w) || !is_gap(slice_sub(piece, w.to, piece.n))) {
			return;
		}
		keep_word(b, &w);
		end = s->before[i];
	}
}

/* --- whom it fits --- */

static bool is_in(const Slice *items, size_t n, Slice word)
{
	for (size_t i = 0; i < n; i++) {
		if (slice_eq(items[i], word)) {
			return true;
		}
	}
	return false;
}

static bool is_name(const NameWords *name, const Word *w)
{
	return name && is_in(name->items, name->n, w->text);
}

static bool is_initial(const NameWords *name, const Word *w)
{
	return name && w->capital && is_in(name->initials, name->initial_count, w->text);
}

/* A capital by itself, or two that stand for one letter ("Yu."). */
static bool looks_initial(const Word *w)
{
	return w->capital && w->length < 3;
}

static Fit fit_of(const AuditPerson *p, const Word *given, const Word *patronymic)
{
	if (given && is_name(p->given, given)) {
		return patronymic && is_name(p->patronymic, patronymic) ? FIT_WHOLE : FIT_GIVEN;
	}
	if (!given || !is_initial(p->given, given)) {
		return FIT_NONE;
	}
	if (patronymic && looks_initial(patronymic) && p->patronymic) {
		return is_initial(p->patronymic, patronymic) ? FIT_INITIALS : FIT_NONE;
	}
	return FIT_INITIAL;
}

/* «Иванова Мария Петровна», «Мария Петровна Иванова», «Мария Иванова», with initials alike. */
static Fit fit_beside(const AuditPerson *p, const Context *c)
{
	const Word *after = c->after.words;
	const Word *before = c->before.words;
	Fit best = fit_of(p, c->after.n ? &after[0] : NULL, c->after.n > 1 ? &after[1] : NULL);
	Fit whole = c->before.n > 1 ? fit_of(p, &before[1], &before[0]) : FIT_NONE;
	Fit given = c->before.n ? fit_of(p, &before[0], NULL) : FIT_NONE;
	best = whole == FIT_WHOLE || whole == FIT_INITIALS ? (whole > best ? whole : best) : best;
	return given > best ? given : best;
}

/* --- the judgement --- */

typedef struct Weighing {
	const AuditPerson *withheld, *whole; /* whoever fits best; the latter by more of a name than may stand */
	Fit withheld_fit, named_fit, whole_fit;
	bool named; /* somebody of that surname may be named here */
	bool clear; /* the word is nobody else's, nor a common one */
} Weighing;

static void weigh(Weighing *w, const AuditPerson *p, Naming naming, Fit fit)
{
	if (naming == NAMED_NOT) {
		if (!w->withheld || fit > w->withheld_fit) {
			w->withheld = p;
			w->withheld_fit = fit;
		}
		return;
	}
	w->named = true;
	if (naming == NAMED_BRIEFLY && fit >= FIT_GIVEN) {
		w->whole = fit > w->whole_fit ? p : w->whole;
		w->whole_fit = fit > w->whole_fit ? fit : w->whole_fit;
		return;
	}
	w->named_fit = fit > w->named_fit ? fit : w->named_fit;
}

static void weigh_family(const Audit *a, Weighing *w, const Family *f, const AuditPage *where, const Context *c)
{
	for (size_t i = 0; i < f->people.n; i++) {
		const AuditPerson *p = f->people.items[i];
		weigh(w, p, audit_naming(a, p, where), fit_beside(p, c));
	}
}

/* The whole is judged by itself; its bearers stand here against those of the part. */
static void weigh_whole(const Audit *a, Weighing *w, const Needle *whole, const Context *c)
{
	for (const Needle *n = whole; n; n = audit_needle_after(a, n)) {
		for (size_t i = 0; n->family && i < n->family->people.n; i++) {
			Fit fit = fit_beside(n->family->people.items[i], c);
			w->named_fit = fit > w->named_fit ? fit : w->named_fit;
			w->named = true;
		}
	}
}

static Judgement decide(const Weighing *w, bool weak, const AuditPerson **who, Slice *field)
{
	*who = w->withheld;
	*field = SL("family");
	if (w->whole_fit > w->named_fit && w->whole_fit > w->withheld_fit) {
		*who = w->whole;
		*field = SL("given");
		return JUDGED_LEAK;
	}
	if (!w->withheld) {
		return JUDGED_FINE;
	}
	if (w->withheld_fit > w->named_fit || (w->clear && !w->named && !weak)) {
		return JUDGED_LEAK;
	}
	return w->named_fit || weak ? JUDGED_FINE : JUDGED_AMBIGUOUS;
}

Judgement audit_judge_family(const Audit *a, uint32_t phrase, NeedleKind kind, const Sighting *s,
                             const AuditPerson **who, Slice *field)
{
	Context c = {.after = {.n = 0}, .before = {.n = 0}};
	Weighing w = {.clear = true};
	bool weak = false;
	look_after(&c.after, s);
	look_before(&c.before, s);
	for (const Needle *n = audit_needles_of(a, phrase); n; n = audit_needle_after(a, n)) {
		if (n->kind == kind) {
			weak |= n->weak;
			w.clear &= !n->common && !(s->where.terms && n->common_stem);
			weigh_family(a, &w, n->family, &s->where, &c);
		}
	}
	weigh_whole(a, &w, s->whole, &c);
	Judgement j = decide(&w, weak, who, field);
	/* A term of the search index is every namesake's alike: it is no place to look at; nor is half a name. */
	return j == JUDGED_AMBIGUOUS && (s->where.terms || s->whole) ? JUDGED_FINE : j;
}
