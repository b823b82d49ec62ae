/* Whole records that are absent, and media that nobody shows. */
#include "mutate.h"

static bool is_unneeded(const Round *r, const Garden *g, const Item *item)
{
	size_t uses = 0;
	for (size_t i = 0; i < r->story->editions.n; i++) {
		uses += garden_refer(&r->story->editions.items[i].garden, item->kind, item->id, SL(""));
	}
	bool single = item->kind == O_media || schema_kind(item->kind)->files == FILES_SINGLE;
	/* A portrait needs no sidecar as long as it is somebody's. */
	bool portrayed = item->kind == O_person && node_get(item->map, SL("photo"));
	return !single && !portrayed && uses == 0 && is_withheld(&r->oracle, g, item) &&
	       !is_counted(&r->oracle, g, item);
}

/* Lately, or as if it had never been. */
bool remove_record(Round *r)
{
	Garden *now = story_now(r->story);
	Item *item = some_item(r, now, OWNER_COUNT, is_unneeded);
	if (!item) {
		return false;
	}
	size_t at = (size_t)(item - now->items.items);
	bool ever = one_in(&r->chance, 2);
	for (size_t i = ever ? 0 : r->story->editions.n - 1; i < r->story->editions.n; i++) {
		r->story->editions.items[i].garden.items.items[at].gone = true;
	}
	tell(r, "without", item->path, SL(""));
	return true;
}

Item *add_record_of(Round *r, Kind kind, Slice id)
{
	Slice path =
	        arena_printf(r->chance.arena, "%.*s/%.*s.yaml", SLICE_ARG(schema_kind(kind)->folder), SLICE_ARG(id));
	Item *item = add_item(r, path);
	item->map = random_map(&r->chance, story_now(r->story), kind, SL(""));
	return item;
}

static bool is_complete(const Node *map, Owner owner)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	for (size_t i = 0; i < n; i++) {
		const FieldInfo *f = schema_field(ids[i]);
		if (f->needed && !node_get(map, f->name)) {
			return false;
		}
	}
	return true;
}

/* A record of any kind that D or a draft withholds. */
bool add_record(Round *r)
{
	static const Kind kinds[] = {O_person, O_mentor, O_mentee, O_programme, O_partner, O_case, O_document,
	                             O_method, O_news,   O_event,  O_award,     O_survey,  O_page};
	Chance *c = &r->chance;
	Item *item = add_record_of(r, kinds[below(c, sizeof kinds / sizeof *kinds)], fresh_id(c));
	size_t way = below(c, 3);
	node_put_text(c->arena, item->map, "draft", way == 0 ? "true" : "false");
	node_put_text(c->arena, item->map, "publish_from", way == 1 ? "2999-01-01" : "2000-01-01");
	node_put_text(c->arena, item->map, "publish_until", way == 2 ? "2001-01-01" : "2999-12-31");
	/* Whose photo it is may not be published for it (rule 6). */
	node_remove(item->map, SL("photo"));
	item->gone = !is_complete(item->map, item->kind);
	tell(r, "withheld record", item->path, SL(""));
	return !item->gone;
}

/* A mentor or an award of somebody who agreed to nothing. */
bool add_silent(Round *r)
{
	Chance *c = &r->chance;
	Slice id = fresh_id(c);
	Item *person = add_record_of(r, O_person, id);
	node_remove(person->map, SL("consents"));
	node_remove(person->map, SL("photo"));
	node_put_text(c->arena, person->map, "minor_until", "2001-01-01");
	node_put_text(c->arena, person->map, "staff", "false");
	node_put_text(c->arena, person->map, "draft", "false");
	Item *part = add_record_of(r, one_in(c, 2) ? O_mentor : O_award, id);
	node_put(part->map, node_scalar(c->arena, SL("person"), id));
	tell(r, "silent person and", part->path, SL(""));
	return true;
}

/* --- media --- */

bool add_media(Round *r)
{
	Chance *c = &r->chance;
	bool picture = one_in(c, 2);
	Slice path = arena_join(c->arena, SL("media/"), fresh_id(c), picture ? SL(".png") : SL(".docx"));
	Slice bytes = picture ? picture_random(c, path) : nonsense(c, 50);
	add_item(r, path)->bytes = bytes;
	Item *sidecar = add_item(r, arena_join(c->arena, path, SL(".yaml"), SL("")));
	sidecar->map = random_map(c, story_now(r->story), O_media, SL(""));
	tell(r, "unused", path, SL(""));
	return true;
}

static bool is_hidden_picture(const Round *r, const Garden *g, const Item *item)
{
	(void)g;
	return is_picture(item) && is_medium_withheld(&r->oracle, item->path);
}

bool change_picture(Round *r)
{
	Item *item = some_item(r, story_now(r->story), OWNER_KINDS, is_hidden_picture);
	if (!item) {
		return false;
	}
	item->bytes = picture_random(&r->chance, item->path);
	tell(r, "picture", item->path, SL(""));
	return true;
}

static bool is_a_picture(const Round *r, const Garden *g, const Item *item)
{
	(void)r;
	(void)g;
	return is_picture(item);
}

/* Published or not: what a camera wrote beside the picture is never shown. */
bool dress_picture(Round *r)
{
	Item *item = some_item(r, story_now(r->story), OWNER_KINDS, is_a_picture);
	if (!item) {
		return false;
	}
	item->bytes = picture_dressed(&r->chance, item->bytes);
	tell(r, "metadata of", item->path, SL(""));
	return true;
}
