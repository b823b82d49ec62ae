/*
 * cms_field.h - the fields of a form of a CMS; for cms.c alone.
 */
#ifndef RECORD_CMS_FIELD_H
#define RECORD_CMS_FIELD_H

#include "base/block.h"
#include "record/cms.h"

/* A configuration while it is written. */
typedef struct Cms {
	Block block;
	const CmsOptions *options;
	CmsDialect dialect;
	Lang lang;
} Cms;

Slice cms_words(const Cms *c, const char *ru, const char *en);
/* A line "key: text" whose text the caller has made in a Buf, which is spent. */
void cms_made(Cms *c, const char *key, Buf *text);
/* A regular expression that a text must match, and what is said when it does not. */
void cms_pattern(Cms *c, const char *pattern, Slice message);
/* The first required field: a person's family name, a programme's number, a title. */
FieldId cms_first_needed(Kind kind);
/* What tells records of one name apart, so as to be shown with it: a person's
 * given name, a programme's title; FIELD_COUNT where the first one suffices. */
FieldId cms_second_needed(Kind kind);
/* The key "fields" with all fields of a kind, or of a map inside a field. */
void cms_fields(Cms *c, Owner owner);

#endif
