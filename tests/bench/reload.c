/*
 * reload.c - from a save to the page: what a curator waits for.
 *
 *	reload EDITS FOLDER COMMAND...
 *
 * Starts the command, `rubrika serve ... --lang en`, listens to its events as a
 * page does, and EDITS times changes one of the first files of FOLDER (a
 * folder of news), waits for the event and fetches the page of that file.
 * Prints, tab-separated, the median and the longest time in milliseconds, and
 * the server's largest resident set in MiB. A page that does not show what was
 * saved ends it with status 1.
 */
#include <arpa/inet.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 4096, PAGE = 1 << 20, FILES = 16 };

typedef struct Bench {
	pid_t server;
	unsigned port;
	char base[256];
	char files[FILES][256];
	int n, events;
} Bench;

static void fail(const char *what)
{
	perror(what);
	exit(1);
}

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* "Preview: http://localhost:8080/base/" */
static void start(Bench *b, char **command)
{
	char line[MOST];
	int out[2];
	if (pipe(out) != 0 || (b->server = fork()) < 0) {
		fail("fork");
	}
	if (b->server == 0) {
		dup2(out[1], STDOUT_FILENO);
		execvp(command[0], command);
		fail(command[0]);
	}
	close(out[1]);
	FILE *said = fdopen(out[0], "r");
	while (fgets(line, sizeof line, said)) {
		if (sscanf(line, "Preview: http://localhost:%u%255s", &b->port, b->base) == 2) {
			return; /* the pipe stays open, and is large enough for what is still said */
		}
	}
	fprintf(stderr, "reload: the server has ended\n");
	exit(1);
}

static int ask(const Bench *b, const char *path)
{
	char request[1024];
	struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons((unsigned short)b->port)};
	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	int n = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
	                 path);
	if (fd < 0 || connect(fd, (const struct sockaddr *)&a, sizeof a) != 0 || write(fd, request, (size_t)n) != n) {
		fail("connect");
	}
	return fd;
}

static void wait_event(const Bench *b)
{
	char text[MOST];
	ssize_t n;
	size_t have = 0;
	do {
		n = read(b->events, text + have, sizeof text - 1 - have);
		have += n > 0 ? (size_t)n : 0;
		text[have] = '\0';
	} while (n > 0 && !strstr(text, "}\n"));
	if (!strstr(text, "\"sound\":true")) {
		fprintf(stderr, "reload: the site is not sound\n");
		exit(1);
	}
}

static int shows(const Bench *b, const char *file, const char *what)
{
	static char page[PAGE];
	char path[768];
	size_t have = 0;
	ssize_t n;
	snprintf(path, sizeof path, "%snews/%.*s/", b->base, (int)(strlen(file) - 3), file);
	int fd = ask(b, path);
	while ((n = read(fd, page + have, sizeof page - 1 - have)) > 0) {
		have += (size_t)n;
	}
	page[have] = '\0';
	close(fd);
	return strstr(page, what) != NULL;
}

static void list_files(Bench *b, const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *e;
	while (dir && b->n < FILES && (e = readdir(dir)) != NULL) {
		size_t n = strlen(e->d_name);
		if (n > 3 && n < sizeof b->files[0] && strcmp(e->d_name + n - 3, ".md") == 0) {
			memcpy(b->files[b->n++], e->d_name, n + 1);
		}
	}
	if (!dir || b->n == 0) {
		fail(folder);
	}
	closedir(dir);
}

static double edit(const Bench *b, int i)
{
	char word[64];
	snprintf(word, sizeof word, "Saved as %d.", i);
	double start = now_ms();
	FILE *f = fopen(b->files[i % b->n], "a");
	if (!f || fprintf(f, "\n%s\n", word) < 0 || fclose(f) != 0) {
		fail(b->files[i % b->n]);
	}
	wait_event(b);
	if (!shows(b, b->files[i % b->n], word)) {
		fprintf(stderr, "reload: %s does not show what was saved\n", b->files[i % b->n]);
		exit(1);
	}
	return now_ms() - start;
}

static int by_time(const void *x, const void *y)
{
	double a = *(const double *)x;
	double b = *(const double *)y;
	return (a > b) - (a < b);
}

int main(int argc, char **argv)
{
	Bench b = {.n = 0};
	int edits = argc > 3 ? atoi(argv[1]) : 0;
	double *ms = calloc((size_t)(edits > 0 ? edits : 1), sizeof *ms);
	struct rusage used;
	int status;
	if (edits < 1 || !ms) {
		fprintf(stderr, "usage: reload EDITS FOLDER COMMAND...\n");
		return 2;
	}
	start(&b, argv + 3);
	list_files(&b, argv[2]);
	if (chdir(argv[2]) != 0) {
		fail(argv[2]);
	}
	b.events = ask(&b, "/.rubrika/events");
	wait_event(&b);
	for (int i = 0; i < edits; i++) {
		ms[i] = edit(&b, i);
	}
	kill(b.server, SIGTERM);
	if (wait4(b.server, &status, 0, &used) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		fprintf(stderr, "reload: the server did not end well\n");
		return 1;
	}
	qsort(ms, (size_t)edits, sizeof *ms, by_time);
	printf("%.0f\t%.0f\t%ld\n", ms[edits / 2], ms[edits - 1], used.ru_maxrss / 1024);
	free(ms);
	return 0;
}
