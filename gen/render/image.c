#include "render/image.h"

#include "base/hash.h"
#include "base/picture.h"
#include "render/codec.h"

enum { WIDTHS = 3 };

/* One picture on its way: what it is, and where its files go. */
typedef struct Maker {
	Arena *arena;
	ImageSink *sink;
	void *ctx;
	Picture picture;
	unsigned width, height; /* as shown, of the largest file */
} Maker;

static Slice file_path(Arena *a, Slice stem, Slice bytes, Slice ext)
{
	char hex[33];
	digest_hex(hex, digest_of(bytes));
	return arena_printf(a, "media/%.*s%s%.16s%s%.*s", SLICE_ARG(stem), stem.n ? "." : "", hex, ext.n ? "." : "",
	                    SLICE_ARG(ext));
}

/* --- pictures --- */

static PictureType type_of(MediaType type)
{
	switch (type) {
	case MEDIA_JPEG:
		return PICTURE_JPEG;
	case MEDIA_PNG:
		return PICTURE_PNG;
	case MEDIA_WEBP:
		return PICTURE_WEBP;
	case MEDIA_FILE:
		break;
	}
	return PICTURE_NONE;
}

static Slice extension_of(PictureType type)
{
	static const char *const names[] = {"", "jpg", "png", "webp"};
	return slice_of(names[type]);
}

static unsigned scaled(unsigned side, unsigned to, unsigned from)
{
	unsigned n = (unsigned)(((uint64_t)side * to + from / 2) / from);
	return n ? n : 1;
}

static void choose_size(Maker *k)
{
	unsigned width;
	unsigned height;
	picture_shown(&width, &height, &k->picture);
	k->width = width < IMAGE_WIDTH_MAX ? width : IMAGE_WIDTH_MAX;
	k->height = scaled(height, k->width, width);
	if (k->height > CODEC_SIDE_MAX) {
		k->height = CODEC_SIDE_MAX;
		k->width = scaled(width, CODEC_SIDE_MAX, height);
	}
}

/* The picture at its largest, upright. */
static bool load(Pixels *out, const Maker *k, Slice bytes)
{
	Pixels whole;
	Pixels reduced;
	bool lying = k->picture.orientation > 4;
	unsigned width = lying ? k->height : k->width;
	unsigned height = lying ? k->width : k->height;
	if (!codec_decode(&whole, &k->picture, bytes, width, height)) {
		return false;
	}
	pixels_reduce(&reduced, &whole, width, height);
	pixels_release(&whole);
	pixels_turn(out, &reduced, k->picture.orientation);
	pixels_release(&reduced);
	pixels_clear_hidden(out);
	return true;
}

static size_t put_variant(PubVariant *out, const Maker *k, PictureType type, const Pixels *p)
{
	Buf bytes = BUF_INIT;
	codec_encode(&bytes, type, p);
	*out = (PubVariant){file_path(k->arena, (Slice){NULL, 0}, buf_slice(&bytes), extension_of(type)), p->width,
	                    p->height};
	size_t n = bytes.n;
	k->sink(k->ctx, out->path, buf_slice(&bytes));
	buf_release(&bytes);
	return n;
}

static void put_width(struct PubPicture *out, const Maker *k, const Pixels *p)
{
	PictureType type = k->picture.type;
	PubVariant *original = &out->original[out->original_count++];
	out->size = put_variant(original, k, type, p);
	out->path = original->path;
	if (type != PICTURE_WEBP) {
		put_variant(&out->webp[out->webp_count++], k, PICTURE_WEBP, p);
	}
}

static void put_widths(struct PubPicture *out, const Maker *k, const Pixels *largest)
{
	static const unsigned below[WIDTHS - 1] = {IMAGE_WIDTH_SMALL, IMAGE_WIDTH_MEDIUM};
	out->original = arena_array(k->arena, WIDTHS, sizeof *out->original);
	out->webp = arena_array(k->arena, WIDTHS, sizeof *out->webp);
	for (size_t i = 0; i < WIDTHS - 1 && below[i] < k->width; i++) {
		Pixels p;
		pixels_reduce(&p, largest, below[i], scaled(k->height, below[i], k->width));
		put_width(out, k, &p);
		pixels_release(&p);
	}
	put_width(out, k, largest);
}

static bool make_picture(PubMedia *m, Maker *k)
{
	Pixels largest;
	if (!picture_probe(&k->picture, m->bytes) || k->picture.type != type_of(m->type)) {
		return false;
	}
	choose_size(k);
	if (!load(&largest, k, m->bytes)) {
		return false;
	}
	m->out = ARENA_NEW(k->arena, struct PubPicture);
	put_widths(m->out, k, &largest);
	pixels_release(&largest);
	return true;
}

/* --- other files --- */

static bool copy_file(PubMedia *m, const Maker *k)
{
	m->out = ARENA_NEW(k->arena, struct PubPicture);
	m->out->path = file_path(k->arena, m->stem, m->bytes, m->ext);
	m->out->size = m->bytes.n;
	k->sink(k->ctx, m->out->path, m->bytes);
	return true;
}

bool image_make(PubMedia *m, Arena *a, ImageSink *sink, void *ctx)
{
	Maker k = {.arena = a, .sink = sink, .ctx = ctx};
	m->out = NULL;
	return m->type == MEDIA_FILE ? copy_file(m, &k) : make_picture(m, &k);
}

bool image_published(const PubMedia *m, Slice path)
{
	return m->out && (m->out->drawn || (m->out->shown && slice_eq(path, m->out->path)));
}
