/*
 * folder.h - what tests of the output share: a folder of their own to build in.
 */
#ifndef TESTS_FOLDER_H
#define TESTS_FOLDER_H

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "output/stage.h"
#include "unit.h"

static char base[] = "/tmp/rubrika_unit_XXXXXX";
static char site[64];
static int base_fd;

static inline void setup(void)
{
	memcpy(base + sizeof base - 7, "XXXXXX", 6);
	ck_assert_ptr_nonnull(mkdtemp(base));
	snprintf(site, sizeof site, "%s/site", base);
	base_fd = open(base, O_RDONLY | O_DIRECTORY);
	ck_assert_int_ge(base_fd, 0);
}

static inline void teardown(void)
{
	close(base_fd);
	file_remove_tree(AT_FDCWD, base);
}

static inline bool exists(const char *path)
{
	struct stat st;
	return fstatat(base_fd, path, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

static inline void assert_file(const char *path, const char *content)
{
	Buf got = BUF_INIT;
	ck_assert_msg(file_read(&got, base_fd, path, 1 << 20) == 0, "%s cannot be read", path);
	ck_assert_str_eq(got.p, content);
	buf_release(&got);
}

static inline void write_file(const char *path, const char *content)
{
	ck_assert_int_eq(file_write(base_fd, path, slice_of(content)), 0);
}

/* What lies in the base folder, by name, each followed by a space. */
static inline void assert_beside(const char *names)
{
	Arena a = ARENA_INIT;
	Buf got = BUF_INIT;
	DirEntry *entries;
	size_t n;
	ck_assert_int_eq(file_list(&a, &entries, &n, base_fd, "."), 0);
	for (size_t i = 0; i < n; i++) {
		buf_printf(&got, "%s ", entries[i].name.p);
	}
	ck_assert_str_eq(got.p, names);
	buf_release(&got);
	arena_release(&a);
}

static inline void assert_diag(const Diags *diags, DiagId id, const char *first, const char *second)
{
	ck_assert_uint_eq(diags->n, 1);
	ck_assert_str_eq(diag_name(diags->items[0].id), diag_name(id));
	assert_slice(diags->items[0].argv[0], first);
	if (second) {
		assert_slice(diags->items[0].argv[1], second);
	}
}

static inline Stage *open_stage(const char *dir)
{
	Diags diags;
	diags_init(&diags);
	Stage *s = stage_open(dir, false, &diags);
	ck_assert_ptr_nonnull(s);
	ck_assert_uint_eq(diags.n, 0);
	diags_release(&diags);
	return s;
}

static inline void assert_refused(DiagId id, const char *dir, const char *first, const char *second)
{
	Diags diags;
	diags_init(&diags);
	ck_assert_ptr_null(stage_open(dir, false, &diags));
	assert_diag(&diags, id, first, second);
	diags_release(&diags);
}

static inline PlanDelta commit(Stage *s)
{
	Diags diags;
	PlanDelta delta = {0};
	diags_init(&diags);
	ck_assert(stage_commit(s, &delta, &diags));
	ck_assert_uint_eq(diags.n, 0);
	diags_release(&diags);
	return delta;
}

static inline void assert_not_committed(Stage *s, DiagId id, const char *first, const char *second)
{
	Diags diags;
	diags_init(&diags);
	ck_assert(!stage_commit(s, NULL, &diags));
	assert_diag(&diags, id, first, second);
	diags_release(&diags);
}

/* A tree of one page. */
static inline void build(const char *content)
{
	Stage *s = open_stage(site);
	stage_put(s, SL("index.html"), slice_of(content));
	commit(s);
}

#endif
