/*
 * path.h - paths by their letters; no file is looked at.
 */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/arena.h"

/* A path given as an option, as it is shown to people: without "./" before and
 * '/' after; empty for ".". A part of what was given. */
Slice path_tidy(Slice path);
/* An absolute path without ".", ".." and repeated '/': "/a/./b//../c" gives
 * "/a/c"; the root, and all that climbs above it, is empty. */
Slice path_normal(Arena *a, Slice path);
/* True when path is folder or lies below it; both normal. */
bool path_holds(Slice folder, Slice path);
/* What is left of `path` below `top`, without a '/' before; `path` counts from
 * the folder `from` unless it is absolute. False when it lies outside. */
bool path_below(Slice *out, Arena *a, Slice top, Slice from, Slice path);

#endif
