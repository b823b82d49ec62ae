/*
 * run.h - the commands' functions, one a file.
 */
#ifndef CMD_RUN_H
#define CMD_RUN_H

#include "cmd/command.h"

#define COMMAND(name, args, ru, en, ru_more, en_more, example) CommandRun command_##name;
#include "cmd/commands.def"
#undef COMMAND

#endif
