/*
 * audit.h - a finished tree checked from outside against the content (publication.md, «Checked from outside»).
 *
 * From the records come the values withheld at D: surnames in their cases, in
 * Cyrillic and four transliterations; given names with patronymics; e-mails
 * and phones; closed and unreleased texts, by shingles; names of files. Then
 * every byte of every file is read, whatever it is packed or escaped in
 * (unpack.h, decode.h), and the values are sought in it all at once.
 *
 * Private: the audit sees the records. It shares nothing with the projection
 * but the records themselves and base/ (withheld.h).
 */
#ifndef OUTPUT_AUDIT_H
#define OUTPUT_AUDIT_H

#include "record/corpus.h"

typedef struct Audit Audit;

/* What the audit is to know besides the records: texts that every site has,
 * such as the theme's, whose words give nobody away. Borrowed while it is made. */
typedef struct AuditTexts {
	const Slice *items;
	size_t n;
} AuditTexts;

/* Collects what is withheld of a corpus without errors, which must outlive the audit. */
Audit *audit_new(const Corpus *c, Date today, AuditTexts common);
void audit_free(Audit *a);
/*
 * Reads the tree below the folder `fd`; `shown` is what its files are called
 * by in diagnostics. Adds leak and leak-file (a withheld value, at its place),
 * ambiguous-word (a withheld surname that is somebody else's too, or a common
 * word: once each), opaque-file, cannot-read. Places count in the text of a
 * file after unpacking; a place inside a packed file is PATH!INNER. False when
 * there is a leak or the tree could not be read.
 */
bool audit_tree(const Audit *a, int fd, Slice shown, unsigned threads, Diags *diags);

#endif
