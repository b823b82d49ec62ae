/*
 * answers.h - values of a new record, from options or from questions on a terminal.
 *
 * A value may be written as people write it: 01.09.2026, да, a title of a
 * form, a person's name. Each is judged by the decoder of records as soon as
 * it is given; a reference may lead to a record that is not made yet.
 */
#ifndef CMD_ANSWERS_H
#define CMD_ANSWERS_H

#include "cmd/command.h"
#include "cmd/draft.h"
#include "record/namebook.h"

typedef struct Answers {
	const Options *options;
	Kind kind;
	Slice id;
	Namebook names;
	Arena *arena;
	VEC(DraftValue) list;
} Answers;

/* The corpus is what references may lead to. */
void answers_init(Answers *out, const Options *o, Arena *a, const Corpus *c, Kind kind, Slice id);
void answers_release(Answers *a);
/* Takes the values of --field; false, diagnosed, when one will not do. */
bool answers_take(Answers *a, Diags *diags);
/* Can questions be asked: are input and output a terminal? */
bool answers_may_ask(void);
/* Asks for each required field that has no value yet, until the answer is
 * good; false when the input ends. Lists of maps are left to the draft. */
bool answers_ask(Answers *a);
/* A line of standard input, trimmed, in the arena; false at its end. */
bool answers_line(Arena *a, Slice *out);
/* Shows a text and asks whether to write it; an empty answer is yes. */
bool answers_confirm(const Answers *a, Slice path, Slice text);

#endif
