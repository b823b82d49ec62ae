/*
 * oracle.h - what publication.md withholds at D, worked out from the files alone.
 *
 * Written from the rules and not from the projection, and on the safe side:
 * what some page may show is not withheld. An item may be of an earlier
 * version of the tree: then it is judged by today's consents (the law of dates).
 */
#ifndef TESTS_ORACLE_H
#define TESTS_ORACLE_H

#include "story.h"

typedef struct Oracle {
	const Garden *now;
	const Node *policy;
	Date today;
} Oracle;

Oracle oracle_of(const Story *s);

bool is_absent(const Oracle *o, const Node *map);   /* rule 11 */
bool is_minor(const Oracle *o, const Node *person); /* rule 4 */
bool minors_are(const Oracle *o, const char *what); /* policy.minors */
bool is_in_force(const Oracle *o, const Node *person, const Node *consent);
/* Is nothing of a person published, whatever was signed (rules 4 and 11)? */
bool is_silenced(const Oracle *o, const Node *person);
bool agrees_by_law(const Oracle *o, const Node *person, const char *category);
/* To a category on one page; on whatever page. */
bool agrees_on(const Oracle *o, const Node *person, const char *category, Slice page);
bool agrees(const Oracle *o, const Node *person, const char *category);
/* A path as it is written in the content, without the slash that it may begin with. */
Slice path_of_node(const Node *page);
bool is_named(const Oracle *o, const Node *person);
bool is_released(const Oracle *o, const Node *programme); /* rule 8 */
/* Is a section built that shows the kind? */
bool is_listed(const Oracle *o, Kind kind);
/* Today's person of a mentor, mentee, award, or of itself; NULL when there is none. */
const Node *person_of(const Oracle *o, const Garden *g, const Item *item);
/* Rule 6: somebody on it, or whose portrait it is, does not agree. */
bool is_medium_withheld(const Oracle *o, Slice path);
/* Is nothing of the record of this version published? */
bool is_withheld(const Oracle *o, const Garden *g, const Item *item);
/* Would the totals of rule 12 count it, though it has no row? */
bool is_counted(const Oracle *o, const Garden *g, const Item *item);
/* Values that say what is withheld, or what may be written in spite of it, rather than being it. */
bool steers(FieldId f);
/* Is a field of a published record withheld by its class (content.md, Visibility classes)? */
bool class_withholds(const Oracle *o, const Garden *g, const Item *item, const FieldInfo *f);

#endif
