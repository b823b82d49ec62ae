/* publication.md, rule 6, by the book: pictures and files. */
#include "corpora.h"

#define DAY "2026-03-01"
#define PHOTO(more) "consents:\n" CONSENT("photo", more)

/* media/k.png shows the two people; a news item and a page of text have it. */
static void picture_of_two(const char *first, const char *second)
{
	world_person("ivanova", "Иванова", first);
	world_person("petrova", "Петрова", second);
	world_picture("media/k.png");
	world_put("media/k.png.yaml", "alt: Двое у доски\ncaption: В кабинете\npeople: [ivanova, petrova]\n");
	world_put("news/n.md", "---\ntitle: Новость\ndate: 2026-01-01\nimage: media/k.png\n---\nТекст.\n");
	world_put("pages/about.md", "---\ntitle: О нас\n---\nДо.\n\n![](media/k.png)\n\nПосле.\n");
}

static bool news_has_picture(const char *page)
{
	return pub_get(&seen(PUB_NEWS, "n")->fields, SL("image"), slice_of(page)) != NULL;
}

static Slice about(void)
{
	return html_on(seen(PUB_PAGES, "about"), "body", "about/");
}

START_TEST(rule_06_a_picture_is_published_when_everyone_on_it_agrees)
{
	world_begin();
	picture_of_two(PHOTO(""), PHOTO(""));
	world_on(DAY);
	ck_assert(news_has_picture("news/n/"));
	assert_slice(about(), "<p>До.</p>\n<figure>\x02"
	                      "0;<figcaption>В кабинете</figcaption></figure>\n<p>После.</p>\n");
	ck_assert(world.site->media[0]->used);
	world_end();
}
END_TEST

START_TEST(rule_06_one_who_does_not_agree_withholds_it_for_all)
{
	static const char *const silent[] = {"", "consents:\n" CONSENT("name, role", ""),
	                                     PHOTO(", withdrawn: 2026-03-01"), PHOTO(", until: 2026-02-28"),
	                                     "minor_until: 2030-01-01\n" PHOTO("")};
	world_begin();
	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++) {
		picture_of_two(PHOTO(""), silent[i]);
		world_on(DAY);
		ck_assert(!news_has_picture("news/n/"));
		assert_slice(about(), "<p>До.</p>\n<p>После.</p>\n");
		ck_assert(!world.site->media[0]->used);
		ck_assert(!told("Двое") && !told("В кабинете"));
	}
	world_end();
}
END_TEST

START_TEST(rule_06_a_picture_stands_on_the_pages_that_all_agreed_to)
{
	world_begin();
	picture_of_two(PHOTO(", pages: [news/, about/]"), PHOTO(", pages: [news/]"));
	world_on(DAY);
	ck_assert(news_has_picture("news/n/"));
	ck_assert(news_has_picture("news/"));
	ck_assert(!news_has_picture(""));
	assert_slice(about(), "<p>До.</p>\n<p>После.</p>\n");
	world_end();
}
END_TEST

START_TEST(rule_06_a_picture_of_nobody_needs_no_consent)
{
	world_begin();
	picture_of_two("", "");
	world_put("media/k.png.yaml", "alt: Школа\n");
	world_on(DAY);
	ck_assert(news_has_picture(""));
	ck_assert_uint_gt(slice_find(about(), SL("<figure>"), 0), 0);
	world_end();
}
END_TEST

START_TEST(rule_06_a_photo_of_a_person_without_a_sidecar_shows_that_person)
{
	world_begin();
	world_picture("media/i.png");
	world_put("news/n.md", "---\ntitle: Новость\ndate: 2026-01-01\nimage: media/i.png\n---\nТекст.\n");
	world_person("ivanova", "Иванова", "photo: media/i.png\n");
	world_on(DAY);
	ck_assert(!news_has_picture("news/n/"));
	ck_assert(!world.site->media[0]->used);
	world_person("ivanova", "Иванова", "photo: media/i.png\n" PHOTO(", pages: [news/]"));
	world_on(DAY);
	ck_assert(news_has_picture("news/n/"));
	ck_assert(!news_has_picture(""));
	world_end();
}
END_TEST

