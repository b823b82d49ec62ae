/*
 * hash.h - digests of bytes.
 *
 * XXH3 (xxHash) for tables, fingerprints of assets and change detection
 * between trees of our own: fast, not secret, not collision-proof against an
 * attacker. SHA-256 (nettle) where a standard asks for it.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/buf.h"
#include "base/version.h"

typedef struct Digest {
	uint64_t hi, lo;
} Digest;

uint64_t hash64(Slice s);
Digest digest_of(Slice s);
bool digest_eq(Digest a, Digest b);
/* SHA-256 in base64, as Content-Security-Policy names a script by its bytes. */
void sha256_base64(Buf *out, Slice s);
/* 32 lower-case hexadecimal digits and a NUL. */
void digest_hex(char out[33], Digest d);
/* Of xxHash, for `rubrika version`. */
Version hash_xxhash_version(void);

#endif
