#include "sample.h"
#include "unit.h"

#include "render/uri.h"

#define BASE "https://school.example/nast/"

static Slice feed(Sample *s, const char *path)
{
	sample_products(s, feed_products);
	return sample_file(s, path);
}

/* --- news --- */

START_TEST(news_have_a_feed_only_where_news_are_built)
{
	Sample s;
	sample_init(&s);
	sample_news(&s, "first", "Первая", date_of(2025, 9, 1));
	sample_products(&s, feed_products);
	ck_assert_ptr_null(sample_product(&s, "news/atom.xml"));
	ck_assert_ptr_nonnull(sample_product(&s, "changes/atom.xml"));
	sample_section(&s, SECTION_NEWS);
	sample_products(&s, feed_products);
	ck_assert_ptr_nonnull(sample_product(&s, "news/atom.xml"));
	sample_release(&s);
}
END_TEST

START_TEST(a_feed_says_what_rfc_4287_asks)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_news(&s, "first", "Первая & <главная>", date_of(2025, 9, 1));
	Slice xml = feed(&s, "news/atom.xml");
	assert_has(xml, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ru\">");
	assert_has(xml, "<title>nav_news — Школа № 5</title>\n<id>" BASE
	                "news/</id>\n<updated>2025-09-01T00:00:00Z</updated>");
	assert_has(xml, "<link rel=\"self\" type=\"application/atom+xml\" href=\"" BASE "news/atom.xml\"/>");
	assert_has(xml, "<author>\n<name>Школа № 5</name>\n</author>");
	assert_has(xml, "<entry>\n<title>Первая &amp; &lt;главная&gt;</title>\n<id>" BASE "news/first/</id>");
	assert_has(xml, "<link rel=\"alternate\" type=\"text/html\" href=\"" BASE "news/first/\"/>");
	assert_has(xml, "<published>2025-09-01T00:00:00Z</published>");
	sample_release(&s);
}
END_TEST

START_TEST(a_feed_is_as_new_as_its_newest_entry_and_an_empty_one_as_the_epoch)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	assert_has(feed(&s, "news/atom.xml"), "<updated>1970-01-01T00:00:00Z</updated>");
	assert_has(feed(&s, "changes/atom.xml"), "<updated>1970-01-01T00:00:00Z</updated>");
	sample_news(&s, "new", "Новая", date_of(2025, 9, 3));
	sample_news(&s, "old", "Старая", date_of(2025, 9, 1));
	s.last->updated = date_of(2025, 10, 7);
	Slice xml = feed(&s, "news/atom.xml");
	assert_has(xml, "news/</id>\n<updated>2025-10-07T00:00:00Z</updated>");
	assert_has(xml, "<updated>2025-10-07T00:00:00Z</updated>\n<published>2025-09-01T00:00:00Z</published>");
	sample_release(&s);
}
END_TEST

START_TEST(the_news_feed_holds_the_last_thirty)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	for (int i = 0; i < 33; i++) {
		sample_news(&s, arena_printf(&s.site.arena, "n%02d", i).p, "Новость", date_of(2025, 9, 1) - i);
	}
	Slice xml = feed(&s, "news/atom.xml");
	ck_assert_uint_eq(sample_count(xml, "<entry>"), 30);
	assert_has(xml, BASE "news/n29/");
	assert_lacks(xml, BASE "news/n30/");
	sample_release(&s);
}
END_TEST

START_TEST(the_whole_text_is_in_the_feed_with_absolute_links)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_news(&s, "first", "Первая", date_of(2025, 9, 1));
	sample_html(&s, "body",
	            "<p><a href=\"\x01mentors/\">раз</a> <a href=\"/about/\">два</a> <a href=\"#три\">три</a> "
	            "<a href=\"https://other.example/\">четыре</a></p>");
	Slice xml = feed(&s, "news/atom.xml");
	assert_has(xml, "<content type=\"html\">&lt;p&gt;&lt;a href=&quot;" BASE "mentors/&quot;&gt;раз&lt;/a&gt;");
	assert_has(xml, "href=&quot;https://school.example/about/&quot;");
	assert_has(xml, "href=&quot;" BASE "news/first/#три&quot;");
	assert_has(xml, "href=&quot;https://other.example/&quot;");
	sample_release(&s);
}
END_TEST

