/* rubrika serve: the site as it would be, in the browser, while its content is written. */
#include "cmd/serve.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "cmd/run.h"
#include "source/watch.h"

/* One save is several events, a checkout thousands: they are over when none has
 * come for QUIET ms, or are not waited for any longer. */
enum { QUIET = 25, PATIENCE = 500, PULSE = 15000 };

typedef struct Server {
	Serve serve;
	Watch *watch;
	int signals;
	int64_t first, last; /* ms: of the changes that are still to be read; 0: none are */
	int64_t pulse;
} Server;

static int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* --- what is said --- */

static void print_faults(Serve *s)
{
	const Options *o = s->options;
	Buf text = BUF_INIT;
	diags_print(&text, preview_faults(s->preview), o->format, o->lang, o->color);
	if (!slice_eq(buf_slice(&text), buf_slice(&s->said))) {
		print_error(buf_slice(&text));
	}
	buf_release(&s->said);
	s->said = text;
}

static void put_site(Buf *out, const Serve *s, int64_t ms)
{
	const Options *o = s->options;
	const Preview *p = s->preview;
	char iso[11];
	date_iso(iso, preview_day(p));
	buf_printf(out, "%s %zu, ", say(o, "Обновлено: страниц", "Rebuilt: pages"), preview_session(p)->pages->list.n);
	buf_printf(out, "%s %zu, ", say(o, "прочитано заново файлов", "files read anew"), preview_decoded(p));
	buf_printf(out, "%s %s, %lld %s\n", say(o, "день", "day"), iso, (long long)ms, say(o, "мс", "ms"));
}

static void put_failure(Buf *out, const Serve *s)
{
	const Options *o = s->options;
	const Preview *p = s->preview;
	const char *still = say(o, "Показан последний исправный раздел.", "The last sound site is shown.");
	const char *nothing = say(o, "Показывать пока нечего.", "There is nothing to show yet.");
	buf_printf(out, "%s %zu. %s\n", say(o, "Ошибок:", "Errors:"), preview_faults(p)->errors,
	           preview_session(p) ? still : nothing);
}

static void print_site(Serve *s, int64_t ms)
{
	Buf text = BUF_INIT;
	if (preview_is_sound(s->preview)) {
		put_site(&text, s, ms);
	} else {
		put_failure(&text, s);
	}
	if (!s->options->quiet) {
		print_out(buf_slice(&text));
	}
	buf_release(&text);
}

static void print_address(const Options *o, unsigned port, const Session *site)
{
	Buf text = BUF_INIT;
	Slice base = site ? site->site->base_path : SL("/");
	buf_printf(&text, "%s http://localhost:%u%.*s\n", say(o, "Предпросмотр:", "Preview:"), port, SLICE_ARG(base));
	buf_str(&text, say(o, "Остановить: Ctrl+C\n", "To stop: Ctrl+C\n"));
	print_out(buf_slice(&text));
	buf_release(&text);
}

static bool fail(const Options *o, Slice what, int err)
{
	Diags diags;
	diags_init(&diags);
	DIAG(&diags, D_SYSTEM_FAILED, loc_at(SL(""), 0, 0), what, slice_of(strerror(-err)));
	command_tell(o, &diags);
	diags_release(&diags);
	return false;
}

/* --- what happens --- */

static void tell_pages(Serve *s)
{
	Buf event = BUF_INIT;
	serve_event(&event, s->preview);
	http_tell(s->http, buf_slice(&event));
	buf_release(&event);
}

void serve_refresh(Serve *s)
{
	int64_t start = now_ms();
	preview_refresh(s->preview);
	print_site(s, now_ms() - start);
	print_faults(s);
	if (s->http) {
		tell_pages(s);
	}
}

/* Keeps the watch itself right at once; the content is read when it is quiet. */
static void take_changes(Server *v)
{
	int err = 0;
	if (v->watch && watch_take(v->watch, &err)) {
		v->last = now_ms();
		v->first = v->first ? v->first : v->last;
	}
	if (err) {
		fail(v->serve.options, SL("inotify, fs.inotify.max_user_watches"), err);
	}
}

static bool is_due(const Server *v)
{
	int64_t now = now_ms();
	return v->first && (now - v->last >= QUIET || now - v->first >= PATIENCE);
}

/* Now and then: streams that nobody reads are found, and a day that is over is noticed. */
static void pulse(Server *v)
{
	if (now_ms() - v->pulse < PULSE) {
		return;
	}
	v->pulse = now_ms();
	http_tell(v->serve.http, SL(""));
	if (preview_is_stale(v->serve.preview)) {
		serve_refresh(&v->serve);
	}
}

static int wait_ms(const Server *v)
{
	int ms = http_wait(v->serve.http);
	ms = ms < 0 || ms > PULSE ? PULSE : ms;
	return v->first && ms > QUIET ? QUIET : ms;
}

static void run(Server *v)
{
	struct pollfd ready[] = {{v->signals, POLLIN, 0},
	                         {http_fd(v->serve.http), POLLIN, 0},
	                         {v->watch ? watch_fd(v->watch) : -1, POLLIN, 0}};
	v->pulse = now_ms();
	while (poll(ready, 3, wait_ms(v)) >= 0 || errno == EINTR) {
		if (ready[0].revents) {
			return;
		}
		take_changes(v);
		if (is_due(v)) {
			v->first = v->last = 0;
			serve_refresh(&v->serve);
		}
		http_run(v->serve.http);
		pulse(v);
	}
}

/* --- beginning and end --- */

/* The theme's folder may come later: a site has no theme of its own until somebody wants one. */
static bool open_watch(Server *v)
{
	const Options *o = v->serve.options;
	int err;
	if (o->rev) {
		return true; /* a commit does not change */
	}
	v->watch = watch_new(&err);
	err = v->watch ? watch_add(v->watch, o->repo, slice_of(o->content)) : err;
	err = err ? err : watch_add(v->watch, o->repo, SL("themes"));
	return err ? fail(o, SL("inotify, fs.inotify.max_user_watches"), err) : true;
}

static bool open_http(Server *v)
{
	const Options *o = v->serve.options;
	Arena scratch = ARENA_INIT;
	unsigned port = o->port;
	int err = 0;
	v->serve.http = http_new(&port, serve_answer, &v->serve, &err);
	if (!v->serve.http) {
		bool busy = err == -EADDRINUSE;
		const char *cure = say(o, "порт занят, выберите другой ключом --port",
		                       "the port is taken, choose another with --port");
		fail(o, arena_printf(&scratch, "127.0.0.1:%u%s%s", port, busy ? ": " : "", busy ? cure : ""), err);
	} else {
		print_address(o, port, preview_session(v->serve.preview));
	}
	arena_release(&scratch);
	return v->serve.http != NULL;
}

static void open_signals(Server *v)
{
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	v->signals = signalfd(-1, &set, SFD_CLOEXEC);
}

int command_serve(const Options *o)
{
	Server v = {.serve = {.options = o, .preview = preview_new(o), .said = BUF_INIT}};
	open_signals(&v);
	bool ready = open_watch(&v);
	if (ready) {
		serve_refresh(&v.serve);
		ready = open_http(&v);
	}
	if (ready) {
		run(&v);
	}
	http_free(v.serve.http);
	watch_free(v.watch);
	preview_free(v.serve.preview);
	buf_release(&v.serve.said);
	close(v.signals);
	return ready ? CLASS_NONE : CLASS_WORLD;
}
