/*
 * jsonschema.h - the schema table as JSON Schema, draft 2020-12, for editors.
 *
 * An editor reads YAML by the core schema, where `number: 12` is a number and
 * `title: true` a bool; the decoder takes both for the text they are written
 * as, so a text field allows every scalar. Dates are strings: no number looks
 * like one. A key with nothing after it is a field not filled in, so whatever
 * is not required may be null. What takes other files (references,
 * vocabularies) is not told.
 */
#ifndef RECORD_JSONSCHEMA_H
#define RECORD_JSONSCHEMA_H

#include "base/json.h"
#include "record/schema.h"

/* One object: the schema of a kind's front matter, with titles and descriptions in a language. */
void jsonschema_kind(Json *j, Kind kind, Lang lang);

#endif
