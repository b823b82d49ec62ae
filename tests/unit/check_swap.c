/* The promise of the stage under kill and under readers: the old tree or the new, never a mixture. */
#include "output/stage.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>

#include "folder.h"

/* --- killed runs --- */

START_TEST(a_run_killed_between_two_moves_is_undone_by_the_next)
{
	setup();
	build("one");
	ck_assert_int_eq(renameat(base_fd, "site", base_fd, ".site.rubrika-old"), 0);
	ck_assert_int_eq(mkdirat(base_fd, ".site.rubrika-new", 0755), 0);
	write_file(".site.rubrika-new/index.html", "two");
	stage_abort(open_stage(site));
	assert_file("site/index.html", "one");
	assert_beside("site ");
	teardown();
}
END_TEST

START_TEST(a_run_killed_after_the_moves_is_finished_by_the_next)
{
	setup();
	build("two");
	ck_assert_int_eq(mkdirat(base_fd, ".site.rubrika-old", 0755), 0);
	write_file(".site.rubrika-old/index.html", "one");
	write_file(".site.rubrika-lock", "");
	stage_abort(open_stage(site));
	assert_file("site/index.html", "two");
	assert_beside("site ");
	teardown();
}
END_TEST

/* A tree whose every file tells its generation. */
static void build_generation(unsigned generation)
{
	Diags diags;
	diags_init(&diags);
	Stage *s = stage_open(site, true, &diags);
	ck_assert_ptr_nonnull(s);
	for (unsigned i = 0; i < 40; i++) {
		char path[64];
		char text[64];
		snprintf(path, sizeof path, "folder%u/file%u.html", i % 5, i);
		snprintf(text, sizeof text, "file %u of generation %u", i, generation);
		stage_put(s, slice_of(path), slice_of(text));
	}
	ck_assert(stage_commit(s, NULL, &diags));
	diags_release(&diags);
}

static size_t count_files(Arena *a, const char *folder)
{
	DirEntry *entries;
	size_t n;
	size_t files = 0;
	ck_assert_int_eq(file_list(a, &entries, &n, base_fd, folder), 0);
	for (size_t i = 0; i < n; i++) {
		bool deeper = entries[i].type == ENTRY_DIR;
		files += deeper ? count_files(a, arena_printf(a, "%s/%s", folder, entries[i].name.p).p) : 1;
	}
	return files;
}

/* The folder holds exactly what its manifest says; gives the generation. */
static unsigned complete_generation(void)
{
	Arena a = ARENA_INIT;
	Plan plan;
	Buf text = BUF_INIT;
	unsigned generation = 0;
	ck_assert_int_eq(file_read(&text, base_fd, "site/.rubrika-manifest", 1 << 20), 0);
	ck_assert(plan_parse(&plan, buf_slice(&text)));
	ck_assert_uint_eq(plan.n, 120);
	ck_assert_uint_eq(count_files(&a, "site"), 121);
	for (size_t i = 0; i < plan.n; i++) {
		buf_clear(&text);
		Slice path = arena_join(&a, SL("site/"), plan.items[i]->path, (Slice){NULL, 0});
		ck_assert_int_eq(file_read(&text, base_fd, path.p, 1 << 20), 0);
		ck_assert(digest_eq(digest_of(buf_slice(&text)), plan.items[i]->digest));
	}
	buf_clear(&text);
	ck_assert_int_eq(file_read(&text, base_fd, "site/folder0/file0.html", 1000), 0);
	ck_assert_int_eq(sscanf(text.p, "file 0 of generation %u", &generation), 1);
	buf_release(&text);
	plan_release(&plan);
	arena_release(&a);
	return generation;
}

static uint64_t microseconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

static void build_and_be_killed(unsigned generation, uint64_t after)
{
	pid_t child = fork();
	ck_assert_int_ge(child, 0);
	if (child == 0) {
		build_generation(generation);
		_exit(0);
	}
	struct timespec t = {(time_t)(after / 1000000), (long)(after % 1000000 * 1000)};
	nanosleep(&t, NULL);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

START_TEST(a_kill_at_any_moment_leaves_the_old_tree_or_the_new)
{
	uint32_t noise = (uint32_t)getpid();
	setup();
	uint64_t start = microseconds();
	build_generation(0);
	build_generation(1);
	uint64_t usual = (microseconds() - start) / 2;
	unsigned in_place = 1;
	for (unsigned round = 2; round < 42; round++) {
		noise = noise * 1664525 + 1013904223;
		build_and_be_killed(round, (noise >> 8) % (usual + usual / 4));
		unsigned now = complete_generation();
		ck_assert(now == in_place || now == round);
		in_place = now;
		stage_abort(open_stage(site));
		ck_assert_uint_eq(complete_generation(), in_place);
		assert_beside("site ");
	}
	build_generation(100);
	ck_assert_uint_eq(complete_generation(), 100);
	teardown();
}
END_TEST

/* --- readers --- */

typedef struct Reader {
	atomic_bool stop;
	atomic_uint reads, missing, mixed;
} Reader;

/* 0 when the file is gone: then the folder that was opened is being removed. */
static unsigned generation_of(int folder, const char *path)
{
	Buf text = BUF_INIT;
	unsigned generation = 0;
	if (file_read(&text, folder, path, 1000) == 0) {
		ck_assert_int_eq(sscanf(text.p, "file %*u of generation %u", &generation), 1);
	}
	buf_release(&text);
	return generation;
}

static void *read_again_and_again(void *ctx)
{
	Reader *r = ctx;
	while (!atomic_load(&r->stop)) {
		int folder = openat(base_fd, "site", O_RDONLY | O_DIRECTORY);
		atomic_fetch_add(&r->missing, folder < 0);
		unsigned first = folder < 0 ? 0 : generation_of(folder, "folder0/file0.html");
		unsigned last = folder < 0 ? 0 : generation_of(folder, "folder4/file39.html");
		atomic_fetch_add(&r->mixed, first && last && first != last);
		atomic_fetch_add(&r->reads, first && last);
		close(folder);
	}
	return NULL;
}

START_TEST(a_reader_finds_one_whole_tree_all_the_time)
{
	Reader r = {0};
	pthread_t thread;
	setup();
	build_generation(1);
	ck_assert_int_eq(pthread_create(&thread, NULL, read_again_and_again, &r), 0);
	for (unsigned i = 2; i < 40; i++) {
		build_generation(i);
	}
	atomic_store(&r.stop, true);
	pthread_join(thread, NULL);
	ck_assert_uint_gt(r.reads, 0);
	ck_assert_uint_eq(r.missing, 0);
	ck_assert_uint_eq(r.mixed, 0);
	teardown();
}
END_TEST

UNIT_MAIN("swap", a_run_killed_between_two_moves_is_undone_by_the_next,
          a_run_killed_after_the_moves_is_finished_by_the_next, a_kill_at_any_moment_leaves_the_old_tree_or_the_new,
          a_reader_finds_one_whole_tree_all_the_time)
