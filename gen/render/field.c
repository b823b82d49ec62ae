/* The virtual fields of markup.h. */
#include "render/markup.h"

#include "render/media.h"

typedef enum Owner { OWNER_WHEN, OWNER_TERM, OWNER_PICTURE, OWNER_FILE, OWNER_NONE } Owner;

typedef enum FieldId {
	FIELD_ISO,
	FIELD_TEXT,
	FIELD_DAY,
	FIELD_YEAR,
	FIELD_MONTH,
	FIELD_ID,
	FIELD_TITLE,
	FIELD_IMG,
	FIELD_IMG_EAGER,
	FIELD_THUMB,
	FIELD_SRC,
	FIELD_WIDTH,
	FIELD_HEIGHT,
	FIELD_ALT,
	FIELD_CAPTION,
	FIELD_CREDIT,
	FIELD_HREF,
	FIELD_NAME,
	FIELD_FORMAT,
	FIELD_SIZE,
	FIELD_ACCESSIBLE,
	FIELD_TAGGED
} FieldId;

typedef struct Field {
	FieldId id;
	Owner owner;
	PubType type;
	const char *name;
} Field;

static const Field fields[] = {
        {FIELD_ISO, OWNER_WHEN, PUB_TEXT, "iso"},
        {FIELD_TEXT, OWNER_WHEN, PUB_TEXT, "text"},
        {FIELD_DAY, OWNER_WHEN, PUB_TEXT, "day"},
        {FIELD_YEAR, OWNER_WHEN, PUB_TEXT, "year"},
        {FIELD_MONTH, OWNER_WHEN, PUB_TEXT, "month"},
        {FIELD_ID, OWNER_TERM, PUB_TEXT, "id"},
        {FIELD_TITLE, OWNER_TERM, PUB_TEXT, "title"},
        {FIELD_IMG, OWNER_PICTURE, PUB_HTML, "img"},
        {FIELD_IMG_EAGER, OWNER_PICTURE, PUB_HTML, "img_eager"},
        {FIELD_THUMB, OWNER_PICTURE, PUB_HTML, "thumb"},
        {FIELD_SRC, OWNER_PICTURE, PUB_URL, "src"},
        {FIELD_WIDTH, OWNER_PICTURE, PUB_INT, "width"},
        {FIELD_HEIGHT, OWNER_PICTURE, PUB_INT, "height"},
        {FIELD_ALT, OWNER_PICTURE, PUB_TEXT, "alt"},
        {FIELD_CAPTION, OWNER_PICTURE, PUB_TEXT, "caption"},
        {FIELD_CREDIT, OWNER_PICTURE, PUB_TEXT, "credit"},
        {FIELD_HREF, OWNER_FILE, PUB_URL, "href"},
        {FIELD_NAME, OWNER_FILE, PUB_TEXT, "name"},
        {FIELD_FORMAT, OWNER_FILE, PUB_TEXT, "format"},
        {FIELD_SIZE, OWNER_FILE, PUB_TEXT, "size"},
        {FIELD_ACCESSIBLE, OWNER_FILE, PUB_URL, "accessible"},
        {FIELD_TAGGED, OWNER_FILE, PUB_BOOL, "tagged"},
};

static const Field *find_field(Owner owner, Slice name)
{
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (fields[i].owner == owner && slice_is(name, fields[i].name)) {
			return &fields[i];
		}
	}
	return NULL;
}

/* Of a medium: as far as its type alone tells, a picture. */
static Owner owner_of(PubType type)
{
	switch (type) {
	case PUB_DATE:
	case PUB_MOMENT:
		return OWNER_WHEN;
	case PUB_TERM:
		return OWNER_TERM;
	case PUB_MEDIA:
		return OWNER_PICTURE;
	default:
		return OWNER_NONE;
	}
}

bool markup_field_type(PubType type, Slice name, PubType *out)
{
	const Field *f = find_field(owner_of(type), name);
	if (!f && type == PUB_MEDIA) {
		f = find_field(OWNER_FILE, name);
	}
	if (f) {
		*out = f->type;
	}
	return f != NULL;
}

/* What a buffer holds, as a value; the buffer is spent. */
static const Pub *take(Arena *a, PubType type, Buf *text)
{
	Pub *v = pub_new(a, type);
	v->as.text = arena_dup(a, buf_slice(text));
	buf_release(text);
	return v;
}

typedef void DateWriter(const Locale *l, Buf *out, Date d);

