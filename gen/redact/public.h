/*
 * public.h - all that rendering may see.
 *
 * Public values are made in one place, project(), from an allow-list: what is
 * not here cannot be printed. Rendering code includes this header and nothing
 * of record/ or source/ (proved by make lint).
 *
 * A consent may name the pages it holds for (publication.md, rule 1), so a
 * value may be public on one page and not on another. Every value therefore
 * carries its scope, and is only ever reached through pub_on(), which takes
 * the page. A person is an ALT: the full name where that is agreed to, else
 * family name and initials, else the stand-in.
 *
 * Everything lives in the PubSite's arena, is immutable after project(), and
 * may be read by many threads.
 */
#ifndef REDACT_PUBLIC_H
#define REDACT_PUBLIC_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"

typedef enum PubType {
	PUB_BOOL,
	PUB_INT,
	PUB_TEXT, /* plain text, to be escaped wherever it is put */
	PUB_HTML, /* markup that we made ourselves, with holes: see below */
	PUB_URL,  /* a checked address: absolute, or a page's path with its hole */
	PUB_DATE,
	PUB_MOMENT, /* wall time in the site's zone */
	PUB_TERM,   /* a word of a closed or the policy's vocabulary: id and title */
	PUB_LIST,
	PUB_MAP,
	PUB_ALT,    /* the first alternative whose scope covers the page */
	PUB_RECORD, /* another public record: reads as the map of its fields */
	PUB_MEDIA,  /* a picture or a file of the site */
} PubType;

/*
 * Holes in PUB_HTML and PUB_URL, control characters that no input can hold:
 *   PUB_HOLE_BASE            the site's base ("/nastavnichestvo/", or the absolute
 *                            one in feeds and fragments)
 *   PUB_HOLE_MEDIA n ';'     picture n of PubSite.media, as <img> or <picture>
 *   PUB_HOLE_FILE n ';'      address of file n of PubSite.media
 *   PUB_HOLE_SIZE n ';'      its type and size («PDF, 240 КБ»)
 */
#define PUB_HOLE_BASE '\x01'
#define PUB_HOLE_MEDIA '\x02'
#define PUB_HOLE_FILE '\x03'
#define PUB_HOLE_SIZE '\x04'

/* The pages on which a value may stand: those that begin with one of the prefixes. */
typedef struct PubScope {
	size_t n; /* 0: nowhere */
	const Slice *prefix;
} PubScope;

typedef struct Pub Pub;
typedef struct PubRecord PubRecord;
typedef struct PubMedia PubMedia;

typedef struct PubEntry PubEntry;

struct Pub {
	PubType type;
	const PubScope *scope; /* NULL: every page */
	union {
		bool flag;
		int64_t number;
		Slice text; /* TEXT, HTML, URL */
		Date date;
		Moment moment;
		struct {
			Slice id, title;
		} term;
		struct {
			const Pub *const *items;
			size_t n;
		} list; /* LIST and ALT */
		struct {
			PubEntry *entries; /* in the order set */
			size_t n, cap;
		} map;
		const PubRecord *record;
		const PubMedia *media;
	} as;
};

struct PubEntry {
	Slice key;
	const Pub *value;
};

typedef enum PubKind {
	PUB_MENTORS,
	PUB_MENTEES,
	PUB_PROGRAMMES,
	PUB_PARTNERS,
	PUB_CASES,
	PUB_DOCUMENTS,
	PUB_METHODS,
	PUB_NEWS,
	PUB_EVENTS,
	PUB_AWARDS,
	PUB_SURVEYS,
	PUB_PAGES,
	PUB_KINDS
} PubKind;

struct PubRecord {
	PubKind kind;
	Slice id;             /* public identity: file id, a programme's number; empty if the kind has no page */
	Slice page;           /* its own page ("mentors/ivanova/"), or the list that shows it ("mentees/") */
	Pub self;             /* PUB_RECORD pointing here, scoped as the record is */
	Pub fields;           /* PUB_MAP; names of content.md, plus name, url, id or number */
	Slice text;           /* plain text of the body, for search; public on its own page */
	const Slice *anchors; /* ids in the body: headings and numbered clauses */
	size_t anchor_count;
	Date updated;         /* day of the last public change (law of dates), or DATE_NONE */
	const Slice *aliases; /* paths that redirect here */
	size_t alias_count;
};

typedef enum MediaType { MEDIA_JPEG, MEDIA_PNG, MEDIA_WEBP, MEDIA_FILE } MediaType;

/* One form of a picture, as written to the output. */
typedef struct PubVariant {
	Slice path;             /* below the site: "media/3f2a….webp" */
	unsigned width, height; /* pixels */
} PubVariant;

struct PubMedia {
	size_t index; /* in PubSite.media */
	MediaType type;
	Slice stem;            /* the file's own name without folder and extension; of files only */
	Slice ext;             /* lower case, without the dot */
	Slice bytes;           /* as committed, metadata and all: for render/image.c alone, never copied for pictures */
	const Pub *alt;        /* TEXT or ALT; a TEXT of no bytes: decorative */
	const Pub *caption;    /* TEXT, or NULL */
	const Pub *credit;     /* TEXT, or NULL */
	const Pub *title;      /* TEXT: of a document, or NULL */
	const Pub *accessible; /* URL of the page with its text, or NULL */
	bool tagged;           /* an accessible PDF by its sidecar's word */
	bool used;             /* some public value refers to it */
	/* Filled once by render/image.c, before any page is rendered. */
	struct PubPicture {
		PubVariant *original; /* in the original format, by width */
		PubVariant *webp;
		size_t original_count, webp_count;
		Slice path;    /* of a file: "media/blank.1f3c….pdf" */
		uint64_t size; /* bytes of what is linked to */
		bool shown;    /* a page or a file of the site leads to `path`: set while they are made */
		bool drawn;    /* a page shows it, in whichever size the browser likes: likewise */
	} * out;
};

