/*
 * unpack.h - what is packed inside a file: gzip, Brotli, zip (.xlsx, .docx), the streams of a PDF.
 */
#ifndef BASE_UNPACK_H
#define BASE_UNPACK_H

#include "base/buf.h"

/* Told of each part: what it is called inside the file, which may be nothing, and its bytes. */
typedef void UnpackSink(void *ctx, Slice inner, Slice bytes);

/*
 * Opens what can be opened of a file; the kind is told by the bytes, of Brotli
 * by the name. What a packed stream is followed by is a part of its own. False
 * when there is something that cannot be opened: encrypted, damaged, packed in
 * another way, or all together more than INFLATE_MOST bytes.
 */
bool unpack(Slice name, Slice bytes, UnpackSink *sink, void *ctx);

#endif