START_TEST(tags_and_summary_are_told)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_news(&s, "first", "Первая", date_of(2025, 9, 1));
	sample_text(&s, "summary", "Коротко");
	Arena *a = &s.site.arena;
	sample_set(&s, "tags", sample_list(&s, pub_new_text(a, SL("физика")), pub_new_text(a, SL("\"опыт\""))));
	Slice xml = feed(&s, "news/atom.xml");
	assert_has(xml, "<summary>Коротко</summary>");
	assert_has(xml, "<category term=\"физика\"/>\n<category term=\"&quot;опыт&quot;\"/>");
	sample_release(&s);
}
END_TEST

START_TEST(news_say_only_what_their_own_page_may)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_news(&s, "first", "Первая", date_of(2025, 9, 1));
	sample_text_on(&s, "summary", "ИВАНОВА", "mentors/");
	sample_news(&s, "second", "Вторая", date_of(2025, 8, 1));
	sample_text_on(&s, "summary", "ПЕТРОВА", "news/second/");
	sample_news(&s, "third", "ТРЕТЬЯ", date_of(2025, 7, 1));
	s.last->self.scope = sample_scope(&s, "cases/");
	Slice xml = feed(&s, "news/atom.xml");
	assert_lacks(xml, "ИВАНОВА");
	assert_has(xml, "ПЕТРОВА");
	assert_lacks(xml, "ТРЕТЬЯ");
	assert_lacks(feed(&s, "sitemap.xml"), "news/third/");
	sample_release(&s);
}
END_TEST

/* --- changes --- */

START_TEST(changes_are_newest_first_and_dated_ones_only)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_news(&s, "a", "Раньше", date_of(2025, 9, 1));
	s.last->updated = date_of(2025, 9, 2);
	sample_news(&s, "b", "Позже", date_of(2025, 9, 1));
	s.last->updated = date_of(2025, 9, 9);
	sample_news(&s, "c", "БЕЗ ДАТЫ", date_of(2025, 9, 1));
	Slice xml = feed(&s, "changes/atom.xml");
	ck_assert_uint_lt(slice_find(xml, SL("Позже"), 0), slice_find(xml, SL("Раньше"), 0));
	assert_has(xml, "<updated>2025-09-09T00:00:00Z</updated>\n<category term=\"nav_news\"/>");
	assert_lacks(xml, "БЕЗ ДАТЫ");
	sample_release(&s);
}
END_TEST

START_TEST(changes_are_fifty_at_most)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	for (int i = 0; i < 60; i++) {
		sample_news(&s, arena_printf(&s.site.arena, "n%02d", i).p, "Новость", date_of(2025, 9, 1));
		s.last->updated = date_of(2025, 9, 1) - i;
	}
	Slice xml = feed(&s, "changes/atom.xml");
	ck_assert_uint_eq(sample_count(xml, "<entry>"), 50);
	assert_has(xml, "news/n49/");
	assert_lacks(xml, "news/n50/");
	sample_release(&s);
}
END_TEST

START_TEST(changes_of_what_no_section_shows_are_not_told)
{
	Sample s;
	sample_init(&s);
	sample_news(&s, "a", "СКРЫТО", date_of(2025, 9, 1));
	s.last->updated = date_of(2025, 9, 2);
	assert_lacks(feed(&s, "changes/atom.xml"), "СКРЫТО");
	sample_release(&s);
}
END_TEST

START_TEST(a_changed_mentor_is_named_as_on_the_mentors_own_page)
{
	Sample s;
	sample_init(&s);
	Arena *a = &s.site.arena;
	sample_section(&s, SECTION_MENTORS);
	sample_record(&s, PUB_MENTORS, "ivanova");
	s.last->updated = date_of(2025, 9, 2);
	const Pub *full = pub_new_text(a, SL("Иванова Мария Петровна"));
	sample_set(&s, "name", sample_either(&s, full, "changes/", pub_new_text(a, SL("Иванова М. П."))));
	Slice xml = feed(&s, "changes/atom.xml");
	assert_has(xml, "<title>Иванова М. П.</title>");
	assert_lacks(xml, "Мария");
	sample_release(&s);
}
END_TEST

/* --- for search engines --- */

