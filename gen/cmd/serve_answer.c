/* What serve replies: the site's files, and what belongs to the preview. */
#include "base/escape.h"
#include "cmd/embedded.h"
#include "cmd/reply.h"
#include "cmd/serve.h"

static void reply_text(Reply *out, unsigned status, const char *text)
{
	out->status = status;
	out->type = "text/plain; charset=utf-8";
	out->body = slice_of(text);
}

static void reply_made(Reply *out, const char *type)
{
	out->status = 200;
	out->type = type;
	out->body = buf_slice(&out->made);
}

static void redirect(Reply *out, unsigned status, Slice where)
{
	reply_text(out, status, "");
	out->location = where;
}

/* --- of the preview --- */

static bool is_embedded(Reply *out, const Request *q, Slice name)
{
	for (size_t i = 0; i < bar_count; i++) {
		if (slice_is(name, bar_files[i].path)) {
			reply_file(out, q, 200, name, (Slice){bar_files[i].bytes, bar_files[i].n});
			return true;
		}
	}
	return false;
}

/* A path on this server: not «//elsewhere», which a browser takes for a host. */
static bool is_here(Slice path)
{
	return path.n > 0 && path.p[0] == '/' && !(path.n > 1 && (path.p[1] == '/' || path.p[1] == '\\'));
}

static void choose_day(Serve *s, const Request *q, Reply *out)
{
	Date day = DATE_NONE;
	if (q->date.n && !date_parse(&day, q->date)) {
		reply_text(out, 400, "date=YYYY-MM-DD\n");
		return;
	}
	preview_choose(s->preview, day);
	serve_refresh(s);
	escape_path(&out->text, is_here(q->back) ? q->back : SL("/"));
	redirect(out, 303, buf_slice(&out->text));
}

static void answer_own(Serve *s, const Request *q, Reply *out, Slice name)
{
	if (slice_is(name, "events")) {
		buf_str(&out->made, "retry: 500\ndata: ");
		serve_event(&out->made, s->preview);
		buf_str(&out->made, "\n\n");
		reply_made(out, "text/event-stream");
		out->events = true;
	} else if (slice_is(name, "state")) {
		serve_state(&out->made, s, q->page);
		reply_made(out, "application/json");
	} else if (slice_is(name, "day")) {
		choose_day(s, q, out);
	} else if (!is_embedded(out, q, name)) {
		reply_text(out, 404, "404\n");
	}
}

/* --- of the site --- */

/* A page is sent with what the preview adds to it. */
static void reply_page(Serve *s, const Request *q, Reply *out, unsigned status, Slice page, Slice html)
{
	serve_inject(&out->made, s->preview, page, html);
	reply_file(out, q, status, SL("index.html"), buf_slice(&out->made));
}

static void reply_found(Serve *s, const Request *q, Reply *out, Slice path, Slice bytes)
{
	if (slice_ends(path, SL(".html"))) {
		reply_page(s, q, out, 200, slice_ends(path, SL("index.html")) ? slice_sub(path, 0, path.n - 10) : path,
		           bytes);
	} else {
		reply_file(out, q, 200, path, bytes);
	}
}

/* The bar of the page of absence tells why the page that was asked for is not there. */
static void not_found(Serve *s, const Request *q, Reply *out, Slice asked)
{
	Slice bytes;
	if (preview_file(s->preview, SL("404.html"), &bytes)) {
		reply_page(s, q, out, 404, asked, bytes);
	} else {
		reply_text(out, 404, "404\n");
	}
}

/* Nothing was sound yet: a page that waits, with the faults that the script shows. */
static void not_yet(Serve *s, const Request *q, Reply *out)
{
	Slice page = SL("<!doctype html>\n<html lang=\"ru\">\n<head>\n<meta charset=\"utf-8\">\n<title>rubrika "
	                "serve</title>\n</head>\n<body>\n</body>\n</html>\n");
	reply_page(s, q, out, 503, SL(""), page);
}

static void answer_site(Serve *s, const Request *q, Reply *out, Slice base)
{
	Arena scratch = ARENA_INIT;
	Slice path = slice_sub(q->path, base.n, q->path.n);
	Slice inside =
	        arena_join(&scratch, path, path.n && path.p[path.n - 1] != '/' ? SL("/") : SL(""), SL("index.html"));
	bool folder = inside.n == path.n + 10;
	Slice bytes;
	if (preview_file(s->preview, folder ? inside : path, &bytes)) {
		reply_found(s, q, out, folder ? inside : path, bytes);
	} else if (!folder && preview_file(s->preview, inside, &bytes)) {
		escape_path(&out->text, q->path);
		buf_byte(&out->text, '/');
		redirect(out, 301, buf_slice(&out->text));
	} else {
		not_found(s, q, out, path);
	}
	arena_release(&scratch);
}

static void route(Serve *s, const Request *q, Reply *out)
{
	Slice own = SL("/.rubrika/");
	const Session *site = preview_session(s->preview);
	Slice base = site ? site->site->base_path : SL("/");
	if (slice_starts(q->path, own)) {
		answer_own(s, q, out, slice_sub(q->path, own.n, q->path.n));
	} else if (!site) {
		not_yet(s, q, out);
	} else if (slice_starts(q->path, base)) {
		answer_site(s, q, out, base);
	} else if (slice_is(q->path, "/") || q->path.n + 1 == base.n) {
		escape_path(&out->text, base);
		redirect(out, 302, buf_slice(&out->text));
	} else {
		not_found(s, q, out, q->path);
	}
}

void serve_answer(void *ctx, const Request *q, Reply *out)
{
	bool read = slice_is(q->method, "GET") || slice_is(q->method, "HEAD");
	bool foreign = slice_is(q->origin, "cross-site") || slice_is(q->origin, "same-site");
	if (!reply_host_is_local(q->host)) {
		reply_text(out, 403, "403: localhost, 127.0.0.1, [::1]\n");
	} else if (!read) {
		reply_text(out, 405, "405: GET, HEAD\n");
		out->allow = SL("GET, HEAD");
	} else if (foreign && slice_starts(q->path, SL("/.rubrika/"))) {
		reply_text(out, 403, "403\n");
	} else {
		route(ctx, q, out);
	}
}
