/*
 * noninterference.c - publication.md, the law of non-interference, by chance.
 *
 *	noninterference [ROOT]
 *
 * Changes the demonstration content of the repository ROOT (".") in what is
 * withheld at D, in many ways at once, and compares the whole site byte for
 * byte; then changes something public, which must show. N rounds (60 unless
 * the environment says otherwise) from SEED (1). A failure tells the seed, the
 * round, and what was changed.
 */
#include "mutations.h"
#include "output.h"

static void mutate(Round *r, size_t wanted)
{
	size_t kinds = sizeof unseen / sizeof *unseen;
	for (size_t done = 0; done < wanted;) {
		done += unseen[below(&r->chance, kinds)](r);
	}
}

typedef struct Run {
	const char *root;
	char dir[48];
	uint64_t seed;
	Date today;
	Output base;
	size_t faults;
} Run;

static void start(Round *r, const Run *run, size_t i)
{
	*r = (Round){.done = BUF_INIT};
	if (!garden_open(&r->garden, run->root)) {
		fprintf(stderr, "noninterference: %s/content cannot be read\n", run->root);
		exit(1);
	}
	r->oracle = oracle_of(&r->garden, run->today);
	r->chance = (Chance){run->seed * 1000003u + i, &r->garden, &r->garden.arena};
}

static void build(Output *out, Run *run, const Garden *g)
{
	file_remove_tree(AT_FDCWD, run->dir);
	if (!garden_save(g, run->dir)) {
		fprintf(stderr, "noninterference: %s cannot be written\n", run->dir);
		exit(1);
	}
	output_make(out, run->dir, run->today);
}

static void report(Run *run, const Round *r, size_t i, const char *why, Slice where)
{
	char iso[11];
	date_iso(iso, run->today);
	printf("not ok - seed %llu, round %zu, as of %s: %s %.*s\n%s", (unsigned long long)run->seed, i, iso, why,
	       SLICE_ARG(where), r->done.p);
	run->faults++;
}

static void play(Run *run, size_t i)
{
	Round r;
	Output out;
	bool hidden = i % 4 != 3;
	start(&r, run, i);
	if (hidden) {
		mutate(&r, 1 + below(&r.chance, 30));
	} else {
		while (!change_public(&r)) {
		}
	}
	build(&out, run, &r.garden);
	Slice where = output_differs(&run->base, &out);
	if (!out.sound) {
		report(run, &r, i, "the changed content has faults:", buf_slice(&out.complaints));
	} else if (hidden && where.n) {
		report(run, &r, i, "what is withheld shows in", where);
	} else if (!hidden && !where.n) {
		report(run, &r, i, "a public value does not show", where);
	}
	output_release(&out);
	garden_close(&r.garden);
	buf_release(&r.done);
}

/* The same days as the content's own story: before, between and after its programmes' ends. */
static void play_day(Run *run, Date today, size_t from, size_t to)
{
	Round r;
	run->today = today;
	start(&r, run, from);
	build(&run->base, run, &r.garden);
	if (!run->base.sound) {
		report(run, &r, from, "the content has faults:", buf_slice(&run->base.complaints));
	}
	for (size_t i = from; run->base.sound && i < to && run->faults < 3; i++) {
		play(run, i);
	}
	output_release(&run->base);
	garden_close(&r.garden);
	buf_release(&r.done);
}

static size_t number_of(const char *name, unsigned otherwise)
{
	unsigned value = otherwise;
	const char *text = getenv(name);
	return text && slice_uint(slice_of(text), &value) ? value : otherwise;
}

int main(int argc, char **argv)
{
	Run run = {.root = argc > 1 ? argv[1] : ".", .seed = number_of("SEED", 1)};
	const Date days[] = {date_of(2026, 11, 20), date_of(2026, 12, 19), date_of(2027, 6, 15)};
	size_t n = number_of("N", 60);
	snprintf(run.dir, sizeof run.dir, "/tmp/rubrika-property-XXXXXX");
	if (!mkdtemp(run.dir)) {
		perror("noninterference");
		return 1;
	}
	for (size_t d = 0; d < 3; d++) {
		play_day(&run, days[d], n * d / 3, n * (d + 1) / 3);
	}
	file_remove_tree(AT_FDCWD, run.dir);
	map_release(&pictures.made);
	arena_release(&pictures.arena);
	if (run.faults == 0) {
		printf("ok - non-interference: %zu rounds from seed %llu\n", n, (unsigned long long)run.seed);
	}
	return run.faults ? 1 : 0;
}
