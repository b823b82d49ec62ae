/* rubrika version: the program, its libraries, what this build can do. */
#include "base/hash.h"
#include "base/locale.h"
#include "cmd/http.h"
#include "cmd/run.h"
#include "output/twin.h"
#include "render/codec.h"
#include "render/color.h"
#include "render/product.h"
#include "source/grid.h"
#include "source/markdown.h"
#include "source/tree.h"
#include "source/yaml.h"

typedef Version VersionOf(void);

static VersionOf *const libraries[] = {
        tree_git_version,     markdown_cmark_version,  yaml_library_version,  locale_icu_version,
        codec_jpeg_version,   codec_png_version,       codec_webp_version,    color_lcms_version,
        twin_deflate_version, twin_brotli_version,     calendar_ical_version, hash_xxhash_version,
        grid_csv_version,     http_microhttpd_version,
};

/* "libgit2 1.5.1", and where the two differ "libgit2 1.5.1 (built with 1.5.0)". */
static void put_library(Buf *out, const Options *o, const Version *v)
{
	bool loaded = v->loaded[0] != '\0';
	bool differ = loaded && v->built[0] && strcmp(v->built, v->loaded) != 0;
	const char *number = loaded ? v->loaded : v->built;
	buf_printf(out, number[0] ? "  %s %s" : "  %s%s", v->library, number);
	if (differ) {
		buf_printf(out, " (%s%s)", say(o, "собрано с ", "built with "), v->built);
	}
	buf_byte(out, '\n');
}

static void put_features(Buf *out, const Options *o)
{
	buf_str(out, say(o, "Возможности:\n", "Features:\n"));
	buf_str(out, say(o, "  тема school в самой программе\n", "  theme school built in\n"));
	buf_str(out, say(o, "  картинки jpeg, png, webp\n", "  pictures: jpeg, png, webp\n"));
	buf_str(out, say(o, "  сжатые копии gz, br\n", "  compressed twins: gz, br\n"));
#ifdef ARENA_MALLOC
	buf_str(out, say(o, "  отладочная сборка\n", "  debug build\n"));
#endif
}

int command_version(const Options *o)
{
	Buf out = BUF_INIT;
	buf_str(&out, "rubrika " RUBRIKA_VERSION "\n");
	buf_str(&out, say(o, "Библиотеки:\n", "Libraries:\n"));
	for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
		Version v = libraries[i]();
		put_library(&out, o, &v);
	}
	put_features(&out, o);
	int status = command_print(o, buf_slice(&out));
	buf_release(&out);
	return status;
}
