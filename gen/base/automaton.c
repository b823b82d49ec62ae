#include "base/automaton.h"

#include <assert.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/vec.h"

/* Node 0 is the root: no word has been read that any phrase goes on from. */
typedef struct Node {
	uint32_t fail;     /* the longest other end of what was read that begins a phrase */
	uint32_t ends;     /* the nearest node that way, this one first, at which a phrase ends; 0: none */
	uint32_t phrase;   /* its number + 1; 0: none ends here */
	uint32_t depth;    /* words from the root */
	uint32_t branch;   /* once closed: the first of its branches, in order of their words, and how many they are; */
	uint32_t branches; /* branch i leads to node i + 1 */
} Node;

/* While phrases are added: the branches, as a hash table. */
typedef struct Edge {
	uint64_t key; /* node, word; 0: free, for no word has the number 0 */
	uint32_t to;
} Edge;

/* A word of the phrases. */
typedef struct Known {
	Slice text;
	uint64_t hash;
	uint32_t number; /* from 1; 0: free */
} Known;

enum { FILTER_BITS = 20 };

struct Automaton {
	Arena arena;
	Known *words;     /* a hash table */
	size_t word_cap;  /* power of two */
	uint64_t *filter; /* a bit for each of their hashes: most words of a text are not looked up */
	VEC(Node) nodes;
	Edge *edges;
	size_t edge_count, edge_cap; /* power of two */
	uint32_t *branch_words;      /* once closed */
	uint32_t *first;             /* by word: the child of the root */
	uint32_t word_count, phrase_count;
	bool closed;
};

Automaton *automaton_new(void)
{
	Automaton *a = mem_alloc(sizeof *a);
	a->edge_cap = a->word_cap = 64;
	a->edges = mem_array(a->edge_cap, sizeof *a->edges);
	a->words = mem_array(a->word_cap, sizeof *a->words);
	a->filter = mem_array((size_t)1 << (FILTER_BITS - 6), sizeof *a->filter);
	vec_push(&a->nodes, (Node){0});
	return a;
}

void automaton_free(Automaton *a)
{
	if (a) {
		arena_release(&a->arena);
		vec_release(&a->nodes);
		free(a->words);
		free(a->filter);
		free(a->edges);
		free(a->branch_words);
		free(a->first);
		free(a);
	}
}

/* --- words --- */

/* Of both ends of a word; of all of it when they do not meet. */
static uint64_t hash_word(Slice word)
{
	uint64_t head = 0;
	uint64_t tail = 0;
	if (word.n > 2 * sizeof head) {
		return hash64(word);
	}
	if (word.n >= sizeof head) {
		memcpy(&head, word.p, sizeof head);
		memcpy(&tail, word.p + word.n - sizeof tail, sizeof tail);
	} else {
		memcpy(&head, word.p, word.n);
		tail = head;
	}
	head = (head ^ head >> 32) * UINT64_C(0x9E3779B97F4A7C15) + word.n;
	tail = (tail ^ head ^ head >> 29) * UINT64_C(0xBF58476D1CE4E5B9);
	return tail ^ tail >> 32;
}

static Known *find_word(Known *words, size_t cap, uint64_t hash, Slice word)
{
	size_t i = (size_t)hash & (cap - 1);
	while (words[i].number && !(words[i].hash == hash && slice_eq(words[i].text, word))) {
		i = (i + 1) & (cap - 1);
	}
	return &words[i];
}

static uint64_t *filter_of(const Automaton *a, uint64_t hash, uint64_t *bit)
{
	uint64_t place = hash >> (64 - FILTER_BITS);
	*bit = UINT64_C(1) << place % 64;
	return &a->filter[place / 64];
}

static uint32_t number_of(const Automaton *a, Slice word)
{
	uint64_t bit;
	uint64_t hash = hash_word(word);
	return *filter_of(a, hash, &bit) & bit ? find_word(a->words, a->word_cap, hash, word)->number : 0;
}

static void grow_words(Automaton *a)
{
	size_t cap = a->word_cap * 2;
	Known *words = mem_array(cap, sizeof *words);
	for (size_t i = 0; i < a->word_cap; i++) {
		if (a->words[i].number) {
			*find_word(words, cap, a->words[i].hash, a->words[i].text) = a->words[i];
		}
	}
	free(a->words);
	a->words = words;
	a->word_cap = cap;
}

static uint32_t number_word(Automaton *a, Slice word)
{
	uint64_t bit;
	uint64_t hash = hash_word(word);
	uint32_t known = number_of(a, word);
	if (known) {
		return known;
	}
	if (((size_t)a->word_count + 1) * 2 > a->word_cap) {
		grow_words(a);
	}
	uint64_t *filter = filter_of(a, hash, &bit);
	*filter |= bit;
	*find_word(a->words, a->word_cap, hash, word) = (Known){arena_dup(&a->arena, word), hash, ++a->word_count};
	return a->word_count;
}

