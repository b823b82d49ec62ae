/* Folders watched: every kind of change to what they hold is told, and nothing is missed. */
#include "source/watch.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "unit.h"

static char base[] = "/tmp/check_watch_XXXXXX";
static int dir;
static Watch *watch;

static void write_file(const char *path)
{
	ck_assert_int_eq(file_write(dir, path, SL("x")), 0);
}

static void make_dir(const char *path)
{
	ck_assert_int_eq(mkdirat(dir, path, 0755), 0);
}

static void rename_to(const char *from, const char *to)
{
	ck_assert_int_eq(renameat(dir, from, dir, to), 0);
}

/* Has anything changed since it was asked last? */
static bool heard(void)
{
	int err;
	bool changed = watch_take(watch, &err);
	ck_assert_int_eq(err, 0);
	return changed;
}

static void begin(void)
{
	int err;
	memcpy(base + sizeof base - 7, "XXXXXX", 6);
	ck_assert_ptr_nonnull(mkdtemp(base));
	dir = open(base, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	make_dir("content");
	make_dir("content/news");
	make_dir("content/news/2026");
	write_file("content/site.yaml");
	write_file("content/news/2026/a.md");
	watch = watch_new(&err);
	ck_assert_ptr_nonnull(watch);
	ck_assert_int_eq(watch_add(watch, base, SL("content")), 0);
	ck_assert_int_eq(watch_add(watch, base, SL("themes/school")), 0);
	ck_assert(!heard());
}

static void end(void)
{
	watch_free(watch);
	close(dir);
	file_remove_tree(AT_FDCWD, base);
}

START_TEST(nothing_is_told_while_nothing_happens)
{
	begin();
	Buf bytes = BUF_INIT;
	ck_assert_int_eq(file_read(&bytes, dir, "content/site.yaml", 10), 0);
	buf_release(&bytes);
	ck_assert(!heard());
	end();
}
END_TEST

START_TEST(a_file_is_told_of_when_it_is_closed_and_not_while_it_is_written)
{
	begin();
	int fd = openat(dir, "content/site.yaml", O_WRONLY | O_TRUNC | O_CLOEXEC);
	ck_assert_int_eq(write(fd, "yy", 2), 2);
	ck_assert(!heard());
	close(fd);
	ck_assert(heard());
	ck_assert(!heard());
	end();
}
END_TEST

START_TEST(a_file_is_created_renamed_linked_and_removed)
{
	begin();
	write_file("content/news/new.md");
	ck_assert(heard());
	rename_to("content/news/new.md", "content/news/other.md");
	ck_assert(heard());
	ck_assert_int_eq(linkat(dir, "content/news/other.md", dir, "content/news/link.md", 0), 0);
	ck_assert(heard());
	ck_assert_int_eq(unlinkat(dir, "content/news/other.md", 0), 0);
	ck_assert(heard());
	ck_assert_int_eq(fchmodat(dir, "content/news/link.md", 0600, 0), 0);
	ck_assert(heard());
	end();
}
END_TEST

START_TEST(an_editor_that_saves_by_renaming_is_heard)
{
	begin();
	write_file("content/news/2026/.a.md.swp");
	ck_assert(!heard());
	rename_to("content/news/2026/.a.md.swp", "content/news/2026/a.md");
	ck_assert(heard());
	rename_to("content/news/2026/a.md", "content/news/2026/a.md~");
	write_file("content/news/2026/a.md");
	ck_assert(heard());
	end();
}
END_TEST

START_TEST(a_folder_that_appears_is_watched_with_all_that_is_in_it)
{
	begin();
	make_dir("outside");
	make_dir("outside/deep");
	write_file("outside/deep/x.md");
	ck_assert(!heard());
	rename_to("outside", "content/inside");
	ck_assert(heard());
	write_file("content/inside/deep/x.md");
	ck_assert(heard());
	make_dir("content/inside/deep/er");
	ck_assert(heard());
	write_file("content/inside/deep/er/y.md");
	ck_assert(heard());
	end();
}
END_TEST

START_TEST(a_folder_made_and_filled_at_once_is_watched_to_its_bottom)
{
	begin();
	make_dir("content/a");
	make_dir("content/a/b");
	make_dir("content/a/b/c");
	ck_assert(heard());
	write_file("content/a/b/c/x.md");
	ck_assert(heard());
	end();
}
END_TEST

START_TEST(a_folder_that_is_moved_away_is_watched_no_longer)
{
	begin();
	size_t before = watch_count(watch);
	rename_to("content/news", "news");
	ck_assert(heard());
	ck_assert_uint_eq(watch_count(watch), before - 2);
	write_file("news/2026/a.md");
	ck_assert(!heard());
	rename_to("news", "content/news");
	ck_assert(heard());
	ck_assert_uint_eq(watch_count(watch), before);
	write_file("content/news/2026/a.md");
	ck_assert(heard());
	end();
}
END_TEST

START_TEST(a_folder_renamed_inside_is_watched_by_its_new_name)
{
	begin();
	size_t before = watch_count(watch);
	rename_to("content/news", "content/events");
	ck_assert(heard());
	ck_assert_uint_eq(watch_count(watch), before);
	write_file("content/events/2026/a.md");
	ck_assert(heard());
	make_dir("content/events/2027");
	ck_assert(heard());
	ck_assert_uint_eq(watch_count(watch), before + 1);
	end();
}
END_TEST

START_TEST(a_folder_that_is_removed_and_made_again_is_watched_again)
{
	begin();
	ck_assert_int_eq(file_remove_tree(dir, "content/news"), 0);
	ck_assert(heard());
	make_dir("content/news");
	ck_assert(heard());
	write_file("content/news/b.md");
	ck_assert(heard());
	end();
}
END_TEST

START_TEST(the_watched_folder_itself_may_come_and_go)
{
	begin();
	rename_to("content", "away");
	ck_assert(heard());
	write_file("away/site.yaml");
	ck_assert(!heard());
	rename_to("away", "content");
	ck_assert(heard());
	write_file("content/site.yaml");
	ck_assert(heard());
	ck_assert_int_eq(file_remove_tree(dir, "content"), 0);
	ck_assert(heard());
	make_dir("content");
	ck_assert(heard());
	write_file("content/site.yaml");
	ck_assert(heard());
	end();
}
END_TEST

START_TEST(a_folder_not_there_yet_is_waited_for_step_by_step)
{
	begin();
	make_dir("other");
	ck_assert(!heard());
	make_dir("themes");
	ck_assert(heard());
	make_dir("themes/plain");
	ck_assert(!heard());
	make_dir("themes/school");
	ck_assert(heard());
	make_dir("themes/school/assets");
	ck_assert(heard());
	write_file("themes/school/assets/style.css");
	ck_assert(heard());
	end();
}
END_TEST

START_TEST(names_with_a_dot_are_passed_over)
{
	begin();
	make_dir("content/.git");
	write_file("content/.git/index");
	write_file("content/.draft.md");
	ck_assert(!heard());
	end();
}
END_TEST

/* Twice as many events as the kernel keeps; two files by turns, for one event repeated is one. */
static void overflow(void)
{
	for (int i = 0; i < 40000; i++) {
		int fd = openat(dir, i % 2 ? "content/a.md" : "content/b.md", O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
		ck_assert_int_ge(fd, 0);
		close(fd);
	}
}

START_TEST(what_happened_behind_a_full_queue_is_found)
{
	begin();
	overflow();
	make_dir("content/late"); /* nobody is told of it */
	rename_to("content/news", "news");
	ck_assert(heard());
	write_file("content/late/x.md");
	ck_assert(heard());
	write_file("news/2026/a.md");
	ck_assert(!heard());
	end();
}
END_TEST

START_TEST(the_whole_repository_may_be_the_content)
{
	int err;
	begin();
	watch_free(watch);
	watch = watch_new(&err);
	ck_assert_int_eq(watch_add(watch, base, SL(".")), 0);
	ck_assert_int_eq(watch_add(watch, base, SL("themes/school")), 0);
	make_dir("themes");
	make_dir("themes/school");
	ck_assert(heard());
	write_file("themes/school/x.css");
	ck_assert(heard());
	write_file("content/news/2026/a.md");
	ck_assert(heard());
	end();
}
END_TEST

START_TEST(an_absolute_path_is_watched_where_it_is)
{
	int err;
	begin();
	Slice whole = slice_of(base);
	Arena a = ARENA_INIT;
	watch_free(watch);
	watch = watch_new(&err);
	ck_assert_int_eq(watch_add(watch, "/nowhere", arena_join(&a, whole, SL("/content"), SL(""))), 0);
	write_file("content/news/2026/a.md");
	ck_assert(heard());
	arena_release(&a);
	end();
}
END_TEST

UNIT_MAIN("watch", nothing_is_told_while_nothing_happens,
          a_file_is_told_of_when_it_is_closed_and_not_while_it_is_written, a_file_is_created_renamed_linked_and_removed,
          an_editor_that_saves_by_renaming_is_heard, a_folder_that_appears_is_watched_with_all_that_is_in_it,
          a_folder_made_and_filled_at_once_is_watched_to_its_bottom, a_folder_that_is_moved_away_is_watched_no_longer,
          a_folder_renamed_inside_is_watched_by_its_new_name, a_folder_that_is_removed_and_made_again_is_watched_again,
          the_watched_folder_itself_may_come_and_go, a_folder_not_there_yet_is_waited_for_step_by_step,
          names_with_a_dot_are_passed_over, what_happened_behind_a_full_queue_is_found,
          the_whole_repository_may_be_the_content, an_absolute_path_is_watched_where_it_is)
