#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"

enum { CHUNK = 64 * 1024 };

static int open_again(int dirfd, const char *path, int flags, mode_t mode)
{
	int fd;
	do {
		fd = openat(dirfd, path, flags | O_CLOEXEC, mode);
	} while (fd < 0 && errno == EINTR);
	return fd < 0 ? -errno : fd;
}

/* --- reading --- */

static int check_regular(size_t *size, int fd, size_t limit)
{
	struct stat st;
	if (fstat(fd, &st) != 0) {
		return -errno;
	}
	if (!S_ISREG(st.st_mode)) {
		return S_ISDIR(st.st_mode) ? -EISDIR : -EINVAL;
	}
	*size = (size_t)st.st_size;
	return *size > limit ? -EFBIG : 0;
}

/* Reads to the end, and not to the size that fstat() saw: a file may grow meanwhile. */
static int read_all(Buf *out, int fd, size_t size, size_t limit)
{
	size_t start = out->n;
	buf_reserve(out, size + 1);
	for (;;) {
		if (out->cap - out->n < 2) {
			buf_reserve(out, CHUNK);
		}
		ssize_t n = read(fd, out->p + out->n, out->cap - out->n - 1);
		if (n == 0) {
			return 0;
		}
		if (n < 0 && errno != EINTR) {
			return -errno;
		}
		if (n > 0) {
			out->n += (size_t)n;
			out->p[out->n] = '\0';
		}
		if (out->n - start > limit) {
			return -EFBIG;
		}
	}
}

int file_read(Buf *out, int dirfd, const char *path, size_t limit)
{
	size_t start = out->n;
	/* O_NONBLOCK: a FIFO of that name must not hold the build. */
	int fd = open_again(dirfd, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0);
	if (fd < 0) {
		return fd;
	}
	size_t size = 0;
	int err = check_regular(&size, fd, limit);
	if (!err) {
		err = read_all(out, fd, size, limit);
	}
	close(fd);
	if (err && out->n > start) {
		out->n = start;
		out->p[start] = '\0';
	}
	return err;
}

/* --- writing --- */

static int write_all(int fd, Slice bytes)
{
	while (bytes.n) {
		ssize_t n = write(fd, bytes.p, bytes.n);
		if (n < 0 && errno != EINTR) {
			return -errno;
		}
		if (n > 0) {
			bytes = (Slice){bytes.p + n, bytes.n - (size_t)n};
		}
	}
	return 0;
}

/* A new file, or nothing: what could not be written whole is taken away. */
int file_create(int dirfd, const char *path, Slice bytes)
{
	int fd = open_again(dirfd, path, O_WRONLY | O_CREAT | O_EXCL, 0666);
	if (fd < 0) {
		return fd;
	}
	int err = write_all(fd, bytes);
	if (close(fd) != 0 && !err) {
		err = -errno;
	}
	if (err) {
		unlinkat(dirfd, path, 0);
	}
	return err;
}

/* Aside and renamed: a reader sees the old bytes or the new ones, and neither
 * a link nor a second name of the old file is written through. */
static int replace(int dirfd, const char *path, Slice bytes)
{
	Buf aside = BUF_INIT;
	buf_printf(&aside, "%s.new~", path);
	int err = 0;
	if (unlinkat(dirfd, aside.p, 0) != 0 && errno != ENOENT) {
		err = -errno;
	}
	if (!err) {
		err = file_create(dirfd, aside.p, bytes);
	}
	if (!err && renameat(dirfd, aside.p, dirfd, path) != 0) {
		err = -errno;
		unlinkat(dirfd, aside.p, 0);
	}
	buf_release(&aside);
	return err;
}

int file_write(int dirfd, const char *path, Slice bytes)
{
	int err = file_create(dirfd, path, bytes);
	return err == -EEXIST ? replace(dirfd, path, bytes) : err;
}

/* --- folders --- */

static int make_folder(int dirfd, const char *path)
{
	struct stat st;
	if (mkdirat(dirfd, path, 0777) == 0) {
		return 0;
	}
	if (errno != EEXIST) {
		return -errno;
	}
	if (fstatat(dirfd, path, &st, 0) != 0) {
		return -errno;
	}
	return S_ISDIR(st.st_mode) ? 0 : -ENOTDIR;
}

