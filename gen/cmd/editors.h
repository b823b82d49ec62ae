/*
 * editors.h - what a text editor needs to know a school's records without a network.
 *
 * Beside the content folder stand .rubrika/schema/KIND.json, and for editors
 * of the VS Code family .vscode/settings.json, which says whose they are.
 * Other editors with the YAML language server go by the first comment of a
 * file (its modeline), with a path from the file itself. The content reader
 * sees none of this: it lies outside its folder.
 */
#ifndef CMD_EDITORS_H
#define CMD_EDITORS_H

#include "base/diag.h"
#include "record/schema.h"

/* Writes KIND.json of every kind into a folder, over what is there; false with a diagnostic. */
bool editors_write_schemas(Slice folder, Lang lang, Diags *diags);
/* Writes the schemas, and .vscode/settings.json where there is none, into a
 * repository whose content folder is named so; does nothing for a content
 * folder that is not below it. */
bool editors_write(Slice repository, Slice content, Lang lang, Diags *diags);
/* Adds the modeline of a record to out; `content` as named from the root of
 * the repository, `path` as named from the content folder. Nothing for a file
 * that is no record, or when the content folder is not below the repository. */
void editors_modeline(Buf *out, Slice content, Slice path);

#endif
