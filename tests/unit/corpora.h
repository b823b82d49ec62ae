/*
 * corpora.h - what tests of the records and the projection share: small
 * content trees, written from C strings, and what the public sees of them.
 *
 * One world at a time: world_begin() makes a folder with a valid site.yaml
 * and policy.yaml, world_put() adds files, world_on() projects it as of a day
 * (again and again, as days pass), world_end() forgets it.
 */
#ifndef TESTS_CORPORA_H
#define TESTS_CORPORA_H

#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "redact/order.h"
#include "redact/project.h"
#include "samples.h"
#include "unit.h"

static struct {
	char dir[40];
	int fd;
	Diags diags;
	Tree *tree;
	Corpus *corpus;
	PubSite *site;
	Links links;
	Buf text; /* what a reader below gave last */
} world;

#define BASE_SITE                                                                            \
	"title: Наставничество\nbase_url: https://school.example/mentoring/\n" \
	"school: {name: Школа, short_name: Школа, site: \"https://school.example/\"}\n"

#define BASE_POLICY                                                                                                              \
	"act: {title: Положение}\nmodel: pupils\n"                                                                      \
	"sections: [mentors, mentees, programmes, portfolios, partners, cases, documents, methods, news, events, "               \
	"roadmap,"                                                                                                               \
	" awards, stats, forms]\n"                                                                                               \
	"forms:\n  - {id: tt, title: педагог – педагог}\n  - {id: tp, title: педагог – ученик}\n" \
	"  - {id: pp, title: ученик – ученик}\n"                                                                   \
	"kinds:\n  - {id: one, title: один на один}\n  - {id: group, title: групповое}\n"

/* One item of `consents`: the list of categories, and further keys, each after a comma. */
#define CONSENT_BY(by, covers, more) "  - {id: r1, signed: 2025-09-01, by: " by ", covers: [" covers "]" more "}\n"
#define CONSENT(covers, more) CONSENT_BY("self", covers, more)
#define ROLE_AND_NAME "consents:\n" CONSENT("role, name, short_name", "")

static inline void world_put_bytes(const char *path, Slice bytes)
{
	Buf whole = BUF_INIT;
	buf_printf(&whole, "content/%s", path);
	ck_assert_int_eq(file_parents(world.fd, whole.p), 0);
	ck_assert_int_eq(file_write(world.fd, whole.p, bytes), 0);
	buf_release(&whole);
}

static inline void world_put(const char *path, const char *text)
{
	world_put_bytes(path, slice_of(text));
}

/* The base policy with more keys. */
static inline void world_policy(const char *more)
{
	Buf text = BUF_INIT;
	buf_str(&text, BASE_POLICY);
	buf_str(&text, more);
	world_put("policy.yaml", text.p);
	buf_release(&text);
}

