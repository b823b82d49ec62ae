/*
 * smallcells.c - publication.md, rule 12: no suppressed cell follows from all
 * the published numbers of the site together.
 *
 * The attacker knows every file of the site, every word of the vocabularies,
 * and the program. A number is safe from all that when there are other records
 * behind the very same site with another number. So, three proofs:
 *
 *	every	all records of a few words, by exhaustion: behind each breakdown
 *		(and behind none, where it is not shown) no withheld number is
 *		the same throughout.
 *	chance	more words and records, with counts near the threshold: for each
 *		withheld number other records of the same breakdown are found.
 *		N rounds (2000 unless the environment says otherwise).
 *	sites	the same for a whole site, N / 100 times: for withheld numbers of
 *		all its breakdowns at once there is another content tree that
 *		builds to the same bytes, every file of it.
 *
 * The sites have the sections of figures and forms, but no lists: where a
 * list shows the records by themselves, as rule 10 has it for programmes, what
 * they have in common may be counted there, and is no secret.
 *
 * From SEED (1). A failure tells the seed, the round and the numbers.
 */
#include "school.h"

static size_t faults;

static void fail(const char *where, const char *why, const Case *c, const Shown *s)
{
	printf("not ok - small cells, %s: %s\n# threshold %lld, %zu records, shown: %s; behind it:", where, why,
	       (long long)c->min_group, c->n, s->text[0] ? s->text : "nothing");
	for (unsigned w = 0; w < c->words; w++) {
		printf(" %c %lld", 'a' + (int)w, (long long)count_word(c, w));
	}
	printf("\n");
	faults++;
}

/* The letter of the rule: what is shown is large, and nothing is merged without need. */
static void judge(const char *where, const Case *c, const Shown *s)
{
	size_t small = 0;
	size_t cells = 0;
	bool lone_two = false;
	for (unsigned w = 0; w < c->words; w++) {
		int64_t count = count_word(c, w);
		cells += count > 0;
		small += is_secret(c, w);
		lone_two |= count == 2;
		if (is_secret(c, w) && s->words >> w & 1) {
			fail(where, "a small cell is shown", c, s);
		}
	}
	if (small == 0 && !(cells == 1 && lone_two) && (s->merged || (cells > 0 && s->words == 0))) {
		fail(where, "cells are large enough and not shown", c, s);
	}
}

/* --- every --- */

/* All records that were found behind one breakdown. */
typedef struct Group {
	Case one;
	Shown shown;
	int64_t count[WORDS];
	bool varies[WORDS];
} Group;

typedef struct Every {
	Case c;
	Arena arena;
	Map groups; /* what is shown → Group * */
	VEC(Group *) list;
	size_t tried;
} Every;

static void try_one(Every *e)
{
	Shown s;
	publish(&s, &e->c);
	judge("every", &e->c, &s);
	e->tried++;
	Slice key = s.text[0] ? slice_of(s.text) : SL("nothing");
	Group *g = map_get(&e->groups, key);
	if (!g) {
		g = ARENA_NEW(&e->arena, Group);
		*g = (Group){.one = e->c, .shown = s};
		for (unsigned w = 0; w < e->c.words; w++) {
			g->count[w] = count_word(&e->c, w);
		}
		map_put(&e->groups, arena_dup(&e->arena, key), g);
		vec_push(&e->list, g);
	}
	for (unsigned w = 0; w < e->c.words; w++) {
		g->varies[w] |= g->count[w] != count_word(&e->c, w);
	}
}

/* Records from number `from` on, each with a set of words not before `least`: their order is nobody's business. */
static void try_all(Every *e, size_t from, unsigned least)
{
	if (from == e->c.n) {
		try_one(e);
		return;
	}
	for (unsigned set = least; set < 1u << e->c.words; set++) {
		if (!e->c.single || (set && (set & (set - 1)) == 0)) {
			e->c.of[from] = set;
			try_all(e, from + 1, set);
		}
	}
}

static size_t prove(int64_t min_group, unsigned words, bool single, size_t n)
{
	Every e = {.c = {.min_group = min_group, .words = words, .single = single, .n = n}};
	try_all(&e, 0, 0);
	for (size_t i = 0; i < e.list.n; i++) {
		const Group *g = e.list.items[i];
		for (unsigned w = 0; w < words; w++) {
			if (is_secret(&g->one, w) && !g->varies[w]) {
				fail("every", "a number can be told", &g->one, &g->shown);
			}
		}
	}
	map_release(&e.groups);
	vec_release(&e.list);
	arena_release(&e.arena);
	return e.tried;
}

static void prove_every(void)
{
	/* Up to so many records of so many words. */
	static const struct {
		unsigned words;
		bool single;
		size_t most;
	} sizes[] = {{2, true, 30},  {3, true, 20}, {4, true, 13}, {5, true, 10},
	             {2, false, 12}, {3, false, 6}, {4, false, 4}};
	size_t tried = 0;
	for (int64_t min_group = 2; min_group <= 6; min_group++) {
		for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
			for (size_t n = 0; n <= sizes[i].most; n++) {
				tried += prove(min_group, sizes[i].words, sizes[i].single, n);
			}
		}
	}
	printf("%s - small cells, every: no number can be told, of %zu sets of records\n", faults ? "not ok" : "ok",
	       tried);
}

/* --- chance --- */

