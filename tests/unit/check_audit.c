#include "output/audit.h"
#include "output/twin.h"
#include "render/zip.h"

#include "corpora.h"

/* A site is a folder of the world; each test puts files into it and audits them. */

static Diags found;
static Buf said;

static void begin(void)
{
	world_begin();
	diags_init(&found);
	buf_init(&said);
}

static void end(void)
{
	diags_release(&found);
	buf_release(&said);
	world_end();
}

static void site_put_bytes(const char *path, Slice bytes)
{
	Buf whole = BUF_INIT;
	buf_printf(&whole, "site/%s", path);
	ck_assert_int_eq(file_parents(world.fd, whole.p), 0);
	ck_assert_int_eq(file_write(world.fd, whole.p, bytes), 0);
	buf_release(&whole);
}

static void site_put(const char *path, const char *text)
{
	site_put_bytes(path, slice_of(text));
}

/* Everything that the audit says, a line each, after reading the records anew. */
static const char *audited_with(const char *day, const char *common)
{
	Date today;
	Slice texts[] = {slice_of(common)};
	diags_release(&found);
	diags_init(&found);
	buf_clear(&said);
	ck_assert(date_parse(&today, slice_of(day)));
	world_load();
	ck_assert_msg(world.diags.errors == 0, "%s", world_complaints());
	int fd = openat(world.fd, "site", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	ck_assert_int_ge(fd, 0);
	Audit *a = audit_new(world.corpus, today, (AuditTexts){texts, 1});
	bool clean = audit_tree(a, fd, SL("site"), 2, &found);
	audit_free(a);
	close(fd);
	diags_sort(&found);
	diags_print(&said, &found, FORMAT_TEXT, LANG_EN, false);
	ck_assert(clean == (diags_class(&found, false) == CLASS_NONE));
	return said.p;
}

static const char *audited(void)
{
	return audited_with("2026-01-15", "");
}

#define assert_said(want)                                                                  \
	do {                                                                               \
		const char *got_ = audited();                                              \
		ck_assert_msg(strcmp(got_, want) == 0, "got:\n%s\nwant:\n%s", got_, want); \
	} while (0)

#define LEAK(place, file, field) \
	"site/" place ": error: leak: this holds what is withheld: content/" file ", field '" field "' [leak]\n"
#define LEAK_FILE(place, file) \
	"site/" place ": error: leak: this holds the name of a file that is withheld: content/" file " [leak]\n"
#define AMBIGUOUS(place, file)                                                             \
	"site/" place ": warning: this word is like the withheld surname in content/" file \
	", and is another word or another "                                                \
	"person's too; see who is meant [ambiguous-word]\n"

START_TEST(a_clean_site_is_clean)
{
	begin();
	world_person("orlova", "Орлова", "");
	site_put("index.html", "<p>Орлиный взор</p>");
	assert_said("");
	end();
}
END_TEST

START_TEST(a_withheld_surname_is_found_at_its_line_and_column)
{
	begin();
	world_person("orlova", "Орлова", "");
	site_put("news/index.html", "<h1>День</h1>\n<p>Спасибо &laquo;<b>О</b>рловой&raquo;!</p>\n<p>И Орловым</p>\n");
	assert_said(LEAK("news/index.html:2:22", "people/orlova.yaml", "family"));
	end();
}
END_TEST

START_TEST(a_public_name_is_no_leak)
{
	begin();
	world_person("orlova", "Орлова", "consents:\n" CONSENT("name", ""));
	site_put("index.html", "Орлова Мария Петровна, Орловой, Orlova, М. П. Орлова");
	assert_said("");
	end();
}
END_TEST

START_TEST(initials_are_not_the_full_name)
{
	begin();
	world_person("orlova", "Орлова", "consents:\n" CONSENT("short_name", ""));
	site_put("a.html", "Орловой М. П. и ещё раз Орлова");
	assert_said("");
	site_put("a.html", "Орлова Мария");
	assert_said(LEAK("a.html:1:1", "people/orlova.yaml", "given"));
	site_put("a.html", "Марии Петровне");
	assert_said(LEAK("a.html:1:1", "people/orlova.yaml", "given"));
	end();
}
END_TEST

START_TEST(a_consent_holds_on_its_pages_and_in_indexes)
{
	begin();
	world_person("orlova", "Орлова", "consents:\n" CONSENT("name", ", pages: [roadmap/]"));
	site_put("roadmap/index.html", "Орлова");
	site_put("roadmap/index.html.gz", "Орлова");
	site_put("fragments/roadmap.html", "Орлова");
	site_put("search/d/1.json", "Орлова");
	site_put("data/rubric.json", "Орлова");
	assert_said("");
	site_put("index.html", "Орлова");
	site_put("news/x/index.html", "Орлова");
	site_put("fragments/index.html", "Орлова");
	assert_said(LEAK("fragments/index.html:1:1", "people/orlova.yaml", "family")
	                    LEAK("index.html:1:1", "people/orlova.yaml", "family")
	                            LEAK("news/x/index.html:1:1", "people/orlova.yaml", "family"));
	end();
}
END_TEST

START_TEST(a_namesake_is_told_once_and_by_what_stands_beside_it)
{
	begin();
	world_person("one", "Орлова", "consents:\n" CONSENT("name", ""));
	world_put("people/two.yaml", "family: Орлов\ngiven: Борис\npatronymic: Ильич\n");
	site_put("a.html", "Орлова Мария Петровна, М. П. Орловой");
	assert_said("");
	site_put("b.html", "Орловой");
	site_put("c.html", "Орловой и Орлову");
	assert_said(AMBIGUOUS("b.html:1:1", "people/two.yaml"));
	site_put("b.html", "Орлову Борису Ильичу");
	site_put("c.html", "Б. И. Орлов");
	assert_said(LEAK("b.html:1:1", "people/two.yaml", "family") LEAK("b.html:1:8", "people/two.yaml", "given")
	                    LEAK("c.html:1:7", "people/two.yaml", "family"));
	site_put("b.html", "Борис, Орлова Мария и другие");
	site_put("c.html", "x");
	assert_said("");
	end();
}
END_TEST

/* Зоя Мельникова-Дьякова and Вера Дьякова-Снегирёва are public; nobody else is. */
static void put_double_names(void)
{
	world_put("people/md.yaml",
	          "family: Мельникова-Дьякова\ngiven: Зоя\npatronymic: Павловна\nconsents:\n" CONSENT("name", ""));
	world_put("people/ds.yaml", "family: Дьякова\u2011Снегирёва\ngiven: Вера\nconsents:\n" CONSENT("name", ""));
	world_put("people/d.yaml", "family: Дьякова\ngiven: Зоя\npatronymic: Павловна\n");
	world_put("people/d2.yaml", "family: Дьяков\ngiven: Вера\n");
	world_put("people/m.yaml", "family: Мельникова\ngiven: Зоя\n");
}

START_TEST(half_of_a_public_double_name_is_nobody_elses)
{
	static const char *const spellings[] = {
	        "Мельникова-Дьякова Зоя Павловна", "Зоей Павловной Мельниковой-Дьяковой",
	        "З. П. Мельникова-Дьякова",        "Мельникову-Дьякову",
	        "МЕЛЬНИКОВА-ДЬЯКОВА ЗОЯ",          "Мельникова\u2011Дьякова Зоя",
	        "Мельникова\u2010Дьякова Зоя",     "Мельникова-&shy;Дьякова Зоя",
	        "Мельникова&#8209;Дьякова Зоя",    "Zoya Melnikova-Dyakova",
	        "Melnikova-Diakova Zoia",          "mentors/melnikova-dyakova-zoya/",
	        "Дьякова-Снегирёва Вера",          "Вере Дьяковой-Снегиревой",
	        "Дьякова\u2011Снегирёва В.",       "Dyakova-Snegireva Vera",
	};
	begin();
	put_double_names();
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		site_put("a.html", spellings[i]);
		assert_said("");
	}
	site_put("a.html", "x");
	site_put("search/t/1.json", "{\"дьяков\":\"1;;\",\"мельников\":\"1;;\",\"мельникова-дьяков\":\"1;;\"}");
	assert_said("");
	end();
}
END_TEST

