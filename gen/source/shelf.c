#include "source/shelf.h"

#include <time.h>

#include "base/map.h"
#include "base/vec.h"
#include "source/folder.h"

/* Nanoseconds; the first of a file system whose clock has parts of a second. */
static const int64_t TICK = 100000000;
static const int64_t COARSE = 3000000000;

/* The bytes of one file, counted. */
typedef struct Volume {
	Arena arena;
	Slice path, bytes;
	FileStamp stamp;
	size_t refs;
} Volume;

struct Shelf {
	Map by_path; /* → Volume * */
	VEC(Volume *) volumes;
};

Shelf *shelf_new(void)
{
	Shelf *s = mem_alloc(sizeof *s);
	map_init(&s->by_path);
	return s;
}

static void drop(Volume *v)
{
	if (--v->refs == 0) {
		arena_release(&v->arena);
		free(v);
	}
}

void shelf_free(Shelf *s)
{
	if (!s) {
		return;
	}
	for (size_t i = 0; i < s->volumes.n; i++) {
		drop(s->volumes.items[i]);
	}
	vec_release(&s->volumes);
	map_release(&s->by_path);
	free(s);
}

static bool is_same(const Volume *v, const TreeFile *f)
{
	return v && v->bytes.n == f->size && v->stamp.device == f->stamp.device && v->stamp.inode == f->stamp.inode &&
	       v->stamp.changed == f->stamp.changed;
}

void shelf_keep(Shelf *s, const TreeFile *files, size_t n)
{
	Map kept = MAP_INIT;
	VEC(Volume *) volumes = {NULL, 0, 0};
	for (size_t i = 0; i < n; i++) {
		Volume *v = map_get(&s->by_path, files[i].path);
		if (is_same(v, &files[i]) && !map_put(&kept, v->path, v)) {
			v->refs++;
			vec_push(&volumes, v);
		}
	}
	for (size_t i = 0; i < s->volumes.n; i++) {
		drop(s->volumes.items[i]);
	}
	free(s->volumes.items);
	map_release(&s->by_path);
	s->by_path = kept;
	s->volumes.items = volumes.items;
	s->volumes.n = volumes.n;
	s->volumes.cap = volumes.cap;
}

/* Could a later write have the same stamp? */
static bool is_recent(const FileStamp *stamp)
{
	struct timespec t;
	clock_gettime(CLOCK_REALTIME, &t);
	int64_t age = (int64_t)t.tv_sec * 1000000000 + t.tv_nsec - stamp->changed;
	return age < (stamp->changed % 1000000000 ? TICK : COARSE);
}

static void put(Shelf *s, Volume *v)
{
	if (!is_recent(&v->stamp)) {
		map_put(&s->by_path, v->path, v); /* what it replaces stays on the shelf until shelf_keep() */
		v->refs++;
		vec_push(&s->volumes, v);
	}
}

static int read_volume(Volume **out, int fd, const TreeFile *f, uint64_t limit)
{
	Volume *v = mem_alloc(sizeof *v);
	v->refs = 1;
	v->stamp = f->stamp;
	v->path = arena_dup(&v->arena, f->path);
	int err = folder_read(&v->arena, &v->bytes, fd, f->path, limit);
	if (err) {
		drop(v);
		return err;
	}
	*out = v;
	return 0;
}

int shelf_lend(Shelf *s, Loans *loans, Slice *out, int fd, const TreeFile *f, uint64_t limit)
{
	Volume *v = map_get(&s->by_path, f->path);
	if (is_same(v, f)) {
		v->refs++;
	} else {
		int err = read_volume(&v, fd, f, limit);
		if (err) {
			return err;
		}
		put(s, v);
	}
	vec_push(loans, v);
	*out = v->bytes;
	return 0;
}

void loans_return(Loans *loans)
{
	for (size_t i = 0; i < loans->n; i++) {
		drop(loans->items[i]);
	}
	vec_release(loans);
}
