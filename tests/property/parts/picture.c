#include "picture.h"

#include <libdeflate.h>

#include "render/codec.h"

/* --- bytes --- */

static void put_little(Buf *out, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++) {
		buf_byte(out, (char)(value >> 8 * i & 0xFF));
	}
}

static void put_big(Buf *out, uint32_t value, int bytes)
{
	for (int i = bytes - 1; i >= 0; i--) {
		buf_byte(out, (char)(value >> 8 * i & 0xFF));
	}
}

/* --- EXIF (CIPA DC-008) and XMP --- */

static void put_entry(Buf *out, uint32_t tag, uint32_t type, uint32_t count, uint32_t value)
{
	put_little(out, tag, 2);
	put_little(out, type, 2);
	put_little(out, count, 4);
	put_little(out, value, 4);
}

/* Orientation 0: none is said. The picture is described, and taken somewhere. */
static void put_exif(Buf *out, Slice about, unsigned turned)
{
	uint32_t entries = turned ? 3 : 2;
	uint32_t gps = 8 + 2 + 12 * entries + 4;
	buf_put(out, "II*\0", 4);
	put_little(out, 8, 4);
	put_little(out, entries, 2);
	put_entry(out, 0x010E, 2, (uint32_t)about.n + 1, gps + 2 + 12 * 2 + 4);
	if (turned) {
		put_entry(out, 0x0112, 3, 1, turned);
	}
	put_entry(out, 0x8825, 4, 1, gps);
	put_little(out, 0, 4);
	put_little(out, 2, 2);
	put_entry(out, 1, 2, 2, 'N');
	put_entry(out, 5, 1, 1, 0);
	put_little(out, 0, 4);
	buf_add(out, about);
	buf_byte(out, 0);
}

static void put_xmp(Buf *out, Slice about)
{
	buf_str(out, "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
	             "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "
	             "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" dc:creator=\"");
	buf_add(out, about);
	buf_str(out, "\"/></rdf:RDF></x:xmpmeta>");
}

/* --- JPEG --- */

static void put_segment(Buf *out, uint32_t marker, Slice head, Slice body)
{
	put_big(out, marker, 2);
	put_big(out, (uint32_t)(head.n + body.n + 2), 2);
	buf_add(out, head);
	buf_add(out, body);
}

static const Slice exif_head = {"Exif\0\0", 6};
static const Slice xmp_head = {"http://ns.adobe.com/xap/1.0/\0", 29};

static void dress_jpeg(Buf *out, Slice bytes, Slice exif, Slice xmp, Slice comment)
{
	bool has_exif = slice_find(slice_sub(bytes, 0, 64), exif_head, 0) < 64;
	buf_add(out, slice_sub(bytes, 0, 2));
	if (has_exif) {
		/* Its own comes first, for it says which way is up. */
		size_t end = 4 + (size_t)(unsigned char)bytes.p[4] * 256 + (size_t)(unsigned char)bytes.p[5];
		buf_add(out, slice_sub(bytes, 2, end));
		bytes = slice_sub(bytes, end - 2, bytes.n);
	} else {
		put_segment(out, 0xFFE1, exif_head, exif);
	}
	put_segment(out, 0xFFE1, xmp_head, xmp);
	put_segment(out, 0xFFFE, comment, SL(""));
	buf_add(out, slice_sub(bytes, 2, bytes.n));
}

/* --- PNG --- */

static void put_chunk(Buf *out, const char *type, Slice head, Slice body)
{
	put_big(out, (uint32_t)(head.n + body.n), 4);
	size_t start = out->n;
	buf_str(out, type);
	buf_add(out, head);
	buf_add(out, body);
	put_big(out, libdeflate_crc32(0, out->p + start, out->n - start), 4);
}

enum { PNG_HEADER = 8 + 25 };

static void dress_png(Buf *out, Slice bytes, Slice exif, Slice xmp, Slice comment)
{
	static const Slice comment_head = {"Comment\0", 8};
	static const Slice xmp_key = {"XML:com.adobe.xmp\0\0\0\0\0", 22};
	buf_add(out, slice_sub(bytes, 0, PNG_HEADER));
	put_chunk(out, "eXIf", exif, SL(""));
	put_chunk(out, "tEXt", comment_head, comment);
	put_chunk(out, "iTXt", xmp_key, xmp);
	buf_add(out, slice_sub(bytes, PNG_HEADER, bytes.n));
}

/* --- WebP (RFC 9649) --- */

