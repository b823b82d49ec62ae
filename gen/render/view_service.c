/* Views of the road map and of the pages about the section itself. */
#include "render/page.h"

/* --- road map --- */

static const Pub *responsible_of(View *v, const Pub *item)
{
	Slice path = v->page->path;
	const Pub *person = pub_get(item, SL("person"), path);
	Pub *map = pub_new_map(v->arena);
	pub_set(v->arena, map, "role", pub_get(item, SL("role"), path));
	pub_set(v->arena, map, "name", person ? pub_get(person, SL("name"), path) : NULL);
	return map->as.map.n ? map : NULL;
}

static const Pub *responsible_list(View *v, const Pub *stage)
{
	const Pub *list = pub_get(stage, SL("responsible"), v->page->path);
	size_t n = 0;
	const Pub **items = arena_array(v->arena, list ? list->as.list.n : 0, sizeof *items);
	for (size_t i = 0; list && i < list->as.list.n; i++) {
		const Pub *item = responsible_of(v, list->as.list.items[i]);
		if (item) {
			items[n++] = item;
		}
	}
	return pub_new_list(v->arena, items, n);
}

static const Pub *stage_of(View *v, const Pub *stage, size_t number, bool current)
{
	static const char *const copied[] = {"title", "period", "done", "activities"};
	Pub *map = pub_new_map(v->arena);
	pub_set(v->arena, map, "number", pub_new_int(v->arena, (int64_t)number));
	for (size_t i = 0; i < sizeof copied / sizeof *copied; i++) {
		pub_set(v->arena, map, copied[i], pub_get(stage, slice_of(copied[i]), v->page->path));
	}
	pub_set(v->arena, map, "current", pub_new_flag(v->arena, current));
	const Pub *responsible = responsible_list(v, stage);
	pub_set(v->arena, map, "responsible", responsible);
	pub_set(v->arena, map, "has_responsible", pub_new_flag(v->arena, responsible->as.list.n > 0));
	return map;
}

static Slice progress_text(View *v, size_t done, size_t n)
{
	Slice args[2] = {arena_printf(v->arena, "%zu", done), arena_printf(v->arena, "%zu", n)};
	return theme_fill(v->render->theme, v->arena, STR_progress, args, 2);
}

void view_roadmap(View *v)
{
	const Pub *roadmap = v->render->site->roadmap;
	const Pub *list = roadmap ? pub_get(roadmap, SL("stages"), v->page->path) : NULL;
	size_t n = list ? list->as.list.n : 0;
	const Pub **stages = arena_array(v->arena, n, sizeof *stages);
	size_t done = 0;
	bool found = false;
	for (size_t i = 0; i < n; i++) {
		const Pub *stage = list->as.list.items[i];
		bool is_done = pub_flag(stage, "done", v->page->path);
		bool current = !found && !is_done;
		done += is_done;
		found |= current;
		stages[i] = stage_of(v, stage, i + 1, current);
	}
	if (n) {
		view_set_text(v, "progress", progress_text(v, done, n));
	}
	view_set(v, "roadmap", roadmap);
	view_set(v, "stages", pub_new_list(v->arena, stages, n));
}

/* --- changes --- */

enum { CHANGES = 50 };

typedef struct Changed {
	const PubRecord *record;
	const Page *page;
} Changed;

/* Newest first; of one day, in the order of the site's paths. */
static int by_update(const void *x, const void *y)
{
	const Changed *a = x;
	const Changed *b = y;
	if (a->record->updated != b->record->updated) {
		return a->record->updated < b->record->updated ? 1 : -1;
	}
	return slice_cmp(a->page->path, b->page->path);
}

static const Pub *change_map(View *v, const Changed *c)
{
	Pub *map = pub_new_map(v->arena);
	Slice list = arena_join(v->arena, c->page->section, SL("/"), SL(""));
	const Page *section = c->page->section.n ? map_get(&v->pages->by_path, list) : NULL;
	pub_set(v->arena, map, "date", pub_new_date(v->arena, c->record->updated));
	pub_set(v->arena, map, "title", pub_new_text(v->arena, view_name(v, c->record)));
	pub_set(v->arena, map, "kind", section ? pub_new_text(v->arena, section->title) : NULL);
	pub_set(v->arena, map, "url", view_url(v, c->page->path));
	return map;
}

