#include "render/svg.h"

#include "base/escape.h"

Share share_of(int64_t part, int64_t whole)
{
	part = part < 0 ? 0 : part > whole ? whole : part;
	return (Share)((part * 2 * SHARE_WHOLE + whole) / (whole * 2));
}

void svg_share(Buf *out, const char *attribute, Share s)
{
	buf_printf(out, " %s=\"%u", attribute, s / 100);
	if (s % 100) {
		buf_printf(out, s % 10 ? ".%02u" : ".%u", s % 10 ? s % 100 : s % 100 / 10);
	}
	buf_str(out, "%\"");
}

void svg_words(Buf *out, const char *element, Slice id, Slice text)
{
	buf_printf(out, "<%s id=\"%.*s-%s\">", element, SLICE_ARG(id), element);
	escape_html(out, text);
	buf_printf(out, "</%s>", element);
}

void svg_picture(Buf *out, const char *element, const char *class, Slice id)
{
	buf_printf(out, "<%s class=\"%s\" role=\"img\" aria-labelledby=\"%.*s-title\" aria-describedby=\"%.*s-desc\">",
	           element, class, SLICE_ARG(id), SLICE_ARG(id));
}
