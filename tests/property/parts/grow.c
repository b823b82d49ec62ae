#include "grow.h"

#include "grow_parts.h"

/* --- what there is --- */

static Item *plant(Grower *g, const char *folder, Slice name, const char *ext)
{
	return garden_add(g->garden, arena_join(g->chance.arena, slice_of(folder), name, slice_of(ext)));
}

static void plant_kind(Grower *g, Kind kind, size_t n)
{
	const KindInfo *info = schema_kind(kind);
	for (size_t i = 0; i < n; i++) {
		bool markdown = one_in(&g->chance, info->body ? 1 : 4) || (info->body && !one_in(&g->chance, 3));
		Slice folder = arena_join(g->chance.arena, info->folder, SL("/"), SL(""));
		plant(g, folder.p, fresh_id(&g->chance), markdown ? ".md" : ".yaml");
	}
}

static void plant_media(Grower *g)
{
	static const char *const ext[] = {".jpg", ".png", ".webp", ".txt", ".docx", ".pdf"};
	for (size_t n = 1 + below(&g->chance, 6); n; n--) {
		Item *item = plant(g, one_in(&g->chance, 4) ? "media/part/" : "media/", fresh_id(&g->chance),
		                   ext[below(&g->chance, 6)]);
		Slice path = item->path;
		item->bytes = is_picture(item)
		                      ? picture_random(&g->chance, path)
		                      : arena_join(g->chance.arena, SL("%PDF-1.4 "), nonsense(&g->chance, 9), SL(""));
		if (is_picture(item) && one_in(&g->chance, 3)) {
			item->bytes = picture_dressed(&g->chance, item->bytes);
		}
		plant(g, "", path, ".yaml");
	}
}

static void plant_all(Grower *g)
{
	static const struct {
		Kind kind;
		size_t least, most;
	} beds[] = {{O_person, 2, 7}, {O_mentor, 1, 4},   {O_mentee, 1, 4}, {O_programme, 0, 4}, {O_partner, 0, 2},
	            {O_case, 0, 3},   {O_document, 0, 3}, {O_method, 0, 2}, {O_news, 0, 4},      {O_event, 0, 2},
	            {O_award, 0, 3},  {O_survey, 0, 2},   {O_page, 0, 2}};
	plant(g, "", SL("site"), ".yaml");
	plant(g, "", SL("policy"), ".yaml");
	if (one_in(&g->chance, 2)) {
		plant(g, "", SL("roadmap"), ".yaml");
	}
	plant_media(g);
	for (size_t i = 0; i < sizeof beds / sizeof *beds; i++) {
		plant_kind(g, beds[i].kind, beds[i].least + below(&g->chance, beds[i].most - beds[i].least + 1));
	}
}

/* --- what is in it --- */

static void fill(Grower *g, Item *item)
{
	item->map = random_map(&g->chance, g->garden, item->kind, SL(""));
	if (item->kind == O_person) {
		grow_consents(g, item);
	} else if (item->kind == O_policy) {
		grow_policy(g, item);
	} else if (item->kind == O_media) {
		if (one_in(&g->chance, 4)) {
			node_put_text(g->chance.arena, item->map, "alt", ""); /* decorative */
		}
		/* A PDF needs a twin or tags (ГОСТ Р 70176-2022). */
		node_put_text(g->chance.arena, item->map, "accessible_tagged", "true");
	}
}

/* Withheld, but not most of them. */
static void calm(Grower *g, Item *item)
{
	if (!one_in(&g->chance, 4)) {
		node_remove(item->map, SL("draft"));
	}
	if (!one_in(&g->chance, 3)) {
		node_remove(item->map, SL("publish_from"));
	}
	if (!one_in(&g->chance, 3)) {
		node_remove(item->map, SL("publish_until"));
	}
}

/* The policy first: others are written in its words. */
static void fill_all(Grower *g)
{
	fill(g, garden_find(g->garden, O_policy, SL("policy")));
	for (size_t i = 0; i < g->garden->items.n; i++) {
		Item *item = &g->garden->items.items[i];
		if (item->kind != OWNER_KINDS && !item->map) {
			fill(g, item);
			calm(g, item);
		}
	}
}

