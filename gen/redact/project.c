#include "redact/project.h"

#include "base/mem.h"
#include "base/pool.h"
#include "redact/dates.h"
#include "redact/fields.h"
#include "redact/figures.h"
#include "redact/item.h"
#include "redact/names.h"
#include "redact/order.h"

/* The kinds that become lists of public records. */
static const struct {
	Kind kind;
	PubKind pub;
} kind_map[] = {
        {O_mentor, PUB_MENTORS}, {O_mentee, PUB_MENTEES},     {O_programme, PUB_PROGRAMMES}, {O_partner, PUB_PARTNERS},
        {O_case, PUB_CASES},     {O_document, PUB_DOCUMENTS}, {O_method, PUB_METHODS},       {O_news, PUB_NEWS},
        {O_event, PUB_EVENTS},   {O_award, PUB_AWARDS},       {O_survey, PUB_SURVEYS},       {O_page, PUB_PAGES},
};
enum { KINDS = sizeof kind_map / sizeof *kind_map };

/* One record on its way through the pool. */
typedef struct Task {
	const Record *record;
	PubRecord *out;
} Task;

typedef struct Projection {
	Door door;
	PubSite *site;
	Task *tasks;
	size_t task_count;
	Diags *diags; /* one a worker */
	Links *links;
} Projection;

/* --- who is there: decided before any field is --- */

static Slice public_id(Arena *a, const Record *r)
{
	if (r->kind == O_programme) {
		return arena_dup(a, rec_text(&r->rec, F_programme_number));
	}
	return schema_kind(r->kind)->page ? arena_dup(a, r->id) : SL("");
}

static const PubScope *record_scope(const Door *d, const Record *r)
{
	if (r->kind == O_mentor || r->kind == O_mentee) {
		const Standing *s = door_standing(d, r);
		return scope_or(d->rules.arena, s->full, s->brief);
	}
	return r->kind == O_award ? item_award_scope(&d->rules, r) : NULL;
}

static PubRecord *announce(const Door *d, const Record *r, PubKind kind)
{
	Arena *a = d->rules.arena;
	PubRecord *out = ARENA_NEW(a, PubRecord);
	out->kind = kind;
	out->id = public_id(a, r);
	out->page = item_page(a, r);
	out->updated = DATE_NONE;
	out->self = (Pub){.type = PUB_RECORD, .scope = record_scope(d, r), .as.record = out};
	out->fields.type = PUB_MAP;
	return out;
}

/* Makes an empty public record for each record that has one, so that the
 * workers can point at each other's. */
static void announce_all(Projection *pr)
{
	Door *d = &pr->door;
	size_t all = 0;
	for (int k = 0; k < KINDS; k++) {
		all += d->corpus->counts[kind_map[k].kind];
	}
	pr->tasks = mem_array(all, sizeof *pr->tasks);
	for (int k = 0; k < KINDS; k++) {
		Kind kind = kind_map[k].kind;
		d->records[kind] = arena_array(d->rules.arena, d->corpus->counts[kind], sizeof(PubRecord *));
		for (size_t i = 0; i < d->corpus->counts[kind]; i++) {
			const Record *r = d->corpus->records[kind][i];
			if (item_is_public(d, r)) {
				d->records[kind][i] = announce(d, r, kind_map[k].pub);
				pr->tasks[pr->task_count++] = (Task){r, d->records[kind][i]};
			}
		}
	}
}

static void project_task(void *ctx, size_t i, unsigned worker)
{
	Projection *pr = ctx;
	Task *task = &pr->tasks[i];
	Pass p = {&pr->door, &pr->site->workers[worker], &pr->diags[worker], &pr->links[worker]};
	item_project(&p, task->out, task->record);
}

static void move_links(Links *to, Links *from)
{
	to->items = mem_resize(to->items, to->n + from->n + 1, sizeof *to->items);
	for (size_t i = 0; i < from->n; i++) {
		to->items[to->n++] = from->items[i];
	}
	to->cap = to->n + 1;
	free(from->items);
	*from = (Links){NULL, 0, 0};
}

