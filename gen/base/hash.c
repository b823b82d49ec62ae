#include "base/hash.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>
#include <xxhash.h>

uint64_t hash64(Slice s)
{
	return XXH3_64bits(s.p, s.n);
}

Digest digest_of(Slice s)
{
	XXH128_hash_t h = XXH3_128bits(s.p, s.n);
	return (Digest){h.high64, h.low64};
}

bool digest_eq(Digest a, Digest b)
{
	return a.hi == b.hi && a.lo == b.lo;
}

void digest_hex(char out[33], Digest d)
{
	static const char hex[] = "0123456789abcdef";
	for (int i = 0; i < 16; i++) {
		out[i] = hex[d.hi >> (60 - 4 * i) & 15];
		out[i + 16] = hex[d.lo >> (60 - 4 * i) & 15];
	}
	out[32] = '\0';
}

static void join(char out[VERSION_MAX], unsigned number)
{
	version_join(out, number / 10000, number / 100 % 100, number % 100);
}

Version hash_xxhash_version(void)
{
	Version v = {.library = "xxHash"};
	join(v.built, XXH_VERSION_NUMBER);
	join(v.loaded, XXH_versionNumber());
	return v;
}

void sha256_base64(Buf *out, Slice s)
{
	struct sha256_ctx ctx;
	uint8_t digest[SHA256_DIGEST_SIZE];
	char text[BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE)];
	sha256_init(&ctx);
	sha256_update(&ctx, s.n, (const uint8_t *)(s.p ? s.p : ""));
	sha256_digest(&ctx, sizeof digest, digest);
	base64_encode_raw(text, sizeof digest, digest);
	buf_put(out, text, sizeof text);
}
