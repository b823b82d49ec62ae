/* rubrika audit DIR: a finished tree, checked from outside against the content. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/path.h"
#include "cmd/run.h"
#include "cmd/session.h"

static void audit_folder(Session *s, const char *dir)
{
	Slice shown = path_tidy(slice_of(dir));
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0) {
		DIAG(&s->diags, D_CANNOT_READ, loc_at(shown, 0, 0), slice_of(strerror(errno)));
		return;
	}
	Audit *audit = session_audit(s);
	if (audit_tree(audit, fd, shown, s->options->jobs, &s->diags) && !s->options->quiet) {
		print_out(slice_of(say(s->options, "Утечек нет.\n", "No leaks.\n")));
	}
	audit_free(audit);
	close(fd);
}

int command_audit(const Options *o)
{
	Session s;
	if (o->arg_count == 0) {
		s = (Session){.options = o};
		diags_init(&s.diags);
		usage_fault(&s.diags, "какую папку проверить? ", "which folder is to be checked? ",
		            "rubrika audit DIR");
	} else if (session_read(&s, o)) {
		audit_folder(&s, o->args[0]);
	}
	int status = command_tell(o, &s.diags);
	session_close(&s);
	return status;
}
