/*
 * themes.h - finding and reading a theme: the built-in one under the site's own files.
 */
#ifndef CMD_THEMES_H
#define CMD_THEMES_H

#include "record/corpus.h"
#include "render/theme.h"

/* Reads the theme `name` for a language: the built-in `school`, each file
 * replaced by the snapshot's own themes/NAME/ where it has one. Checks the
 * site's settings against theme.yaml. NULL with diagnostics on a fault. */
Theme *themes_load(Tree *tree, const Corpus *corpus, Slice name, Slice language, Diags *diags);
/* The bytes of each of its files, in the arena, which must be empty; gives their number. */
size_t themes_files(Arena *a, Slice **out, Tree *tree, Slice name, Diags *diags);

#endif
