/* rubrika report: the annual analytical report, ready to sign. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/escape.h"
#include "base/file.h"
#include "base/locale.h"
#include "base/path.h"
#include "cmd/run.h"
#include "cmd/session.h"
#include "output/plan.h"
#include "redact/annual.h"
#include "render/sheet.h"

typedef struct Report {
	Session session;
	Arena arena;
	Annual annual;
	Locale *locale; /* of the document, which is Russian */
} Report;

/* --- where it may go --- */

/* The folder that holds a file, without links; empty when there is none. */
static Slice folder_of(Arena *a, const char *file)
{
	Slice path = slice_of(file);
	size_t end = path.n;
	while (end > 0 && path.p[end - 1] != '/') {
		end--;
	}
	char *real = realpath(end ? arena_cstr(a, slice_sub(path, 0, end)) : ".", NULL);
	Slice folder = arena_dup(a, slice_of(real));
	free(real);
	return folder;
}

static bool has_manifest(Arena *a, Slice folder)
{
	struct stat st;
	return lstat(arena_join(a, folder, SL("/" PLAN_FILE), SL("")).p, &st) == 0;
}

/* Is the folder, or one above it, a site that rubrika made? `public` is one even before it is built. */
static bool is_output(Arena *a, Slice folder)
{
	bool output = false;
	while (folder.n > 1 && !output) {
		output = has_manifest(a, folder) || slice_ends(folder, SL("/public"));
		do {
			folder.n--;
		} while (folder.n && folder.p[folder.n] != '/');
	}
	return output;
}

static bool may_hold(Report *r, const char *file, const char *shown)
{
	Slice folder = folder_of(&r->arena, file);
	if (!is_output(&r->arena, folder)) {
		return true;
	}
	DIAG(&r->session.diags, D_REPORT_IN_OUTPUT, loc_at(SL(""), 0, 0), slice_of(shown));
	return false;
}

/* `rubrika report 2026 > public/report.md` writes a file too. */
static bool may_print(Report *r)
{
	struct stat st;
	char path[4096];
	ssize_t n = -1;
	if (fstat(STDOUT_FILENO, &st) == 0 && S_ISREG(st.st_mode)) {
		n = readlink("/proc/self/fd/1", path, sizeof path - 1);
	}
	if (n <= 0) {
		return true;
	}
	path[n] = '\0';
	return may_hold(r, path, path);
}

static bool may_write(Report *r)
{
	const Options *o = r->session.options;
	bool good = !o->report || may_hold(r, o->report, o->report);
	good &= !o->xlsx || may_hold(r, o->xlsx, o->xlsx);
	return good && (o->report || o->xlsx || may_print(r));
}

static bool read_year(Report *r, unsigned *year)
{
	const Options *o = r->session.options;
	if (o->arg_count == 0 || !slice_uint(slice_of(o->args[0]), year) || *year < 1990 || *year > 9000) {
		usage_fault(&r->session.diags, "за какой учебный год? нужен год его начала: ",
		            "of which school year? the year in which it begins is needed: ", "rubrika report 2026");
		return false;
	}
	if (date_of((int)*year, 9, 1) > session_day(o, r->session.corpus)) {
		usage_fault(&r->session.diags,
		            "этот учебный год ещё не начался: ", "this school year has not begun yet: ", o->args[0]);
		return false;
	}
	return true;
}

/* --- Markdown --- */

/* A text of a record in a cell or a heading: one line, nothing of it taken for markup. */
static void put_text(Buf *out, Slice text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (strchr("\\`*_{}[]<>#|", text.p[i]) && text.p[i]) {
			buf_byte(out, '\\');
		}
		buf_byte(out, text.p[i] == '\n' ? ' ' : text.p[i]);
	}
}

static void put_table(Buf *out, const AnnualTable *t)
{
	if (t->title.n) {
		buf_str(out, "### ");
		put_text(out, t->title);
		buf_str(out, "\n\n");
	}
	if (t->rows.n == 0) {
		buf_str(out, "Таких сведений за год нет.\n\n");
		return;
	}
	for (size_t i = 0; i <= t->numbers; i++) {
		buf_printf(out, "| %s ", t->heads[i]);
	}
	buf_str(out, "|\n|---");
	for (size_t i = 0; i < t->numbers; i++) {
		buf_str(out, "|---:");
	}
	buf_str(out, "|\n");
	for (size_t i = 0; i < t->rows.n; i++) {
		buf_str(out, "| ");
		put_text(out, t->rows.items[i].title);
		for (size_t k = 0; k < t->numbers; k++) {
			buf_printf(out, " | %lld", (long long)t->rows.items[i].numbers[k]);
		}
		buf_str(out, " |\n");
	}
	buf_byte(out, '\n');
}

/* «Положение о наставничестве, № 5, 1 сентября 2025 г.» */
static void put_act(Buf *out, const Report *r)
{
	const Rec *act = rec_map(&r->session.corpus->policy_record->rec, F_policy_act);
	Slice number = rec_text(act, F_act_number);
	Date date = rec_date(act, F_act_date);
	buf_str(out, "Основание: ");
	put_text(out, rec_text(act, F_act_title));
	buf_str(out, number.n ? ", № " : "");
	put_text(out, number);
	if (date != DATE_NONE) {
		buf_str(out, ", ");
		locale_date(r->locale, out, date);
	}
	buf_str(out, "  \n");
}

