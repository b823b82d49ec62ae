/*
 * school.h - a site of programmes and mentors with the values of smallcells.h:
 * written as a content tree, built, and compared file by file.
 */
#ifndef TESTS_SCHOOL_H
#define TESTS_SCHOOL_H

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "cmd/session.h"
#include "smallcells.h"

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

static inline void put(int dir, const char *path, Buf *text)
{
	if (file_parents(dir, path) || file_write(dir, path, buf_slice(text))) {
		fprintf(stderr, "smallcells: %s cannot be written\n", path);
		exit(1);
	}
	buf_release(text);
}

static inline void put_words(Buf *out, const char *key, unsigned set)
{
	buf_printf(out, "%s: [", key);
	for (unsigned w = 0; w < WORDS; w++) {
		if (set >> w & 1) {
			buf_printf(out, "%s%c", buf_slice(out).p[out->n - 1] == '[' ? "" : ", ", 'a' + (int)w);
		}
	}
	buf_str(out, "]\n");
}

static inline unsigned word_of(unsigned set)
{
	unsigned w = 0;
	while (set > 1) {
		set >>= 1;
		w++;
	}
	return w;
}

static inline void put_vocabulary(Buf *out, const char *key, unsigned words)
{
	buf_printf(out, "%s:\n", key);
	for (unsigned w = 0; w < words; w++) {
		buf_printf(out, "  - {id: %c, title: %c}\n", 'a' + (int)w, 'a' + (int)w);
	}
}

static inline void write_settings(const School *s, int dir)
{
	Buf text = BUF_INIT;
	buf_str(&text, "base_url: https://school.example/mentoring/\n"
	               "school: {name: Школа, short_name: Школа, site: \"https://school.example/\"}\n");
	put(dir, "content/site.yaml", &text);
	buf_str(&text, "act: {title: Положение}\nmodel: pupils\nsections: [stats, forms, partners, cases, news]\n");
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
	buf_str(&text, "title: Опыт\nsummary: Кратко.\ndate: 2026-06-01\n");
	buf_str(&text, s->programmes ? "programme: p0\nmentors: [m0]\n" : "");
	put(dir, "content/cases/c.yaml", &text);
	buf_str(&text, "title: Итоги\ndate: 2026-06-01\n");
	buf_str(&text, s->programmes ? "programme: p0\nresults: true\n" : "");
	put(dir, "content/news/n.yaml", &text);
}

static inline void write_mentor(const School *s, int dir, size_t i)
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

static inline void write_programme(const School *s, int dir, size_t i)
{
	Buf text = BUF_INIT;
	char path[64];
	unsigned year = 2018 + word_of(s->by[YEARS].of[i]);
	buf_printf(&text, "number: N%zu\ntitle: Программа\nform: %c\n", i, 'a' + (int)word_of(s->by[FORMS].of[i]));
	put_words(&text, "kinds", s->by[KINDS].of[i]);
	buf_printf(&text, "start: %u-10-01\nend: %u-05-31\nmentors: [m%zu]\nmentees: [young]\n", year, year + 1,
	           i % s->mentors);
	buf_str(&text, i ? "" : "completion: {date: 2026-05-31, ground: plan}\nresults: {summary: Всё удалось.}\n");
	snprintf(path, sizeof path, "content/programmes/p%zu.yaml", i);
	put(dir, path, &text);
}

static inline void write_school(const School *s, const char *path)
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

static inline void keep_breakdowns(Built *out, const PubSite *site)
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

static inline void keep_files(Built *out, const Session *s)
{
	Products ps;
	const Render *r = &s->render;
	products_init(&ps);
	site_products(&ps, s->pages, r, true);
	for (size_t i = 0; i < ps.list.n; i++) {
		Buf bytes = BUF_INIT;
		ps.list.items[i].make(r, &ps.list.items[i], &bytes);
		vec_push(&out->paths, arena_dup(&out->arena, ps.list.items[i].path));
		vec_push(&out->files, digest_of(buf_slice(&bytes)));
		buf_release(&bytes);
	}
	products_release(&ps);
}

static inline void build(Built *out, const char *path)
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

static inline void release(Built *b)
{
	arena_release(&b->arena);
	vec_release(&b->paths);
	vec_release(&b->files);
	buf_release(&b->complaints);
}

/* The first file in which two sites differ; NULL: they are the same. */
static inline const Slice *differs(const Built *x, const Built *y)
{
	for (size_t i = 0; i < x->files.n && i < y->files.n; i++) {
		if (!slice_eq(x->paths.items[i], y->paths.items[i]) ||
		    !digest_eq(x->files.items[i], y->files.items[i])) {
			return &x->paths.items[i];
		}
	}
	return x->files.n == y->files.n ? NULL : &(x->files.n ? x : y)->paths.items[0];
}

#endif
