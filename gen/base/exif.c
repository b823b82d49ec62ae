#include "base/exif.h"

#include "base/bytes.h"

enum { TAG_ORIENTATION = 0x0112, TYPE_SHORT = 3, ENTRY = 12 };

/* A TIFF block says in its header in which order the bytes of a number stand. */
static uint32_t get16(Slice tiff, size_t at)
{
	return slice_starts(tiff, SL("II")) ? le16(tiff, at) : be16(tiff, at);
}

static uint32_t get32(Slice tiff, size_t at)
{
	return slice_starts(tiff, SL("II")) ? le32(tiff, at) : be32(tiff, at);
}

static bool is_tiff(Slice s)
{
	return (slice_starts(s, SL("II")) || slice_starts(s, SL("MM"))) && get16(s, 2) == 42;
}

static unsigned entry_orientation(Slice tiff, size_t entry)
{
	uint32_t value = get16(tiff, entry + 8);
	bool one_short = get16(tiff, entry + 2) == TYPE_SHORT && get32(tiff, entry + 4) == 1;
	return one_short && value >= 1 && value <= 8 ? value : 1;
}

unsigned exif_orientation(Slice block)
{
	Slice tiff = slice_starts(block, SL("Exif\0\0")) ? slice_sub(block, 6, block.n) : block;
	if (!is_tiff(tiff)) {
		return 1;
	}
	size_t at = get32(tiff, 4);
	uint32_t count = get16(tiff, at);
	for (at += 2; count && at < tiff.n; count--, at += ENTRY) {
		if (get16(tiff, at) == TAG_ORIENTATION) {
			return entry_orientation(tiff, at);
		}
	}
	return 1;
}
