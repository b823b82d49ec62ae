/*
 * target.h - the folder that a tree is to be put into, held by one run.
 *
 * Beside a folder NAME there may lie, in the folder above it:
 *	.NAME.rubrika-lock  while a run works on it
 *	.NAME.rubrika-new   the tree being made; after the swap, the old one
 *	.NAME.rubrika-old   the old tree, for a moment, where the two cannot be
 *	                    exchanged in one step
 * What a killed run has left of these is tidied up by the next.
 */
#ifndef OUTPUT_TARGET_H
#define OUTPUT_TARGET_H

#include "base/diag.h"
#include "output/plan.h"

typedef struct Target {
	Arena arena;
	Slice given;       /* the folder as the user named it, for messages */
	int above;         /* descriptor of the folder above */
	const char *name;  /* of the folder, in `above` */
	const char *fresh; /* ".NAME.rubrika-new" */
	const char *aside; /* ".NAME.rubrika-old" */
	const char *lock_name;
	int lock;
} Target;

/* Finds the folder, which need not exist (folders above it are made; a link
 * is followed), locks and tidies up. On a fault adds output-locked,
 * output-not-folder or cannot-write and gives false, with nothing held. */
bool target_open(Target *t, const char *dir, Diags *diags);
/* Removes the tree under `fresh`, whichever it is, and lets go. What cannot be
 * removed is system-failed; diags may be NULL. */
void target_close(Target *t, Diags *diags);
/* Reads into `plan` (initialised by this) the manifest of the tree in place,
 * and makes sure that it holds nothing else: else output-foreign with the
 * first path in order. An empty folder, or none, gives an empty plan. */
bool target_check(const Target *t, Plan *plan, Diags *diags);
/*
 * Puts the tree under `fresh` in place, and the old one under `fresh` instead:
 * 0, or a negative errno and nothing has changed. In one step
 * (RENAME_EXCHANGE), so that a reader sees the one or the other. On a file
 * system that cannot, in two: a reader in that moment finds no folder, and a
 * kill in it leaves the old tree under `aside`, which the next target_open()
 * puts back.
 */
int target_swap(const Target *t);
/* Brings the swap itself to the disk; system-failed if that cannot be. */
void target_sync(const Target *t, Diags *diags);
/* Adds cannot-write for a path below the folder (may be empty) with the system's word for err. */
void target_report(const Target *t, Slice path, int err, Diags *diags);

#endif
