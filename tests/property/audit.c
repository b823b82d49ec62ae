/*
 * audit.c - whatever is withheld is found wherever it is put, and nothing else is.
 *
 *	audit ROOT SITE
 *
 * ROOT holds the demonstration content, SITE what a build made of it as of
 * 2026-11-20. The tree as it is must have no leak. Then each of the values
 * below, withheld on that day by publication.md as read by hand, is put into a
 * file of the site in each disguise, and the audit must find it in that file.
 */
#include <fcntl.h>
#include <libdeflate.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/themes.h"
#include "output/audit.h"
#include "output/twin.h"
#include "render/zip.h"

static const char *const withheld[] = {
        /* a consent withdrawn: the surname alone, in six cases, of both genders and of the family */
        "Мухортов",
        "Мухортова",
        "Мухортову",
        "Мухортовым",
        "Мухортове",
        "Мухортовой",
        "Мухортовых",
        "Мухортовыми",
        /* a consent that ran out; one not yet signed; none at all; minors; a role without a name */
        "Тихомоловой",
        "Сыромяткиным",
        "Баклушина",
        "Сухореброву",
        "Кащенцева",
        "Тропаревской",
        "Лагунцовым",
        "Шелестову",
        /* ё, and е for it */
        "Веретёнкина",
        "Веретенкиной",
        /* in full, both ways round; with initials; without the surname */
        "Мухортов Леонид Демьянович",
        "Леонида Демьяновича Мухортова",
        "Мухортову Л. Д.",
        "Л.Д. Мухортовым",
        "Леонидом Демьяновичем",
        "Эмме Георгиевне",
        /* a surname that is a village too: the village is nobody, these are somebody */
        "Полянская Эмма Георгиевна",
        "Эмму Георгиевну Полянскую",
        "Полянской Э. Г.",
        "Э. Г. Полянская",
        /* initials are public, and no more */
        "Крутоярову Марину Эдуардовну",
        "Марина Крутоярова",
        "Мариной Эдуардовной",
        /* ГОСТ 7.79-B, the passport's, Yandex's, BGN/PCGN */
        "Muxortov",
        "Mukhortovym",
        "Lagunczova",
        "Suxorebrovu",
        "Troparevskoi",
        "Troparevskoy",
        "Kaschentseva",
        "Kashchentseva",
        "Veretënkinoy",
        "Veretyonkinoy",
        "Polyanskaya Emma",
        "E. G. Polyanskaya",
        /* contacts, spaced in any way */
        "muhortov.ld@pochta.example",
        "t.luzgarev@pochta.example",
        "+7 (000) 371-05-46",
        "8 000 371 05 46",
        "80003710546",
        "+7 000 371 0546",
        "000.371.05.46",
        "+7 (000) 355-64-18",
        /* texts that are closed by their class, or of a record that is not there */
        "срывает голос к четвёртому уроку",
        "боится щитка и паяльника",
        "не справляется, отец в заключении",
        "ситуация, развод и переезд",
        "инженер по обслуживанию компьютерной сети",
        "Зрение минус семь, мелкий шрифт не видит",
        "профессиональное выгорание по опроснику",
        "Металл списан заводом неофициально, накладной нет",
        "золотые руки, терпения наработали на троечку",
        "Репетиция народного хора. Личный телефон и почту никому не давать",
        "Премиальный фонд квартала — двести десять тысяч рублей",
        "О премировании наставников по итогам квартала",
        /* results before the end, or after one that releases none */
        "двухъярусный измеритель ветра и влажности",
        "тринадцать деталей, которым оставалось полчаса",
        "подержали в руках купчую 1893 года",
        "Одиннадцать шестиклассников дошли до последней субботы",
        /* names of files */
        "muhortov-drobyazgina",
        "zakrytoe-soveshchanie",
        "chernovik-o-premiyah",
        "staraya-afisha",
};
enum { WITHHELD = sizeof withheld / sizeof *withheld };

