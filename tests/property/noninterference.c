/*
 * noninterference.c - publication.md, the law of non-interference, by chance.
 *
 *	noninterference [-q] [-j WORKERS] [ROOT]
 *
 * Grows small content trees with their histories, changes each in what is
 * withheld at D, in many ways at once, and compares the whole site byte for
 * byte; then changes something public, which must show; then something that
 * somebody lets some pages show, which no other page may. A few rounds do so
 * with the demonstration content of the repository ROOT ("."). N pairs (2000
 * unless the environment says otherwise) from SEED (1); ROUND plays one alone.
 * A failure tells the seed and the round, and the smallest tree in which it
 * was found. The rounds are the same for any number of workers.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "parts/grow.h"
#include "parts/shrink.h"

enum {
	UNSEEN = 4, /* changed trees of one tree; then one with a public change */
	LIMITED,    /* and one with a change of what is shown on some pages alone */
	ROUNDS,
	FOLDERS = 12, /* one tree in so many is also built by the command */
	DEMOS = 40,   /* one tree in so many is the demonstration content */
	MOST_WORKERS = 16,
	ENOUGH = 200, /* trees in which each field is set */
};

/* What the workers share. */
typedef struct Board {
	atomic_size_t round[MOST_WORKERS]; /* being played */
	atomic_size_t faults;
	atomic_size_t pairs, shown, limited, folders;
	atomic_size_t grown[FIELD_COUNT];
	atomic_uint_least64_t kinds; /* of changes that were made */
} Board;

typedef struct Run {
	const char *root;
	uint64_t seed;
	size_t trees, only; /* only: a round, or SIZE_MAX */
	unsigned workers;
	bool quick;
	char dir[48]; /* the workers' folders lie in it */
	Board *board;
	Workshop workshop;
	unsigned worker;
} Run;

/* --- one round --- */

static Recipe recipe_of(const Run *run, size_t tree, size_t variant)
{
	static const int days[][3] = {{2026, 11, 20}, {2026, 12, 19}, {2027, 6, 15}};
	Chance chance = {.state = run->seed * 1000003u + tree};
	Recipe how = {.seed = roll(&chance)};
	if (tree % DEMOS == DEMOS - 1) {
		const int *day = days[below(&chance, 3)];
		how.root = run->root;
		how.today = date_of(day[0], day[1], day[2]);
	}
	chance.state += variant * 7919;
	how.public = variant == UNSEEN;
	how.limited = variant == LIMITED;
	how.change_count = how.public || how.limited ? 1 : 1 + below(&chance, MOST_CHANGES);
	for (size_t i = 0; i < how.change_count; i++) {
		how.changes[i] = roll(&chance) | 1;
	}
	how.folder = variant == 0 && tree % FOLDERS == 0;
	return how;
}

static void report(Run *run, Recipe *how, size_t round, Verdict verdict)
{
	static const char *const why[] = {
	        [PAIR_EQUAL] = "a public value does not show",
	        [PAIR_DIFFERENT] = "what is withheld shows",
	        [PAIR_BASE_FAULTY] = "a tree that should be valid is refused",
	        [PAIR_CHANGED_FAULTY] = "a tree is refused for what is withheld in it",
	        [PAIR_UNGROWN] = "the demonstration content cannot be read",
	};
	atomic_fetch_add(&run->board->faults, 1);
	if (verdict != PAIR_UNGROWN && !run->quick) {
		shrink(how, &run->workshop, verdict);
	}
	printf("not ok - non-interference: SEED=%llu ROUND=%zu: %s\n", (unsigned long long)run->seed, round,
	       why[verdict]);
	if (verdict != PAIR_UNGROWN && !run->quick) {
		shrink_tell(how, &run->workshop);
	}
	fflush(stdout);
}

static void count(Run *run, const Recipe *how, const Pair *p)
{
	Board *b = run->board;
	atomic_size_t *counter = how->public ? &b->shown : how->limited ? &b->limited : &b->pairs;
	atomic_fetch_add(counter, p->verdict != PAIR_UNCHANGED);
	atomic_fetch_or(&b->kinds, p->kinds);
	atomic_fetch_add(&b->folders, how->folder);
}

