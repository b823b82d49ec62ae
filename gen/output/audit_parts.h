/*
 * audit_parts.h - what the parts of the audit share: private to output/audit*.c.
 */
#ifndef OUTPUT_AUDIT_PARTS_H
#define OUTPUT_AUDIT_PARTS_H

#include "base/automaton.h"
#include "base/map.h"
#include "base/vec.h"
#include "base/word.h"
#include "output/audit.h"
#include "output/withheld.h"

struct sb_stemmer;

enum {
	PHRASE_WORDS = 32,            /* at most in a phrase */
	NAME_PARTS = 4,               /* of a surname, joined by hyphens */
	WORDS_BEFORE = NAME_PARTS + 1 /* that are looked at before a surname */
};

typedef enum NeedleKind {
	NEEDLE_FAMILY, /* a surname in Cyrillic, in some case */
	NEEDLE_LATIN,  /* the same in Latin letters */
	NEEDLE_STEM,   /* the same as the search index has it */
	NEEDLE_PAIR,   /* a given name and a patronymic */
	NEEDLE_TEXT,   /* words of a text in a row, an address, a phone */
	NEEDLE_FILE,   /* the name of a record's file */
	NEEDLE_KINDS
} NeedleKind;

/* A given name or a patronymic: the words that may stand for it beside a surname. */
typedef struct NameWords {
	const Slice *items; /* plain, in every case, Cyrillic and Latin */
	size_t n;
	const Slice *initials;
	size_t initial_count;
} NameWords;

typedef struct AuditPerson {
	const Record *record;
	Naming somewhere, everywhere;
	const NameWords *given, *patronymic; /* NULL: none, or nobody asks */
} AuditPerson;

/* All who write their surname alike. */
typedef struct Family {
	Slice name;                /* folded */
	VEC(AuditPerson *) people; /* in order of their files */
	bool sought;               /* somebody's full name is not public everywhere, or it is double */
	bool prepared;             /* the people have their words */
} Family;

typedef struct Needle {
	NeedleKind kind;
	bool common;               /* the words are public by themselves */
	bool common_stem;          /* FAMILY: it is also the stem of a public word */
	bool weak;                 /* too short to mean anything but beside a name */
	uint32_t next;             /* another of this phrase, + 1; 0: none */
	Family *family;            /* FAMILY, LATIN, STEM */
	const AuditPerson *person; /* PAIR */
	Slice file, field;         /* whose value it is, for diagnostics; FILE has no field */
	Slice name;                /* FILE: as it is spelt */
} Needle;

struct Audit {
	Arena arena;
	Withheld withheld;
	Automaton *automaton;
	struct sb_stemmer *stemmer; /* for the making alone */
	VEC(Needle) needles;
	VEC(uint32_t) by_phrase; /* the first needle of each phrase, + 1 */
	AuditPerson *people;     /* by index of the record */
	VEC(Family *) families;  /* in order of their first person */
	Map by_family;
	Map phones; /* digits → index of the needle, as uint32_t *; a phone is no phrase */
	Map name_words;
};

/* Where a text was read: decides who may be named in it. */
typedef struct AuditPage {
	Slice page;
	bool index; /* no page: whoever is named somewhere may be named here */
	bool terms; /* of the search index: stems, and no words */
} AuditPage;

/* --- audit_needles.c: the table --- */

/* The first needle of a phrase, and the one after; NULL at the end. */
const Needle *audit_needles_of(const Audit *a, uint32_t phrase);
const Needle *audit_needle_after(const Audit *a, const Needle *n);
/* Adds a needle for a phrase of the automaton. Valid until the next is added. */
Needle *audit_add(Audit *a, NeedleKind kind, uint32_t phrase);
/* The same for the words of a text; NULL when it has none. Until the automaton is closed. */
Needle *audit_add_words(Audit *a, NeedleKind kind, Slice text);
/* From now on what the needle seeks is no leak; what is a stem, not in the search index. */
void audit_set_common(Audit *a, const Needle *n);
void audit_set_common_stem(Audit *a, const Needle *n);
/* The stem of a Russian word as the search index has it (render/words.h), plain. */
void audit_stem(Buf *out, struct sb_stemmer *stemmer, Slice word);

/* --- audit_names.c: who is sought by which words --- */

void audit_collect_names(Audit *a);
/* Once the automaton is closed: those who are named everywhere, beside their namesakes. */
void audit_collect_namesakes(Audit *a);

/* --- audit_judge.c: what a name that was found means --- */

typedef enum Judgement { JUDGED_FINE, JUDGED_AMBIGUOUS, JUDGED_LEAK } Judgement;

typedef struct Sighting {
	Slice text;                  /* that was read */
	size_t from, to;             /* the surname in it */
	size_t before[WORDS_BEFORE]; /* where the last word before it, the one before that … begin; SIZE_MAX: none */
	AuditPage where;
	const Needle *whole; /* of a surname that this is only a part of; from and to are then its own */
} Sighting;

/* Of a surname; unless it is fine, *who is the person that it may be and *field what it says of them. */
Judgement audit_judge_family(const Audit *a, uint32_t phrase, NeedleKind kind, const Sighting *s,
                             const AuditPerson **who, Slice *field);
/* How much of the person's name may stand there. */
Naming audit_naming(const Audit *a, const AuditPerson *p, const AuditPage *where);

/* --- audit_double.c: parts of surnames --- */

/* Widens the sighting to the surname that it is a part of, if there is one: «Дьякова»
 * in «Мельникова-Дьякова», when somebody in the records bears that. */
void audit_find_whole(const Audit *a, Sighting *s);

/* --- audit_texts.c: closed and unreleased texts, contacts, names of files --- */

void audit_collect_texts(Audit *a);
/* The digits of a phone without the prefix of the country or of long distance. */
void audit_phone(Buf *out, Slice text);

/* --- audit_common.c: what is public by itself --- */

void audit_mark_common(Audit *a, AuditTexts common);

/* --- audit_scan.c: one file --- */

typedef struct Finding {
	Judgement judgement;
	const Family *family; /* AMBIGUOUS: the name */
	Slice file, field;    /* the record's; no field: the name of the file itself */
	Slice inner;          /* of a packed file: the part; else nothing */
	unsigned line, col;   /* 0: the whole file */
} Finding;

typedef VEC(Finding) Findings;
typedef struct Scan Scan; /* what one thread needs */

Scan *audit_scan_new(const Audit *a);
void audit_scan_free(Scan *s);
/* Adds what is found in a file, and in its name, once each; `inner` is put into
 * the arena. A packed part that equals `same` has been read before. True when
 * all of the file could be opened. */
bool audit_scan_file(Scan *s, Findings *out, Arena *arena, Slice path, Slice bytes, Slice same);

#endif
