#include "cmd/command.h"

#include <unistd.h>

#include "base/pool.h"

#define COMMON UINT32_MAX
enum {
#define COMMAND(name, args, ru, en, ru_more, en_more, example) CMD_##name = 1 << BIT_##name,
#include "cmd/commands.def"
#undef COMMAND
};

typedef enum OptionId {
#define OPTION(symbol, name, letter, arg, commands, ru, en) OPT_##symbol,
#include "cmd/options.def"
#undef OPTION
	OPTION_COUNT
} OptionId;

static const OptionInfo table[OPTION_COUNT] = {
#define OPTION(symbol, name, letter, arg, commands, ru, en) {name, arg, letter, commands, {ru, en}},
#include "cmd/options.def"
#undef OPTION
};

const OptionInfo *option_at(size_t i)
{
	return i < OPTION_COUNT ? &table[i] : NULL;
}

bool option_is_common(const OptionInfo *o)
{
	return o->commands == COMMON;
}

static unsigned bit_of(const Command *c)
{
	unsigned i = 0;
	while (command_at(i) != c) {
		i++;
	}
	return 1u << i;
}

bool option_is_of(const OptionInfo *o, const Command *c)
{
	return !option_is_common(o) && o->commands & bit_of(c);
}

/* One option as found on the command line. */
typedef struct Found {
	OptionId id;
	const char *value; /* NULL: none was given with it */
	bool whole;        /* the word is spent */
} Found;

static bool find_long(Found *out, const char *word)
{
	const char *equals = strchr(word, '=');
	size_t n = equals ? (size_t)(equals - word) : strlen(word);
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (table[i].name && strlen(table[i].name) == n && memcmp(table[i].name, word, n) == 0) {
			*out = (Found){(OptionId)i, equals ? equals + 1 : NULL, true};
			return true;
		}
	}
	return false;
}

/* A letter may mean one thing to one command and another to another. */
static bool find_letter(Found *out, const char *word, unsigned command)
{
	bool found = false;
	bool own = false;
	for (int i = 0; i < OPTION_COUNT && !own; i++) {
		if (table[i].letter && table[i].letter == word[0]) {
			bool joined = table[i].arg && word[1];
			*out = (Found){(OptionId)i, joined ? word + 1 : NULL, joined || !word[1]};
			own = table[i].commands & command;
			found = true;
		}
	}
	return found;
}

static bool choose(const char *value, const char *const *words, size_t n, unsigned *out)
{
	for (unsigned i = 0; i < n; i++) {
		if (strcmp(value, words[i]) == 0) {
			*out = i;
			return true;
		}
	}
	return false;
}

static bool set_color(Options *o, const char *value)
{
	static const char *const words[] = {"auto", "always", "never"};
	unsigned choice;
	if (!choose(value, words, 3, &choice)) {
		return false;
	}
	o->color = choice == 0 ? o->color : choice == 1;
	return true;
}

static bool add_field(Options *o, const char *value)
{
	if (o->field_count == FIELDS_MAX || value[0] == '=' || !strchr(value, '=')) {
		return false;
	}
	o->fields[o->field_count++] = value;
	return true;
}

static bool set_word(Options *o, OptionId id, const char *value)
{
	static const char *const langs[] = {"ru", "en"};
	static const char *const formats[] = {"text", "json", "github"};
	static const char *const models[] = {"teachers", "pupils"};
	static const char *const shells[] = {"bash", "zsh", "fish"};
	unsigned choice;
	switch (id) {
	case OPT_lang:
		if (choose(value, langs, 2, &choice)) {
			o->lang = (Lang)choice;
			return true;
		}
		return false;
	case OPT_format:
		if (choose(value, formats, 3, &choice)) {
			o->format = (DiagFormat)choice;
			return true;
		}
		return false;
	case OPT_model:
		o->model = value;
		return choose(value, models, 2, &choice);
	case OPT_field:
		return add_field(o, value);
	case OPT_completion:
		o->shell = value;
		return choose(value, shells, 3, &choice);
	case OPT_color:
		return set_color(o, value);
	case OPT_as_of:
		return date_parse(&o->as_of, slice_of(value));
	case OPT_days:
		return slice_uint(slice_of(value), &o->days) && o->days <= 36600;
	case OPT_port:
		return slice_uint(slice_of(value), &o->port) && o->port <= 65535;
	case OPT_jobs:
		return slice_uint(slice_of(value), &o->jobs) && o->jobs > 0 && o->jobs <= 64;
	default:
		return value[0] != '\0';
	}
}

/* Where a free word goes; NULL for an option that is no such word. */
static const char **word_of(Options *o, OptionId id)
{
	switch (id) {
	case OPT_repo:
		return &o->repo;
	case OPT_content:
		return &o->content;
	case OPT_rev:
		return &o->rev;
	case OPT_output:
		return &o->output;
	case OPT_theme:
		return &o->theme;
	case OPT_base_url:
		return &o->base_url;
	case OPT_report:
		return &o->report;
	case OPT_xlsx:
		return &o->xlsx;
	case OPT_school:
		return &o->school;
	case OPT_short_name:
		return &o->short_name;
	case OPT_site:
		return &o->site;
	default:
		return NULL;
	}
}

