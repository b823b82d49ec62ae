#include "base/diag.h"

#include "base/json.h"
#include "base/mem.h"

typedef struct DiagRow {
	const char *id;
	Severity severity;
	DiagClass class;
	const char *message[2];
	const char *cure[2];
} DiagRow;

static const DiagRow table[DIAG_COUNT] = {
#define DIAG_DEF(sym, id, severity, class, ru, en, ru_cure, en_cure) \
	{id, severity, class, {ru, en}, {ru_cure, en_cure}},
#include "base/diag.def"
#undef DIAG_DEF
};

static const char *const severity_names[] = {"error", "warning", "note"};

void diags_init(Diags *list)
{
	*list = (Diags){.arena = ARENA_INIT};
}

void diags_release(Diags *list)
{
	arena_release(&list->arena);
	free(list->items);
	diags_init(list);
}

static Diag *append(Diags *list)
{
	if (list->n == list->cap) {
		list->cap = list->cap ? list->cap * 2 : 16;
		list->items = mem_resize(list->items, list->cap, sizeof *list->items);
	}
	Diag *d = &list->items[list->n];
	*d = (Diag){.order = (unsigned)list->n};
	list->n++;
	return d;
}

static void count(Diags *list, DiagId id)
{
	list->errors += table[id].severity == SEV_ERROR;
	list->warnings += table[id].severity == SEV_WARNING;
}

void diag_add(Diags *list, DiagId id, Loc loc, const Slice *args, size_t n)
{
	Diag *d = append(list);
	d->id = id;
	d->loc = loc;
	d->loc.path = arena_dup(&list->arena, loc.path);
	for (size_t i = 0; i < n && i < 4; i++) {
		d->argv[d->argc++] = arena_dup(&list->arena, args[i]);
	}
	count(list, id);
}

void diags_merge(Diags *to, Diags *from)
{
	for (size_t i = 0; i < from->n; i++) {
		diag_add(to, from->items[i].id, from->items[i].loc, from->items[i].argv, from->items[i].argc);
	}
	diags_release(from);
}

static int compare_place(const Diag *a, const Diag *b)
{
	int c = slice_cmp(a->loc.path, b->loc.path);
	if (c) {
		return c;
	}
	if (a->loc.line != b->loc.line) {
		return a->loc.line < b->loc.line ? -1 : 1;
	}
	return (a->loc.col > b->loc.col) - (a->loc.col < b->loc.col);
}

static int compare(const void *x, const void *y)
{
	const Diag *a = x;
	const Diag *b = y;
	int c = compare_place(a, b);
	return c ? c : (a->order > b->order) - (a->order < b->order);
}

static bool repeats(const Diag *a, const Diag *b)
{
	bool same = a->id == b->id && compare_place(a, b) == 0 && a->argc == b->argc;
	for (unsigned i = 0; same && i < a->argc; i++) {
		same = slice_eq(a->argv[i], b->argv[i]);
	}
	return same;
}

void diags_sort(Diags *list)
{
	if (list->n < 2) {
		return;
	}
	qsort(list->items, list->n, sizeof *list->items, compare);
	size_t kept = 1;
	for (size_t i = 1; i < list->n; i++) {
		if (!repeats(&list->items[kept - 1], &list->items[i])) {
			list->items[kept++] = list->items[i];
		}
	}
	list->n = kept;
	list->errors = list->warnings = 0;
	for (size_t i = 0; i < kept; i++) {
		count(list, list->items[i].id);
	}
}

void diags_keep_errors(Diags *list)
{
	size_t kept = 0;
	for (size_t i = 0; i < list->n; i++) {
		if (table[list->items[i].id].severity == SEV_ERROR) {
			list->items[kept++] = list->items[i];
		}
	}
	list->n = kept;
	list->warnings = 0;
}

DiagClass diags_class(const Diags *list, bool strict)
{
	DiagClass worst = CLASS_NONE;
	for (size_t i = 0; i < list->n; i++) {
		const DiagRow *row = &table[list->items[i].id];
		bool counts = row->severity == SEV_ERROR || (strict && row->severity == SEV_WARNING);
		if (counts && row->class > worst) {
			worst = row->class;
		}
	}
	return worst;
}

