/* Pictures and links in prose: what a text may point at, and what it shows of it. */
#include "base/escape.h"
#include "record/text.h"
#include "redact/names.h"
#include "redact/writer.h"

static const PubMedia *picture_here(Writer *w, const MdNode *node)
{
	const MediaFile *m = corpus_media(w->pass->door->corpus, node->url);
	const Pub *v = m ? pub_on(door_media(w->pass, m, NULL), w->page) : NULL;
	return v ? v->as.media : NULL;
}

static void write_hole(Writer *w, char hole, const PubMedia *m)
{
	buf_byte(&w->html, hole);
	buf_uint(&w->html, m->index);
	buf_byte(&w->html, ';');
}

static void write_caption(Writer *w, const PubMedia *m)
{
	if (!m->caption && !m->credit) {
		return;
	}
	writer_tag(w, "<figcaption>");
	if (m->caption) {
		writer_text(w, m->caption->as.text);
	}
	if (m->credit) {
		writer_tag(w, m->caption ? " <small>" : "<small>");
		writer_text(w, m->credit->as.text);
		writer_tag(w, "</small>");
	}
	writer_tag(w, "</figcaption>");
}

void writer_figure(Writer *w, const MdNode *image)
{
	const PubMedia *m = picture_here(w, image);
	if (!m) {
		return; /* rule 6: the figure is left out */
	}
	writer_tag(w, "<figure>");
	write_hole(w, PUB_HOLE_MEDIA, m);
	write_caption(w, m);
	writer_tag(w, "</figure>");
	writer_end_block(w);
}

void writer_image(Writer *w, const MdNode *node)
{
	const PubMedia *m = picture_here(w, node);
	if (m) {
		write_hole(w, PUB_HOLE_MEDIA, m);
	}
}

static void link_to_file(Writer *w, const MdNode *node, const MediaFile *m)
{
	const Pub *v = pub_on(door_media(w->pass, m, NULL), w->page);
	if (!v) {
		writer_children(w, node, false);
		return;
	}
	writer_tag(w, "<a href=\"");
	write_hole(w, PUB_HOLE_FILE, v->as.media);
	writer_tag(w, "\">");
	writer_children(w, node, false);
	writer_tag(w, " (");
	write_hole(w, PUB_HOLE_SIZE, v->as.media);
	writer_tag(w, ")</a>");
}

static void note_link(Writer *w, const MdNode *node, Slice path)
{
	Slice page = slice_sub(path, 0, slice_find_byte(path, '#', 0));
	page = slice_sub(page, 0, slice_find_byte(page, '?', 0));
	vec_push(w->pass->links, (Link){node->loc, arena_dup(w->pass->arena, page)});
}

void writer_link(Writer *w, const MdNode *node)
{
	const Door *d = w->pass->door;
	const MediaFile *file = text_is_media(node->url) ? corpus_media(d->corpus, node->url) : NULL;
	Slice path;
	if (file) {
		link_to_file(w, node, file);
		return;
	}
	writer_tag(w, "<a href=\"");
	if (slice_starts(node->url, SL("#"))) {
		escape_html(&w->html, node->url);
	} else if (door_inside(d, node->url, &path)) {
		note_link(w, node, path);
		buf_byte(&w->html, PUB_HOLE_BASE);
		escape_html(&w->html, path);
	} else {
		escape_html(&w->html, node->url);
	}
	writer_tag(w, "\">");
	writer_children(w, node, false);
	writer_tag(w, "</a>");
}

static void write_anchor_to(Writer *w, Slice url, Slice text)
{
	if (url.n) {
		writer_tag(w, "<a href=\"");
		escape_html(&w->html, url);
		writer_tag(w, "\">");
	}
	writer_text(w, text);
	writer_tag(w, url.n ? "</a>" : "");
}

static bool is_part(Kind kind)
{
	return kind == O_mentor || kind == O_mentee;
}

/* Rule 11: a link from a public text to an absent record is an error that names both places. */
static bool is_withheld(Writer *w, const Record *r)
{
	const Door *d = w->pass->door;
	if (r->kind == O_person) {
		return rule_person_absent(&d->rules, r);
	}
	if (is_part(r->kind)) {
		return door_standing(d, r)->part == PART_ABSENT;
	}
	return !door_has_page(d, r);
}

/* [[kind:id]]: the record's public name, and a link where it has a page. */
void writer_record(Writer *w, const MdNode *node)
{
	Kind kind = text_link_kind(node->text);
	const Record *r = kind == OWNER_KINDS ? NULL : corpus_find(w->pass->door->corpus, kind, node->url);
	Slice url = SL("");
	if (!r || is_withheld(w, r)) {
		if (r) {
			DIAG(w->pass->diags, D_WITHHELD_LINK, node->loc, r->path);
		}
		return;
	}
	if (kind == O_person || is_part(kind)) {
		Slice name = name_on_page(w->pass, r, w->page, &url);
		write_anchor_to(w, url, name);
		return;
	}
	Slice title = rec_text(&r->rec, schema_find(kind, kind == O_partner ? SL("name") : SL("title")));
	Slice page = record_page(w->pass->arena, r);
	write_anchor_to(w, door_url(w->pass->arena, w->pass->door, page)->as.text, title);
}
