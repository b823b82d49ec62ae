#include "cmd/http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "base/vec.h"

enum { CONNECTIONS = 256, IDLE_SECONDS = 60 };

/* An open stream of events: what is still to be sent, and the connection that sleeps meanwhile. */
typedef struct Stream {
	struct Http *http;
	struct MHD_Connection *connection;
	Buf waiting;
	bool asleep, ended;
} Stream;

struct Http {
	struct MHD_Daemon *daemons[2]; /* of IPv4 and of IPv6; NULL: none */
	int epoll;
	HttpAnswer *answer;
	void *ctx;
	VEC(Stream *) streams;
};

/* --- streams --- */

static void wake(Stream *s)
{
	if (s->asleep) {
		s->asleep = false;
		MHD_resume_connection(s->connection);
	}
}

static ssize_t read_stream(void *ctx, uint64_t at, char *out, size_t most)
{
	Stream *s = ctx;
	size_t n = s->waiting.n < most ? s->waiting.n : most;
	(void)at;
	if (n == 0 && s->ended) {
		return MHD_CONTENT_READER_END_OF_STREAM;
	}
	if (n == 0) {
		s->asleep = true;
		MHD_suspend_connection(s->connection);
		return 0;
	}
	memcpy(out, s->waiting.p, n);
	memmove(s->waiting.p, s->waiting.p + n, s->waiting.n - n + 1);
	s->waiting.n -= n;
	return (ssize_t)n;
}

static void end_stream(void *ctx)
{
	Stream *s = ctx;
	Http *h = s->http;
	size_t kept = 0;
	for (size_t i = 0; i < h->streams.n; i++) {
		if (h->streams.items[i] != s) {
			h->streams.items[kept++] = h->streams.items[i];
		}
	}
	h->streams.n = kept;
	buf_release(&s->waiting);
	free(s);
}

static struct MHD_Response *new_stream(Http *h, struct MHD_Connection *c, Slice first)
{
	Stream *s = mem_alloc(sizeof *s);
	*s = (Stream){.http = h, .connection = c, .waiting = BUF_INIT};
	buf_add(&s->waiting, first);
	vec_push(&h->streams, s);
	return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, read_stream, s, end_stream);
}

void http_tell(Http *h, Slice event)
{
	for (size_t i = 0; i < h->streams.n; i++) {
		Stream *s = h->streams.items[i];
		if (event.n) {
			buf_str(&s->waiting, "data: ");
			buf_add(&s->waiting, event);
			buf_str(&s->waiting, "\n\n");
		} else {
			buf_str(&s->waiting, ":\n\n");
		}
		wake(s);
	}
}

/* --- replies --- */

static Slice header(struct MHD_Connection *c, const char *name)
{
	return slice_of(MHD_lookup_connection_value(c, MHD_HEADER_KIND, name));
}

static Slice argument(struct MHD_Connection *c, const char *name)
{
	return slice_of(MHD_lookup_connection_value(c, MHD_GET_ARGUMENT_KIND, name));
}

static void add_header(struct MHD_Response *r, const char *name, Slice value)
{
	if (value.n) {
		Buf text = BUF_INIT;
		buf_add(&text, value);
		MHD_add_response_header(r, name, text.p);
		buf_release(&text);
	}
}

static struct MHD_Response *make_response(Http *h, struct MHD_Connection *c, const Reply *reply)
{
	struct MHD_Response *r = reply->events ? new_stream(h, c, reply->body)
	                                       : MHD_create_response_from_buffer(reply->body.n, (void *)reply->body.p,
	                                                                         MHD_RESPMEM_MUST_COPY);
	if (!r) {
		return NULL;
	}
	add_header(r, "Content-Type", slice_of(reply->type));
	add_header(r, "ETag", reply->etag);
	add_header(r, "Location", reply->location);
	add_header(r, "Allow", reply->allow);
	add_header(r, "Content-Range", reply->content_range);
	add_header(r, "Accept-Ranges", reply->ranges ? SL("bytes") : SL(""));
	add_header(r, "Cache-Control", reply->events ? SL("no-store") : SL("no-cache"));
	add_header(r, "X-Content-Type-Options", SL("nosniff"));
	add_header(r, "Cross-Origin-Resource-Policy", SL("same-origin"));
	return r;
}

static enum MHD_Result send_reply(Http *h, struct MHD_Connection *c, const Reply *reply)
{
	struct MHD_Response *r = make_response(h, c, reply);
	enum MHD_Result sent = r ? MHD_queue_response(c, reply->status, r) : MHD_NO;
	if (r) {
		MHD_destroy_response(r);
	}
	return sent;
}

