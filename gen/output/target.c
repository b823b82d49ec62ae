#include "output/target.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "output/lock.h"

enum { MANIFEST_MAX = 1 << 30 };

static const Loc nowhere = {{NULL, 0}, 0, 0};

void target_report(const Target *t, Slice path, int err, Diags *diags)
{
	Buf shown = BUF_INIT;
	buf_add(&shown, t->given);
	if (path.n) {
		buf_byte(&shown, '/');
		buf_add(&shown, path);
	}
	DIAG(diags, D_CANNOT_WRITE, nowhere, buf_slice(&shown), slice_of(strerror(-err)));
	buf_release(&shown);
}

/* --- finding it --- */

static Slice without_slashes(Slice path)
{
	while (path.n > 1 && path.p[path.n - 1] == '/') {
		path.n--;
	}
	return path;
}

/* Cuts "a/b" into "a" and "b", "/b" into "/" and "b", "b" into "." and "b". */
static void split(const char **above, const char **name, Arena *a, Slice path)
{
	size_t slash = path.n;
	while (slash > 0 && path.p[slash - 1] != '/') {
		slash--;
	}
	*above = slash ? arena_cstr(a, slice_sub(path, 0, slash)) : ".";
	*name = arena_cstr(a, slice_sub(path, slash, path.n));
}

/* An existing folder is taken where it truly lies: to swap a link to it would not be to swap it. */
static int locate(Target *t, Slice path)
{
	const char *above;
	const char *given = arena_cstr(&t->arena, path);
	char *real = realpath(given, NULL);
	int err = real || errno == ENOENT ? 0 : -errno;
	if (!real && !err) {
		err = file_parents(AT_FDCWD, given);
	}
	split(&above, &t->name, &t->arena, real ? slice_of(real) : path);
	free(real);
	if (!err && (!*t->name || strcmp(t->name, ".") == 0 || strcmp(t->name, "..") == 0)) {
		err = -EBUSY; /* the root, or a folder that is not there called by another's name */
	}
	if (!err) {
		t->above = open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		err = t->above < 0 ? -errno : 0;
	}
	t->fresh = arena_printf(&t->arena, ".%s.rubrika-new", t->name).p;
	t->aside = arena_printf(&t->arena, ".%s.rubrika-old", t->name).p;
	t->lock_name = arena_printf(&t->arena, ".%s.rubrika-lock", t->name).p;
	return err;
}

