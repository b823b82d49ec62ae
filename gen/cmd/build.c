/* rubrika build: check, project, render, audit, put in place. */
#include <unistd.h>

#include "base/path.h"
#include "base/pool.h"
#include "cmd/progress.h"
#include "cmd/run.h"
#include "cmd/session.h"
#include "cmd/summary.h"
#include "output/stage.h"

typedef struct Build {
	Session *session;
	Progress *progress;
	Stage *stage;
	Audit *audit;
	Products products;
	size_t pages;
	Gallery *gallery;
} Build;

/* Rule 6: a file is copied only if a published page refers to it. */
static void put_pictures(Build *b)
{
	const PubSite *site = b->session->site;
	for (size_t i = 0; i < site->media_count; i++) {
		size_t n;
		const GalleryFile *files = gallery_files(b->gallery, site->media[i], &n);
		for (size_t k = 0; k < n; k++) {
			if (image_published(site->media[i], files[k].path)) {
				stage_put(b->stage, files[k].path, files[k].bytes);
			}
		}
	}
}

static void make_product(void *ctx, size_t i, unsigned worker)
{
	Build *b = ctx;
	const Product *p = &b->products.list.items[i];
	Buf out = BUF_INIT;
	(void)worker;
	p->make(&b->session->render, p, &out);
	stage_put(b->stage, p->path, buf_slice(&out));
	buf_release(&out);
	progress_step(b->progress);
}

static void list_products(Build *b)
{
	Session *s = b->session;
	b->pages = s->pages->list.n;
	site_products(&b->products, s->pages, &s->render, s->options->fragments);
}

/* A path without links, as far as it exists; what does not exist yet stands as it is written. */
static Slice real_of(Arena *a, Slice from, const char *path)
{
	Slice whole = path[0] == '/' ? slice_of(path) : arena_join(a, from, SL("/"), slice_of(path));
	size_t end = whole.n;
	char *real = realpath(arena_cstr(a, whole), NULL);
	while (!real && end > 0) {
		do {
			end--;
		} while (end > 0 && whole.p[end] != '/');
		real = realpath(arena_cstr(a, slice_sub(whole, 0, end)), NULL);
	}
	Slice found = arena_join(a, slice_of(real), SL("/"), slice_sub(whole, end, whole.n));
	free(real);
	return path_normal(a, found);
}

/* The output may not swallow the content, nor the content the output. */
static bool is_apart(Build *b)
{
	const Options *o = b->session->options;
	Arena *a = &b->products.arena;
	char *here = getcwd(NULL, 0);
	Slice cwd = arena_dup(a, slice_of(here));
	free(here);
	Slice repo = real_of(a, cwd, o->repo);
	Slice content = real_of(a, repo, o->content);
	Slice output = real_of(a, cwd, o->output);
	if (!path_holds(output, content) && !path_holds(content, output)) {
		return true;
	}
	DIAG(&b->session->diags, D_OUTPUT_OVERLAPS, loc_at(SL(""), 0, 0), slice_of(o->output));
	return false;
}

/* The search index is made by one thread, and so is what the audit looks for. */
static void prepare(void *ctx, size_t i, unsigned worker)
{
	Build *b = ctx;
	(void)worker;
	if (i == 0) {
		list_products(b);
	} else {
		b->audit = session_audit(b->session);
	}
}

/* The last gate: what is put in place has been read from outside first (publication.md). */
static bool is_clean(Build *b)
{
	Session *s = b->session;
	Slice shown = path_tidy(slice_of(s->options->output));
	bool clean = audit_tree(b->audit, stage_fd(b->stage), shown, s->options->jobs, &s->diags);
	return clean && !(s->options->strict && s->diags.warnings);
}

/* What files are made of. */
static void release(Build *b)
{
	gallery_free(b->gallery);
	b->gallery = NULL;
	products_release(&b->products);
	products_init(&b->products);
}

static bool run(Build *b)
{
	const Options *o = b->session->options;
	progress_phase(b->progress, "Картинки", "Pictures", 0);
	if (!is_apart(b) || !session_pictures(b->session, b->gallery)) {
		return false;
	}
	b->stage = stage_open(o->output, !o->no_compress, &b->session->diags);
	if (!b->stage) {
		return false;
	}
	progress_phase(b->progress, "Составляю указатель", "Making the index", 0);
	pool_run(o->jobs, 2, prepare, b);
	progress_phase(b->progress, "Страницы и файлы", "Pages and files", b->products.list.n);
	pool_run(o->jobs, b->products.list.n, make_product, b);
	progress_phase(b->progress, "Ищу утечки", "Looking for leaks", 0);
	put_pictures(b);
	release(b);
	session_forget_site(b->session);
	if (!is_clean(b)) {
		stage_abort(b->stage);
		return false;
	}
	return stage_commit(b->stage, NULL, &b->session->diags);
}

static void say_done(const Build *b, int64_t ms)
{
	const Options *o = b->session->options;
	Buf text = BUF_INIT;
	buf_str(&text, say(o, "Готово: ", "Done: "));
	buf_str(&text, o->output);
	buf_str(&text, say(o, " — страниц: ", ", pages: "));
	buf_uint(&text, b->pages);
	buf_str(&text, ". ");
	summary_put(&text, b->session, ms);
	if (!o->quiet) {
		print_out(buf_slice(&text));
	}
	buf_release(&text);
}

int command_build(const Options *o)
{
	Session s;
	Progress progress;
	Build b = {.session = &s, .gallery = gallery_new(), .progress = &progress};
	products_init(&b.products);
	progress_begin(&progress, o);
	progress_phase(&progress, "Читаю и проверяю записи", "Reading and checking the records", 0);
	bool ready = session_open(&s, o);
	bool strict = o->strict && s.diags.warnings;
	bool done = ready && !strict && run(&b);
	int64_t ms = progress_end(&progress);
	int status = command_tell(o, &s.diags);
	if (done) {
		say_done(&b, ms);
	}
	release(&b);
	audit_free(b.audit);
	session_close(&s);
	return status;
}
