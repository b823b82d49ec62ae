#include "repo.h"

#include <fcntl.h>
#include <git2.h>

#include "base/file.h"

struct Repo {
	git_repository *git;
};

/* Nothing here outlives the test, so nothing need be safe from a fall of the machine. */
Repo *repo_new(const char *dir)
{
	git_repository *git = NULL;
	git_libgit2_init();
	git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 0);
	if (git_repository_init(&git, dir, 1) != 0) {
		git_libgit2_shutdown();
		return NULL;
	}
	Repo *r = mem_alloc(sizeof *r);
	r->git = git;
	return r;
}

void repo_free(Repo *r)
{
	if (r) {
		git_repository_free(r->git);
		free(r);
		git_libgit2_shutdown();
	}
}

/* --- trees --- */

static bool add_file(Repo *r, git_index *index, const char *path, Slice bytes)
{
	git_index_entry entry = {.mode = GIT_FILEMODE_BLOB, .path = path};
	return git_blob_create_from_buffer(&entry.id, r->git, bytes.p, bytes.n) == 0 &&
	       git_index_add(index, &entry) == 0;
}

static bool add_items(Repo *r, git_index *index, const Garden *g)
{
	Buf path = BUF_INIT;
	Buf bytes = BUF_INIT;
	bool done = true;
	for (size_t i = 0; done && i < g->items.n; i++) {
		if (!g->items.items[i].gone) {
			buf_clear(&path);
			buf_clear(&bytes);
			buf_printf(&path, "content/%.*s", SLICE_ARG(g->items.items[i].path));
			garden_write(&bytes, &g->items.items[i]);
			done = add_file(r, index, path.p, buf_slice(&bytes));
		}
	}
	buf_release(&path);
	buf_release(&bytes);
	return done;
}

static bool write_tree(git_tree **out, Repo *r, const Edition *v)
{
	git_index *index = NULL;
	git_oid id;
	bool done = git_index_new(&index) == 0 && add_items(r, index, &v->garden) &&
	            (v->beside.n == 0 || add_file(r, index, "beside.txt", v->beside)) &&
	            git_index_write_tree_to(&id, index, r->git) == 0 && git_tree_lookup(out, r->git, &id) == 0;
	git_index_free(index);
	return done;
}

/* --- commits --- */

static git_signature *signature_of(const Edition *v, int64_t time)
{
	git_signature *s = NULL;
	char name[64];
	char mail[80];
	snprintf(name, sizeof name, "%.*s", SLICE_ARG(v->who));
	snprintf(mail, sizeof mail, "%.*s@nowhere.example", SLICE_ARG(v->who));
	return git_signature_new(&s, name, mail, time, v->offset) == 0 ? s : NULL;
}

static bool commit_version(git_oid *out, Repo *r, const Edition *v, const git_oid *before)
{
	git_tree *tree = NULL;
	git_commit *parent = NULL;
	git_signature *author = signature_of(v, v->authored);
	git_signature *committer = signature_of(v, v->time);
	char message[512];
	snprintf(message, sizeof message, "%.*s\n", SLICE_ARG(v->message));
	bool done = author && committer && write_tree(&tree, r, v) &&
	            (!before || git_commit_lookup(&parent, r->git, before) == 0);
	const git_commit *parents[] = {parent};
	done = done && git_commit_create(out, r->git, NULL, author, committer, NULL, message, tree, parent ? 1 : 0,
	                                 parents) == 0;
	git_signature_free(author);
	git_signature_free(committer);
	git_commit_free(parent);
	git_tree_free(tree);
	return done;
}

bool repo_commit(char out[41], Repo *r, const Story *s)
{
	git_oid id, before;
	bool first = true;
	for (size_t i = 0; i < s->editions.n; i++) {
		const Edition *v = &s->editions.items[i];
		if (v->dropped && i + 1 < s->editions.n) {
			continue;
		}
		if (!commit_version(&id, r, v, first ? NULL : &before)) {
			return false;
		}
		before = id;
		first = false;
	}
	git_oid_tostr(out, 41, &id);
	return true;
}

/* --- files --- */

bool repo_lay(const char *dir, const Story *s)
{
	Buf path = BUF_INIT;
	Buf bytes = BUF_INIT;
	const Garden *g = story_now(s);
	bool done = true;
	for (size_t i = 0; done && i < g->items.n; i++) {
		if (!g->items.items[i].gone) {
			buf_clear(&path);
			buf_clear(&bytes);
			buf_printf(&path, "%s/content/%.*s", dir, SLICE_ARG(g->items.items[i].path));
			garden_write(&bytes, &g->items.items[i]);
			done = file_parents(AT_FDCWD, path.p) == 0 &&
			       file_write(AT_FDCWD, path.p, buf_slice(&bytes)) == 0;
		}
	}
	buf_release(&path);
	buf_release(&bytes);
	return done;
}
