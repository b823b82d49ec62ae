/*
 * twin.h - .gz and .br twins, for servers that send a file ready packed.
 *
 * The packed bytes depend on the bytes alone: no name, no time, no host in
 * the header, one level, one thread.
 */
#ifndef OUTPUT_TWIN_H
#define OUTPUT_TWIN_H

#include "base/buf.h"
#include "base/version.h"

/* The memory of the gzip packer, kept from file to file; one thread at a time. */
typedef struct Twin Twin;

Twin *twin_new(void);
void twin_free(Twin *t);
/* Does a file of this name gain by packing? By extension: texts do, pictures
 * and archives are packed already. */
bool twin_wanted(Slice path);
/* Adds the packed bytes to out: RFC 1952 and RFC 7932. */
void twin_gzip(Buf *out, Twin *t, Slice bytes);
void twin_brotli(Buf *out, Slice bytes);
/* Of libdeflate and brotli, for `rubrika version`. */
Version twin_deflate_version(void);
Version twin_brotli_version(void);

#endif
