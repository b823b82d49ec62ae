/*
 * cms.h - the schema table as the configuration of a CMS that edits the
 * repository from a browser: Sveltia CMS, or Decap CMS with its older form.
 *
 * A folder collection for each kind that has a folder, one of files for the
 * kinds kept in a single file, one for the sidecars of each sort of file. What the CMS
 * writes must pass `rubrika check` as far as one record goes, so the patterns,
 * ranges and lists are those of the table. An optional field left empty is
 * left out.
 *
 * A file's name is the record's id, asked for when the record is made. Decap
 * knows no such question: there the id is made of the first required field,
 * and sidecars can be edited but not made.
 */
#ifndef RECORD_CMS_H
#define RECORD_CMS_H

#include "record/schema.h"

typedef enum CmsDialect { CMS_SVELTIA, CMS_DECAP } CmsDialect;

/* Adds the whole configuration, with labels and hints in a language, for the
 * content folder as named from the root of the repository. */
void cms_config(Buf *out, Slice content, CmsDialect dialect, Lang lang);

#endif
