#include "mutate.h"

/* Each as often as its weight says. */
static const struct {
	const char *name;
	Mutation *run;
	size_t weight;
} unseen[] = {
        {"change values", change_values, 4},
        {"change body", change_body, 1},
        {"add closed field", add_closed_field, 2},
        {"drop closed field", drop_closed_field, 1},
        {"change given name", change_given_name, 1},
        {"change ground", change_ground, 1},
        {"reorder keys", reorder_keys, 1},
        {"reorder lists", reorder_lists, 3},
        {"reorder files", reorder_files, 1},
        {"rename record", rename_record, 2},
        {"rename picture", rename_picture, 2},
        {"remove record", remove_record, 1},
        {"add record", add_record, 1},
        {"add silent", add_silent, 1},
        {"add hidden part", add_hidden_part, 2},
        {"leave lists", leave_lists, 1},
        {"foretell completion", foretell_completion, 2},
        {"change reports", change_reports, 2},
        {"change picture", change_picture, 1},
        {"dress picture", dress_picture, 2},
        {"add media", add_media, 1},
        {"add dead consent", add_dead_consent, 1},
        {"change namesakes", change_namesakes, 1},
        {"change limits", change_limits, 1},
        {"change commit", change_commit, 1},
        {"move time", move_time, 1},
        {"repeat commit", repeat_commit, 1},
        {"rename lately", rename_lately, 1},
        {"change past consents", change_past_consents, 1},
        {"change past rules", change_past_rules, 1},
        {"change beside", change_beside, 1},
};
enum { UNSEEN = sizeof unseen / sizeof *unseen };

const char *mutation_name(size_t i)
{
	return i < UNSEEN ? unseen[i].name : NULL;
}

static size_t some_mutation(Chance *c)
{
	size_t all = 0;
	size_t i = 0;
	for (size_t k = 0; k < UNSEEN; k++) {
		all += unseen[k].weight;
	}
	for (size_t at = below(c, all); at >= unseen[i].weight; i++) {
		at -= unseen[i].weight;
	}
	return i;
}

void tell(Round *r, const char *what, Slice path, Slice detail)
{
	if (r->done) {
		buf_printf(r->done, "# %s %.*s %.*s\n", what, SLICE_ARG(path), SLICE_ARG(detail));
	}
}

size_t mutate_unseen(Round *r)
{
	for (int tries = 0; tries < 1000; tries++) {
		size_t i = some_mutation(&r->chance);
		if (unseen[i].run(r)) {
			return i;
		}
	}
	return UNSEEN;
}

Item *some_item(Round *r, Garden *g, Kind kind, Fits *fits)
{
	Item *found = NULL;
	uint64_t salt = roll(&r->chance);
	uint64_t least = UINT64_MAX;
	for (size_t i = 0; i < g->items.n; i++) {
		Item *item = &g->items.items[i];
		bool right = kind == OWNER_COUNT ? item->kind != OWNER_KINDS : item->kind == kind;
		Chance rank = {.state = salt ^ (i * 0x9E3779B97F4A7C15u)};
		uint64_t value = roll(&rank);
		if (!item->gone && right && value < least && (!fits || fits(r, g, item))) {
			least = value;
			found = item;
		}
	}
	return found;
}

Item *add_item(Round *r, Slice path)
{
	for (size_t i = 0; i + 1 < r->story->editions.n; i++) {
		garden_add(&r->story->editions.items[i].garden, path)->gone = true;
	}
	return garden_add(story_now(r->story), path);
}

/* --- spots --- */

typedef struct Gather {
	Round *round;
	const Garden *garden;
	const Item *item;
	bool hidden;
	Spots *out;
} Gather;

static void gather(Gather *w, Owner owner, Node *map, bool whole)
{
	for (Node *n = map->first; n; n = n->next) {
		FieldId id = schema_find(owner, n->key);
		const FieldInfo *f = schema_field(id);
		bool hidden = whole || class_withholds(&w->round->oracle, w->garden, w->item, f);
		for (Node *v = f->list ? n->first : n; v && !steers(id); v = f->list ? v->next : NULL) {
			if (v->type == NODE_MAP && f->type == TYPE_MAP) {
				gather(w, (Owner)f->of, v, hidden);
			} else if (hidden == w->hidden && v->type == NODE_SCALAR) {
				vec_push(w->out, (Spot){v, id});
			}
		}
	}
}

void gather_spots(Round *r, const Garden *g, const Item *item, bool hidden, Spots *out)
{
	Gather w = {r, g, item, hidden, out};
	gather(&w, item->kind, item->map, is_withheld(&r->oracle, g, item));
}
