/* Names in XML: of Office Open XML, OpenDocument and XMP. */
#include "base/charset.h"
#include "source/metadata_parts.h"

/* Elements and attributes, without their prefixes, that hold the name of a person. */
static const char *const persons[] = {
        "author",         "authors",   "Author",    "creator",        "initial-creator", "creator-initials",
        "lastModifiedBy", "manager",   "Manager",   "printed-by",     "userName",        "displayName",
        "contributor",    "publisher", "CreatedBy", "LastModifiedBy", "Owner",
};

typedef struct Reader {
	const Metadata *metadata;
	Slice xml;
	size_t at;
	bool properties;
	unsigned depth;
	unsigned person; /* depth of the element that holds a person's name; 0: none */
	unsigned meta;   /* likewise of the properties of a document in one file */
} Reader;

static Slice local_name(Slice name)
{
	size_t colon = slice_find_byte(name, ':', 0);
	return colon < name.n ? slice_sub(name, colon + 1, name.n) : name;
}

static bool is_person(Slice local)
{
	for (size_t i = 0; i < sizeof persons / sizeof *persons; i++) {
		if (slice_is(local, persons[i])) {
			return true;
		}
	}
	return false;
}

/* --- texts --- */

/* The character that a reference stands for; 0 when it is none of XML's. */
static uint32_t character_of(Slice name)
{
	static const struct {
		const char *name;
		uint32_t c;
	} known[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (slice_is(name, known[i].name)) {
			return known[i].c;
		}
	}
	bool hex = slice_starts(name, SL("#x"));
	uint32_t c = 0;
	for (size_t at = hex ? 2 : 1; slice_starts(name, SL("#")) && at < name.n && c < 0x110000; at++) {
		uint32_t lower = (unsigned char)name.p[at] | 0x20u;
		c = c * (hex ? 16 : 10) + (lower >= 'a' ? lower - 'a' + 10 : lower - '0');
	}
	return c < 0x110000 && (c < 0xD800 || c > 0xDFFF) ? c : 0;
}

static void tell(const Reader *r, Slice text, bool person)
{
	enum { REFERENCE_MOST = 10 };
	Buf plain = BUF_INIT;
	for (size_t at = 0; at < text.n;) {
		size_t end = slice_find_byte(text, '&', at);
		buf_add(&plain, slice_sub(text, at, end));
		size_t close =
		        end < text.n ? slice_find_byte(slice_sub(text, end, end + REFERENCE_MOST), ';', 0) + end : end;
		uint32_t c = close < text.n ? character_of(slice_sub(text, end + 1, close)) : 0;
		if (c) {
			buf_char(&plain, c);
		}
		at = c ? close + 1 : end + 1;
	}
	metadata_tell(r->metadata, buf_slice(&plain), person, !r->properties && !r->meta);
	buf_release(&plain);
}

static void read_text(const Reader *r, Slice text)
{
	if (r->person || r->properties || r->meta) {
		tell(r, text, r->person);
	}
}

/* --- tags --- */

/* The name that begins at *at, which moves past it. */
static Slice read_name(Slice s, size_t *at)
{
	size_t from = *at;
	while (*at < s.n && !strchr(" \t\r\n=/>", s.p[*at])) {
		++*at;
	}
	return slice_sub(s, from, *at);
}

/* PowerPoint's authors of remarks are elements of that name, and called by an attribute. */
static bool is_named(Slice element, Slice attribute)
{
	return slice_is(attribute, "name") && (slice_is(element, "cmAuthor") || slice_is(element, "author"));
}

static void read_attributes(const Reader *r, Slice tag, size_t at, Slice element)
{
	while (at < tag.n) {
		while (at < tag.n && strchr(" \t\r\n/", tag.p[at])) {
			at++;
		}
		size_t before = at;
		Slice name = read_name(tag, &at);
		size_t open = at + 1;
		char quote = open < tag.n && tag.p[at] == '=' ? tag.p[open] : '\0';
		if (quote != '"' && quote != '\'') {
			at += at == before;
			continue;
		}
		size_t close = slice_find_byte(tag, quote, open + 1);
		Slice local = local_name(name);
		bool person = is_person(local) || is_named(element, local);
		bool named = person || ((r->properties || r->meta) && !slice_starts(name, SL("xmlns")));
		if (named) {
			tell(r, slice_sub(tag, open + 1, close), person || r->person);
		}
		at = close + 1;
	}
}

static void open_element(Reader *r, Slice tag)
{
	size_t at = 0;
	Slice name = read_name(tag, &at);
	Slice local = local_name(name);
	bool empty = slice_ends(tag, SL("/"));
	read_attributes(r, tag, at, local);
	if (empty) {
		return;
	}
	r->depth++;
	if (!r->person && is_person(local)) {
		r->person = r->depth;
	}
	if (!r->meta && slice_is(name, "office:meta")) {
		r->meta = r->depth;
	}
}

static void close_element(Reader *r)
{
	r->person = r->person == r->depth ? 0 : r->person;
	r->meta = r->meta == r->depth ? 0 : r->meta;
	r->depth -= r->depth > 0;
}

/* The end of a tag: a '>' may stand in the value of an attribute. */
static size_t tag_end(Slice s, size_t at)
{
	for (; at < s.n && s.p[at] != '>'; at++) {
		if (s.p[at] == '"' || s.p[at] == '\'') {
			at = slice_find_byte(s, s.p[at], at + 1);
		}
	}
	return at < s.n ? at : s.n;
}

/* Reads past what begins with '<'. */
static void read_markup(Reader *r)
{
	static const struct {
		Slice open, close;
		bool text;
	} others[] = {
	        {{"<!--", 4}, {"-->", 3}, false}, {{"<![CDATA[", 9}, {"]]>", 3}, true}, {{"<?", 2}, {"?>", 2}, false}};
	Slice rest = slice_sub(r->xml, r->at, r->xml.n);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		if (slice_starts(rest, others[i].open)) {
			size_t end = slice_find(rest, others[i].close, others[i].open.n);
			if (others[i].text) {
				read_text(r, slice_sub(rest, others[i].open.n, end));
			}
			r->at += end + others[i].close.n;
			return;
		}
	}
	size_t end = tag_end(rest, 1);
	r->at += end + 1;
	if (slice_starts(rest, SL("</"))) {
		close_element(r);
	} else if (!slice_starts(rest, SL("<!"))) {
		open_element(r, slice_sub(rest, 1, end));
	}
}

void metadata_xml(const Metadata *m, Slice xml, bool properties)
{
	Buf plain = BUF_INIT;
	charset_read(&plain, xml);
	Reader r = {.metadata = m, .xml = buf_slice(&plain), .properties = properties};
	while (r.at < r.xml.n) {
		size_t end = slice_find_byte(r.xml, '<', r.at);
		read_text(&r, slice_sub(r.xml, r.at, end));
		r.at = end;
		if (r.at < r.xml.n) {
			read_markup(&r);
		}
	}
	buf_release(&plain);
}
