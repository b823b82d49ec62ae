#include "render/card.h"

#include "base/locale.h"
#include "render/codec.h"
#include "render/lettering.h"
#include "sample.h"
#include "unit.h"

/* --- lettering --- */

START_TEST(every_letter_of_both_alphabets_has_a_shape)
{
	Slice letters = SL("абвгдеёжзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz0123456789«»№–—-.,:!?()/+\"");
	unsigned space = lettering_width(SL("н н")) - 2 * lettering_width(SL("н"));
	for (size_t at = 0; at < letters.n;) {
		char one[5] = {0};
		size_t n = utf8_put(one, utf8_next(letters, &at));
		Canvas c = {64, 64, mem_array(64, 64)};
		lettering_draw(&c, (Slice){one, n}, 4, 8, 16, 100);
		size_t drawn = 0;
		for (size_t i = 0; i < 64 * 64; i++) {
			drawn += c.pixels[i] == 100 + LETTERING_LEVELS;
		}
		ck_assert_msg(drawn > 0, "no stroke for %s", one);
		free(c.pixels);
	}
	ck_assert_uint_gt(space, 0);
}
END_TEST

START_TEST(a_wider_letter_takes_more_room_and_a_text_the_sum)
{
	unsigned i = lettering_width(SL("i"));
	unsigned sch = lettering_width(SL("щ"));
	ck_assert_uint_eq(i, 0); /* one stroke upright: no width but its own */
	ck_assert_uint_eq(sch, 9);
	ck_assert_uint_eq(lettering_width(SL("щщ")), 9 + 3 + 9);
	ck_assert_uint_eq(lettering_width(SL("")), 0);
}
END_TEST

START_TEST(what_falls_outside_the_canvas_is_not_drawn)
{
	Canvas c = {8, 8, mem_array(8, 8)};
	lettering_draw(&c, SL("школа"), 20, -90, -40, 0);
	lettering_draw(&c, SL("школа"), 20, 300, 300, 0);
	free(c.pixels); /* the sanitizers look on */
}
END_TEST

START_TEST(an_upright_stroke_is_solid_inside_and_fades_at_its_edge)
{
	Canvas c = {32, 64, mem_array(32, 64)};
	lettering_draw(&c, SL("i"), 4, 16, 8, 0);
	const uint8_t *row = c.pixels + (size_t)24 * 32;
	ck_assert_uint_eq(row[15], LETTERING_LEVELS);
	ck_assert_uint_eq(row[16], LETTERING_LEVELS);
	ck_assert_uint_eq(row[12], 0);
	ck_assert_uint_eq(row[20], 0);
	ck_assert(row[13] < LETTERING_LEVELS && row[13] == row[18]);
	free(c.pixels);
}
END_TEST

/* --- the card --- */

static Slice card(Sample *s)
{
	s->theme.accent = (Rgb){0x1f, 0x5f, 0x8b};
	sample_products(s, card_products);
	ck_assert_uint_eq(s->products.list.n, 1);
	return s->products.list.items[0].path;
}

static void decode(Pixels *out, Sample *s)
{
	Picture p;
	Slice bytes = sample_file(s, arena_cstr(&s->site.arena, s->products.list.items[0].path));
	ck_assert(picture_probe(&p, bytes));
	ck_assert(codec_decode(out, &p, bytes, CARD_WIDTH, CARD_HEIGHT));
}

static bool is_color(const Pixels *p, unsigned x, unsigned y, Rgb c)
{
	const uint8_t *at = p->rgba + ((size_t)y * p->width + x) * 4;
	return at[0] == c.r && at[1] == c.g && at[2] == c.b;
}

START_TEST(the_card_has_the_size_of_open_graph_and_the_colour_of_the_school)
{
	Sample s;
	Pixels p = PIXELS_INIT;
	sample_init(&s);
	card(&s);
	decode(&p, &s);
	ck_assert_uint_eq(p.width, 1200);
	ck_assert_uint_eq(p.height, 630);
	ck_assert(is_color(&p, 4, 620, s.theme.accent));
	ck_assert(!is_color(&p, 4, 10, s.theme.accent));
	pixels_release(&p);
	sample_release(&s);
}
END_TEST

START_TEST(the_name_of_the_file_follows_all_that_is_drawn)
{
	Sample s;
	sample_init(&s);
	Slice first = arena_dup(&s.site.arena, card(&s));
	ck_assert(slice_eq(first, card(&s)));
	s.theme.accent = (Rgb){1, 2, 3};
	sample_products(&s, card_products);
	ck_assert(!slice_eq(first, s.products.list.items[0].path));
	pub_set(&s.site.arena, &s.site.site, "title", pub_new_text(&s.site.arena, SL("Наставники")));
	ck_assert(!slice_eq(first, card(&s)));
	sample_release(&s);
}
END_TEST

START_TEST(a_title_of_one_endless_word_is_drawn_all_the_same)
{
	Sample s;
	Pixels p = PIXELS_INIT;
	char word[401];
	sample_init(&s);
	memset(word, 'w', 400);
	word[400] = '\0';
	pub_set(&s.site.arena, &s.site.site, "title", pub_new_text(&s.site.arena, slice_of(word)));
	card(&s);
	decode(&p, &s);
	pixels_release(&p);
	sample_release(&s);
}
END_TEST

UNIT_MAIN("card", every_letter_of_both_alphabets_has_a_shape, a_wider_letter_takes_more_room_and_a_text_the_sum,
          what_falls_outside_the_canvas_is_not_drawn, an_upright_stroke_is_solid_inside_and_fades_at_its_edge,
          the_card_has_the_size_of_open_graph_and_the_colour_of_the_school,
          the_name_of_the_file_follows_all_that_is_drawn, a_title_of_one_endless_word_is_drawn_all_the_same)
