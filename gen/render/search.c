/*
 * The index of the search page, in files small enough to fetch while typing:
 *
 *   search/index.json   {"version": "1", "id": "…", "entries": 312, "each": 8,
 *                        "kinds": ["", "Новости", …], "shards": ["", "аттест", …]}
 *   search/t/N.json     terms from shards[N] on: postings.h
 *   search/d/N.json     entries N·each and on: [path, title, number in kinds, summary]
 *
 * `id` is a digest of all the rest: the script asks for the files with it, so
 * that a browser never puts files of two builds together.
 *
 * An entry holds what is public on the page that it points to (publication.md,
 * rule 1): a page of its own, or the list that shows the record.
 */
#include "base/hash.h"
#include "base/json.h"
#include "render/page.h"
#include "render/postings.h"

/* Ten results take ten files of entries at most; at eight to a file these are some 40 KB. */
enum { EACH = 8, SUMMARY = 160 };

typedef struct Entry {
	Slice path, title, summary;
	size_t kind;
} Entry;

typedef struct Index {
	Arena arena;
	const PubSite *site;
	const Pages *pages;
	Postings *postings;
	VEC(Entry) entries;
	VEC(Slice) kinds; /* titles; the first is empty */
} Index;

/* --- words of an entry: always of the last one --- */

static void add_text(Index *x, PostingRank rank, Slice text)
{
	postings_add(x->postings, (unsigned)x->entries.n - 1, rank, text);
}

/* Text of markup of ours: tags, references and holes (public.h) are blanks. */
static void add_html(Index *x, Slice html)
{
	Buf text = BUF_INIT;
	for (size_t i = 0; i < html.n; i++) {
		char c = html.p[i];
		char end = c == '<' ? '>' : ';';
		if (c == '<' || c == '&' || (c > PUB_HOLE_BASE && c <= PUB_HOLE_SIZE)) {
			i = slice_find_byte(html, end, i);
			c = ' ';
		}
		buf_byte(&text, c);
	}
	add_text(x, IN_TEXT, buf_slice(&text));
	buf_release(&text);
}

static void add_value(Index *x, const Pub *value, Slice page);

/* Keys, not what is read; the body is added as text, titles have a rank of their own. */
static bool is_searched(Slice key)
{
	static const char *const others[] = {"id", "url", "email", "phone", "toc", "body", "title", "name", "number"};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (slice_is(key, others[i])) {
			return false;
		}
	}
	return true;
}

static void add_titles(Index *x, const Pub *map, Slice page, PostingRank rank)
{
	add_text(x, rank, pub_text(map, "name", page));
	add_text(x, rank, pub_text(map, "title", page));
	add_text(x, rank, pub_text(map, "number", page));
}

/* A stand-in for a person is no word to find anybody by. */
static void add_map(Index *x, const Pub *map, Slice page)
{
	if (pub_flag(map, "anonymous", page)) {
		return;
	}
	add_titles(x, map, page, IN_FIELD);
	for (size_t i = 0; i < map->as.map.n; i++) {
		if (is_searched(map->as.map.entries[i].key)) {
			add_value(x, map->as.map.entries[i].value, page);
		}
	}
}

static void add_value(Index *x, const Pub *value, Slice page)
{
	const Pub *v = pub_on(value, page);
	if (!v) {
		return;
	}
	switch (v->type) {
	case PUB_TEXT:
		add_text(x, IN_FIELD, v->as.text);
		break;
	case PUB_TERM:
		add_text(x, IN_FIELD, v->as.term.title);
		break;
	case PUB_HTML:
		add_html(x, v->as.text);
		break;
	case PUB_LIST:
		for (size_t i = 0; i < v->as.list.n; i++) {
			add_value(x, v->as.list.items[i], page);
		}
		break;
	case PUB_MAP:
		add_map(x, v, page);
		break;
	case PUB_RECORD:
		add_titles(x, v, page, IN_FIELD);
		break;
	default:
		break;
	}
}

enum { LONG_TITLE = 80 }; /* letters: from there on a title is a summary, and says what else the record is near to */

/* What a record goes by. The words of an act that is not in force, or of a long
 * title, do not stand above those of the record that is sought by them. */
static void add_own_titles(Index *x, const PubRecord *rec)
{
	Slice title = pub_text(&rec->fields, "title", rec->page);
	const Pub *status = rec->kind == PUB_DOCUMENTS ? pub_get(&rec->fields, SL("status"), rec->page) : NULL;
	bool stale = status && !slice_is(status->as.term.id, "active");
	add_text(x, IN_TITLE, pub_text(&rec->fields, "name", rec->page));
	add_text(x, IN_TITLE, pub_text(&rec->fields, "number", rec->page));
	add_text(x, stale || utf8_length(title) >= LONG_TITLE ? IN_FIELD : IN_TITLE, title);
}