START_TEST(whoever_bears_the_half_alone_is_found_beside_the_double_name)
{
	begin();
	put_double_names();
	site_put("a.html", "Мельникова-Дьякова Зоя и Дьякова Зоя");
	site_put("b.html", "Дьяковой");
	site_put("c.html", "Мельникова, Дьякова");
	site_put("d.html", "Дьякова - Мельникова-Дьякова");
	site_put("e.html", "Melnikova-Dyakova, Dyakova");
	assert_said(LEAK("a.html:1:26", "people/d.yaml", "family") LEAK("b.html:1:1", "people/d.yaml", "family")
	                    LEAK("c.html:1:1", "people/m.yaml", "family") LEAK("c.html:1:13", "people/d.yaml", "family")
	                            LEAK("d.html:1:1", "people/d.yaml", "family")
	                                    LEAK("e.html:1:20", "people/d.yaml", "family"));
	end();
}
END_TEST

/* No Зоя is a Дьякова-Снегирёва, and nobody at all a Дьякова-Белова. */
START_TEST(a_double_name_shields_its_bearers_alone)
{
	begin();
	put_double_names();
	site_put("a.html", "Дьякова-Снегирёва Зоя");
	site_put("b.html", "Дьякова-Белова Зоя");
	assert_said(LEAK("a.html:1:1", "people/d.yaml", "family") LEAK("b.html:1:1", "people/d.yaml", "family"));
	end();
}
END_TEST