static void project_all(Projection *pr, unsigned threads, Links *links, Diags *diags)
{
	pr->diags = mem_array(threads, sizeof *pr->diags);
	pr->links = mem_array(threads, sizeof *pr->links);
	for (unsigned i = 0; i < threads; i++) {
		diags_init(&pr->diags[i]);
	}
	pool_run(threads, pr->task_count, project_task, pr);
	for (unsigned i = 0; i < threads; i++) {
		diags_merge(diags, &pr->diags[i]);
		move_links(links, &pr->links[i]);
	}
	free(pr->diags);
	free(pr->links);
}

static void list_all(Projection *pr)
{
	PubSite *site = pr->site;
	size_t i = 0;
	while (i < pr->task_count) {
		PubKind kind = pr->tasks[i].out->kind;
		size_t end = i;
		while (end < pr->task_count && pr->tasks[end].out->kind == kind) {
			end++;
		}
		const PubRecord **items = arena_array(&site->arena, end - i, sizeof *items);
		for (size_t k = i; k < end; k++) {
			items[k - i] = pr->tasks[k].out;
		}
		order_records(items, end - i, kind, pr->door.locale);
		site->kinds[kind] = (PubList){items, end - i};
		i = end;
	}
}

/* --- media --- */

static MediaType media_type(const MediaFile *m)
{
	if (!m->picture) {
		return MEDIA_FILE;
	}
	return m->type == PICTURE_PNG ? MEDIA_PNG : m->type == PICTURE_WEBP ? MEDIA_WEBP : MEDIA_JPEG;
}

static void name_medium(Arena *a, PubMedia *out, Slice path)
{
	size_t slash = path.n;
	while (slash && path.p[slash - 1] != '/') {
		slash--;
	}
	size_t dot = path.n;
	while (dot > slash && path.p[dot - 1] != '.') {
		dot--;
	}
	Buf ext = BUF_INIT;
	text_lower(&ext, dot > slash ? slice_sub(path, dot, path.n) : SL(""));
	out->ext = arena_dup(a, buf_slice(&ext));
	out->stem = arena_dup(a, slice_sub(path, slash, dot > slash ? dot - 1 : path.n));
	buf_release(&ext);
}

static const Pub *sidecar_text(Arena *a, const MediaFile *m, FieldId f)
{
	const Val *v = m->sidecar ? rec_get(&m->sidecar->rec, f) : NULL;
	return v ? pub_new_text(a, v->as.text) : NULL;
}

static void make_medium(Pass *p, PubMedia *out, const MediaFile *m, Diags *diags)
{
	Arena *a = p->arena;
	out->index = m->index;
	out->type = media_type(m);
	name_medium(a, out, m->path);
	out->bytes = corpus_media_bytes(p->door->corpus, m, diags);
	out->alt = sidecar_text(a, m, F_media_alt);
	out->caption = sidecar_text(a, m, F_media_caption);
	out->credit = sidecar_text(a, m, F_media_credit);
	out->title = sidecar_text(a, m, F_media_title);
	out->tagged = m->sidecar && rec_flag(&m->sidecar->rec, F_media_accessible_tagged);
	const Record *twin = m->sidecar ? rec_ref(&m->sidecar->rec, F_media_accessible) : NULL;
	if (twin && door_has_page(p->door, twin)) {
		out->accessible = door_url(a, p->door, door_public(p->door, twin)->page);
	}
	/* A picture without a description is decorative unless a person's photo names it. */
	out->alt = out->alt ? out->alt : pub_new_text(a, SL(""));
}

/* content.md, media sidecar: a photo's alt is photo_alt, else the public name. */
static void describe_portraits(Pass *p)
{
	const Corpus *c = p->door->corpus;
	for (size_t i = 0; i < c->counts[O_person]; i++) {
		const Record *person = c->records[O_person][i];
		const Val *photo = rec_get(&person->rec, F_person_photo);
		if (!photo || !photo->as.media.file || photo->as.media.file->sidecar) {
			continue;
		}
		const Val *alt = rec_get(&person->rec, F_person_photo_alt);
		const Pub *name = name_value(p, person, name_scope_full(p, person), name_scope_brief(p, person));
		const Pub *text = alt ? pub_new_text(p->arena, alt->as.text) : name;
		if (text) {
			p->door->media[photo->as.media.file->index].alt = text;
		}
	}
}

