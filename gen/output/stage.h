/*
 * stage.h - a whole new tree beside the old one, put in place at once.
 *
 *	Stage *s = stage_open("public", true, diags);
 *	... stage_put(s, path, bytes) from any thread ...
 *	stage_commit(s, &delta, diags) or stage_abort(s)
 *
 * Until the commit the old tree is untouched; after it nothing of the old one
 * is left (law of residue). Whoever reads the folder by its name meanwhile
 * gets the old tree or the new; a kill at any moment leaves one of the two,
 * and the next stage_open() tidies up. Files are 0644 and folders 0755
 * whatever the umask, so the tree is a function of what was put (law of
 * purity).
 */
#ifndef OUTPUT_STAGE_H
#define OUTPUT_STAGE_H

#include "base/diag.h"
#include "output/plan.h"

typedef struct Stage Stage;

/*
 * Takes the folder for this run (output/target.h). With `compress`, texts get
 * .gz and .br twins (output/twin.h). On a fault adds a diagnostic and gives
 * NULL, nothing changed: output-locked; output-not-folder; output-foreign when
 * the folder holds a file, or a folder, that its manifest does not name, so
 * that a mistyped -o deletes nobody's files; cannot-write.
 */
Stage *stage_open(const char *dir, bool compress, Diags *diags);
/*
 * Adds a file, with its twins. The path is below the site, "news/index.html",
 * and must pass plan_path_ok(); folders are made as needed. The same path with
 * the same bytes is added once (a picture used under two names); with other
 * bytes it is a bug. Thread-safe. A fault of the world is kept, the first one,
 * for the commit to report; after it nothing more is written.
 */
void stage_put(Stage *s, Slice path, Slice bytes);
/* Descriptor of the new tree as far as it is written, for the audit; the stage's own. */
int stage_fd(const Stage *s);
/*
 * Writes the manifest, syncs, swaps, removes the old tree, and frees s. `out`
 * (may be NULL) tells how the tree differs from the one it replaces. False
 * when something could not be written, or somebody has put a file of his own
 * into the folder since stage_open(): cannot-write or output-foreign is added,
 * the old tree is in place. An old tree that cannot be removed after the swap is
 * system-failed, and true.
 */
bool stage_commit(Stage *s, PlanDelta *out, Diags *diags);
/* Removes what was made and frees s; the old tree is in place. NULL is fine. */
void stage_abort(Stage *s);

#endif
