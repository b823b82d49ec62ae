#include "cmd/session.h"

#include "base/locale.h"
#include "cmd/themes.h"
#include "record/scalar.h"
#include "redact/guard.h"
#include "redact/guard_files.h"

Date session_day(const Options *o, const Corpus *c)
{
	if (o->as_of != DATE_NONE) {
		return o->as_of;
	}
	const Rec *site = c && c->site ? &c->site->rec : NULL;
	Slice zone = site && rec_get(site, F_site_timezone) ? rec_text(site, F_site_timezone) : SL("Europe/Moscow");
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	long long seconds = epoch && *epoch ? strtoll(epoch, &end, 10) : 0;
	bool given = end && *end == '\0';
	return zone_day(zone, given ? seconds : (long long)time(NULL));
}

static bool read_content(Session *s)
{
	const Options *o = s->options;
	TreeOptions t = {o->repo, o->content, o->rev, o->worktree};
	s->tree = tree_open_kept(&t, s->kept.shelf, &s->diags);
	if (!s->tree) {
		return false;
	}
	s->corpus = corpus_load_kept(s->tree, slice_of(o->content), s->kept.store, o->jobs, &s->diags);
	return s->diags.errors == 0;
}

/* The --base-url must be as good as site.yaml's. */
static bool base_url_is_good(Session *s)
{
	const char *given = s->options->base_url;
	if (!given || scalar_base_url_valid(slice_of(given))) {
		return true;
	}
	usage_fault(&s->diags, "ключу --base-url нужен полный адрес с «/» на конце: ",
	            "--base-url needs an absolute address that ends with '/': ", given);
	return false;
}

static void check_links(Session *s)
{
	for (size_t i = 0; i < s->links.n; i++) {
		if (!pages_has(s->pages, s->links.items[i].path)) {
			DIAG_AT(&s->diags, D_BROKEN_LINK, s->links.items[i].loc);
		}
	}
}

static Slice theme_name(const Session *s)
{
	Slice own = rec_text(&s->corpus->site->rec, F_site_theme);
	return s->options->theme ? slice_of(s->options->theme) : own.n ? own : SL("school");
}

static bool plan_site(Session *s)
{
	s->locale = locale_new(slice_is(s->site->language, "en") ? "en" : "ru");
	s->theme = themes_load(s->tree, s->corpus, theme_name(s), s->site->language, &s->diags);
	if (!s->theme) {
		return false;
	}
	s->render = (Render){s->site, s->theme, s->locale, NULL};
	s->pages = pages_plan(&s->render);
	s->render.pages = s->pages;
	check_links(s);
	return s->diags.errors == 0;
}

static bool start(Session *s, const Options *o, Kept kept)
{
	*s = (Session){.options = o, .kept = kept};
	diags_init(&s->diags);
	return read_content(s);
}

bool session_read(Session *s, const Options *o)
{
	return start(s, o, (Kept){NULL, NULL});
}

/* A folder has no history, and --no-history asks for none: then no page says when it changed. */
bool session_history(Session *s)
{
	size_t before = s->diags.errors;
	s->history = s->options->no_history ? NULL : history_open(s->tree, &s->diags);
	return s->diags.errors == before;
}

bool session_open(Session *s, const Options *o)
{
	return session_open_kept(s, o, (Kept){NULL, NULL});
}

bool session_open_kept(Session *s, const Options *o, Kept kept)
{
	if (!start(s, o, kept) || !base_url_is_good(s)) {
		return false;
	}
	if (!session_history(s)) {
		return false;
	}
	Date day = session_day(o, s->corpus);
	s->site = project(s->corpus, s->history, day, slice_of(o->base_url), o->jobs, &s->links, &s->diags);
	guard_texts(s->corpus, day, o->jobs, o->verbose, &s->diags);
	guard_files(s->corpus, day, o->jobs, o->verbose, &s->diags);
	return plan_site(s);
}

bool session_pictures(Session *s, Gallery *g)
{
	gallery_make(g, s->site, s->options->jobs);
	for (size_t i = 0; i < s->site->media_count; i++) {
		if (s->site->media[i]->used && !s->site->media[i]->out) {
			DIAG_AT(&s->diags, D_BAD_IMAGE, loc_at(s->corpus->media[i].file->shown, 1, 1));
		}
	}
	return s->diags.errors == 0;
}

Audit *session_audit(Session *s)
{
	Arena arena = ARENA_INIT;
	Slice *files;
	size_t n = themes_files(&arena, &files, s->tree, theme_name(s), &s->diags);
	Audit *audit = audit_new(s->corpus, session_day(s->options, s->corpus), (AuditTexts){files, n});
	arena_release(&arena);
	return audit;
}

void session_forget_site(Session *s)
{
	pages_free(s->pages);
	theme_free(s->theme);
	locale_free(s->locale);
	free(s->links.items);
	pubsite_free(s->site);
	history_free(s->history);
	s->pages = NULL;
	s->theme = NULL;
	s->locale = NULL;
	s->links = (Links){NULL, 0, 0};
	s->site = NULL;
	s->history = NULL;
	s->render = (Render){NULL, NULL, NULL, NULL};
}

void session_close(Session *s)
{
	session_forget_site(s);
	corpus_free(s->corpus);
	if (s->tree) {
		tree_free(s->tree);
	}
	diags_release(&s->diags);
}