/* Public on that day, or no person: these must be passed over. */
static const char *const open_values[] = {
        "Берестнева Ольга Игнатьевна",
        "Берестневой",
        "Berestneva",
        "Сорокопудовой Елене Мирославовне",
        "Крутояровой М. Э.",
        "деревня Полянская",
        "Полянской улицы",
        "учитель физики",
        "curator@zaozerskaya-school3.example",
        "+7 (000) 300-03-05",
        "педагог – педагог",
        "berestneva",
        "Карта, которая говорит",
        "налажена общая таблица погодных наблюдений",
};

typedef struct Bench {
	Audit *audit;
	const char *site;
	char dir[48];
	int site_fd;
	size_t tried, faults;
} Bench;

/* --- disguises --- */

typedef void Disguise(Buf *out, Slice s);

static void as_it_is(Buf *out, Slice s)
{
	buf_add(out, s);
}

static void in_capitals(Buf *out, Slice s)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);
		bool latin = c >= 'a' && c <= 'z';
		buf_char(out, latin || (c >= 0x430 && c < 0x450) ? c - 0x20 : c == 0x451 ? 0x401 : c);
	}
}

static void in_decimal(Buf *out, Slice s)
{
	for (size_t at = 0; at < s.n;) {
		buf_printf(out, "&#%u;", utf8_next(s, &at));
	}
}

static void in_hexadecimal(Buf *out, Slice s)
{
	for (size_t at = 0; at < s.n;) {
		buf_printf(out, "&#x%X;", utf8_next(s, &at));
	}
}

/* ISOcyr1, as HTML knows it. */
static void in_entities(Buf *out, Slice s)
{
	static const char *const names[] = {"a",  "b",  "v",  "g",    "d",    "ie", "zh",   "z", "i",  "j", "k",
	                                    "l",  "m",  "n",  "o",    "p",    "r",  "s",    "t", "u",  "f", "kh",
	                                    "ts", "ch", "sh", "shch", "hard", "y",  "soft", "e", "yu", "ya"};
	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);
		bool small = c >= 0x430 && c < 0x450;
		if (small) {
			buf_printf(out, "&%scy;", names[c - 0x430]);
		} else {
			buf_char(out, c);
		}
	}
}

static void in_percents(Buf *out, Slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		buf_printf(out, "%%%02X", (unsigned char)s.p[i]);
	}
}

static void in_percents_twice(Buf *out, Slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		buf_printf(out, "%%25%02x", (unsigned char)s.p[i]);
	}
}

static void in_json(Buf *out, Slice s)
{
	for (size_t at = 0; at < s.n;) {
		buf_printf(out, "\\u%04x", utf8_next(s, &at));
	}
}

/* Entities in a string of JSON that is itself in HTML. */
static void in_layers(Buf *out, Slice s)
{
	for (size_t at = 0; at < s.n;) {
		buf_printf(out, "&#92;u0026#%u;", utf8_next(s, &at));
	}
}

static void with_soft_hyphens(Buf *out, Slice s)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);
		buf_char(out, c);
		buf_str(out, c >= 0x400 && at < s.n ? "\xC2\xAD" : "");
	}
}

static void with_no_break_spaces(Buf *out, Slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		buf_put(out, s.p[i] == ' ' ? "\xC2\xA0" : s.p + i, s.p[i] == ' ' ? 2 : 1);
	}
}

/* й and ё as two characters, and a stress mark on the first а. */
static void decomposed(Buf *out, Slice s)
{
	bool stressed = false;
	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);
		bool short_i = c == 0x439;
		bool yo = c == 0x451;
		buf_char(out, short_i ? 0x438 : yo ? 0x435 : c);
		buf_str(out, short_i ? "\xCC\x86" : yo ? "\xCC\x88" : c == 0x430 && !stressed ? "\xCC\x81" : "");
		stressed |= c == 0x430;
	}
}

/* A tag in the midst of a word. */
static void across_tags(Buf *out, Slice s)
{
	size_t at = 0;
	utf8_next(s, &at);
	utf8_next(s, &at);
	buf_add(out, slice_sub(s, 0, at));
	buf_str(out, "<b class=\"x\">");
	buf_add(out, slice_sub(s, at, s.n));
	buf_str(out, "</b>");
}

