#include "base/automaton.h"

#include <assert.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"

/* Node 0 is the root: no word has been read that any phrase goes on from. */
typedef struct Node {
	uint32_t fail;   /* the longest other end of what was read that begins a phrase */
	uint32_t ends;   /* the nearest node that way, this one first, at which a phrase ends; 0: none */
	uint32_t phrase; /* its number + 1; 0: none ends here */
	uint32_t depth;  /* words from the root */
} Node;

/* A branch of the tree of phrases. */
typedef struct Edge {
	uint64_t key; /* node, word; 0: free, for no word has the number 0 */
	uint32_t to;
} Edge;

struct Automaton {
	Arena arena;
	Map words; /* word → its number, from 1 */
	VEC(Node) nodes;
	uint32_t *first; /* by word: the child of the root, once closed */
	Edge *edges;
	size_t edge_count, edge_cap; /* power of two */
	uint32_t word_count, phrase_count;
	bool closed;
};

Automaton *automaton_new(void)
{
	Automaton *a = mem_alloc(sizeof *a);
	a->edge_cap = 64;
	a->edges = mem_array(a->edge_cap, sizeof *a->edges);
	vec_push(&a->nodes, (Node){0});
	return a;
}

void automaton_free(Automaton *a)
{
	if (a) {
		map_release(&a->words);
		arena_release(&a->arena);
		vec_release(&a->nodes);
		free(a->edges);
		free(a->first);
		free(a);
	}
}

/* --- the tree --- */

static uint32_t number_of(const Automaton *a, Slice word)
{
	const uint32_t *number = map_get(&a->words, word);
	return number ? *number : 0;
}

static uint32_t number_word(Automaton *a, Slice word)
{
	uint32_t known = number_of(a, word);
	if (!known) {
		uint32_t *number = ARENA_NEW(&a->arena, uint32_t);
		known = *number = ++a->word_count;
		map_put(&a->words, arena_dup(&a->arena, word), number);
	}
	return known;
}

static Edge *find_edge(Edge *edges, size_t cap, uint64_t key)
{
	size_t i = (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (cap - 1);
	while (edges[i].key && edges[i].key != key) {
		i = (i + 1) & (cap - 1);
	}
	return &edges[i];
}

static uint64_t edge_key(uint32_t node, uint32_t word)
{
	return (uint64_t)node << 32 | word;
}

static uint32_t child_of(const Automaton *a, uint32_t node, uint32_t word)
{
	return find_edge(a->edges, a->edge_cap, edge_key(node, word))->to;
}

static void grow_edges(Automaton *a)
{
	size_t cap = a->edge_cap * 2;
	Edge *edges = mem_array(cap, sizeof *edges);
	for (size_t i = 0; i < a->edge_cap; i++) {
		if (a->edges[i].key) {
			*find_edge(edges, cap, a->edges[i].key) = a->edges[i];
		}
	}
	free(a->edges);
	a->edges = edges;
	a->edge_cap = cap;
}

static uint32_t grow_child(Automaton *a, uint32_t node, uint32_t word)
{
	uint32_t child = child_of(a, node, word);
	if (child) {
		return child;
	}
	if ((a->edge_count + 1) * 4 > a->edge_cap * 3) {
		grow_edges(a);
	}
	child = (uint32_t)a->nodes.n;
	vec_push(&a->nodes, (Node){.depth = a->nodes.items[node].depth + 1});
	*find_edge(a->edges, a->edge_cap, edge_key(node, word)) = (Edge){edge_key(node, word), child};
	a->edge_count++;
	return child;
}

uint32_t automaton_add(Automaton *a, Slice phrase)
{
	Slice word;
	uint32_t node = 0;
	assert(!a->closed && phrase.n);
	while (slice_split(&phrase, ' ', &word)) {
		node = grow_child(a, node, number_word(a, word));
	}
	if (!a->nodes.items[node].phrase) {
		a->nodes.items[node].phrase = ++a->phrase_count;
	}
	return a->nodes.items[node].phrase - 1;
}

size_t automaton_count(const Automaton *a)
{
	return a->phrase_count;
}

/* --- the links --- */

/* An edge on its way into the order in which links are made. */
typedef struct Branch {
	uint32_t depth, from, word, to;
} Branch;

static int by_depth(const void *x, const void *y)
{
	const Branch *a = x;
	const Branch *b = y;
	return a->depth != b->depth ? (a->depth > b->depth) - (a->depth < b->depth) : (a->to > b->to) - (a->to < b->to);
}

static Branch *branches_by_depth(const Automaton *a)
{
	Branch *all = mem_array(a->edge_count, sizeof *all);
	size_t n = 0;
	for (size_t i = 0; i < a->edge_cap; i++) {
		const Edge *e = &a->edges[i];
		if (e->key) {
			all[n++] = (Branch){a->nodes.items[e->to].depth, (uint32_t)(e->key >> 32), (uint32_t)e->key,
			                    e->to};
		}
	}
	if (n) {
		qsort(all, n, sizeof *all, by_depth);
	}
	return all;
}

static uint32_t advance(const Automaton *a, uint32_t node, uint32_t word)
{
	for (; node; node = a->nodes.items[node].fail) {
		uint32_t child = child_of(a, node, word);
		if (child) {
			return child;
		}
	}
	return a->first[word];
}

/* A link leads to a lesser depth, so by depth all that it needs is there already. */
void automaton_close(Automaton *a)
{
	Branch *all = branches_by_depth(a);
	a->first = mem_array(a->word_count + 1, sizeof *a->first);
	for (size_t i = 0; i < a->edge_count && all[i].from == 0; i++) {
		a->first[all[i].word] = all[i].to;
	}
	for (size_t i = 0; i < a->edge_count; i++) {
		const Branch *b = &all[i];
		Node *node = &a->nodes.items[b->to];
		node->fail = b->from ? advance(a, a->nodes.items[b->from].fail, b->word) : 0;
		node->ends = node->phrase ? b->to : a->nodes.items[node->fail].ends;
	}
	free(all);
	a->closed = true;
}

/* --- reading --- */

uint32_t automaton_step(const Automaton *a, uint32_t state, Slice word)
{
	uint32_t number = number_of(a, word);
	assert(a->closed);
	return number ? advance(a, state, number) : 0;
}

bool automaton_hit(const Automaton *a, uint32_t *at, AutomatonHit *out)
{
	const Node *node = &a->nodes.items[a->nodes.items[*at].ends];
	if (!node->phrase) {
		return false;
	}
	*out = (AutomatonHit){node->phrase - 1, node->depth};
	*at = node->fail;
	return true;
}
