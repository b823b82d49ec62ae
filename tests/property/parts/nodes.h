/*
 * nodes.h - YAML nodes that can be changed.
 *
 * Keys and texts are slices of whoever made them; the nodes are the arena's.
 */
#ifndef TESTS_NODES_H
#define TESTS_NODES_H

#include "base/date.h"
#include "record/schema.h"
#include "source/yaml.h"

/* What is not there is NULL, empty, false or DATE_NONE. */
Node *get(const Node *map, const char *key);
Slice text_at(const Node *map, const char *key);
bool is_true(const Node *map, const char *key);
Date date_at(const Node *map, const char *key);
int64_t int_at(const Node *map, const char *key, unsigned otherwise);
/* Is a scalar one of a list's items? */
bool lists(const Node *list, Slice word);

Node *node_new(Arena *a, NodeType type, Slice key);
Node *node_scalar(Arena *a, Slice key, Slice text);
Node *node_copy(Arena *a, const Node *node);
void node_append(Node *parent, Node *child);
/* Puts a value under its key in place of what is there. */
void node_put(Node *map, Node *value);
void node_put_text(Arena *a, Node *map, const char *key, const char *text);
/* False when there was none. */
bool node_remove(Node *map, Slice key);

/* Calls `see` for every node under a map that the schema knows a field for; items of lists too. */
typedef void SeeNode(void *ctx, Node *node, FieldId f);
void node_walk(Owner owner, Node *map, SeeNode *see, void *ctx);
/* In YAML's flow style; all strings quoted. */
void node_write(Buf *out, const Node *node);

#endif
