#include "render/zip.h"

#include <libdeflate.h>

#include "base/mem.h"

enum { LEVEL = 9, VERSION = 20, DEFLATED = 8, FIRST_DAY = 1 << 5 | 1 };

static void put16(Buf *out, size_t value)
{
	buf_byte(out, (char)value);
	buf_byte(out, (char)(value >> 8));
}

static void put32(Buf *out, size_t value)
{
	put16(out, value & 0xFFFF);
	put16(out, value >> 16);
}

void zip_open(Zip *z, Buf *out)
{
	*z = (Zip){.out = out, .start = out->n, .directory = BUF_INIT};
}

static void deflate(Buf *out, Slice bytes)
{
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(LEVEL);
	if (!c) {
		mem_exhausted();
	}
	size_t room = libdeflate_deflate_compress_bound(c, bytes.n);
	buf_reserve(out, room);
	out->n += libdeflate_deflate_compress(c, bytes.p, bytes.n, out->p + out->n, room);
	libdeflate_free_compressor(c);
}

/* What a local header and an entry of the directory share (4.3.7, 4.3.12). */
static void put_common(Buf *out, Slice name, Slice bytes, size_t packed)
{
	put16(out, VERSION);
	put16(out, 0);
	put16(out, DEFLATED);
	put16(out, 0);
	put16(out, FIRST_DAY);
	put32(out, libdeflate_crc32(0, bytes.p, bytes.n));
	put32(out, packed);
	put32(out, bytes.n);
	put16(out, name.n);
	put16(out, 0);
}

void zip_add(Zip *z, const char *name, Slice bytes)
{
	Buf packed = BUF_INIT;
	size_t offset = z->out->n - z->start;
	deflate(&packed, bytes);
	buf_str(z->out, "PK\x03\x04");
	put_common(z->out, slice_of(name), bytes, packed.n);
	buf_str(z->out, name);
	buf_add(z->out, buf_slice(&packed));
	buf_str(&z->directory, "PK\x01\x02");
	put16(&z->directory, VERSION);
	put_common(&z->directory, slice_of(name), bytes, packed.n);
	put32(&z->directory, 0); /* no comment, the first disk */
	put16(&z->directory, 0);
	put32(&z->directory, 0);
	put32(&z->directory, offset);
	buf_str(&z->directory, name);
	z->members++;
	buf_release(&packed);
}

void zip_close(Zip *z)
{
	size_t offset = z->out->n - z->start;
	buf_add(z->out, buf_slice(&z->directory));
	buf_str(z->out, "PK\x05\x06");
	put32(z->out, 0);
	put16(z->out, z->members);
	put16(z->out, z->members);
	put32(z->out, z->directory.n);
	put32(z->out, offset);
	put16(z->out, 0);
	buf_release(&z->directory);
}
