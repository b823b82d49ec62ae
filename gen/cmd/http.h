/*
 * http.h - requests and replies on loopback: the one place that calls libmicrohttpd.
 *
 * A server listens on 127.0.0.1 and, where there is one, on ::1, and on nothing
 * else. It has no thread of its own: whoever owns it waits for http_fd() and
 * calls http_run(). Replies are made by one function of the owner's.
 */
#ifndef CMD_HTTP_H
#define CMD_HTTP_H

#include "base/buf.h"
#include "base/version.h"

/* What was asked; empty where a header was not sent. Borrowed for the call. */
typedef struct Request {
	Slice method; /* "GET" */
	Slice path;   /* with its percent-escapes resolved, without the query */
	Slice host, range, if_range, if_none_match;
	Slice origin;           /* Sec-Fetch-Site: who asks, as the browser says */
	Slice date, back, page; /* of the query */
} Request;

typedef struct Reply {
	unsigned status;
	const char *type; /* of the body; NULL: there is none */
	Slice etag;       /* with its quotes; empty: none */
	Slice location;
	Slice allow;
	Slice content_range;
	bool ranges; /* says that ranges may be asked for */
	Slice body;  /* copied */
	bool events; /* the body is the stream of http_tell() */
	Buf text;    /* for who answers: what the headers may lie in; released after the call */
	Buf made;    /* likewise, for a body that is made for this reply */
} Reply;

typedef void HttpAnswer(void *ctx, const Request *q, Reply *out);

typedef struct Http Http;

/* Listens; *port 0 chooses one. NULL with *err a negative errno, of 127.0.0.1. */
Http *http_new(unsigned *port, HttpAnswer *answer, void *ctx, int *err);
void http_free(Http *h); /* NULL is fine; ends the streams */
/* Ready to read when there is something to do; the server's own. */
int http_fd(const Http *h);
/* Milliseconds after which http_run() is to be called all the same; -1: no need. */
int http_wait(const Http *h);
void http_run(Http *h);
/* Sends one event to every stream. Empty: a comment, so that streams that nobody reads any more are found. */
void http_tell(Http *h, Slice event);
Version http_microhttpd_version(void);

#endif
