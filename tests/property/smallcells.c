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
#include "smallcells.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "cmd/session.h"

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

enum { FORMS, KINDS, YEARS, SUBJECTS, BREAKDOWNS };

/* The records of a site: programmes with a form, kinds and a year; mentors with subjects. */
typedef struct School {
	Case by[BREAKDOWNS];
	size_t programmes, mentors;
} School;

typedef struct Built {
	Arena arena;
	char *shown[BREAKDOWNS]; /* counts of the cells, as breakdowns of the site have them */
	VEC(Slice) paths;
	VEC(Digest) files;
	size_t errors;
	Buf complaints;
} Built;

static void put(int dir, const char *path, Buf *text)
{
	if (file_parents(dir, path) || file_write(dir, path, buf_slice(text))) {
		fprintf(stderr, "smallcells: %s cannot be written\n", path);
		exit(1);
	}
	buf_release(text);
}

static void put_words(Buf *out, const char *key, unsigned set)
{
	buf_printf(out, "%s: [", key);
	for (unsigned w = 0; w < WORDS; w++) {
		if (set >> w & 1) {
			buf_printf(out, "%s%c", buf_slice(out).p[out->n - 1] == '[' ? "" : ", ", 'a' + (int)w);
		}
	}
	buf_str(out, "]\n");
}

static unsigned word_of(unsigned set)
{
	unsigned w = 0;
	while (set > 1) {
		set >>= 1;
		w++;
	}
	return w;
}

static void put_vocabulary(Buf *out, const char *key, unsigned words)
{
	buf_printf(out, "%s:\n", key);
	for (unsigned w = 0; w < words; w++) {
		buf_printf(out, "  - {id: %c, title: %c}\n", 'a' + (int)w, 'a' + (int)w);
	}
}

static void write_settings(const School *s, int dir)
{
	Buf text = BUF_INIT;
	buf_str(&text, "base_url: https://school.example/mentoring/\n"
	               "school: {name: Школа, short_name: Школа, site: \"https://school.example/\"}\n");
	put(dir, "content/site.yaml", &text);
	buf_str(&text, "act: {title: Положение}\nmodel: pupils\nsections: [stats, forms, partners]\n");
	buf_printf(&text, "min_group: %lld\n", (long long)s->by[FORMS].min_group);
	put_vocabulary(&text, "forms", s->by[FORMS].words);
	put_vocabulary(&text, "kinds", s->by[KINDS].words);
	put(dir, "content/policy.yaml", &text);
	buf_str(&text, "---\nname: Завод\n---\n");
	put(dir, "content/partners/x.md", &text);
	buf_str(&text, "family: Младшая\ngiven: Анна\nminor_until: 2040-01-01\n");
	put(dir, "content/people/young.yaml", &text);
	buf_str(&text, "person: young\n");
	put(dir, "content/mentees/young.yaml", &text);
}

static void write_mentor(const School *s, int dir, size_t i)
{
	Buf text = BUF_INIT;
	char path[64];
	buf_printf(&text, "family: Старшая\ngiven: Анна\npatronymic: Н%zu\nconsents:\n", i);
	buf_printf(&text, "  - {id: \"%zu\", signed: 2020-09-01, by: self, covers: [role, name]}\n", i);
	snprintf(path, sizeof path, "content/people/m%zu.yaml", i);
	put(dir, path, &text);
	buf_printf(&text, "person: m%zu\n", i);
	put_words(&text, "subjects", s->by[SUBJECTS].of[i]);
	snprintf(path, sizeof path, "content/mentors/m%zu.yaml", i);
	put(dir, path, &text);
}

