/*
 * decode.h - located nodes to typed values, by the schema table.
 *
 * Says everything that is wrong with a file by itself: unknown and missing
 * fields, values of the wrong type. What takes other files (references,
 * media, vocabularies) is linked by the corpus.
 */
#ifndef RECORD_DECODE_H
#define RECORD_DECODE_H

#include "record/record.h"
#include "source/body.h"

typedef struct Decoder {
	Arena *arena;
	Diags *diags;
	const Body *file; /* the lines of the YAML at hand; decode_record() sets it */
} Decoder;

/* Decodes a map of an owner. Wrong values are diagnosed and left out. */
void decode_map(Decoder *d, Rec *out, Owner owner, const Node *map);
/* Decodes a whole record from the bytes of its file, by its extension: .md
 * (front matter and body) or .yaml. False when nothing could be read. */
bool decode_record(Decoder *d, Record *out, Slice bytes, Slice file_path);
/* A checked address: https:, http:, mailto:, tel:, or a path on the site. */
bool decode_url_valid(Slice url);

#endif
