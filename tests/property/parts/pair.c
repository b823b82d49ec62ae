#include "pair.h"

#include "grow.h"
#include "prune.h"

/* --- the tree --- */

static void cut_item(Story *s, const Cut *cut)
{
	for (size_t i = 0; i < s->editions.n; i++) {
		Item *item = &s->editions.items[i].garden.items.items[cut->item];
		bool needed = item->kind == O_site || item->kind == O_policy;
		if (cut->key.n == 0) {
			item->gone = item->gone || !needed;
		} else if (slice_is(cut->key, "body")) {
			item->body = SL("");
		} else if (item->map) {
			node_remove(item->map, cut->key);
		}
	}
}

bool pair_plant(Story *out, const Recipe *how, size_t *grown)
{
	if (how->root) {
		story_init(out, how->today);
		if (!garden_open(&story_add(out)->garden, &out->arena, how->root)) {
			return false;
		}
		Chance chance = {how->seed, &out->arena, NULL};
		grow_past(out, &chance);
	} else {
		grow(out, how->seed, grown);
	}
	for (size_t i = 0; i < how->cuts.n; i++) {
		cut_item(out, &how->cuts.items[i]);
	}
	if (how->cuts.n) {
		prune(story_now(out));
	}
	for (size_t i = 0; i < out->editions.n && i < 64; i++) {
		out->editions.items[i].dropped = how->editions >> i & 1;
	}
	return true;
}

/* --- the change --- */

static bool change(Pair *p, const Recipe *how)
{
	Round r = {.story = &p->changed, .oracle = oracle_of(&p->changed), .done = &p->done};
	bool changed = false;
	for (size_t i = 0; i < how->change_count; i++) {
		if (how->changes[i]) {
			r.chance = (Chance){how->changes[i], &p->changed.arena, NULL};
			if (how->limited) {
				changed |= mutate_limited(&r, &p->reach);
			} else if (how->public) {
				changed |= mutate_public(&r);
			} else {
				p->kinds |= (uint64_t)1 << mutate_unseen(&r);
				changed = true;
			}
		}
	}
	return changed;
}

/* --- both --- */

static Verdict compare(Pair *p, const Output *before)
{
	if (!before->sound) {
		return PAIR_BASE_FAULTY;
	}
	if (!p->after.sound) {
		return PAIR_CHANGED_FAULTY;
	}
	p->where = output_differs(before, &p->after, &p->reach, &p->x, &p->y);
	return p->where.n ? PAIR_DIFFERENT : PAIR_EQUAL;
}

void pair_make(Pair *out, Workshop *w, const Recipe *how, const Story *base, const Output *before)
{
	void (*make)(Output *, Workshop *, const Story *) = how->folder ? output_run : output_make;
	*out = (Pair){.done = BUF_INIT, .before.complaints = BUF_INIT, .after.complaints = BUF_INIT};
	if (!base) {
		if (!pair_plant(&out->base, how, NULL)) {
			out->verdict = PAIR_UNGROWN;
			return;
		}
		base = &out->base;
	}
	story_copy(&out->changed, base);
	if (!change(out, how)) {
		out->verdict = PAIR_UNCHANGED;
		return;
	}
	if (!before) {
		make(&out->before, w, base);
		before = &out->before;
	}
	if (before->sound) {
		make(&out->after, w, &out->changed);
	}
	out->verdict = compare(out, before);
}

void pair_release(Pair *p)
{
	story_release(&p->changed);
	story_release(&p->base);
	output_release(&p->before);
	output_release(&p->after);
	buf_release(&p->done);
}

bool pair_fails(const Pair *p, const Recipe *how)
{
	bool wrong = how->public ? p->verdict == PAIR_EQUAL : p->verdict == PAIR_DIFFERENT;
	return wrong || p->verdict == PAIR_BASE_FAULTY || p->verdict == PAIR_CHANGED_FAULTY ||
	       p->verdict == PAIR_UNGROWN;
}
