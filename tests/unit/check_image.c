#include "render/image.h"

#include <pthread.h>

#include "base/hash.h"
#include "made.h"

/* --- files and sizes --- */

static void assert_widths(const PubVariant *v, size_t n, const char *expected)
{
	Buf got = BUF_INIT;
	for (size_t i = 0; i < n; i++) {
		buf_printf(&got, "%ux%u ", v[i].width, v[i].height);
	}
	ck_assert_str_eq(got.p, expected);
	buf_release(&got);
}

START_TEST(a_picture_comes_in_widths_below_its_own_and_never_above)
{
	static const struct {
		unsigned width, height;
		const char *expected;
	} cases[] = {
	        {1, 1, "1x1 "},
	        {480, 100, "480x100 "},
	        {481, 100, "480x100 481x100 "},
	        {1000, 500, "480x240 960x480 1000x500 "},
	        {1600, 3, "480x1 960x2 1600x3 "},
	        {1601, 801, "480x240 960x480 1600x800 "},
	        {4000, 1000, "480x120 960x240 1600x400 "},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Output o;
		Buf bytes = BUF_INIT;
		sample_picture(&bytes, PICTURE_JPEG, cases[i].width, cases[i].height);
		make_picture(&o, PICTURE_JPEG, buf_slice(&bytes));
		const struct PubPicture *out = o.media.out;
		assert_widths(out->original, out->original_count, cases[i].expected);
		assert_widths(out->webp, out->webp_count, cases[i].expected);
		ck_assert_uint_eq(o.n, out->original_count * 2);
		arena_release(&o.arena);
		buf_release(&bytes);
	}
}
END_TEST

START_TEST(every_variant_has_the_size_that_it_says)
{
	for (size_t i = 0; i < TYPES; i++) {
		Output o;
		Buf bytes = BUF_INIT;
		sample_with(&bytes, types[i], 1700, 100, 6, none);
		make_picture(&o, types[i], buf_slice(&bytes));
		const struct PubPicture *out = o.media.out;
		assert_widths(out->original, out->original_count, "100x1700 ");
		for (size_t k = 0; k < out->original_count; k++) {
			Pixels p;
			decode(&p, &o, &out->original[k]);
			pixels_release(&p);
		}
		for (size_t k = 0; k < out->webp_count; k++) {
			Pixels p;
			decode(&p, &o, &out->webp[k]);
			pixels_release(&p);
		}
		arena_release(&o.arena);
		buf_release(&bytes);
	}
}
END_TEST

START_TEST(files_are_named_by_their_own_bytes)
{
	for (size_t i = 0; i < TYPES; i++) {
		static const char *const ends[] = {".jpg", ".png", ".webp"};
		Output o;
		Buf bytes = BUF_INIT;
		sample_picture(&bytes, types[i], 60, 30);
		make_picture(&o, types[i], buf_slice(&bytes));
		for (size_t k = 0; k < o.n; k++) {
			char hex[33];
			digest_hex(hex, digest_of(o.bytes[k]));
			hex[16] = '\0';
			ck_assert(slice_starts(o.paths[k], SL("media/")));
			ck_assert(slice_is(slice_sub(o.paths[k], 6, 22), hex));
		}
		const struct PubPicture *out = o.media.out;
		ck_assert_uint_eq(out->original[0].path.n, 22 + strlen(ends[i]));
		ck_assert(slice_ends(out->original[0].path, slice_of(ends[i])));
		ck_assert(slice_eq(out->path, out->original[0].path));
		ck_assert_uint_eq(out->size, bytes_of(&o, out->path).n);
		arena_release(&o.arena);
		buf_release(&bytes);
	}
}
END_TEST

START_TEST(a_webp_has_no_second_webp)
{
	Output o;
	Buf bytes = BUF_INIT;
	sample_picture(&bytes, PICTURE_WEBP, 500, 30);
	make_picture(&o, PICTURE_WEBP, buf_slice(&bytes));
	ck_assert_uint_eq(o.media.out->original_count, 2);
	ck_assert_uint_eq(o.media.out->webp_count, 0);
	ck_assert_uint_eq(o.n, 2);
	arena_release(&o.arena);
	buf_release(&bytes);
}
END_TEST

