#include "base/pdf.h"

#include "base/inflate.h"
#include "base/mem.h"

enum { DICTIONARY_MOST = 16 << 10, FILTERS = 8 };

/* --- words: 7.2.2 --- */

bool pdf_is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool pdf_is_regular(char c)
{
	return !pdf_is_space(c) && !strchr("()<>[]{}/%", c);
}

static size_t skip_space(Slice s, size_t at)
{
	while (at < s.n && pdf_is_space(s.p[at])) {
		at++;
	}
	return at;
}

size_t pdf_value(Slice dictionary, Slice key)
{
	for (size_t at = slice_find(dictionary, key, 0); at < dictionary.n; at = slice_find(dictionary, key, at + 1)) {
		size_t end = at + key.n;
		if (end < dictionary.n && !pdf_is_regular(dictionary.p[end])) {
			return skip_space(dictionary, end);
		}
	}
	return dictionary.n;
}

static unsigned number_of(Slice dictionary, Slice key, unsigned otherwise)
{
	size_t at = pdf_value(dictionary, key);
	size_t end = at;
	unsigned n;
	while (end < dictionary.n && dictionary.p[end] >= '0' && dictionary.p[end] <= '9') {
		end++;
	}
	return slice_uint(slice_sub(dictionary, at, end), &n) ? n : otherwise;
}

bool pdf_is_pdf(Slice bytes)
{
	Slice head = slice_sub(bytes, 0, 1024);
	return slice_find(head, SL("%PDF-"), 0) < head.n;
}

bool pdf_is_encrypted(Slice bytes)
{
	/* Of a dictionary that is not packed: a trailer, or a stream of cross-references. */
	return pdf_value(bytes, SL("/Encrypt")) < bytes.n;
}

/* --- streams --- */

/* The dictionary that ends where the stream begins. */
static Slice dictionary_before(Slice bytes, size_t at)
{
	size_t least = at > DICTIONARY_MOST ? at - DICTIONARY_MOST : 0;
	while (at > least && pdf_is_space(bytes.p[at - 1])) {
		at--;
	}
	if (!slice_ends(slice_sub(bytes, least, at), SL(">>"))) {
		return SL("");
	}
	for (size_t from = at; from > least + 3; from--) {
		if (slice_is(slice_sub(bytes, from - 3, from), "obj")) {
			return slice_sub(bytes, from, at);
		}
	}
	return SL("");
}

bool pdf_next_stream(PdfStream *out, Slice bytes, size_t *at)
{
	const Slice word = SL("stream");
	size_t found = slice_find(bytes, word, *at);
	while (found < bytes.n && slice_ends(slice_sub(bytes, 0, found), SL("end"))) {
		found = slice_find(bytes, word, found + word.n);
	}
	if (found == bytes.n) {
		return false;
	}
	size_t from = found + word.n;
	from += from < bytes.n && bytes.p[from] == '\r';
	from += from < bytes.n && bytes.p[from] == '\n';
	out->dictionary = dictionary_before(bytes, found);
	out->data = slice_sub(bytes, from, bytes.n);
	*at = from;
	return true;
}

/* --- filters: 7.4 --- */

static bool open_flate(Buf *out, Slice in)
{
	size_t taken;
	bool zlib = inflate_stream(out, INFLATE_ZLIB, in, 0, &taken);
	/* Some writers get the checksum wrong, and readers do not mind. */
	return zlib || (in.n > 2 && inflate_stream(out, INFLATE_RAW, slice_sub(in, 2, in.n), 0, &taken));
}

static int hex_of(char c)
{
	if (c >= '0' && c <= '9') {
		return c - '0';
	}
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool open_hex(Buf *out, Slice in)
{
	int high = -1;
	for (size_t at = 0; at < in.n && in.p[at] != '>'; at++) {
		int digit = hex_of(in.p[at]);
		if (digit < 0 && !pdf_is_space(in.p[at])) {
			return false;
		}
		if (digit >= 0 && high >= 0) {
			buf_byte(out, (char)(high << 4 | digit));
			high = -1;
		} else if (digit >= 0) {
			high = digit;
		}
	}
	if (high >= 0) {
		buf_byte(out, (char)(high << 4));
	}
	return true;
}

/* The digits of a group, which may lack some at the end of the stream. */
static void put_group(Buf *out, const unsigned *digits, unsigned n)
{
	uint32_t value = 0;
	for (unsigned i = 0; i < 5; i++) {
		value = value * 85 + (i < n ? digits[i] : 84);
	}
	for (unsigned i = 0; i + 1 < n; i++) {
		buf_byte(out, (char)(value >> (24 - 8 * i)));
	}
}

static bool open_85(Buf *out, Slice in)
{
	unsigned digits[5];
	unsigned n = 0;
	for (size_t at = 0; at < in.n && in.p[at] != '~'; at++) {
		char c = in.p[at];
		if (c == 'z' && n == 0) {
			buf_put(out, "\0\0\0\0", 4);
		} else if (c >= '!' && c <= 'u') {
			digits[n++] = (unsigned)(c - '!');
		} else if (!pdf_is_space(c)) {
			return false;
		}
		if (n == 5) {
			put_group(out, digits, n);
			n = 0;
		}
	}
	put_group(out, digits, n);
	return true;
}

static bool open_runs(Buf *out, Slice in)
{
	enum { END = 128 };
	for (size_t at = 0; at < in.n && (unsigned char)in.p[at] != END;) {
		unsigned length = (unsigned char)in.p[at++];
		if (length < END) {
			buf_add(out, slice_sub(in, at, at + length + 1));
			at += length + 1;
			continue;
		}
		for (unsigned i = 0; i < 257 - length && at < in.n; i++) {
			buf_byte(out, in.p[at]);
		}
		at++;
	}
	return true;
}

typedef struct Filter {
	const char *name, *brief;
	bool (*open)(Buf *out, Slice in); /* NULL: of pictures */
} Filter;

static const Filter filters[] = {
        {"FlateDecode", "Fl", open_flate},    {"ASCIIHexDecode", "AHx", open_hex}, {"ASCII85Decode", "A85", open_85},
        {"RunLengthDecode", "RL", open_runs}, {"DCTDecode", "DCT", NULL},          {"JPXDecode", "JPX", NULL},
        {"CCITTFaxDecode", "CCF", NULL},      {"JBIG2Decode", "JBIG2", NULL},
};

static const Filter *filter_of(Slice name)
{
	for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
		if (slice_is(name, filters[i].name) || slice_is(name, filters[i].brief)) {
			return &filters[i];
		}
	}
	return NULL;
}

