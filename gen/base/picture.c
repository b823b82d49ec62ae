#include "base/picture.h"

#include <libdeflate.h>

#include "base/bytes.h"
#include "base/exif.h"
#include "base/mem.h"

enum { PROFILE_MAX = 4 << 20 };

/* A segment of a JPEG or a chunk of a PNG or WebP. */
typedef struct Part {
	uint32_t tag;
	Slice data;
	Slice whole; /* with its length, tag and checksum */
} Part;

static bool has_pixels(const Picture *p)
{
	return p->width && p->height && p->width <= PICTURE_MAX_SIDE && p->height <= PICTURE_MAX_SIDE &&
	       (uint64_t)p->width * p->height <= PICTURE_MAX_PIXELS;
}

/* --- JPEG --- */

enum {
	JPEG_SOF0 = 0xC0,  /* baseline */
	JPEG_SOF1 = 0xC1,  /* extended */
	JPEG_SOF2 = 0xC2,  /* progressive */
	JPEG_SOF9 = 0xC9,  /* arithmetic */
	JPEG_SOF10 = 0xCA, /* progressive, arithmetic */
	JPEG_EOI = 0xD9,
	JPEG_SOS = 0xDA,
	JPEG_APP0 = 0xE0,
	JPEG_APP1 = 0xE1,
	JPEG_APP2 = 0xE2,
	JPEG_APP14 = 0xEE,
	JPEG_APP15 = 0xEF,
	JPEG_COM = 0xFE
};

/* The next segment before the scans; false at the first scan or on damage. */
static bool jpeg_next(Part *out, Slice jpeg, size_t *at)
{
	while (be16(jpeg, *at) == 0xFFFF) {
		++*at; /* fill bytes may stand before a marker (T.81, B.1.1.2) */
	}
	uint32_t marker = be16(jpeg, *at);
	uint32_t length = be16(jpeg, *at + 2);
	if (marker >> 8 != 0xFF || length < 2 || *at + 2 + length > jpeg.n) {
		return false;
	}
	out->tag = marker & 0xFF;
	out->whole = slice_sub(jpeg, *at, *at + 2 + length);
	out->data = slice_sub(out->whole, 4, out->whole.n);
	*at += out->whole.n;
	return out->tag != JPEG_SOS;
}

static bool jpeg_is_frame(uint32_t tag)
{
	return tag == JPEG_SOF0 || tag == JPEG_SOF1 || tag == JPEG_SOF2 || tag == JPEG_SOF9 || tag == JPEG_SOF10;
}

/* T.81, B.2.2; 8 bits a sample, as browsers show. */
static bool jpeg_frame(Picture *out, Slice data)
{
	unsigned components = data.n > 5 ? (unsigned char)data.p[5] : 0;
	out->height = be16(data, 1);
	out->width = be16(data, 3);
	out->cmyk = components == 4;
	return data.n && data.p[0] == 8 && (components == 1 || components == 3 || components == 4) && has_pixels(out);
}

/* In coded data 0xFF is followed by 0 or a restart marker, so the end marker
 * is found by a search; a file without one was cut short. */
static bool jpeg_ends(Slice jpeg, size_t from)
{
	return slice_find(jpeg, SL("\xFF\xD9"), from) < jpeg.n;
}

static bool jpeg_probe(Picture *out, Slice jpeg)
{
	Part part = {0};
	size_t at = 2;
	bool framed = false;
	while (jpeg_next(&part, jpeg, &at)) {
		if (jpeg_is_frame(part.tag)) {
			framed = !framed && jpeg_frame(out, part.data);
			if (!framed) {
				return false;
			}
		}
		if (part.tag == JPEG_APP1 && slice_starts(part.data, SL("Exif\0\0"))) {
			out->orientation = exif_orientation(part.data);
		}
	}
	return part.tag == JPEG_SOS && framed && jpeg_ends(jpeg, at);
}

