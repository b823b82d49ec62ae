/*
 * yaml.h - the strict subset of YAML 1.2 as located nodes.
 *
 * The only caller of libyaml. One document, mappings with unique string keys;
 * anchors, aliases, tags, merge keys and a second document are diagnosed. A
 * scalar stays text: what type it has is the schema's business. Limits:
 * nesting 16, 100 000 nodes (content.md).
 */
#ifndef SOURCE_YAML_H
#define SOURCE_YAML_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/version.h"

typedef enum NodeType { NODE_NULL, NODE_SCALAR, NODE_LIST, NODE_MAP } NodeType;

typedef struct Node {
	NodeType type;
	Loc loc;            /* of the value's first character */
	Loc key_loc;        /* in a map: of the key */
	Slice key;          /* in a map */
	Slice text;         /* NODE_SCALAR: decoded; NFC */
	bool quoted;        /* NODE_SCALAR: written in quotes or as a block */
	bool block;         /* NODE_SCALAR: written as a block (| or >), so text may span lines */
	struct Node *first; /* children of a list or a map, in the order written */
	struct Node *next;
	size_t count; /* of children */
} Node;

/* Parses text that starts at line `line` of file `path`. An empty document is
 * an empty map. A plain scalar that is empty is NODE_NULL. On a
 * fault adds diagnostics (yaml-syntax, yaml-anchor, yaml-tag, yaml-merge,
 * yaml-documents, yaml-key, yaml-duplicate, yaml-depth, yaml-nodes, yaml-root,
 * not-utf8, control-character) and gives NULL when there is no usable tree; a
 * duplicate key is diagnosed and its first value kept; an alias, and what
 * stands under a key that is none, is left out. The root must be a map. */
Node *yaml_parse(Arena *a, Slice text, Slice path, unsigned line, Diags *diags);
const Node *node_get(const Node *map, Slice key); /* NULL when absent */
/* Adds a text as a scalar that yaml_parse() gives back, quoted where it must be. */
void yaml_put(Buf *out, Slice text);
/* Of libyaml, for `rubrika version`. */
Version yaml_library_version(void);

#endif
