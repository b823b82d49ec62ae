#include "base/unpack.h"

#include <brotli/decode.h>

#include "base/bytes.h"
#include "base/inflate.h"
#include "base/mem.h"
#include "base/pdf.h"

enum { LEAST = 64 << 10 };

/* What follows the streams is no longer packed. */
static void give_rest(Slice rest, UnpackSink *sink, void *ctx)
{
	if (rest.n) {
		sink(ctx, SL("end"), rest);
	}
}

/* RFC 1952: one member after another. Their headers may hold names and comments. */
static bool open_gzip(Slice bytes, UnpackSink *sink, void *ctx)
{
	Buf out = BUF_INIT;
	bool ok = true;
	while (ok && slice_starts(bytes, SL("\x1F\x8B"))) {
		size_t taken = 0;
		size_t guess = bytes.n > 18 ? le32(bytes, bytes.n - 4) : 0; /* ISIZE, if nothing follows */
		if (bytes.n > 3 && bytes.p[3]) {
			sink(ctx, SL("header"), slice_sub(bytes, 0, 1024));
		}
		ok = inflate_stream(&out, INFLATE_GZIP, bytes, guess < bytes.n * 16 ? guess : bytes.n * 4, &taken);
		if (ok) {
			sink(ctx, SL(""), buf_slice(&out));
			bytes = slice_sub(bytes, taken, bytes.n);
		}
	}
	give_rest(bytes, sink, ctx);
	buf_release(&out);
	return ok;
}

static bool open_brotli(Slice bytes, UnpackSink *sink, void *ctx)
{
	BrotliDecoderState *d = BrotliDecoderCreateInstance(NULL, NULL, NULL);
	Buf out = BUF_INIT;
	const uint8_t *in = (const uint8_t *)bytes.p;
	size_t left = bytes.n;
	BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
	if (!d) {
		mem_exhausted();
	}
	while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.n <= INFLATE_MOST) {
		buf_reserve(&out, bytes.n * 4 + LEAST);
		size_t room = out.cap - out.n - 1;
		uint8_t *to = (uint8_t *)out.p + out.n;
		result = BrotliDecoderDecompressStream(d, &left, &in, &room, &to, NULL);
		out.n = out.cap - 1 - room;
		out.p[out.n] = '\0';
	}
	BrotliDecoderDestroyInstance(d);
	sink(ctx, SL(""), buf_slice(&out));
	give_rest(slice_sub(bytes, bytes.n - left, bytes.n), sink, ctx);
	buf_release(&out);
	return result == BROTLI_DECODER_RESULT_SUCCESS;
}

/* --- zip: APPNOTE 4.3 --- */

enum { END_RECORD = 22, CENTRAL = 46, LOCAL = 30, COMMENT_MOST = 0xFFFF, STORED = 0, DEFLATED = 8, ENCRYPTED = 1 };

/* The record at the end, which may be followed by a comment; bytes.n when there is none. */
static size_t find_end_record(Slice bytes)
{
	for (size_t back = END_RECORD; back <= bytes.n && back <= END_RECORD + COMMENT_MOST; back++) {
		if (slice_starts(slice_sub(bytes, bytes.n - back, bytes.n), SL("PK\5\6"))) {
			return bytes.n - back;
		}
	}
	return bytes.n;
}

/* What is told of the parts, and how much they are together. */
typedef struct Parts {
	UnpackSink *sink;
	void *ctx;
	size_t total;
} Parts;

static void give_part(Parts *p, Slice inner, Slice bytes)
{
	p->total += bytes.n;
	p->sink(p->ctx, inner, bytes);
}

static bool open_entry(Slice bytes, size_t at, Buf *out, Parts *parts)
{
	uint32_t flags = le16(bytes, at + 8);
	uint32_t method = le16(bytes, at + 10);
	size_t packed = le32(bytes, at + 20);
	size_t size = le32(bytes, at + 24);
	size_t local = le32(bytes, at + 42);
	Slice name = slice_sub(bytes, at + CENTRAL, at + CENTRAL + le16(bytes, at + 28));
	size_t from = local + LOCAL + le16(bytes, local + 26) + le16(bytes, local + 28);
	size_t taken;
	bool there = slice_starts(slice_sub(bytes, local, bytes.n), SL("PK\3\4")) && from + packed <= bytes.n;
	if (!there || flags & ENCRYPTED || (method != STORED && method != DEFLATED) || size > INFLATE_MOST) {
		return false;
	}
	Slice data = slice_sub(bytes, from, from + packed);
	if (method == DEFLATED && !inflate_stream(out, INFLATE_RAW, data, size, &taken)) {
		return false;
	}
	give_part(parts, name, method == DEFLATED ? buf_slice(out) : data);
	return true;
}

/* What cannot be opened keeps nobody from the rest. */
static bool open_zip(Slice bytes, Parts *parts)
{
	Buf out = BUF_INIT;
	size_t end = find_end_record(bytes);
	size_t at = le32(bytes, end + 16);
	uint32_t entries = le16(bytes, end + 10);
	bool ok = end < bytes.n;
	for (uint32_t i = 0; i < entries && parts->total <= INFLATE_MOST; i++) {
		if (!slice_starts(slice_sub(bytes, at, bytes.n), SL("PK\1\2"))) {
			ok = false;
			break;
		}
		ok &= open_entry(bytes, at, &out, parts);
		at += CENTRAL + le16(bytes, at + 28) + le16(bytes, at + 30) + le16(bytes, at + 32);
	}
	buf_release(&out);
	return ok && parts->total <= INFLATE_MOST;
}

/* --- PDF --- */

/* Streams that are packed; pictures are read as they are. */
static bool open_pdf(Slice bytes, Parts *parts)
{
	Buf out = BUF_INIT;
	PdfStream stream;
	bool ok = !pdf_is_encrypted(bytes);
	for (size_t at = 0; parts->total <= INFLATE_MOST && pdf_next_stream(&stream, bytes, &at);) {
		PdfOpening opening = pdf_open_stream(&out, &stream);
		if (opening == PDF_OPENED) {
			give_part(parts, SL("stream"), buf_slice(&out));
		}
		ok &= opening != PDF_SHUT;
	}
	buf_release(&out);
	return ok && parts->total <= INFLATE_MOST;
}

bool unpack(Slice name, Slice bytes, UnpackSink *sink, void *ctx)
{
	Parts parts = {sink, ctx, 0};
	if (slice_starts(bytes, SL("\x1F\x8B"))) {
		return open_gzip(bytes, sink, ctx);
	}
	if (slice_ends(name, SL(".br"))) {
		return open_brotli(bytes, sink, ctx);
	}
	if (slice_starts(bytes, SL("PK\3\4"))) {
		return open_zip(bytes, &parts);
	}
	return pdf_is_pdf(bytes) ? open_pdf(bytes, &parts) : true;
}
