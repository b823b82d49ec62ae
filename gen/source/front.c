#include "source/front.h"

/* The line that starts at `at`, without its end; *next is where the one after it starts. */
static Slice line_at(Slice file, size_t at, size_t *next)
{
	size_t end = slice_find_byte(file, '\n', at);
	*next = end < file.n ? end + 1 : file.n;
	return slice_sub(file, at, end);
}

/* Blanks after the dashes cannot be seen in an editor, so they are no fault. */
static bool is_fence(Slice line)
{
	return slice_starts(line, SL("---")) && slice_trim(line).n == 3;
}

static bool refuse(DiagId id, Slice path, Diags *diags)
{
	DIAG_AT(diags, id, ((Loc){path, 1, 1}));
	return false;
}

bool front_split(Front *out, Slice file, Slice path, Diags *diags)
{
	size_t next = slice_starts(file, SL("\xEF\xBB\xBF")) ? 3 : 0;
	if (!is_fence(line_at(file, next, &next))) {
		/* What a Windows editor calls «Unicode» is UTF-16: no dash of it is a dash here. */
		return refuse(utf8_check(file) == file.n ? D_NO_FRONT_MATTER : D_NOT_UTF8, path, diags);
	}
	size_t start = next;
	for (unsigned line = 2; next < file.n; line++) {
		size_t at = next;
		if (is_fence(line_at(file, at, &next))) {
			*out = (Front){
			        .yaml = slice_sub(file, start, at),
			        .yaml_line = 2,
			        .body = slice_sub(file, next, file.n),
			        .body_line = line + 1,
			};
			return true;
		}
	}
	return refuse(D_FRONT_MATTER_OPEN, path, diags);
}