static void play(Run *run, size_t round, const Story *base, const Output *before)
{
	Pair p;
	Recipe how = recipe_of(run, round / ROUNDS, round % ROUNDS);
	atomic_store(&run->board->round[run->worker], round);
	pair_make(&p, &run->workshop, &how, base, how.folder ? NULL : before);
	bool fails = pair_fails(&p, &how);
	Verdict verdict = p.verdict;
	count(run, &how, &p);
	pair_release(&p);
	if (fails) {
		report(run, &how, round, verdict);
	}
	vec_release(&how.cuts);
}

static void play_tree(Run *run, size_t tree)
{
	Story base;
	Output before;
	size_t grown[FIELD_COUNT] = {0};
	Recipe how = recipe_of(run, tree, 0);
	atomic_store(&run->board->round[run->worker], tree * ROUNDS);
	if (!pair_plant(&base, &how, grown)) {
		report(run, &how, tree * ROUNDS, PAIR_UNGROWN);
		story_release(&base);
		return;
	}
	output_make(&before, &run->workshop, &base);
	for (size_t f = 0; f < FIELD_COUNT; f++) {
		atomic_fetch_add(&run->board->grown[f], grown[f]);
	}
	for (size_t i = 0; i < ROUNDS && atomic_load(&run->board->faults) == 0; i++) {
		if (run->only == SIZE_MAX || run->only == tree * ROUNDS + i) {
			play(run, tree * ROUNDS + i, &base, &before);
		}
	}
	output_release(&before);
	story_release(&base);
}

/* --- workers --- */

static int work(Run *run)
{
	char dir[64];
	snprintf(dir, sizeof dir, "%s/%u", run->dir, run->worker);
	if (mkdir(dir, 0700) != 0 || !workshop_open(&run->workshop, dir)) {
		perror(dir);
		return 1;
	}
	size_t from = run->only == SIZE_MAX ? run->worker : run->only / ROUNDS;
	for (size_t i = from; i < run->trees && atomic_load(&run->board->faults) == 0; i += run->workers) {
		play_tree(run, i);
	}
	workshop_close(&run->workshop);
	return 0;
}

static pid_t start(Run *run, unsigned worker, const sigset_t *signals)
{
	fflush(stdout);
	pid_t pid = fork();
	if (pid == 0) {
		sigprocmask(SIG_SETMASK, signals, NULL);
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		run->worker = worker;
		int status = work(run);
		fflush(stdout);
		_exit(status);
	}
	return pid;
}

/* A worker that died was brought down by the program under test. */
static void report_fall(Run *run, unsigned worker, int status)
{
	atomic_fetch_add(&run->board->faults, 1);
	printf("not ok - non-interference: SEED=%llu ROUND=%zu: the program fell, status %d\n",
	       (unsigned long long)run->seed, atomic_load(&run->board->round[worker]), status);
}

/* Those that have ended by now; gives how many. */
static unsigned reap(Run *run, const pid_t *pids)
{
	unsigned n = 0;
	int status = 0;
	for (pid_t pid = waitpid(-1, &status, WNOHANG); pid > 0; pid = waitpid(-1, &status, WNOHANG)) {
		unsigned worker = 0;
		while (worker + 1 < run->workers && pids[worker] != pid) {
			worker++;
		}
		if (status != 0) {
			report_fall(run, worker, status);
		}
		n++;
	}
	return n;
}

static void kill_all(const pid_t *pids, unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		kill(pids[i], SIGKILL);
		waitpid(pids[i], NULL, 0);
	}
}

/* Until all have ended, or until this process is to end: then the signal that said so. */
static int await(Run *run, const pid_t *pids, const sigset_t *heeded)
{
	int signal = SIGCHLD;
	for (unsigned ended = reap(run, pids); ended < run->workers; ended += reap(run, pids)) {
		sigwait(heeded, &signal);
		if (signal != SIGCHLD) {
			kill_all(pids, run->workers);
			return signal;
		}
	}
	return 0;
}