/* One cell of a published breakdown; title empty: the merged cell («другие»). */
typedef struct PubCell {
	Slice title;
	int64_t count;
} PubCell;

typedef struct PubBreakdown {
	const char *id; /* "programmes_by_form", "programmes_by_kind", "programmes_by_year", "mentors_by_subject" */
	const PubCell *cells;
	size_t n;
	bool merged; /* the last cell stands for several */
} PubBreakdown;

/* Publication.md, rule 7: what a person has forbidden or made a condition. */
typedef struct PubNotice {
	const Pub *name;     /* scoped to consents/ */
	const Slice *covers; /* titles of the categories */
	size_t cover_count;
	const Pub *conditions; /* HTML */
} PubNotice;

/* The sections of a policy, in its order (content.md, policy.sections). */
typedef enum PubSection {
	SECTION_MENTORS,
	SECTION_MENTEES,
	SECTION_PROGRAMMES,
	SECTION_PORTFOLIOS,
	SECTION_PARTNERS,
	SECTION_CASES,
	SECTION_DOCUMENTS,
	SECTION_METHODS,
	SECTION_NEWS,
	SECTION_EVENTS,
	SECTION_ROADMAP,
	SECTION_AWARDS,
	SECTION_STATS,
	SECTION_FORMS,
	PUB_SECTIONS
} PubSection;

typedef struct PubList {
	const PubRecord *const *items; /* in public order: see project.h */
	size_t n;
} PubList;

typedef struct PubSite {
	Arena arena;
	Arena *workers; /* of the threads that projected */
	unsigned worker_count;
	Pub site;           /* MAP: site.yaml */
	Pub policy;         /* MAP: policy.yaml, its public part */
	const Pub *roadmap; /* MAP, or NULL */
	PubList kinds[PUB_KINDS];
	PubSection sections[PUB_SECTIONS]; /* those ordered, in menu order */
	size_t section_count;
	PubMedia **media;
	size_t media_count;
	const PubBreakdown *breakdowns;
	size_t breakdown_count;
	const PubNotice *notices;
	size_t notice_count;
	/* Totals by rule 12. */
	int64_t mentors, mentees, programmes, partners;
	Slice base_url;  /* "https://school.example/nastavnichestvo/" */
	Slice base_path; /* "/nastavnichestvo/" */
	Slice language;  /* "ru" or "en" */
	Slice timezone;
	Slice theme;
	Date today; /* D. For choosing, never for printing (law of stillness). */
} PubSite;

void pubsite_free(PubSite *s);

/* Does the scope cover a page (its path, "" for the front page)? NULL covers all. */
bool pub_scope_covers(const PubScope *scope, Slice page);
/* What v is on a page: v itself, the alternative that holds there, or NULL. NULL gives NULL. */
const Pub *pub_on(const Pub *v, Slice page);
/* A field of a map or record on a page; NULL when there is none. */
const Pub *pub_get(const Pub *map, Slice key, Slice page);
/* Text of a field that is TEXT, URL or TERM (its title) on a page; else the empty slice. */
Slice pub_text(const Pub *map, const char *key, Slice page);
Date pub_date(const Pub *map, const char *key, Slice page); /* DATE, or MOMENT's day; DATE_NONE */
bool pub_flag(const Pub *map, const char *key, Slice page);
/* Has the record's body an element of this id? */
bool pub_anchor(const PubRecord *r, Slice id);
/* True when the site has the section. */
bool pub_section(const PubSite *s, PubSection section);

/* Builders: used by the projection, and by pages for what they add. All in arena a. */
Pub *pub_new(Arena *a, PubType type);
const Pub *pub_new_text(Arena *a, Slice text);
const Pub *pub_new_html(Arena *a, Slice html);
const Pub *pub_new_url(Arena *a, Slice url);
const Pub *pub_new_int(Arena *a, int64_t number);
const Pub *pub_new_flag(Arena *a, bool flag);
const Pub *pub_new_date(Arena *a, Date date);
const Pub *pub_new_term(Arena *a, Slice id, Slice title);
Pub *pub_new_map(Arena *a);
/* Sets a field (key is borrowed); a NULL value is passed over; a second value for a key replaces the first. */
void pub_set(Arena *a, Pub *map, const char *key, const Pub *value);
const Pub *pub_new_list(Arena *a, const Pub *const *items, size_t n); /* copies the array */

/*
 * Shapes: what a template may ask for, known before any record is.
 *
 * The public part of the schema table as types, so that an unknown variable
 * is an error at build time (site.md, Themes) and the manual lists each.
 */
typedef struct PubShape PubShape;

typedef struct PubField {
	Slice name;
	PubType type; /* of the value, or of the items of a list */
	bool list;
	const PubShape *shape; /* of MAP and RECORD; NULL otherwise */
	Slice ru, en;          /* what it is, for the manual */
} PubField;

struct PubShape {
	Slice name; /* "mentor", "programme.plan" */
	const PubField *fields;
	size_t n;
	bool open; /* a map with free keys (theme settings): any name is allowed, as TEXT */
};

/* Shapes of one record of each kind, of site, policy and roadmap. Static. */
const PubShape *pub_shape_kind(PubKind kind);
const PubShape *pub_shape_site(void);
const PubShape *pub_shape_policy(void);
const PubShape *pub_shape_roadmap(void);
const PubField *pub_shape_field(const PubShape *shape, Slice name); /* NULL when absent */
/* Name of a kind as in content.md's folders and data/rubric.json: "mentors". */
const char *pub_kind_name(PubKind kind);
const char *pub_section_name(PubSection section);

#endif
