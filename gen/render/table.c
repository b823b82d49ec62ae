/* data/NAME.csv and .xlsx: the registry, programmes, partners and acts as tables. */
#include "render/page.h"
#include "render/sheet.h"
#include "render/uri.h"

typedef enum Content {
	TEXT_OF,  /* a text, a term's title, an address */
	NAMES_OF, /* a list: texts, titles, names */
	DAY_OF,
	WORD_OF,  /* a flag: yes or no */
	LAST_DAY, /* of a programme: extended or not */
	ADDRESS,  /* of the record's page */
} Content;

typedef struct Column {
	StringId head;
	Content content;
	const char *field;
} Column;

enum { COLUMNS = 10 };

typedef struct Table {
	PubKind kind;
	Column columns[COLUMNS]; /* the last is the address */
} Table;

static const Table tables[] = {
        {PUB_MENTORS,
         {{STR_csv_name, TEXT_OF, "name"},
          {STR_csv_position, TEXT_OF, "position"},
          {STR_csv_subjects, NAMES_OF, "subjects"},
          {STR_csv_forms, NAMES_OF, "forms"},
          {STR_csv_kinds, NAMES_OF, "kinds"},
          {STR_csv_since, DAY_OF, "since"},
          {STR_csv_status, TEXT_OF, "status"},
          {STR_csv_available, WORD_OF, "available"},
          {STR_csv_url, ADDRESS, NULL}}},
        {PUB_PROGRAMMES,
         {{STR_csv_number, TEXT_OF, "number"},
          {STR_csv_title, TEXT_OF, "title"},
          {STR_csv_forms, TEXT_OF, "form"},
          {STR_csv_kinds, NAMES_OF, "kinds"},
          {STR_csv_status, TEXT_OF, "status"},
          {STR_csv_start, DAY_OF, "start"},
          {STR_csv_end, LAST_DAY, NULL},
          {STR_csv_mentors, NAMES_OF, "mentors"},
          {STR_csv_mentees, NAMES_OF, "mentees"},
          {STR_csv_url, ADDRESS, NULL}}},
        {PUB_PARTNERS,
         {{STR_csv_title, TEXT_OF, "name"},
          {STR_csv_type, TEXT_OF, "type"},
          {STR_csv_start, DAY_OF, "since"},
          {STR_csv_status, TEXT_OF, "status"},
          {STR_csv_site, TEXT_OF, "site"},
          {STR_csv_url, ADDRESS, NULL}}},
        {PUB_DOCUMENTS,
         {{STR_csv_level, TEXT_OF, "level"},
          {STR_csv_type, TEXT_OF, "type"},
          {STR_csv_number, TEXT_OF, "number"},
          {STR_csv_date, DAY_OF, "date"},
          {STR_csv_title, TEXT_OF, "title"},
          {STR_csv_issuer, TEXT_OF, "issuer"},
          {STR_csv_status, TEXT_OF, "status"},
          {STR_csv_url, ADDRESS, NULL}}},
};

/* --- cells --- */

typedef struct Maker {
	Arena *arena; /* of the table being made */
	const Render *render;
} Maker;

static Slice keep(Maker *m, Buf *text)
{
	Slice kept = arena_dup(m->arena, buf_slice(text));
	buf_release(text);
	return kept;
}

/* What is called by its name, or its title; a text is itself. */
static Slice word_of(const Pub *value, Slice page)
{
	const Pub *v = pub_on(value, page);
	if (!v) {
		return SL("");
	}
	if (v->type == PUB_TEXT) {
		return v->as.text;
	}
	if (v->type == PUB_TERM) {
		return v->as.term.title;
	}
	Slice name = pub_text(v, "name", page);
	return name.n ? name : pub_text(v, "title", page);
}

static Slice words_of(Maker *m, const PubRecord *rec, const char *field)
{
	const Pub *list = pub_get(&rec->fields, slice_of(field), rec->page);
	Buf text = BUF_INIT;
	for (size_t i = 0; list && i < list->as.list.n; i++) {
		Slice word = word_of(list->as.list.items[i], rec->page);
		buf_str(&text, text.n && word.n ? ", " : "");
		buf_add(&text, word);
	}
	return keep(m, &text);
}

