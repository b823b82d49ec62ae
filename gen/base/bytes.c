#include "base/bytes.h"

static uint32_t byte_at(Slice s, size_t at)
{
	return at < s.n ? (unsigned char)s.p[at] : 0;
}

uint32_t be16(Slice s, size_t at)
{
	return byte_at(s, at) << 8 | byte_at(s, at + 1);
}

uint32_t be32(Slice s, size_t at)
{
	return be16(s, at) << 16 | be16(s, at + 2);
}

uint32_t le16(Slice s, size_t at)
{
	return byte_at(s, at + 1) << 8 | byte_at(s, at);
}

uint32_t le32(Slice s, size_t at)
{
	return le16(s, at + 2) << 16 | le16(s, at);
}
