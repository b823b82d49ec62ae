/*
 * schema.h - the table of schema.def as data.
 *
 * Private: it speaks of closed fields too. Rendering sees its public part as
 * shapes (redact/public.h).
 */
#ifndef RECORD_SCHEMA_H
#define RECORD_SCHEMA_H

#include "base/diag.h"

/* Whatever holds fields: a kind of record, or a map inside a field. Kinds come first. */
typedef enum Owner {
#define KIND(kind, folder, files, body, page, ru, en) O_##kind,
#include "record/schema.def"
	OWNER_KINDS,
	OWNER_BEFORE_MAPS = OWNER_KINDS - 1,
#define MAPTYPE(map) O_##map,
#include "record/schema.def"
	OWNER_COUNT
} Owner;

typedef Owner Kind; /* below OWNER_KINDS */

typedef enum FieldId {
#define FIELD(owner, name, type, of, card, need, class, ru, en, ru_help, en_help) F_##owner##_##name,
#include "record/schema.def"
	FIELD_COUNT
} FieldId;

typedef enum FieldType {
	TYPE_STRING,   /* one line, trimmed, NFC */
	TYPE_ALT,      /* a string that may be empty: a decorative picture */
	TYPE_TEXT,     /* CommonMark */
	TYPE_BODYTEXT, /* CommonMark below the front matter; never a key */
	TYPE_BOOL,
	TYPE_INT,
	TYPE_DATE,
	TYPE_MOMENT,
	TYPE_ENUM,
	TYPE_REF,
	TYPE_TWIN,  /* id of a document or of a method */
	TYPE_MEDIA, /* path below media/ */
	TYPE_IMAGE, /* the same, a picture */
	TYPE_URL,
	TYPE_BASE_URL, /* absolute, ends with '/' */
	TYPE_PATH,     /* of the site, without a leading '/' once decoded */
	TYPE_ZONE,     /* IANA name */
	TYPE_NUMBER,   /* of a programme */
	TYPE_SLUG,     /* id of a word of a vocabulary */
	TYPE_VOCAB,    /* a word of policy.forms or policy.kinds */
	TYPE_FREE,     /* map of scalars, checked elsewhere */
	TYPE_MAP,
} FieldType;

typedef enum Class {
	CLASS_OPEN,
	CLASS_CONSENT, /* of the category in `category` */
	CLASS_RESULT,
	CLASS_CLOSED,
	CLASS_HOLDER, /* as the field that holds the map */
	/* Open under a condition of their own (content.md): */
	CLASS_PLAN,       /* policy.programmes is full */
	CLASS_COMPLETION, /* from the day of completion on */
	CLASS_SURVEY,     /* respondents >= min_group */
} Class;

typedef enum Vocab { VOCAB_forms, VOCAB_kinds } Vocab;
typedef enum Files { FILES_SINGLE, FILES_FOLDER, FILES_SIDECAR } Files;

/* The words of the closed lists, in schema order. */
typedef enum EnumRow {
#define ENUM(enumeration, value, ru, en) ER_##enumeration##_##value,
#include "record/schema.def"
	ENUM_ROWS
} EnumRow;

typedef enum EnumId {
	ENUM_language,
	ENUM_model,
	ENUM_section,
	ENUM_ground,
	ENUM_detail,
	ENUM_minors,
	ENUM_category,
	ENUM_signer,
	ENUM_activity_status,
	ENUM_partner_type,
	ENUM_act_level,
	ENUM_act_type,
	ENUM_act_status,
	ENUM_reader,
	ENUM_event_form,
	ENUM_award_level,
	ENUM_respondent,
	ENUM_COUNT
} EnumId;

typedef struct EnumWord {
	EnumId of;
	Slice id;
	const char *title[2]; /* by Lang */
} EnumWord;

typedef struct FieldInfo {
	Owner owner;
	Slice name;
	FieldType type;
	int64_t of; /* Owner, EnumId, Vocab, or RANGE */
	bool list;
	bool needed;
	Class class;
	EnumRow category;               /* of CLASS_CONSENT */
	const char *title[2], *help[2]; /* by Lang */
} FieldInfo;

typedef struct KindInfo {
	Slice name;   /* "mentor" */
	Slice folder; /* "mentors"; of a single file its stem */
	Files files;
	bool body, page;
	const char *title[2];
} KindInfo;

const FieldInfo *schema_field(FieldId f);
/* Ids of an owner's fields, in schema order. */
const FieldId *schema_fields(Owner owner, size_t *n);
/* The field an owner has under a name; FIELD_COUNT when none. The body is not found: it is no key. */
FieldId schema_find(Owner owner, Slice name);
/* The nearest name to a mistaken one (at most a third of its letters wrong); FIELD_COUNT when none is near. */
FieldId schema_nearest(Owner owner, Slice name);
const KindInfo *schema_kind(Kind kind);
Slice schema_owner_name(Owner owner);
/* The kind called so ("mentor", or its folder "mentors"); OWNER_KINDS when none. */
Kind schema_kind_named(Slice name);
const EnumWord *schema_enum_word(EnumRow row);
/* First row and number of words of a closed list. */
EnumRow schema_enum(EnumId id, size_t *n);
/* The row of a word; ENUM_ROWS when the list has none. */
EnumRow schema_enum_find(EnumId id, Slice word);
/* "a, b, c": the words of a list, for messages. */
void schema_enum_list(Buf *out, EnumId id);
int64_t schema_range_low(const FieldInfo *f);
int64_t schema_range_high(const FieldInfo *f);
/* Edit distance of two short texts (Damerau, code points), stopped at `limit`. */
size_t schema_distance(Slice a, Slice b, size_t limit);

#endif
