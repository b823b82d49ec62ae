/*
 * chance.h - random values of every type that the schema knows, from a seed.
 */
#ifndef TESTS_CHANCE_H
#define TESTS_CHANCE_H

#include "base/mem.h"
#include "garden.h"
#include "render/codec.h"

typedef struct Chance {
	uint64_t state;
	Garden *garden;
	Arena *arena;
} Chance;

/* splitmix64 (Steele, Lea, Flood, 2014). */
static inline uint64_t roll(Chance *c)
{
	uint64_t z = c->state += 0x9E3779B97F4A7C15u;
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

static inline size_t below(Chance *c, size_t n)
{
	return n ? roll(c) % n : 0;
}

static inline bool one_in(Chance *c, size_t n)
{
	return below(c, n) == 0;
}

/* Nonsense that is no surname, and no word of the content. */
static inline Slice nonsense(Chance *c, size_t words)
{
	static const char *const syllables[] = {"жму", "рглы", "бзя", "тхо", "кше",
	                                        "фыщ", "цвюк", "эмь", "зюг", "пхля"};
	Buf text = BUF_INIT;
	for (size_t i = 0; i < words; i++) {
		buf_str(&text, i ? " " : "");
		for (size_t k = 0; k < 2 + below(c, 3); k++) {
			buf_str(&text, syllables[below(c, 10)]);
		}
	}
	Slice kept = arena_dup(c->arena, buf_slice(&text));
	buf_release(&text);
	return kept;
}

/* An id that no file has. */
static inline Slice fresh_id(Chance *c)
{
	return arena_printf(c->arena, "%c%llx", (char)('a' + below(c, 26)), (unsigned long long)(roll(c) >> 20));
}

static inline Slice day(Chance *c)
{
	char iso[11];
	date_iso(iso, date_of(2020, 1, 1) + (Date)below(c, 3650));
	return arena_dup(c->arena, slice_of(iso));
}

/* The id of some record of a kind; empty when there is none. */
static inline Slice some_id(Chance *c, Kind kind)
{
	size_t n = 0;
	Slice found = SL("");
	for (size_t i = 0; i < c->garden->items.n; i++) {
		const Item *item = &c->garden->items.items[i];
		if (item->kind == kind && !item->gone && below(c, ++n) == 0) {
			found = item->id;
		}
	}
	return found;
}

static inline Slice some_word(Chance *c, Vocab vocab)
{
	const Item *policy = garden_find(c->garden, O_policy, SL("policy"));
	const Node *words = get(policy->map, vocab == VOCAB_forms ? "forms" : "kinds");
	const Node *n = words->first;
	for (size_t i = below(c, words->count); i; i--) {
		n = n->next;
	}
	return text_at(n, "id");
}

/* The text of a scalar of a field's type; empty where the field had better be left alone. */
static inline Slice random_text(Chance *c, const FieldInfo *f)
{
	size_t n;
	EnumRow first;
	switch (f->type) {
	case TYPE_STRING:
	case TYPE_ALT:
		return nonsense(c, 1 + below(c, 4));
	case TYPE_TEXT:
		return nonsense(c, 3 + below(c, 12));
	case TYPE_BOOL:
		return one_in(c, 2) ? SL("true") : SL("false");
	case TYPE_INT:
		return arena_printf(c->arena, "%lld", (long long)(schema_range_low(f) + (int64_t)below(c, 3)));
	case TYPE_DATE:
		return day(c);
	case TYPE_MOMENT:
		return arena_join(c->arena, day(c), SL("T10:30"), SL(""));
	case TYPE_ENUM:
		first = schema_enum((EnumId)f->of, &n);
		return schema_enum_word((EnumRow)(first + below(c, n)))->id;
	case TYPE_REF:
		return some_id(c, (Kind)f->of);
	case TYPE_URL:
		return arena_join(c->arena, SL("https://nowhere.example/"), fresh_id(c), SL("/"));
	case TYPE_PATH:
		return arena_join(c->arena, SL("gone/"), fresh_id(c), SL("/"));
	case TYPE_NUMBER:
		return fresh_id(c);
	case TYPE_VOCAB:
		return some_word(c, (Vocab)f->of);
	default:
		return SL("");
	}
}

static inline Node *new_node(Chance *c, NodeType type, Slice key)
{
	Node *n = ARENA_NEW(c->arena, Node);
	n->type = type;
	n->key = key;
	return n;
}

static inline Node *random_map(Chance *c, Owner owner, Slice key);

/* A valid value of a field; NULL where none is made up. */
static inline Node *random_node(Chance *c, FieldId id, Slice key)
{
	const FieldInfo *f = schema_field(id);
	if (f->list) {
		Node *list = new_node(c, NODE_LIST, key);
		Node *item = f->type == TYPE_MAP ? random_map(c, (Owner)f->of, SL("")) : NULL;
		Slice text = item ? SL("") : random_text(c, f);
		if (text.n) {
			item = new_node(c, NODE_SCALAR, SL(""));
			item->text = text;
			item->quoted = true;
		}
		if (item) {
			append(list, item);
		}
		return item ? list : NULL;
	}
	if (f->type == TYPE_MAP) {
		return random_map(c, (Owner)f->of, key);
	}
	Node *n = new_node(c, NODE_SCALAR, key);
	n->text = random_text(c, f);
	n->quoted = f->type != TYPE_BOOL;
	return n->text.n ? n : NULL;
}

/* A map with every field that is needed and some of the others. */
static inline Node *random_map(Chance *c, Owner owner, Slice key)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	Node *map = new_node(c, NODE_MAP, key);
	for (size_t i = 0; i < n; i++) {
		const FieldInfo *f = schema_field(ids[i]);
		bool body = f->type == TYPE_BODYTEXT;
		Node *value = !body && (f->needed || one_in(c, 3)) ? random_node(c, ids[i], f->name) : NULL;
		if (value) {
			append(map, value);
		}
	}
	return map;
}