START_TEST(the_link_leads_to_the_largest_in_the_original_format)
{
	Output o;
	Buf bytes = BUF_INIT;
	sample_picture(&bytes, PICTURE_JPEG, 2000, 1000);
	make_picture(&o, PICTURE_JPEG, buf_slice(&bytes));
	const struct PubPicture *out = o.media.out;
	ck_assert(slice_eq(out->path, out->original[2].path));
	ck_assert_uint_eq(out->size, bytes_of(&o, out->path).n);
	arena_release(&o.arena);
	buf_release(&bytes);
}
END_TEST

START_TEST(of_a_picture_that_is_only_linked_to_one_size_is_published)
{
	Output o;
	Buf bytes = BUF_INIT;
	size_t n = 0;
	sample_picture(&bytes, PICTURE_JPEG, 1000, 100);
	make_picture(&o, PICTURE_JPEG, buf_slice(&bytes));
	for (size_t i = 0; i < o.n; i++) {
		ck_assert(!image_published(&o.media, o.paths[i]));
	}
	o.media.out->shown = true;
	for (size_t i = 0; i < o.n; i++) {
		n += image_published(&o.media, o.paths[i]);
	}
	ck_assert_uint_eq(n, 1);
	ck_assert(image_published(&o.media, o.media.out->path));
	o.media.out->drawn = true;
	for (size_t i = 0; i < o.n; i++) {
		ck_assert(image_published(&o.media, o.paths[i]));
	}
	arena_release(&o.arena);
	buf_release(&bytes);
}
END_TEST

START_TEST(a_very_tall_picture_fits_the_formats)
{
	Output o;
	Buf bytes = BUF_INIT;
	sample_picture(&bytes, PICTURE_JPEG, 100, 32766);
	make_picture(&o, PICTURE_JPEG, buf_slice(&bytes));
	assert_widths(o.media.out->webp, o.media.out->webp_count, "50x16383 ");
	arena_release(&o.arena);
	buf_release(&bytes);
}
END_TEST

START_TEST(other_files_are_copied_under_their_own_name)
{
	char hex[33];
	Output o;
	Buf path = BUF_INIT;
	const Slice bytes = SL("%PDF-1.7 and so on");
	make(&o, MEDIA_FILE, bytes);
	ck_assert(o.ok);
	digest_hex(hex, digest_of(bytes));
	buf_printf(&path, "media/ivanova-secret.%.16s.pdf", hex);
	ck_assert_uint_eq(o.n, 1);
	assert_slice(o.paths[0], path.p);
	ck_assert(slice_eq(o.bytes[0], bytes));
	assert_slice(o.media.out->path, path.p);
	ck_assert_uint_eq(o.media.out->size, bytes.n);
	ck_assert_uint_eq(o.media.out->original_count, 0);
	arena_release(&o.arena);
	buf_release(&path);
}
END_TEST

START_TEST(a_file_without_an_extension_gets_none)
{
	Arena a = ARENA_INIT;
	Output o = {.media = {.type = MEDIA_FILE, .bytes = SL("text"), .stem = SL("LICENSE")}};
	ck_assert(image_make(&o.media, &a, sink, &o));
	ck_assert_uint_eq(o.media.out->path.n, strlen("media/LICENSE.0123456789abcdef"));
	arena_release(&a);
	arena_release(&o.arena);
}
END_TEST

/* --- faults --- */

static void assert_refused(MediaType type, Slice bytes)
{
	Output o;
	make(&o, type, bytes);
	ck_assert(!o.ok);
	ck_assert_uint_eq(o.n, 0);
	ck_assert_ptr_null(o.media.out);
	arena_release(&o.arena);
}

START_TEST(a_picture_that_is_not_what_it_says_is_refused)
{
	Buf bytes = BUF_INIT;
	sample_picture(&bytes, PICTURE_PNG, 16, 8);
	assert_refused(MEDIA_JPEG, buf_slice(&bytes));
	assert_refused(MEDIA_WEBP, buf_slice(&bytes));
	assert_refused(MEDIA_PNG, SL("GIF89a"));
	assert_refused(MEDIA_PNG, none);
	buf_release(&bytes);
}
END_TEST

