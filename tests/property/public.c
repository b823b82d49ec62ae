/* What the public sees, by a statement of its own: to change it must change the site. */
#include "mutate.h"

static bool is_held(const Round *r, const Garden *g, const Item *item)
{
	return item->kind != O_media && schema_kind(item->kind)->page && item->kind != O_mentor &&
	       is_listed(&r->oracle, item->kind) && !is_withheld(&r->oracle, g, item);
}

/* A public text of a record with a page of its own. */
static bool change_text(Round *r)
{
	Garden *g = story_now(r->story);
	Item *item = some_item(r, g, OWNER_COUNT, is_held);
	for (Node *n = item ? item->map->first : NULL; n; n = n->next) {
		const FieldInfo *f = schema_field(schema_find(item->kind, n->key));
		bool text = f->type == TYPE_STRING && !f->list && n->type == NODE_SCALAR;
		if (text && f->class == CLASS_OPEN && one_in(&r->chance, 3)) {
			n->text = nonsense(&r->chance, 2);
			tell(r, "public value of", item->path, f->name);
			return true;
		}
	}
	return false;
}

bool mutate_public(Round *r)
{
	for (int tries = 0; tries < 100; tries++) {
		if (change_text(r)) {
			return true;
		}
	}
	return false;
}