START_TEST(a_withheld_double_name_is_one_leak)
{
	begin();
	put_double_names();
	world_put("people/md.yaml", "family: Мельникова-Дьякова\ngiven: Зоя\n");
	site_put("a.html", "Мельникова-Дьякова");
	assert_said(LEAK("a.html:1:1", "people/md.yaml", "family"));
	end();
}
END_TEST

START_TEST(a_common_word_or_a_village_is_ambiguous)
{
	begin();
	world_person("melnik", "Мельник", "");
	world_person("polyanskaya", "Полянская", "");
	world_policy("namesakes: [Полянская, Полянской]\n");
	world_put("pages/about.md", "---\ntitle: О нас\n---\nСтарый мельник.\n");
	site_put("a.html", "мельник");
	site_put("b.html", "деревня Полянская");
	assert_said(AMBIGUOUS("a.html:1:1", "people/melnik.yaml") AMBIGUOUS("b.html:1:9", "people/polyanskaya.yaml"));
	site_put("a.html", "Мельник Мария");
	site_put("b.html", "М. П. Полянская");
	assert_said(LEAK("a.html:1:1", "people/melnik.yaml", "family")
	                    LEAK("b.html:1:7", "people/polyanskaya.yaml", "family"));
	site_put("a.html", "Мельнику"); /* a form that no text has is nobody else's */
	site_put("b.html", "Полянскую");
	assert_said(LEAK("a.html:1:1", "people/melnik.yaml", "family")
	                    LEAK("b.html:1:1", "people/polyanskaya.yaml", "family"));
	end();
}
END_TEST

START_TEST(words_of_every_site_are_common)
{
	begin();
	world_person("bukva", "Буква", "");
	site_put("a.html", "размер буквы");
	ck_assert_str_eq(audited_with("2026-01-15", ""), LEAK("a.html:1:8", "people/bukva.yaml", "family"));
	ck_assert_str_eq(audited_with("2026-01-15", "Цвет и буквы"), AMBIGUOUS("a.html:1:8", "people/bukva.yaml"));
	end();
}
END_TEST

START_TEST(short_names_need_a_name_beside_them)
{
	begin();
	world_person("li", "Ли", "");
	world_person("kim", "Ким", "");
	site_put("a.html", "<li>Можно ли? <ol><li>kim</li></ol></li>");
	assert_said("");
	site_put("a.html", "Ли Мария");
	site_put("b.html", "M. P. Kim");
	assert_said(LEAK("a.html:1:1", "people/li.yaml", "family") LEAK("b.html:1:7", "people/kim.yaml", "family"));
	end();
}
END_TEST

START_TEST(all_four_transliterations_are_found)
{
	static const char *const spellings[] = {"Xoxlova", "Khokhlova", "KHOKHLOVOJ", "khokhlovoi", "xoxlovu"};
	begin();
	world_person("x1", "Хохлова", "");
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		site_put("a.html", spellings[i]);
		assert_said(i == 2 ? ""
		                   : LEAK("a.html:1:1", "people/x1.yaml", "family")); /* no system writes KH and OJ */
	}
	end();
}
END_TEST

START_TEST(the_search_index_may_hold_no_stem)
{
	begin();
	world_person("orlova", "Берестнева", "");
	site_put("search/t/1.json", "{\"берестнев\":\"1;;\"}");
	assert_said(LEAK("search/t/1.json:1:3", "people/orlova.yaml", "family"));
	end();
}
END_TEST

