/*
 * completion.h - completion of command lines for shells, from the tables of
 * commands and options.
 *
 * What an option or an argument takes is read off its name there: "a|b" are
 * the words themselves, DIR a folder, PATH a file, KIND and COMMAND the names
 * of those; anything else is the user's own.
 */
#ifndef CMD_COMPLETION_H
#define CMD_COMPLETION_H

#include "base/diag.h"

/* Adds the script for "bash", "zsh" or "fish", with descriptions in a language. */
void completion_write(Buf *out, Slice shell, Lang lang);

#endif
