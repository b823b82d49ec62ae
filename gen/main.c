/* rubrika: dispatch over the table of commands; nothing else. */
#include "cmd/run.h"

static const Command *find(int argc, char **argv)
{
	bool help = argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0;
	bool version = argc > 1 && strcmp(argv[1], "--version") == 0;
	return command_named(help ? "help" : version ? "version" : argv[1]);
}

/* `rubrika COMMAND --help` is `rubrika help COMMAND`. */
static int run(const Command *c, const Options *o)
{
	if (!o->help) {
		return c->run(o);
	}
	Options asked = *o;
	asked.args = &c->name;
	asked.arg_count = 1;
	return command_named("help")->run(&asked);
}

int main(int argc, char **argv)
{
	Options o;
	Diags diags;
	diags_init(&diags);
	const Command *c = find(argc, argv);
	int skip = argc > 1 ? 2 : 1;
	bool parsed = options_parse(&o, c ? c : command_named("help"), argc - skip, argv + skip, &diags);
	if (!c) {
		diags_release(&diags);
		usage_fault(&diags, "нет такой команды: ", "no such command: ", argv[1]);
	}
	int status = !c || !parsed ? command_tell(&o, &diags) : run(c, &o);
	diags_release(&diags);
	return status;
}
