/*
 * tree_git.h - what lies behind a snapshot of a commit, for source/history.c alone.
 *
 * libgit2 guards little of a repository against threads: nobody may call
 * tree_bytes() of this snapshot while its repository is being read.
 */
#ifndef SOURCE_TREE_GIT_H
#define SOURCE_TREE_GIT_H

#include "source/tree.h"

struct git_repository;

/* Borrowed from the snapshot; NULL when it is of a folder. */
struct git_repository *tree_repository(const Tree *t);
/* The commit's id, 20 bytes; NULL when the snapshot is of a folder. */
const unsigned char *tree_commit_id(const Tree *t);
/* The content folder within a tree of the repository: "content",
 * "site/content"; empty when it is the root, or the snapshot is of a folder. */
Slice tree_content_path(const Tree *t);

#endif
