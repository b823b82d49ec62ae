/* Bytes kept from one snapshot to the next: never when the file may have changed. */
#include "source/shelf.h"

#include <sys/stat.h>
#include <time.h>

#include "folder.h"

static Shelf *shelf;
static Diags diags;

static Tree *snapshot(void)
{
	const TreeOptions o = {.repo = base, .content = "content", .worktree = true};
	Tree *t = tree_open_kept(&o, shelf, &diags);
	ck_assert_ptr_nonnull(t);
	ck_assert_uint_eq(diags.errors, 0);
	return t;
}

/* What a file holds in a snapshot of now; *where: its bytes in memory. */
static void assert_now(const char *path, const char *content, const char **where)
{
	int err = 0;
	Tree *t = snapshot();
	const TreeFile *f = tree_find(t, slice_of(path));
	ck_assert_ptr_nonnull(f);
	Slice bytes = tree_bytes(t, f, &err);
	ck_assert_int_eq(err, 0);
	assert_slice(bytes, content);
	*where = bytes.p;
	tree_free(t);
}

/* Longer than a tick of the file system's clock. */
static void let_time_pass(void)
{
	const struct timespec t = {.tv_nsec = 150000000};
	nanosleep(&t, NULL);
}

static void begin(void)
{
	setup();
	diags_init(&diags);
	shelf = shelf_new();
	ck_assert_int_eq(mkdirat(base_fd, "content", 0755), 0);
	ck_assert_int_eq(mkdirat(base_fd, "content/media", 0755), 0);
	write_file("content/site.yaml", "a: 1");
	write_file("content/media/x.pdf", "%PDF");
}

static void end(void)
{
	shelf_free(shelf);
	diags_release(&diags);
	teardown();
}

START_TEST(a_file_that_stays_as_it_is_is_read_once)
{
	const char *first, *second;
	begin();
	let_time_pass();
	assert_now("site.yaml", "a: 1", &first);
	assert_now("site.yaml", "a: 1", &second);
	ck_assert_ptr_eq(first, second);
	assert_now("media/x.pdf", "%PDF", &first);
	assert_now("media/x.pdf", "%PDF", &second);
	ck_assert_ptr_eq(first, second);
	end();
}
END_TEST

START_TEST(other_bytes_of_the_same_number_are_read)
{
	const char *where;
	begin();
	let_time_pass();
	assert_now("site.yaml", "a: 1", &where);
	assert_now("media/x.pdf", "%PDF", &where);
	write_file("content/site.yaml", "a: 2");
	write_file("content/media/x.pdf", "%pdf");
	assert_now("site.yaml", "a: 2", &where);
	assert_now("media/x.pdf", "%pdf", &where);
	end();
}
END_TEST

/* Written in place, without another inode. */
static void write_in_place(const char *path, const char *content)
{
	int fd = openat(base_fd, path, O_WRONLY | O_CLOEXEC);
	ck_assert_int_eq(write(fd, content, strlen(content)), (ssize_t)strlen(content));
	close(fd);
}

START_TEST(a_file_written_right_after_it_was_read_is_read_again)
{
	const char *where;
	begin();
	for (int i = 0; i < 200; i++) {
		char text[] = "a: 0";
		text[3] = (char)('0' + i % 10);
		write_in_place("content/site.yaml", text);
		assert_now("site.yaml", text, &where);
	}
	end();
}
END_TEST

START_TEST(an_old_time_put_on_a_new_file_deceives_nobody)
{
	const struct timespec times[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
	const char *where;
	begin();
	ck_assert_int_eq(utimensat(base_fd, "content/site.yaml", times, 0), 0);
	let_time_pass();
	assert_now("site.yaml", "a: 1", &where);
	write_file("content/other", "a: 2");
	ck_assert_int_eq(utimensat(base_fd, "content/other", times, 0), 0);
	ck_assert_int_eq(renameat(base_fd, "content/other", base_fd, "content/site.yaml"), 0);
	assert_now("site.yaml", "a: 2", &where);
	end();
}
END_TEST

START_TEST(a_snapshot_keeps_what_it_was_given)
{
	const char *where;
	int err;
	begin();
	let_time_pass();
	Tree *t = snapshot();
	write_file("content/site.yaml", "a: 2");
	assert_now("site.yaml", "a: 2", &where);
	assert_slice(tree_bytes(t, tree_find(t, SL("site.yaml")), &err), "a: 1");
	shelf_free(shelf);
	shelf = NULL;
	assert_slice(tree_bytes(t, tree_find(t, SL("site.yaml")), &err), "a: 1");
	tree_free(t);
	end();
}
END_TEST

UNIT_MAIN("shelf", a_file_that_stays_as_it_is_is_read_once, other_bytes_of_the_same_number_are_read,
          a_file_written_right_after_it_was_read_is_read_again, an_old_time_put_on_a_new_file_deceives_nobody,
          a_snapshot_keeps_what_it_was_given)
