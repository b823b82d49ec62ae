#include "mutate.h"

static Mutation *const unseen[] = {
        change_values,     change_values,     change_values,     change_values,  change_body,      add_closed_field,
        add_closed_field,  drop_closed_field, change_given_name, change_ground,  reorder_keys,     reorder_lists,
        reorder_files,     rename_record,     rename_record,     rename_picture, remove_record,    add_record,
        add_silent,        change_picture,    dress_picture,     add_media,      add_dead_consent, change_namesakes,
        change_limits,     change_commit,     move_time,         repeat_commit,  rename_lately,    change_past_consents,
        change_past_rules, change_beside,
};

void tell(Round *r, const char *what, Slice path, Slice detail)
{
	if (r->done) {
		buf_printf(r->done, "# %s %.*s %.*s\n", what, SLICE_ARG(path), SLICE_ARG(detail));
	}
}

void mutate_unseen(Round *r)
{
	for (int tries = 0; tries < 1000; tries++) {
		if (unseen[below(&r->chance, sizeof unseen / sizeof *unseen)](r)) {
			return;
		}
	}
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
