/* Markdown as public markup (content.md, Markdown bodies). */
#include "corpora.h"

#define DAY "2026-03-01"

static const PubRecord *about;

/* The markup of a text on a page of its own. */
static void assert_html(const char *markdown, const char *html)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "---\ntitle: О нас\n---\n%s\n", markdown);
	world_put("pages/about.md", text.p);
	buf_release(&text);
	world_on(DAY);
	about = seen(PUB_PAGES, "about");
	assert_slice(html_on(about, "body", "about/"), html);
}

/* The same of a text that is an act. */
static void assert_act(const char *markdown, const char *html)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "---\ntitle: Положение\nlevel: local\ntype: regulation\n---\n%s\n", markdown);
	world_put("documents/act.md", text.p);
	buf_release(&text);
	world_on(DAY);
	about = seen(PUB_DOCUMENTS, "act");
	assert_slice(html_on(about, "body", "documents/act/"), html);
}

START_TEST(text_is_escaped_and_set_in_paragraphs)
{
	world_begin();
	assert_html("Один & два < три\nстрока\n\nДва  \nтри",
	            "<p>Один &amp; два &lt; три\nстрока</p>\n<p>Два<br>\nтри</p>\n");
	assert_html("*курсив*, **жирный**, `a<b`",
	            "<p><em>курсив</em>, <strong>жирный</strong>, <code>a&lt;b</code></p>\n");
	assert_html("> Цитата\n\n---\n\n    код <1>\n", "<blockquote>\n<p>Цитата</p>\n</blockquote>\n<hr>\n<pre "
	                                                "tabindex=\"0\"><code>код &lt;1&gt;\n</code></pre>\n");
	world_end();
}
END_TEST

START_TEST(the_highest_heading_becomes_h2_and_each_has_an_id)
{
	world_begin();
	assert_html("# Цели\n\n## Задачи\n\n# Цели", "<h2 id=\"цели\">Цели</h2>\n<h3 id=\"задачи\">Задачи</h3>\n"
	                                             "<h2 id=\"цели-2\">Цели</h2>\n");
	ck_assert_uint_eq(about->anchor_count, 3);
	ck_assert(pub_anchor(about, SL("задачи")) && !pub_anchor(about, SL("планы")));
	const Pub *toc = pub_get(&about->fields, SL("toc"), SL("about/"));
	ck_assert_uint_eq(toc->as.list.n, 3);
	assert_slice(pub_text(toc->as.list.items[1], "title", SL("")), "Задачи");
	assert_slice(pub_text(toc->as.list.items[1], "id", SL("")), "задачи");
	ck_assert_int_eq(pub_get(toc->as.list.items[1], SL("level"), SL(""))->as.number, 3);
	assert_html("### Глубоко", "<h2 id=\"глубоко\">Глубоко</h2>\n");
	world_end();
}
END_TEST

START_TEST(lists_keep_their_first_number)
{
	world_begin();
	assert_html("- а\n- б", "<ul>\n<li>а\n</li>\n<li>б\n</li>\n</ul>\n");
	assert_html("1. а\n2. б", "<ol>\n<li>а\n</li>\n<li>б\n</li>\n</ol>\n");
	assert_html("3. а", "<ol start=\"3\">\n<li>а\n</li>\n</ol>\n");
	assert_html("- а\n\n- б", "<ul>\n<li><p>а</p>\n</li>\n<li><p>б</p>\n</li>\n</ul>\n");
	world_end();
}
END_TEST

START_TEST(a_table_has_header_cells_and_can_be_scrolled_by_the_keyboard)
{
	world_begin();
	assert_html(
	        "| Год | |\n|:--|--:|\n| 2025 | 3 |",
	        "<section class=\"table\" tabindex=\"0\" aria-label=\"Таблица\">\n<table>\n<thead>\n<tr>"
	        "<th scope=\"col\" class=\"left\">Год</th><td class=\"right\"></td></tr>\n</thead>\n<tbody>\n"
	        "<tr><td class=\"left\">2025</td><td class=\"right\">3</td></tr>\n</tbody>\n</table>\n</section>\n");
	world_end();
}
END_TEST