static bool *flag_of(Options *o, OptionId id)
{
	switch (id) {
	case OPT_worktree:
		return &o->worktree;
	case OPT_quiet:
		return &o->quiet;
	case OPT_verbose:
		return &o->verbose;
	case OPT_strict:
		return &o->strict;
	case OPT_fragments:
		return &o->fragments;
	case OPT_no_history:
		return &o->no_history;
	case OPT_no_compress:
		return &o->no_compress;
	case OPT_html:
		return &o->html;
	case OPT_ics:
		return &o->ics;
	case OPT_template:
		return &o->template;
	case OPT_write:
		return &o->write;
	case OPT_cms:
		return &o->cms;
	case OPT_mdoc:
		return &o->mdoc;
	case OPT_help:
		return &o->help;
	default:
		return NULL;
	}
}

static bool apply(Options *o, OptionId id, const char *value)
{
	const char **word = word_of(o, id);
	bool *flag = flag_of(o, id);
	if (flag) {
		*flag = true;
		return value == NULL;
	}
	if (word) {
		*word = value;
	}
	return set_word(o, id, value);
}

/* What the environment says, before any option. */
static void defaults(Options *o)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	const char *lang = NULL;
	for (int i = 0; i < 3 && !(lang && *lang); i++) {
		lang = getenv(names[i]);
	}
	const char *no_color = getenv("NO_COLOR");
	*o = (Options){
	        .repo = ".", .content = "content", .as_of = DATE_NONE, .jobs = pool_cpus(), .days = 30, .port = 8080};
	o->lang = lang && strncmp(lang, "en", 2) == 0 ? LANG_EN : LANG_RU;
	o->color = isatty(STDERR_FILENO) && !(no_color && *no_color);
}

typedef struct Parse {
	Options *o;
	const Command *command;
	unsigned bit;
	int argc, at;
	char **argv;
	Diags *diags;
} Parse;

static bool fault(Parse *p, const char *ru, const char *en, const char *what)
{
	usage_fault(p->diags, ru, en, what);
	return false;
}

/* One option of a word; the next word is its value when it has none of its own. */
static bool take(Parse *p, Found *f)
{
	const OptionInfo *info = &table[f->id];
	if (!(info->commands & p->bit)) {
		return fault(p,
		             "у этой команды нет такого ключа: ", "this command has no such option: ", p->argv[p->at]);
	}
	if (info->arg && !f->value) {
		if (p->at + 1 >= p->argc) {
			return fault(p, "ключу нужно значение: ", "the option needs a value: ", p->argv[p->at]);
		}
		f->value = p->argv[++p->at];
		f->whole = true;
	}
	if (!apply(p->o, f->id, f->value)) {
		return fault(p, "неверное значение ключа; нужно: ", "wrong value of an option; wanted: ",
		             info->arg ? info->arg : "-");
	}
	return true;
}

static bool take_word(Parse *p)
{
	const char *word = p->argv[p->at];
	Found f;
	if (word[1] == '-') {
		return find_long(&f, word + 2) ? take(p, &f) : fault(p, "неизвестный ключ: ", "unknown option: ", word);
	}
	do {
		word++;
		if (!find_letter(&f, word, p->bit)) {
			return fault(p, "неизвестный ключ: ", "unknown option: ", p->argv[p->at]);
		}
		if (!take(p, &f)) {
			return false;
		}
	} while (!f.whole);
	return true;
}

/* "KIND ID": two, "[DIR]": one. */
static size_t most_words(const Command *c)
{
	size_t n = *c->args != '\0';
	for (const char *p = c->args; *p; p++) {
		n += *p == ' ';
	}
	return n;
}

bool options_parse(Options *out, const Command *c, int argc, char **argv, Diags *diags)
{
	Parse p = {out, c, bit_of(c), argc, 0, argv, diags};
	defaults(out);
	/* Words that are no options are moved together at the front, in order. */
	bool ended = false;
	int words = 0;
	for (p.at = 0; p.at < argc; p.at++) {
		char *word = argv[p.at];
		if (!ended && strcmp(word, "--") == 0) {
			ended = true;
		} else if (ended || word[0] != '-' || word[1] == '\0') {
			argv[words++] = word;
		} else if (!take_word(&p)) {
			return false;
		}
	}
	if ((size_t)words > most_words(c)) {
		return fault(&p, "лишнее слово: ", "a word too many: ", argv[most_words(c)]);
	}
	if (out->rev && out->worktree) {
		return fault(&p, "ключи несовместимы: ", "these options exclude each other: ", "--rev, --worktree");
	}
	if (!out->output && p.bit == CMD_build) {
		out->output = "public";
	}
	out->args = (const char *const *)argv;
	out->arg_count = (size_t)words;
	return true;
}