static size_t play(uint64_t *chance)
{
	Case c, other;
	Shown s;
	size_t secrets = 0;
	c.words = 2 + (unsigned)below(chance, WORDS - 1);
	c.min_group = 2 + (int64_t)below(chance, 9);
	some_case(&c, chance, below(chance, 2), below(chance, 60));
	publish(&s, &c);
	judge("chance", &c, &s);
	for (unsigned w = 0; w < c.words; w++) {
		secrets += is_secret(&c, w);
		if (is_secret(&c, w) && !find_other(&other, &c, &s, w, 2)) {
			fail("chance", "no other records are found behind a number", &c, &s);
		}
	}
	return secrets;
}

static void prove_chance(uint64_t seed, size_t rounds)
{
	size_t before = faults;
	size_t secrets = 0;
	for (size_t i = 0; i < rounds; i++) {
		uint64_t chance = seed * 1000003u + i;
		size_t known = faults;
		secrets += play(&chance);
		if (faults > known) {
			printf("# seed %llu, round %zu\n", (unsigned long long)seed, i);
		}
	}
	printf("%s - small cells, chance: %zu numbers of %zu rounds, seed %llu\n", faults > before ? "not ok" : "ok",
	       secrets, rounds, (unsigned long long)seed);
}

/* --- sites --- */

static void some_school(School *s, uint64_t *chance)
{
	int64_t min_group = 2 + (int64_t)below(chance, 4);
	for (int k = 0; k < BREAKDOWNS; k++) {
		s->by[k] = (Case){.min_group = min_group, .words = 2 + (unsigned)below(chance, 4)};
	}
	some_case(&s->by[FORMS], chance, true, 0);
	s->programmes = s->by[FORMS].n;
	some_case(&s->by[KINDS], chance, false, s->programmes);
	s->by[YEARS].single = true;
	s->by[YEARS].n = s->programmes;
	for (size_t i = 0; i < s->programmes; i++) {
		s->by[YEARS].of[i] = 1u << below(chance, below(chance, s->by[YEARS].words) + 1);
	}
	s->mentors = 1 + below(chance, 12);
	some_case(&s->by[SUBJECTS], chance, false, s->mentors);
}

/* Another school with other numbers where this one's are withheld: how many. */
static size_t change_secrets(School *out, const School *s)
{
	size_t changed = 0;
	*out = *s;
	for (int k = 0; k < BREAKDOWNS; k++) {
		Shown shown;
		bool done = false;
		publish(&shown, &s->by[k]);
		for (unsigned w = 0; w < s->by[k].words && !done; w++) {
			done = is_secret(&s->by[k], w) && find_other(&out->by[k], &s->by[k], &shown, w, 2);
		}
		changed += done;
		out->by[k] = done ? out->by[k] : s->by[k];
	}
	return changed;
}

/* Are the counts of the site those that the rule gives? */
static bool agrees(const Built *b, const School *s)
{
	for (int k = 0; k < BREAKDOWNS; k++) {
		Shown shown;
		Buf counts = BUF_INIT;
		publish(&shown, &s->by[k]);
		for (const char *p = shown.text; *p; p++) {
			if (*p == ' ' && p[1] >= '0' && p[1] <= '9') {
				size_t digits = strspn(p + 1, "0123456789");
				buf_put(&counts, p, digits + 1);
			}
		}
		bool same = slice_eq(buf_slice(&counts), slice_of(b->shown[k]));
		buf_release(&counts);
		if (!same) {
			return false;
		}
	}
	return true;
}

static size_t play_site(uint64_t *chance, const char *path)
{
	School school, other;
	Built is, would;
	some_school(&school, chance);
	size_t changed = change_secrets(&other, &school);
	write_school(&school, path);
	build(&is, path);
	write_school(&other, path);
	build(&would, path);
	const Slice *where = differs(&is, &would);
	if (is.errors || would.errors) {
		printf("not ok - small cells, sites: the content has faults\n# %s%s", is.complaints.p,
		       would.complaints.p);
	} else if (!agrees(&is, &school)) {
		printf("not ok - small cells, sites: other numbers than the rule has\n");
	} else if (where) {
		printf("not ok - small cells, sites: a withheld number shows in %.*s\n", SLICE_ARG(*where));
	}
	faults += is.errors || would.errors || !agrees(&is, &school) || where;
	release(&is);
	release(&would);
	return changed;
}

static void prove_sites(uint64_t seed, size_t rounds)
{
	char path[] = "/tmp/rubrika-cells-XXXXXX";
	size_t before = faults;
	size_t changed = 0;
	if (!mkdtemp(path)) {
		perror(path);
		exit(1);
	}
	for (size_t i = 0; i < rounds; i++) {
		uint64_t chance = seed * 7000003u + i;
		size_t known = faults;
		changed += play_site(&chance, path);
		if (faults > known) {
			printf("# seed %llu, site %zu\n", (unsigned long long)seed, i);
		}
	}
	file_remove_tree(AT_FDCWD, path);
	printf("%s - small cells, sites: %zu numbers of %zu sites can be others, seed %llu\n",
	       faults > before ? "not ok" : "ok", changed, rounds, (unsigned long long)seed);
}

static uint64_t number_from(const char *name, uint64_t otherwise)
{
	unsigned n;
	const char *text = getenv(name);
	return text && slice_uint(slice_of(text), &n) ? n : otherwise;
}

int main(void)
{
	uint64_t seed = number_from("SEED", 1);
	size_t rounds = (size_t)number_from("N", 2000);
	prove_every();
	prove_chance(seed, rounds);
	prove_sites(seed, 1 + rounds / 100);
	return faults != 0;
}
