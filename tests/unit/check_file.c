#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static char folder[64];
static int root = -1;

static void open_scratch(void)
{
	snprintf(folder, sizeof folder, "/tmp/rubrika-file-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	root = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	ck_assert_int_ge(root, 0);
}

static void close_scratch(void)
{
	close(root);
	ck_assert_int_eq(file_remove_tree(AT_FDCWD, folder), 0);
	ck_assert_int_eq(access(folder, F_OK), -1);
}

static void put(const char *path, const char *text)
{
	ck_assert_int_eq(file_write(root, path, slice_of(text)), 0);
}

static void assert_holds(const char *path, const char *text)
{
	Buf b = BUF_INIT;
	ck_assert_int_eq(file_read(&b, root, path, 1000), 0);
	assert_slice(buf_slice(&b), text);
	buf_release(&b);
}

static bool exists(const char *path)
{
	struct stat st;
	return fstatat(root, path, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

START_TEST(what_was_written_is_read)
{
	Buf b = BUF_INIT;
	Slice bytes = {"a\0b\n", 4};
	open_scratch();
	ck_assert_int_eq(file_write(root, "f", bytes), 0);
	ck_assert_int_eq(file_read(&b, root, "f", 4), 0);
	ck_assert(slice_eq(buf_slice(&b), bytes));
	put("empty", "");
	assert_holds("empty", "");
	buf_release(&b);
	close_scratch();
}
END_TEST

START_TEST(reading_adds_to_what_the_buffer_holds)
{
	Buf b = BUF_INIT;
	open_scratch();
	put("f", "body");
	buf_str(&b, "head ");
	ck_assert_int_eq(file_read(&b, root, "f", 100), 0);
	assert_slice(buf_slice(&b), "head body");
	ck_assert_int_eq(file_read(&b, root, "f", 3), -EFBIG);
	assert_slice(buf_slice(&b), "head body");
	buf_release(&b);
	close_scratch();
}
END_TEST

START_TEST(the_limit_is_the_largest_size_that_is_read)
{
	Buf b = BUF_INIT;
	open_scratch();
	put("f", "12345");
	ck_assert_int_eq(file_read(&b, root, "f", 5), 0);
	ck_assert_int_eq(file_read(&b, root, "f", 4), -EFBIG);
	buf_release(&b);
	close_scratch();
}
END_TEST

START_TEST(a_file_larger_than_one_read_comes_whole)
{
	enum { SIZE = 1000003 };
	Buf out = BUF_INIT;
	Buf in = BUF_INIT;
	open_scratch();
	for (unsigned i = 0; i < SIZE; i++) {
		buf_byte(&out, (char)(i * 7 % 251));
	}
	ck_assert_int_eq(file_write(root, "f", buf_slice(&out)), 0);
	ck_assert_int_eq(file_read(&in, root, "f", SIZE), 0);
	ck_assert(slice_eq(buf_slice(&in), buf_slice(&out)));
	buf_release(&in);
	buf_release(&out);
	close_scratch();
}
END_TEST

START_TEST(a_file_whose_size_is_not_known_is_held_to_the_limit)
{
	Buf b = BUF_INIT;
	/* The kernel gives these a size of 0. */
	ck_assert_int_eq(file_read(&b, AT_FDCWD, "/proc/self/status", 1 << 20), 0);
	ck_assert_uint_gt(b.n, 100);
	buf_clear(&b);
	ck_assert_int_eq(file_read(&b, AT_FDCWD, "/proc/self/status", 10), -EFBIG);
	ck_assert_uint_eq(b.n, 0);
	buf_release(&b);
}
END_TEST

START_TEST(only_regular_files_are_read)
{
	Buf b = BUF_INIT;
	open_scratch();
	put("f", "text");
	ck_assert_int_eq(symlinkat("f", root, "link"), 0);
	ck_assert_int_eq(mkdirat(root, "dir", 0777), 0);
	ck_assert_int_eq(mkfifoat(root, "fifo", 0666), 0);
	ck_assert_int_eq(file_read(&b, root, "link", 100), -ELOOP);
	ck_assert_int_eq(file_read(&b, root, "dir", 100), -EISDIR);
	ck_assert_int_eq(file_read(&b, root, "fifo", 100), -EINVAL);
	ck_assert_int_eq(file_read(&b, root, "absent", 100), -ENOENT);
	ck_assert_uint_eq(b.n, 0);
	buf_release(&b);
	close_scratch();
}
END_TEST

START_TEST(writing_replaces_a_file)
{
	open_scratch();
	put("f", "a long first text");
	put("f", "short");
	assert_holds("f", "short");
	close_scratch();
}
END_TEST

START_TEST(writing_goes_through_no_link_and_no_second_name)
{
	open_scratch();
	put("old", "old");
	ck_assert_int_eq(linkat(root, "old", root, "second", 0), 0);
	put("second", "new");
	assert_holds("old", "old");
	assert_holds("second", "new");
	ck_assert_int_eq(symlinkat("old", root, "link"), 0);
	put("link", "new");
	assert_holds("old", "old");
	assert_holds("link", "new");
	close_scratch();
}
END_TEST

START_TEST(replacing_leaves_nothing_beside)
{
	Arena a = ARENA_INIT;
	DirEntry *entries;
	size_t n;
	open_scratch();
	put("f", "1");
	put("f", "2");
	ck_assert_int_eq(file_list(&a, &entries, &n, root, "."), 0);
	ck_assert_uint_eq(n, 1);
	arena_release(&a);
	close_scratch();
}
END_TEST

START_TEST(a_folder_is_not_written_over)
{
	open_scratch();
	ck_assert_int_eq(mkdirat(root, "dir", 0777), 0);
	ck_assert_int_eq(file_write(root, "dir", SL("x")), -EISDIR);
	ck_assert_int_eq(file_write(root, "absent/f", SL("x")), -ENOENT);
	ck_assert(exists("dir"));
	ck_assert(!exists("dir.new~"));
	close_scratch();
}
END_TEST

/* The size limit of the process stands for a full disk. */
static int write_with_limit(const char *path, Slice bytes, rlim_t limit)
{
	struct rlimit before;
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	setrlimit(RLIMIT_FSIZE, &(struct rlimit){limit, before.rlim_max});
	int err = file_write(root, path, bytes);
	setrlimit(RLIMIT_FSIZE, &before);
	return err;
}

START_TEST(what_cannot_be_written_whole_leaves_the_old_file_or_none)
{
	char bytes[5000] = {'x'};
	Slice large = {bytes, sizeof bytes};
	open_scratch();
	ck_assert_int_eq(write_with_limit("new", large, 4096), -EFBIG);
	ck_assert(!exists("new"));
	put("old", "old");
	ck_assert_int_eq(write_with_limit("old", large, 4096), -EFBIG);
	assert_holds("old", "old");
	ck_assert(!exists("old.new~"));
	close_scratch();
}
END_TEST

START_TEST(the_folders_above_a_file_are_made)
{
	open_scratch();
	ck_assert_int_eq(file_parents(root, "a/b/c/f"), 0);
	ck_assert(exists("a/b/c"));
	ck_assert(!exists("a/b/c/f"));
	ck_assert_int_eq(file_parents(root, "a/b/c/f"), 0);
	ck_assert_int_eq(file_parents(root, "a//d/./f"), 0);
	ck_assert(exists("a/d"));
	ck_assert_int_eq(file_parents(root, "f"), 0);
	ck_assert_int_eq(file_parents(root, "/f"), 0);
	ck_assert_int_eq(file_parents(root, "/tmp/f"), 0);
	close_scratch();
}
END_TEST

START_TEST(a_file_is_no_folder_above_another)
{
	open_scratch();
	put("f", "x");
	ck_assert_int_eq(file_parents(root, "f/g"), -ENOTDIR);
	ck_assert_int_eq(file_parents(root, "f/g/h"), -ENOTDIR);
	close_scratch();
}
END_TEST

START_TEST(a_removed_tree_takes_no_linked_file_along)
{
	open_scratch();
	ck_assert_int_eq(file_parents(root, "keep/f"), 0);
	put("keep/f", "kept");
	ck_assert_int_eq(file_parents(root, "tree/a/b/f"), 0);
	put("tree/a/b/f", "x");
	put("tree/a/g", "x");
	ck_assert_int_eq(symlinkat("../keep", root, "tree/link"), 0);
	ck_assert_int_eq(file_remove_tree(root, "tree"), 0);
	ck_assert(!exists("tree"));
	assert_holds("keep/f", "kept");
	ck_assert_int_eq(symlinkat("keep", root, "link"), 0);
	ck_assert_int_eq(file_remove_tree(root, "link"), 0);
	ck_assert(!exists("link"));
	assert_holds("keep/f", "kept");
	ck_assert_int_eq(file_remove_tree(root, "keep/f"), 0);
	ck_assert_int_eq(file_remove_tree(root, "absent"), 0);
	close_scratch();
}
END_TEST

START_TEST(a_folder_is_listed_in_order_of_bytes)
{
	static const char *const want[] = {".dot", "A", "a", "a.b", "b", "ё"};
	Arena a = ARENA_INIT;
	DirEntry *entries;
	size_t n;
	open_scratch();
	put("b", "12345");
	put("a.b", "");
	put(".dot", "");
	put("ё", "");
	put("A", "");
	put("a", "");
	ck_assert_int_eq(file_list(&a, &entries, &n, root, "."), 0);
	ck_assert_uint_eq(n, 6);
	for (size_t i = 0; i < n; i++) {
		assert_slice(entries[i].name, want[i]);
	}
	ck_assert_uint_eq(entries[4].size, 5);
	arena_release(&a);
	close_scratch();
}
END_TEST

START_TEST(a_listing_tells_links_and_folders_from_files)
{
	Arena a = ARENA_INIT;
	DirEntry *entries;
	size_t n;
	open_scratch();
	put("1", "");
	ck_assert_int_eq(mkdirat(root, "2", 0777), 0);
	ck_assert_int_eq(symlinkat("1", root, "3"), 0);
	ck_assert_int_eq(symlinkat("absent", root, "4"), 0);
	ck_assert_int_eq(mkfifoat(root, "5", 0666), 0);
	ck_assert_int_eq(file_list(&a, &entries, &n, root, "."), 0);
	ck_assert_uint_eq(n, 5);
	ck_assert_int_eq(entries[0].type, ENTRY_FILE);
	ck_assert_int_eq(entries[1].type, ENTRY_DIR);
	ck_assert_int_eq(entries[2].type, ENTRY_LINK);
	ck_assert_int_eq(entries[3].type, ENTRY_LINK);
	ck_assert_int_eq(entries[4].type, ENTRY_OTHER);
	ck_assert_int_eq(file_list(&a, &entries, &n, root, "2"), 0);
	ck_assert_uint_eq(n, 0);
	ck_assert_int_eq(file_list(&a, &entries, &n, root, "1"), -ENOTDIR);
	ck_assert_int_eq(file_list(&a, &entries, &n, root, "absent"), -ENOENT);
	arena_release(&a);
	close_scratch();
}
END_TEST

UNIT_MAIN("file", what_was_written_is_read, reading_adds_to_what_the_buffer_holds,
          the_limit_is_the_largest_size_that_is_read, a_file_larger_than_one_read_comes_whole,
          a_file_whose_size_is_not_known_is_held_to_the_limit, only_regular_files_are_read, writing_replaces_a_file,
          writing_goes_through_no_link_and_no_second_name, replacing_leaves_nothing_beside,
          a_folder_is_not_written_over, what_cannot_be_written_whole_leaves_the_old_file_or_none,
          the_folders_above_a_file_are_made, a_file_is_no_folder_above_another,
          a_removed_tree_takes_no_linked_file_along, a_folder_is_listed_in_order_of_bytes,
          a_listing_tells_links_and_folders_from_files)
