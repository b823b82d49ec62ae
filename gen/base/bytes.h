/*
 * bytes.h - numbers in binary formats, at an offset of a slice.
 *
 * be: most significant byte first; le: least. What lies past the end of the
 * slice reads as zero bytes, so a truncated file gives a wrong number, never
 * an overrun.
 */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include "base/slice.h"

uint32_t be16(Slice s, size_t at);
uint32_t be32(Slice s, size_t at);
uint32_t le16(Slice s, size_t at);
uint32_t le32(Slice s, size_t at);

#endif
