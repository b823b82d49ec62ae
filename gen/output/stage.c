#include "output/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/vec.h"
#include "output/target.h"
#include "output/twin.h"

enum { FOLDER_MODE = 0755, FILE_MODE = 0644 };

struct Stage {
	Target target;
	int root; /* descriptor of the new tree */
	bool compress;
	pthread_mutex_t lock; /* of what follows */
	Plan plan;
	Map folders;      /* those made: a set of paths, in the plan's arena */
	VEC(Twin *) idle; /* packers that no thread is using */
	int err;          /* the first fault: a negative errno */
	Buf err_path;
};

static void keep_fault(Stage *s, Slice path, int err)
{
	if (!s->err) {
		s->err = err;
		buf_add(&s->err_path, path);
	}
}

/* --- opening --- */

/* mkdir() and open() take the umask off, so modes are set apart. */
static int make_folder(int dirfd, const char *path)
{
	bool made = mkdirat(dirfd, path, FOLDER_MODE) == 0 && fchmodat(dirfd, path, FOLDER_MODE, 0) == 0;
	return made ? 0 : -errno;
}

static int open_root(Stage *s)
{
	int err = make_folder(s->target.above, s->target.fresh);
	if (!err) {
		s->root = openat(s->target.above, s->target.fresh, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		err = s->root < 0 ? -errno : 0;
	}
	return err;
}

static void stage_free(Stage *s, Diags *diags)
{
	if (s->root >= 0) {
		close(s->root);
	}
	for (size_t i = 0; i < s->idle.n; i++) {
		twin_free(s->idle.items[i]);
	}
	vec_release(&s->idle);
	map_release(&s->folders);
	plan_release(&s->plan);
	buf_release(&s->err_path);
	pthread_mutex_destroy(&s->lock);
	target_close(&s->target, diags);
	free(s);
}

static bool prepare(Stage *s, Diags *diags)
{
	Plan old;
	if (!target_check(&s->target, &old, diags)) {
		return false;
	}
	plan_release(&old);
	int err = open_root(s);
	if (err) {
		target_report(&s->target, (Slice){NULL, 0}, err, diags);
	}
	return !err;
}

Stage *stage_open(const char *dir, bool compress, Diags *diags)
{
	Target target;
	if (!target_open(&target, dir, diags)) {
		return NULL;
	}
	Stage *s = mem_alloc(sizeof *s);
	*s = (Stage){.target = target, .root = -1, .compress = compress, .plan = PLAN_INIT, .err_path = BUF_INIT};
	pthread_mutex_init(&s->lock, NULL);
	if (!prepare(s, diags)) {
		stage_free(s, diags);
		return NULL;
	}
	return s;
}

int stage_fd(const Stage *s)
{
	return s->root;
}

/* --- writing --- */

static int make_folders(Stage *s, Slice path)
{
	int err = 0;
	for (size_t at = slice_find_byte(path, '/', 0); !err && at < path.n; at = slice_find_byte(path, '/', at + 1)) {
		Slice folder = slice_sub(path, 0, at);
		if (!map_get(&s->folders, folder)) {
			folder = arena_dup(&s->plan.arena, folder);
			err = make_folder(s->root, folder.p);
			map_put(&s->folders, folder, s);
		}
	}
	return err;
}

/* Enters a file and makes its folders; NULL when there is nothing to write. */
static const PlanItem *enter(Stage *s, Slice path, Slice bytes)
{
	Digest digest = digest_of(bytes);
	pthread_mutex_lock(&s->lock);
	const PlanItem *item = s->err ? NULL : plan_add(&s->plan, path, bytes.n, digest);
	int err = item ? make_folders(s, item->path) : 0;
	if (err) {
		keep_fault(s, path, err);
		item = NULL;
	}
	pthread_mutex_unlock(&s->lock);
	return item;
}

static int write_file(const Stage *s, const char *path, Slice bytes)
{
	int err = file_write(s->root, path, bytes);
	if (!err && fchmodat(s->root, path, FILE_MODE, 0) != 0) {
		err = -errno;
	}
	return err;
}

/* False when there is nothing more to do for this file. */
static bool put_file(Stage *s, Slice path, Slice bytes)
{
	const PlanItem *item = enter(s, path, bytes);
	int err = item ? write_file(s, item->path.p, bytes) : 0;
	if (err) {
		pthread_mutex_lock(&s->lock);
		keep_fault(s, path, err);
		pthread_mutex_unlock(&s->lock);
	}
	return item && !err;
}

static Twin *take_packer(Stage *s)
{
	pthread_mutex_lock(&s->lock);
	Twin *t = s->idle.n ? s->idle.items[--s->idle.n] : NULL;
	pthread_mutex_unlock(&s->lock);
	return t ? t : twin_new();
}

static void give_packer(Stage *s, Twin *t)
{
	pthread_mutex_lock(&s->lock);
	vec_push(&s->idle, t);
	pthread_mutex_unlock(&s->lock);
}

static void put_twin(Stage *s, Slice path, const char *suffix, const Buf *packed)
{
	Buf name = BUF_INIT;
	buf_add(&name, path);
	buf_str(&name, suffix);
	put_file(s, buf_slice(&name), buf_slice(packed));
	buf_release(&name);
}

static void put_twins(Stage *s, Slice path, Slice bytes)
{
	Buf packed = BUF_INIT;
	Twin *t = take_packer(s);
	twin_gzip(&packed, t, bytes);
	give_packer(s, t);
	put_twin(s, path, ".gz", &packed);
	buf_clear(&packed);
	twin_brotli(&packed, bytes);
	put_twin(s, path, ".br", &packed);
	buf_release(&packed);
}

void stage_put(Stage *s, Slice path, Slice bytes)
{
	if (put_file(s, path, bytes) && s->compress && twin_wanted(path)) {
		put_twins(s, path, bytes);
	}
}

/* --- the end --- */

static int write_manifest(Stage *s)
{
	Buf text = BUF_INIT;
	plan_sort(&s->plan);
	plan_print(&text, &s->plan);
	int err = write_file(s, PLAN_FILE, buf_slice(&text));
	buf_release(&text);
	return err;
}

/* Everything is on the disk before anything is put in place. */
static bool finish(Stage *s, Diags *diags)
{
	if (!s->err) {
		int err = write_manifest(s);
		if (err) {
			keep_fault(s, SL(PLAN_FILE), err);
		}
	}
	if (!s->err && syncfs(s->root) != 0) {
		keep_fault(s, (Slice){NULL, 0}, -errno);
	}
	if (s->err) {
		target_report(&s->target, buf_slice(&s->err_path), s->err, diags);
	}
	return !s->err;
}

static bool replace(const Stage *s, PlanDelta *out, Diags *diags)
{
	Plan old;
	if (!target_check(&s->target, &old, diags)) {
		return false;
	}
	PlanDelta delta = plan_compare(&old, &s->plan);
	plan_release(&old);
	int err = target_swap(&s->target);
	if (err) {
		target_report(&s->target, (Slice){NULL, 0}, err, diags);
	} else if (out) {
		*out = delta;
	}
	return !err;
}

bool stage_commit(Stage *s, PlanDelta *out, Diags *diags)
{
	bool ok = finish(s, diags) && replace(s, out, diags);
	if (ok) {
		target_sync(&s->target, diags);
	}
	stage_free(s, diags);
	return ok;
}

void stage_abort(Stage *s)
{
	if (s) {
		stage_free(s, NULL);
	}
}