void view_changes(View *v)
{
	const Pages *ps = v->pages;
	Changed *all = arena_array(v->arena, ps->list.n, sizeof *all);
	size_t n = 0;
	for (size_t i = 0; i < ps->list.n; i++) {
		const Page *page = ps->list.items[i];
		bool visible = page->record && page->record->updated != DATE_NONE &&
		               pub_on(&page->record->self, v->page->path);
		if (visible) {
			all[n++] = (Changed){page->record, page};
		}
	}
	if (n > 1) {
		qsort(all, n, sizeof *all, by_update);
	}
	n = n < CHANGES ? n : CHANGES;
	const Pub **items = arena_array(v->arena, n, sizeof *items);
	for (size_t i = 0; i < n; i++) {
		items[i] = change_map(v, &all[i]);
	}
	view_set(v, "items", pub_new_list(v->arena, items, n));
}

/* --- consent notice, map, search --- */

static const Pub *notice_map(View *v, const PubNotice *notice)
{
	Pub *map = pub_new_map(v->arena);
	const Pub **covers = arena_array(v->arena, notice->cover_count, sizeof *covers);
	for (size_t i = 0; i < notice->cover_count; i++) {
		covers[i] = pub_new_text(v->arena, notice->covers[i]);
	}
	pub_set(v->arena, map, "name", notice->name);
	pub_set(v->arena, map, "covers", pub_new_list(v->arena, covers, notice->cover_count));
	pub_set(v->arena, map, "conditions", notice->conditions);
	return map;
}

void view_consents(View *v)
{
	const PubSite *site = v->render->site;
	const Pub **items = arena_array(v->arena, site->notice_count, sizeof *items);
	for (size_t i = 0; i < site->notice_count; i++) {
		items[i] = notice_map(v, &site->notices[i]);
	}
	view_set(v, "notices", pub_new_list(v->arena, items, site->notice_count));
}

static bool is_listed(const View *v, const Page *page, Slice section)
{
	if (page->record) {
		return slice_eq(page->section, section) && pub_on(&page->record->self, v->page->path);
	}
	bool more_news = page->type == PAGE_news && slice_is(section, "news") && !slice_is(page->path, "news/");
	return more_news;
}

/* Of a longer section the map names so many pages; its own list, one step away, has them all. */
enum { TREE_ITEMS = 60 };

static const Pub *tree_of(View *v, Slice title, Slice path, Slice section)
{
	const Pages *ps = v->pages;
	const Pub *items[TREE_ITEMS];
	size_t n = 0;
	size_t more = 0;
	for (size_t i = 0; section.n && i < ps->list.n; i++) {
		const Page *page = ps->list.items[i];
		if (!is_listed(v, page, section)) {
			continue;
		}
		if (n < TREE_ITEMS) {
			items[n++] = view_link(v, page->record ? view_name(v, page->record) : page->title, page->path);
		} else {
			more++;
		}
	}
	Pub *map = pub_new_map(v->arena);
	pub_set(v->arena, map, "title", pub_new_text(v->arena, title));
	pub_set(v->arena, map, "url", view_url(v, path));
	pub_set(v->arena, map, "items", pub_new_list(v->arena, items, n));
	if (more) {
		pub_set(v->arena, map, "more", pub_new_int(v->arena, (int64_t)more));
	}
	return map;
}

/* Every page of the section is reachable from here. */
void view_sitemap(View *v)
{
	const Pages *ps = v->pages;
	const Pub **tree = arena_array(v->arena, ps->list.n, sizeof *tree);
	size_t n = 0;
	for (size_t i = 0; i < ps->list.n; i++) {
		const Page *page = ps->list.items[i];
		bool free_page = page->type == PAGE_page;
		bool news_part = page->type == PAGE_news && !slice_is(page->path, "news/");
		if ((!page->record || free_page) && !news_part && page->type != PAGE_not_found) {
			tree[n++] = tree_of(v, page->title, page->path, free_page ? SL("") : page->section);
		}
	}
	view_set(v, "tree", pub_new_list(v->arena, tree, n));
}

void view_search(View *v)
{
	view_set(v, "index", view_url(v, SL("search/index.json")));
}
