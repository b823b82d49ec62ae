#include "cmd/completion.h"

#include "cmd/command.h"
#include "record/schema.h"

typedef enum Takes { TAKES_ANY, TAKES_WORDS, TAKES_FOLDER, TAKES_FILE, TAKES_KIND, TAKES_COMMAND } Takes;

/* The first word of "[KIND]", "KIND ID", "PATH[:FIELD]". */
static Takes takes(const char *arg)
{
	Slice rest = slice_of(arg);
	Slice word = slice_starts(rest, SL("[")) ? slice_sub(rest, 1, rest.n) : rest;
	if (slice_find_byte(word, '|', 0) < word.n) {
		return TAKES_WORDS;
	}
	return slice_starts(word, SL("DIR"))       ? TAKES_FOLDER
	       : slice_starts(word, SL("PATH"))    ? TAKES_FILE
	       : slice_starts(word, SL("KIND"))    ? TAKES_KIND
	       : slice_starts(word, SL("COMMAND")) ? TAKES_COMMAND
	                                           : TAKES_ANY;
}

/* "ru|en" as "ru en". */
static void put_words(Buf *out, const char *alternatives)
{
	for (const char *p = alternatives; *p; p++) {
		buf_byte(out, *p == '|' ? ' ' : *p);
	}
}

static void put_kinds(Buf *out)
{
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		buf_str(out, kind ? " " : "");
		buf_add(out, schema_kind((Kind)kind)->name);
	}
}

static void put_commands(Buf *out)
{
	for (size_t i = 0; command_at(i); i++) {
		buf_str(out, i ? " " : "");
		buf_str(out, command_at(i)->name);
	}
}

static void put_names(Buf *out, const OptionInfo *o, const char *between)
{
	if (o->letter) {
		buf_printf(out, "-%c%s", o->letter, o->name ? between : "");
	}
	if (o->name) {
		buf_printf(out, "--%s", o->name);
	}
}

/* Between single quotes of a shell: `special` and the quote itself get a backslash in their own way. */
static void put_quoted(Buf *out, const char *text, const char *special, const char *quote)
{
	for (const char *p = text; *p; p++) {
		if (*p == '\'') {
			buf_str(out, quote);
		} else {
			buf_str(out, strchr(special, *p) ? "\\" : "");
			buf_byte(out, *p);
		}
	}
}

/* --- bash --- */

/* A case of $prev: what the option takes as its value. */
static void bash_value(Buf *out, const OptionInfo *o)
{
	if (!o->arg) {
		return;
	}
	buf_byte(out, '\t');
	put_names(out, o, " | ");
	switch (takes(o->arg)) {
	case TAKES_WORDS:
		buf_str(out, ") words='");
		put_words(out, o->arg);
		buf_str(out, "' ;;\n");
		break;
	case TAKES_FOLDER:
		buf_str(out, ") folders=1 ;;\n");
		break;
	default:
		buf_str(out, ") return ;;\n");
	}
}

/* The options of a command, or with NULL the common ones. */
static void bash_options(Buf *out, const Command *c)
{
	for (size_t i = 0; option_at(i); i++) {
		if (c ? option_is_of(option_at(i), c) : option_is_common(option_at(i))) {
			buf_byte(out, ' ');
			put_names(out, option_at(i), " ");
		}
	}
}

static void bash_argument(Buf *out, const Command *c)
{
	Takes what = takes(c->args);
	buf_printf(out, "\t%s:*) ", c->name);
	if (what == TAKES_KIND) {
		buf_str(out, "words='");
		put_kinds(out);
		buf_str(out, "'");
	} else if (what == TAKES_COMMAND) {
		buf_str(out, "words=$commands");
	} else {
		buf_str(out, what == TAKES_FOLDER ? "folders=1" : what == TAKES_FILE ? "files=1" : "return");
	}
	buf_str(out, " ;;\n");
}

