#include "cmd/reply.h"

#include "base/hash.h"

static bool is_port(Slice s)
{
	unsigned port;
	return s.n == 0 || (s.p[0] == ':' && slice_uint(slice_sub(s, 1, s.n), &port) && port <= 65535);
}

bool reply_host_is_local(Slice host)
{
	static const char *const ours[] = {"localhost", "127.0.0.1", "[::1]"};
	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
		Slice name = slice_of(ours[i]);
		if (slice_starts(host, name) && is_port(slice_sub(host, name.n, host.n))) {
			return true;
		}
	}
	return false;
}

const char *reply_type(Slice path)
{
	static const struct {
		const char *ending, *type;
	} types[] = {
	        {".html", "text/html; charset=utf-8"},
	        {".css", "text/css; charset=utf-8"},
	        {".js", "text/javascript; charset=utf-8"},
	        {".json", "application/json"},
	        {"atom.xml", "application/atom+xml"},
	        {".xml", "application/xml"},
	        {".txt", "text/plain; charset=utf-8"},
	        {".csv", "text/csv; charset=utf-8"},
	        {".ics", "text/calendar; charset=utf-8"},
	        {".svg", "image/svg+xml"},
	        {".png", "image/png"},
	        {".jpg", "image/jpeg"},
	        {".jpeg", "image/jpeg"},
	        {".webp", "image/webp"},
	        {".ico", "image/x-icon"},
	        {".woff2", "font/woff2"},
	        {".webmanifest", "application/manifest+json"},
	        {".pdf", "application/pdf"},
	        {".zip", "application/zip"},
	        {".mp4", "video/mp4"},
	        {".webm", "video/webm"},
	        {".mp3", "audio/mpeg"},
	        {".doc", "application/msword"},
	        {".xls", "application/vnd.ms-excel"},
	        {".ppt", "application/vnd.ms-powerpoint"},
	        {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	        {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	        {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
	        {".odt", "application/vnd.oasis.opendocument.text"},
	        {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
	        {".odp", "application/vnd.oasis.opendocument.presentation"},
	};
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		if (slice_ends(path, slice_of(types[i].ending))) {
			return types[i].type;
		}
	}
	return "application/octet-stream";
}

/* --- ranges --- */

/* The decimal number that is all of s; what is too large to be any offset is SIZE_MAX. */
static bool number(Slice s, size_t *out)
{
	*out = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9') {
			return false;
		}
		size_t digit = (size_t)(s.p[i] - '0');
		*out = *out > (SIZE_MAX - digit) / 10 ? SIZE_MAX : *out * 10 + digit;
	}
	return s.n > 0;
}

/* "-500": the last 500. */
static RangeKind last_bytes(Slice count, size_t n, size_t *from, size_t *to)
{
	size_t last;
	if (!number(count, &last)) {
		return RANGE_WHOLE;
	}
	*from = last < n ? n - last : 0;
	*to = n;
	return last && n ? RANGE_PART : RANGE_UNMET;
}

RangeKind reply_range(Slice header, size_t n, size_t *from, size_t *to)
{
	Slice unit = SL("bytes=");
	Slice set = slice_trim(slice_sub(header, unit.n, header.n));
	size_t dash = slice_find_byte(set, '-', 0);
	size_t last = SIZE_MAX;
	*from = 0;
	*to = n;
	if (!slice_starts(header, unit) || dash == set.n) {
		return RANGE_WHOLE;
	}
	Slice end = slice_sub(set, dash + 1, set.n);
	if (dash == 0) {
		return last_bytes(end, n, from, to);
	}
	size_t first;
	if (!number(slice_sub(set, 0, dash), &first) || (end.n && !number(end, &last)) || last < first) {
		return RANGE_WHOLE;
	}
	if (first >= n) {
		return RANGE_UNMET;
	}
	*from = first;
	*to = last < n ? last + 1 : n;
	return RANGE_PART;
}

/* --- conditions --- */

bool reply_has_tag(Slice list, Slice tag)
{
	Slice one;
	if (slice_is(slice_trim(list), "*")) {
		return true;
	}
	while (slice_split(&list, ',', &one)) {
		one = slice_trim(one);
		if (slice_starts(one, SL("W/"))) {
			one = slice_sub(one, 2, one.n);
		}
		if (slice_eq(one, tag)) {
			return true;
		}
	}
	return false;
}

static void reply_part(Reply *out, Slice bytes, size_t tag, RangeKind kind, size_t from, size_t to)
{
	buf_str(&out->text, "bytes ");
	if (kind == RANGE_PART) {
		buf_printf(&out->text, "%zu-%zu/%zu", from, to - 1, bytes.n);
		out->body = slice_sub(bytes, from, to);
	} else {
		buf_printf(&out->text, "*/%zu", bytes.n);
		out->body = SL("");
	}
	out->status = kind == RANGE_PART ? 206 : 416;
	out->etag = slice_sub(buf_slice(&out->text), 0, tag); /* the text may have moved */
	out->content_range = slice_sub(buf_slice(&out->text), tag, out->text.n);
}

void reply_file(Reply *out, const Request *q, unsigned status, Slice path, Slice bytes)
{
	char hex[33];
	size_t from;
	size_t to;
	digest_hex(hex, digest_of(bytes));
	buf_clear(&out->text);
	buf_printf(&out->text, "\"%s\"", hex);
	size_t tag = out->text.n;
	out->status = status;
	out->type = reply_type(path);
	out->body = bytes;
	out->etag = buf_slice(&out->text);
	out->ranges = status == 200;
	if (status != 200) {
		return;
	}
	if (q->if_none_match.n && reply_has_tag(q->if_none_match, out->etag)) {
		out->status = 304;
		out->body = SL("");
		return;
	}
	bool applies = slice_is(q->method, "GET") && (!q->if_range.n || slice_eq(q->if_range, out->etag));
	RangeKind kind = applies ? reply_range(q->range, bytes.n, &from, &to) : RANGE_WHOLE;
	if (kind != RANGE_WHOLE) {
		reply_part(out, bytes, tag, kind, from, to);
	}
}