static inline void world_begin(void)
{
	snprintf(world.dir, sizeof world.dir, "/tmp/rubrika-world-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(world.dir));
	world.fd = open(world.dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	ck_assert_int_ge(world.fd, 0);
	diags_init(&world.diags);
	buf_init(&world.text);
	world_put("site.yaml", BASE_SITE);
	world_policy("");
}

static inline void world_close(void)
{
	pubsite_free(world.site);
	corpus_free(world.corpus);
	if (world.tree) {
		tree_free(world.tree);
	}
	free(world.links.items);
	world.site = NULL;
	world.corpus = NULL;
	world.tree = NULL;
	world.links = (Links){NULL, 0, 0};
	diags_release(&world.diags);
	diags_init(&world.diags);
}

static inline void world_end(void)
{
	world_close();
	buf_release(&world.text);
	close(world.fd);
	ck_assert_int_eq(file_remove_tree(AT_FDCWD, world.dir), 0);
}

/* Reads the files as they lie; faults are in world.diags. */
static inline const Corpus *world_load(void)
{
	const TreeOptions o = {.repo = world.dir, .content = "content", .worktree = true};
	world_close();
	world.tree = tree_open(&o, &world.diags);
	ck_assert_ptr_nonnull(world.tree);
	world.corpus = corpus_load(world.tree, SL("content"), 2, &world.diags);
	return world.corpus;
}

static inline const char *world_complaints(void)
{
	buf_clear(&world.text);
	diags_print(&world.text, &world.diags, FORMAT_TEXT, LANG_EN, false);
	return world.text.p;
}

/* Projects, whatever the door complains of. */
static inline const PubSite *world_try(const char *day)
{
	Date today;
	ck_assert(date_parse(&today, slice_of(day)));
	world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	world.site = project(world.corpus, NULL, today, SL(""), 2, &world.links, &world.diags);
	return world.site;
}

/* What the public sees on a day. */
static inline const PubSite *world_on(const char *day)
{
	world_try(day);
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	return world.site;
}

/* Was a fault of this kind found, at this place? line 0: anywhere. */
static inline bool world_faulted(DiagId id, const char *path, unsigned line)
{
	bool found = false;
	for (size_t i = 0; i < world.diags.n; i++) {
		const Diag *d = &world.diags.items[i];
		found |= d->id == id && slice_is(d->loc.path, path) && (line == 0 || d->loc.line == line);
	}
	return found;
}

/* --- records that most tests need --- */

/* people/ID.yaml; `rest`: further keys. */
static inline void world_person(const char *id, const char *family, const char *rest)
{
	Buf path = BUF_INIT;
	Buf text = BUF_INIT;
	buf_printf(&path, "people/%s.yaml", id);
	buf_printf(&text, "family: %s\ngiven: Мария\npatronymic: Петровна\n%s", family, rest);
	world_put(path.p, text.p);
	buf_release(&path);
	buf_release(&text);
}

/* A person and the mentor or mentee that she is; `folder`: "mentors" or "mentees". */
static inline void world_part(const char *folder, const char *id, const char *family, const char *rest)
{
	Buf path = BUF_INIT;
	Buf text = BUF_INIT;
	world_person(id, family, rest);
	buf_printf(&path, "%s/%s.md", folder, id);
	buf_printf(&text, "---\nperson: %s\n---\n", id);
	world_put(path.p, text.p);
	buf_release(&path);
	buf_release(&text);
}

/* programmes/ID.md, number N-ID, of 2026-02-01 to 2026-05-31; `rest`: further keys. */
static inline void world_programme(const char *id, const char *mentors, const char *mentees, const char *rest)
{
	Buf path = BUF_INIT;
	Buf text = BUF_INIT;
	buf_printf(&path, "programmes/%s.md", id);
	buf_printf(&text, "---\nnumber: N-%s\ntitle: Программа\nform: tt\nstart: 2026-02-01\nend: 2026-05-31\n", id);
	buf_printf(&text, "mentors: [%s]\nmentees: [%s]\n%s---\n", mentors, mentees, rest);
	world_put(path.p, text.p);
	buf_release(&path);
	buf_release(&text);
}

/* A small sound picture. */
static inline void world_picture(const char *path)
{
	Buf png = BUF_INIT;
	sample_picture(&png, PICTURE_PNG, 8, 8);
	world_put_bytes(path, buf_slice(&png));
	buf_release(&png);
}

/* --- readers --- */

/* A record by its public id, or its number; of kinds without one, the only record. NULL: not there. */
static inline const PubRecord *seen(PubKind kind, const char *id)
{
	PubList list = world.site->kinds[kind];
	for (size_t i = 0; i < list.n; i++) {
		if (slice_is(list.items[i]->id, id)) {
			return list.items[i];
		}
	}
	return NULL;
}

static inline Slice text_on(const PubRecord *r, const char *field, const char *page)
{
	return r ? pub_text(&r->fields, field, slice_of(page)) : SL("");
}

/* The names of a list of people as a page shows them, in its order: «А; Б». */
static inline Slice people_on(const PubRecord *r, const char *field, const char *page)
{
	const Pub *list = pub_get(&r->fields, slice_of(field), slice_of(page));
	buf_clear(&world.text);
	for (size_t i = 0; list && i < list->as.list.n; i++) {
		const Pub *who = pub_on(list->as.list.items[i], slice_of(page));
		if (who) {
			buf_str(&world.text, world.text.n ? "; " : "");
			buf_add(&world.text, pub_text(who, "name", slice_of(page)));
		}
	}
	return buf_slice(&world.text);
}

static inline Slice html_on(const PubRecord *r, const char *field, const char *page)
{
	const Pub *v = r ? pub_get(&r->fields, slice_of(field), slice_of(page)) : NULL;
	return v && v->type == PUB_HTML ? v->as.text : SL("");
}

/* Everything that a page may hold, with every page of the site asked. */
static inline void world_tell(Buf *out)
{
	const PubSite *s = world.site;
	for (int k = 0; k < PUB_KINDS; k++) {
		for (size_t i = 0; i < s->kinds[k].n; i++) {
			const PubRecord *r = s->kinds[k].items[i];
			const char *const lists[] = {"",      "mentors/", "mentees/", "programmes/",
			                             "news/", "awards/",  "search/"};
			order_canon(out, &r->fields, r->page);
			for (size_t p = 0; p < sizeof lists / sizeof *lists; p++) {
				order_canon(out, &r->fields, slice_of(lists[p]));
			}
			buf_add(out, r->id);
			buf_add(out, r->page);
			buf_add(out, r->text);
		}
	}
	for (size_t i = 0; i < s->media_count; i++) {
		if (s->media[i]->used) {
			order_canon(out, s->media[i]->alt, SL(""));
			order_canon(out, s->media[i]->caption, SL(""));
		}
	}
	for (size_t i = 0; i < s->notice_count; i++) {
		order_canon(out, s->notices[i].name, SL("consents/"));
		order_canon(out, s->notices[i].conditions, SL("consents/"));
	}
	order_canon(out, &s->site, SL(""));
	order_canon(out, &s->policy, SL("forms/"));
	order_canon(out, s->roadmap, SL("roadmap/"));
}

static inline bool told(const char *word)
{
	Buf all = BUF_INIT;
	world_tell(&all);
	bool found = slice_find(buf_slice(&all), slice_of(word), 0) < all.n;
	buf_release(&all);
	return found;
}

#endif
