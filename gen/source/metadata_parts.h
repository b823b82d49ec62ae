/*
 * metadata_parts.h - one function a format: private to source/metadata*.c.
 */
#ifndef SOURCE_METADATA_PARTS_H
#define SOURCE_METADATA_PARTS_H

#include "source/metadata.h"

typedef struct Metadata {
	MetadataSink *sink;
	void *ctx;
} Metadata;

/* Tells a text in whatever encoding, unless it is blank. */
void metadata_tell(const Metadata *m, Slice bytes, bool person, bool remark);
/* XML: of properties everything, of another part the names of those who wrote in it. */
void metadata_xml(const Metadata *m, Slice xml, bool properties);
bool metadata_pdf(const Metadata *m, Slice bytes);
/* A compound file ([MS-CFB]). */
bool metadata_ole(const Metadata *m, Slice bytes);

#endif
