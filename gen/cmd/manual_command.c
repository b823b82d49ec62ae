/* rubrika-COMMAND(1): the page of one command; and the parts that rubrika(1) has too. */
#include "cmd/manual.h"

#include "cmd/mdoc.h"

void manual_arguments(Buf *out, const char *args)
{
	Slice rest = slice_of(args);
	bool optional = slice_starts(rest, SL("["));
	if (rest.n) {
		buf_str(out, optional ? " Op Ar " : " Ar ");
		buf_add(out, optional ? slice_sub(rest, 1, rest.n - 1) : rest);
	}
}

static void put_option(Buf *out, const OptionInfo *o)
{
	buf_str(out, ".It");
	if (o->letter) {
		buf_printf(out, " Fl %c%s", o->letter, o->name ? " ," : "");
	}
	if (o->name) {
		buf_printf(out, " Fl -%s", o->name);
	}
	if (o->arg) {
		buf_printf(out, " Ar %s", o->arg);
	}
	buf_byte(out, '\n');
	mdoc_text(out, slice_of(o->about[LANG_EN]));
}

void manual_options(Buf *out, const Command *c)
{
	bool open = false;
	for (size_t i = 0; option_at(i); i++) {
		const OptionInfo *o = option_at(i);
		if (!(c ? option_is_of(o, c) : option_is_common(o))) {
			continue;
		}
		buf_str(out, open ? "" : ".Bl -tag -width Ds\n");
		open = true;
		put_option(out, o);
	}
	buf_str(out, open ? ".El\n" : "");
}

void manual_exits(Buf *out)
{
	static const struct {
		int status;
		const char *about;
	} exits[] = {
#define EXIT(status, ru, en) {status, en},
#include "cmd/exits.def"
#undef EXIT
	};
	buf_str(out, ".Sh EXIT STATUS\n.Bl -tag -width Ds\n");
	for (size_t i = 0; i < sizeof exits / sizeof *exits; i++) {
		buf_printf(out, ".It %d\n", exits[i].status);
		mdoc_text(out, slice_of(exits[i].about));
	}
	buf_str(out, ".El\n.Pp\nOf several faults the highest status counts.\n");
}

static void put_synopsis(Buf *out, const Command *c)
{
	buf_printf(out, ".Sh SYNOPSIS\n.Nm rubrika\n.Cm %s\n.Op Ar options\n", c->name);
	if (*c->args) {
		buf_byte(out, '.');
		Buf args = BUF_INIT;
		manual_arguments(&args, c->args);
		buf_add(out, slice_sub(buf_slice(&args), 1, args.n));
		buf_byte(out, '\n');
		buf_release(&args);
	}
}

void manual_command(Buf *out, const Command *c)
{
	Buf name = BUF_INIT;
	buf_printf(&name, "rubrika-%s", c->name);
	mdoc_title(out, name.p, "1", c->title[LANG_EN]);
	put_synopsis(out, c);
	buf_str(out, ".Sh DESCRIPTION\n");
	mdoc_text(out, slice_of(c->more[LANG_EN]));
	manual_options(out, c);
	buf_str(out, ".Pp\nThe options that every command takes are in\n.Xr rubrika 1 .\n");
	manual_exits(out);
	buf_str(out, ".Sh EXAMPLES\n");
	mdoc_macro(out, "Dl", slice_of(c->example));
	buf_str(out, ".Sh SEE ALSO\n.Xr rubrika 1 ,\n.Xr content 5 ,\n.Xr theme 7\n");
	buf_release(&name);
}
