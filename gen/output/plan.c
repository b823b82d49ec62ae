#include "output/plan.h"

#include <assert.h>

#include "base/mem.h"

enum { HEX_DIGITS = 32 };

void plan_init(Plan *p)
{
	*p = (Plan)PLAN_INIT;
}

void plan_release(Plan *p)
{
	arena_release(&p->arena);
	map_release(&p->by_path);
	free(p->items);
	plan_init(p);
}

bool plan_path_ok(Slice path)
{
	Slice rest = path;
	Slice part;
	bool ok = path.n && !slice_is(path, PLAN_FILE) && slice_find_byte(path, '\0', 0) == path.n &&
	          slice_find_byte(path, '\n', 0) == path.n;
	while (ok && slice_split(&rest, '/', &part)) {
		ok = part.n && !slice_is(part, ".") && !slice_is(part, "..");
	}
	return ok;
}

static void append(Plan *p, PlanItem *item)
{
	if (p->n == p->cap) {
		p->cap = p->cap ? p->cap * 2 : 256;
		p->items = mem_resize(p->items, p->cap, sizeof(PlanItem *));
	}
	p->items[p->n++] = item;
	map_put(&p->by_path, item->path, item);
}

const PlanItem *plan_add(Plan *p, Slice path, uint64_t size, Digest digest)
{
	assert(plan_path_ok(path));
	const PlanItem *same = plan_find(p, path);
	if (same) {
		assert(same->size == size && digest_eq(same->digest, digest));
		return NULL;
	}
	PlanItem *item = ARENA_NEW(&p->arena, PlanItem);
	*item = (PlanItem){arena_dup(&p->arena, path), size, digest};
	append(p, item);
	return item;
}

const PlanItem *plan_find(const Plan *p, Slice path)
{
	return map_get(&p->by_path, path);
}

static int by_path(const void *x, const void *y)
{
	const PlanItem *const *a = x;
	const PlanItem *const *b = y;
	return slice_cmp((*a)->path, (*b)->path);
}

void plan_sort(Plan *p)
{
	if (p->n) {
		qsort(p->items, p->n, sizeof(PlanItem *), by_path);
	}
}

/* Where a path lies among the sorted: before (< 0), in (0) or after (> 0) what is below the folder. */
static int compare_below(Slice path, Slice folder)
{
	int c = slice_cmp(slice_sub(path, 0, folder.n), folder);
	if (c || path.n == folder.n) {
		return c ? c : -1;
	}
	return (unsigned char)path.p[folder.n] - '/';
}

bool plan_has_below(const Plan *p, Slice folder)
{
	size_t low = 0;
	size_t high = p->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int c = compare_below(p->items[middle]->path, folder);
		if (c == 0) {
			return true;
		}
		low = c < 0 ? middle + 1 : low;
		high = c < 0 ? high : middle;
	}
	return false;
}

/* --- as text --- */

void plan_print(Buf *out, const Plan *p)
{
	for (size_t i = 0; i < p->n; i++) {
		const PlanItem *item = p->items[i];
		char hex[HEX_DIGITS + 1];
		digest_hex(hex, item->digest);
		buf_put(out, hex, HEX_DIGITS);
		buf_byte(out, ' ');
		buf_uint(out, item->size);
		buf_byte(out, ' ');
		buf_add(out, item->path);
		buf_byte(out, '\n');
	}
}

static bool parse_hex(uint64_t *out, Slice digits)
{
	static const char hex[] = "0123456789abcdef";
	*out = 0;
	for (size_t i = 0; i < digits.n; i++) {
		const char *digit = memchr(hex, digits.p[i], 16);
		if (!digit) {
			return false;
		}
		*out = *out << 4 | (uint64_t)(digit - hex);
	}
	return digits.n == HEX_DIGITS / 2;
}

static bool parse_size(uint64_t *out, Slice digits)
{
	*out = 0;
	for (size_t i = 0; i < digits.n; i++) {
		unsigned digit = (unsigned)digits.p[i] - '0';
		if (digit > 9) {
			return false;
		}
		*out = *out * 10 + digit;
	}
	return digits.n > 0 && digits.n < 19;
}

/* Lines come in order, so a path that does not come after the last is no line of ours. */
static bool parse_line(Plan *out, Slice line)
{
	Digest digest;
	uint64_t size;
	size_t space = slice_find_byte(line, ' ', HEX_DIGITS + 1);
	Slice path = slice_sub(line, space + 1, line.n);
	if (!parse_hex(&digest.hi, slice_sub(line, 0, 16)) || !parse_hex(&digest.lo, slice_sub(line, 16, HEX_DIGITS)) ||
	    line.n <= HEX_DIGITS || line.p[HEX_DIGITS] != ' ' ||
	    !parse_size(&size, slice_sub(line, HEX_DIGITS + 1, space)) || !plan_path_ok(path)) {
		return false;
	}
	if (out->n && slice_cmp(out->items[out->n - 1]->path, path) >= 0) {
		return false;
	}
	plan_add(out, path, size, digest);
	return true;
}

bool plan_parse(Plan *out, Slice text)
{
	plan_init(out);
	bool ok = true;
	for (size_t at = 0; ok && at < text.n;) {
		size_t end = slice_find_byte(text, '\n', at);
		ok = end < text.n && parse_line(out, slice_sub(text, at, end));
		at = end + 1;
	}
	if (!ok) {
		plan_release(out);
	}
	return ok;
}

/* --- comparing --- */

PlanDelta plan_compare(const Plan *before, const Plan *after)
{
	PlanDelta delta = {0};
	for (size_t i = 0; i < after->n; i++) {
		const PlanItem *was = plan_find(before, after->items[i]->path);
		delta.added += !was;
		delta.changed += was && !digest_eq(was->digest, after->items[i]->digest);
	}
	delta.removed = before->n + delta.added - after->n;
	return delta;
}
