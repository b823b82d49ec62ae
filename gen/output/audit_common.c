/* What is public by itself: words and runs of words that give nobody away. */
#include "base/surname.h"
#include "base/translit.h"
#include "output/audit_parts.h"

/* How a public text bears on what is sought. */
typedef enum Openness {
	OPEN_FILE,    /* names of files: they make the names of files public, and nothing else */
	OPEN_ADDRESS, /* what stands in an address is public in Latin letters */
	OPEN_TEXT,    /* prose: a word in small letters is no surname there */
	OPEN_WORD,    /* no surname, however it is written */
} Openness;

typedef struct Marker {
	Audit *audit;
	AuditPage where; /* the text that is being read stands */
	Map stems;       /* words whose stems are marked */
	Arena arena;     /* of those words */
} Marker;

static bool opens(const Marker *m, const Needle *n, Openness o, const Word *last)
{
	switch (n->kind) {
	case NEEDLE_FILE:
		return true;
	case NEEDLE_PAIR: /* somebody else's, where that person may not be named */
		return o >= OPEN_ADDRESS && audit_naming(m->audit, n->person, &m->where) != NAMED_FULLY;
	case NEEDLE_TEXT:
	case NEEDLE_LATIN:
		return o >= OPEN_ADDRESS;
	case NEEDLE_FAMILY:
		return o == OPEN_WORD || (o == OPEN_TEXT && !last->capital);
	case NEEDLE_STEM:
	case NEEDLE_KINDS:
		break; /* stems are marked by themselves */
	}
	return false;
}

static void mark_hit(Marker *m, uint32_t phrase, Openness o, const Word *last)
{
	for (const Needle *n = audit_needles_of(m->audit, phrase); n; n = audit_needle_after(m->audit, n)) {
		if (opens(m, n, o, last)) {
			audit_set_common(m->audit, n);
		}
	}
}

static void mark_stems_of(Audit *a, uint32_t phrase)
{
	for (const Needle *n = audit_needles_of(a, phrase); n; n = audit_needle_after(a, n)) {
		if (n->kind == NEEDLE_STEM) {
			audit_set_common(a, n);
		} else if (n->kind == NEEDLE_FAMILY) {
			audit_set_common_stem(a, n);
		}
	}
}

/* The search index holds the stem of every public word; a surname's may be the same. */
static void mark_stem(Marker *m, Slice text, const Word *w)
{
	bool cyrillic = (unsigned char)w->text.p[0] == 0xD0 || (unsigned char)w->text.p[0] == 0xD1;
	if (!cyrillic || map_get(&m->stems, w->text)) {
		return;
	}
	map_put(&m->stems, arena_dup(&m->arena, w->text), m);
	Buf stem = BUF_INIT;
	audit_stem(&stem, m->audit->stemmer, slice_sub(text, w->from, w->to));
	uint32_t at = automaton_step(m->audit->automaton, 0, buf_slice(&stem));
	AutomatonHit hit;
	while (automaton_hit(m->audit->automaton, &at, &hit)) {
		mark_stems_of(m->audit, hit.phrase);
	}
	buf_release(&stem);
}

static void mark(Marker *m, Slice text, Openness o)
{
	WordReader r;
	Word w;
	uint32_t state = 0;
	word_start(&r, text);
	while (word_next(&r, &w)) {
		AutomatonHit hit;
		state = automaton_step(m->audit->automaton, state, w.text);
		for (uint32_t at = state; automaton_hit(m->audit->automaton, &at, &hit);) {
			mark_hit(m, hit.phrase, o, &w);
		}
		if (o >= OPEN_TEXT) {
			mark_stem(m, text, &w);
		}
	}
}

static void mark_phone(Marker *m, Slice text)
{
	Buf digits = BUF_INIT;
	audit_phone(&digits, text);
	const uint32_t *number = map_get(&m->audit->phones, buf_slice(&digits));
	if (number) {
		m->audit->needles.items[*number].common = true;
	}
	buf_release(&digits);
}

/* --- of the records --- */

static void mark_links(Marker *m, const MdNode *node)
{
	if (node->type == MD_LINK) {
		mark(m, node->url, OPEN_ADDRESS);
		mark_phone(m, node->url);
	}
	for (const MdNode *n = node->first; n; n = n->next) {
		mark_links(m, n);
	}
}

static void mark_prose(Marker *m, const MdNode *tree)
{
	Buf text = BUF_INIT;
	markdown_text(&text, tree);
	mark(m, buf_slice(&text), OPEN_TEXT);
	mark_links(m, tree);
	buf_release(&text);
}

static void mark_value(void *ctx, const WithheldValue *v)
{
	Marker *m = ctx;
	bool namesake = v->val->field == F_policy_namesakes;
	if (v->withheld && !namesake) {
		return;
	}
	switch (schema_field(v->val->field)->type) {
	case TYPE_STRING:
	case TYPE_ALT:
		mark(m, v->val->as.text, namesake ? OPEN_WORD : OPEN_TEXT);
		mark_phone(m, v->val->as.text);
		break;
	case TYPE_TEXT:
	case TYPE_BODYTEXT:
		mark_prose(m, v->val->as.prose);
		break;
	case TYPE_URL:
	case TYPE_BASE_URL:
		mark(m, v->val->as.text, OPEN_ADDRESS);
		mark_phone(m, v->val->as.text);
		break;
	case TYPE_PATH:
	case TYPE_NUMBER:
	case TYPE_SLUG:
		mark(m, v->val->as.text, OPEN_FILE);
		break;
	default:
		break;
	}
}

