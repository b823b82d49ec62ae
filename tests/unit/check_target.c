/* The folder that a tree is put into: where it is, whose it is, one run at a time, and the swap. */
#include "output/target.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/syscall.h>

#include "folder.h"

/* --- a world that fails on demand: these stand before the C library's own --- */

static int exchange_error;
static int sync_error;

int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
	if (exchange_error) {
		errno = exchange_error;
		return -1;
	}
	return (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, flags);
}

int syncfs(int fd)
{
	(void)fd;
	errno = sync_error;
	return sync_error ? -1 : 0; /* the tests lose no power, and need not wait for the disk */
}

/* --- where the folder is --- */

START_TEST(missing_folders_above_are_made)
{
	char path[128];
	setup();
	snprintf(path, sizeof path, "%s/a/b/site//", base);
	Stage *s = open_stage(path);
	stage_put(s, SL("index.html"), SL("text"));
	commit(s);
	assert_file("a/b/site/index.html", "text");
	teardown();
}
END_TEST

START_TEST(a_relative_path_and_the_current_folder_will_do)
{
	char before[4096];
	setup();
	ck_assert_ptr_nonnull(getcwd(before, sizeof before));
	ck_assert_int_eq(chdir(base), 0);
	Stage *s = open_stage("site");
	stage_put(s, SL("index.html"), SL("one"));
	commit(s);
	ck_assert_int_eq(chdir(site), 0);
	s = open_stage(".");
	stage_put(s, SL("index.html"), SL("two"));
	commit(s);
	ck_assert_int_eq(chdir(before), 0);
	assert_file("site/index.html", "two");
	assert_beside("site ");
	teardown();
}
END_TEST

START_TEST(behind_a_link_the_folder_itself_is_replaced)
{
	char link[96];
	setup();
	build("one");
	snprintf(link, sizeof link, "%s/link", base);
	ck_assert_int_eq(symlink("site", link), 0);
	Stage *s = open_stage(link);
	stage_put(s, SL("index.html"), SL("two"));
	commit(s);
	assert_file("site/index.html", "two");
	assert_beside("link site ");
	ck_assert_int_gt(readlink(link, (char[8]){0}, 8), 0);
	teardown();
}
END_TEST

START_TEST(a_file_or_a_dangling_link_is_no_folder)
{
	char link[96];
	setup();
	write_file("site", "a file");
	assert_refused(D_OUTPUT_NOT_FOLDER, site, site, NULL);
	assert_file("site", "a file");
	snprintf(link, sizeof link, "%s/link", base);
	ck_assert_int_eq(symlink("nowhere", link), 0);
	assert_refused(D_OUTPUT_NOT_FOLDER, link, link, NULL);
	assert_beside("link site ");
	teardown();
}
END_TEST

START_TEST(the_root_and_a_path_through_a_file_cannot_be_written)
{
	char path[96];
	setup();
	write_file("file", "a file");
	snprintf(path, sizeof path, "%s/file/site", base);
	assert_refused(D_CANNOT_WRITE, path, path, "Not a directory");
	assert_refused(D_CANNOT_WRITE, "/", "/", "Device or resource busy");
	assert_beside("file ");
	teardown();
}
END_TEST

/* --- whose the folder is --- */

START_TEST(an_empty_folder_may_be_filled)
{
	setup();
	ck_assert_int_eq(mkdir(site, 0755), 0);
	build("one");
	assert_file("site/index.html", "one");
	teardown();
}
END_TEST

START_TEST(a_folder_with_foreign_files_is_refused_naming_the_first)
{
	setup();
	ck_assert_int_eq(mkdir(site, 0755), 0);
	write_file("site/photo.jpg", "dear");
	write_file("site/diary.txt", "dear too");
	assert_refused(D_OUTPUT_FOREIGN, site, site, "diary.txt");
	assert_file("site/photo.jpg", "dear");
	assert_beside("site ");
	teardown();
}
END_TEST

START_TEST(one_foreign_thing_in_a_tree_of_ours_is_refused)
{
	setup();
	Stage *s = open_stage(site);
	stage_put(s, SL("a/index.html"), SL("text"));
	stage_put(s, SL("z/index.html"), SL("text"));
	commit(s);
	write_file("site/a/note.txt", "mine");
	assert_refused(D_OUTPUT_FOREIGN, site, site, "a/note.txt");
	ck_assert_int_eq(unlinkat(base_fd, "site/a/note.txt", 0), 0);
	ck_assert_int_eq(mkdirat(base_fd, "site/b", 0755), 0);
	assert_refused(D_OUTPUT_FOREIGN, site, site, "b");
	ck_assert_int_eq(unlinkat(base_fd, "site/b", AT_REMOVEDIR), 0);
	/* A link is not ours even under a name of ours. */
	ck_assert_int_eq(unlinkat(base_fd, "site/z/index.html", 0), 0);
	ck_assert_int_eq(symlinkat("/etc/hostname", base_fd, "site/z/index.html"), 0);
	assert_refused(D_OUTPUT_FOREIGN, site, site, "z/index.html");
	teardown();
}
END_TEST