START_TEST(a_path_of_the_section_is_written_with_a_hole_for_the_base)
{
	world_begin();
	assert_html("[новости](news/)", "<p><a href=\"\x01news/\">новости</a></p>\n");
	ck_assert_uint_eq(world.links.n, 1);
	assert_slice(world.links.items[0].path, "news/");
	ck_assert_uint_eq(world.links.items[0].loc.line, 4);
	assert_html("[новости](/mentoring/news/#top)", "<p><a href=\"\x01news/#top\">новости</a></p>\n");
	assert_slice(world.links.items[0].path, "news/");
	assert_html("[новости](https://school.example/mentoring/news/)", "<p><a href=\"\x01news/\">новости</a></p>\n");
	assert_html("[Ещё раз](#ещё)", "<p><a href=\"#ещё\">Ещё раз</a></p>\n");
	ck_assert_uint_eq(world.links.n, 0);
	world_end();
}
END_TEST

START_TEST(an_address_elsewhere_stays_as_it_is)
{
	world_begin();
	assert_html("[приказ](https://other.example/?a=1&b=2)",
	            "<p><a href=\"https://other.example/?a=1&amp;b=2\">приказ</a></p>\n");
	assert_html("[сайт школы](/sveden/)", "<p><a href=\"/sveden/\">сайт школы</a></p>\n");
	assert_html("[почта](mailto:a@school.example)", "<p><a href=\"mailto:a@school.example\">почта</a></p>\n");
	ck_assert_uint_eq(world.links.n, 0);
	world_end();
}
END_TEST

START_TEST(a_link_to_a_record_reads_as_its_title)
{
	world_begin();
	world_put("partners/x.md", "---\nname: Завод «Маяк»\n---\n");
	world_put("documents/d.md", "---\ntitle: Приказ № 7\nlevel: local\ntype: order\n---\n");
	assert_html("[[partner:x]] и [[document:d]]", "<p><a href=\"\x01partners/x/\">Завод «Маяк»</a> и <a href=\"\x01"
	                                              "documents/d/\">Приказ №\u00A0"
	                                              "7</a></p>\n");
	assert_slice(about->text, "Завод «Маяк» и Приказ № 7");
	world_end();
}
END_TEST

START_TEST(a_link_to_a_programme_is_by_file_and_leads_to_its_number)
{
	world_begin();
	world_part("mentors", "m", "Иванова", "");
	world_part("mentees", "n", "Петрова", "");
	world_programme("secret", "m", "n", "");
	world_put("programmes/secret.md",
	          "---\nnumber: 2026-01\ntitle: Шаги\nform: tt\nstart: 2026-02-01\nend: 2026-05-31\n"
	          "mentors: [m]\nmentees: [n]\n---\n");
	assert_html("[[programme:secret]]", "<p><a href=\"\x01programmes/2026-01/\">Шаги</a></p>\n");
	world_end();
}
END_TEST

START_TEST(a_picture_alone_is_a_figure_and_within_a_line_is_not)
{
	world_begin();
	world_picture("media/k.png");
	world_put("media/k.png.yaml", "alt: Класс\ncaption: В классе\ncredit: Газета\n");
	assert_html("![](media/k.png)", "<figure>\x02"
	                                "0;<figcaption>В классе <small>Газета</small></figcaption></figure>\n");
	assert_html("Вот ![](media/k.png) он", "<p>Вот \x02"
	                                       "0; он</p>\n");
	world_end();
}
END_TEST

/* --- acts --- */

START_TEST(in_an_act_a_clause_at_the_start_of_a_line_is_an_anchor)
{
	world_begin();
	assert_act("8.3. Результаты\n**8.4.** Согласие, п. 8.3. не в счёт",
	           "<p><span class=\"clause\" id=\"8.3\">8.3.</span> Результаты\n<strong><span class=\"clause\" "
	           "id=\"8.4\">8.4.</span></strong> Согласие, п.\u00A0"
	           "8.3. не в счёт</p>\n");
	ck_assert(pub_anchor(about, SL("8.3")) && pub_anchor(about, SL("8.4")));
	world_end();
}
END_TEST