/* The page of a record's own; what has none stands on several. */
static AuditPage page_of(Marker *m, const Record *r)
{
	bool page = schema_kind(r->kind)->page;
	return (AuditPage){.page = page ? record_page(&m->arena, r) : SL(""), .index = !page};
}

static void mark_records(Marker *m)
{
	const Withheld *w = &m->audit->withheld;
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		for (size_t i = 0; i < w->corpus->counts[kind]; i++) {
			const Record *r = w->corpus->records[kind][i];
			m->where = page_of(m, r);
			withheld_visit(w, r, mark_value, m);
			if (schema_kind(r->kind)->page && r->kind != O_programme && !withheld_record(w, r)) {
				mark(m, r->id, OPEN_FILE);
			}
		}
	}
	for (size_t i = 0; i < w->corpus->media_count; i++) {
		if (w->shown[i]) {
			mark(m, w->corpus->media[i].path, OPEN_FILE);
		}
	}
}

/* --- of every site --- */

static void mark_schema(Marker *m)
{
	for (int f = 0; f < FIELD_COUNT; f++) {
		mark(m, schema_field((FieldId)f)->name, OPEN_TEXT);
		mark(m, slice_of(schema_field((FieldId)f)->title[LANG_RU]), OPEN_TEXT);
	}
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		mark(m, schema_kind((Kind)kind)->folder, OPEN_TEXT);
		mark(m, schema_kind((Kind)kind)->name, OPEN_TEXT);
	}
	for (int row = 0; row < ENUM_ROWS; row++) {
		mark(m, schema_enum_word((EnumRow)row)->id, OPEN_TEXT);
		mark(m, slice_of(schema_enum_word((EnumRow)row)->title[LANG_RU]), OPEN_TEXT);
	}
}

/* A word in any case, in Cyrillic and in Latin letters. */
static void mark_name(Marker *m, Slice name)
{
	Arena scratch = ARENA_INIT;
	Buf latin = BUF_INIT;
	NameForms forms = surname_forms(&scratch, name);
	for (size_t i = 0; i < forms.n; i++) {
		mark(m, forms.items[i], OPEN_WORD);
		for (int system = 0; system < TRANSLITS; system++) {
			buf_clear(&latin);
			translit(&latin, forms.items[i], (Translit)system);
			mark(m, buf_slice(&latin), OPEN_ADDRESS);
		}
	}
	buf_release(&latin);
	arena_release(&scratch);
}

/* The given names that most people have: in a text they are a surname last of all. */
static void mark_given_names(Marker *m)
{
	static const char *const names[] = {
	        "Александр", "Александра", "Алексей",    "Алёна",     "Алина",  "Алла",     "Анастасия", "Анатолий",
	        "Андрей",    "Анна",       "Антон",      "Артём",     "Борис",  "Вадим",    "Валентина", "Валерий",
	        "Варвара",   "Василий",    "Вера",       "Вероника",  "Виктор", "Виктория", "Виталий",   "Владимир",
	        "Галина",    "Георгий",    "Григорий",   "Дарья",     "Денис",  "Дмитрий",  "Евгений",   "Евгения",
	        "Егор",      "Екатерина",  "Елена",      "Елизавета", "Иван",   "Игорь",    "Илья",      "Инна",
	        "Ирина",     "Кирилл",     "Константин", "Ксения",    "Лариса", "Лидия",    "Любовь",    "Людмила",
	        "Максим",    "Маргарита",  "Марина",     "Мария",     "Марк",   "Михаил",   "Надежда",   "Наталья",
	        "Никита",    "Николай",    "Нина",       "Оксана",    "Олег",   "Ольга",    "Павел",     "Пётр",
	        "Полина",    "Роман",      "Светлана",   "Семён",     "Сергей", "Софья",    "Степан",    "Тамара",
	        "Татьяна",   "Тимофей",    "Ульяна",     "Фёдор",     "Юлия",   "Юрий",     "Яна",       "Ярослав",
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		mark_name(m, slice_of(names[i]));
	}
}

/* A namesake is listed in the form in which it stands; its Latin forms are those of all its cases. */
static void mark_namesakes(Marker *m)
{
	size_t n;
	const Val *items = rec_list(m->audit->withheld.corpus->policy.rec, F_policy_namesakes, &n);
	for (size_t i = 0; i < n; i++) {
		Buf latin = BUF_INIT;
		for (int system = 0; system < TRANSLITS; system++) {
			buf_clear(&latin);
			translit(&latin, items[i].as.text, (Translit)system);
			mark(m, buf_slice(&latin), OPEN_ADDRESS);
		}
		buf_release(&latin);
	}
}

void audit_mark_common(Audit *a, AuditTexts common)
{
	Marker m = {.audit = a};
	mark_records(&m);
	m.where = (AuditPage){.index = true};
	mark_namesakes(&m);
	mark_given_names(&m);
	mark_schema(&m);
	for (size_t i = 0; i < common.n; i++) {
		mark(&m, common.items[i], OPEN_TEXT);
	}
	map_release(&m.stems);
	arena_release(&m.arena);
}