/* «беломестнов» is how the index has the village, and a surname too. */
START_TEST(the_stem_of_a_public_word_is_public_in_the_search_index)
{
	begin();
	world_person("b1", "Беломестнова", "");
	world_policy("namesakes: [Беломестнова]\n");
	site_put("search/t/1.json", "{\"беломестнов\":\"1;;\"}");
	assert_said("");
	site_put("search/d/1.json", "Беломестнов");
	assert_said(LEAK("search/d/1.json:1:1", "people/b1.yaml", "family"));
	end();
}
END_TEST

START_TEST(contacts_are_found_however_they_are_written)
{
	static const char *const phones[] = {"+79120001122",
	                                     "8 (912) 000-11-22",
	                                     "8 912 000 11 22",
	                                     "912.000.11.22",
	                                     "tel:+7%20912%20000%201122",
	                                     "+7&nbsp;(912)&nbsp;000\xE2\x80\x91"
	                                     "11\xE2\x80\x91"
	                                     "22"};
	begin();
	world_person("orlova", "Орлова",
	             "phone: \"8 (912) 000-11-22\"\nemail: m.orlova@mail.example\nconsents:\n" CONSENT("name", ""));
	for (size_t i = 0; i < sizeof phones / sizeof *phones; i++) {
		site_put("a.html", phones[i]);
		audited();
		ck_assert_msg(slice_find(buf_slice(&said), SL("'phone'"), 0) < said.n, "%s", phones[i]);
	}
	site_put("a.html", "91200011223 и 19120001122 и 912 000 11 2");
	assert_said("");
	site_put("a.html", "<a href=\"mailto:M.Orlova&#64;mail.example\">");
	assert_said(LEAK("a.html:1:17", "people/orlova.yaml", "email"));
	end();
}
END_TEST

START_TEST(a_contact_that_is_the_schools_is_public)
{
	begin();
	world_put("site.yaml", "base_url: https://school.example/m/\nschool: {name: Школа, short_name: Школа, site: "
	                       "\"https://school.example/\", phone: +7 912 000-11-22, email: school@mail.example}\n");
	world_person("orlova", "Орлова", "phone: \"89120001122\"\nemail: school@mail.example\n");
	site_put("a.html", "+7 (912) 000-11-22, school@mail.example");
	assert_said("");
	end();
}
END_TEST

START_TEST(a_closed_text_is_found_by_any_four_words)
{
	begin();
	world_person("orlova", "Орлова", "note: Просила не звонить по вторникам и никому не говорить про переезд\n");
	world_part("mentees", "belov", "Белов", "");
	world_put("mentees/belov.md",
	          "---\nperson: belov\ngroup: тревожность\nneeds: |\n  Страх **перед** доской.\n---\n");
	site_put("a.html", "ЗВОНИТЬ — по&nbsp;вторникам, и");
	assert_said(LEAK("a.html:1:1", "people/orlova.yaml", "note"));
	site_put("a.html", "страх перед доской");
	assert_said(LEAK("a.html:1:1", "mentees/belov.md", "needs"));
	site_put("a.html", "звонить по вторникам, тревожность"); /* three words; less than twelve letters */
	assert_said("");
	end();
}
END_TEST

START_TEST(what_a_public_text_says_too_is_public)
{
	begin();
	world_person("orlova", "Орлова", "position: учитель русского языка и литературы\n");
	site_put("a.html", "учитель русского языка и литературы");
	assert_said(LEAK("a.html:1:1", "people/orlova.yaml", "position"));
	world_put("pages/about.md", "---\ntitle: О нас\n---\nНужен учитель русского языка и литературы.\n");
	assert_said("");
	end();
}
END_TEST

START_TEST(results_and_drafts_wait_for_their_day)
{
	begin();
	world_part("mentors", "orlova", "Орлова", ROLE_AND_NAME);
	world_part("mentees", "belov", "Белов", ROLE_AND_NAME);
	world_programme("p1", "orlova", "belov",
	                "completion: {date: 2026-05-20, ground: plan}\nresults: {summary: Ученики построили настоящий "
	                "телескоп}\n");
	world_put("news/zapusk.md",
	          "---\ntitle: Телескоп смотрит в небо города\ndate: 2026-05-25\npublish_from: 2026-05-25\n---\n");
	site_put("programmes/n-p1/index.html", "Ученики построили настоящий телескоп");
	site_put("news/zapusk/index.html", "Телескоп смотрит в небо города");
	ck_assert_str_eq(
	        audited_with("2026-05-19", ""),
	        LEAK_FILE("news/zapusk:1:1", "news/zapusk.md") LEAK_FILE("news/zapusk/index.html:1:1", "news/zapusk.md")
	                LEAK("news/zapusk/index.html:1:1", "news/zapusk.md", "title")
	                        LEAK("programmes/n-p1/index.html:1:1", "programmes/p1.md", "results.summary"));
	ck_assert_str_eq(audited_with("2026-05-25", ""), "");
	end();
}
END_TEST

