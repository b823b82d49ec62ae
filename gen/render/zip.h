/*
 * zip.h - a ZIP archive made in memory (PKWARE APPNOTE 6.3.10, without its 64-bit forms).
 *
 * The same members give the same bytes: the time of each is that with which
 * the format begins, 1980-01-01, and nothing of the host is recorded.
 */
#ifndef RENDER_ZIP_H
#define RENDER_ZIP_H

#include "base/buf.h"

typedef struct Zip {
	Buf *out;
	size_t start;  /* of the archive in out */
	Buf directory; /* what zip_close() ends with */
	unsigned members;
} Zip;

void zip_open(Zip *z, Buf *out);
/* Adds a member, deflated; the name is ASCII, its bytes below 4 GiB. */
void zip_add(Zip *z, const char *name, Slice bytes);
void zip_close(Zip *z);

#endif