/* Puts a value under a key in place of what is there. */
static inline void put_node(Node *map, Node *value)
{
	Node *old = (Node *)node_get(map, value->key);
	if (old) {
		value->next = old->next;
		*old = *value;
	} else {
		append(map, value);
	}
}

static inline void put_text(Chance *c, Node *map, const char *key, const char *text)
{
	Node *n = new_node(c, NODE_SCALAR, slice_of(key));
	n->text = slice_of(text);
	put_node(map, n);
}

static inline void shuffle(Chance *c, Node *parent)
{
	VEC(Node *) all = {NULL, 0, 0};
	for (Node *n = parent->first; n; n = n->next) {
		vec_push(&all, n);
	}
	for (size_t i = all.n; i > 1; i--) {
		size_t k = below(c, i);
		Node *other = all.items[k];
		all.items[k] = all.items[i - 1];
		all.items[i - 1] = other;
	}
	for (size_t i = 0; i < all.n; i++) {
		all.items[i]->next = i + 1 < all.n ? all.items[i + 1] : NULL;
	}
	parent->first = all.n ? all.items[0] : NULL;
	vec_release(&all);
}

/* A small picture unlike any other, in the format that its name says. */
static inline Slice random_picture(Chance *c, Slice path)
{
	Buf bytes = BUF_INIT;
	unsigned side = 8 + (unsigned)below(c, 40);
	Pixels p = {side, side, mem_array((size_t)side * side, 4)};
	PictureType type = slice_ends(path, SL(".png"))    ? PICTURE_PNG
	                   : slice_ends(path, SL(".webp")) ? PICTURE_WEBP
	                                                   : PICTURE_JPEG;
	for (size_t i = 0; i < (size_t)side * side * 4; i++) {
		p.rgba[i] = i % 4 == 3 ? 255 : (uint8_t)roll(c);
	}
	codec_encode(&bytes, type, &p);
	Slice kept = arena_dup(c->arena, buf_slice(&bytes));
	pixels_release(&p);
	buf_release(&bytes);
	return kept;
}

#endif