START_TEST(a_minor_is_withheld_whoever_signed_alone)
{
	begin();
	world_person("petya", "Лагунцов", "minor_until: 2030-01-01\nconsents:\n" CONSENT("name", ""));
	site_put("a.html", "Лагунцов");
	assert_said(LEAK("a.html:1:1", "people/petya.yaml", "family"));
	world_policy("minors: consent\n");
	assert_said(LEAK("a.html:1:1", "people/petya.yaml", "family"));
	world_person("petya", "Лагунцов",
	             "minor_until: 2030-01-01\nconsents:\n" CONSENT_BY("representative", "name", ""));
	assert_said("");
	end();
}
END_TEST

START_TEST(names_of_withheld_files_are_found_as_they_are_spelt)
{
	begin();
	world_person("belova-2026", "Иванов", "consents:\n" CONSENT("name", ""));
	world_put("news/chernovik.md", "---\ntitle: Заголовок\ndate: 2026-01-01\ndraft: true\n---\n");
	world_picture("media/otchet.png");
	world_put("media/otchet.png.yaml", "alt: \"\"\n");
	site_put("a.html", "<a href=\"/x/belova-2026/\">");
	site_put("b.css", ".chernovik{}");
	site_put("media/otchet/x.bin", "x");
	assert_said(LEAK_FILE("a.html:1:13", "people/belova-2026.yaml") LEAK_FILE("b.css:1:2", "news/chernovik.md")
	                    LEAK_FILE("media/otchet:1:1", "media/otchet.png")
	                            LEAK_FILE("media/otchet/x.bin:1:1", "media/otchet.png"));
	site_put("a.html", "belova 2026, belova-2026-2, x-belova-2026, belova.2026");
	site_put("b.css", ".chernoviki, .chernovik-x, .my_chernovik{}");
	ck_assert_int_eq(file_remove_tree(world.fd, "site/media"), 0);
	assert_said("");
	end();
}
END_TEST

START_TEST(packed_files_are_opened)
{
	Buf packed = BUF_INIT;
	Twin *t = twin_new();
	Zip z;
	begin();
	world_person("orlova", "Орлова", "");
	twin_gzip(&packed, t, SL("\n\nОрлова"));
	site_put("a.html", "x");
	site_put_bytes("a.html.gz", buf_slice(&packed));
	buf_clear(&packed);
	twin_brotli(&packed, SL("Орлова"));
	site_put_bytes("b.html.br", buf_slice(&packed));
	buf_clear(&packed);
	zip_open(&z, &packed);
	zip_add(&z, "xl/sharedStrings.xml", SL("<si><r><t>Ор</t></r><r><t>лова</t></r></si>"));
	zip_close(&z);
	site_put_bytes("c.xlsx", buf_slice(&packed));
	assert_said(LEAK("a.html.gz:3:1", "people/orlova.yaml", "family")
	                    LEAK("b.html.br:1:1", "people/orlova.yaml", "family")
	                            LEAK("c.xlsx!xl/sharedStrings.xml:1:11", "people/orlova.yaml", "family"));
	twin_free(t);
	buf_release(&packed);
	end();
}
END_TEST

/* «Спасибо Орловой» as a notepad of old saves it. */
START_TEST(texts_in_windows_1251_are_read)
{
	begin();
	world_person("orlova", "Орлова", "");
	site_put("a.txt", "\xD1\xEF\xE0\xF1\xE8\xE1\xEE \xCE\xF0\xEB\xEE\xE2\xEE\xE9\r\n");
	assert_said(LEAK("a.txt:1:1", "people/orlova.yaml", "family"));
	site_put("a.txt", "\xD1\xEF\xE0\xF1\xE8\xE1\xEE \xCE\xF0\xEB\xE8\xED\xEE\xE9\r\n"); /* «Орлиной» */
	assert_said("");
	site_put_bytes("a.txt",
	               SL("\0\x01\x02\xCE\xF0\xEB\xEE\xE2\xEE\xE9\x03\x04")); /* among data any bytes are letters */
	assert_said("");
	end();
}
END_TEST

