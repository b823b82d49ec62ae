/*
 * hash.h - digests of bytes (xxHash, XXH3).
 *
 * Not secret and not collision-proof against an attacker: for tables,
 * fingerprints of assets and change detection between trees of our own.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/slice.h"
#include "base/version.h"

typedef struct Digest {
	uint64_t hi, lo;
} Digest;

uint64_t hash64(Slice s);
Digest digest_of(Slice s);
bool digest_eq(Digest a, Digest b);
/* 32 lower-case hexadecimal digits and a NUL. */
void digest_hex(char out[33], Digest d);
/* Of xxHash, for `rubrika version`. */
Version hash_xxhash_version(void);

#endif
