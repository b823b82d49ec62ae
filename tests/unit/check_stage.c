/* What a commit leaves in the folder, from one thread or many, and when the disk fails. */
#include "output/stage.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>

#include "folder.h"
#include "output/twin.h"

/* --- what a commit leaves --- */

START_TEST(a_tree_is_put_in_place_with_its_manifest)
{
	char hex[33];
	Buf manifest = BUF_INIT;
	setup();
	Stage *s = open_stage(site);
	stage_put(s, SL("news/2025/index.html"), SL("news"));
	stage_put(s, SL("index.html"), SL("front"));
	stage_put(s, SL("empty.txt"), SL(""));
	commit(s);
	assert_beside("site ");
	assert_file("site/index.html", "front");
	assert_file("site/news/2025/index.html", "news");
	digest_hex(hex, digest_of(SL("")));
	buf_printf(&manifest, "%s 0 empty.txt\n", hex);
	digest_hex(hex, digest_of(SL("front")));
	buf_printf(&manifest, "%s 5 index.html\n", hex);
	digest_hex(hex, digest_of(SL("news")));
	buf_printf(&manifest, "%s 4 news/2025/index.html\n", hex);
	assert_file("site/.rubrika-manifest", manifest.p);
	buf_release(&manifest);
	teardown();
}
END_TEST

static mode_t mode_of(const char *path)
{
	struct stat st;
	ck_assert_int_eq(fstatat(base_fd, path, &st, 0), 0);
	return st.st_mode & 07777;
}

START_TEST(modes_do_not_depend_on_the_umask)
{
	setup();
	mode_t before = umask(077);
	Stage *s = open_stage(site);
	stage_put(s, SL("news/index.html"), SL("news"));
	commit(s);
	umask(before);
	ck_assert_uint_eq(mode_of("site"), 0755);
	ck_assert_uint_eq(mode_of("site/news"), 0755);
	ck_assert_uint_eq(mode_of("site/news/index.html"), 0644);
	ck_assert_uint_eq(mode_of("site/.rubrika-manifest"), 0644);
	teardown();
}
END_TEST

START_TEST(texts_get_twins_when_asked_for)
{
	Diags diags;
	Buf expected = BUF_INIT;
	Buf got = BUF_INIT;
	setup();
	diags_init(&diags);
	Stage *s = stage_open(site, true, &diags);
	stage_put(s, SL("a/index.html"), SL("<p>text</p>"));
	stage_put(s, SL("a.jpg"), SL("picture"));
	ck_assert(stage_commit(s, NULL, &diags));
	Twin *t = twin_new();
	twin_gzip(&expected, t, SL("<p>text</p>"));
	ck_assert_int_eq(file_read(&got, base_fd, "site/a/index.html.gz", 1000), 0);
	ck_assert(slice_eq(buf_slice(&got), buf_slice(&expected)));
	ck_assert(exists("site/a/index.html.br"));
	ck_assert(!exists("site/a.jpg.gz"));
	ck_assert(!exists("site/.rubrika-manifest.gz"));
	/* The twins are in the manifest: the next run takes them for its own. */
	build("new");
	ck_assert(!exists("site/a"));
	twin_free(t);
	buf_release(&expected);
	buf_release(&got);
	diags_release(&diags);
	teardown();
}
END_TEST

START_TEST(nothing_of_the_old_tree_is_left)
{
	setup();
	Stage *s = open_stage(site);
	stage_put(s, SL("index.html"), SL("one"));
	stage_put(s, SL("same"), SL("same"));
	stage_put(s, SL("old/page.html"), SL("old"));
	PlanDelta first = commit(s);
	ck_assert_uint_eq(first.added, 3);
	s = open_stage(site);
	stage_put(s, SL("index.html"), SL("two"));
	stage_put(s, SL("same"), SL("same"));
	stage_put(s, SL("new/page.html"), SL("new"));
	stage_put(s, SL("new/other.html"), SL("new"));
	PlanDelta second = commit(s);
	ck_assert_uint_eq(second.added, 2);
	ck_assert_uint_eq(second.changed, 1);
	ck_assert_uint_eq(second.removed, 1);
	assert_file("site/index.html", "two");
	ck_assert(!exists("site/old"));
	assert_beside("site ");
	teardown();
}
END_TEST

START_TEST(the_old_tree_is_untouched_until_the_commit)
{
	setup();
	build("one");
	Stage *s = open_stage(site);
	stage_put(s, SL("index.html"), SL("two"));
	assert_file("site/index.html", "one");
	/* The audit reads the new one meanwhile. */
	Buf got = BUF_INIT;
	ck_assert_int_eq(file_read(&got, stage_fd(s), "index.html", 1000), 0);
	assert_slice(buf_slice(&got), "two");
	buf_release(&got);
	commit(s);
	assert_file("site/index.html", "two");
	teardown();
}
END_TEST

