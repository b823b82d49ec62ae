#include "source/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

int folder_open(int dirfd, const char *path)
{
	struct stat st;
	int fd = openat(dirfd, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd >= 0) {
		return fd;
	}
	int err = -errno;
	/* For a link the kernel says ENOTDIR, because of O_DIRECTORY. */
	if (err == -ENOTDIR && fstatat(dirfd, path, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(st.st_mode)) {
		return -ELOOP;
	}
	return err;
}

static void unreadable(Listing *l, Slice path, int err)
{
	DIAG(l->diags, D_CANNOT_READ, listing_loc(l, path), slice_of(strerrordesc_np(-err)));
}

static EntryKind kind_of(const DirEntry *e)
{
	static const EntryKind kinds[] = {
	        [ENTRY_FILE] = KIND_FILE,
	        [ENTRY_DIR] = KIND_FOLDER,
	        [ENTRY_LINK] = KIND_LINK,
	        [ENTRY_OTHER] = KIND_OTHER,
	};
	return kinds[e->type];
}

/* A repository inside the content is what a commit would hold as a submodule. */
static bool is_repository(Slice dir, const DirEntry *entries, size_t n)
{
	for (size_t i = 0; dir.n && i < n; i++) {
		if (slice_is(entries[i].name, ".git")) {
			return true;
		}
	}
	return false;
}

static void list_below(Listing *l, int fd, Slice dir);

static void enter(Listing *l, int fd, Slice dir, const char *name)
{
	int below = folder_open(fd, name);
	if (below < 0) {
		unreadable(l, dir, below);
		return;
	}
	list_below(l, below, dir);
	close(below);
}

static void list_entry(Listing *l, int fd, Slice dir, const DirEntry *e)
{
	TreeFile file;
	switch (listing_judge(l, &file, dir, e->name, kind_of(e))) {
	case VERDICT_SKIP:
		break;
	case VERDICT_TAKE:
		file.size = e->size;
		file.stamp = e->stamp;
		listing_add(l, file, NULL);
		break;
	case VERDICT_ENTER:
		enter(l, fd, file.path, e->name.p);
		break;
	}
}

static void list_below(Listing *l, int fd, Slice dir)
{
	Arena scratch = ARENA_INIT;
	DirEntry *entries = NULL;
	size_t n = 0;
	int err = file_list(&scratch, &entries, &n, fd, ".");
	if (err) {
		unreadable(l, dir, err);
	} else if (is_repository(dir, entries, n)) {
		DIAG_AT(l->diags, D_SUBMODULE, listing_loc(l, dir));
	} else {
		for (size_t i = 0; i < n; i++) {
			list_entry(l, fd, dir, &entries[i]);
		}
	}
	arena_release(&scratch);
}

void folder_list(Listing *l, int fd)
{
	list_below(l, fd, (Slice){NULL, 0});
}

/* Gives a descriptor of the folder that holds the path's last name; may be fd itself. */
static int open_above(int fd, char *path, char **name)
{
	char *slash;
	int at = fd;
	while ((slash = strchr(path, '/')) != NULL) {
		*slash = '\0';
		int next = folder_open(at, path);
		if (at != fd) {
			close(at);
		}
		if (next < 0) {
			return next;
		}
		at = next;
		path = slash + 1;
	}
	*name = path;
	return at;
}

int folder_read(Arena *a, Slice *out, int fd, Slice path, uint64_t limit)
{
	Buf bytes = BUF_INIT;
	char *steps = arena_cstr(a, path);
	char *name = NULL;
	int above = open_above(fd, steps, &name);
	int err = above < 0 ? above : file_read(&bytes, above, name, (size_t)limit);
	if (above >= 0 && above != fd) {
		close(above);
	}
	if (!err) {
		*out = arena_dup(a, buf_slice(&bytes));
	}
	buf_release(&bytes);
	return err;
}