/* A profile may be cut into numbered segments (ICC.1, B.4). Adds piece
 * `number`, gives how many pieces there are; 0 when it is missing. */
static unsigned jpeg_profile_piece(Buf *out, Slice jpeg, unsigned number)
{
	const Slice name = SL("ICC_PROFILE\0");
	Part part;
	size_t at = 2;
	while (jpeg_next(&part, jpeg, &at)) {
		uint32_t numbers = be16(part.data, name.n);
		if (part.tag == JPEG_APP2 && slice_starts(part.data, name) && numbers >> 8 == number) {
			buf_add(out, slice_sub(part.data, name.n + 2, part.data.n));
			return numbers & 0xFF;
		}
	}
	return 0;
}

static void jpeg_profile(Buf *out, Slice jpeg)
{
	Buf profile = BUF_INIT;
	unsigned count = 1;
	unsigned done = 0;
	while (done < count && profile.n <= PROFILE_MAX) {
		done++;
		count = jpeg_profile_piece(&profile, jpeg, done);
	}
	if (done == count && profile.n <= PROFILE_MAX) {
		buf_add(out, buf_slice(&profile));
	}
	buf_release(&profile);
}

/* The marker after a scan: not the 0 that is put after 0xFF in coded data, no restart, no fill byte (T.81, B.1.1). */
static size_t jpeg_scan_end(Slice jpeg, size_t at)
{
	for (; at + 1 < jpeg.n; at++) {
		unsigned next = be16(jpeg, at) & 0xFF;
		if (be16(jpeg, at) >> 8 == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
			return at;
		}
	}
	return jpeg.n;
}

/* Of what applications add only Adobe's segment speaks of the pixels: it tells in which colours they are. */
static bool jpeg_is_beside(const Part *part)
{
	bool application = part->tag >= JPEG_APP0 && part->tag <= JPEG_APP15 && part->tag != JPEG_APP14;
	return application || part->tag == JPEG_COM;
}

/* A progressive JPEG has several scans; whatever stands after the end is no part of it. */
static void jpeg_look(Buf *out, Slice jpeg)
{
	Part part = {0};
	size_t at = 2;
	while (be16(jpeg, at) != (0xFF00 | JPEG_EOI) && (jpeg_next(&part, jpeg, &at) || part.tag == JPEG_SOS)) {
		if (!jpeg_is_beside(&part)) {
			buf_add(out, part.whole);
		}
		if (part.tag == JPEG_SOS) {
			size_t end = jpeg_scan_end(jpeg, at);
			buf_add(out, slice_sub(jpeg, at, end));
			at = end;
			part.tag = 0;
		}
	}
}

/* --- PNG --- */

#define TAG(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

static const Slice png_signature = {"\x89PNG\r\n\x1A\n", 8};

static bool png_next(Part *out, Slice png, size_t *at)
{
	size_t length = be32(png, *at);
	if (*at > png.n || png.n - *at < 12 || length > png.n - *at - 12) {
		return false;
	}
	out->tag = be32(png, *at + 4);
	out->whole = slice_sub(png, *at, *at + length + 12);
	out->data = slice_sub(out->whole, 8, length + 8);
	*at += out->whole.n;
	return true;
}

/* The fifth bit of the first letter is off in what a decoder may not skip. */
static bool png_is_critical(uint32_t tag)
{
	return !(tag >> 24 & 0x20);
}

static bool png_is_intact(const Part *part)
{
	uint32_t sum = libdeflate_crc32(0, part->whole.p + 4, part->data.n + 4);
	return sum == be32(part->whole, part->whole.n - 4);
}

/* Bits a sample that a colour type allows, one bit each (PNG, table 11.1). */
static unsigned png_depths(unsigned colour)
{
	static const unsigned depths[] = {0x10116, 0, 0x10100, 0x116, 0x10100, 0, 0x10100};
	return colour < sizeof depths / sizeof *depths ? depths[colour] : 0;
}

