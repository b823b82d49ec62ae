/*
 * record.h - one record, decoded: private.
 *
 * Values have the type that the schema gives their field. Only fields that
 * were written are kept; rec_get() finds one. Everything is in the corpus's
 * arena and immutable once the corpus is loaded.
 */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/date.h"
#include "record/schema.h"
#include "source/markdown.h"
#include "source/yaml.h"

typedef struct Val Val;
typedef struct Rec Rec;
typedef struct Record Record;
typedef struct MediaFile MediaFile;

struct Val {
	FieldId field;
	Loc loc; /* of the value */
	union {
		Slice text; /* STRING, ALT, URL, BASE_URL, PATH, ZONE, NUMBER, SLUG */
		bool flag;
		int64_t number;
		Date date;
		Moment moment;
		EnumRow choice;
		struct {
			Slice id;
			const Record *target; /* set when the corpus is linked; NULL: dangling, diagnosed */
		} ref;                        /* REF, TWIN */
		struct {
			Slice path;            /* "media/x.jpg" */
			const MediaFile *file; /* likewise */
		} media;
		struct {
			Slice id;
			const Rec *word; /* likewise: its row in policy.yaml */
		} vocab;
		const MdNode *prose; /* TEXT, BODYTEXT */
		const Rec *map;
		const Node *free; /* FREE */
		struct {
			Val *items;
			size_t n;
		} list;
	} as;
};

struct Rec {
	Owner owner;
	Loc loc;
	Val *vals; /* in the order written */
	size_t n;
};

struct Record {
	Kind kind;
	Slice id;     /* file name without folder and extension; empty for single files */
	Slice path;   /* as shown: "content/mentors/ivanova.md"; of a sidecar: the file it describes, "media/x.jpg" */
	size_t index; /* among its kind, by id */
	Rec rec;
};

/* The value of a field; NULL when it was not written. f must belong to the owner. */
const Val *rec_get(const Rec *r, FieldId f);
/* Typed shorthands; the empty slice, `otherwise`, DATE_NONE … when absent. */
Slice rec_text(const Rec *r, FieldId f);
bool rec_flag(const Rec *r, FieldId f);
Date rec_date(const Rec *r, FieldId f);
int64_t rec_int(const Rec *r, FieldId f, int64_t otherwise);
EnumRow rec_choice(const Rec *r, FieldId f, EnumRow otherwise);
const Rec *rec_map(const Rec *r, FieldId f);
const Record *rec_ref(const Rec *r, FieldId f);
/* Items of a list field; n = 0 when absent. */
const Val *rec_list(const Rec *r, FieldId f, size_t *n);

#endif