static void in_attribute(Buf *out, Slice s)
{
	buf_str(out, "<img alt=\"");
	buf_add(out, s);
	buf_str(out, "\">");
}

static void as_word_cuts_it(Buf *out, Slice s)
{
	size_t at = 0;
	utf8_next(s, &at);
	buf_str(out, "<w:r><w:t>");
	buf_add(out, slice_sub(s, 0, at));
	buf_str(out, "</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t "
	             "xml:space=\"preserve\">");
	buf_add(out, slice_sub(s, at, s.n));
	buf_str(out, "</w:t></w:r>");
}

static void put_units(Buf *out, Slice s, bool big)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);
		buf_byte(out, (char)(big ? c >> 8 : c & 0xFF));
		buf_byte(out, (char)(big ? c & 0xFF : c >> 8));
	}
}

static void in_utf16_big(Buf *out, Slice s)
{
	buf_put(out, "\xFE\xFF", 2);
	put_units(out, s, true);
}

static void in_utf16_little(Buf *out, Slice s)
{
	buf_put(out, "\r\0", 2);
	put_units(out, s, false);
}

/* As PDF keeps the author of a document. */
static void in_octal(Buf *out, Slice s)
{
	Buf wide = BUF_INIT;
	in_utf16_big(&wide, s);
	buf_str(out, "/Author (");
	for (size_t i = 0; i < wide.n; i++) {
		buf_printf(out, "\\%03o", (unsigned char)wide.p[i]);
	}
	buf_str(out, ")");
	buf_release(&wide);
}

static void in_digits(Buf *out, Slice s)
{
	Buf wide = BUF_INIT;
	in_utf16_big(&wide, s);
	buf_str(out, "/Author <");
	for (size_t i = 0; i < wide.n; i++) {
		buf_printf(out, "%02X", (unsigned char)wide.p[i]);
	}
	buf_str(out, ">");
	buf_release(&wide);
}

/* RFC 5545 cuts lines anywhere between characters. */
static void folded(Buf *out, Slice s)
{
	size_t n = 0;
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		utf8_next(s, &at);
		buf_str(out, ++n % 3 == 0 ? "\r\n " : "");
		buf_add(out, slice_sub(s, from, at));
	}
}

/* --- files --- */

static void read_site(const Bench *b, const char *path, Buf *out)
{
	if (file_read(out, b->site_fd, path, 64 << 20) != 0) {
		printf("not ok - audit: %s/%s cannot be read\n", b->site, path);
		exit(1);
	}
}

/* After the first line of the second half; not after a bare space, which would make it part of a folded line. */
static void plant(Buf *out, Slice file, Slice value)
{
	size_t at = slice_find_byte(file, '\n', file.n / 2);
	at = at < file.n ? at + 1 : file.n;
	buf_add(out, slice_sub(file, 0, at));
	buf_str(out, "- ");
	buf_add(out, value);
	buf_str(out, " ");
	buf_add(out, slice_sub(file, at, file.n));
}

static void save(const Bench *b, const char *path, Slice bytes)
{
	Buf whole = BUF_INIT;
	buf_printf(&whole, "%s/%s", b->dir, path);
	if (file_parents(AT_FDCWD, whole.p) != 0 || file_write(AT_FDCWD, whole.p, bytes) != 0) {
		printf("not ok - audit: %s cannot be written\n", whole.p);
		exit(1);
	}
	buf_release(&whole);
}

