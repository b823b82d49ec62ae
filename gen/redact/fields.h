/*
 * fields.h - the allow-list: values of a record by their visibility class. Private to redact/.
 */
#ifndef REDACT_FIELDS_H
#define REDACT_FIELDS_H

#include "redact/prose.h"

/* What a class is decided by, for one record. */
typedef struct Gate {
	const Record *person; /* whose consents CONSENT fields take; NULL: none is in force */
	bool released;        /* RESULT */
	bool plan;            /* PLAN */
	bool completed;       /* COMPLETION */
	bool survey;          /* SURVEY */
	bool portfolio;       /* the policy orders portfolios: else CONSENT(portfolio) is withheld */
	bool act;             /* bodies have numbered clauses */
	Slice page;           /* on which texts stand */
	Prose *body;          /* receives the rendered body when it passes; may be NULL */
} Gate;

/* The name a field has in public: its own, but a record's `url` field, which
 * leads elsewhere, is its `link`: `url` is the record's page (site.md, data/rubric.json). */
const char *fields_public_name(const FieldInfo *f);
/* The pages on which a field may stand by its class; a HOLDER passes since its holder did. */
const PubScope *fields_scope(const Rules *r, const Gate *gate, const FieldInfo *f);
/* Sets in `map` every field of rec that its class lets pass. References become
 * what the public sees of their targets; absent ones are left out. */
void fields_project(Pass *p, Pub *map, const Rec *rec, const Gate *gate);

#endif
