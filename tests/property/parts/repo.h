/*
 * repo.h - a story as a git repository, by libgit2 and nothing of the program.
 *
 * Commits of all stories lie side by side in one bare repository.
 */
#ifndef TESTS_REPO_H
#define TESTS_REPO_H

#include "story.h"

typedef struct Repo Repo;

/* An empty repository in a folder, which must not be there yet. NULL on failure. */
Repo *repo_new(const char *dir);
void repo_free(Repo *r);
/* Commits a story, a version a commit; the last one's id, in hexadecimal, to `out`. False on failure. */
bool repo_commit(char out[41], Repo *r, const Story *s);
/* Writes the last version as files below DIR/content. False on failure. */
bool repo_lay(const char *dir, const Story *s);

#endif