/* S_IFDIR and so on; 0 when there is nothing, or a negative errno. */
static int kind_of(const Target *t, const char *name)
{
	struct stat st;
	if (fstatat(t->above, name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
		return errno == ENOENT ? 0 : -errno;
	}
	return (int)(st.st_mode & S_IFMT);
}

static int tidy(const Target *t)
{
	int err = 0;
	if (kind_of(t, t->name) == 0 && kind_of(t, t->aside) == S_IFDIR) {
		err = renameat(t->above, t->aside, t->above, t->name) == 0 ? 0 : -errno;
	}
	if (!err) {
		err = file_remove_tree(t->above, t->aside);
	}
	return err ? err : file_remove_tree(t->above, t->fresh);
}

/* Lets go without touching any tree. */
static void release(Target *t)
{
	lock_drop(t->lock, t->above, t->lock_name);
	if (t->above >= 0) {
		close(t->above);
	}
	arena_release(&t->arena);
}

static bool take(Target *t, Diags *diags)
{
	int err = locate(t, without_slashes(t->given));
	if (!err) {
		t->lock = lock_take(t->above, t->lock_name);
		err = t->lock < 0 ? t->lock : 0;
	}
	if (err == -EWOULDBLOCK) {
		DIAG(diags, D_OUTPUT_LOCKED, nowhere, t->given);
		return false;
	}
	err = err ? err : tidy(t);
	int kind = err ? err : kind_of(t, t->name);
	if (kind < 0) {
		target_report(t, (Slice){NULL, 0}, kind, diags);
		return false;
	}
	if (kind != 0 && kind != S_IFDIR) {
		DIAG(diags, D_OUTPUT_NOT_FOLDER, nowhere, t->given);
		return false;
	}
	return true;
}

bool target_open(Target *t, const char *dir, Diags *diags)
{
	*t = (Target){.arena = ARENA_INIT, .above = -1, .lock = -1};
	t->given = arena_dup(&t->arena, without_slashes(slice_of(dir)));
	bool ok = take(t, diags);
	if (!ok) {
		release(t);
	}
	return ok;
}

void target_close(Target *t, Diags *diags)
{
	int err = file_remove_tree(t->above, t->fresh);
	if (err && diags) {
		DIAG(diags, D_SYSTEM_FAILED, nowhere, slice_of(t->fresh), slice_of(strerror(-err)));
	}
	release(t);
}

/* --- whose it is --- */

typedef struct Walk {
	Arena arena;
	const Plan *plan;
	Slice foreign; /* the first path that is not ours */
} Walk;

static bool is_ours(const Walk *w, const DirEntry *entry, Slice path)
{
	switch (entry->type) {
	case ENTRY_FILE:
		return slice_is(path, PLAN_FILE) || plan_find(w->plan, path);
	case ENTRY_DIR:
		return plan_has_below(w->plan, path);
	default:
		return false;
	}
}

/* Depth first, names by bytes, to the first foreign path. */
static int walk(Walk *w, int root, Slice folder)
{
	DirEntry *entries = NULL;
	size_t n = 0;
	int err = file_list(&w->arena, &entries, &n, root, folder.n ? folder.p : ".");
	for (size_t i = 0; !err && !w->foreign.n && i < n; i++) {
		Slice path = arena_join(&w->arena, folder, folder.n ? SL("/") : SL(""), entries[i].name);
		if (!is_ours(w, &entries[i], path)) {
			w->foreign = path;
		} else if (entries[i].type == ENTRY_DIR) {
			err = walk(w, root, path);
		}
	}
	return err;
}

/* A manifest that is not there, cannot be read, or is none of ours vouches for nothing. */
static void read_manifest(Plan *plan, int root)
{
	Buf text = BUF_INIT;
	if (file_read(&text, root, PLAN_FILE, MANIFEST_MAX) == 0) {
		plan_parse(plan, buf_slice(&text));
	}
	buf_release(&text);
}

static int check_root(const Target *t, Plan *plan, int root, Diags *diags)
{
	Walk w = {.arena = ARENA_INIT, .plan = plan};
	read_manifest(plan, root);
	int err = walk(&w, root, (Slice){NULL, 0});
	if (!err && w.foreign.n) {
		DIAG(diags, D_OUTPUT_FOREIGN, nowhere, t->given, w.foreign);
		err = -EEXIST;
	} else if (err) {
		target_report(t, (Slice){NULL, 0}, err, diags);
	}
	arena_release(&w.arena);
	return err;
}

bool target_check(const Target *t, Plan *plan, Diags *diags)
{
	plan_init(plan);
	int root = openat(t->above, t->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (root < 0 && errno == ENOENT) {
		return true;
	}
	int err = root < 0 ? -errno : 0;
	if (err) {
		target_report(t, (Slice){NULL, 0}, err, diags);
		return false;
	}
	err = check_root(t, plan, root, diags);
	close(root);
	if (err) {
		plan_release(plan);
	}
	return !err;
}

/* --- the swap --- */

static int move(const Target *t, const char *from, const char *to)
{
	return renameat(t->above, from, t->above, to) == 0 ? 0 : -errno;
}

static int exchange(const Target *t)
{
	return renameat2(t->above, t->fresh, t->above, t->name, RENAME_EXCHANGE) == 0 ? 0 : -errno;
}

static int exchange_in_two(const Target *t)
{
	int err = move(t, t->name, t->aside);
	if (err) {
		return err;
	}
	err = move(t, t->fresh, t->name);
	/* If this fails too, tidy() of the next run does the same. */
	move(t, t->aside, err ? t->name : t->fresh);
	return err;
}

int target_swap(const Target *t)
{
	int kind = kind_of(t, t->name);
	int err = kind < 0 ? kind : 0;
	if (kind == 0) {
		err = move(t, t->fresh, t->name);
	} else if (kind > 0) {
		err = exchange(t);
		err = err == -EINVAL || err == -ENOSYS ? exchange_in_two(t) : err;
	}
	return err;
}

void target_sync(const Target *t, Diags *diags)
{
	if (fsync(t->above) != 0) {
		DIAG(diags, D_SYSTEM_FAILED, nowhere, t->given, slice_of(strerror(errno)));
	}
}
