/*
 * folder.h - the files of a folder as they lie, for source/tree.c.
 *
 * No symbolic link is followed below the folder, at any step of a path.
 * Functions that can fail give 0 or a negative errno value.
 */
#ifndef SOURCE_FOLDER_H
#define SOURCE_FOLDER_H

#include "source/listing.h"

/* Opens a folder, a descriptor to close(): -ELOOP when path ends in a link,
 * -ENOTDIR for anything else that is no folder. */
int folder_open(int dirfd, const char *path);
/* Adds all files below the folder fd; what cannot be read is diagnosed. */
void folder_list(Listing *l, int fd);
/* Reads the file `path` below the folder fd, at most `limit` bytes. */
int folder_read(Arena *a, Slice *out, int fd, Slice path, uint64_t limit);

#endif
