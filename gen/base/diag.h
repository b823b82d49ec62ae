/*
 * diag.h - diagnostics: a closed table, a list owned by the job.
 *
 * diag.def holds every message once, in Russian and English, with its stable
 * id, severity and exit class. Whoever finds a fault adds it and carries on;
 * a command prints the list once, ordered by path, line and column.
 *
 * Law of silence (publication.md): an argument is a name of ours or of the
 * schema (a field, a kind, an expected form), a key, or the path of a file.
 * It is never a value that a record holds.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/json.h"

typedef enum DiagId {
#define DIAG_DEF(sym, id, severity, class, ru, en, ru_cure, en_cure) D_##sym,
#include "base/diag.def"
#undef DIAG_DEF
	DIAG_COUNT
} DiagId;

typedef enum Severity { SEV_ERROR, SEV_WARNING, SEV_NOTE } Severity;

/* Who can mend it; the value is the exit status of cli.md. */
typedef enum DiagClass {
	CLASS_NONE = 0,
	CLASS_CONTENT = 1,
	CLASS_USAGE = 2,
	CLASS_WORLD = 3,
	CLASS_LEAK = 4
} DiagClass;

typedef enum DiagFormat { FORMAT_TEXT, FORMAT_JSON, FORMAT_GITHUB } DiagFormat;
typedef enum Lang { LANG_RU, LANG_EN } Lang;

/* A place in a file: the path as the curator knows it ("content/site.yaml"),
 * line and column from 1, columns in code points. line == 0: the whole file, shown as 1:1;
 * an empty path: no file at all. The path is borrowed from the snapshot. */
typedef struct Loc {
	Slice path;
	unsigned line, col;
} Loc;

static inline Loc loc_at(Slice path, unsigned line, unsigned col)
{
	return (Loc){path, line, col};
}

typedef struct Diag {
	DiagId id;
	Loc loc;
	unsigned order; /* of arrival, the last key of sorting */
	unsigned argc;
	Slice argv[4];
} Diag;

typedef struct Diags {
	Arena arena;
	Diag *items;
	size_t n, cap;
	size_t errors, warnings;
} Diags;

void diags_init(Diags *list);
void diags_release(Diags *list);
/* Adds one; args (at most 4) are copied. Use the macros: DIAG_AT for a message without arguments. */
void diag_add(Diags *list, DiagId id, Loc loc, const Slice *args, size_t n);
#define DIAG_AT(list, id, loc) diag_add((list), (id), (loc), NULL, 0)
#define DIAG(list, id, loc, ...)                                    \
	diag_add((list), (id), (loc), (const Slice[]){__VA_ARGS__}, \
	         sizeof((const Slice[]){__VA_ARGS__}) / sizeof(Slice))
/* Moves all of `from` to the end of `to`; `from` is empty after. */
void diags_merge(Diags *to, Diags *from);
/* By path, line, column, arrival; exact repeats are dropped. */
void diags_sort(Diags *list);
/* Drops what is no error: for those who asked to hear of errors alone. */
void diags_keep_errors(Diags *list);
/* The worst class among errors; warnings count as content errors under `strict`. */
DiagClass diags_class(const Diags *list, bool strict);
/* What it says, without its place. */
void diag_words(Buf *out, const Diag *d, Lang lang);
/* Writes one diagnostic without a newline: "path:1:2: error: text [id]". */
void diag_text(Buf *out, const Diag *d, Lang lang, bool color);
/* The whole list in a format; JSON is one array of objects. */
void diags_print(Buf *out, const Diags *list, DiagFormat format, Lang lang, bool color);

/* One of its objects. */
void diag_json(Json *j, const Diag *d, Lang lang);

/* The table, for the manual. */
const char *diag_name(DiagId id);
Severity diag_severity(DiagId id);
const char *diag_message(DiagId id, Lang lang); /* with {0}..{3} */
const char *diag_cure(DiagId id, Lang lang);

#endif