void diag_words(Buf *out, const Diag *d, Lang lang)
{
	for (const char *p = table[d->id].message[lang]; *p; p++) {
		if (p[0] == '{' && p[1] >= '0' && p[1] <= '3' && p[2] == '}') {
			buf_add(out, d->argv[p[1] - '0']);
			p += 2;
		} else {
			buf_byte(out, *p);
		}
	}
}

static void put_place(Buf *out, const Loc *loc)
{
	if (loc->path.n == 0) {
		buf_str(out, "rubrika");
		return;
	}
	buf_add(out, loc->path);
	/* The whole file is its first place: cli.md promises path, line and column. */
	buf_printf(out, ":%u:%u", loc->line ? loc->line : 1, loc->col ? loc->col : 1);
}

void diag_text(Buf *out, const Diag *d, Lang lang, bool color)
{
	static const char *const tint[] = {"\033[1;31m", "\033[1;33m", "\033[1;36m"};
	Severity severity = table[d->id].severity;
	put_place(out, &d->loc);
	buf_str(out, ": ");
	buf_str(out, color ? tint[severity] : "");
	buf_str(out, severity_names[severity]);
	buf_str(out, color ? ":\033[0m " : ": ");
	diag_words(out, d, lang);
	buf_printf(out, " [%s]", table[d->id].id);
}

void diag_json(Json *j, const Diag *d, Lang lang)
{
	Buf message = BUF_INIT;
	diag_words(&message, d, lang);
	json_open(j, '{');
	json_pair(j, "path", d->loc.path);
	json_key(j, SL("line"));
	json_int(j, d->loc.path.n && !d->loc.line ? 1 : d->loc.line);
	json_key(j, SL("column"));
	json_int(j, d->loc.path.n && !d->loc.col ? 1 : d->loc.col);
	json_pair(j, "severity", slice_of(severity_names[table[d->id].severity]));
	json_pair(j, "id", slice_of(table[d->id].id));
	json_pair(j, "message", buf_slice(&message));
	json_pair(j, "cure", slice_of(table[d->id].cure[lang]));
	json_close(j, '}');
	buf_release(&message);
}

/* GitHub's workflow command syntax: '%', CR and LF in data, also ':' and ',' in properties, are percent-escaped. */
static void put_github_escaped(Buf *out, Slice s, bool property)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','))) {
			buf_printf(out, "%%%02X", c);
		} else {
			buf_byte(out, (char)c);
		}
	}
}

static void put_github(Buf *out, const Diag *d, Lang lang)
{
	static const char *const command[] = {"error", "warning", "notice"};
	Buf message = BUF_INIT;
	diag_words(&message, d, lang);
	buf_printf(&message, " [%s]", table[d->id].id);
	buf_printf(out, "::%s ", command[table[d->id].severity]);
	if (d->loc.path.n) {
		buf_str(out, "file=");
		put_github_escaped(out, d->loc.path, true);
		if (d->loc.line) {
			buf_printf(out, ",line=%u,col=%u", d->loc.line, d->loc.col);
		}
	}
	buf_str(out, "::");
	put_github_escaped(out, buf_slice(&message), false);
	buf_byte(out, '\n');
	buf_release(&message);
}

static void print_json(Buf *out, const Diags *list, Lang lang)
{
	Json j;
	json_init(&j, out, true);
	json_open(&j, '[');
	for (size_t i = 0; i < list->n; i++) {
		diag_json(&j, &list->items[i], lang);
	}
	json_close(&j, ']');
	buf_byte(out, '\n');
}

void diags_print(Buf *out, const Diags *list, DiagFormat format, Lang lang, bool color)
{
	if (format == FORMAT_JSON) {
		print_json(out, list, lang);
		return;
	}
	for (size_t i = 0; i < list->n; i++) {
		if (format == FORMAT_GITHUB) {
			put_github(out, &list->items[i], lang);
		} else {
			diag_text(out, &list->items[i], lang, color);
			buf_byte(out, '\n');
		}
	}
}

const char *diag_name(DiagId id)
{
	return table[id].id;
}

Severity diag_severity(DiagId id)
{
	return table[id].severity;
}

const char *diag_message(DiagId id, Lang lang)
{
	return table[id].message[lang];
}

const char *diag_cure(DiagId id, Lang lang)
{
	return table[id].cure[lang];
}