/* --- the tree --- */

/* Both halves of a key are small numbers in a row: every bit of them is to reach the low ones. */
static size_t spread(uint64_t key)
{
	key = (key ^ key >> 32) * UINT64_C(0x9E3779B97F4A7C15);
	key = (key ^ key >> 29) * UINT64_C(0xBF58476D1CE4E5B9);
	return (size_t)(key ^ key >> 32);
}

static Edge *find_edge(Edge *edges, size_t cap, uint64_t key)
{
	size_t i = spread(key) & (cap - 1);
	while (edges[i].key && edges[i].key != key) {
		i = (i + 1) & (cap - 1);
	}
	return &edges[i];
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
	uint64_t key = (uint64_t)node << 32 | word;
	Edge *edge = find_edge(a->edges, a->edge_cap, key);
	if (edge->key) {
		return edge->to;
	}
	if ((a->edge_count + 1) * 4 > a->edge_cap * 3) {
		grow_edges(a);
		edge = find_edge(a->edges, a->edge_cap, key);
	}
	*edge = (Edge){key, (uint32_t)a->nodes.n};
	vec_push(&a->nodes, (Node){.depth = a->nodes.items[node].depth + 1});
	a->edge_count++;
	return edge->to;
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

static int by_key(const void *x, const void *y)
{
	const Edge *a = x;
	const Edge *b = y;
	return (a->key > b->key) - (a->key < b->key);
}

static void sort_edges(Automaton *a)
{
	size_t n = 0;
	for (size_t i = 0; i < a->edge_cap; i++) {
		if (a->edges[i].key) {
			a->edges[n++] = a->edges[i];
		}
	}
	if (n) {
		qsort(a->edges, n, sizeof *a->edges, by_key);
	}
}

/* Which of the sorted edges are a node's. */
static void count_branches(Automaton *a)
{
	for (size_t i = 0; i < a->edge_count; i++) {
		Node *from = &a->nodes.items[a->edges[i].key >> 32];
		from->branch = from->branches++ ? from->branch : (uint32_t)i;
	}
}

/*
 * Numbers the nodes anew, breadth first: those that are read all the time
 * stand together, and the branches of a node lead to nodes in a row.
 */
static void settle(Automaton *a)
{
	Node *nodes = mem_array(a->nodes.n, sizeof *nodes);
	uint32_t *old = mem_array(a->nodes.n, sizeof *old);
	size_t end = 1;
	a->branch_words = mem_array(a->edge_count, sizeof *a->branch_words);
	a->first = mem_array((size_t)a->word_count + 1, sizeof *a->first);
	for (size_t i = 0; i < end; i++) {
		nodes[i] = a->nodes.items[old[i]];
		const Edge *edges = a->edges + nodes[i].branch;
		nodes[i].branch = (uint32_t)end - 1;
		for (uint32_t k = 0; k < nodes[i].branches; k++) {
			a->branch_words[end - 1] = (uint32_t)edges[k].key;
			old[end++] = edges[k].to;
		}
	}
	for (uint32_t k = 0; k < nodes[0].branches; k++) {
		a->first[a->branch_words[k]] = k + 1;
	}
	memcpy(a->nodes.items, nodes, a->nodes.n * sizeof *nodes);
	free(nodes);
	free(old);
}

static uint32_t child_of(const Automaton *a, const Node *node, uint32_t word)
{
	const uint32_t *words = a->branch_words + node->branch;
	uint32_t low = 0;
	for (uint32_t high = node->branches; low < high;) {
		uint32_t middle = low + (high - low) / 2;
		if (words[middle] < word) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low < node->branches && words[low] == word ? node->branch + low + 1 : 0;
}

static uint32_t advance(const Automaton *a, uint32_t at, uint32_t word)
{
	while (at) {
		const Node *node = &a->nodes.items[at];
		uint32_t child = child_of(a, node, word);
		if (child) {
			return child;
		}
		at = node->fail;
	}
	return a->first[word];
}

/* A link leads to a lesser depth, and the nodes stand by depth: all that it needs is there already. */
static void link_nodes(Automaton *a)
{
	for (uint32_t i = 0; i < a->nodes.n; i++) {
		const Node *parent = &a->nodes.items[i];
		for (uint32_t k = parent->branch; k < parent->branch + parent->branches; k++) {
			Node *node = &a->nodes.items[k + 1];
			node->fail = i ? advance(a, parent->fail, a->branch_words[k]) : 0;
			node->ends = node->phrase ? k + 1 : a->nodes.items[node->fail].ends;
		}
	}
}

void automaton_close(Automaton *a)
{
	sort_edges(a);
	count_branches(a);
	settle(a);
	link_nodes(a);
	free(a->edges);
	a->edges = NULL;
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
