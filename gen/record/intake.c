#include "record/intake.h"

#include "record/intake_parts.h"
#include "record/scalar.h"
#include "record/wording.h"

/* --- faults of cells --- */

static Slice cell_name(Arena *a, size_t row, size_t column)
{
	Buf name = BUF_INIT;
	grid_name(&name, row, column);
	Slice kept = arena_dup(a, buf_slice(&name));
	buf_release(&name);
	return kept;
}

void intake_fault(Taking *t, DiagId id, size_t row, size_t column, Slice more)
{
	DIAG(t->diags, id, grid_loc(t->grid, row, column), cell_name(t->arena, row, column),
	     grid_cell(t->grid, 0, column), more);
}

/* --- which rows are one record --- */

/* The fields by which a row names its record; FIELD_COUNT ends them. */
typedef struct Key {
	FieldId fields[4];
} Key;

static const Key *key_of(Kind kind)
{
	static const Key person = {{F_person_family, F_person_given, F_person_patronymic, FIELD_COUNT}};
	static const Key mentor = {{F_mentor_person, FIELD_COUNT}};
	static const Key mentee = {{F_mentee_person, FIELD_COUNT}};
	static const Key programme = {{F_programme_number, FIELD_COUNT}};
	static const Key partner = {{F_partner_name, FIELD_COUNT}};
	switch (kind) {
	case O_person:
		return &person;
	case O_mentor:
		return &mentor;
	case O_mentee:
		return &mentee;
	case O_programme:
		return &programme;
	default:
		return &partner;
	}
}

static Slice field_cell(const Taking *t, size_t row, FieldId f)
{
	size_t column = headings_column(t->headings, &f, 1);
	return column < t->headings->n ? grid_cell(t->grid, row, column) : SL("");
}

/* The cells of the key, one after the other. */
static Slice key_text(const Taking *t, size_t row)
{
	const Key *key = key_of(t->headings->kind);
	Slice text = SL("");
	for (int i = 0; key->fields[i] != FIELD_COUNT; i++) {
		Slice cell = field_cell(t, row, key->fields[i]);
		text = text.n && cell.n ? arena_join(t->arena, text, SL(" "), cell) : text.n ? text : cell;
	}
	return text;
}

static Slice id_cell(const Taking *t, size_t row)
{
	return t->headings->id < t->headings->n ? grid_cell(t->grid, row, t->headings->id) : SL("");
}

static bool same_words(const Taking *t, Slice a, Slice b)
{
	return slice_eq(wording_key(t->arena, a), wording_key(t->arena, b));
}

/* Does a row go on with the record that begins at `first`? */
static bool goes_on(const Taking *t, size_t first, size_t row)
{
	if (!t->headings->repeated) {
		return false;
	}
	Slice id = id_cell(t, row);
	Slice key = key_text(t, row);
	if (id.n) {
		return slice_eq(id, id_cell(t, first));
	}
	return key.n == 0 || same_words(t, key, key_text(t, first));
}

/* What is no item of a list must be empty in the further rows, or say the same again. */
static void check_repeats(Taking *t, size_t row)
{
	for (size_t i = 0; i < t->headings->n; i++) {
		Slice cell = grid_cell(t->grid, row, i);
		bool once = t->headings->columns[i].depth && !heading_is_repeated(&t->headings->columns[i]);
		if (once && cell.n && !same_words(t, cell, grid_cell(t->grid, t->file->row, i))) {
			intake_fault(t, D_CELL_DIFFERS, row, i, arena_printf(t->arena, "%zu", t->file->row + 1));
		}
	}
}

/* A cell below no heading would be lost. */
static void check_strays(Taking *t, size_t row)
{
	for (size_t i = 0; i < t->grid->rows.items[row].n; i++) {
		bool headed = i < t->headings->n && grid_cell(t->grid, 0, i).n;
		if (!headed && grid_cell(t->grid, row, i).n) {
			intake_fault(t, D_CELL_STRAY, row, i, SL(""));
		}
	}
}

/* --- names of files --- */

/* Where it is said that a record is there, or can have no file. */
static size_t key_column(const Taking *t)
{
	size_t column = headings_column(t->headings, key_of(t->headings->kind)->fields, 1);
	return column < t->headings->n ? column : 0;
}

static Slice path_of(const Taking *t, Slice id)
{
	const KindInfo *kind = schema_kind(t->headings->kind);
	return arena_printf(t->arena, "%.*s/%.*s%s", SLICE_ARG(kind->folder), SLICE_ARG(id),
	                    kind->body ? ".md" : ".yaml");
}

/* The record that the row's key already means, if any. */
static Slice known_record(const Taking *t)
{
	Kind kind = t->headings->kind;
	Slice key = key_text(t, t->file->row);
	if (kind == O_programme) {
		const Record *r = map_get(&t->names->corpus->by_number, key);
		return r ? r->id : SL("");
	}
	const Named *same = namebook_find(t->names, kind, key);
	if (!same && (kind == O_mentor || kind == O_mentee) && namebook_has(t->names, kind, key)) {
		return key;
	}
	return same ? same->id : SL("");
}

/* A mentor's file is called as the person's is. */
static Slice person_id(const Taking *t, Slice key)
{
	const Named *named = namebook_find(t->names, O_person, key);
	return corpus_find(t->names->corpus, O_person, key) || !named ? key : named->id;
}

/* First letters of given name and patronymic: what tells one Ivanova from another. */
static Slice initials(const Taking *t)
{
	Slice parts[2] = {field_cell(t, t->file->row, F_person_given),
	                  field_cell(t, t->file->row, F_person_patronymic)};
	for (int i = 0; i < 2; i++) {
		size_t end = 0;
		utf8_next(parts[i], &end);
		parts[i] = slice_sub(parts[i], 0, end);
	}
	return arena_join(t->arena, parts[0], parts[1], SL(""));
}

