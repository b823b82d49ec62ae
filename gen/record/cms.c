#include "record/cms.h"

#include "record/cms_field.h"
#include "record/looks.h"

static void put_path(Cms *c, const char *key, Slice name, const char *end)
{
	Buf path = BUF_INIT;
	buf_printf(&path, "%.*s/%.*s%s", SLICE_ARG(c->options->content), SLICE_ARG(name), end);
	cms_made(c, key, &path);
}

static void put_summary(Cms *c, Kind kind)
{
	Buf text = BUF_INIT;
	FieldId second = cms_second_needed(kind);
	buf_printf(&text, "{{%.*s}}", SLICE_ARG(schema_field(cms_first_needed(kind))->name));
	if (second != FIELD_COUNT) {
		buf_printf(&text, " {{%.*s}}", SLICE_ARG(schema_field(second)->name));
	}
	cms_made(c, "summary", &text);
}

/* --- collections --- */

static const char *const labels[OWNER_KINDS][2] = {
        [O_site] = {"Школа и раздел", "School and section"},
        [O_policy] = {"Положение", "Regulation"},
        [O_roadmap] = {"Дорожная карта", "Road map"},
        [O_person] = {"Люди и согласия", "People and consents"},
        [O_mentor] = {"Наставники", "Mentors"},
        [O_mentee] = {"Наставляемые", "Mentees"},
        [O_programme] = {"Программы", "Programmes"},
        [O_partner] = {"Партнёры", "Partners"},
        [O_case] = {"Лучшие кейсы", "Best cases"},
        [O_document] = {"Нормативная база", "Normative base"},
        [O_method] = {"Методические материалы", "Methods"},
        [O_news] = {"Новости", "News"},
        [O_event] = {"Мероприятия", "Events"},
        [O_award] = {"Награды", "Awards"},
        [O_survey] = {"Опросы", "Surveys"},
        [O_page] = {"Страницы", "Pages"},
        [O_media] = {"Подписи к файлам", "Descriptions of files"},
};

static Slice hint_of_id(const Cms *c, Kind kind)
{
	if (kind == O_media) {
		return cms_words(c, "Имя описываемого файла без расширения: для foto-1.jpg это foto-1",
		                 "Name of the file described without its extension: foto-1 for foto-1.jpg");
	}
	return cms_words(
	        c, "Имя записи: по нему на неё ссылаются другие и из него сделан адрес страницы. Потом не меняется.",
	        "The record's id: others refer to it by this and the page's address is made of it. It stays.");
}

static void put_slug(Cms *c, Kind kind)
{
	Buf template = BUF_INIT;
	buf_printf(&template, "{{%.*s}}", SLICE_ARG(schema_field(cms_first_needed(kind))->name));
	if (c->dialect == CMS_DECAP) {
		cms_made(c, "slug", &template);
		return;
	}
	block_open(&c->block, "slug");
	if (kind != O_media) {
		block_text(&c->block, "template", buf_slice(&template));
	}
	block_open(&c->block, "editable");
	block_item_text(&c->block, SL("create"));
	block_close(&c->block);
	block_text(&c->block, "hint", hint_of_id(c, kind));
	cms_pattern(c, looks_id,
	            cms_words(c, "строчные латинские буквы, цифры и дефисы внутри, до 64 знаков",
	                      "at most 64 lower-case Latin letters, digits and inner hyphens"));
	block_close(&c->block);
	buf_release(&template);
}

/* Sidecars lie in the folders of media/, wherever their files do. */
static void put_nested(Cms *c)
{
	block_open(&c->block, "nested");
	block_word(&c->block, "depth", "32");
	block_word(&c->block, "subfolders", "false");
	block_close(&c->block);
	block_open(&c->block, "meta");
	block_open(&c->block, "path");
	block_text(&c->block, "widget", SL("string"));
	block_text(&c->block, "label", cms_words(c, "Папка", "Folder"));
	block_close(&c->block);
	block_close(&c->block);
}

static bool is_markdown(const Cms *c, Kind kind)
{
	return schema_kind(kind)->body || c->options->md[kind];
}

/* What a collection has besides its name, its label and the files it is about. */
static void put_collection(Cms *c, Kind kind)
{
	const KindInfo *k = schema_kind(kind);
	block_text(&c->block, "label_singular", slice_of(k->title[c->lang]));
	put_path(c, "folder", k->folder, "");
	block_text(&c->block, "format", is_markdown(c, kind) ? SL("yaml-frontmatter") : SL("yaml"));
	block_word(&c->block, "create", kind == O_media && c->dialect == CMS_DECAP ? "false" : "true");
	block_text(&c->block, "identifier_field", schema_field(cms_first_needed(kind))->name);
	put_slug(c, kind);
	put_summary(c, kind);
	if (k->files == FILES_SIDECAR && c->dialect == CMS_SVELTIA) {
		put_nested(c);
	}
	cms_fields(c, kind);
}

