/*
 * silence.h - a content tree with a canary in every value that can hold one, and every way to damage it.
 *
 * Grown from the schema, so that a new field has its canary the day it is
 * added. There are two kinds of mark:
 *
 *	a canary («щъыж…», "zqx…", the year 1987, +7 (987) 198-71-98) is a value: no
 *	word of the program may repeat it;
 *	a place ("vjk…") may be named. These are all there are, each by the contract:
 *	  ids of records, names of files          cli.md: a diagnostic names its file
 *	  keys, as the curator wrote them         cli.md: поле «experience»
 *	  prefixes of pages in consents, numbers  publication.md: explain says where
 *	  of programmes, which are addresses
 *	  the theme                               names a folder
 *	  clauses of the school's act             cli.md: explain names the clause
 *
 * Days on which something turns are told by explain and next, and are no canaries.
 */
#ifndef TESTS_SILENCE_H
#define TESTS_SILENCE_H

#include "base/arena.h"
#include "base/buf.h"
#include "record/schema.h"

typedef enum Shape {
	AS_VALUE, /* the text stands for the value; @: a Cyrillic canary, $: a Latin one */
	AS_BODY,  /* the text stands for the body */
	LEFT_OUT, /* the field is missing */
	TWICE,    /* the key is there twice */
	MISSPELT, /* the key has a letter too many */
	UNKNOWN,  /* a key of no schema stands beside */
	MERGED,   /* a merge key of YAML stands beside */
	SOUND,
} Shape;

typedef struct Damage {
	Shape shape;
	const char *text;
} Damage;

static const Damage damages[] = {
        {LEFT_OUT, NULL},
        {TWICE, NULL},
        {MISSPELT, NULL},
        {UNKNOWN, NULL},
        {MERGED, NULL},
        /* of another type */
        {AS_VALUE, "@"},
        {AS_VALUE, "$"},
        {AS_VALUE, ""},
        {AS_VALUE, "\"\""},
        {AS_VALUE, "[@, @]"},
        {AS_VALUE, "[[@], [@]]"},
        {AS_VALUE, "{vjkkey: @}"},
        {AS_VALUE, "[{vjkkey: @}]"},
        {AS_VALUE, "[$same, $same]"},
        {AS_VALUE, "98719871987"},
        {AS_VALUE, "-1987"},
        {AS_VALUE, "1987-19-87"},
        {AS_VALUE, "1987-02-30"},
        {AS_VALUE, "1987-06-05T98:71"},
        {AS_VALUE, "\"@\\n@\""},
        {AS_VALUE, "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@"},
        /* addresses, paths, references */
        {AS_VALUE, "\"javascript:$\""},
        {AS_VALUE, "\"https://$ $/\""},
        {AS_VALUE, "\"ftp://$.example/\""},
        {AS_VALUE, "\"https://$.example/?$#$\""},
        {AS_VALUE, "\"../$/\""},
        {AS_VALUE, "[\"../$?$\"]"},
        {AS_VALUE, "media/$.png"},
        {AS_VALUE, "[media/$.png]"},
        {AS_VALUE, "media/../$.png"},
        /* texts */
        {AS_VALUE, "\"<b>@</b>\""},
        {AS_VALUE, "\"[@](javascript:$)\""},
        {AS_VALUE, "\"[@]() [](https://$.example/)\""},
        {AS_VALUE, "\"[здесь](https://$.example/@)\""},
        {AS_VALUE, "\"[@]($/nowhere/)\""},
        {AS_VALUE, "\"![@](media/$.png) ![@](https://$.example/$.png)\""},
        {AS_VALUE, "\"[[person:$]] [[$:$]] [[@]]\""},
        {AS_VALUE, "\"# @\\n\\n### @\""},
        {AS_VALUE, "\"> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > @\""},
        /* characters */
        {AS_VALUE, "\"@\\x07@\""},
        {AS_VALUE, "\"@\x07@\""},
        {AS_VALUE, "\"@&#7;@\""},
        {AS_VALUE, "\"@\xff@\""},
        /* no YAML, or too much of it */
        {AS_VALUE, "\"@"},
        {AS_VALUE, "&$ @"},
        {AS_VALUE, "*$"},
        {AS_VALUE, "!$ @"},
        {AS_VALUE, "@: @: @"},
        {AS_VALUE, "@\n---\n@: @"},
        {AS_VALUE, "{? [@] : @}"},
        {AS_VALUE, "[[[[[[[[[[[[[[[[[[[[@]]]]]]]]]]]]]]]]]]]]"},
        {AS_VALUE, "\t@\n @"},
        /* the text below the front matter */
        {AS_BODY, "<b>@</b>\n"},
        {AS_BODY, "[@](javascript:$) [@]() [здесь](https://$.example/@) [@]($/nowhere/)\n"},
        {AS_BODY, "![@](media/$.png) ![@](https://$.example/$.png)\n"},
        {AS_BODY, "[[person:$]] [[$:$]] [[@]] [[@\n"},
        {AS_BODY, "## @\n\n#### @\n"},
        {AS_BODY, "@\x07@\n\n@\xff\n"},
        {AS_BODY, "> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > @\n"},
        {AS_BODY, "---\n@: @\n---\n"},
};