static void add_fields(Index *x, const PubRecord *rec)
{
	add_own_titles(x, rec);
	for (size_t i = 0; i < rec->fields.as.map.n; i++) {
		const PubEntry *e = &rec->fields.as.map.entries[i];
		bool old_paths = slice_is(e->key, "aliases");
		if (is_searched(e->key) && !old_paths) {
			add_value(x, e->value, rec->page);
		}
	}
	add_text(x, IN_TEXT, rec->text);
}

/* --- entries --- */

/* In one line of at most 160 characters, cut between words. */
static Slice shortened(Arena *a, Slice whole)
{
	Slice text = slice_trim(whole);
	Buf line = BUF_INIT;
	size_t length = 0;
	size_t cut = 0;
	for (size_t at = 0; at < text.n && length <= SUMMARY;) {
		uint32_t c = utf8_next(text, &at);
		bool blank = char_is_space(c);
		if (blank && (line.n == 0 || line.p[line.n - 1] == ' ')) {
			continue;
		}
		cut = blank && length < SUMMARY ? line.n : cut;
		buf_char(&line, blank ? ' ' : c);
		length++;
	}
	Slice kept = slice_sub(buf_slice(&line), 0, length <= SUMMARY ? line.n : cut);
	kept = arena_join(a, kept, length <= SUMMARY ? SL("") : SL("…"), SL(""));
	buf_release(&line);
	return kept;
}

static size_t kind_number(Index *x, Slice title)
{
	for (size_t i = 0; i < x->kinds.n; i++) {
		if (slice_eq(x->kinds.items[i], title)) {
			return i;
		}
	}
	vec_push(&x->kinds, title);
	return x->kinds.n - 1;
}

/* Title of the section's list. */
static Slice kind_of(Index *x, Slice list)
{
	const Page *page = map_get(&x->pages->by_path, list);
	return page ? page->title : SL("");
}

/* What tells one record from another where nobody wrote a summary. */
static Slice summary_of(const PubRecord *rec)
{
	static const char *const fields[] = {"summary", "position", "class", "place", "issuer", "form", "period"};
	Slice text = SL("");
	for (size_t i = 0; i < sizeof fields / sizeof *fields && text.n == 0; i++) {
		text = pub_text(&rec->fields, fields[i], rec->page);
	}
	return text;
}

static void add_entry(Index *x, Slice path, Slice title, Slice summary, Slice kind)
{
	vec_push(&x->entries, (Entry){path, title, shortened(&x->arena, summary), kind_number(x, kind)});
}

static void add_record_page(Index *x, const Page *page)
{
	const PubRecord *rec = page->record;
	if (!pub_on(&rec->self, rec->page)) {
		return;
	}
	Slice list = arena_join(&x->arena, page->section, SL("/"), SL(""));
	add_entry(x, page->path, page->title, page->about.n ? page->about : summary_of(rec), kind_of(x, list));
	add_fields(x, rec);
	if (rec->kind == PUB_MENTORS) {
		add_text(x, IN_TITLE, kind_of(x, list)); /* «наставник по физике»: who the name is */
	}
}

/* A list or a service page: its name, and what it shows that no record has. */
static void add_other_page(Index *x, const Page *page)
{
	add_entry(x, page->path, page->title, page->about, SL(""));
	add_text(x, IN_TITLE, page->title);
	add_text(x, IN_FIELD, page->about);
	if (page->type == PAGE_home) {
		add_value(x, pub_get(&x->site->site, SL("intro"), page->path), page->path);
	} else if (page->type == PAGE_forms) {
		add_value(x, pub_get(&x->site->policy, SL("forms"), page->path), page->path);
		add_value(x, pub_get(&x->site->policy, SL("kinds"), page->path), page->path);
	} else if (page->type == PAGE_roadmap) {
		add_value(x, x->site->roadmap, page->path);
	}
}

static bool is_entry(const Page *page)
{
	bool part_of_news = page->type == PAGE_news && !slice_is(page->path, "news/");
	return page->type != PAGE_not_found && page->type != PAGE_search && !part_of_news;
}

/* The page of the act that the section is kept by; NULL when it is not published. */
static const Page *page_of_act(const Index *x)
{
	const Pub *act = pub_get(&x->site->policy, SL("act"), SL("documents/"));
	const Pub *document = act ? pub_get(act, SL("document"), SL("documents/")) : NULL;
	return document && document->type == PUB_RECORD ? map_get(&x->pages->by_path, document->as.record->page) : NULL;
}

/* Of entries that fit alike the script shows the first: the school's own act before those it follows, then public
 * order. */
static void add_pages(Index *x)
{
	const Page *act = page_of_act(x);
	if (act) {
		add_record_page(x, act);
	}
	for (size_t i = 0; i < x->pages->list.n; i++) {
		const Page *page = x->pages->list.items[i];
		if (is_entry(page) && page != act) {
			(page->record ? add_record_page : add_other_page)(x, page);
		}
	}
}

