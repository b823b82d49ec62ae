/*
 * telling.h - reasons as explain and next print them.
 */
#ifndef CMD_TELLING_H
#define CMD_TELLING_H

#include "base/json.h"
#include "cmd/command.h"
#include "redact/reason.h"

/* "  - the sentence\n    rule 1, content/people/x.yaml:14\n" */
void telling_put(Buf *out, const Options *o, const Reason *r);
/* The members of an object: rule, text, path, line, field. */
void telling_json(Json *j, const Options *o, const Reason *r);
/* The rules that the reasons follow from, each once, in order, with their texts. */
void telling_rules(Buf *out, const Options *o, const Reason *reasons, size_t n);
void telling_rules_json(Json *j, const Options *o, const Reason *reasons, size_t n);
/* "2026-09-30" */
void telling_date(Buf *out, Date d);

#endif