/* In the language's way, or without one the part [from, to) of the ISO form. */
static void put_part(Buf *out, const RenderContext *rc, Slice iso, size_t from, size_t to, DateWriter *write, Date d)
{
	if (rc->locale) {
		write(rc->locale, out, d);
	} else {
		buf_add(out, slice_sub(iso, from, to));
	}
}

static const Pub *when_field(Arena *a, const RenderContext *rc, const Pub *v, FieldId id)
{
	char iso[17];
	Date day = v->type == PUB_DATE ? v->as.date : moment_date(v->as.moment);
	if (v->type == PUB_DATE) {
		date_iso(iso, day);
	} else {
		moment_iso(iso, v->as.moment);
	}
	Slice form = slice_of(iso);
	Buf text = BUF_INIT;
	switch (id) {
	case FIELD_ISO:
		buf_add(&text, form);
		break;
	case FIELD_TEXT:
		markup_value(&text, rc, v);
		break;
	case FIELD_DAY:
		put_part(&text, rc, form, 5, 10, locale_day_month, day);
		break;
	case FIELD_MONTH:
		put_part(&text, rc, form, 0, 7, locale_month, day);
		break;
	default:
		buf_add(&text, slice_sub(form, 0, 4));
	}
	return take(a, PUB_TEXT, &text);
}

/* Printed, and led to, only where the hole is filled. */
static const Pub *new_hole(Arena *a, PubType type, char hole, const PubMedia *m, const char *how)
{
	Pub *v = pub_new(a, type);
	v->as.text = arena_printf(a, "%c%zu%s;", hole, m->index, how);
	return v;
}

static const Pub *picture_words(const PubMedia *m, FieldId id)
{
	switch (id) {
	case FIELD_ALT:
		return m->alt;
	case FIELD_CAPTION:
		return m->caption;
	default:
		return m->credit;
	}
}

static const Pub *picture_field(Arena *a, const PubMedia *m, FieldId id)
{
	const PubVariant *largest = media_largest(m);
	if (id == FIELD_ALT || id == FIELD_CAPTION || id == FIELD_CREDIT) {
		return picture_words(m, id);
	}
	if (!largest) {
		return NULL;
	}
	switch (id) {
	case FIELD_IMG:
		return new_hole(a, PUB_HTML, PUB_HOLE_MEDIA, m, "");
	case FIELD_IMG_EAGER:
		return new_hole(a, PUB_HTML, PUB_HOLE_MEDIA, m, HOLE_EAGER);
	case FIELD_THUMB:
		return new_hole(a, PUB_HTML, PUB_HOLE_MEDIA, m, HOLE_THUMB);
	case FIELD_SRC:
		return new_hole(a, PUB_URL, PUB_HOLE_FILE, m, "");
	case FIELD_WIDTH:
		return pub_new_int(a, largest->width);
	default:
		return pub_new_int(a, largest->height);
	}
}

static const Pub *file_field(Arena *a, const RenderContext *rc, const PubMedia *m, FieldId id)
{
	Buf text = BUF_INIT;
	switch (id) {
	case FIELD_ACCESSIBLE:
		return m->accessible;
	case FIELD_TAGGED:
		return pub_new_flag(a, m->tagged);
	case FIELD_NAME:
		return pub_new_text(a, media_name(rc, m));
	case FIELD_FORMAT:
		media_format(&text, m);
		break;
	case FIELD_HREF:
		return m->out ? new_hole(a, PUB_URL, PUB_HOLE_FILE, m, "") : NULL;
	default:
		if (!m->out) {
			return NULL;
		}
		markup_size(&text, rc, m->out->size);
	}
	return take(a, PUB_TEXT, &text);
}

const Pub *markup_field(Arena *a, const RenderContext *rc, const Pub *v, Slice name)
{
	bool file = v->type == PUB_MEDIA && v->as.media->type == MEDIA_FILE;
	const Field *f = find_field(file ? OWNER_FILE : owner_of(v->type), name);
	if (!f) {
		return NULL;
	}
	switch (f->owner) {
	case OWNER_WHEN:
		return when_field(a, rc, v, f->id);
	case OWNER_TERM:
		return pub_new_text(a, f->id == FIELD_ID ? v->as.term.id : v->as.term.title);
	case OWNER_PICTURE:
		return picture_field(a, v->as.media, f->id);
	default:
		return file_field(a, rc, v->as.media, f->id);
	}
}
