#include "record/scalar.h"

#include "base/locale.h"
#include "record/medium.h"

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
	return is_lower(c) || is_digit(c) || (c >= 'A' && c <= 'Z');
}

bool scalar_id_valid(Slice id)
{
	if (id.n == 0 || id.n > 64 || id.p[0] == '-' || id.p[id.n - 1] == '-') {
		return false;
	}
	for (size_t i = 0; i < id.n; i++) {
		if (!is_lower(id.p[i]) && !is_digit(id.p[i]) && id.p[i] != '-') {
			return false;
		}
	}
	return true;
}

/* The public number of a programme: [0-9A-Za-z][0-9A-Za-z-]*; it names a folder, so 255 bytes bound it. */
static bool number_valid(Slice s)
{
	if (s.n == 0 || s.n > 200 || !is_alnum(s.p[0])) {
		return false;
	}
	for (size_t i = 1; i < s.n; i++) {
		if (!is_alnum(s.p[i]) && s.p[i] != '-') {
			return false;
		}
	}
	return true;
}

/* A word of a vocabulary is named by the school, so more is allowed than in a file name. */
static bool slug_valid(Slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!is_alnum(s.p[i]) && s.p[i] != '-' && s.p[i] != '_' && s.p[i] != '.') {
			return false;
		}
	}
	return s.n > 0 && s.n <= 64;
}

static bool has_controls_or_blanks(Slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c <= ' ' || c == 0x7F || c == '<' || c == '>' || c == '"' || c == '\\') {
			return true;
		}
	}
	return false;
}

static bool has_scheme(Slice url)
{
	size_t colon = slice_find_byte(url, ':', 0);
	for (size_t i = 0; i < colon; i++) {
		if (!is_alnum(url.p[i]) && url.p[i] != '+' && url.p[i] != '-' && url.p[i] != '.') {
			return false;
		}
	}
	return colon < url.n && colon > 0;
}

static bool is_web(Slice url)
{
	Slice rest = slice_starts(url, SL("https://"))  ? slice_sub(url, 8, url.n)
	             : slice_starts(url, SL("http://")) ? slice_sub(url, 7, url.n)
	                                                : SL("");
	return rest.n > 0 && rest.p[0] != '/';
}

bool decode_url_valid(Slice url)
{
	if (url.n == 0 || has_controls_or_blanks(url)) {
		return false;
	}
	if (slice_starts(url, SL("mailto:"))) {
		return url.n > 7 && slice_find_byte(url, '@', 0) < url.n;
	}
	if (slice_starts(url, SL("tel:"))) {
		return url.n > 4;
	}
	/* "//host" would leave the site under whatever scheme the page has. */
	return is_web(url) || (!has_scheme(url) && !slice_starts(url, SL("//")));
}

bool scalar_base_url_valid(Slice url)
{
	return is_web(url) && decode_url_valid(url) && slice_ends(url, SL("/")) &&
	       slice_find_byte(url, '?', 0) == url.n && slice_find_byte(url, '#', 0) == url.n;
}

/* Components "." and ".." and empty ones lead elsewhere. */
static bool stays_inside(Slice s)
{
	Slice rest = slice_ends(s, SL("/")) ? slice_sub(s, 0, s.n - 1) : s;
	Slice part;
	while (rest.n && slice_split(&rest, '/', &part)) {
		if (part.n == 0 || slice_is(part, ".") || slice_is(part, "..")) {
			return false;
		}
	}
	return true;
}

/* A path of the site, its leading '/' dropped. */
static bool path_decode(Slice *out, Slice s)
{
	s = slice_starts(s, SL("/")) ? slice_sub(s, 1, s.n) : s;
	*out = s;
	return !has_controls_or_blanks(s) && slice_find_byte(s, '?', 0) == s.n && slice_find_byte(s, '#', 0) == s.n &&
	       !has_scheme(s) && stays_inside(s);
}

static bool int_decode(int64_t *out, const FieldInfo *f, Slice s)
{
	bool negative = slice_starts(s, SL("-"));
	unsigned value;
	if (!slice_uint(negative ? slice_sub(s, 1, s.n) : s, &value)) {
		return false;
	}
	*out = negative ? -(int64_t)value : (int64_t)value;
	return *out >= schema_range_low(f) && *out <= schema_range_high(f);
}

static bool bool_decode(bool *out, Slice s)
{
	*out = slice_is(s, "true");
	return *out || slice_is(s, "false");
}

/* "media/x.jpg", no way out of the folder; blanks and any letters may be in a file's name. */
static bool media_valid(Slice s)
{
	return slice_starts(s, SL("media/")) && s.n > 6 && stays_inside(s) && !slice_ends(s, SL("/"));
}