/* Records without a page of their own point at the list that shows them. */
static void add_listed(Index *x, PubKind kind)
{
	PubList list = x->site->kinds[kind];
	for (size_t i = 0; i < list.n; i++) {
		const PubRecord *rec = list.items[i];
		Slice title = pub_text(&rec->fields, "title", rec->page);
		Slice name = pub_text(&rec->fields, "name", rec->page);
		if (pub_on(&rec->self, rec->page) && pages_has(x->pages, rec->page)) {
			add_entry(x, rec->page, title.n ? title : name, title.n && name.n ? name : summary_of(rec),
			          kind_of(x, rec->page));
			add_fields(x, rec);
		}
	}
}

/* --- files --- */

static void make_ready(const Render *r, const Product *p, Buf *out)
{
	(void)r;
	buf_add(out, *(const Slice *)p->arg);
}

/* Adds a file whose bytes are in the list's arena. */
static void add_file(Products *ps, Slice path, Slice bytes)
{
	Slice *kept = ARENA_NEW(&ps->arena, Slice);
	*kept = bytes;
	products_add(ps, path, make_ready, kept);
}

static void note_digest(Buf *digests, Slice bytes)
{
	char hex[33];
	digest_hex(hex, digest_of(bytes));
	buf_str(digests, hex);
}

static void put_entry(Json *j, const Entry *e)
{
	json_open(j, '[');
	json_text(j, e->path);
	json_text(j, e->title);
	json_int(j, (int64_t)e->kind);
	json_text(j, e->summary);
	json_close(j, ']');
}

static void add_entry_files(Index *x, Products *ps, Buf *digests)
{
	Buf bytes = BUF_INIT;
	for (size_t from = 0; from < x->entries.n; from += EACH) {
		Json j;
		buf_clear(&bytes);
		json_init(&j, &bytes, false);
		json_open(&j, '[');
		for (size_t i = from; i < from + EACH && i < x->entries.n; i++) {
			put_entry(&j, &x->entries.items[i]);
		}
		json_close(&j, ']');
		note_digest(digests, buf_slice(&bytes));
		add_file(ps, arena_printf(&ps->arena, "search/d/%zu.json", from / EACH),
		         arena_dup(&ps->arena, buf_slice(&bytes)));
	}
	buf_release(&bytes);
}

static void put_texts(Json *j, const char *key, const Slice *texts, size_t n)
{
	json_key(j, slice_of(key));
	json_open(j, '[');
	for (size_t i = 0; i < n; i++) {
		json_text(j, texts[i]);
	}
	json_close(j, ']');
}

static void add_index_file(Index *x, Products *ps, const Slice *from, size_t shards, Slice digests)
{
	Json j;
	Buf bytes = BUF_INIT;
	char hex[33];
	digest_hex(hex, digest_of(digests));
	json_init(&j, &bytes, false);
	json_open(&j, '{');
	json_pair(&j, "version", SL("1"));
	json_pair(&j, "id", slice_sub(slice_of(hex), 0, 16));
	json_key(&j, SL("entries"));
	json_int(&j, (int64_t)x->entries.n);
	json_key(&j, SL("each"));
	json_int(&j, EACH);
	put_texts(&j, "kinds", x->kinds.items, x->kinds.n);
	put_texts(&j, "shards", from, shards);
	json_close(&j, '}');
	add_file(ps, SL("search/index.json"), arena_dup(&ps->arena, buf_slice(&bytes)));
	buf_release(&bytes);
}

static void add_files(Index *x, Products *ps)
{
	Buf digests = BUF_INIT;
	size_t n;
	PostingShard *shards = postings_shards(x->postings, &ps->arena, &n);
	Slice *from = arena_array(&x->arena, n, sizeof *from);
	for (size_t i = 0; i < n; i++) {
		from[i] = shards[i].from;
		note_digest(&digests, shards[i].json);
		add_file(ps, arena_printf(&ps->arena, "search/t/%zu.json", i), shards[i].json);
	}
	add_entry_files(x, ps, &digests);
	add_index_file(x, ps, from, n, buf_slice(&digests));
	buf_release(&digests);
}

void search_products(Products *ps, const Render *r)
{
	const Pages *pages = r->pages;
	Index x = {.arena = ARENA_INIT, .site = r->site, .pages = pages, .postings = postings_new()};
	kind_number(&x, SL(""));
	add_pages(&x);
	add_listed(&x, PUB_MENTEES);
	add_listed(&x, PUB_AWARDS);
	add_listed(&x, PUB_SURVEYS);
	add_files(&x, ps);
	vec_release(&x.entries);
	vec_release(&x.kinds);
	postings_free(x.postings);
	arena_release(&x.arena);
}
