/*
 * pdf.h - the streams of a PDF file, read from end to end (ISO 32000-1, 7.3.8 and 7.4).
 *
 * Not by its tables: what an earlier revision held still lies in the file, and
 * whoever looks for what may not be published wants all of it.
 */
#ifndef BASE_PDF_H
#define BASE_PDF_H

#include "base/buf.h"

typedef struct PdfStream {
	Slice dictionary; /* as it stands before the stream; empty when there is none */
	Slice data;       /* from the stream's first byte to the end of the file */
} PdfStream;

typedef enum PdfOpening {
	PDF_OPENED,   /* out holds what was packed */
	PDF_AS_IT_IS, /* it is not packed, or it is a picture */
	PDF_SHUT,     /* damaged, or packed in a way that is not known */
} PdfOpening;

/* The format may have other bytes before its first word (implementation note 13 of PDF 1.7). */
bool pdf_is_pdf(Slice bytes);
/* The next stream from *at on, which moves to its first byte; false when there is none. */
bool pdf_next_stream(PdfStream *out, Slice bytes, size_t *at);
/* Undoes the filters of a stream, one after another, and the predictor. */
PdfOpening pdf_open_stream(Buf *out, const PdfStream *stream);
/* Are the strings and streams of the file encrypted? */
bool pdf_is_encrypted(Slice bytes);

/* The offset of a key's value in the text of a dictionary, as "/Type"; n when
 * the key is not there. A key of a dictionary inside it counts as well. */
size_t pdf_value(Slice dictionary, Slice key);
/* What separates the words of the format: white space and delimiters. */
bool pdf_is_space(char c);
bool pdf_is_regular(char c);

#endif