static void make_media(Projection *pr, Pass *p, Diags *diags)
{
	const Corpus *c = pr->door.corpus;
	pr->site->media = arena_array(p->arena, c->media_count, sizeof *pr->site->media);
	pr->site->media_count = c->media_count;
	for (size_t i = 0; i < c->media_count; i++) {
		make_medium(p, &pr->door.media[i], &c->media[i], diags);
		pr->site->media[i] = &pr->door.media[i];
	}
	describe_portraits(p);
}

/* --- single files --- */

static void project_site(Pass *p, PubSite *site)
{
	const Rec *rec = &p->door->corpus->site->rec;
	Gate gate = {.page = SL("")};
	site->site.type = PUB_MAP;
	fields_project(p, &site->site, rec, &gate);
	if (!rec_get(rec, F_site_title)) {
		pub_set(p->arena, &site->site, "title", pub_new_text(p->arena, SL("Наставничество")));
	}
}

/* What the policy leaves to its default is said all the same: the page names the threshold. */
static void project_policy(Pass *p, PubSite *site)
{
	const Policy *policy = p->door->rules.policy;
	Gate gate = {.page = SL("forms/")};
	site->policy.type = PUB_MAP;
	fields_project(p, &site->policy, &p->door->corpus->policy_record->rec, &gate);
	pub_set(p->arena, &site->policy, "min_group", pub_new_int(p->arena, policy->min_group));
	for (size_t i = 0; i < policy->section_count; i++) {
		site->sections[i] = (PubSection)(policy->section_order[i] - ER_section_mentors);
	}
	site->section_count = policy->section_count;
}

static void project_roadmap(Pass *p, PubSite *site)
{
	const Record *r = p->door->corpus->roadmap;
	if (!r || !policy_section(p->door->rules.policy, ER_section_roadmap)) {
		return;
	}
	Gate gate = {.page = SL("roadmap/")};
	Pub *map = pub_new_map(p->arena);
	fields_project(p, map, &r->rec, &gate);
	site->roadmap = map;
}

static void copy_settings(Door *d, PubSite *site, Slice override)
{
	Arena *a = &site->arena;
	const Rec *rec = &d->corpus->site->rec;
	Slice url = override.n ? override : rec_text(rec, F_site_base_url);
	size_t host = slice_find(url, SL("://"), 0) + 3;
	site->base_url = arena_dup(a, url);
	site->base_path = slice_sub(site->base_url, slice_find_byte(url, '/', host), url.n);
	site->language = rec_choice(rec, F_site_language, ER_language_ru) == ER_language_en ? SL("en") : SL("ru");
	site->timezone =
	        rec_get(rec, F_site_timezone) ? arena_dup(a, rec_text(rec, F_site_timezone)) : SL("Europe/Moscow");
	site->theme = rec_get(rec, F_site_theme) ? arena_dup(a, rec_text(rec, F_site_theme)) : SL("school");
	site->today = d->rules.today;
	d->lang = slice_is(site->language, "en") ? LANG_EN : LANG_RU;
	d->base_url = site->base_url;
	d->base_path = site->base_path;
}

PubSite *project(const Corpus *c, History *history, Date today, Slice base_url, unsigned threads, Links *links,
                 Diags *diags)
{
	Projection pr = {.site = mem_alloc(sizeof *pr.site)};
	PubSite *site = pr.site;
	Locale *locale;
	site->workers = mem_array(threads, sizeof *site->workers);
	site->worker_count = threads;
	door_open(&pr.door, c, today, &site->arena);
	copy_settings(&pr.door, site, base_url);
	locale = locale_new(pr.door.lang == LANG_EN ? "en" : "ru");
	pr.door.locale = locale;
	pr.door.media = arena_array(&site->arena, c->media_count, sizeof *pr.door.media);
	announce_all(&pr);
	Pass p = {&pr.door, &site->arena, diags, links};
	make_media(&pr, &p, diags);
	project_site(&p, site);
	project_policy(&p, site);
	project_roadmap(&p, site);
	project_all(&pr, threads, links, diags);
	list_all(&pr);
	if (history) {
		dates_project(&p, site, history, threads);
	}
	figures_project(&p, site);
	free(pr.tasks);
	locale_free(locale);
	return site;
}