static void put_folder(Cms *c, Kind kind)
{
	const KindInfo *k = schema_kind(kind);
	block_item(&c->block);
	block_text(&c->block, "name", k->folder);
	block_text(&c->block, "label", slice_of(labels[kind][c->lang]));
	block_text(&c->block, "extension", is_markdown(c, kind) ? SL("md") : SL("yaml"));
	put_collection(c, kind);
	block_close(&c->block);
}

/* A CMS has no dots in the names it makes, so the end of the file described is a part of the extension. */
static void put_sidecars(Cms *c)
{
	static const char *const ends[] = {"jpg", "png", "webp", "pdf", "docx", "xlsx"};
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		Buf name = BUF_INIT;
		Buf label = BUF_INIT;
		Buf extension = BUF_INIT;
		buf_printf(&name, "media-%s", ends[i]);
		buf_printf(&label, "%s .%s", labels[O_media][c->lang], ends[i]);
		buf_printf(&extension, "%s.yaml", ends[i]);
		block_item(&c->block);
		cms_made(c, "name", &name);
		cms_made(c, "label", &label);
		cms_made(c, "extension", &extension);
		put_collection(c, O_media);
		block_close(&c->block);
	}
}

static void put_file(Cms *c, Kind kind)
{
	const KindInfo *k = schema_kind(kind);
	block_item(&c->block);
	block_text(&c->block, "name", k->name);
	block_text(&c->block, "label", slice_of(labels[kind][c->lang]));
	put_path(c, "file", k->folder, ".yaml");
	cms_fields(c, kind);
	block_close(&c->block);
}

static void put_files(Cms *c)
{
	block_item(&c->block);
	block_text(&c->block, "name", SL("settings"));
	block_text(&c->block, "label", cms_words(c, "Настройки раздела", "Settings of the section"));
	block_text(&c->block, "format", SL("yaml"));
	block_open(&c->block, "files");
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		if (schema_kind((Kind)kind)->files == FILES_SINGLE) {
			put_file(c, (Kind)kind);
		}
	}
	block_close(&c->block);
	block_close(&c->block);
}

/* --- the whole --- */

/* Replaced by who installs it: which server the repository is on is nobody else's to know. */
static void put_backend(Cms *c)
{
	block_open(&c->block, "backend");
	block_text(&c->block, "name", SL("gitea"));
	block_text(&c->block, "base_url", SL("https://git.school.example"));
	block_text(&c->block, "repo", SL("school/nastavnichestvo"));
	block_text(&c->block, "branch", SL("main"));
	block_close(&c->block);
}

/* Ids are Latin: titles are transliterated. Room is left for the number that tells two of one title apart. */
static void put_slugs(Cms *c)
{
	block_open(&c->block, "slug");
	block_text(&c->block, "encoding", SL("ascii"));
	block_word(&c->block, "clean_accents", "true");
	if (c->dialect == CMS_SVELTIA) {
		block_word(&c->block, "maxlength", "60");
	}
	block_close(&c->block);
}

static void put_output(Cms *c)
{
	block_open(&c->block, "output");
	block_word(&c->block, "omit_empty_optional_fields", "true");
	block_close(&c->block);
	block_open(&c->block, "media_libraries");
	block_open(&c->block, "default");
	block_open(&c->block, "config");
	block_word(&c->block, "slugify_filename", "true");
	block_word(&c->block, "max_file_size", "33554432");
	block_close(&c->block);
	block_close(&c->block);
	block_word(&c->block, "stock_assets", "false");
	block_close(&c->block);
}

void cms_config(Buf *out, const CmsOptions *o)
{
	Cms c = {{out, 0, false}, o, o->dialect, o->lang};
	buf_str(out, o->dialect == CMS_DECAP ? "# rubrika schema --cms decap\n" : "# rubrika schema --cms\n");
	put_backend(&c);
	put_path(&c, "media_folder", SL("media"), "");
	block_text(&c.block, "public_folder", SL("/media"));
	put_slugs(&c);
	block_open(&c.block, "editor");
	block_word(&c.block, "preview", "false");
	block_close(&c.block);
	if (o->dialect == CMS_SVELTIA) {
		put_output(&c);
	} else {
		block_text(&c.block, "locale", cms_words(&c, "ru", "en"));
	}
	block_open(&c.block, "collections");
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		if (schema_kind((Kind)kind)->files == FILES_FOLDER) {
			put_folder(&c, (Kind)kind);
		}
	}
	put_sidecars(&c);
	put_files(&c);
	block_close(&c.block);
}
