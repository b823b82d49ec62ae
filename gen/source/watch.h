/*
 * watch.h - folders watched for changes, with everything below them.
 *
 * Tells that something has changed, not what: whoever asks reads the tree anew.
 * Nothing is missed: a folder that appears is watched with all that is in it, and
 * is itself a change; a folder that is moved away is watched no longer; a watched
 * folder need not be there yet, for the folders above it are watched for its name;
 * and when the kernel had more to tell than it could keep, all is watched anew.
 * Names with a dot before them, and what is below them, are passed over, as in
 * source/tree.h: editors keep their own files there, and git its.
 */
#ifndef SOURCE_WATCH_H
#define SOURCE_WATCH_H

#include "base/slice.h"

typedef struct Watch Watch;

/* NULL when the kernel gives none: *err is a negative errno. */
Watch *watch_new(int *err);
void watch_free(Watch *w); /* NULL is fine */
/* Watches the folder `path`, which counts from the folder `base`. Gives 0 or a
 * negative errno value: -ENOSPC when the kernel has no more watches. */
int watch_add(Watch *w, const char *base, Slice path);
/* Ready to read when there is something to take; the watch's own. */
int watch_fd(const Watch *w);
/* Takes what has happened, without waiting. True when anything below a watched
 * folder may have changed. *err as above: some folder is not watched. */
bool watch_take(Watch *w, int *err);
/* How many folders are watched at present. */
size_t watch_count(const Watch *w);

#endif
