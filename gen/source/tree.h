/*
 * tree.h - an immutable snapshot of a content tree.
 *
 * From a commit of a git repository (never the work tree's files), or from
 * the files of a folder as they lie. The only reader of either: a build sees
 * one state of the world, whatever is saved meanwhile. The only caller of
 * libgit2 but output/push.c.
 */
#ifndef SOURCE_TREE_H
#define SOURCE_TREE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/version.h"

typedef struct TreeFile {
	Slice path;  /* below the content folder: "mentors/ivanova.md" */
	Slice shown; /* as the curator knows it: "content/mentors/ivanova.md" */
	uint64_t size;
	FileStamp stamp; /* of a folder's file, when it was listed */
	Slice bytes;     /* loaded for text files; tree_bytes() for the rest */
} TreeFile;

typedef struct Tree Tree;

typedef struct TreeOptions {
	const char *repo;    /* -C, default "." */
	const char *content; /* --content, default "content" */
	const char *rev;     /* --rev or NULL for HEAD */
	bool worktree;       /* files as they lie; also used when repo is not in git */
} TreeOptions;

/* Opens a snapshot: of the commit `rev`, unless `worktree` is set or repo lies
 * in no repository. The repository is sought from repo upward, bare ones too;
 * `content` counts from repo. On any fault adds diagnostics (not-a-repository,
 * unknown-revision, empty-repository, no-content, symlink, submodule,
 * folder-for-file, bad-file-name, too-large, cannot-read, …) and, when the tree
 * cannot be used at all, gives NULL. A single bad file is diagnosed and left
 * out. .yaml over 1 MiB, .md over 2 MiB (its fields and its body may have 1 MiB
 * each, which is measured when they are split), images over 32 MiB and others
 * over 128 MiB are too-large; folders nested over 32 levels are too-deep; over
 * 200 000 entries or 1 GiB of text are too-many-files. Dot-files and a README.md
 * at the root are skipped. */
Tree *tree_open(const TreeOptions *o, Diags *diags);
/* The same, of a folder's content reading only what the shelf (shelf.h) does not keep as it is now; NULL: everything.
 */
struct Shelf;
Tree *tree_open_kept(const TreeOptions *o, struct Shelf *shelf, Diags *diags);
void tree_free(Tree *t);

/* Files sorted by bytes of the path. */
const TreeFile *tree_files(const Tree *t, size_t *n);
const TreeFile *tree_find(const Tree *t, Slice path); /* NULL when absent */
/* The bytes of a file, read on first use and kept; thread-safe. Empty slice
 * with *err set to a negative errno on a failed read: -ESTALE when a file of a
 * folder has been saved since, so that one site never shows two states. */
Slice tree_bytes(Tree *t, const TreeFile *f, int *err);
/* Puts files that are nowhere yet into the snapshot, to see what would be if
 * they were there. Paths, in any order, are new to it; texts stay with the
 * caller. What was had of the files before is void. */
void tree_add(Tree *t, const TreeFile *files, size_t n);
/* True when the snapshot is of a commit. */
bool tree_is_commit(const Tree *t);
/* True when the snapshot is of a commit in a clone without the whole history. */
bool tree_is_shallow(const Tree *t);
/* Files of a folder of the same snapshot outside the content folder, such as
 * "themes/school"; paths are relative to it. All are loaded, at most 1 MiB
 * each; dot-files are skipped. Absent gives n = 0. Not while another thread
 * reads the tree. */
const TreeFile *tree_folder(Tree *t, Arena *a, const char *folder, size_t *n, Diags *diags);
/* Of libgit2, for `rubrika version`. */
Version tree_git_version(void);

#endif