static void heed_signals(sigset_t *heeded, sigset_t *before)
{
	static const int ends[] = {SIGHUP, SIGINT, SIGTERM};
	sigemptyset(heeded);
	sigaddset(heeded, SIGCHLD);
	signal(SIGCHLD, SIG_DFL);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		struct sigaction now;
		if (sigaction(ends[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN) {
			sigaddset(heeded, ends[i]);
		}
	}
	sigprocmask(SIG_BLOCK, heeded, before);
}

/* Whatever ends the test, its folder goes with it: memory is dear. */
static void work_all(Run *run)
{
	pid_t pids[MOST_WORKERS];
	sigset_t heeded, before;
	const char *memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
	snprintf(run->dir, sizeof run->dir, "%s/rubrika-property-XXXXXX", memory);
	heed_signals(&heeded, &before);
	if (!mkdtemp(run->dir)) {
		perror(run->dir);
		exit(1);
	}
	for (unsigned i = 0; i < run->workers; i++) {
		pids[i] = start(run, i, &before);
		if (pids[i] < 0) {
			perror("fork");
			run->workers = i;
			atomic_fetch_add(&run->board->faults, 1);
		}
	}
	int ended_by = await(run, pids, &heeded);
	file_remove_tree(AT_FDCWD, run->dir);
	sigprocmask(SIG_SETMASK, &before, NULL);
	if (ended_by) {
		raise(ended_by);
	}
}

/* --- the outcome --- */

static void report_idle(Run *run, const char *what, Slice name, Slice of)
{
	atomic_fetch_add(&run->board->faults, 1);
	printf("not ok - non-interference: %s: %.*s %.*s\n", what, SLICE_ARG(name), SLICE_ARG(of));
}

/* A field that was never set was never tested, nor was a way of changing that found nothing to change. */
static void check_idle(Run *run)
{
	if (run->trees < ENOUGH || run->only != SIZE_MAX || atomic_load(&run->board->faults)) {
		return;
	}
	for (size_t f = 0; f < FIELD_COUNT; f++) {
		const FieldInfo *info = schema_field((FieldId)f);
		if (atomic_load(&run->board->grown[f]) == 0) {
			report_idle(run, "no tree has the field", info->name, schema_owner_name(info->owner));
		}
	}
	for (size_t i = 0; mutation_name(i); i++) {
		if (!(atomic_load(&run->board->kinds) >> i & 1)) {
			report_idle(run, "never done", slice_of(mutation_name(i)), SL(""));
		}
	}
}

static size_t number_of(const char *name, size_t otherwise)
{
	unsigned value;
	const char *text = getenv(name);
	return text && slice_uint(slice_of(text), &value) ? value : otherwise;
}

static void read_options(Run *run, int argc, char **argv)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	run->workers = processors > 0 ? (unsigned)processors : 1;
	for (int c = getopt(argc, argv, "qj:"); c != -1; c = getopt(argc, argv, "qj:")) {
		run->quick |= c == 'q';
		if (c != 'q' && (c != 'j' || !slice_uint(slice_of(optarg), &run->workers))) {
			fprintf(stderr, "usage: noninterference [-q] [-j WORKERS] [ROOT]\n");
			exit(2);
		}
	}
	run->workers = run->workers < 1 ? 1 : run->workers > MOST_WORKERS ? MOST_WORKERS : run->workers;
	run->root = optind < argc ? argv[optind] : ".";
	run->seed = number_of("SEED", 1);
	run->only = number_of("ROUND", SIZE_MAX);
	run->trees = (number_of("N", 2000) + UNSEEN - 1) / UNSEEN;
	if (run->only != SIZE_MAX) {
		run->workers = 1;
		run->trees = run->only / ROUNDS + 1;
	}
}

int main(int argc, char **argv)
{
	Run run = {.board = mmap(NULL, sizeof *run.board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)};
	if (run.board == MAP_FAILED) {
		perror("noninterference");
		return 1;
	}
	read_options(&run, argc, argv);
	work_all(&run);
	check_idle(&run);
	const Board *b = run.board;
	size_t faults = atomic_load(&b->faults);
	printf("%sseed %llu: %zu pairs alike (%zu as folders with twins, audited), %zu public changes shown, "
	       "%zu kept to their pages\n",
	       faults ? "# " : "ok - non-interference: ", (unsigned long long)run.seed, atomic_load(&b->pairs),
	       atomic_load(&b->folders), atomic_load(&b->shown), atomic_load(&b->limited));
	return faults ? 1 : 0;
}