static bool png_header(Picture *out, const Part *part)
{
	if (part->tag != TAG('I', 'H', 'D', 'R') || part->data.n != 13) {
		return false;
	}
	const unsigned char *p = (const unsigned char *)part->data.p;
	out->width = be32(part->data, 0);
	out->height = be32(part->data, 4);
	return has_pixels(out) && p[8] <= 16 && png_depths(p[9]) >> p[8] & 1 && !p[10] && !p[11] && p[12] <= 1;
}

static bool png_probe(Picture *out, Slice png)
{
	Part part;
	size_t at = png_signature.n;
	bool data = false;
	if (!png_next(&part, png, &at) || !png_is_intact(&part) || !png_header(out, &part)) {
		return false;
	}
	while (png_next(&part, png, &at)) {
		if (png_is_critical(part.tag) && !png_is_intact(&part)) {
			return false;
		}
		if (part.tag == TAG('e', 'X', 'I', 'f')) {
			out->orientation = exif_orientation(part.data);
		}
		data = data || part.tag == TAG('I', 'D', 'A', 'T');
		if (part.tag == TAG('I', 'E', 'N', 'D')) {
			return data;
		}
	}
	return false;
}

/* A name, NUL, a method of compression (0), then a zlib stream (PNG, 11.3.2.3). */
static void png_inflate_profile(Buf *out, Slice data)
{
	size_t from = slice_find_byte(data, '\0', 0) + 2;
	size_t got = 0;
	Slice packed = slice_sub(data, from, data.n);
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	if (!d) {
		mem_exhausted();
	}
	buf_reserve(out, PROFILE_MAX);
	if (libdeflate_zlib_decompress(d, packed.p, packed.n, out->p + out->n, PROFILE_MAX, &got) !=
	    LIBDEFLATE_SUCCESS) {
		got = 0;
	}
	out->n += got;
	out->p[out->n] = '\0';
	libdeflate_free_decompressor(d);
}

static void png_profile(Buf *out, Slice png)
{
	Part part;
	size_t at = png_signature.n;
	while (png_next(&part, png, &at)) {
		if (part.tag == TAG('i', 'C', 'C', 'P')) {
			png_inflate_profile(out, part.data);
			return;
		}
	}
}

void picture_bare_png(Buf *out, Slice png, bool gamma)
{
	Part part;
	size_t at = png_signature.n;
	buf_add(out, png_signature);
	while (png_next(&part, png, &at)) {
		bool tells_gamma = part.tag == TAG('g', 'A', 'M', 'A') || part.tag == TAG('s', 'R', 'G', 'B');
		if (png_is_critical(part.tag) || part.tag == TAG('t', 'R', 'N', 'S') || (gamma && tells_gamma)) {
			buf_add(out, part.whole);
		}
	}
}

/* --- WebP --- */

static bool webp_next(Part *out, Slice webp, size_t *at)
{
	size_t length = le32(webp, *at + 4);
	if (*at > webp.n || webp.n - *at < 8 || length > webp.n - *at - 8) {
		return false;
	}
	out->tag = be32(webp, *at);
	out->whole = slice_sub(webp, *at, *at + 8 + length);
	out->data = slice_sub(out->whole, 8, out->whole.n);
	*at += out->whole.n + length % 2;
	return true;
}

/* RFC 6386, 9.1: a key frame, its start code, two numbers of 14 bits. */
static bool webp_lossy(Picture *out, Slice data)
{
	out->width = le16(data, 6) & 0x3FFF;
	out->height = le16(data, 8) & 0x3FFF;
	return data.n > 10 && !(data.p[0] & 1) && slice_eq(slice_sub(data, 3, 6), SL("\x9D\x01\x2A")) &&
	       has_pixels(out);
}

/* RFC 9649, 3.4: a signature, two numbers of 14 bits, each less one. */
static bool webp_lossless(Picture *out, Slice data)
{
	uint32_t bits = le32(data, 1);
	out->width = (bits & 0x3FFF) + 1;
	out->height = (bits >> 14 & 0x3FFF) + 1;
	return data.n > 5 && data.p[0] == 0x2F && has_pixels(out);
}

