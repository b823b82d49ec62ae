/* The law of dates, over histories in a bare repository. */
#include <fcntl.h>
#include <git2.h>

#include "base/file.h"
#include "cmd/session.h"
#include "unit.h"

#define SITE "base_url: https://school.example/\nschool: {name: Школа, short_name: Школа, site: /}\n"
#define POLICY                                                                                                       \
	"act: {title: Положение}\nmodel: teachers\nsections: [mentors, programmes, news]\nforms: [{id: f, " \
	"title: Форма}]\nkinds: [{id: k, title: Вид}]\n"
#define CONSENT "consents: [{id: '1', signed: 2020-01-01, by: self, covers: [name, role, contacts, portfolio]}]\n"
#define IVANOVA "family: Иванова\ngiven: Мария\n" CONSENT
#define MENTOR "person: ivanova\n"

static struct {
	char dir[32];
	git_repository *repo;
	git_index *index;
	git_oid head;
	bool begun;
} past;

static void put(const char *path, const char *text)
{
	char whole[96];
	git_index_entry entry = {.mode = GIT_FILEMODE_BLOB, .path = whole};
	snprintf(whole, sizeof whole, "content/%s", path);
	ck_assert_int_eq(git_blob_create_from_buffer(&entry.id, past.repo, text, strlen(text)), 0);
	ck_assert_int_eq(git_index_add(past.index, &entry), 0);
}

static void drop(const char *path)
{
	char whole[96];
	snprintf(whole, sizeof whole, "content/%s", path);
	ck_assert_int_eq(git_index_remove(past.index, whole, 0), 0);
}

/* Commits what lies in the index, at noon in Moscow. */
static void commit(const char *day)
{
	Date d;
	git_oid id;
	git_tree *tree = NULL;
	git_commit *before = NULL;
	git_signature *who = NULL;
	ck_assert(date_parse(&d, slice_of(day)));
	ck_assert_int_eq(git_signature_new(&who, "a", "a@b.example", (int64_t)d * 86400 + 9 * 3600, 0), 0);
	ck_assert_int_eq(git_index_write_tree_to(&id, past.index, past.repo), 0);
	ck_assert_int_eq(git_tree_lookup(&tree, past.repo, &id), 0);
	ck_assert(!past.begun || git_commit_lookup(&before, past.repo, &past.head) == 0);
	const git_commit *parents[] = {before};
	ck_assert_int_eq(git_commit_create(&past.head, past.repo, NULL, who, who, NULL, "", tree, past.begun, parents),
	                 0);
	past.begun = true;
	git_commit_free(before);
	git_tree_free(tree);
	git_signature_free(who);
}

static void begin(void)
{
	memset(&past, 0, sizeof past);
	git_libgit2_init();
	snprintf(past.dir, sizeof past.dir, "/tmp/check-dates-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(past.dir));
	ck_assert_int_eq(git_repository_init(&past.repo, past.dir, 1), 0);
	ck_assert_int_eq(git_index_new(&past.index), 0);
	put("site.yaml", SITE);
	put("policy.yaml", POLICY);
}

static void end(void)
{
	git_index_free(past.index);
	git_repository_free(past.repo);
	git_libgit2_shutdown();
	file_remove_tree(AT_FDCWD, past.dir);
}

/* When the page of a record of the last commit was last changed. */
static void assert_updated(PubKind kind, const char *page, const char *day)
{
	Session s;
	char rev[41];
	char iso[11] = "";
	const Options o = {.repo = past.dir,
	                   .content = "content",
	                   .rev = git_oid_tostr(rev, sizeof rev, &past.head),
	                   .as_of = date_of(2026, 11, 20),
	                   .jobs = 1};
	ck_assert(session_open(&s, &o));
	for (size_t i = 0; i < s.site->kinds[kind].n; i++) {
		if (slice_is(s.site->kinds[kind].items[i]->page, page)) {
			date_iso(iso, s.site->kinds[kind].items[i]->updated);
		}
	}
	session_close(&s);
	ck_assert_str_eq(iso, day);
}

START_TEST(a_renamed_person_keeps_the_day_on_which_the_mentor_changed)
{
	begin();
	put("people/ivanova.yaml", IVANOVA);
	put("mentors/m.md", "---\n" MENTOR "---\n");
	commit("2026-03-01");
	put("people/ivanova.yaml", IVANOVA "email: a@school.example\n");
	commit("2026-04-01");
	drop("people/ivanova.yaml");
	put("people/p17.yaml", IVANOVA "email: a@school.example\n");
	put("mentors/m.md", "---\nperson: p17\n---\n");
	commit("2026-05-01");
	assert_updated(PUB_MENTORS, "mentors/m/", "2026-04-01");
	end();
}
END_TEST

START_TEST(a_change_of_a_person_is_one_of_every_mentor_that_the_person_is)
{
	begin();
	put("people/ivanova.yaml", IVANOVA);
	put("mentors/a.md", "---\n" MENTOR "---\n");
	put("mentors/b.md", "---\n" MENTOR "---\n");
	commit("2026-03-01");
	put("people/ivanova.yaml", IVANOVA "email: a@school.example\n");
	commit("2026-04-01");
	assert_updated(PUB_MENTORS, "mentors/a/", "2026-04-01");
	assert_updated(PUB_MENTORS, "mentors/b/", "2026-04-01");
	end();
}
END_TEST

START_TEST(a_person_renamed_and_noted_in_one_commit_moves_no_date)
{
	begin();
	put("people/ivanova.yaml", IVANOVA);
	put("people/petrova.yaml", "family: Петрова\ngiven: Анна\n");
	put("news/n.md", "---\ntitle: Новость\ndate: 2026-03-01\n---\n[[person:ivanova]] и [[person:petrova]].\n");
	commit("2026-03-01");
	drop("people/ivanova.yaml");
	drop("people/petrova.yaml");
	put("people/p17.yaml", IVANOVA "note: Позвонить.\n");
	put("people/p18.yaml", "family: Петрова\ngiven: Анна\nnote: Позвонить.\n");
	put("news/n.md", "---\ntitle: Новость\ndate: 2026-03-01\n---\n[[person:p17]] и [[person:p18]].\n");
	commit("2026-05-01");
	assert_updated(PUB_NEWS, "news/n/", "2026-03-01");
	end();
}
END_TEST

START_TEST(the_only_person_who_went_is_the_only_one_who_came)
{
	begin();
	put("people/ivanova.yaml", "family: Иванова\ngiven: Мария\n");
	put("news/n.md", "---\ntitle: Новость\ndate: 2026-03-01\n---\n[[person:ivanova]].\n");
	commit("2026-03-01");
	drop("people/ivanova.yaml");
	put("people/p17.yaml", "family: Смирнова\ngiven: Мария\n");
	put("news/n.md", "---\ntitle: Новость\ndate: 2026-03-01\n---\n[[person:p17]].\n");
	commit("2026-05-01");
	assert_updated(PUB_NEWS, "news/n/", "2026-03-01");
	end();
}
END_TEST

UNIT_MAIN("dates", a_renamed_person_keeps_the_day_on_which_the_mentor_changed,
          a_change_of_a_person_is_one_of_every_mentor_that_the_person_is,
          a_person_renamed_and_noted_in_one_commit_moves_no_date, the_only_person_who_went_is_the_only_one_who_came)
