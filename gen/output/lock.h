/*
 * lock.h - one writer at a time, by a file that is locked while it works.
 *
 * The lock is the kernel's (flock), not the file's being there: a killed run
 * leaves the file and no lock. The file is removed at the end all the same.
 */
#ifndef OUTPUT_LOCK_H
#define OUTPUT_LOCK_H

#include "base/banned.h"

/* Takes the lock at once or not at all. Gives a descriptor, or a negative
 * errno: -EWOULDBLOCK when another holds it, in this process or elsewhere. */
int lock_take(int dirfd, const char *name);
/* Removes the file and lets go. Nothing for a negative lock. */
void lock_drop(int lock, int dirfd, const char *name);

#endif