static Slice address_of(Maker *m, const PubRecord *rec)
{
	Buf text = BUF_INIT;
	uri_page(&text, m->render->site, rec->page);
	return keep(m, &text);
}

static Slice text_of(Maker *m, const PubRecord *rec, const char *field)
{
	const Pub *v = pub_get(&rec->fields, slice_of(field), rec->page);
	RenderContext rc = uri_context(m->render, rec->page);
	Buf text = BUF_INIT;
	if (v && v->type == PUB_URL) {
		uri_value(&text, &rc, v->as.text);
		return keep(m, &text);
	}
	return word_of(v, rec->page);
}

static Slice flag_of(Maker *m, const PubRecord *rec, const char *field)
{
	const Pub *v = pub_get(&rec->fields, slice_of(field), rec->page);
	return v ? m->render->theme->texts[v->as.flag ? STR_yes : STR_no] : SL("");
}

static Date last_day(const PubRecord *rec)
{
	Date extended = pub_date(&rec->fields, "extended_to", rec->page);
	return extended == DATE_NONE ? pub_date(&rec->fields, "end", rec->page) : extended;
}

static Cell cell_of(Maker *m, const PubRecord *rec, const Column *c)
{
	Cell cell = {.text = SL(""), .date = DATE_NONE};
	switch (c->content) {
	case TEXT_OF:
		cell.text = text_of(m, rec, c->field);
		break;
	case NAMES_OF:
		cell.text = words_of(m, rec, c->field);
		break;
	case DAY_OF:
		cell.date = pub_date(&rec->fields, c->field, rec->page);
		break;
	case WORD_OF:
		cell.text = flag_of(m, rec, c->field);
		break;
	case LAST_DAY:
		cell.date = last_day(rec);
		break;
	case ADDRESS:
		cell.text = address_of(m, rec);
		break;
	}
	return cell;
}

/* --- tables --- */

static size_t column_count(const Table *t)
{
	size_t n = 1;
	while (t->columns[n - 1].content != ADDRESS) {
		n++;
	}
	return n;
}

static Sheet sheet_of(Maker *m, const Table *t)
{
	PubList list = m->render->site->kinds[t->kind];
	size_t columns = column_count(t);
	Slice *heads = arena_array(m->arena, columns, sizeof *heads);
	Cell *cells = arena_array(m->arena, list.n * columns, sizeof *cells);
	Sheet s = {pub_kind_name(t->kind), heads, columns, 0, cells};
	for (size_t i = 0; i < columns; i++) {
		heads[i] = m->render->theme->texts[t->columns[i].head];
	}
	for (size_t i = 0; i < list.n; i++) {
		const PubRecord *rec = list.items[i];
		if (!pub_on(&rec->self, rec->page)) {
			continue;
		}
		for (size_t c = 0; c < columns; c++) {
			cells[s.rows * columns + c] = cell_of(m, rec, &t->columns[c]);
		}
		s.rows++;
	}
	return s;
}

static void make_table(const Render *r, const Product *p, Buf *out)
{
	Arena arena = ARENA_INIT;
	Maker m = {&arena, r};
	Sheet s = sheet_of(&m, p->arg);
	(slice_ends(p->path, SL(".csv")) ? sheet_csv : sheet_xlsx)(out, &s);
	arena_release(&arena);
}

void table_products(Products *ps, const Render *r)
{
	const Pages *pages = r->pages;
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		const char *name = pub_kind_name(tables[i].kind);
		if (pages_has(pages, arena_printf(&ps->arena, "%s/", name))) {
			products_add(ps, arena_printf(&ps->arena, "data/%s.csv", name), make_table, &tables[i]);
			products_add(ps, arena_printf(&ps->arena, "data/%s.xlsx", name), make_table, &tables[i]);
		}
	}
}
