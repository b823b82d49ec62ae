/*
 * command.h - what the commands share: options, outcome, speech.
 *
 * Only cmd/ prints and decides the exit status (cli.md): 0 done, 1 the content
 * is at fault, 2 the command line, 3 the environment.
 */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include "base/date.h"
#include "base/diag.h"

typedef enum CommandBit {
#define COMMAND(name, args, ru, en, ru_more, en_more, example) BIT_##name,
#include "cmd/commands.def"
#undef COMMAND
	COMMAND_COUNT
} CommandBit;

enum { FIELDS_MAX = 64 };

typedef struct Options {
	const char *repo, *content, *rev;
	bool worktree;
	Date as_of; /* DATE_NONE: not given */
	Lang lang;
	DiagFormat format;
	bool quiet, verbose, color, strict;
	unsigned jobs;
	const char *output, *theme, *base_url;
	bool fragments, no_history, no_compress;
	bool html, ics, cms;
	bool template, write;
	const char *fields[FIELDS_MAX]; /* "name=value" */
	size_t field_count;
	const char *report, *xlsx; /* files; NULL: none */
	unsigned days;
	const char *school, *model, *short_name, *site, *shell;
	unsigned port;
	bool mdoc, help;
	const char *const *args; /* what is left */
	size_t arg_count;
} Options;

typedef int CommandRun(const Options *o);

typedef struct Command {
	const char *name, *args;
	CommandRun *run;
	const char *title[2], *more[2]; /* by Lang */
	const char *example;            /* a whole command line */
} Command;

const Command *command_at(size_t i); /* NULL past the last */
const Command *command_named(const char *name);
/* Parses the words after the command's name; false with a usage diagnostic. */
bool options_parse(Options *out, const Command *c, int argc, char **argv, Diags *diags);
/* Does a command take an option? For help and manual: walks the table; NULL past the last. */
typedef struct OptionInfo {
	const char *name, *arg;
	char letter;
	unsigned commands; /* bit per command; all: common */
	const char *about[2];
} OptionInfo;
const OptionInfo *option_at(size_t i);
bool option_is_common(const OptionInfo *o);
/* Is it one of the command's own? */
bool option_is_of(const OptionInfo *o, const Command *c);

/* Prints diagnostics to standard error and gives the exit status they ask for. */
int command_tell(const Options *o, Diags *diags);
/* A usage diagnostic in both languages. */
void usage_fault(Diags *diags, const char *ru, const char *en, const char *what);
/* The word of the language asked for. */
const char *say(const Options *o, const char *ru, const char *en);
/* Writes to standard output; false when it cannot be written (a closed pipe, a full disk). */
bool print_out(Slice text);
/* Writes to standard error, as well as it goes. */
void print_error(Slice text);
/* Writes what the command was asked for; gives its exit status: 3, with a
 * diagnostic, when standard output does not take it. */
int command_print(const Options *o, Slice text);

#endif
