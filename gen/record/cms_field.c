#include "record/cms_field.h"

#include "record/looks.h"
#include "record/publicity.h"

Slice cms_words(const Cms *c, const char *ru, const char *en)
{
	return slice_of(c->lang == LANG_EN ? en : ru);
}

void cms_made(Cms *c, const char *key, Buf *text)
{
	block_text(&c->block, key, buf_slice(text));
	buf_release(text);
}

/* --- what a record is known by --- */

FieldId cms_first_needed(Kind kind)
{
	size_t n;
	const FieldId *ids = schema_fields(kind, &n);
	size_t i = 0;
	while (!schema_field(ids[i])->needed) {
		i++;
	}
	return ids[i];
}

FieldId cms_second_needed(Kind kind)
{
	size_t n;
	const FieldId *ids = schema_fields(kind, &n);
	FieldId first = cms_first_needed(kind);
	for (size_t i = 0; i < n; i++) {
		const FieldInfo *f = schema_field(ids[i]);
		bool titled = slice_is(schema_field(first)->name, "title");
		if (!titled && f->needed && ids[i] != first && f->type == TYPE_STRING) {
			return ids[i];
		}
	}
	return FIELD_COUNT;
}

/* --- values --- */

void cms_pattern(Cms *c, const char *pattern, Slice message)
{
	block_open(&c->block, "pattern");
	block_item_text(&c->block, slice_of(pattern));
	block_item_text(&c->block, message);
	block_close(&c->block);
}

static void put_look(Cms *c, FieldType type)
{
	const char *example = looks_example(type);
	if (example) {
		Buf message = BUF_INIT;
		buf_add(&message, cms_words(c, "нужно вот так: ", "to be written like "));
		buf_str(&message, example);
		cms_pattern(c, looks_pattern(type), buf_slice(&message));
		buf_release(&message);
	}
}

static void put_options(Cms *c, EnumId id)
{
	size_t n;
	EnumRow first = schema_enum(id, &n);
	block_open(&c->block, "options");
	for (size_t i = 0; i < n; i++) {
		const EnumWord *word = schema_enum_word((EnumRow)(first + i));
		block_item(&c->block);
		block_text(&c->block, "label", slice_of(word->title[c->lang]));
		block_text(&c->block, "value", word->id);
		block_close(&c->block);
	}
	block_close(&c->block);
}

static void put_shown(Cms *c, const char *key, Slice first, Slice second)
{
	block_open(&c->block, key);
	block_item_text(&c->block, first);
	if (second.n) {
		block_item_text(&c->block, second);
	}
	block_close(&c->block);
}

static void put_reference(Cms *c, Kind kind)
{
	FieldId second = cms_second_needed(kind);
	Slice name = schema_field(cms_first_needed(kind))->name;
	Slice other = second == FIELD_COUNT ? SL("") : schema_field(second)->name;
	block_text(&c->block, "collection", schema_kind(kind)->folder);
	block_text(&c->block, "value_field", SL("{{slug}}"));
	put_shown(c, "display_fields", name, other);
	put_shown(c, "search_fields", name, other);
}

/* A word of the policy, which is a file of the collection "settings". */
static void put_vocab(Cms *c, Vocab vocab)
{
	Slice id = vocab == VOCAB_forms ? SL("forms.*.id") : SL("kinds.*.id");
	Slice title = vocab == VOCAB_forms ? SL("forms.*.title") : SL("kinds.*.title");
	block_text(&c->block, "collection", SL("settings"));
	block_text(&c->block, "file", SL("policy"));
	block_text(&c->block, "value_field", id);
	put_shown(c, "display_fields", title, SL(""));
	put_shown(c, "search_fields", title, SL(""));
}

static void put_bounds(Cms *c, const FieldInfo *f)
{
	char number[24];
	block_word(&c->block, "value_type", "int");
	snprintf(number, sizeof number, "%lld", (long long)schema_range_low(f));
	block_word(&c->block, "min", number);
	snprintf(number, sizeof number, "%lld", (long long)schema_range_high(f));
	block_word(&c->block, "max", number);
}

/* Without a time zone: what is written is the school's own day and hour. */
static void put_calendar(Cms *c, const char *format, const char *date, const char *time)
{
	block_text(&c->block, "format", slice_of(format));
	block_text(&c->block, "date_format", slice_of(date));
	block_word(&c->block, "time_format", time);
	block_word(&c->block, "picker_utc", "false");
}

