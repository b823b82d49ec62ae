/*
 * metadata.h - what a document says beside its text: who made it, who changed it, who wrote in its margin.
 *
 *   PDF              the information dictionary of each revision, XMP, the names at annotations and signatures
 *                    (ISO 32000-1, 14.3, 12.5.6, 12.8)
 *   docx, xlsx, pptx the properties (ECMA-376, part 2, 11; part 1, 15.2.12), the authors of remarks and of tracked
 * changes odt, ods, odp    meta.xml and the same authors (OpenDocument 1.2, part 1, 4 and 14); in one file of XML, too
 *   doc, xls, ppt    the property sets ([MS-OLEPS])
 *
 * The kind is told by the bytes. Every revision that still lies in a file counts.
 */
#ifndef SOURCE_METADATA_H
#define SOURCE_METADATA_H

#include "base/buf.h"

typedef struct MetadataText {
	Slice text;  /* UTF-8; for the time of the call */
	bool person; /* a field for somebody's name: an author, whoever saved it last */
	bool remark; /* of a remark or a tracked change, not of the document */
} MetadataText;

typedef void MetadataSink(void *ctx, const MetadataText *t);

/* Tells all; a file of another kind says nothing. False when not all can be
 * read: encrypted, damaged, packed in another way. */
bool metadata_read(Slice bytes, MetadataSink *sink, void *ctx);

#endif
