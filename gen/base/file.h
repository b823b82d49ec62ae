/*
 * file.h - the file system, in whole files.
 *
 * Every function gives 0, or a negative errno value; nothing is printed.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/buf.h"

/* Adds a regular file of at most `limit` bytes to out; -EFBIG over that. Does
 * not follow a symbolic link in the last component (-ELOOP). */
int file_read(Buf *out, int dirfd, const char *path, size_t limit);
/* Creates path with the bytes, whole or not at all; -EEXIST when anything has that name. */
int file_create(int dirfd, const char *path, Slice bytes);
/* Creates or replaces path with the bytes; every short write and the close are
 * checked. A file that is there is replaced by rename: neither a link nor a
 * second name of it is written through, and a failure leaves it as it was. */
int file_write(int dirfd, const char *path, Slice bytes);
/* mkdir -p of every folder above path. */
int file_parents(int dirfd, const char *path);
/* Removes a tree without following links; absent is not an error. */
int file_remove_tree(int dirfd, const char *path);

/* What does not stay as it is when a file is written to, or another takes its place. */
typedef struct FileStamp {
	uint64_t device, inode;
	int64_t changed; /* nanoseconds since the epoch: of its bytes or what is said of it (st_ctim) */
} FileStamp;

typedef struct DirEntry {
	Slice name; /* in the arena */
	enum { ENTRY_FILE, ENTRY_DIR, ENTRY_LINK, ENTRY_OTHER } type;
	uint64_t size;
	FileStamp stamp;
} DirEntry;
/* The entries of a folder but "." and "..", sorted by bytes of the name; a link to a folder is followed. */
int file_list(Arena *a, DirEntry **out, size_t *n, int dirfd, const char *path);

#endif
