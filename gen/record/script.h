/*
 * script.h - words that mix Cyrillic and Latin letters.
 *
 * «Сазонова» with a Latin C reads well and is found by nobody (one of the five
 * regulations has such a name). A word with a digit or a hyphen is judged by
 * its parts, so «3D-модель», «it-класс» and «МР-42/02» are no mixture.
 */
#ifndef RECORD_SCRIPT_H
#define RECORD_SCRIPT_H

#include "record/record.h"

/* Has some run of letters both Cyrillic and Latin ones? */
bool script_is_mixed(Slice text);
/* Warns of each text of a record that has: mixed-script, at the field or the line of prose. */
void script_check(const Record *r, Diags *diags);

#endif
