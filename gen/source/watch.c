#include "source/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "base/vec.h"

enum { TEXT = 64 * 1024 };

/* A file counts when it is closed: half of one that is being written is no state to show. */
static const uint32_t NAMES = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;
static const uint32_t SELF = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT;
static const uint32_t INSIDE = NAMES | IN_CLOSE_WRITE | IN_ATTRIB | IN_ONLYDIR | IN_DONT_FOLLOW | IN_MASK_ADD;
static const uint32_t ABOVE = NAMES | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_MASK_ADD;

/* A folder asked for. */
typedef struct Root {
	char *base, *path; /* path below base, without '/' at its ends */
} Root;

/* A folder as the kernel knows it. */
typedef struct Folder {
	int wd;
	char *path;
	char *only; /* of a folder above a root: the one name in it that matters; NULL: every name */
} Folder;

struct Watch {
	int fd;
	VEC(Root) roots;
	VEC(Folder) folders;
	int err; /* the first fault since it was asked */
};

Watch *watch_new(int *err)
{
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	*err = fd < 0 ? -errno : 0;
	if (fd < 0) {
		return NULL;
	}
	Watch *w = mem_alloc(sizeof *w);
	w->fd = fd;
	return w;
}

static void folder_release(Folder *f)
{
	free(f->path);
	free(f->only);
}

void watch_free(Watch *w)
{
	if (!w) {
		return;
	}
	for (size_t i = 0; i < w->folders.n; i++) {
		folder_release(&w->folders.items[i]);
	}
	for (size_t i = 0; i < w->roots.n; i++) {
		free(w->roots.items[i].base);
		free(w->roots.items[i].path);
	}
	vec_release(&w->folders);
	vec_release(&w->roots);
	close(w->fd);
	free(w);
}

static char *copy_of(Slice s)
{
	Buf b = BUF_INIT;
	buf_add(&b, s);
	return buf_take(&b);
}

static char *joined(const char *folder, Slice name)
{
	Buf path = BUF_INIT;
	buf_str(&path, folder);
	buf_byte(&path, '/');
	buf_add(&path, name);
	return buf_take(&path);
}

/* --- watching --- */

/* Gives 0, or a negative errno; a folder that is gone by now is no fault. */
static int watch_folder(Watch *w, const char *path, const char *only)
{
	int wd = inotify_add_watch(w->fd, path, only ? ABOVE : INSIDE);
	if (wd < 0) {
		bool gone = errno == ENOENT || errno == ENOTDIR || errno == ELOOP;
		w->err = gone || w->err ? w->err : -errno;
		return -errno;
	}
	vec_push(&w->folders, (Folder){wd, copy_of(slice_of(path)), only ? copy_of(slice_of(only)) : NULL});
	return 0;
}

static void watch_below(Watch *w, const char *path)
{
	Arena scratch = ARENA_INIT;
	DirEntry *entries = NULL;
	size_t n = 0;
	/* First the watch, then the list: what appears between is in both. */
	if (watch_folder(w, path, NULL) == 0 && file_list(&scratch, &entries, &n, AT_FDCWD, path) == 0) {
		for (size_t i = 0; i < n; i++) {
			if (entries[i].type == ENTRY_DIR && entries[i].name.p[0] != '.') {
				char *below = joined(path, entries[i].name);
				watch_below(w, below);
				free(below);
			}
		}
	}
	arena_release(&scratch);
}

/* Each folder above for the name of the next; then the folder itself. */
static void watch_root(Watch *w, const Root *r)
{
	char *at = copy_of(slice_of(r->base));
	Slice rest = slice_of(r->path);
	Slice name;
	while (slice_split(&rest, '/', &name)) {
		char *only = copy_of(name);
		char *next = joined(at, name);
		watch_folder(w, at, only);
		free(only);
		free(at);
		at = next;
	}
	watch_below(w, at);
	free(at);
}

int watch_add(Watch *w, const char *base, Slice path)
{
	bool absolute = slice_starts(path, SL("/"));
	char *real = realpath(absolute ? "/" : base, NULL);
	Slice below = path_tidy(absolute ? slice_sub(path, 1, path.n) : path);
	w->err = 0;
	vec_push(&w->roots, (Root){real ? real : copy_of(slice_of(base)), copy_of(below)});
	watch_root(w, &w->roots.items[w->roots.n - 1]);
	return w->err;
}

/* --- what happens --- */

/* One descriptor of the kernel may stand for several names of ours: a folder is above one root and inside another. */
static void forget(Watch *w, const char *path)
{
	size_t kept = 0;
	Slice gone = slice_of(path);
	for (size_t i = 0; i < w->folders.n; i++) {
		Folder *f = &w->folders.items[i];
		Slice own = slice_of(f->path);
		if (slice_starts(own, gone) && (own.n == gone.n || own.p[gone.n] == '/')) {
			inotify_rm_watch(w->fd, f->wd);
			folder_release(f);
		} else {
			w->folders.items[kept++] = *f;
		}
	}
	w->folders.n = kept;
}

static void watch_anew(Watch *w)
{
	for (size_t i = 0; i < w->folders.n; i++) {
		inotify_rm_watch(w->fd, w->folders.items[i].wd);
		folder_release(&w->folders.items[i]);
	}
	w->folders.n = 0;
	for (size_t i = 0; i < w->roots.n; i++) {
		watch_root(w, &w->roots.items[i]);
	}
}

typedef enum News { NEWS_NONE, NEWS_CHANGE, NEWS_ANEW } News;

/* What an event means to one of the folders that it is of. */
static News judge(Watch *w, size_t at, const struct inotify_event *e)
{
	const Folder f = w->folders.items[at];
	Slice name = e->len ? slice_of(e->name) : SL("");
	if (f.only) {
		return e->mask & SELF || slice_is(name, f.only) ? NEWS_ANEW : NEWS_NONE;
	}
	if (e->mask & (SELF | IN_IGNORED) || slice_starts(name, SL("."))) {
		return NEWS_NONE; /* whatever holds the folder tells of it too */
	}
	if (e->mask & IN_ISDIR && e->mask & NAMES) {
		char *below = joined(f.path, name);
		forget(w, below);
		if (e->mask & (IN_CREATE | IN_MOVED_TO)) {
			watch_below(w, below);
		}
		free(below);
	}
	return NEWS_CHANGE;
}

static News hear(Watch *w, const struct inotify_event *e)
{
	News news = e->mask & IN_Q_OVERFLOW ? NEWS_ANEW : NEWS_NONE;
	/* What is watched meanwhile stands behind: it is not asked again. */
	for (size_t i = 0, n = w->folders.n; i < n && i < w->folders.n && news != NEWS_ANEW; i++) {
		if (w->folders.items[i].wd == e->wd) {
			News one = judge(w, i, e);
			news = one > news ? one : news;
		}
	}
	return news;
}

bool watch_take(Watch *w, int *err)
{
	_Alignas(struct inotify_event) char text[TEXT];
	News news = NEWS_NONE;
	ssize_t n;
	w->err = 0;
	while ((n = read(w->fd, text, sizeof text)) > 0) {
		for (char *at = text; at < text + n;) {
			const struct inotify_event *e = (const void *)at;
			News one = hear(w, e);
			news = one > news ? one : news;
			at += sizeof *e + e->len;
		}
	}
	if (news == NEWS_ANEW) {
		watch_anew(w);
	}
	*err = w->err;
	return news != NEWS_NONE;
}

int watch_fd(const Watch *w)
{
	return w->fd;
}

size_t watch_count(const Watch *w)
{
	return w->folders.n;
}