enum { EVERY_SCALAR = 100000, EVERY_MAP };
enum { DAMAGES = sizeof damages / sizeof *damages };
static const Damage sound = {SOUND, NULL};

typedef struct Grower {
	Buf *out;
	unsigned canaries; /* given out so far */
	bool withdrawn;    /* all consents are */
	bool draft;        /* all records are */
	size_t at, target; /* fields written so far in this file; the one to damage, or EVERY_SCALAR, EVERY_MAP */
	const Damage *damage;
	bool hit;
} Grower;

static inline void put_number(Buf *out, unsigned n, const char *letters)
{
	for (int i = 0; i < 3; i++, n /= 10) {
		buf_add(out, slice_sub(slice_of(letters), n % 10 * 2, n % 10 * 2 + 2));
	}
}

static inline void put_canary(Grower *g)
{
	buf_str(g->out, "Щъыж");
	put_number(g->out, g->canaries++, "абвгдеклмн");
}

static inline void put_latin(Grower *g)
{
	buf_str(g->out, "zqx");
	put_number(g->out, g->canaries++, "babecadafegokolimanu");
}

static inline void put_damaged(Grower *g, const char *text)
{
	for (; *text; text++) {
		if (*text == '@') {
			put_canary(g);
		} else if (*text == '$') {
			put_latin(g);
		} else {
			buf_byte(g->out, *text);
		}
	}
}

/* Days that turn something, for which explain and next are asked; any other is in 1987. */
static inline const char *day_of(const Grower *g, FieldId f)
{
	switch ((int)f) {
	case F_consent_signed:
		return "2024-02-01";
	case F_consent_until:
		return "2030-03-01";
	case F_consent_withdrawn:
		return g->withdrawn ? "2025-02-01" : "2029-02-01";
	case F_person_minor_until:
		return "2020-01-01";
	case F_programme_start:
		return "2024-09-01";
	case F_programme_end:
	case F_programme_extended_to:
		return "2027-05-31";
	case F_completion_date:
		return "2025-05-31";
	case F_document_from:
		return "2023-01-01";
	case F_document_until:
		return "2031-01-01";
	default:
		break;
	}
	Slice name = schema_field(f)->name;
	return slice_is(name, "publish_from")    ? "2022-01-01"
	       : slice_is(name, "publish_until") ? "2032-01-01"
	                                         : "1987-06-05";
}

static inline void put_map(Grower *g, Owner owner, bool top);

static inline void put_string(Grower *g, FieldId f)
{
	const FieldInfo *info = schema_field(f);
	if (f == F_site_theme) {
		buf_str(g->out, "school");
	} else if (info->owner == O_clauses) {
		buf_printf(g->out, "vjk %.*s", SLICE_ARG(info->name));
	} else if (slice_is(info->name, "phone")) {
		buf_str(g->out, "\"+7 (987) 198-71-98\"");
	} else if (slice_is(info->name, "email")) {
		put_latin(g);
		buf_str(g->out, "@zqx.example");
	} else {
		put_canary(g);
	}
}

static inline void put_scalar(Grower *g, FieldId f)
{
	const FieldInfo *info = schema_field(f);
	size_t n;
	switch (info->type) {
	case TYPE_STRING:
	case TYPE_ALT:
		put_string(g, f);
		break;
	case TYPE_TEXT:
	case TYPE_BODYTEXT:
		put_canary(g);
		buf_byte(g->out, ' ');
		put_canary(g);
		break;
	case TYPE_BOOL:
		buf_str(g->out, slice_is(info->name, "draft") && !g->draft ? "false" : "true");
		break;
	case TYPE_INT:
		buf_printf(g->out, "%lld", slice_is(info->name, "year") ? 1987LL : (long long)schema_range_low(info));
		break;
	case TYPE_DATE:
		buf_str(g->out, day_of(g, f));
		break;
	case TYPE_MOMENT:
		buf_str(g->out, "2030-10-01T15:00");
		break;
	case TYPE_ENUM:
		buf_add(g->out, schema_enum_word(schema_enum((EnumId)info->of, &n))->id);
		break;
	case TYPE_REF:
	case TYPE_TWIN:
		buf_str(g->out, "vjk");
		break;
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		buf_str(g->out, "media/vjk.png");
		break;
	case TYPE_URL:
	case TYPE_BASE_URL:
		buf_str(g->out, "https://");
		put_latin(g);
		buf_str(g->out, ".example/zqx/");
		break;
	case TYPE_PATH:
		put_latin(g);
		buf_byte(g->out, '/');
		break;
	case TYPE_ZONE:
		buf_str(g->out, "Europe/Moscow");
		break;
	case TYPE_NUMBER:
		buf_str(g->out, "vjk-1");
		break;
	case TYPE_SLUG:
	case TYPE_VOCAB:
		buf_str(g->out, "zqxword");
		break;
	case TYPE_FREE:
		buf_str(g->out, "{accent: \"#1f5f8b\"}");
		break;
	case TYPE_MAP:
		put_map(g, (Owner)info->of, false);
		break;
	}
}

