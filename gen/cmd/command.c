#include "cmd/run.h"

#include <errno.h>
#include <unistd.h>

static const Command commands[COMMAND_COUNT] = {
#define COMMAND(name, args, ru, en, ru_more, en_more, example) \
	{#name, args, command_##name, {ru, en}, {ru_more, en_more}, example},
#include "cmd/commands.def"
#undef COMMAND
};

const Command *command_at(size_t i)
{
	return i < COMMAND_COUNT ? &commands[i] : NULL;
}

const Command *command_named(const char *name)
{
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		if (strcmp(commands[i].name, name) == 0) {
			return &commands[i];
		}
	}
	return NULL;
}

const char *say(const Options *o, const char *ru, const char *en)
{
	return o->lang == LANG_EN ? en : ru;
}

void usage_fault(Diags *diags, const char *ru, const char *en, const char *what)
{
	Slice russian = arena_printf(&diags->arena, "%s%s", ru, what);
	Slice english = arena_printf(&diags->arena, "%s%s", en, what);
	DIAG(diags, D_USAGE, loc_at(SL(""), 0, 0), russian, english);
}

static bool write_all(int fd, Slice text)
{
	while (text.n) {
		ssize_t n = write(fd, text.p, text.n);
		if (n < 0 && errno != EINTR) {
			return false;
		}
		text = slice_sub(text, n > 0 ? (size_t)n : 0, text.n);
	}
	return true;
}

bool print_out(Slice text)
{
	return write_all(STDOUT_FILENO, text);
}

void print_error(Slice text)
{
	write_all(STDERR_FILENO, text);
}

int command_print(const Options *o, Slice text)
{
	if (print_out(text)) {
		return CLASS_NONE;
	}
	Diags diags;
	Slice reason = slice_of(strerror(errno));
	diags_init(&diags);
	DIAG(&diags, D_SYSTEM_FAILED, loc_at(SL(""), 0, 0), SL("stdout"), reason);
	int status = command_tell(o, &diags);
	diags_release(&diags);
	return status;
}

int command_tell(const Options *o, Diags *diags)
{
	Buf text = BUF_INIT;
	diags_sort(diags);
	if (o->quiet && !o->strict) {
		diags_keep_errors(diags);
	}
	if (diags->n || o->format == FORMAT_JSON) {
		diags_print(&text, diags, o->format, o->lang, o->color);
	}
	print_error(buf_slice(&text));
	buf_release(&text);
	return (int)diags_class(diags, o->strict);
}