static enum MHD_Result receive(void *ctx, struct MHD_Connection *c, const char *url, const char *method,
                               const char *version, const char *body, size_t *body_size, void **state)
{
	static const char seen;
	Http *h = ctx;
	(void)version;
	(void)body;
	if (!*state) {
		*state = (void *)&seen; /* headers only: a reply now would close the connection */
		return MHD_YES;
	}
	if (*body_size) {
		*body_size = 0; /* nothing that is sent here is wanted: the reply says so when it is over */
		return MHD_YES;
	}
	const Request q = {
	        .method = slice_of(method),
	        .path = slice_of(url),
	        .host = header(c, "Host"),
	        .range = header(c, "Range"),
	        .if_range = header(c, "If-Range"),
	        .if_none_match = header(c, "If-None-Match"),
	        .origin = header(c, "Sec-Fetch-Site"),
	        .date = argument(c, "date"),
	        .back = argument(c, "back"),
	        .page = argument(c, "page"),
	};
	Reply reply = {.status = 500, .text = BUF_INIT, .made = BUF_INIT};
	h->answer(h->ctx, &q, &reply);
	enum MHD_Result sent = send_reply(h, c, &reply);
	buf_release(&reply.text);
	buf_release(&reply.made);
	return sent;
}

/* --- the server --- */

static struct MHD_Daemon *listen_at(Http *h, const struct sockaddr *address, unsigned flags)
{
	return MHD_start_daemon(flags | MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, receive, h,
	                        MHD_OPTION_SOCK_ADDR, address, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
	                        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_END);
}

static struct MHD_Daemon *listen_4(Http *h, unsigned port)
{
	struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return listen_at(h, (const struct sockaddr *)&a, 0);
}

/* A machine without IPv6 has none: that is no fault. */
static struct MHD_Daemon *listen_6(Http *h, unsigned port)
{
	struct sockaddr_in6 a = {.sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port)};
	a.sin6_addr = in6addr_loopback;
	return listen_at(h, (const struct sockaddr *)&a, MHD_USE_IPv6);
}

static void watch_daemon(Http *h, struct MHD_Daemon *d)
{
	struct epoll_event event = {.events = EPOLLIN};
	if (d) {
		epoll_ctl(h->epoll, EPOLL_CTL_ADD, MHD_get_daemon_info(d, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd, &event);
	}
}

Http *http_new(unsigned *port, HttpAnswer *answer, void *ctx, int *err)
{
	Http *h = mem_alloc(sizeof *h);
	h->answer = answer;
	h->ctx = ctx;
	h->epoll = epoll_create1(EPOLL_CLOEXEC);
	errno = 0;
	h->daemons[0] = listen_4(h, *port);
	if (!h->daemons[0]) {
		*err = errno ? -errno : -EADDRINUSE;
		http_free(h);
		return NULL;
	}
	*port = MHD_get_daemon_info(h->daemons[0], MHD_DAEMON_INFO_BIND_PORT)->port;
	h->daemons[1] = listen_6(h, *port);
	watch_daemon(h, h->daemons[0]);
	watch_daemon(h, h->daemons[1]);
	return h;
}

void http_free(Http *h)
{
	if (!h) {
		return;
	}
	for (size_t i = 0; i < h->streams.n; i++) {
		h->streams.items[i]->ended = true;
		wake(h->streams.items[i]);
	}
	http_run(h);
	for (int i = 0; i < 2; i++) {
		if (h->daemons[i]) {
			MHD_stop_daemon(h->daemons[i]);
		}
	}
	vec_release(&h->streams);
	close(h->epoll);
	free(h);
}

int http_fd(const Http *h)
{
	return h->epoll;
}

int http_wait(const Http *h)
{
	int least = -1;
	for (int i = 0; i < 2; i++) {
		MHD_UNSIGNED_LONG_LONG ms;
		if (h->daemons[i] && MHD_get_timeout(h->daemons[i], &ms) == MHD_YES) {
			int wait = ms < 60000 ? (int)ms : 60000;
			least = least < 0 || wait < least ? wait : least;
		}
	}
	return least;
}

void http_run(Http *h)
{
	for (int i = 0; i < 2; i++) {
		if (h->daemons[i]) {
			MHD_run(h->daemons[i]);
		}
	}
}

Version http_microhttpd_version(void)
{
	char built[VERSION_MAX];
	/* 0x00097500 is 0.9.75. */
	snprintf(built, sizeof built, "%x.%x.%x", (unsigned)MHD_VERSION >> 24, (unsigned)MHD_VERSION >> 16 & 0xFF,
	         (unsigned)MHD_VERSION >> 8 & 0xFF);
	return version_of("libmicrohttpd", built, MHD_get_version());
}