/* Some are shown by a picture that has no sidecar, for it is theirs alone. */
static void add_portraits(Grower *g)
{
	size_t n = g->garden->items.n;
	for (size_t i = 0; i < n; i++) {
		if (g->garden->items.items[i].kind == O_person && one_in(&g->chance, 3)) {
			Item *medium =
			        plant(g, "media/", fresh_id(&g->chance), one_in(&g->chance, 2) ? ".jpg" : ".png");
			medium->bytes = picture_random(&g->chance, medium->path);
			node_put(g->garden->items.items[i].map,
			         node_scalar(g->chance.arena, SL("photo"), medium->path));
		}
	}
}

static void put_picture(Grower *g, Node *map)
{
	Slice picture = random_text(&g->chance, g->garden, F_person_photo);
	node_remove(map, SL("file"));
	if (picture.n) {
		node_append(map, node_scalar(g->chance.arena, SL("file"), picture));
	}
}

/* Some awards differ from others in their pictures alone: by what are they sorted? */
static void add_twins(Grower *g)
{
	size_t n = g->garden->items.n;
	for (size_t i = 0; i < n; i++) {
		Node *map = g->garden->items.items[i].kind == O_award ? g->garden->items.items[i].map : NULL;
		Item *person = map ? garden_find(g->garden, O_person, text_at(map, "person")) : NULL;
		if (person && one_in(&g->chance, 2)) {
			grow_awarded(g, person);
			put_picture(g, map);
			for (int twins = 2; twins; twins--) {
				Item *twin = plant(g, "awards/", fresh_id(&g->chance), ".yaml");
				twin->map = node_copy(g->chance.arena, map);
				put_picture(g, twin->map);
			}
		}
	}
}

/* Every mentor is somebody else, as a rule. */
static void share_people(Grower *g)
{
	const Kind kinds[] = {O_mentor, O_mentee};
	for (size_t k = 0; k < 2; k++) {
		size_t from = 0;
		for (size_t i = 0; i < g->garden->items.n; i++) {
			Item *item = &g->garden->items.items[i];
			while (item->kind == kinds[k] && from < g->garden->items.n) {
				const Item *person = &g->garden->items.items[from++];
				if (person->kind == O_person) {
					node_put(item->map, node_scalar(g->chance.arena, SL("person"), person->id));
					break;
				}
			}
		}
	}
}

/* By default a consent is for every page: there must be others. */
static void limit_mentors(Grower *g)
{
	for (size_t i = 0; i < g->garden->items.n; i++) {
		const Item *mentor = &g->garden->items.items[i];
		Item *person = mentor->kind == O_mentor
		                       ? garden_find(g->garden, O_person, text_at(mentor->map, "person"))
		                       : NULL;
		if (person && one_in(&g->chance, 4)) {
			grow_own_page(g, person, mentor->id);
		}
	}
}

/* --- the day --- */

static void see_date(void *ctx, Node *node, FieldId f)
{
	Grower *g = ctx;
	Date d;
	bool dated = schema_field(f)->type == TYPE_DATE && date_parse(&d, node->text);
	if (dated && below(&g->chance, ++g->dates) == 0) {
		g->story->today = d + (Date)below(&g->chance, 3) - 1;
	}
}

/* A day on which something happens, or the day before or after it. */
static void choose_day(Grower *g)
{
	for (size_t i = 0; i < g->garden->items.n; i++) {
		const Item *item = &g->garden->items.items[i];
		if (item->map && item->kind != O_policy && item->kind != O_document) {
			node_walk(item->kind, item->map, see_date, g);
		}
	}
	if (one_in(&g->chance, 4)) {
		g->story->today = date_of(2026, 11, 20);
	}
}

void grow(Story *out, uint64_t seed, size_t *grown)
{
	story_init(out, date_of(2026, 11, 20));
	story_add(out);
	Grower g = {.chance = {seed, &out->arena, grown}, .story = out, .garden = story_now(out)};
	plant_all(&g);
	fill_all(&g);
	add_portraits(&g);
	add_twins(&g);
	share_people(&g);
	limit_mentors(&g);
	choose_day(&g);
	grow_texts(&g);
	out->worktree = one_in(&g.chance, 6);
	grow_past(out, &g.chance);
}