static void bash_write(Buf *out)
{
	buf_str(out, "# bash completion of rubrika: written by \"rubrika help --completion bash\".\n"
	             "_rubrika() {\n"
	             "\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
	             "\tlocal words='' folders='' files='' commands='");
	put_commands(out);
	buf_str(out, "'\n"
	             "\tCOMPREPLY=()\n"
	             "\tif ((COMP_CWORD == 1)); then\n"
	             "\t\tmapfile -t COMPREPLY < <(compgen -W \"$commands\" -- \"$cur\")\n"
	             "\t\treturn\n"
	             "\tfi\n"
	             "\t[[ $prev != = ]] || prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
	             "\t[[ $cur != = ]] || cur=''\n"
	             "\tcase $prev in\n");
	for (size_t i = 0; option_at(i); i++) {
		bash_value(out, option_at(i));
	}
	buf_str(out, "\t*) case ${COMP_WORDS[1]}:$cur in\n");
	for (size_t i = 0; command_at(i); i++) {
		buf_printf(out, "\t%s:-*) words='", command_at(i)->name);
		Buf options = BUF_INIT;
		bash_options(&options, command_at(i));
		bash_options(&options, NULL);
		buf_add(out, slice_trim(buf_slice(&options)));
		buf_str(out, "' ;;\n");
		buf_release(&options);
		bash_argument(out, command_at(i));
	}
	buf_str(out, "\tesac ;;\n"
	             "\tesac\n"
	             "\tif [[ $folders ]]; then\n"
	             "\t\tmapfile -t COMPREPLY < <(compgen -d -- \"$cur\")\n"
	             "\telif [[ $files ]]; then\n"
	             "\t\tmapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
	             "\telse\n"
	             "\t\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
	             "\tfi\n"
	             "}\n"
	             "complete -o filenames -F _rubrika rubrika\n");
}

/* --- zsh --- */

static const char ZSH_SPECIAL[] = "[]:\\";
static const char ZSH_QUOTE[] = "'\\''";

/* The action of _arguments for an argument of that name. */
static void zsh_action(Buf *out, const char *arg)
{
	switch (takes(arg)) {
	case TAKES_WORDS:
		buf_byte(out, '(');
		put_words(out, arg);
		buf_byte(out, ')');
		break;
	case TAKES_FOLDER:
		buf_str(out, "_files -/");
		break;
	case TAKES_FILE:
		buf_str(out, "_files");
		break;
	case TAKES_KIND:
		buf_byte(out, '(');
		put_kinds(out);
		buf_byte(out, ')');
		break;
	case TAKES_COMMAND:
		buf_byte(out, '(');
		put_commands(out);
		buf_byte(out, ')');
		break;
	case TAKES_ANY:
		buf_byte(out, ' ');
		break;
	}
}

static void zsh_spec(Buf *out, const OptionInfo *o, Lang lang, const char *dashes, Slice name)
{
	buf_printf(out, "\t\t'%s%.*s%s[", dashes, SLICE_ARG(name), o->arg && dashes[1] ? "=" : "");
	put_quoted(out, o->about[lang], ZSH_SPECIAL, ZSH_QUOTE);
	buf_byte(out, ']');
	if (o->arg) {
		buf_str(out, ": :");
		zsh_action(out, o->arg);
	}
	buf_str(out, "'\n");
}

/* The options of a command, or with NULL the common ones, each a line of an array. */
static void zsh_options(Buf *out, const Command *c, Lang lang)
{
	for (size_t i = 0; option_at(i); i++) {
		const OptionInfo *o = option_at(i);
		if (!(c ? option_is_of(o, c) : option_is_common(o))) {
			continue;
		}
		if (o->letter) {
			zsh_spec(out, o, lang, "-", (Slice){&o->letter, 1});
		}
		if (o->name) {
			zsh_spec(out, o, lang, "--", slice_of(o->name));
		}
	}
}

static void zsh_command(Buf *out, const Command *c, Lang lang)
{
	buf_printf(out, "\t%s) options=(\n", c->name);
	zsh_options(out, c, lang);
	if (*c->args) {
		buf_str(out, "\t\t'1: :");
		zsh_action(out, c->args);
		buf_str(out, "'\n");
	}
	buf_str(out, "\t) ;;\n");
}