static inline void put_sections(Buf *out)
{
	size_t n;
	EnumRow first = schema_enum(ENUM_section, &n);
	for (size_t i = 0; i < n; i++) {
		buf_printf(out, "%s%.*s", i ? ", " : "", SLICE_ARG(schema_enum_word((EnumRow)(first + i))->id));
	}
}

static inline void put_all_categories(Buf *out)
{
	size_t n;
	EnumRow first = schema_enum(ENUM_category, &n);
	for (size_t i = 0; i < n; i++) {
		buf_printf(out, "%s%.*s", i ? ", " : "", SLICE_ARG(schema_enum_word((EnumRow)(first + i))->id));
	}
}

static inline void put_value(Grower *g, FieldId f)
{
	bool list = schema_field(f)->list;
	buf_str(g->out, list ? "[" : "");
	if (f == F_policy_sections) {
		put_sections(g->out);
	} else if (f == F_consent_covers) {
		put_all_categories(g->out);
	} else if (f == F_consent_pages) {
		buf_str(g->out, "\"\", mentors/");
	} else {
		put_scalar(g, f);
	}
	buf_str(g->out, list ? "]" : "");
}

static inline void put_pair(Grower *g, FieldId f, const char *more)
{
	buf_add(g->out, schema_field(f)->name);
	buf_str(g->out, more);
	buf_str(g->out, ": ");
	put_value(g, f);
}

static inline void put_field(Grower *g, FieldId f, const char *end)
{
	bool map = schema_field(f)->type == TYPE_MAP;
	bool here = g->target == g->at++ || g->target == (map ? EVERY_MAP : EVERY_SCALAR);
	Shape shape = here ? g->damage->shape : SOUND;
	g->hit |= here;
	if (shape == LEFT_OUT) {
		return;
	}
	if (shape == AS_VALUE && f == F_site_theme) {
		buf_str(g->out, "theme: vjktheme\n");
		return;
	}
	if (shape == AS_VALUE) {
		buf_add(g->out, schema_field(f)->name);
		buf_str(g->out, ": ");
		put_damaged(g, g->damage->text);
		buf_str(g->out, end);
		return;
	}
	put_pair(g, f, shape == MISSPELT ? "x" : "");
	buf_str(g->out, end);
	if (shape == TWICE) {
		put_pair(g, f, "");
	} else if (shape == UNKNOWN || shape == MERGED) {
		buf_str(g->out, shape == MERGED ? "<<: {vjkkey: " : "vjkkey: ");
		put_canary(g);
		buf_str(g->out, shape == MERGED ? "}" : "");
	}
	buf_str(g->out, shape == SOUND || shape == MISSPELT ? "" : end);
}

static inline void put_map(Grower *g, Owner owner, bool top)
{
	size_t n;
	const FieldId *fields = schema_fields(owner, &n);
	buf_str(g->out, top ? "" : "{");
	for (size_t i = 0; i < n; i++) {
		if (schema_field(fields[i])->type != TYPE_BODYTEXT) {
			put_field(g, fields[i], top ? "\n" : ", ");
		}
	}
	buf_str(g->out, top ? "" : "}");
}

static inline void put_body(Grower *g)
{
	buf_str(g->out, "---\n");
	if (g->damage->shape == AS_BODY) {
		put_damaged(g, g->damage->text);
		g->hit |= g->target == 0;
	} else {
		put_canary(g);
		buf_str(g->out, " [[person:vjk]].\n");
	}
}

/* The record of a kind, with the field at place `target` damaged; false when it has no such place. */
static inline bool grow(Grower *g, Kind kind, size_t target, const Damage *damage)
{
	bool body = schema_kind(kind)->body;
	buf_clear(g->out);
	g->at = 0;
	g->target = damage->shape == SOUND || damage->shape == AS_BODY ? SIZE_MAX : target;
	g->damage = damage;
	g->hit = false;
	buf_str(g->out, body ? "---\n" : "");
	put_map(g, kind, true);
	g->target = target;
	if (body) {
		put_body(g);
	}
	return g->hit;
}

/* "people/vjk.yaml" */
static inline Slice path_of(Arena *a, Kind kind)
{
	const KindInfo *k = schema_kind(kind);
	if (k->files == FILES_SIDECAR) {
		return SL("media/vjk.png.yaml");
	}
	return arena_printf(a, "%.*s%s%s", SLICE_ARG(k->folder), k->files == FILES_FOLDER ? "/vjk" : "",
	                    k->body ? ".md" : ".yaml");
}

#endif