START_TEST(in_an_act_the_markers_of_a_list_are_printed_as_written)
{
	world_begin();
	assert_act(
	        "IV. Порядок\n\n12. Наставник:\n\n4) помогает",
	        "<p><span class=\"clause\" id=\"IV\">IV.</span> Порядок</p>\n<ol class=\"clauses\">\n<li><span "
	        "class=\"clause\" "
	        "id=\"IV.12\">12.</span> Наставник:\n</li>\n</ol>\n<ol class=\"clauses\">\n<li><span class=\"clause\" "
	        "id=\"IV.12.4\">4)</span> помогает\n</li>\n</ol>\n");
	world_end();
}
END_TEST

START_TEST(elsewhere_a_number_is_only_a_number)
{
	world_begin();
	assert_html("8.3. Результаты", "<p>8.3. Результаты</p>\n");
	world_end();
}
END_TEST

START_TEST(a_heading_with_a_number_has_the_clauses_address)
{
	world_begin();
	assert_act("## 3.4. Куратор", "<h2 id=\"3.4\">3.4. Куратор</h2>\n");
	assert_act("## **6. Пары**", "<h2 id=\"6\"><strong>6. Пары</strong></h2>\n");
	world_end();
}
END_TEST

/* Titles of the contents list, one after another. */
static Slice contents(void)
{
	const Pub *toc = pub_get(&about->fields, SL("toc"), about->page);
	buf_clear(&world.text);
	for (size_t i = 0; toc && i < toc->as.list.n; i++) {
		buf_str(&world.text, i ? " / " : "");
		buf_add(&world.text, pub_text(toc->as.list.items[i], "title", SL("")));
	}
	return buf_slice(&world.text);
}

START_TEST(the_contents_of_an_act_are_its_titles_and_not_its_clauses)
{
	world_begin();
	world_put("documents/act.md", "---\ntitle: П\nlevel: local\ntype: regulation\n---\nI. Общие положения\n\n8. "
	                              "Условия публикации результатов "
	                              "персонализированной программы наставничества педагогических работников на сайте "
	                              "образовательной организации\n\n"
	                              "9. Контроль оставляю за собой.\n\n10. Куратор вправе:\n");
	world_on(DAY);
	about = seen(PUB_DOCUMENTS, "act");
	assert_slice(contents(), "I. Общие положения / 8. Условия публикации результатов персонализированной программы "
	                         "наставничества педагогических работников на сайте образовательной организации");
	world_end();
}
END_TEST

START_TEST(what_is_searched_is_what_is_read)
{
	world_begin();
	assert_act("# Права\n\n1. Учить *добру*\n\n| а | б |\n|---|---|\n| в | г |",
	           "<h2 id=\"права\">Права</h2>\n<ol class=\"clauses\">\n<li><span class=\"clause\" id=\"1\">1.</span> "
	           "Учить "
	           "<em>добру</em>\n</li>\n</ol>\n<section class=\"table\" tabindex=\"0\" "
	           "aria-label=\"Таблица\">\n"
	           "<table>\n<thead>\n<tr><th scope=\"col\">а</th><th "
	           "scope=\"col\">б</th></tr>\n</thead>\n<tbody>\n<tr><td>в</td>"
	           "<td>г</td></tr>\n</tbody>\n</table>\n</section>\n");
	assert_slice(about->text, "Права\n1. Учить добру\n\nа б \nв г");
	world_end();
}
END_TEST

UNIT_MAIN("prose", text_is_escaped_and_set_in_paragraphs, the_highest_heading_becomes_h2_and_each_has_an_id,
          lists_keep_their_first_number, a_table_has_header_cells_and_can_be_scrolled_by_the_keyboard,
          a_path_of_the_section_is_written_with_a_hole_for_the_base, an_address_elsewhere_stays_as_it_is,
          a_link_to_a_record_reads_as_its_title, a_link_to_a_programme_is_by_file_and_leads_to_its_number,
          a_picture_alone_is_a_figure_and_within_a_line_is_not, in_an_act_a_clause_at_the_start_of_a_line_is_an_anchor,
          in_an_act_the_markers_of_a_list_are_printed_as_written, elsewhere_a_number_is_only_a_number,
          a_heading_with_a_number_has_the_clauses_address, the_contents_of_an_act_are_its_titles_and_not_its_clauses,
          what_is_searched_is_what_is_read)
