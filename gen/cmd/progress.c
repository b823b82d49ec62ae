#include "cmd/progress.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { QUIET_MS = 1000, BETWEEN_MS = 100, BAR = 24 };

static int64_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void put(Buf *text)
{
	ssize_t ignored = write(STDERR_FILENO, text->p, text->n);
	(void)ignored; /* a line that cannot be drawn is no fault */
	buf_release(text);
}

/* "Страницы [########                ] 34 %"; where steps cannot be counted, "Картинки… 12 с". */
static void draw(const Progress *p)
{
	Buf text = BUF_INIT;
	buf_str(&text, "\r\033[K");
	buf_str(&text, p->phase);
	if (p->total) {
		size_t done = atomic_load(&p->done);
		done = done < p->total ? done : p->total;
		buf_str(&text, " [");
		for (size_t i = 0; i < BAR; i++) {
			buf_byte(&text, i < done * BAR / p->total ? '#' : ' ');
		}
		buf_printf(&text, "] %zu %%", done * 100 / p->total);
	} else {
		buf_str(&text, "… ");
		buf_uint(&text, (uint64_t)(now() - p->phased) / 1000);
		buf_str(&text, say(p->options, " с", " s"));
	}
	put(&text);
}

static void erase(void)
{
	Buf text = BUF_INIT;
	buf_str(&text, "\r\033[K");
	put(&text);
}

static struct timespec moment(int64_t ms)
{
	return (struct timespec){.tv_sec = (time_t)(ms / 1000), .tv_nsec = (long)(ms % 1000) * 1000000};
}

static void *run(void *arg)
{
	Progress *p = arg;
	bool drawn = false;
	pthread_mutex_lock(&p->lock);
	for (int64_t next = p->began + QUIET_MS; !p->over;) {
		struct timespec until = moment(next);
		pthread_cond_timedwait(&p->ended, &p->lock, &until);
		if (!p->over && now() >= next) {
			draw(p);
			drawn = true;
			next = now() + BETWEEN_MS;
		}
	}
	pthread_mutex_unlock(&p->lock);
	if (drawn) {
		erase();
	}
	return NULL;
}

static bool is_wanted(const Options *o)
{
	const char *term = getenv("TERM");
	const char *ci = getenv("CI");
	bool dumb = !term || !*term || strcmp(term, "dumb") == 0;
	return !o->quiet && o->format == FORMAT_TEXT && !dumb && !(ci && *ci) && isatty(STDERR_FILENO);
}

void progress_begin(Progress *p, const Options *o)
{
	*p = (Progress){.options = o, .phase = "", .began = now()};
	if (!is_wanted(o)) {
		return;
	}
	pthread_condattr_t attributes;
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&p->ended, &attributes);
	pthread_condattr_destroy(&attributes);
	pthread_mutex_init(&p->lock, NULL);
	p->drawing = pthread_create(&p->thread, NULL, run, p) == 0;
	if (!p->drawing) {
		pthread_cond_destroy(&p->ended);
		pthread_mutex_destroy(&p->lock);
	}
}

void progress_phase(Progress *p, const char *ru, const char *en, size_t total)
{
	if (p->drawing) {
		pthread_mutex_lock(&p->lock);
		p->phase = say(p->options, ru, en);
		p->total = total;
		p->phased = now();
		atomic_store(&p->done, 0);
		pthread_mutex_unlock(&p->lock);
	}
}

void progress_step(Progress *p)
{
	atomic_fetch_add(&p->done, 1);
}

int64_t progress_end(Progress *p)
{
	if (p->drawing) {
		pthread_mutex_lock(&p->lock);
		p->over = true;
		pthread_cond_signal(&p->ended);
		pthread_mutex_unlock(&p->lock);
		pthread_join(p->thread, NULL);
		pthread_cond_destroy(&p->ended);
		pthread_mutex_destroy(&p->lock);
		p->drawing = false;
	}
	return now() - p->began;
}