static void zsh_write(Buf *out, Lang lang)
{
	buf_str(out, "#compdef rubrika\n"
	             "# zsh completion of rubrika: written by \"rubrika help --completion zsh\".\n"
	             "_rubrika() {\n"
	             "\tlocal -a commands common options\n"
	             "\tcommands=(\n");
	for (size_t i = 0; command_at(i); i++) {
		buf_printf(out, "\t\t'%s:", command_at(i)->name);
		put_quoted(out, command_at(i)->title[lang], ZSH_SPECIAL, ZSH_QUOTE);
		buf_str(out, "'\n");
	}
	buf_str(out, "\t)\n\tcommon=(\n");
	zsh_options(out, NULL, lang);
	buf_str(out, "\t)\n"
	             "\tif ((CURRENT == 2)); then\n"
	             "\t\t_describe -t commands command commands\n"
	             "\t\treturn\n"
	             "\tfi\n"
	             "\tshift words\n"
	             "\t((CURRENT--))\n"
	             "\tcase $words[1] in\n");
	for (size_t i = 0; command_at(i); i++) {
		zsh_command(out, command_at(i), lang);
	}
	buf_str(out, "\tesac\n"
	             "\t_arguments $common $options\n"
	             "}\n"
	             "_rubrika \"$@\"\n");
}

/* --- fish --- */

static void fish_takes(Buf *out, const char *arg)
{
	switch (takes(arg)) {
	case TAKES_WORDS:
		buf_str(out, " -a '");
		put_words(out, arg);
		buf_byte(out, '\'');
		break;
	case TAKES_FOLDER:
		buf_str(out, " -a '(__fish_complete_directories)'");
		break;
	case TAKES_FILE:
		buf_str(out, " -F");
		break;
	case TAKES_KIND:
		buf_str(out, " -a '");
		put_kinds(out);
		buf_byte(out, '\'');
		break;
	case TAKES_COMMAND:
		buf_str(out, " -a '");
		put_commands(out);
		buf_byte(out, '\'');
		break;
	case TAKES_ANY:
		break;
	}
}

static void fish_about(Buf *out, const char *about)
{
	buf_str(out, " -d '");
	put_quoted(out, about, "\\", "\\'");
	buf_str(out, "'\n");
}

/* An option of a command, or with NULL of all. */
static void fish_option(Buf *out, const OptionInfo *o, const Command *c, Lang lang)
{
	buf_str(out, "complete -c rubrika -n '");
	buf_str(out, c ? "__fish_seen_subcommand_from " : "not __fish_use_subcommand");
	buf_str(out, c ? c->name : "");
	buf_byte(out, '\'');
	if (o->letter) {
		buf_printf(out, " -s %c", o->letter);
	}
	if (o->name) {
		buf_printf(out, " -l %s", o->name);
	}
	if (o->arg) {
		buf_str(out, " -x");
		fish_takes(out, o->arg);
	}
	fish_about(out, o->about[lang]);
}

static void fish_command(Buf *out, const Command *c, Lang lang)
{
	buf_printf(out, "complete -c rubrika -n __fish_use_subcommand -a %s", c->name);
	fish_about(out, c->title[lang]);
	if (takes(c->args) != TAKES_ANY) {
		buf_printf(out, "complete -c rubrika -n '__fish_seen_subcommand_from %s'", c->name);
		fish_takes(out, c->args);
		buf_byte(out, '\n');
	}
	for (size_t i = 0; option_at(i); i++) {
		if (option_is_of(option_at(i), c)) {
			fish_option(out, option_at(i), c, lang);
		}
	}
}

static void fish_write(Buf *out, Lang lang)
{
	buf_str(out, "# fish completion of rubrika: written by \"rubrika help --completion fish\".\n"
	             "complete -c rubrika -f\n");
	for (size_t i = 0; option_at(i); i++) {
		if (option_is_common(option_at(i))) {
			fish_option(out, option_at(i), NULL, lang);
		}
	}
	for (size_t i = 0; command_at(i); i++) {
		fish_command(out, command_at(i), lang);
	}
}

void completion_write(Buf *out, Slice shell, Lang lang)
{
	if (slice_is(shell, "bash")) {
		bash_write(out);
	} else if (slice_is(shell, "zsh")) {
		zsh_write(out, lang);
	} else {
		fish_write(out, lang);
	}
}