static int make_each(int dirfd, char *path)
{
	int err = 0;
	for (char *p = path + (*path == '/'); !err && (p = strchr(p, '/')) != NULL; p++) {
		*p = '\0';
		err = make_folder(dirfd, path);
		*p = '/';
	}
	return err ? err : make_folder(dirfd, path);
}

int file_parents(int dirfd, const char *path)
{
	const char *last = strrchr(path, '/');
	if (!last || last == path) {
		return 0;
	}
	Buf above = BUF_INIT;
	buf_put(&above, path, (size_t)(last - path));
	/* Most files land in a folder that is there already. */
	int err = make_folder(dirfd, above.p);
	if (err == -ENOENT) {
		err = make_each(dirfd, above.p);
	}
	buf_release(&above);
	return err;
}

static int remove_entries(int fd)
{
	Arena arena = ARENA_INIT;
	DirEntry *entries = NULL;
	size_t n = 0;
	int err = file_list(&arena, &entries, &n, fd, ".");
	for (size_t i = 0; !err && i < n; i++) {
		err = file_remove_tree(fd, entries[i].name.p);
	}
	arena_release(&arena);
	return err;
}

int file_remove_tree(int dirfd, const char *path)
{
	struct stat st;
	if (fstatat(dirfd, path, &st, AT_SYMLINK_NOFOLLOW) != 0) {
		return errno == ENOENT ? 0 : -errno;
	}
	if (!S_ISDIR(st.st_mode)) {
		return unlinkat(dirfd, path, 0) == 0 || errno == ENOENT ? 0 : -errno;
	}
	int fd = open_again(dirfd, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0);
	if (fd < 0) {
		return fd;
	}
	int err = remove_entries(fd);
	close(fd);
	if (!err && unlinkat(dirfd, path, AT_REMOVEDIR) != 0 && errno != ENOENT) {
		err = -errno;
	}
	return err;
}

/* --- listing --- */

typedef VEC(DirEntry) Entries;

static int by_name(const void *x, const void *y)
{
	return slice_cmp(((const DirEntry *)x)->name, ((const DirEntry *)y)->name);
}

static int describe(DirEntry *out, int fd, const char *name)
{
	struct stat st;
	if (fstatat(fd, name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
		return -errno;
	}
	out->size = (uint64_t)st.st_size;
	out->stamp.device = st.st_dev;
	out->stamp.inode = st.st_ino;
	out->stamp.changed = (int64_t)st.st_ctim.tv_sec * 1000000000 + st.st_ctim.tv_nsec;
	switch (st.st_mode & S_IFMT) {
	case S_IFREG:
		out->type = ENTRY_FILE;
		break;
	case S_IFDIR:
		out->type = ENTRY_DIR;
		break;
	case S_IFLNK:
		out->type = ENTRY_LINK;
		break;
	default:
		out->type = ENTRY_OTHER;
	}
	return 0;
}

static bool is_self_or_parent(const char *name)
{
	return name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]));
}

/* readdir() tells the end from a failure by errno alone. */
static int next_name(DIR *dir, const char **name)
{
	errno = 0;
	struct dirent *d = readdir(dir);
	*name = d ? d->d_name : NULL;
	return -errno;
}

static int collect(Arena *a, Entries *entries, DIR *dir)
{
	const char *name;
	int err;
	while ((err = next_name(dir, &name)) == 0 && name) {
		DirEntry entry = {0};
		if (is_self_or_parent(name)) {
			continue;
		}
		err = describe(&entry, dirfd(dir), name);
		if (err == -ENOENT) {
			continue; /* gone since it was listed */
		}
		if (err) {
			return err;
		}
		entry.name = arena_dup(a, slice_of(name));
		vec_push(entries, entry);
	}
	return err;
}

int file_list(Arena *a, DirEntry **out, size_t *n, int dirfd, const char *path)
{
	Entries entries = {0};
	int err = 0;
	int fd = open_again(dirfd, path, O_RDONLY | O_DIRECTORY, 0);
	if (fd < 0) {
		return fd;
	}
	DIR *dir = fdopendir(fd);
	if (!dir) {
		err = -errno;
		close(fd);
		return err;
	}
	err = collect(a, &entries, dir);
	closedir(dir);
	if (!err) {
		*n = entries.n;
		*out = arena_array(a, entries.n, sizeof **out);
		if (entries.n) {
			memcpy(*out, entries.items, entries.n * sizeof **out);
			qsort(*out, *n, sizeof **out, by_name);
		}
	}
	vec_release(&entries);
	return err;
}
