/* rubrika help: the list of commands, one of them in full, or a manual page. */
#include "cmd/completion.h"
#include "cmd/manual.h"
#include "cmd/run.h"

enum { WIDTH = 80, INDENT = 2, COLUMN = 22 };

static void put_blanks(Buf *out, size_t n)
{
	while (n--) {
		buf_byte(out, ' ');
	}
}

/* Writes the text in lines of at most WIDTH characters; the first one begins at
 * column `at`, where the line stands already, the others are indented to `indent`. */
static void put_wrapped(Buf *out, const char *text, size_t at, size_t indent)
{
	Slice rest = slice_of(text);
	Slice word;
	bool begins = true;
	while (slice_split(&rest, ' ', &word)) {
		size_t n = utf8_length(word);
		if (!begins && at + 1 + n > WIDTH) {
			buf_byte(out, '\n');
			put_blanks(out, indent);
			at = indent;
		} else if (!begins) {
			buf_byte(out, ' ');
			at++;
		}
		buf_add(out, word);
		at += n;
		begins = false;
	}
	buf_byte(out, '\n');
}

/* A term and what it means, in two columns. */
static void put_row(Buf *out, Slice term, const char *about)
{
	size_t at = INDENT + utf8_length(term);
	put_blanks(out, INDENT);
	buf_add(out, term);
	if (at + 2 > COLUMN) {
		buf_byte(out, '\n');
		at = 0;
	}
	put_blanks(out, COLUMN - at);
	put_wrapped(out, about, COLUMN, COLUMN);
}

static void put_heading(Buf *out, const Options *o, const char *ru, const char *en)
{
	buf_byte(out, '\n');
	buf_str(out, say(o, ru, en));
	buf_str(out, ":\n");
}

static void put_command(Buf *out, const Options *o, const Command *c)
{
	Buf term = BUF_INIT;
	buf_str(&term, c->name);
	buf_str(&term, *c->args ? " " : "");
	buf_str(&term, c->args);
	put_row(out, buf_slice(&term), c->title[o->lang]);
	buf_release(&term);
}

static void put_option(Buf *out, const Options *o, const OptionInfo *option)
{
	Buf term = BUF_INIT;
	if (option->letter) {
		buf_byte(&term, '-');
		buf_byte(&term, option->letter);
		buf_str(&term, option->name ? ", " : "");
	}
	if (option->name) {
		buf_str(&term, "--");
		buf_str(&term, option->name);
	}
	if (option->arg) {
		buf_byte(&term, ' ');
		buf_str(&term, option->arg);
	}
	put_row(out, buf_slice(&term), option->about[o->lang]);
	buf_release(&term);
}

static void put_exits(Buf *out, const Options *o)
{
	static const struct {
		const char *status, *about[2];
	} exits[] = {
#define EXIT(status, ru, en) {#status, {ru, en}},
#include "cmd/exits.def"
#undef EXIT
	};
	put_heading(out, o, "Код завершения", "Exit status");
	for (size_t i = 0; i < sizeof exits / sizeof *exits; i++) {
		put_row(out, slice_of(exits[i].status), exits[i].about[o->lang]);
	}
}

static void put_list(Buf *out, const Options *o)
{
	buf_str(out, "rubrika " RUBRIKA_VERSION " — ");
	buf_str(out,
	        say(o, "раздел «Наставничество» школьного сайта\n\n", "the mentoring section of a school's site\n\n"));
	buf_str(out, say(o, "  rubrika КОМАНДА [ключи]\n", "  rubrika COMMAND [options]\n"));
	put_heading(out, o, "Команды", "Commands");
	for (size_t i = 0; command_at(i); i++) {
		put_command(out, o, command_at(i));
	}
	put_exits(out, o);
	put_heading(out, o, "Подробнее", "More");
	put_row(out, SL("rubrika help NAME"),
	        say(o, "о команде, её ключах и общих ключах", "on a command, its options and the common ones"));
	put_row(out, SL("man rubrika"),
	        say(o, "руководство; все сообщения об ошибках с советами",
	            "the manual; every diagnostic with its cure"));
	put_row(out, SL("man 5 content"), say(o, "виды записей и их поля", "kinds of records and their fields"));
	put_row(out, SL("man 7 theme"), say(o, "темы оформления", "themes"));
}

static bool has_options(const Command *c)
{
	for (size_t i = 0; option_at(i); i++) {
		if (option_is_of(option_at(i), c)) {
			return true;
		}
	}
	return false;
}

static void put_help(Buf *out, const Options *o, const Command *c)
{
	buf_printf(out, "rubrika %s%s%s%s — ", c->name, *c->args ? " " : "", c->args, say(o, " [ключи]", " [options]"));
	put_wrapped(out, c->title[o->lang], utf8_length(buf_slice(out)), INDENT);
	buf_byte(out, '\n');
	put_wrapped(out, c->more[o->lang], 0, 0);
	if (has_options(c)) {
		put_heading(out, o, "Ключи команды", "Options");
	}
	for (size_t i = 0; option_at(i); i++) {
		if (option_is_of(option_at(i), c)) {
			put_option(out, o, option_at(i));
		}
	}
	put_heading(out, o, "Общие ключи", "Common options");
	for (size_t i = 0; option_at(i); i++) {
		if (option_is_common(option_at(i))) {
			put_option(out, o, option_at(i));
		}
	}
	put_heading(out, o, "Пример", "Example");
	buf_str(out, "  ");
	buf_str(out, c->example);
	buf_byte(out, '\n');
}

static const struct {
	const char *name;
	ManualWriter *write;
} pages[] = {{"rubrika", manual_rubrika}, {"content", manual_content}, {"theme", manual_theme}};

/* "rubrika-build" is the page of build. */
static bool write_page(Buf *out, const char *name)
{
	static const char prefix[] = "rubrika-";
	bool prefixed = slice_starts(slice_of(name), SL("rubrika-"));
	const Command *c = prefixed ? command_named(name + sizeof prefix - 1) : NULL;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		if (strcmp(name, pages[i].name) == 0) {
			pages[i].write(out);
			return true;
		}
	}
	if (c) {
		manual_command(out, c);
	}
	return c != NULL;
}

static bool put_manual(Buf *out, const char *name, Diags *diags)
{
	if (name && write_page(out, name)) {
		return true;
	}
	usage_fault(diags, "такой страницы руководства нет; есть ", "no such manual page; there are ",
	            "rubrika, rubrika-build…, content, theme");
	return false;
}

static bool write_help(Buf *out, const Options *o, Diags *diags)
{
	const char *name = o->arg_count ? o->args[0] : NULL;
	const Command *c = name ? command_named(name) : NULL;
	if (o->mdoc) {
		return put_manual(out, name, diags);
	}
	if (o->shell) {
		completion_write(out, slice_of(o->shell), o->lang);
		return true;
	}
	if (name && !c) {
		usage_fault(diags, "нет такой команды: ", "no such command: ", name);
		return false;
	}
	if (c) {
		put_help(out, o, c);
	} else {
		put_list(out, o);
	}
	return true;
}

int command_help(const Options *o)
{
	Buf out = BUF_INIT;
	Diags diags;
	diags_init(&diags);
	bool written = write_help(&out, o, &diags);
	int status = written ? command_print(o, buf_slice(&out)) : command_tell(o, &diags);
	buf_release(&out);
	diags_release(&diags);
	return status;
}
