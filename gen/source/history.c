#include "source/history.h"

#include <git2.h>

#include "base/mem.h"
#include "base/vec.h"
#include "source/tree_git.h"

enum { LARGEST = 2 * 1024 * 1024 + 16, DEEPEST = 8 };

struct History {
	Arena arena;
	git_repository *repo; /* borrowed */
	Slice content;
	VEC(Step) steps;
	VEC(Change) changes; /* of the step being read */
};

/* --- one commit against the one before --- */

static Slice join(History *h, Slice dir, const char *name)
{
	return dir.n ? arena_join(&h->arena, dir, SL("/"), slice_of(name)) : arena_dup(&h->arena, slice_of(name));
}

static void note(History *h, Slice path, const git_oid *id)
{
	Change change = {.path = path, .gone = id == NULL};
	if (id) {
		memcpy(change.id, id->id, sizeof change.id);
	}
	vec_push(&h->changes, change);
}

static git_tree *tree_at(History *h, const git_oid *id)
{
	git_tree *tree = NULL;
	return id && git_tree_lookup(&tree, h->repo, id) == 0 ? tree : NULL;
}

static const git_oid *id_of(const git_tree_entry *e, git_object_t type)
{
	return e && git_tree_entry_type(e) == type ? git_tree_entry_id(e) : NULL;
}

static void compare_trees(History *h, const git_oid *old_id, const git_oid *new_id, Slice dir, int depth);

/* A name in either tree: same ids mean same content, whole folders at a time. */
static void compare_entry(History *h, const git_tree_entry *old_entry, const git_tree_entry *new_entry, Slice dir,
                          int depth)
{
	const char *name = git_tree_entry_name(new_entry ? new_entry : old_entry);
	if (old_entry && new_entry && git_oid_equal(git_tree_entry_id(old_entry), git_tree_entry_id(new_entry))) {
		return;
	}
	Slice path = join(h, dir, name);
	const git_oid *old_tree = id_of(old_entry, GIT_OBJECT_TREE);
	const git_oid *new_tree = id_of(new_entry, GIT_OBJECT_TREE);
	if (old_tree || new_tree) {
		compare_trees(h, old_tree, new_tree, path, depth + 1);
	}
	const git_oid *blob = id_of(new_entry, GIT_OBJECT_BLOB);
	if (blob || id_of(old_entry, GIT_OBJECT_BLOB)) {
		note(h, path, blob);
	}
}

static void compare_trees(History *h, const git_oid *old_id, const git_oid *new_id, Slice dir, int depth)
{
	git_tree *old_tree = tree_at(h, old_id);
	git_tree *new_tree = tree_at(h, new_id);
	size_t n = new_tree && depth < DEEPEST ? git_tree_entrycount(new_tree) : 0;
	for (size_t i = 0; i < n; i++) {
		const git_tree_entry *e = git_tree_entry_byindex(new_tree, i);
		const git_tree_entry *was = old_tree ? git_tree_entry_byname(old_tree, git_tree_entry_name(e)) : NULL;
		compare_entry(h, was, e, dir, depth);
	}
	n = old_tree && depth < DEEPEST ? git_tree_entrycount(old_tree) : 0;
	for (size_t i = 0; i < n; i++) {
		const git_tree_entry *e = git_tree_entry_byindex(old_tree, i);
		if (!new_tree || !git_tree_entry_byname(new_tree, git_tree_entry_name(e))) {
			compare_entry(h, e, NULL, dir, depth);
		}
	}
	git_tree_free(old_tree);
	git_tree_free(new_tree);
}

/* The content folder of a commit; false when it has none. */
static bool content_of(History *h, git_oid *out, const git_commit *commit)
{
	git_tree *root = NULL;
	git_tree_entry *entry = NULL;
	bool found = git_commit_tree(&root, commit) == 0;
	if (found && h->content.n == 0) {
		*out = *git_tree_id(root);
	} else if (found) {
		found = git_tree_entry_bypath(&entry, root, h->content.p) == 0 && id_of(entry, GIT_OBJECT_TREE);
		*out = found ? *git_tree_entry_id(entry) : *out;
	}
	git_tree_entry_free(entry);
	git_tree_free(root);
	return found;
}

static void read_step(History *h, const git_commit *commit, git_oid *before, bool *had)
{
	git_oid now;
	bool has = content_of(h, &now, commit);
	h->changes.n = 0;
	if (!(has && *had && git_oid_equal(&now, before))) {
		compare_trees(h, *had ? before : NULL, has ? &now : NULL, SL(""), 0);
	}
	*had = has;
	if (has) {
		*before = now;
	}
	if (h->changes.n) {
		Change *kept = arena_array(&h->arena, h->changes.n, sizeof *kept);
		memcpy(kept, h->changes.items, h->changes.n * sizeof *kept);
		vec_push(&h->steps, (Step){git_commit_time(commit), kept, h->changes.n});
	}
}

static int walk(History *h, const git_oid *head)
{
	git_revwalk *walker = NULL;
	git_oid id, before;
	bool had = false;
	int err = git_revwalk_new(&walker, h->repo);
	if (!err) {
		git_revwalk_sorting(walker, GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE);
		git_revwalk_simplify_first_parent(walker);
		err = git_revwalk_push(walker, head);
	}
	while (!err && (err = git_revwalk_next(&id, walker)) == 0) {
		git_commit *commit = NULL;
		err = git_commit_lookup(&commit, h->repo, &id);
		if (!err) {
			read_step(h, commit, &before, &had);
		}
		git_commit_free(commit);
	}
	git_revwalk_free(walker);
	return err == GIT_ITEROVER ? 0 : err;
}

History *history_open(const Tree *t, Diags *diags)
{
	git_oid head;
	if (!tree_repository(t)) {
		return NULL;
	}
	if (tree_is_shallow(t)) {
		DIAG_AT(diags, D_SHALLOW_CLONE, loc_at(SL(""), 0, 0));
		return NULL;
	}
	History *h = mem_alloc(sizeof *h);
	h->repo = tree_repository(t);
	h->content = arena_dup(&h->arena, tree_content_path(t));
	git_oid_fromraw(&head, tree_commit_id(t));
	if (walk(h, &head) != 0) {
		const git_error *e = git_error_last();
		DIAG(diags, D_GIT_FAILED, loc_at(SL(""), 0, 0), slice_of(e && e->message ? e->message : "history"));
		history_free(h);
		return NULL;
	}
	return h;
}

void history_free(History *h)
{
	if (h) {
		vec_release(&h->steps);
		vec_release(&h->changes);
		arena_release(&h->arena);
		free(h);
	}
}

const Step *history_steps(const History *h, size_t *n)
{
	*n = h->steps.n;
	return h->steps.items;
}

bool history_bytes(History *h, Buf *out, const Change *change)
{
	git_blob *blob = NULL;
	git_oid id;
	git_oid_fromraw(&id, change->id);
	bool found = git_blob_lookup(&blob, h->repo, &id) == 0 && git_blob_rawsize(blob) <= LARGEST;
	if (found) {
		buf_put(out, git_blob_rawcontent(blob), (size_t)git_blob_rawsize(blob));
	}
	git_blob_free(blob);
	return found;
}