START_TEST(files_missing_from_a_tree_of_ours_are_no_matter)
{
	setup();
	Stage *s = open_stage(site);
	stage_put(s, SL("a/index.html"), SL("text"));
	stage_put(s, SL("index.html"), SL("one"));
	commit(s);
	ck_assert_int_eq(unlinkat(base_fd, "site/a/index.html", 0), 0);
	build("two");
	assert_file("site/index.html", "two");
	teardown();
}
END_TEST

START_TEST(a_damaged_manifest_vouches_for_nothing)
{
	setup();
	build("one");
	write_file("site/.rubrika-manifest", "not a manifest\n");
	assert_refused(D_OUTPUT_FOREIGN, site, site, "index.html");
	assert_file("site/index.html", "one");
	teardown();
}
END_TEST

START_TEST(a_file_put_there_during_the_build_is_not_lost)
{
	setup();
	build("one");
	Stage *s = open_stage(site);
	stage_put(s, SL("index.html"), SL("two"));
	write_file("site/note.txt", "mine");
	assert_not_committed(s, D_OUTPUT_FOREIGN, site, "note.txt");
	assert_file("site/note.txt", "mine");
	assert_file("site/index.html", "one");
	assert_beside("site ");
	teardown();
}
END_TEST

/* --- one at a time --- */

START_TEST(a_second_build_is_kept_out_until_the_first_ends)
{
	setup();
	Stage *s = open_stage(site);
	assert_beside(".site.rubrika-lock .site.rubrika-new ");
	assert_refused(D_OUTPUT_LOCKED, site, site, NULL);
	assert_beside(".site.rubrika-lock .site.rubrika-new ");
	stage_put(s, SL("index.html"), SL("one"));
	commit(s);
	build("two");
	assert_file("site/index.html", "two");
	assert_beside("site ");
	teardown();
}
END_TEST

typedef struct Crowd {
	atomic_int inside, worst, done;
} Crowd;

static void *crowd_member(void *ctx)
{
	Crowd *c = ctx;
	for (unsigned i = 0; i < 200; i++) {
		Diags diags;
		diags_init(&diags);
		Stage *s = stage_open(site, false, &diags);
		if (s) {
			int n = atomic_fetch_add(&c->inside, 1) + 1;
			if (n > atomic_load(&c->worst)) {
				atomic_store(&c->worst, n);
			}
			atomic_fetch_add(&c->done, 1);
			atomic_fetch_sub(&c->inside, 1);
			stage_abort(s);
		}
		diags_release(&diags);
	}
	return NULL;
}

/* The lock file is removed while others open it: this is where a lock is lost. */
START_TEST(two_never_hold_the_folder_at_once)
{
	Crowd c = {0};
	pthread_t threads[4];
	setup();
	for (size_t i = 0; i < 4; i++) {
		ck_assert_int_eq(pthread_create(&threads[i], NULL, crowd_member, &c), 0);
	}
	for (size_t i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
	}
	ck_assert_int_eq(c.worst, 1);
	ck_assert_int_gt(c.done, 0);
	assert_beside("");
	teardown();
}
END_TEST

/* --- the swap --- */

START_TEST(what_cannot_be_synced_is_not_put_in_place)
{
	setup();
	build("one");
	Stage *s = open_stage(site);
	stage_put(s, SL("index.html"), SL("two"));
	sync_error = EIO;
	assert_not_committed(s, D_CANNOT_WRITE, site, "Input/output error");
	sync_error = 0;
	assert_file("site/index.html", "one");
	assert_beside("site ");
	teardown();
}
END_TEST

START_TEST(a_swap_that_fails_leaves_the_old_tree)
{
	setup();
	build("one");
	Stage *s = open_stage(site);
	stage_put(s, SL("index.html"), SL("two"));
	exchange_error = EBUSY;
	assert_not_committed(s, D_CANNOT_WRITE, site, "Device or resource busy");
	exchange_error = 0;
	assert_file("site/index.html", "one");
	assert_beside("site ");
	teardown();
}
END_TEST

START_TEST(where_folders_cannot_be_exchanged_they_are_moved)
{
	setup();
	build("one");
	exchange_error = EINVAL;
	build("two");
	exchange_error = 0;
	assert_file("site/index.html", "two");
	assert_beside("site ");
	teardown();
}
END_TEST

UNIT_MAIN("target", missing_folders_above_are_made, a_relative_path_and_the_current_folder_will_do,
          behind_a_link_the_folder_itself_is_replaced, a_file_or_a_dangling_link_is_no_folder,
          the_root_and_a_path_through_a_file_cannot_be_written, an_empty_folder_may_be_filled,
          a_folder_with_foreign_files_is_refused_naming_the_first, one_foreign_thing_in_a_tree_of_ours_is_refused,
          files_missing_from_a_tree_of_ours_are_no_matter, a_damaged_manifest_vouches_for_nothing,
          a_file_put_there_during_the_build_is_not_lost, a_second_build_is_kept_out_until_the_first_ends,
          two_never_hold_the_folder_at_once, what_cannot_be_synced_is_not_put_in_place,
          a_swap_that_fails_leaves_the_old_tree, where_folders_cannot_be_exchanged_they_are_moved)