/* Libraries write the streams of a PDF as text, and the checksum of Flate as they like. */
START_TEST(every_filter_of_a_pdf_is_undone)
{
	begin();
	world_person("o1", "Орлова", "");
	site_put("a.pdf", "%PDF-1.4\n1 0 obj <</Filter/ASCIIHexDecode>> stream\n4F 72 6C 6F 76 61 20 4D 61 72 69 79 "
	                  "61>\nendstream");
	assert_said(LEAK("a.pdf!stream:1:1", "people/o1.yaml", "family"));
	site_put("a.pdf", "%PDF-1.4\n1 0 obj <</Filter/LZWDecode>> stream\n1\nendstream");
	assert_said(
	        "site/a.pdf:1:1: warning: the file is encrypted, damaged, or packed in a way that cannot be opened, so "
	        "not all of it was checked [opaque-file]\n");
	end();
}
END_TEST

START_TEST(what_cannot_be_opened_is_warned_of)
{
	begin();
	site_put("a.docx", "PK\3\4 and no more");
	assert_said("site/a.docx:1:1: warning: the file is encrypted, damaged, or packed in a way that cannot be "
	            "opened, so not "
	            "all of it was checked [opaque-file]\n");
	end();
}
END_TEST

START_TEST(chance_bytes_of_a_picture_spell_nothing)
{
	static const char noise[] =
	        "\x89PNG\x1A\x99\xF3\x02\xE1\x8C\xB7\x90\xC4 orlov\x91\xD5\xEE\x03\x8F\xFA\xC1\xB2\xE9\x95";
	begin();
	world_person("orlova", "Орлова", "");
	site_put_bytes("a.png", (Slice){noise, sizeof noise - 1});
	assert_said("");
	site_put_bytes("a.png", SL("\x89PNG\x1A\x02 Author: M. P. Orlov, Moscow"));
	assert_said(LEAK("a.png:1:1", "people/orlova.yaml", "family"));
	end();
}
END_TEST

START_TEST(nothing_that_is_withheld_is_said)
{
	begin();
	world_person("orlova", "Орлова", "phone: \"+7 912 000-11-22\"\nnote: Никому не говорить о переезде\n");
	site_put("Орлова.html", "Орлова Мария Петровна, +7 912 000-11-22, никому не говорить о переезде");
	audited();
	Slice all = buf_slice(&said);
	ck_assert_uint_gt(all.n, 0);
	size_t at = 0;
	for (Slice line; slice_split(&all, '\n', &line); at++) {
		Slice message = slice_sub(line, slice_find(line, SL("error: "), 0), line.n);
		ck_assert(slice_find(message, SL("Орлов"), 0) == message.n);
		ck_assert(slice_find(message, SL("912"), 0) == message.n);
		ck_assert(slice_find(message, SL("переезд"), 0) == message.n);
	}
	ck_assert_uint_gt(at, 3);
	end();
}
END_TEST

UNIT_MAIN("audit", a_clean_site_is_clean, a_withheld_surname_is_found_at_its_line_and_column, a_public_name_is_no_leak,
          initials_are_not_the_full_name, a_consent_holds_on_its_pages_and_in_indexes,
          a_namesake_is_told_once_and_by_what_stands_beside_it, half_of_a_public_double_name_is_nobody_elses,
          whoever_bears_the_half_alone_is_found_beside_the_double_name, a_double_name_shields_its_bearers_alone,
          a_withheld_double_name_is_one_leak, a_common_word_or_a_village_is_ambiguous, words_of_every_site_are_common,
          short_names_need_a_name_beside_them, all_four_transliterations_are_found, the_search_index_may_hold_no_stem,
          the_stem_of_a_public_word_is_public_in_the_search_index, contacts_are_found_however_they_are_written,
          a_contact_that_is_the_schools_is_public, a_closed_text_is_found_by_any_four_words,
          what_a_public_text_says_too_is_public, results_and_drafts_wait_for_their_day,
          a_minor_is_withheld_whoever_signed_alone, names_of_withheld_files_are_found_as_they_are_spelt,
          packed_files_are_opened, texts_in_windows_1251_are_read, every_filter_of_a_pdf_is_undone,
          what_cannot_be_opened_is_warned_of, chance_bytes_of_a_picture_spell_nothing, nothing_that_is_withheld_is_said)