static void put_head(Buf *out, const Report *r)
{
	const Annual *a = &r->annual;
	const Rec *school = rec_map(&r->session.corpus->site->rec, F_site_school);
	buf_printf(out, "# Отчёт о реализации наставничества за %d/%02d учебный год\n\n", a->year, (a->year + 1) % 100);
	put_text(out, rec_text(school, F_school_name));
	buf_str(out, "  \n");
	put_act(out, r);
	buf_str(out, "Период: ");
	locale_date(r->locale, out, a->begin);
	buf_str(out, " — ");
	locale_date(r->locale, out, a->end);
	buf_str(out, "  \nСведения на ");
	locale_date(r->locale, out, a->day);
	buf_str(out, "\n\n*Внутренний документ школы. Имён в нём нет, но малые числа не скрыты: на сайт не "
	             "выкладывать.*\n\n");
}

/* A place for a signature, a name and a day. */
static void put_signature(Buf *out)
{
	static const struct {
		unsigned letters;
		const char *after;
	} places[] = {{12, " / "}, {18, " / «"}, {3, "» "}, {12, " 20"}, {2, " г.\n"}};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		for (unsigned k = 0; k < places[i].letters; k++) {
			buf_str(out, "\\_");
		}
		buf_str(out, places[i].after);
	}
}

static void put_signatures(Buf *out, const Report *r)
{
	Slice role = rec_text(&r->session.corpus->site->rec, F_site_curator_role);
	buf_str(out, "---\n\n");
	put_text(out, role.n ? role : SL("Куратор наставничества"));
	buf_str(out, "\n\n");
	put_signature(out);
	buf_str(out, "\nС отчётом ознакомлен: руководитель школы\n\n");
	put_signature(out);
}

static void put_markdown(Buf *out, const Report *r)
{
	put_head(out, r);
	for (size_t i = 0; i < r->annual.sections.n; i++) {
		const AnnualSection *s = &r->annual.sections.items[i];
		buf_printf(out, "## %zu. %s\n\n", i + 1, s->title);
		for (size_t k = 0; k < s->tables.n; k++) {
			put_table(out, &s->tables.items[k]);
		}
	}
	put_signatures(out, r);
}

/* --- the workbook: a row a number, so that reports of many schools can be put together --- */

enum { SHEET_COLUMNS = 5 };

static size_t count_numbers(const Annual *a)
{
	size_t n = 0;
	for (size_t i = 0; i < a->sections.n; i++) {
		for (size_t k = 0; k < a->sections.items[i].tables.n; k++) {
			const AnnualTable *t = &a->sections.items[i].tables.items[k];
			n += t->rows.n * t->numbers;
		}
	}
	return n;
}

static Cell text_cell(Slice text)
{
	return (Cell){.text = text, .date = DATE_NONE};
}

static void add_rows(Report *r, Cell *cells, size_t *row, const char *section, const AnnualTable *t)
{
	for (size_t i = 0; i < t->rows.n * t->numbers; i++) {
		const AnnualRow *of = &t->rows.items[i / t->numbers];
		size_t column = i % t->numbers;
		Cell *cell = cells + *row * SHEET_COLUMNS;
		cell[0] = text_cell(slice_of(section));
		cell[1] = text_cell(t->title);
		cell[2] = text_cell(of->title);
		cell[3] = text_cell(slice_of(t->heads[column + 1]));
		cell[4] = text_cell(arena_printf(&r->arena, "%lld", (long long)of->numbers[column]));
		cell[4].number = true;
		(*row)++;
	}
}

static void put_workbook(Buf *out, Report *r)
{
	static const Slice heads[SHEET_COLUMNS] = {
	        {"Раздел", 12}, {"Таблица", 14}, {"Строка", 12}, {"Столбец", 14}, {"Число", 10}};
	const Annual *a = &r->annual;
	Cell *cells = arena_array(&r->arena, count_numbers(a) * SHEET_COLUMNS, sizeof *cells);
	size_t rows = 0;
	for (size_t i = 0; i < a->sections.n; i++) {
		for (size_t k = 0; k < a->sections.items[i].tables.n; k++) {
			add_rows(r, cells, &rows, a->sections.items[i].title, &a->sections.items[i].tables.items[k]);
		}
	}
	const Sheet sheet = {"report", heads, SHEET_COLUMNS, rows, cells};
	sheet_xlsx(out, &sheet);
}

/* --- writing --- */

typedef void PutReport(Buf *out, Report *r);

static void put_document(Buf *out, Report *r)
{
	put_markdown(out, r);
}

static void write_file(Report *r, const char *path, PutReport *put)
{
	Buf bytes = BUF_INIT;
	put(&bytes, r);
	int err = file_write(AT_FDCWD, path, buf_slice(&bytes));
	if (err) {
		DIAG(&r->session.diags, D_SYSTEM_FAILED, loc_at(SL(""), 0, 0), slice_of(path),
		     slice_of(strerror(-err)));
	}
	buf_release(&bytes);
}

static int print(Report *r)
{
	Buf out = BUF_INIT;
	put_markdown(&out, r);
	int status = command_print(r->session.options, buf_slice(&out));
	buf_release(&out);
	return status;
}

static void tell(Report *r)
{
	const Options *o = r->session.options;
	if (o->report) {
		write_file(r, o->report, put_document);
	}
	if (o->xlsx) {
		write_file(r, o->xlsx, put_workbook);
	}
}

int command_report(const Options *o)
{
	Report r = {.arena = ARENA_INIT};
	unsigned year;
	bool read = session_read(&r.session, o);
	bool ready = read && read_year(&r, &year) && may_write(&r);
	if (ready) {
		r.locale = locale_new("ru");
		annual_init(&r.annual, &r.arena, r.session.corpus, (int)year, session_day(o, r.session.corpus));
		tell(&r);
	}
	int status = command_tell(o, &r.session.diags);
	if (ready && !o->report && !o->xlsx) {
		status = print(&r);
	}
	annual_release(&r.annual);
	if (r.locale) {
		locale_free(r.locale);
	}
	arena_release(&r.arena);
	session_close(&r.session);
	return status;
}