/* The file as far as its own header says it goes; nothing when it is shorter. */
static Slice webp_body(Slice webp)
{
	size_t size = le32(webp, 4);
	return size <= webp.n - 8 ? slice_sub(webp, 0, size + 8) : (Slice){NULL, 0};
}

static bool webp_probe(Picture *out, Slice webp)
{
	Part part;
	size_t at = 12;
	bool framed = false;
	Slice body = webp_body(webp);
	while (webp_next(&part, body, &at)) {
		switch (part.tag) {
		case TAG('V', 'P', '8', ' '):
			framed = webp_lossy(out, part.data);
			break;
		case TAG('V', 'P', '8', 'L'):
			framed = webp_lossless(out, part.data);
			break;
		case TAG('A', 'N', 'I', 'M'):
			return false;
		case TAG('E', 'X', 'I', 'F'):
			out->orientation = exif_orientation(part.data);
			break;
		default:
			break;
		}
	}
	return framed;
}

static void webp_profile(Buf *out, Slice webp)
{
	Part part;
	size_t at = 12;
	while (webp_next(&part, webp, &at)) {
		if (part.tag == TAG('I', 'C', 'C', 'P') && part.data.n <= PROFILE_MAX) {
			buf_add(out, part.data);
			return;
		}
	}
}

static void webp_look(Buf *out, Slice webp)
{
	Part part;
	size_t at = 12;
	Slice body = webp_body(webp);
	while (webp_next(&part, body, &at)) {
		if (part.tag == TAG('V', 'P', '8', ' ') || part.tag == TAG('V', 'P', '8', 'L') ||
		    part.tag == TAG('A', 'L', 'P', 'H')) {
			buf_add(out, part.whole);
		}
	}
}

/* --- any --- */

PictureType picture_type(Slice bytes)
{
	if (slice_starts(bytes, SL("\xFF\xD8\xFF"))) {
		return PICTURE_JPEG;
	}
	if (slice_starts(bytes, png_signature)) {
		return PICTURE_PNG;
	}
	if (slice_starts(bytes, SL("RIFF")) && slice_eq(slice_sub(bytes, 8, 12), SL("WEBP"))) {
		return PICTURE_WEBP;
	}
	return PICTURE_NONE;
}

bool picture_probe(Picture *out, Slice bytes)
{
	*out = (Picture){.type = picture_type(bytes), .orientation = 1};
	switch (out->type) {
	case PICTURE_JPEG:
		return jpeg_probe(out, bytes);
	case PICTURE_PNG:
		return png_probe(out, bytes);
	case PICTURE_WEBP:
		return webp_probe(out, bytes);
	case PICTURE_NONE:
		break;
	}
	return false;
}

void picture_shown(unsigned *width, unsigned *height, const Picture *p)
{
	bool lying = p->orientation > 4;
	*width = lying ? p->height : p->width;
	*height = lying ? p->width : p->height;
}

void picture_profile(Buf *out, PictureType type, Slice bytes)
{
	switch (type) {
	case PICTURE_JPEG:
		jpeg_profile(out, bytes);
		break;
	case PICTURE_PNG:
		png_profile(out, bytes);
		break;
	case PICTURE_WEBP:
		webp_profile(out, bytes);
		break;
	case PICTURE_NONE:
		break;
	}
}

void picture_look(Buf *out, Slice bytes)
{
	Picture p;
	picture_probe(&p, bytes);
	buf_byte(out, (char)('0' + p.orientation));
	picture_profile(out, p.type, bytes);
	switch (p.type) {
	case PICTURE_JPEG:
		jpeg_look(out, bytes);
		break;
	case PICTURE_PNG:
		picture_bare_png(out, bytes, true);
		break;
	case PICTURE_WEBP:
		webp_look(out, bytes);
		break;
	case PICTURE_NONE:
		break;
	}
}