START_TEST(coded_data_that_cannot_be_decoded_is_refused)
{
	Buf whole = BUF_INIT;
	Buf broken = BUF_INIT;
	sample_picture(&whole, PICTURE_PNG, 16, 8);
	buf_put(&broken, whole.p, SAMPLE_PNG_HEADER);
	sample_png_chunk(&broken, "IDAT", SL("no zlib stream"));
	sample_png_chunk(&broken, "IEND", none);
	assert_refused(MEDIA_PNG, buf_slice(&broken));
	buf_clear(&whole);
	sample_picture(&whole, PICTURE_WEBP, 64, 64);
	memset(whole.p + 25, 0xFF, whole.n - 25);
	assert_refused(MEDIA_WEBP, buf_slice(&whole));
	buf_release(&whole);
	buf_release(&broken);
}
END_TEST

/* --- the same every time --- */

typedef struct Job {
	PictureType type;
	Slice bytes;
	Output output;
} Job;

static void *do_job(void *ctx)
{
	Job *job = ctx;
	make_picture(&job->output, job->type, job->bytes);
	return NULL;
}

START_TEST(the_same_picture_gives_the_same_bytes_on_every_thread)
{
	enum { THREADS = 4 };
	Buf profile = BUF_INIT;
	make_rotating_profile(&profile);
	for (size_t i = 0; i < TYPES; i++) {
		Job jobs[THREADS];
		pthread_t threads[THREADS];
		Buf bytes = BUF_INIT;
		sample_with(&bytes, types[i], 1000, 300, 7, buf_slice(&profile));
		for (size_t k = 0; k < THREADS; k++) {
			jobs[k] = (Job){.type = types[i], .bytes = buf_slice(&bytes)};
			ck_assert_int_eq(pthread_create(&threads[k], NULL, do_job, &jobs[k]), 0);
		}
		for (size_t k = 0; k < THREADS; k++) {
			pthread_join(threads[k], NULL);
			ck_assert_uint_eq(jobs[k].output.n, jobs[0].output.n);
			for (size_t f = 0; f < jobs[0].output.n; f++) {
				ck_assert(slice_eq(jobs[k].output.paths[f], jobs[0].output.paths[f]));
				ck_assert(slice_eq(jobs[k].output.bytes[f], jobs[0].output.bytes[f]));
			}
		}
		for (size_t k = 0; k < THREADS; k++) {
			arena_release(&jobs[k].output.arena);
		}
		buf_release(&bytes);
	}
	buf_release(&profile);
}
END_TEST

/* Non-interference: what a picture's metadata says changes no byte of the output. */
START_TEST(metadata_changes_nothing)
{
	for (size_t i = 0; i < TYPES; i++) {
		Output plain;
		Output tagged;
		Buf bytes = BUF_INIT;
		Buf more = BUF_INIT;
		sample_picture(&bytes, types[i], 500, 30);
		sample_with(&more, types[i], 500, 30, 1, none);
		make_picture(&plain, types[i], buf_slice(&bytes));
		make_picture(&tagged, types[i], buf_slice(&more));
		ck_assert_uint_eq(plain.n, tagged.n);
		for (size_t k = 0; k < plain.n; k++) {
			ck_assert(slice_eq(plain.paths[k], tagged.paths[k]));
		}
		arena_release(&plain.arena);
		arena_release(&tagged.arena);
		buf_release(&bytes);
		buf_release(&more);
	}
}
END_TEST

UNIT_MAIN("image", a_picture_comes_in_widths_below_its_own_and_never_above, every_variant_has_the_size_that_it_says,
          files_are_named_by_their_own_bytes, a_webp_has_no_second_webp,
          the_link_leads_to_the_largest_in_the_original_format,
          of_a_picture_that_is_only_linked_to_one_size_is_published, a_very_tall_picture_fits_the_formats,
          other_files_are_copied_under_their_own_name, a_file_without_an_extension_gets_none,
          a_picture_that_is_not_what_it_says_is_refused, coded_data_that_cannot_be_decoded_is_refused,
          the_same_picture_gives_the_same_bytes_on_every_thread, metadata_changes_nothing)
