#include "record/medium.h"

#include "base/locale.h"

static const struct {
	const char *ending;
	PictureType type;
} pictures[] = {
        {".jpg", PICTURE_JPEG},
        {".jpeg", PICTURE_JPEG},
        {".png", PICTURE_PNG},
        {".webp", PICTURE_WEBP},
};

static const char *const raw[] = {
        ".gif", ".svg", ".svgz", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".jxl",
        ".jp2", ".jpe", ".jfif", ".ico", ".psd", ".raw",  ".dng",  ".cr2",  ".nef",  ".arw",
};

static bool ends_so(Slice path, const char *lower)
{
	Buf end = BUF_INIT;
	size_t n = strlen(lower);
	text_lower(&end, slice_sub(path, path.n > n ? path.n - n : 0, path.n));
	bool so = path.n > n && slice_is(buf_slice(&end), lower);
	buf_release(&end);
	return so;
}

PictureType medium_picture(Slice path)
{
	for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
		if (ends_so(path, pictures[i].ending)) {
			return pictures[i].type;
		}
	}
	return PICTURE_NONE;
}

bool medium_is_pdf(Slice path)
{
	return ends_so(path, ".pdf");
}

bool medium_is_raw_picture(Slice path)
{
	for (size_t i = 0; i < sizeof raw / sizeof *raw; i++) {
		if (ends_so(path, raw[i])) {
			return true;
		}
	}
	return false;
}