START_TEST(an_abort_leaves_the_old_tree_and_nothing_else)
{
	setup();
	build("one");
	Stage *s = open_stage(site);
	stage_put(s, SL("index.html"), SL("two"));
	stage_abort(s);
	assert_file("site/index.html", "one");
	assert_beside("site ");
	stage_abort(NULL);
	teardown();
}
END_TEST

START_TEST(an_abort_without_an_old_tree_leaves_nothing)
{
	setup();
	stage_abort(open_stage(site));
	assert_beside("");
	teardown();
}
END_TEST

START_TEST(the_same_picture_may_be_put_twice)
{
	setup();
	Stage *s = open_stage(site);
	stage_put(s, SL("media/a.jpg"), SL("picture"));
	stage_put(s, SL("media/a.jpg"), SL("picture"));
	ck_assert_uint_eq(commit(s).added, 1);
	assert_file("site/media/a.jpg", "picture");
	teardown();
}
END_TEST

/* --- many threads --- */

typedef struct Share {
	Stage *stage;
	unsigned first, step;
} Share;

enum { PAGES = 400 };

static void *put_share(void *ctx)
{
	const Share *share = ctx;
	for (unsigned i = share->first; i < PAGES; i += share->step) {
		char path[64];
		Buf text = BUF_INIT;
		snprintf(path, sizeof path, "section%u/page%u/index.html", i % 7, i);
		buf_printf(&text, "<p>page %u of many</p>", i);
		stage_put(share->stage, slice_of(path), buf_slice(&text));
		stage_put(share->stage, SL("media/shared.css"), SL("p { color: red }"));
		buf_release(&text);
	}
	return NULL;
}

static void build_with(Buf *manifest, unsigned threads)
{
	Diags diags;
	Share shares[4];
	pthread_t ids[4];
	diags_init(&diags);
	Stage *s = stage_open(site, true, &diags);
	for (unsigned i = 0; i < threads; i++) {
		shares[i] = (Share){s, i, threads};
		ck_assert_int_eq(pthread_create(&ids[i], NULL, put_share, &shares[i]), 0);
	}
	for (unsigned i = 0; i < threads; i++) {
		pthread_join(ids[i], NULL);
	}
	ck_assert(stage_commit(s, NULL, &diags));
	ck_assert_int_eq(file_read(manifest, base_fd, "site/.rubrika-manifest", 1 << 20), 0);
	diags_release(&diags);
}

START_TEST(the_tree_does_not_depend_on_the_number_of_threads)
{
	Buf one = BUF_INIT;
	Buf four = BUF_INIT;
	size_t lines = 0;
	setup();
	build_with(&one, 1);
	build_with(&four, 4);
	ck_assert(slice_eq(buf_slice(&one), buf_slice(&four)));
	for (size_t i = 0; i < one.n; i++) {
		lines += one.p[i] == '\n';
	}
	ck_assert_uint_eq(lines, (PAGES + 1) * 3);
	buf_release(&one);
	buf_release(&four);
	teardown();
}
END_TEST

/* --- a world that fails --- */

/* A limit on the size of files is a full disk that needs no disk. */
START_TEST(a_file_that_cannot_be_written_stops_the_commit)
{
	struct rlimit before;
	char bytes[9000] = "";
	char shown[128];
	setup();
	build("one");
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
	struct rlimit small = {4096, before.rlim_max};
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
	Stage *s = open_stage(site);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
	stage_put(s, SL("index.html"), SL("two"));
	stage_put(s, SL("a/big.bin"), (Slice){bytes, sizeof bytes});
	stage_put(s, SL("a/bigger.bin"), (Slice){bytes, sizeof bytes});
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, handler);
	snprintf(shown, sizeof shown, "%s/a/big.bin", site);
	assert_not_committed(s, D_CANNOT_WRITE, shown, "File too large");
	assert_file("site/index.html", "one");
	assert_beside("site ");
	teardown();
}
END_TEST

START_TEST(a_name_too_long_for_the_disk_stops_the_commit)
{
	char path[400];
	char shown[500];
	setup();
	Stage *s = open_stage(site);
	memset(path, 'x', sizeof path - 1);
	path[sizeof path - 1] = '\0';
	stage_put(s, slice_of(path), SL("text"));
	snprintf(shown, sizeof shown, "%s/%s", site, path);
	assert_not_committed(s, D_CANNOT_WRITE, shown, "File name too long");
	assert_beside("");
	teardown();
}
END_TEST

UNIT_MAIN("stage", a_tree_is_put_in_place_with_its_manifest, modes_do_not_depend_on_the_umask,
          texts_get_twins_when_asked_for, nothing_of_the_old_tree_is_left, the_old_tree_is_untouched_until_the_commit,
          an_abort_leaves_the_old_tree_and_nothing_else, an_abort_without_an_old_tree_leaves_nothing,
          the_same_picture_may_be_put_twice, the_tree_does_not_depend_on_the_number_of_threads,
          a_file_that_cannot_be_written_stops_the_commit, a_name_too_long_for_the_disk_stops_the_commit)