START_TEST(rule_06_a_photo_with_a_sidecar_that_names_nobody_shows_its_person_all_the_same)
{
	world_begin();
	world_picture("media/i.png");
	world_put("media/i.png.yaml", "alt: Портрет\n");
	world_put("news/n.md", "---\ntitle: Новость\ndate: 2026-01-01\nimage: media/i.png\n---\nТекст.\n");
	world_put("pages/about.md", "---\ntitle: О нас\n---\n![](media/i.png)\n");
	world_person("ivanova", "Иванова", "photo: media/i.png\n");
	world_on(DAY);
	ck_assert(!news_has_picture("news/n/"));
	assert_slice(about(), "");
	world_end();
}
END_TEST

static const Pub *portrait(const char *page)
{
	const Pub *photo = pub_get(&seen(PUB_MENTORS, "ivanova")->fields, SL("photo"), slice_of(page));
	return photo ? pub_on(photo->as.media->alt, slice_of(page)) : NULL;
}

START_TEST(a_portrait_is_described_by_photo_alt_else_by_the_name)
{
	world_begin();
	world_picture("media/i.png");
	world_part("mentors", "ivanova", "Иванова",
	           "photo: media/i.png\nphoto_alt: У доски\nconsents:\n" CONSENT("role, name, photo", ""));
	world_on(DAY);
	assert_slice(portrait("mentors/ivanova/")->as.text, "У доски");
	world_part("mentors", "ivanova", "Иванова",
	           "photo: media/i.png\nconsents:\n" CONSENT("role, photo, short_name", "")
	                   CONSENT("name", ", pages: [mentors/ivanova/]"));
	world_on(DAY);
	assert_slice(portrait("mentors/ivanova/")->as.text, "Иванова Мария Петровна");
	assert_slice(portrait("mentors/")->as.text, "Иванова М. П.");
	world_end();
}
END_TEST

START_TEST(a_file_that_nothing_public_refers_to_is_not_used)
{
	world_begin();
	world_put("media/blank.docx", "Бланк");
	world_put("media/draft.docx", "Черновик");
	world_put("methods/m.md", "---\ntitle: Бланк\nfile: media/blank.docx\n---\n");
	world_put("methods/d.md", "---\ntitle: Черновик\ndraft: true\nfile: media/draft.docx\n---\n");
	world_on(DAY);
	assert_slice(world.site->media[0]->stem, "blank");
	ck_assert(world.site->media[0]->used);
	ck_assert(!world.site->media[1]->used);
	world_end();
}
END_TEST

START_TEST(a_link_to_a_withheld_file_leaves_only_its_text)
{
	world_begin();
	world_person("ivanova", "Иванова", "");
	world_put("media/letter.docx", "Письмо");
	world_put("media/letter.docx.yaml", "alt: \"\"\npeople: [ivanova]\n");
	world_put("pages/about.md", "---\ntitle: О нас\n---\nСмотрите [письмо класса](media/letter.docx).\n");
	world_on(DAY);
	assert_slice(about(), "<p>Смотрите письмо класса.</p>\n");
	world_person("ivanova", "Иванова", PHOTO(""));
	world_on(DAY);
	assert_slice(about(), "<p>Смотрите <a href=\"\x03"
	                      "0;\">письмо класса (\x04"
	                      "0;)</a>.</p>\n");
	world_end();
}
END_TEST

UNIT_MAIN("door", rule_06_a_picture_is_published_when_everyone_on_it_agrees,
          rule_06_one_who_does_not_agree_withholds_it_for_all, rule_06_a_picture_stands_on_the_pages_that_all_agreed_to,
          rule_06_a_picture_of_nobody_needs_no_consent, rule_06_a_photo_of_a_person_without_a_sidecar_shows_that_person,
          rule_06_a_photo_with_a_sidecar_that_names_nobody_shows_its_person_all_the_same,
          a_portrait_is_described_by_photo_alt_else_by_the_name, a_file_that_nothing_public_refers_to_is_not_used,
          a_link_to_a_withheld_file_leaves_only_its_text)
