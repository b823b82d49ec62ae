/* publication.md, the law of order: by public values only. */
#include "samples.h"
#include "unit.h"

#include "redact/order.h"

enum { MOST = 8 };

/* Awards that differ in their pictures alone. */
typedef struct Wall {
	Arena arena;
	PubMedia media[MOST];
	PubRecord awards[MOST];
	const PubRecord *order[MOST];
} Wall;

/* Each picture a pixel wider than the one before; with metadata if `told` has its bit. */
static void hang(Wall *w, PictureType type, unsigned told)
{
	*w = (Wall){.arena = ARENA_INIT};
	for (unsigned i = 0; i < MOST; i++) {
		Buf bytes = BUF_INIT;
		if (told >> i & 1) {
			sample_with(&bytes, type, 16 + i, 8, 1, (Slice){NULL, 0});
		} else {
			sample_picture(&bytes, type, 16 + i, 8);
		}
		w->media[i] = (PubMedia){.type = type == PICTURE_JPEG  ? MEDIA_JPEG
		                                 : type == PICTURE_PNG ? MEDIA_PNG
		                                                       : MEDIA_WEBP,
		                         .bytes = arena_dup(&w->arena, buf_slice(&bytes))};
		w->awards[i] = (PubRecord){.kind = PUB_AWARDS, .page = SL("awards/"), .fields.type = PUB_MAP};
		Pub *file = pub_new(&w->arena, PUB_MEDIA);
		file->as.media = &w->media[i];
		pub_set(&w->arena, &w->awards[i].fields, "title", pub_new_text(&w->arena, SL("Грамота")));
		pub_set(&w->arena, &w->awards[i].fields, "file", file);
		w->order[i] = &w->awards[i];
		buf_release(&bytes);
	}
}

START_TEST(metadata_of_pictures_decides_no_order)
{
	static const PictureType types[] = {PICTURE_JPEG, PICTURE_PNG, PICTURE_WEBP};
	Locale *l = locale_new("ru");
	for (size_t t = 0; t < 3; t++) {
		Wall plain;
		hang(&plain, types[t], 0);
		order_records(plain.order, MOST, PUB_AWARDS, l);
		for (unsigned told = 1; told < 1u << MOST; told += 25) {
			Wall w;
			hang(&w, types[t], told);
			order_records(w.order, MOST, PUB_AWARDS, l);
			for (size_t i = 0; i < MOST; i++) {
				ck_assert_int_eq(w.order[i] - w.awards, plain.order[i] - plain.awards);
			}
			arena_release(&w.arena);
		}
		arena_release(&plain.arena);
	}
	locale_free(l);
}
END_TEST

START_TEST(a_file_is_told_by_its_bytes)
{
	const PubMedia a = {.type = MEDIA_FILE, .bytes = SL("%PDF-1.4 a")};
	const PubMedia b = {.type = MEDIA_FILE, .bytes = SL("%PDF-1.4 b")};
	ck_assert(digest_eq(order_medium(&a), order_medium(&a)));
	ck_assert(!digest_eq(order_medium(&a), order_medium(&b)));
}
END_TEST

UNIT_MAIN("order", metadata_of_pictures_decides_no_order, a_file_is_told_by_its_bytes)
