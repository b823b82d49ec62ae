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
 * A CMS knows files of one extension in a folder; others in it stay unseen.
 *
 * A file's name is the record's id, asked for when the record is made. Decap
 * knows no such question: there the id is made of the first required field,
 * and sidecars can be edited but not made.
 */
#ifndef RECORD_CMS_H
#define RECORD_CMS_H

#include "record/schema.h"

typedef enum CmsDialect { CMS_SVELTIA, CMS_DECAP } CmsDialect;

typedef struct CmsOptions {
	Slice content; /* folder, from the root of the repository, without a slash at its end */
	CmsDialect dialect;
	Lang lang;            /* of labels and hints */
	bool md[OWNER_KINDS]; /* records without a body are .md files there; those with one always are */
} CmsOptions;

/* Adds the whole configuration. */
void cms_config(Buf *out, const CmsOptions *o);

#endif
