#include "record/text.h"

#include "base/locale.h"
#include "record/decode.h"
#include "record/scalar.h"

typedef struct Checker {
	const Corpus *corpus;
	Diags *diags;
	unsigned level; /* of the last heading; 0: none yet */
} Checker;

/* Kinds with a page, and people, who are named or stood in for. */
static const Kind linkable[] = {O_mentor,   O_mentee, O_person, O_programme, O_partner, O_case,
                                O_document, O_method, O_news,   O_event,     O_page};

Kind text_link_kind(Slice name)
{
	for (size_t i = 0; i < sizeof linkable / sizeof *linkable; i++) {
		if (slice_eq(schema_kind(linkable[i])->name, name)) {
			return linkable[i];
		}
	}
	return OWNER_KINDS;
}

bool text_is_media(Slice url)
{
	return slice_starts(url, SL("media/"));
}

static void check_record_link(Checker *c, const MdNode *node)
{
	Kind kind = text_link_kind(node->text);
	if (kind == OWNER_KINDS || !scalar_id_valid(node->url)) {
		Buf list = BUF_INIT;
		for (size_t i = 0; i < sizeof linkable / sizeof *linkable; i++) {
			buf_str(&list, i ? ", " : "");
			buf_add(&list, schema_kind(linkable[i])->name);
		}
		DIAG(c->diags, D_BAD_RECORD_LINK, node->loc, buf_slice(&list));
		buf_release(&list);
	} else if (!corpus_find(c->corpus, kind, node->url) &&
	           !corpus_record_is_faulty(c->corpus, kind, node->url, c->diags)) {
		DIAG(c->diags, D_DANGLING_LINK, node->loc, schema_kind(kind)->folder);
	}
}

/* The first heading sets the level; a later one may go up by any number and down by one. */
static void check_heading(Checker *c, const MdNode *node)
{
	if (c->level && node->level > c->level + 1) {
		char digits[2][2] = {{(char)('0' + c->level)}, {(char)('0' + node->level)}};
		DIAG(c->diags, D_HEADING_SKIP, node->loc, slice_of(digits[0]), slice_of(digits[1]));
	}
	c->level = node->level;
}

static bool is_vague(Slice text)
{
	static const char *const vague[] = {
	        "здесь",     "тут",        "сюда",         "скачать",  "подробнее", "далее",     "ссылка",
	        "по ссылке", "читать",     "читать далее", "смотреть", "открыть",   "перейти",   "нажмите здесь",
	        "here",      "click here", "download",     "link",     "more",      "read more",
	};
	Buf folded = BUF_INIT;
	text_lower(&folded, slice_trim(text));
	while (folded.n && (folded.p[folded.n - 1] == '.' || folded.p[folded.n - 1] == '!')) {
		folded.n--;
	}
	bool found = false;
	for (size_t i = 0; i < sizeof vague / sizeof *vague; i++) {
		found |= slice_is(buf_slice(&folded), vague[i]);
	}
	buf_release(&folded);
	return found;
}

static bool holds(const MdNode *node, MdType type)
{
	for (const MdNode *n = node->first; n; n = n->next) {
		if (n->type == type || holds(n, type)) {
			return true;
		}
	}
	return false;
}

static void check_link(Checker *c, const MdNode *node)
{
	Buf text = BUF_INIT;
	markdown_text(&text, node);
	bool named = slice_trim(buf_slice(&text)).n || holds(node, MD_IMAGE) || holds(node, MD_RECORD);
	if (node->url.n == 0 || !named) {
		DIAG_AT(c->diags, D_EMPTY_LINK, node->loc);
	} else if (is_vague(buf_slice(&text))) {
		DIAG_AT(c->diags, D_VAGUE_LINK, node->loc);
	} else if (!decode_url_valid(node->url)) {
		DIAG_AT(c->diags, D_BAD_LINK, node->loc);
	} else if (text_is_media(node->url) && !corpus_media(c->corpus, node->url) &&
	           !corpus_is_faulty(c->corpus, node->url, c->diags)) {
		DIAG_AT(c->diags, D_BROKEN_LINK, node->loc);
	}
	buf_release(&text);
}

static void check_image(Checker *c, const MdNode *node)
{
	const MediaFile *m = corpus_media(c->corpus, node->url);
	if (!text_is_media(node->url)) {
		DIAG_AT(c->diags, D_BAD_IMAGE_PATH, node->loc);
	} else if (m ? !m->picture : !corpus_is_faulty(c->corpus, node->url, c->diags)) {
		DIAG_AT(c->diags, D_MISSING_IMAGE, node->loc);
	} else if (m && !m->sidecar && m->portrait && !map_get(&c->corpus->by_id[O_media], m->path)) {
		/* A portrait needs no sidecar as a photo; in a text it does. */
		DIAG(c->diags, D_NO_SIDECAR, node->loc, m->file->shown);
	}
}

static void check_node(Checker *c, const MdNode *node)
{
	switch (node->type) {
	case MD_HEADING:
		check_heading(c, node);
		break;
	case MD_LINK:
		check_link(c, node);
		break;
	case MD_IMAGE:
		check_image(c, node);
		break;
	case MD_RECORD:
		check_record_link(c, node);
		break;
	default:
		break;
	}
	for (const MdNode *n = node->first; n; n = n->next) {
		check_node(c, n);
	}
}

void text_check(const Corpus *c, const MdNode *tree, Diags *diags)
{
	Checker checker = {c, diags, 0};
	check_node(&checker, tree);
}