static bool fault(Decoder *d, DiagId id, const FieldInfo *f, const Node *node)
{
	DIAG(d->diags, id, node->loc, f->name);
	return false;
}

static bool decode_int(Decoder *d, Val *out, const FieldInfo *f, const Node *node)
{
	if (int_decode(&out->as.number, f, slice_trim(node->text))) {
		return true;
	}
	Slice low = arena_printf(d->arena, "%lld", (long long)schema_range_low(f));
	Slice high = arena_printf(d->arena, "%lld", (long long)schema_range_high(f));
	DIAG(d->diags, D_WANT_INT, node->loc, f->name, low, high);
	return false;
}

static bool decode_enum(Decoder *d, Val *out, const FieldInfo *f, const Node *node)
{
	out->as.choice = schema_enum_find((EnumId)f->of, node->text);
	if (out->as.choice != ENUM_ROWS) {
		return true;
	}
	Buf list = BUF_INIT;
	schema_enum_list(&list, (EnumId)f->of);
	DIAG(d->diags, D_WANT_ENUM, node->loc, f->name, buf_slice(&list));
	buf_release(&list);
	return false;
}

static bool decode_ref(Decoder *d, Val *out, const FieldInfo *f, const Node *node)
{
	out->as.ref.id = node->text;
	if (scalar_id_valid(node->text)) {
		return true;
	}
	Slice folder = f->type == TYPE_TWIN ? SL("documents/, methods") : schema_kind((Kind)f->of)->folder;
	DIAG(d->diags, D_WANT_REF, node->loc, f->name, folder);
	return false;
}

/* Forms count the path from the root of the content folder: "/media/x.jpg". */
static bool decode_media(Decoder *d, Val *out, const FieldInfo *f, const Node *node)
{
	Slice path = slice_sub(node->text, slice_starts(node->text, SL("/media/")), node->text.n);
	if (!media_valid(path)) {
		return fault(d, D_WANT_MEDIA, f, node);
	}
	if (f->type == TYPE_IMAGE && medium_picture(path) == PICTURE_NONE) {
		return fault(d, D_WANT_IMAGE, f, node);
	}
	out->as.media.path = path;
	return true;
}

static bool decode_line(Decoder *d, Val *out, const FieldInfo *f, const Node *node)
{
	out->as.text = slice_trim(node->text);
	if (slice_find_byte(out->as.text, '\n', 0) < out->as.text.n) {
		return fault(d, D_WANT_STRING, f, node);
	}
	return out->as.text.n || f->type == TYPE_ALT ? true : fault(d, D_EMPTY_FIELD, f, node);
}

bool scalar_decode(Decoder *d, Val *out, FieldId id, const Node *node)
{
	const FieldInfo *f = schema_field(id);
	Slice s = slice_trim(node->text);
	out->as.text = s;
	switch (f->type) {
	case TYPE_STRING:
	case TYPE_ALT:
		return decode_line(d, out, f, node);
	case TYPE_BOOL:
		return bool_decode(&out->as.flag, s) || fault(d, D_WANT_BOOL, f, node);
	case TYPE_INT:
		return decode_int(d, out, f, node);
	case TYPE_DATE:
		return date_parse(&out->as.date, s) || fault(d, D_WANT_DATE, f, node);
	case TYPE_MOMENT:
		return moment_parse(&out->as.moment, s) || fault(d, D_WANT_MOMENT, f, node);
	case TYPE_ENUM:
		return decode_enum(d, out, f, node);
	case TYPE_REF:
	case TYPE_TWIN:
		return decode_ref(d, out, f, node);
	case TYPE_VOCAB:
		out->as.vocab.id = s;
		return true;
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		return decode_media(d, out, f, node);
	case TYPE_URL:
		return decode_url_valid(s) || fault(d, D_WANT_URL, f, node);
	case TYPE_BASE_URL:
		return scalar_base_url_valid(s) || fault(d, D_WANT_BASE_URL, f, node);
	case TYPE_PATH:
		return path_decode(&out->as.text, s) || fault(d, D_WANT_PATH, f, node);
	case TYPE_ZONE:
		return zone_known(s) || fault(d, D_WANT_ZONE, f, node);
	case TYPE_NUMBER:
		return number_valid(s) || fault(d, D_WANT_NUMBER, f, node);
	case TYPE_SLUG:
		return slug_valid(s) || fault(d, D_WANT_NUMBER, f, node);
	case TYPE_TEXT:
	case TYPE_BODYTEXT:
	case TYPE_FREE:
	case TYPE_MAP:
		break;
	}
	return false;
}
