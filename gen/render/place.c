#include "render/place.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_letter(char c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
}

static void append(char *name, size_t cap, char c)
{
	size_t n = strlen(name);
	if (n + 1 < cap) {
		name[n] = lower(c);
		name[n + 1] = '\0';
	}
}

static bool is_one_of(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(name, names[i]) == 0) {
			return true;
		}
	}
	return false;
}

/* Attributes whose value is an address (HTML, 4 and 15; SVG's without its prefix). */
static bool is_address(const char *attribute)
{
	static const char *const names[] = {"href",       "src",  "srcset", "action", "formaction", "poster",
	                                    "xlink:href", "cite", "data",   "ping",   "imagesrcset"};
	return is_one_of(attribute, names, sizeof names / sizeof *names);
}

static bool is_code(const char *attribute)
{
	return strncmp(attribute, "on", 2) == 0 || strcmp(attribute, "style") == 0 || strcmp(attribute, "srcdoc") == 0;
}

static bool is_raw(const char *tag)
{
	return strcmp(tag, "script") == 0 || strcmp(tag, "style") == 0;
}

static void end_tag(PlaceState *s)
{
	s->mode = !s->closing && is_raw(s->tag) ? IN_RAW : IN_TEXT;
	s->matched = 0;
}

static void start_attribute(PlaceState *s, char c)
{
	s->mode = IN_ATTRIBUTE;
	s->attribute[0] = '\0';
	append(s->attribute, sizeof s->attribute, c);
}

static void feed_text(PlaceState *s, char c)
{
	if (c == '<') {
		s->mode = IN_OPEN;
		s->closing = false;
	}
}

static void feed_open(PlaceState *s, char c)
{
	if (c == '/' && !s->closing) {
		s->closing = true;
	} else if (is_letter(c)) {
		s->mode = IN_NAME;
		s->tag[0] = '\0';
		append(s->tag, sizeof s->tag, c);
	} else if ((c == '!' || c == '?') && !s->closing) {
		s->mode = IN_MARKUP;
		s->matched = c == '!';
	} else {
		s->mode = IN_TEXT;
		feed_text(s, c);
	}
}

/* Inside a tag, outside attributes and their values; a name goes on until one of these. */
static void feed_tag(PlaceState *s, char c)
{
	bool named = s->mode == IN_ATTRIBUTE || s->mode == AFTER_ATTRIBUTE;
	if (c == '>') {
		end_tag(s);
	} else if (c == '/') {
		s->mode = IN_TAG;
	} else if (is_blank(c)) {
		s->mode = named ? AFTER_ATTRIBUTE : IN_TAG;
	} else if (c == '=' && named) {
		s->mode = BEFORE_VALUE;
	} else if (s->mode == IN_NAME) {
		append(s->tag, sizeof s->tag, c);
	} else if (s->mode == IN_ATTRIBUTE) {
		append(s->attribute, sizeof s->attribute, c);
	} else {
		start_attribute(s, c);
	}
}

static void feed_before_value(PlaceState *s, char c)
{
	if (c == '"' || c == '\'') {
		s->mode = IN_VALUE;
		s->quote = c;
		s->settled = false;
	} else if (c == '>') {
		end_tag(s);
	} else if (!is_blank(c)) {
		s->mode = IN_BARE_VALUE;
	}
}

static void feed_value(PlaceState *s, char c)
{
	if (c == s->quote) {
		s->mode = IN_TAG;
	} else if (c == '/' || c == ':' || c == '?' || c == '#') {
		s->settled = true;
	}
}

static void feed_bare_value(PlaceState *s, char c)
{
	if (c == '>') {
		end_tag(s);
	} else if (is_blank(c)) {
		s->mode = IN_TAG;
	}
}

/* Raw text ends at the element's own closing tag alone. */
static void feed_raw(PlaceState *s, char c)
{
	char want = s->matched == 0 ? '<' : s->matched == 1 ? '/' : s->tag[s->matched - 2];
	if (lower(c) == want) {
		s->matched++;
	} else {
		s->matched = c == '<';
	}
	if (s->matched == strlen(s->tag) + 2) {
		s->mode = IN_NAME;
		s->closing = true;
	}
}

static void feed_markup(PlaceState *s, char c)
{
	if (s->matched && c == '-') {
		s->matched++;
		if (s->matched == 3) {
			s->mode = IN_COMMENT;
			s->matched = 0;
		}
		return;
	}
	s->matched = 0;
	if (c == '>') {
		s->mode = IN_TEXT;
	}
}

static void feed_comment(PlaceState *s, char c)
{
	if (c == '-') {
		s->matched += s->matched < 2;
	} else if (c == '>' && s->matched == 2) {
		s->mode = IN_TEXT;
	} else {
		s->matched = 0;
	}
}

void place_feed(PlaceState *s, Slice text)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		switch (s->mode) {
		case IN_TEXT:
			feed_text(s, c);
			break;
		case IN_OPEN:
			feed_open(s, c);
			break;
		case IN_NAME:
		case IN_TAG:
		case IN_ATTRIBUTE:
		case AFTER_ATTRIBUTE:
			feed_tag(s, c);
			break;
		case BEFORE_VALUE:
			feed_before_value(s, c);
			break;
		case IN_VALUE:
			feed_value(s, c);
			break;
		case IN_BARE_VALUE:
			feed_bare_value(s, c);
			break;
		case IN_RAW:
			feed_raw(s, c);
			break;
		case IN_MARKUP:
			feed_markup(s, c);
			break;
		case IN_COMMENT:
			feed_comment(s, c);
			break;
		}
	}
}

static Place in_value(const PlaceState *s)
{
	if (is_code(s->attribute)) {
		return PLACE_CODE;
	}
	/* A list of addresses starts anew after each comma, so nothing settles it. */
	bool list = strcmp(s->attribute, "srcset") == 0 || strcmp(s->attribute, "imagesrcset") == 0;
	return is_address(s->attribute) && (list || !s->settled) ? PLACE_URL : PLACE_VALUE;
}

Place place_now(const PlaceState *s)
{
	switch (s->mode) {
	case IN_TEXT:
		return PLACE_TEXT;
	case IN_VALUE:
		return in_value(s);
	case IN_RAW:
		return strcmp(s->tag, "script") == 0 ? PLACE_SCRIPT : PLACE_STYLE;
	case IN_MARKUP:
	case IN_COMMENT:
		return PLACE_COMMENT;
	default:
		return PLACE_TAG;
	}
}