static void write_programme(const School *s, int dir, size_t i)
{
	Buf text = BUF_INIT;
	char path[64];
	unsigned year = 2018 + word_of(s->by[YEARS].of[i]);
	buf_printf(&text, "number: N%zu\ntitle: Программа\nform: %c\n", i, 'a' + (int)word_of(s->by[FORMS].of[i]));
	put_words(&text, "kinds", s->by[KINDS].of[i]);
	buf_printf(&text, "start: %u-10-01\nend: %u-05-31\nmentors: [m%zu]\nmentees: [young]\n", year, year + 1,
	           i % s->mentors);
	snprintf(path, sizeof path, "content/programmes/p%zu.yaml", i);
	put(dir, path, &text);
}

static void write_school(const School *s, const char *path)
{
	int dir;
	file_remove_tree(AT_FDCWD, path);
	dir = file_parents(AT_FDCWD, path) || mkdir(path, 0700) ? -1 : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir < 0) {
		fprintf(stderr, "smallcells: %s cannot be made\n", path);
		exit(1);
	}
	write_settings(s, dir);
	for (size_t i = 0; i < s->mentors; i++) {
		write_mentor(s, dir, i);
	}
	for (size_t i = 0; i < s->programmes; i++) {
		write_programme(s, dir, i);
	}
	close(dir);
}

static void keep_breakdowns(Built *out, const PubSite *site)
{
	static const char *const ids[] = {"programmes_by_form", "programmes_by_kind", "programmes_by_year",
	                                  "mentors_by_subject"};
	for (int k = 0; k < BREAKDOWNS; k++) {
		Buf text = BUF_INIT;
		for (size_t i = 0; i < site->breakdown_count; i++) {
			const PubBreakdown *b = &site->breakdowns[i];
			for (size_t n = 0; strcmp(b->id, ids[k]) == 0 && n < b->n; n++) {
				buf_printf(&text, " %lld", (long long)b->cells[n].count);
			}
		}
		out->shown[k] = arena_cstr(&out->arena, buf_slice(&text));
		buf_release(&text);
	}
}

static void keep_files(Built *out, const Session *s)
{
	Products ps;
	const Render *r = &s->render;
	products_init(&ps);
	pages_add_products(s->pages, &ps, r, true);
	feed_products(&ps, r);
	calendar_products(&ps, r);
	export_products(&ps, r);
	table_products(&ps, r);
	search_products(&ps, r);
	asset_products(&ps, r);
	products_sort(&ps);
	for (size_t i = 0; i < ps.list.n; i++) {
		Buf bytes = BUF_INIT;
		ps.list.items[i].make(r, &ps.list.items[i], &bytes);
		vec_push(&out->paths, arena_dup(&out->arena, ps.list.items[i].path));
		vec_push(&out->files, digest_of(buf_slice(&bytes)));
		buf_release(&bytes);
	}
	products_release(&ps);
}

static void build(Built *out, const char *path)
{
	Session s;
	const Options o = {.repo = path,
	                   .content = "content",
	                   .worktree = true,
	                   .no_history = true,
	                   .as_of = date_of(2026, 11, 20),
	                   .jobs = 1};
	*out = (Built){.arena = ARENA_INIT, .complaints = BUF_INIT};
	if (session_open(&s, &o)) {
		keep_breakdowns(out, s.site);
		keep_files(out, &s);
	}
	diags_print(&out->complaints, &s.diags, FORMAT_TEXT, LANG_EN, false);
	out->errors = s.diags.errors;
	session_close(&s);
}

static void release(Built *b)
{
	arena_release(&b->arena);
	vec_release(&b->paths);
	vec_release(&b->files);
	buf_release(&b->complaints);
}

/* The first file in which two sites differ; NULL: they are the same. */
static const Slice *differs(const Built *x, const Built *y)
{
	for (size_t i = 0; i < x->files.n && i < y->files.n; i++) {
		if (!slice_eq(x->paths.items[i], y->paths.items[i]) ||
		    !digest_eq(x->files.items[i], y->files.items[i])) {
			return &x->paths.items[i];
		}
	}
	return x->files.n == y->files.n ? NULL : &(x->files.n ? x : y)->paths.items[0];
}

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
