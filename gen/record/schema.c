#include "record/schema.h"

#include <assert.h>
#include <pthread.h>

#define NOTHING 0
#define RANGE(low, high) ((int64_t)(low) << 32 | (high))

/* What the `of` column means depends on the type: one macro a type turns it into a number. */
#define OF_STRING(x) 0
#define OF_ALT(x) 0
#define OF_TEXT(x) 0
#define OF_BODYTEXT(x) 0
#define OF_BOOL(x) 0
#define OF_INT(x) x
#define OF_DATE(x) 0
#define OF_MOMENT(x) 0
#define OF_ENUM(x) ENUM_##x
#define OF_REF(x) O_##x
#define OF_TWIN(x) 0
#define OF_MEDIA(x) 0
#define OF_IMAGE(x) 0
#define OF_URL(x) 0
#define OF_BASE_URL(x) 0
#define OF_PATH(x) 0
#define OF_ZONE(x) 0
#define OF_NUMBER(x) 0
#define OF_SLUG(x) 0
#define OF_VOCAB(x) VOCAB_##x
#define OF_FREE(x) 0
#define OF_MAP(x) O_##x

#define ONE false
#define LIST true
#define OPTIONAL false
#define NEEDED true

/* A class is two columns: the class and, for a consent, its category. An
 * empty or unknown one leaves an undeclared identifier: it does not compile. */
#define OPEN CLASS_OPEN, ENUM_ROWS
#define CONSENT(category) CLASS_CONSENT, ER_category_##category
#define RESULT CLASS_RESULT, ENUM_ROWS
#define CLOSED CLASS_CLOSED, ENUM_ROWS
#define HOLDER CLASS_HOLDER, ENUM_ROWS
#define PLAN CLASS_PLAN, ENUM_ROWS
#define COMPLETION CLASS_COMPLETION, ENUM_ROWS
#define SURVEY CLASS_SURVEY, ENUM_ROWS

#define LITERAL(text)                     \
	{                                 \
		"" text, sizeof(text) - 1 \
	}

static const FieldInfo fields[FIELD_COUNT] = {
#define FIELD(owner, name, type, of, card, need, class, ru, en, ru_help, en_help) \
	{O_##owner, LITERAL(#name), TYPE_##type, OF_##type(of), card, need, class, {ru, en}, {ru_help, en_help}},
#include "record/schema.def"
};

#define SINGLE FILES_SINGLE
#define FOLDER FILES_FOLDER
#define SIDECAR FILES_SIDECAR
#define BODY true
#define NO_BODY false
#define PAGE true
#define NO_PAGE false

static const KindInfo kinds[OWNER_KINDS] = {
#define KIND(kind, folder, files, body, page, ru, en) {LITERAL(#kind), LITERAL(folder), files, body, page, {ru, en}},
#include "record/schema.def"
};

static const Slice map_names[OWNER_COUNT - OWNER_KINDS] = {
#define MAPTYPE(map) LITERAL(#map),
#include "record/schema.def"
};

static const EnumWord words[ENUM_ROWS] = {
#define ENUM(enumeration, value, ru, en) {ENUM_##enumeration, LITERAL(#value), {ru, en}},
#include "record/schema.def"
};

/* Fields of each owner, gathered once from the table's order. */
static struct {
	pthread_once_t once;
	FieldId ids[FIELD_COUNT];
	size_t first[OWNER_COUNT + 1];
} by_owner = {.once = PTHREAD_ONCE_INIT};

static void gather(void)
{
	size_t at = 0;
	for (int owner = 0; owner < OWNER_COUNT; owner++) {
		by_owner.first[owner] = at;
		for (int f = 0; f < FIELD_COUNT; f++) {
			if ((int)fields[f].owner == owner) {
				by_owner.ids[at++] = (FieldId)f;
			}
		}
	}
	by_owner.first[OWNER_COUNT] = at;
}

const FieldInfo *schema_field(FieldId f)
{
	assert(f < FIELD_COUNT);
	return &fields[f];
}

const FieldId *schema_fields(Owner owner, size_t *n)
{
	pthread_once(&by_owner.once, gather);
	*n = by_owner.first[owner + 1] - by_owner.first[owner];
	return by_owner.ids + by_owner.first[owner];
}

FieldId schema_find(Owner owner, Slice name)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	for (size_t i = 0; i < n; i++) {
		if (slice_eq(fields[ids[i]].name, name) && fields[ids[i]].type != TYPE_BODYTEXT) {
			return ids[i];
		}
	}
	return FIELD_COUNT;
}