/* The names of the filters in their order: "/FlateDecode", or several in brackets. */
static size_t list_filters(Slice names[FILTERS], Slice dictionary)
{
	size_t n = 0;
	size_t at = pdf_value(dictionary, SL("/Filter"));
	bool several = at < dictionary.n && dictionary.p[at] == '[';
	at = several ? skip_space(dictionary, at + 1) : at;
	while (at < dictionary.n && dictionary.p[at] == '/' && n < FILTERS) {
		size_t from = ++at;
		while (at < dictionary.n && pdf_is_regular(dictionary.p[at])) {
			at++;
		}
		names[n++] = slice_sub(dictionary, from, at);
		if (!several) {
			break;
		}
		at = skip_space(dictionary, at);
	}
	return n;
}

/* --- predictors: 7.4.4.4; PNG, clause 9 --- */

static unsigned char paeth(unsigned char left, unsigned char up, unsigned char corner)
{
	int p = left + up - corner;
	int by_left = abs(p - left);
	int by_up = abs(p - up);
	int by_corner = abs(p - corner);
	return by_left <= by_up && by_left <= by_corner ? left : by_up <= by_corner ? up : corner;
}

static void undo_row(unsigned char *row, const unsigned char *above, size_t n, size_t pixel, unsigned type)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char left = i >= pixel ? row[i - pixel] : 0;
		unsigned char corner = i >= pixel ? above[i - pixel] : 0;
		unsigned add = type == 1   ? left
		               : type == 2 ? above[i]
		               : type == 3 ? ((unsigned)left + above[i]) / 2
		               : type == 4 ? paeth(left, above[i], corner)
		                           : 0;
		row[i] = (unsigned char)(row[i] + add);
	}
}

/* Rows of bytes; of TIFF's predictor those whose samples are bytes. */
static void undo_predictor(Buf *b, Slice dictionary)
{
	unsigned predictor = number_of(dictionary, SL("/Predictor"), 1);
	size_t pixel =
	        (size_t)number_of(dictionary, SL("/Colors"), 1) * number_of(dictionary, SL("/BitsPerComponent"), 8) / 8;
	size_t row = number_of(dictionary, SL("/Columns"), 1) * (pixel ? pixel : 1);
	size_t tag = predictor >= 10; /* PNG's rows begin with their type */
	if (predictor < 2 || row == 0 || row > b->n) {
		return;
	}
	unsigned char *above = mem_alloc(row);
	size_t made = 0;
	for (size_t at = 0; at + tag + row <= b->n; at += tag + row) {
		unsigned type = tag ? (unsigned char)b->p[at] : 1;
		memmove(b->p + made, b->p + at + tag, row);
		undo_row((unsigned char *)b->p + made, above, row, pixel ? pixel : 1, type);
		if (tag) {
			memcpy(above, b->p + made, row);
		}
		made += row;
	}
	b->n = made;
	b->p[made] = '\0';
	free(above);
}

/* --- all of them --- */

static PdfOpening undo_filters(Buf *out, const Slice *names, size_t n, Slice data)
{
	Buf in = BUF_INIT;
	PdfOpening opening = n ? PDF_OPENED : PDF_AS_IT_IS;
	for (size_t i = 0; i < n && opening == PDF_OPENED; i++) {
		const Filter *f = filter_of(names[i]);
		Buf swap = in;
		in = *out;
		*out = swap;
		buf_clear(out);
		if (f && !f->open) {
			opening = PDF_AS_IT_IS;
		} else if (!f || !f->open(out, i ? buf_slice(&in) : data)) {
			opening = PDF_SHUT;
		}
	}
	buf_release(&in);
	return opening;
}

PdfOpening pdf_open_stream(Buf *out, const PdfStream *stream)
{
	Slice names[FILTERS];
	size_t n = list_filters(names, stream->dictionary);
	buf_clear(out);
	if (n == 0) { /* its filter may be named elsewhere */
		size_t taken;
		return inflate_stream(out, INFLATE_ZLIB, stream->data, 0, &taken) ? PDF_OPENED : PDF_AS_IT_IS;
	}
	PdfOpening opening = undo_filters(out, names, n, stream->data);
	if (opening == PDF_OPENED && pdf_value(stream->dictionary, SL("/Image")) == stream->dictionary.n) {
		undo_predictor(out, stream->dictionary);
	}
	return opening;
}