/* Does the audit of what was saved find a leak in the file? */
static bool is_found(const Bench *b, const char *path)
{
	Diags diags;
	bool found = false;
	int fd = open(b->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	diags_init(&diags);
	bool clean = audit_tree(b->audit, fd, SL("site"), 1, &diags);
	Slice want = arena_printf(&diags.arena, "site/%s", path);
	for (size_t i = 0; i < diags.n; i++) {
		found |= strcmp(diag_name(diags.items[i].id), "leak") == 0 &&
		         slice_starts(diags.items[i].loc.path, want);
	}
	if (found == clean) {
		found = false; /* what is told and what is returned must agree */
	}
	diags_release(&diags);
	close(fd);
	return found;
}

static void judge(Bench *b, bool wanted, const char *how, const char *value, const char *path)
{
	bool found = is_found(b, path);
	b->tried++;
	if (found != wanted) {
		printf("not ok - audit: %s %s in %s: «%s»\n", wanted ? "missed" : "took for a leak", how, path, value);
		b->faults++;
	}
	file_remove_tree(AT_FDCWD, b->dir);
}

/* --- what is tried --- */

/* A file, and a disguise that has a meaning in it. */
typedef struct Carrier {
	const char *path; /* ".jpg": the first such file of media/ */
	const char *how;
	Disguise *disguise;
} Carrier;

static const Carrier carriers[] = {
        {"news/zavodskaya-sreda/index.html", "as it is", as_it_is},
        {"news/zavodskaya-sreda/index.html", "in capitals", in_capitals},
        {"news/zavodskaya-sreda/index.html", "in decimal references", in_decimal},
        {"news/zavodskaya-sreda/index.html", "in hexadecimal references", in_hexadecimal},
        {"news/zavodskaya-sreda/index.html", "in entities", in_entities},
        {"news/zavodskaya-sreda/index.html", "in percents", in_percents},
        {"news/zavodskaya-sreda/index.html", "in JSON", in_json},
        {"news/zavodskaya-sreda/index.html", "in layers", in_layers},
        {"news/zavodskaya-sreda/index.html", "with soft hyphens", with_soft_hyphens},
        {"news/zavodskaya-sreda/index.html", "with no-break spaces", with_no_break_spaces},
        {"news/zavodskaya-sreda/index.html", "decomposed", decomposed},
        {"news/zavodskaya-sreda/index.html", "across tags", across_tags},
        {"news/zavodskaya-sreda/index.html", "in an attribute", in_attribute},
        {"data/rubric.json", "as it is", as_it_is},
        {"data/rubric.json", "in JSON", in_json},
        {"news/atom.xml", "in decimal references", in_decimal},
        {"sitemap.xml", "in percents", in_percents},
        {"sitemap.xml", "in percents of percents", in_percents_twice},
        {"data/mentors.csv", "as it is", as_it_is},
        {"events/calendar.ics", "folded", folded},
        {".jpg", "as it is", as_it_is},
        {".jpg", "in UTF-16, little end first", in_utf16_little},
        {".png", "in UTF-16, big end first", in_utf16_big},
        {".webp", "as it is", as_it_is},
        {".pdf", "as it is", as_it_is},
        {".pdf", "in octal", in_octal},
        {".pdf", "in hexadecimal digits", in_digits},
};
enum { CARRIERS = sizeof carriers / sizeof *carriers };

/* The path of a carrier, to be freed. */
static char *carrier_path(const Bench *b, const char *path)
{
	Arena a = ARENA_INIT;
	Buf out = BUF_INIT;
	DirEntry *entries;
	size_t n = 0;
	if (*path != '.') {
		buf_str(&out, path);
		return buf_take(&out);
	}
	file_list(&a, &entries, &n, b->site_fd, "media");
	for (size_t i = 0; i < n && out.n == 0; i++) {
		if (slice_ends(entries[i].name, slice_of(path))) {
			buf_printf(&out, "media/%s", entries[i].name.p);
		}
	}
	arena_release(&a);
	return buf_take(&out);
}

static void try_carrier(Bench *b, const Carrier *c, const char *value, bool wanted)
{
	Buf file = BUF_INIT;
	Buf disguised = BUF_INIT;
	Buf planted = BUF_INIT;
	char *path = carrier_path(b, c->path);
	read_site(b, path, &file);
	c->disguise(&disguised, slice_of(value));
	plant(&planted, buf_slice(&file), buf_slice(&disguised));
	save(b, path, buf_slice(&planted));
	judge(b, wanted, c->how, value, path);
	free(path);
	buf_release(&file);
	buf_release(&disguised);
	buf_release(&planted);
}

/* A twin that says more than the file it is of. */
static void try_twins(Bench *b, const char *value, bool wanted)
{
	const char *const page = "news/zavodskaya-sreda/index.html";
	Buf file = BUF_INIT;
	Buf planted = BUF_INIT;
	Buf packed = BUF_INIT;
	Twin *t = twin_new();
	read_site(b, page, &file);
	plant(&planted, buf_slice(&file), slice_of(value));
	twin_gzip(&packed, t, buf_slice(&planted));
	save(b, page, buf_slice(&file));
	save(b, "news/zavodskaya-sreda/index.html.gz", buf_slice(&packed));
	judge(b, wanted, "packed", value, "news/zavodskaya-sreda/index.html.gz");
	buf_clear(&packed);
	twin_brotli(&packed, buf_slice(&planted));
	save(b, "news/zavodskaya-sreda/index.html.br", buf_slice(&packed));
	judge(b, wanted, "packed", value, "news/zavodskaya-sreda/index.html.br");
	buf_clear(&packed);
	twin_gzip(&packed, t, buf_slice(&file));
	buf_str(&packed, "\n");
	buf_str(&packed, value);
	save(b, page, buf_slice(&file));
	save(b, "news/zavodskaya-sreda/index.html.gz", buf_slice(&packed));
	judge(b, wanted, "after what is packed", value, "news/zavodskaya-sreda/index.html.gz");
	twin_free(t);
	buf_release(&file);
	buf_release(&planted);
	buf_release(&packed);
}

static void try_zip(Bench *b, const char *path, const char *member, Disguise *disguise, const char *value, bool wanted)
{
	Buf xml = BUF_INIT;
	Buf file = BUF_INIT;
	Zip z;
	buf_str(&xml, "<?xml version=\"1.0\"?><sheet><row><c>");
	disguise(&xml, slice_of(value));
	buf_str(&xml, "</c></row></sheet>");
	zip_open(&z, &file);
	zip_add(&z, "[Content_Types].xml", SL("<Types/>"));
	zip_add(&z, member, buf_slice(&xml));
	zip_close(&z);
	save(b, path, buf_slice(&file));
	judge(b, wanted, "packed", value, path);
	buf_release(&xml);
	buf_release(&file);
}

/* A stream packed by Flate, as most of a PDF is. */
static void try_pdf_stream(Bench *b, const char *value, bool wanted)
{
	Buf text = BUF_INIT;
	Buf file = BUF_INIT;
	char packed[4096];
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(6);
	in_octal(&text, slice_of(value));
	size_t n = libdeflate_zlib_compress(c, text.p, text.n, packed, sizeof packed);
	buf_str(&file, "%PDF-1.5\n1 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>\nstream\r\n");
	buf_put(&file, packed, n);
	buf_str(&file, "\nendstream\nendobj\n");
	save(b, "media/x.pdf", buf_slice(&file));
	judge(b, wanted, "in a stream", value, "media/x.pdf");
	libdeflate_free_compressor(c);
	buf_release(&text);
	buf_release(&file);
}

static void try_names(Bench *b, const char *value, bool wanted)
{
	Buf path = BUF_INIT;
	buf_printf(&path, "media/%s.bin", value);
	save(b, path.p, SL("x"));
	judge(b, wanted, "as a name", value, path.p);
	buf_clear(&path);
	buf_printf(&path, "media/%s/x.bin", value);
	save(b, path.p, SL("x"));
	buf_clear(&path);
	buf_printf(&path, "media/%s", value);
	judge(b, wanted, "as a folder", value, path.p);
	buf_release(&path);
}

static void try_value(Bench *b, const char *value, bool wanted)
{
	for (size_t i = 0; i < CARRIERS; i++) {
		try_carrier(b, &carriers[i], value, wanted);
	}
	try_twins(b, value, wanted);
	try_zip(b, "data/mentors.xlsx", "xl/sharedStrings.xml", as_it_is, value, wanted);
	try_zip(b, "data/mentors.xlsx", "xl/worksheets/sheet1.xml", in_decimal, value, wanted);
	try_zip(b, "media/x.docx", "word/document.xml", as_word_cuts_it, value, wanted);
	try_pdf_stream(b, value, wanted);
	try_names(b, value, wanted);
}

/* A consent that names pages: on the others the name is withheld. */
static void try_pages(Bench *b)
{
	static const struct {
		const char *path, *value;
		bool leak;
	} cases[] = {
	        {"mentors/vozdvizhencev/index.html", "Воздвиженцев Роман Кириллович", false},
	        {"programmes/2026-02/index.html", "Воздвиженцевым", false},
	        {"data/rubric.json", "Воздвиженцев Роман Кириллович", false},
	        {"sitemap.xml", "Воздвиженцев", false},
	        {"index.html", "Воздвиженцев", true},
	        {"news/zavodskaya-sreda/index.html", "Воздвиженцевым", true},
	        {"awards/index.html", "Роман Кириллович", true},
	        {"roadmap/index.html", "Перевозникова Р. Г.", false},
	        {"roadmap/index.html", "Перевозникова Раиса Глебовна", true},
	        {"index.html", "Перевозниковой", true},
	        {"mentees/index.html", "Заболотнева Ксения Юрьевна", false},
	        {"programmes/2025-05/index.html", "Заболотневой", true},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Carrier c = {cases[i].path, "by its page", as_it_is};
		try_carrier(b, &c, cases[i].value, cases[i].leak);
	}
}

static void try_site(Bench *b)
{
	Diags diags;
	diags_init(&diags);
	b->tried++;
	if (!audit_tree(b->audit, b->site_fd, SL("site"), 2, &diags)) {
		Buf text = BUF_INIT;
		diags_print(&text, &diags, FORMAT_TEXT, LANG_EN, false);
		printf("not ok - audit: leaks in the site as it is\n%s", text.p);
		buf_release(&text);
		b->faults++;
	}
	diags_release(&diags);
}

static void run(Bench *b)
{
	try_site(b);
	for (size_t i = 0; i < WITHHELD; i++) {
		try_value(b, withheld[i], true);
	}
	for (size_t i = 0; i < sizeof open_values / sizeof *open_values; i++) {
		try_value(b, open_values[i], false);
	}
	try_pages(b);
	if (b->faults == 0) {
		printf("ok - audit: %zu values in their disguises are told apart\n", b->tried);
	}
}

static Audit *audit_of(const char *root, Tree **tree, Corpus **corpus, Arena *theme)
{
	const TreeOptions o = {.repo = root, .content = "content", .worktree = true};
	Diags diags;
	Slice *files;
	diags_init(&diags);
	*tree = tree_open(&o, &diags);
	*corpus = *tree ? corpus_load(*tree, SL("content"), 2, &diags) : NULL;
	if (!*corpus || diags.errors) {
		printf("not ok - audit: %s/content cannot be read\n", root);
		exit(1);
	}
	size_t n = themes_files(theme, &files, *tree, SL("school"), &diags);
	Audit *a = audit_new(*corpus, date_of(2026, 11, 20), (AuditTexts){files, n});
	diags_release(&diags);
	return a;
}

int main(int argc, char **argv)
{
	Bench b = {.site = argc > 2 ? argv[2] : "public", .dir = "/tmp/rubrika-audit-XXXXXX"};
	Arena theme = ARENA_INIT;
	Tree *tree;
	Corpus *corpus;
	b.audit = audit_of(argc > 1 ? argv[1] : ".", &tree, &corpus, &theme);
	b.site_fd = open(b.site, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (b.site_fd < 0 || !mkdtemp(b.dir)) {
		printf("not ok - audit: no folder %s\n", b.site);
		return 1;
	}
	run(&b);
	file_remove_tree(AT_FDCWD, b.dir);
	close(b.site_fd);
	audit_free(b.audit);
	corpus_free(corpus);
	tree_free(tree);
	arena_release(&theme);
	return b.faults ? 1 : 0;
}
