/* rubrika(1): commands, options and diagnostics, from their tables. */
#include "cmd/manual.h"

#include "cmd/command.h"
#include "cmd/mdoc.h"

static const char description[] =
        ".Sh SYNOPSIS\n"
        ".Nm\n"
        ".Ar command\n"
        ".Op Ar options\n"
        ".Op Ar arguments\n"
        ".Sh DESCRIPTION\n"
        ".Nm\n"
        "makes the public\n"
        ".Dq Наставничество\n"
        "(mentoring) section of a Russian school's site: a folder of static files, built from records that the\n"
        "school's curator keeps in a git repository.\n"
        "What a record says of a person is published only as far as that person's consent, the law and the school's "
        "own\n"
        "regulation allow on the day of the build; everything else stays out of the output.\n"
        "The records are described in\n"
        ".Xr content 5 ,\n"
        "the look of the pages in\n"
        ".Xr theme 7 .\n"
        ".Pp\n"
        "Results go to standard output, diagnostics to standard error.\n"
        "Options may stand before or after the arguments;\n"
        ".Fl -\n"
        "ends them.\n"
        "A diagnostic names a file, a line, a column and a field, and never repeats what a record holds.\n";

static const char environment[] =
        ".Sh ENVIRONMENT\n"
        ".Bl -tag -width Ds\n"
        ".It Ev CI , TERM\n"
        "When\n"
        ".Ev CI\n"
        "is set and not empty, or\n"
        ".Ev TERM\n"
        "is not or is\n"
        ".Dq dumb ,\n"
        "no progress is drawn on the terminal.\n"
        ".It Ev LC_ALL , LC_MESSAGES , LANG\n"
        "The first that is set chooses the language of messages: English when it begins with\n"
        ".Dq en ,\n"
        "Russian otherwise.\n"
        ".It Ev NO_COLOR\n"
        "When set and not empty, diagnostics have no colour unless\n"
        ".Fl -color Cm always\n"
        "asks for it.\n"
        ".It Ev SOURCE_DATE_EPOCH\n"
        "Seconds since 1970: the build is of the day of that time in the site's zone, unless\n"
        ".Fl -as-of\n"
        "is given.\n"
        ".El\n"
        ".Pp\n"
        "Nothing else of the environment has a part in the output.\n"
        ".Sh FILES\n"
        ".Bl -tag -width Ds\n"
        ".It Pa content/\n"
        "The records, see\n"
        ".Xr content 5 .\n"
        "With no\n"
        ".Fl -worktree\n"
        "they are read from the commit, not from the folder.\n"
        ".It Pa themes/NAME/\n"
        "A theme of the site's own, or single files in place of those of the built-in theme\n"
        ".Dq school ,\n"
        "see\n"
        ".Xr theme 7 .\n"
        ".It Pa public/\n"
        "The finished site.\n"
        "It is replaced as a whole; a folder with anything in it that\n"
        ".Nm\n"
        "did not make is refused.\n"
        ".El\n";

static const char see_also[] = ".Sh SEE ALSO\n"
                               ".Xr git 1 ,\n"
                               ".Xr content 5 ,\n"
                               ".Xr theme 7\n";

static void put_command(Buf *out, const Command *c)
{
	buf_printf(out, ".It Cm %s", c->name);
	manual_arguments(out, c->args);
	buf_byte(out, '\n');
	mdoc_text(out, slice_of(c->title[LANG_EN]));
	buf_str(out, ".Pp\n");
	mdoc_text(out, slice_of(c->more[LANG_EN]));
	manual_options(out, c);
}

static void put_commands(Buf *out)
{
	buf_str(out, ".Sh COMMANDS\n"
	             "Each has a page of its own, such as\n"
	             ".Xr rubrika-build 1 .\n"
	             ".Bl -tag -width Ds\n");
	for (size_t i = 0; command_at(i); i++) {
		put_command(out, command_at(i));
	}
	buf_str(out, ".El\n.Sh OPTIONS\nEvery command takes these:\n");
	manual_options(out, NULL);
}

static void put_examples(Buf *out)
{
	buf_str(out, ".Sh EXAMPLES\n");
	for (size_t i = 0; command_at(i); i++) {
		const Command *c = command_at(i);
		mdoc_text(out, slice_of(c->title[LANG_EN]));
		mdoc_macro(out, "Dl", slice_of(c->example));
		buf_str(out, command_at(i + 1) ? ".Pp\n" : "");
	}
}

/* A message with an ellipsis where {0}..{3} will be filled in, and its cure. */
static void put_message(Buf *out, DiagId id, Lang lang)
{
	Buf text = BUF_INIT;
	for (const char *p = diag_message(id, lang); *p; p++) {
		if (p[0] == '{' && p[1] >= '0' && p[1] <= '3' && p[2] == '}') {
			buf_str(&text, "…");
			p += 2;
		} else {
			buf_byte(&text, *p);
		}
	}
	mdoc_macro(out, "Dq", buf_slice(&text));
	mdoc_text(out, slice_of(diag_cure(id, lang)));
	buf_release(&text);
}

static void put_diagnostic(Buf *out, DiagId id)
{
	static const char *const severity[] = {"error", "warning", "note"};
	buf_printf(out, ".It Sy %s Pq %s\n", diag_name(id), severity[diag_severity(id)]);
	put_message(out, id, LANG_EN);
	buf_str(out, ".Pp\n");
	put_message(out, id, LANG_RU);
}

static void put_diagnostics(Buf *out)
{
	buf_str(out, ".Sh DIAGNOSTICS\n"
	             "A diagnostic is one line,\n"
	             ".Dl path:line:column: severity: text [id]\n"
	             ".Pp\n"
	             "With\n"
	             ".Fl -format Cm json\n"
	             "all are one array of objects with the same parts and the cure; with\n"
	             ".Fl -format Cm github\n"
	             "they are workflow commands.\n"
	             "The ids below are stable.\n"
	             "Each stands with its message and what to do, in English and in Russian.\n"
	             ".Bl -tag -width Ds\n");
	for (int id = 0; id < DIAG_COUNT; id++) {
		put_diagnostic(out, (DiagId)id);
	}
	buf_str(out, ".El\n");
}

void manual_rubrika(Buf *out)
{
	mdoc_title(out, "rubrika", "1", "the mentoring section of a school's site");
	buf_str(out, description);
	put_commands(out);
	buf_str(out, environment);
	manual_exits(out);
	put_examples(out);
	put_diagnostics(out);
	buf_str(out, see_also);
}
