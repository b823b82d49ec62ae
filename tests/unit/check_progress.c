/* progress.h: what a terminal shows of a long run, and what nobody else sees. */
#include "cmd/progress.h"

#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "unit.h"

static int terminal = -1; /* the side of the reader */
static int kept = -1;

/* Standard error becomes a terminal. */
static void open_terminal(void)
{
	terminal = posix_openpt(O_RDWR | O_NOCTTY);
	ck_assert_int_ge(terminal, 0);
	ck_assert_int_eq(grantpt(terminal), 0);
	ck_assert_int_eq(unlockpt(terminal), 0);
	int other = open(ptsname(terminal), O_RDWR | O_NOCTTY);
	ck_assert_int_ge(other, 0);
	kept = dup(STDERR_FILENO);
	dup2(other, STDERR_FILENO);
	close(other);
	setenv("TERM", "xterm", 1);
	unsetenv("CI");
}

static void close_terminal(Buf *shown)
{
	char bytes[4096];
	ssize_t n;
	fcntl(terminal, F_SETFL, O_NONBLOCK);
	while ((n = read(terminal, bytes, sizeof bytes)) > 0) {
		buf_put(shown, bytes, (size_t)n);
	}
	dup2(kept, STDERR_FILENO);
	close(kept);
	close(terminal);
}

static bool shows(const Buf *shown, const char *what)
{
	return slice_find(buf_slice(shown), slice_of(what), 0) < shown->n;
}

static void wait_ms(long ms)
{
	const struct timespec t = {ms / 1000, ms % 1000 * 1000000};
	nanosleep(&t, NULL);
}

START_TEST(after_a_second_a_line_is_drawn_and_at_the_end_taken_away)
{
	const Options o = {.lang = LANG_RU};
	Buf shown = BUF_INIT;
	Progress p;
	open_terminal();
	progress_begin(&p, &o);
	progress_phase(&p, "Страницы", "Pages", 4);
	progress_step(&p);
	wait_ms(1300);
	progress_phase(&p, "Утечки", "Leaks", 0);
	wait_ms(300);
	int64_t ms = progress_end(&p);
	close_terminal(&shown);
	ck_assert_int_ge(ms, 1600);
	ck_assert(shows(&shown, "Страницы [######                  ] 25 %"));
	ck_assert(shows(&shown, "Утечки… 0 с"));
	ck_assert(slice_ends(buf_slice(&shown), SL("\r\033[K")));
	buf_release(&shown);
}
END_TEST

START_TEST(a_quick_run_shows_nothing)
{
	const Options o = {.lang = LANG_RU};
	Buf shown = BUF_INIT;
	Progress p;
	open_terminal();
	progress_begin(&p, &o);
	progress_phase(&p, "Страницы", "Pages", 4);
	wait_ms(50);
	progress_end(&p);
	close_terminal(&shown);
	ck_assert_uint_eq(shown.n, 0);
	buf_release(&shown);
}
END_TEST

static bool draws(const Options *o, const char *term, const char *ci)
{
	Buf shown = BUF_INIT;
	Progress p;
	open_terminal();
	setenv("TERM", term, 1);
	setenv("CI", ci, 1);
	progress_begin(&p, o);
	bool drawing = p.drawing;
	progress_end(&p);
	close_terminal(&shown);
	buf_release(&shown);
	return drawing;
}

START_TEST(who_asked_for_quiet_or_for_data_sees_none_nor_does_a_machine)
{
	const Options plain = {.lang = LANG_EN};
	const Options quiet = {.quiet = true};
	const Options json = {.format = FORMAT_JSON};
	Progress p;
	ck_assert(draws(&plain, "xterm", ""));
	ck_assert(!draws(&quiet, "xterm", ""));
	ck_assert(!draws(&json, "xterm", ""));
	ck_assert(!draws(&plain, "dumb", ""));
	ck_assert(!draws(&plain, "xterm", "true"));
	int null = open("/dev/null", O_WRONLY);
	int saved = dup(STDERR_FILENO);
	dup2(null, STDERR_FILENO);
	setenv("TERM", "xterm", 1);
	setenv("CI", "", 1);
	progress_begin(&p, &plain);
	ck_assert(!p.drawing);
	progress_end(&p);
	dup2(saved, STDERR_FILENO);
	close(saved);
	close(null);
}
END_TEST

UNIT_MAIN("progress", after_a_second_a_line_is_drawn_and_at_the_end_taken_away, a_quick_run_shows_nothing,
          who_asked_for_quiet_or_for_data_sees_none_nor_does_a_machine)