START_TEST(the_sitemap_lists_every_page_but_404)
{
	Sample s;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_news(&s, "first", "Первая", date_of(2025, 9, 1));
	s.last->updated = date_of(2025, 9, 5);
	sample_record(&s, PUB_PAGES, "about");
	sample_text(&s, "title", "О разделе");
	Slice xml = feed(&s, "sitemap.xml");
	assert_has(xml, "<url>\n<loc>" BASE "</loc>\n</url>");
	assert_has(xml, "<loc>" BASE "news/</loc>\n</url>");
	assert_has(xml, "<loc>" BASE "news/2025/</loc>\n</url>");
	assert_has(xml, "<loc>" BASE "news/first/</loc>\n<lastmod>2025-09-05</lastmod>\n</url>");
	assert_has(xml, "<loc>" BASE "about/</loc>\n</url>");
	assert_has(xml, "<loc>" BASE "accessibility/</loc>");
	assert_has(xml, "<loc>" BASE "search/</loc>");
	assert_lacks(xml, "404");
	assert_lacks(xml, "mentors/");
	sample_release(&s);
}
END_TEST

START_TEST(robots_may_read_all_and_find_the_sitemap)
{
	Sample s;
	sample_init(&s);
	assert_slice(feed(&s, "robots.txt"), "User-agent: *\nAllow: /\n\nSitemap: " BASE "sitemap.xml\n");
	sample_release(&s);
}
END_TEST

START_TEST(the_day_of_the_build_is_in_no_file)
{
	static const char *const paths[] = {"news/atom.xml", "changes/atom.xml", "sitemap.xml", "robots.txt"};
	Sample s;
	Buf before = BUF_INIT;
	sample_init(&s);
	sample_section(&s, SECTION_NEWS);
	sample_news(&s, "first", "Первая", date_of(2025, 9, 1));
	for (size_t i = 0; i < 4; i++) {
		s.site.today = date_of(2026, 1, 15);
		buf_clear(&before);
		buf_add(&before, feed(&s, paths[i]));
		s.site.today = date_of(2031, 3, 3);
		ck_assert(slice_eq(feed(&s, paths[i]), buf_slice(&before)));
	}
	buf_release(&before);
	sample_release(&s);
}
END_TEST

/* --- addresses --- */

static void assert_uri(Sample *s, const char *url, const char *want)
{
	RenderContext rc = uri_context(&s->render, SL("news/first/"));
	Buf got = BUF_INIT;
	uri_value(&got, &rc, slice_of(url));
	assert_slice(buf_slice(&got), want);
	buf_release(&got);
}

START_TEST(addresses_become_absolute)
{
	Sample s;
	sample_init(&s);
	assert_uri(&s, "\x01mentors/ivanova/", BASE "mentors/ivanova/");
	assert_uri(&s, "\x01", BASE);
	assert_uri(&s, "/sveden/", "https://school.example/sveden/");
	assert_uri(&s, "//cdn.example/x", "https://cdn.example/x");
	assert_uri(&s, "#п-3", BASE "news/first/#%D0%BF-3");
	assert_uri(&s, "mailto:school@school.example", "mailto:school@school.example");
	assert_uri(&s, "https://other.example/?a=1&b=2", "https://other.example/?a=1&b=2");
	sample_release(&s);
}
END_TEST

START_TEST(addresses_are_of_the_letters_of_rfc_3986)
{
	Sample s;
	sample_init(&s);
	assert_uri(&s, "https://o.example/а b%20c\"<>", "https://o.example/%D0%B0%20b%20c%22%3C%3E");
	sample_base(&s, "https://школа.рф/");
	assert_uri(&s, "\x01news/", "https://%D1%88%D0%BA%D0%BE%D0%BB%D0%B0.%D1%80%D1%84/news/");
	sample_release(&s);
}
END_TEST

UNIT_MAIN("feed", news_have_a_feed_only_where_news_are_built, a_feed_says_what_rfc_4287_asks,
          a_feed_is_as_new_as_its_newest_entry_and_an_empty_one_as_the_epoch, the_news_feed_holds_the_last_thirty,
          the_whole_text_is_in_the_feed_with_absolute_links, tags_and_summary_are_told,
          news_say_only_what_their_own_page_may, changes_are_newest_first_and_dated_ones_only,
          changes_are_fifty_at_most, changes_of_what_no_section_shows_are_not_told,
          a_changed_mentor_is_named_as_on_the_mentors_own_page, the_sitemap_lists_every_page_but_404,
          robots_may_read_all_and_find_the_sitemap, the_day_of_the_build_is_in_no_file, addresses_become_absolute,
          addresses_are_of_the_letters_of_rfc_3986)