static const char *const widgets[] = {
        [TYPE_STRING] = "string", [TYPE_ALT] = "string",    [TYPE_TEXT] = "text",       [TYPE_BODYTEXT] = "markdown",
        [TYPE_BOOL] = "boolean",  [TYPE_INT] = "number",    [TYPE_DATE] = "datetime",   [TYPE_MOMENT] = "datetime",
        [TYPE_ENUM] = "select",   [TYPE_REF] = "relation",  [TYPE_TWIN] = "string",     [TYPE_MEDIA] = "file",
        [TYPE_IMAGE] = "image",   [TYPE_URL] = "string",    [TYPE_BASE_URL] = "string", [TYPE_PATH] = "string",
        [TYPE_ZONE] = "string",   [TYPE_NUMBER] = "string", [TYPE_SLUG] = "string",     [TYPE_VOCAB] = "relation",
        [TYPE_FREE] = "keyvalue", [TYPE_MAP] = "object",
};

static const char *widget(const Cms *c, const FieldInfo *f)
{
	if (f->type == TYPE_MAP && f->list) {
		return "list";
	}
	/* Decap has no such thing; hidden, the field is kept as it is. */
	return f->type == TYPE_FREE && c->dialect == CMS_DECAP ? "hidden" : widgets[f->type];
}

/* The keys of one value: a field's, or those of an item of its list. */
static void put_value(Cms *c, const FieldInfo *f)
{
	block_text(&c->block, "widget", slice_of(widget(c, f)));
	switch (f->type) {
	case TYPE_INT:
		put_bounds(c, f);
		break;
	case TYPE_DATE:
		put_calendar(c, "YYYY-MM-DD", "DD.MM.YYYY", "false");
		break;
	case TYPE_MOMENT:
		put_calendar(c, "YYYY-MM-DD[T]HH:mm", "DD.MM.YYYY", "\"HH:mm\"");
		break;
	case TYPE_ENUM:
		put_options(c, (EnumId)f->of);
		block_word(&c->block, "dropdown_threshold", "10");
		break;
	case TYPE_REF:
		put_reference(c, (Kind)f->of);
		break;
	case TYPE_VOCAB:
		put_vocab(c, (Vocab)f->of);
		break;
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		block_word(&c->block, "choose_url", "false");
		break;
	case TYPE_MAP:
		cms_fields(c, (Owner)f->of);
		break;
	default:
		put_look(c, f->type);
	}
}

/* --- fields --- */

/* Widgets that take several values by themselves; the others stand in a list. */
static bool takes_several(FieldType type)
{
	return type == TYPE_ENUM || type == TYPE_REF || type == TYPE_VOCAB || type == TYPE_MEDIA || type == TYPE_IMAGE;
}

static void put_list(Cms *c, const FieldInfo *f)
{
	if (takes_several(f->type)) {
		put_value(c, f);
		block_word(&c->block, "multiple", "true");
	} else if (f->type == TYPE_MAP) {
		put_value(c, f);
		block_word(&c->block, "collapsed", "false");
	} else {
		block_text(&c->block, "widget", SL("list"));
		block_open(&c->block, "field");
		block_text(&c->block, "name", SL("item"));
		block_text(&c->block, "label", slice_of(f->title[c->lang]));
		put_value(c, f);
		block_close(&c->block);
	}
	if (f->needed) {
		block_word(&c->block, "min", "1");
	}
}

/* "стаж · по согласию: портфолио" */
static void put_hint(Cms *c, FieldId id)
{
	Buf hint = BUF_INIT;
	buf_str(&hint, schema_field(id)->help[c->lang]);
	publicity_add(&hint, id, c->lang);
	cms_made(c, "hint", &hint);
}

static void put_field(Cms *c, FieldId id)
{
	const FieldInfo *f = schema_field(id);
	block_item(&c->block);
	block_text(&c->block, "name", f->name);
	block_text(&c->block, "label", slice_of(f->title[c->lang]));
	put_hint(c, id);
	block_word(&c->block, "required", f->needed ? "true" : "false");
	if (f->list) {
		put_list(c, f);
	} else {
		put_value(c, f);
	}
	block_close(&c->block);
}

/* Draft, embargo and the like come after what the record is about. */
static bool is_common(const FieldInfo *f)
{
	static const char *const names[] = {"draft", "publish_from", "publish_until", "note", "aliases"};
	bool found = false;
	for (size_t i = 0; f->owner < OWNER_KINDS && i < sizeof names / sizeof *names; i++) {
		found |= slice_is(f->name, names[i]);
	}
	return found;
}

void cms_fields(Cms *c, Owner owner)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	block_open(&c->block, "fields");
	for (int common = 0; common < 2; common++) {
		for (size_t i = 0; i < n; i++) {
			if (is_common(schema_field(ids[i])) == common) {
				put_field(c, ids[i]);
			}
		}
	}
	block_close(&c->block);
}