static void put_riff(Buf *out, const char *type, Slice body)
{
	buf_str(out, type);
	put_little(out, (uint32_t)body.n, 4);
	buf_add(out, body);
	if (body.n % 2) {
		buf_byte(out, 0);
	}
}

static void put_extended(Buf *out, Slice bytes)
{
	Picture p;
	Buf head = BUF_INIT;
	bool lossless = slice_starts(slice_sub(bytes, 12, bytes.n), SL("VP8L"));
	bool alpha = lossless && (unsigned char)bytes.p[24] & 0x10;
	picture_probe(&p, bytes);
	put_little(&head, 0x08 | 0x04 | (alpha ? 0x10 : 0), 4);
	put_little(&head, p.width - 1, 3);
	put_little(&head, p.height - 1, 3);
	put_riff(out, "VP8X", buf_slice(&head));
	buf_release(&head);
}

static void dress_webp(Buf *out, Slice bytes, Slice exif, Slice xmp)
{
	Buf chunks = BUF_INIT;
	Slice rest = slice_sub(bytes, 12, bytes.n);
	bool extended = slice_starts(rest, SL("VP8X"));
	if (!extended) {
		put_extended(&chunks, bytes);
	}
	size_t flags = chunks.n + 8;
	buf_add(&chunks, rest);
	if (extended) {
		chunks.p[flags] = (char)(chunks.p[flags] | 0x0C);
	}
	put_riff(&chunks, "EXIF", exif);
	put_riff(&chunks, "XMP ", xmp);
	buf_str(out, "RIFF");
	put_little(out, (uint32_t)chunks.n + 4, 4);
	buf_str(out, "WEBP");
	buf_add(out, buf_slice(&chunks));
	buf_release(&chunks);
}

/* --- either --- */

static PictureType type_of(Slice path)
{
	return slice_ends(path, SL(".png")) ? PICTURE_PNG : slice_ends(path, SL(".webp")) ? PICTURE_WEBP : PICTURE_JPEG;
}

Slice picture_dressed(Chance *c, Slice bytes)
{
	Buf out = BUF_INIT;
	Buf exif = BUF_INIT;
	Buf xmp = BUF_INIT;
	Slice comment = nonsense(c, 1 + below(c, 3));
	put_exif(&exif, nonsense(c, 2), 0);
	put_xmp(&xmp, nonsense(c, 2));
	if (slice_starts(bytes, SL("\xFF\xD8"))) {
		dress_jpeg(&out, bytes, buf_slice(&exif), buf_slice(&xmp), comment);
	} else if (slice_starts(bytes, SL("RIFF"))) {
		dress_webp(&out, bytes, buf_slice(&exif), buf_slice(&xmp));
	} else {
		dress_png(&out, bytes, buf_slice(&exif), buf_slice(&xmp), comment);
	}
	Slice kept = arena_dup(c->arena, buf_slice(&out));
	buf_release(&out);
	buf_release(&exif);
	buf_release(&xmp);
	return kept;
}

/* As a camera that was held upright by its side has it. */
static Slice turned(Chance *c, Slice bytes)
{
	Buf out = BUF_INIT;
	Buf exif = BUF_INIT;
	put_exif(&exif, nonsense(c, 1), 2 + (unsigned)below(c, 7));
	buf_add(&out, slice_sub(bytes, 0, 2));
	put_segment(&out, 0xFFE1, exif_head, buf_slice(&exif));
	buf_add(&out, slice_sub(bytes, 2, bytes.n));
	Slice kept = arena_dup(c->arena, buf_slice(&out));
	buf_release(&out);
	buf_release(&exif);
	return kept;
}

Slice picture_random(Chance *c, Slice path)
{
	Buf bytes = BUF_INIT;
	unsigned width = one_in(c, 8) ? 490 : 4 + (unsigned)below(c, 24);
	unsigned height = 4 + (unsigned)below(c, 12);
	Pixels p = {width, height, mem_array((size_t)width * height, 4)};
	PictureType type = type_of(path);
	bool sheer = one_in(c, 3);
	for (size_t i = 0; i < (size_t)width * height * 4; i++) {
		p.rgba[i] = i % 4 == 3 && !sheer ? 255 : (uint8_t)roll(c);
	}
	codec_encode(&bytes, type, &p);
	Slice kept = arena_dup(c->arena, buf_slice(&bytes));
	pixels_release(&p);
	buf_release(&bytes);
	return type == PICTURE_JPEG && one_in(c, 2) ? turned(c, kept) : kept;
}