static Slice made_id(const Taking *t, Slice key)
{
	switch (t->headings->kind) {
	case O_person:
		return namebook_id(t->names, O_person, field_cell(t, t->file->row, F_person_family), initials(t));
	case O_mentor:
	case O_mentee:
		return namebook_id(t->names, t->headings->kind, person_id(t, key), SL(""));
	default:
		return namebook_id(t->names, t->headings->kind, key, SL(""));
	}
}

/* An id of the table's own; false, diagnosed, when it will not do. */
static bool own_id(Taking *t, Slice *id)
{
	size_t row = t->file->row;
	*id = id_cell(t, row);
	if (!scalar_id_valid(*id)) {
		intake_fault(t, D_CELL_ID, row, t->headings->id, SL(""));
		return false;
	}
	if (namebook_has(t->names, t->headings->kind, *id)) {
		intake_fault(t, D_CELL_EXISTS, row, t->headings->id, path_of(t, *id));
		return false;
	}
	return true;
}

static bool find_id(Taking *t, Slice *id)
{
	size_t row = t->file->row;
	if (id_cell(t, row).n) {
		return own_id(t, id);
	}
	Slice key = key_text(t, row);
	Slice known = known_record(t);
	if (known.n) {
		intake_fault(t, D_CELL_EXISTS, row, key_column(t), path_of(t, known));
		return false;
	}
	*id = made_id(t, key);
	if (field_cell(t, row, key_of(t->headings->kind)->fields[0]).n && id->n == 0) {
		intake_fault(t, D_CELL_NO_ID, row, key_column(t), SL(""));
	}
	return id->n > 0;
}

/* A file that cannot have its name is still read for its other faults. */
static void name_file(Taking *t)
{
	Slice id;
	if (find_id(t, &id)) {
		Slice key = key_text(t, t->file->row);
		namebook_take(t->names, id);
		namebook_add(t->names, t->headings->kind, key, id);
	} else {
		id = arena_printf(t->arena, "row-%zu", t->file->row + 1);
	}
	t->file->id = id;
	t->file->path = path_of(t, id);
}

/* --- the table --- */

static void take_rows(Taking *t, size_t first, size_t end)
{
	IntakeFile file = {.row = first, .rows = end - first};
	t->file = &file;
	for (size_t i = first; i < end; i++) {
		check_strays(t, i);
		if (i > first) {
			check_repeats(t, i);
		}
	}
	name_file(t);
	intake_write(t);
	vec_push(&t->intake->files, file);
}

void intake_read(Intake *out, const Headings *headings, Namebook *names, Diags *diags)
{
	*out = (Intake){.headings = headings};
	const Grid *grid = headings->grid;
	Taking t = {.intake = out, .headings = headings, .grid = grid, .names = names, .arena = names->arena};
	t.diags = diags;
	buf_init(&t.text);
	for (size_t row = 1; row < grid->rows.n;) {
		size_t end = row + 1;
		if (grid_is_blank(grid, row)) {
			row = end;
			continue;
		}
		while (end < grid->rows.n && !grid_is_blank(grid, end) && goes_on(&t, row, end)) {
			end++;
		}
		take_rows(&t, row, end);
		row = end;
	}
	buf_release(&t.text);
}

void intake_release(Intake *in)
{
	for (size_t i = 0; i < in->files.n; i++) {
		vec_release(&in->files.items[i].lines);
	}
	vec_release(&in->files);
}

/* --- what is said of the files --- */

static const IntakeLine *line_at(const IntakeFile *file, unsigned line)
{
	size_t i = line ? line - 1 : 0;
	return i < file->lines.n ? &file->lines.items[i] : NULL;
}

/* The column of the field that a map lacks; n: it has none, and the first row was told so. */
static size_t lacking(const Headings *h, const IntakeLine *line, Slice field)
{
	FieldId path[HEADING_DEPTH];
	Owner owner = line->depth ? (Owner)schema_field(line->path[line->depth - 1])->of : h->kind;
	memcpy(path, line->path, sizeof path);
	path[line->depth] = schema_find(owner, field);
	return headings_column(h, path, line->depth + 1);
}

static bool is_told(const Diags *diags, Loc loc)
{
	bool told = false;
	for (size_t i = 0; i < diags->n; i++) {
		Loc at = diags->items[i].loc;
		told |= slice_eq(at.path, loc.path) && at.line == loc.line && at.col == loc.col;
	}
	return told;
}

void intake_tell(const Intake *in, const IntakeFile *file, const Diag *d, Diags *diags)
{
	const Headings *h = in->headings;
	const IntakeLine *line = line_at(file, d->loc.line);
	const IntakeLine whole = {.row = file->row};
	bool missing = d->id == D_MISSING_FIELD;
	line = line ? line : &whole;
	size_t column = missing ? lacking(h, line, d->argv[0]) : line->column;
	Loc loc = grid_loc(h->grid, line->row, column);
	if (column == h->n || is_told(diags, loc)) {
		return;
	}
	Slice cell = cell_name(&diags->arena, line->row, column);
	Slice heading = grid_cell(h->grid, 0, column);
	if (missing) {
		DIAG(diags, D_CELL_EMPTY, loc, cell, heading);
		return;
	}
	Buf ru = BUF_INIT;
	Buf en = BUF_INIT;
	diag_words(&ru, d, LANG_RU);
	diag_words(&en, d, LANG_EN);
	DiagId id = diag_severity(d->id) == SEV_ERROR ? D_CELL_FAULT : D_CELL_WARNING;
	DIAG(diags, id, loc, cell, heading, buf_slice(&ru), buf_slice(&en));
	buf_release(&ru);
	buf_release(&en);
}