FieldId schema_nearest(Owner owner, Slice name)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	FieldId best = FIELD_COUNT;
	size_t least = SIZE_MAX;
	for (size_t i = 0; i < n; i++) {
		Slice have = fields[ids[i]].name;
		bool part = name.n >= 4 && (slice_starts(have, name) || slice_starts(name, have));
		size_t limit = (have.n > name.n ? have.n : name.n) / 3 + 1;
		size_t d = part ? 1 : schema_distance(name, have, limit);
		if (fields[ids[i]].type != TYPE_BODYTEXT && d < limit && d < least) {
			least = d;
			best = ids[i];
		}
	}
	return best;
}

const KindInfo *schema_kind(Kind kind)
{
	assert(kind < OWNER_KINDS);
	return &kinds[kind];
}

Slice schema_owner_name(Owner owner)
{
	return owner < OWNER_KINDS ? kinds[owner].name : map_names[owner - OWNER_KINDS];
}

Kind schema_kind_named(Slice name)
{
	for (int k = 0; k < OWNER_KINDS; k++) {
		if (slice_eq(kinds[k].name, name) || slice_eq(kinds[k].folder, name)) {
			return (Kind)k;
		}
	}
	return OWNER_KINDS;
}

const EnumWord *schema_enum_word(EnumRow row)
{
	assert(row < ENUM_ROWS);
	return &words[row];
}

EnumRow schema_enum(EnumId id, size_t *n)
{
	int first = 0;
	while (words[first].of != id) {
		first++;
	}
	int end = first;
	while (end < ENUM_ROWS && words[end].of == id) {
		end++;
	}
	*n = (size_t)(end - first);
	return (EnumRow)first;
}

EnumRow schema_enum_find(EnumId id, Slice word)
{
	size_t n;
	EnumRow first = schema_enum(id, &n);
	for (size_t i = 0; i < n; i++) {
		if (slice_eq(words[first + i].id, word)) {
			return (EnumRow)(first + i);
		}
	}
	return ENUM_ROWS;
}

void schema_enum_list(Buf *out, EnumId id)
{
	size_t n;
	EnumRow first = schema_enum(id, &n);
	for (size_t i = 0; i < n; i++) {
		buf_str(out, i ? ", " : "");
		buf_add(out, words[first + i].id);
	}
}

int64_t schema_range_low(const FieldInfo *f)
{
	return f->of >> 32;
}

int64_t schema_range_high(const FieldInfo *f)
{
	return f->of & 0xFFFFFFFF;
}

enum { LONGEST = 64 };

/* Code points of a short text; 0 when it is too long to compare. */
static size_t code_points(uint32_t out[LONGEST], Slice s)
{
	size_t n = 0;
	for (size_t at = 0; at < s.n;) {
		if (n == LONGEST) {
			return 0;
		}
		out[n++] = utf8_next(s, &at);
	}
	return n;
}

static size_t least_of(size_t a, size_t b, size_t c)
{
	size_t m = a < b ? a : b;
	return m < c ? m : c;
}

/* Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
size_t schema_distance(Slice a, Slice b, size_t limit)
{
	uint32_t x[LONGEST], y[LONGEST];
	size_t rows[3][LONGEST + 1];
	size_t n = code_points(x, a);
	size_t m = code_points(y, b);
	if (n == 0 || m == 0 || (n > m ? n - m : m - n) >= limit) {
		return limit;
	}
	for (size_t j = 0; j <= m; j++) {
		rows[0][j] = j;
	}
	for (size_t i = 1; i <= n; i++) {
		size_t *now = rows[i % 3];
		const size_t *up = rows[(i + 2) % 3];
		now[0] = i;
		for (size_t j = 1; j <= m; j++) {
			now[j] = least_of(up[j] + 1, now[j - 1] + 1, up[j - 1] + (x[i - 1] != y[j - 1]));
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
				size_t swapped = rows[(i + 1) % 3][j - 2] + 1;
				now[j] = swapped < now[j] ? swapped : now[j];
			}
		}
	}
	size_t d = rows[n % 3][m];
	return d < limit ? d : limit;
}
