/* theme(7): the folder, the template language, and every variable of every page, from vars.def and the shapes. */
#include "cmd/manual.h"

#include <assert.h>

#include "base/vec.h"
#include "cmd/mdoc.h"
#include "render/markup.h"
#include "render/shapes.h"

static const char description[] =
        ".Sh DESCRIPTION\n"
        "A theme is the look of a site that\n"
        ".Xr rubrika 1\n"
        "builds: templates, style, scripts and words.\n"
        "The theme\n"
        ".Dq school\n"
        "is part of the program.\n"
        "A site replaces single files of it by its own\n"
        ".Pa themes/school/ ,\n"
        "or names another theme in\n"
        ".Va theme\n"
        "of\n"
        ".Pa site.yaml\n"
        "and puts its files into\n"
        ".Pa themes/NAME/ ,\n"
        "beside\n"
        ".Pa content/ ;\n"
        "what is missing there is taken from\n"
        ".Dq school .\n"
        "A theme can only place what is public: nothing else reaches a template.\n"
        ".Ss The folder\n"
        ".Bl -tag -width Ds\n"
        ".It Pa theme.yaml\n"
        "The theme's name, version, and settings.\n"
        ".It Pa templates/NAME.mustache\n"
        "One template for each page below, and any others for them to include, in folders if need be.\n"
        ".It Pa assets/\n"
        "Files that pages load.\n"
        "Each is published under a name with a fingerprint of its bytes.\n"
        "The site's colours, made from the setting\n"
        ".Va accent ,\n"
        "follow the bytes of\n"
        ".Pa assets/style.css .\n"
        ".It Pa strings/LANG.yaml\n"
        "The words of the pages in a language.\n"
        ".El\n"
        ".Ss theme.yaml\n"
        ".Bl -tag -width Ds\n"
        ".It Va name , Va version\n"
        "Of the theme.\n"
        ".It Va rubrika\n"
        "The oldest version of the program that it fits, as\n"
        ".Ql \"\\&>=0.1\" .\n"
        ".It Va settings\n"
        "A list of what a site may set under\n"
        ".Va settings\n"
        "of\n"
        ".Pa site.yaml :\n"
        "each with\n"
        ".Va id ,\n"
        ".Va type ,\n"
        ".Va default\n"
        "and\n"
        ".Va title .\n"
        "The types are\n"
        ".Ql colour ,\n"
        ".Ql bool\n"
        "and\n"
        ".Ql text .\n"
        "A setting that is not declared is an error.\n"
        ".El\n";

static const char language[] =
        ".Sh TEMPLATES\n"
        "The language is Mustache with its optional inheritance.\n"
        ".Bl -tag -width Ds\n"
        ".It Ql {{name}}\n"
        "The value, escaped for where it stands.\n"
        ".It Ql {{{name}}}\n"
        "Also\n"
        ".Ql {{&name}} :\n"
        "the same, but a value of type markup is not escaped.\n"
        "Any other value still is.\n"
        ".It Ql {{#name}}...{{/name}}\n"
        "Once for each item of a list, or once if there is a value that is not false and not empty;\n"
        "inside, the names of that value are looked up first, and\n"
        ".Ql {{\\&.}}\n"
        "is the value itself.\n"
        ".It Ql {{^name}}...{{/name}}\n"
        "If there is no value, or it is false or empty.\n"
        ".It Ql {{a.b}}\n"
        "The field b of a.\n"
        ".It Ql {{>name}}\n"
        "The template name, in place.\n"
        ".It Ql {{<name}}...{{/name}}\n"
        "The template name, with the blocks given inside in place of its own.\n"
        ".It Ql {{$name}}...{{/name}}\n"
        "A block, and what stands there when none is given.\n"
        ".It Ql {{!...}}\n"
        "A comment.\n"
        ".It Ql {{=<% %>=}}\n"
        "Other delimiters from here on.\n"
        ".El\n"
        ".Pp\n"
        "A name that the page has not is an error when the site is built, wherever it stands.\n"
        "A value may stand in text and in quoted attributes.\n"
        "It is an error in a tag's or an attribute's name, in an attribute without quotes, in an attribute that is "
        "code or\n"
        "style, in a style sheet and in a comment; in a script only\n"
        ".Va page.jsonld\n"
        "may stand.\n"
        "An attribute that holds an address takes addresses whose scheme has been checked.\n";

static const char see_also[] = ".Sh SEE ALSO\n"
                               ".Xr rubrika 1 ,\n"
                               ".Xr content 5\n"
                               ".Rs\n"
                               ".%T Mustache specification\n"
                               ".%U https://github.com/mustache/spec\n"
                               ".Re\n";

static void put_both(Buf *out, const char *en, const char *ru)
{
	Buf text = BUF_INIT;
	buf_printf(&text, "%s (%s).", en, ru);
	mdoc_text(out, buf_slice(&text));
	buf_release(&text);
}

/* --- values --- */

static const struct {
	PubType type;
	const char *word, *about;
} types[] = {
        {PUB_BOOL, "bool", "true or false, for sections."},
        {PUB_INT, "number", "Written with the grouping of the language."},
        {PUB_TEXT, "text", "Plain text."},
        {PUB_HTML, "markup", "Markup that the program made, for triple braces."},
        {PUB_URL, "address", "An address for an attribute."},
        {PUB_DATE, "date", "Written in the way of the language."},
        {PUB_MOMENT, "moment", "A date and a time of day in the site's zone."},
        {PUB_TERM, "word", "A word of a closed list or of the policy; written as its title."},
        {PUB_MEDIA, "medium", "A picture or another file; it is entered as a section."},
        {PUB_MAP, "map", "Named values."},
        {PUB_RECORD, "record", "Another record: reads as the map of its fields."},
};

/* The parts that a value answers to when a section has entered it or after a dot (render/markup.h). */
static const struct {
	PubType type;
	const char *of, *name, *about;
} parts[] = {
        {PUB_DATE, "date", "iso", "As 2025-09-01, or 2025-09-01T15:00 of a moment."},
        {PUB_DATE, "date", "text", "In full."},
        {PUB_DATE, "date", "day", "Day and month without the year."},
        {PUB_DATE, "date", "month", "Month and year."},
        {PUB_DATE, "date", "year", "The year."},
        {PUB_TERM, "word", "id", "Its id."},
        {PUB_TERM, "word", "title", "Its title."},
        {PUB_MEDIA, "picture", "img", "The picture, loaded when it comes near."},
        {PUB_MEDIA, "picture", "img_eager", "The same, loaded at once."},
        {PUB_MEDIA, "picture", "thumb", "The same, small."},
        {PUB_MEDIA, "picture", "src", "Of its largest form."},
        {PUB_MEDIA, "picture", "width", "Pixels of that form."},
        {PUB_MEDIA, "picture", "height", "Likewise."},
        {PUB_MEDIA, "picture", "alt", "Its description for those who do not see it."},
        {PUB_MEDIA, "picture", "caption", "Its caption."},
        {PUB_MEDIA, "picture", "credit", "Its author."},
        {PUB_MEDIA, "file", "href", "Its address."},
        {PUB_MEDIA, "file", "name", "Its title, or the file's own name."},
        {PUB_MEDIA, "file", "format", "Such as PDF."},
        {PUB_MEDIA, "file", "size", "Such as 240 КБ."},
        {PUB_MEDIA, "file", "accessible", "Of the page with its text."},
};

static const char *type_word(PubType type)
{
	size_t i = 0;
	while (types[i].type != type) {
		i++;
	}
	return types[i].word;
}

static void put_parts(Buf *out)
{
	buf_str(out, ".Pp\nSome have parts, such as\n.Ql {{start.iso}} :\n.Bl -tag -width Ds -compact\n");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		PubType type;
		bool known = markup_field_type(parts[i].type, slice_of(parts[i].name), &type);
		assert(known);
		buf_printf(out, ".It %s. Ns Va %s\n", parts[i].of, parts[i].name);
		buf_printf(out, ".Bq %s\n%s\n", known ? type_word(type) : "", parts[i].about);
	}
	buf_str(out, ".El\n");
}

static void put_values(Buf *out)
{
	buf_str(out, ".Sh VALUES\n.Bl -tag -width Ds -compact\n");
	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		buf_printf(out, ".It %s\n%s\n", types[i].word, types[i].about);
	}
	buf_str(out, ".El\n");
	put_parts(out);
}

/* --- variables --- */

/* A map that variables lead to, under a name that no other has. */
typedef struct Shown {
	const PubShape *shape;
	Slice label;
} Shown;

typedef struct Maps {
	Arena arena;
	VEC(Shown) list; /* as first met */
} Maps;

static bool is_taken(const Maps *m, Slice label)
{
	for (size_t i = 0; i < m->list.n; i++) {
		if (slice_eq(m->list.items[i].label, label)) {
			return true;
		}
	}
	return false;
}

/* Two maps of one name: the later one is called after the field that leads to it. */
static Slice label_of(Maps *m, const PubField *f, Slice holder)
{
	for (size_t i = 0; i < m->list.n; i++) {
		if (m->list.items[i].shape == f->shape) {
			return m->list.items[i].label;
		}
	}
	bool taken = is_taken(m, f->shape->name);
	Slice dotted = arena_printf(&m->arena, "%.*s.%.*s", SLICE_ARG(holder), SLICE_ARG(f->name));
	vec_push(&m->list, (Shown){f->shape, taken ? dotted : f->shape->name});
	return m->list.items[m->list.n - 1].label;
}

static void put_variable(Buf *out, Maps *m, const PubField *f, Slice holder)
{
	Buf text = BUF_INIT;
	bool known = f->shape && !f->shape->open;
	buf_str(&text, f->list ? "list: " : "");
	buf_str(&text, type_word(f->type));
	if (known) {
		buf_byte(&text, ' ');
		buf_add(&text, label_of(m, f, holder));
	}
	buf_str(out, ".It Va ");
	buf_add(out, f->name);
	buf_byte(out, '\n');
	mdoc_macro(out, "Bq", buf_slice(&text));
	buf_release(&text);
	put_both(out, f->en.p, f->ru.p);
}

static void put_shape(Buf *out, Maps *m, const PubShape *shape, Slice label)
{
	if (shape->n == 0) {
		buf_str(out, "Nothing but what every page has.\n");
		return;
	}
	buf_str(out, ".Bl -tag -width Ds -compact\n");
	for (size_t i = 0; i < shape->n; i++) {
		put_variable(out, m, &shape->fields[i], label);
	}
	buf_str(out, ".El\n");
}

static void put_page(Buf *out, Maps *m, PageType type)
{
	mdoc_macro(out, "Ss Page", slice_of(page_template(type)));
	buf_printf(out, "Template\n.Pa templates/%s.mustache :\n", page_template(type));
	put_both(out, page_title(type, true), page_title(type, false));
	put_shape(out, m, page_shape_own(type), page_shape_own(type)->name);
}

static void put_variables(Buf *out)
{
	Maps m = {.arena = ARENA_INIT};
	buf_str(out, ".Sh VARIABLES\n.Ss Every page\n");
	put_shape(out, &m, page_shape_every(), SL("every"));
	buf_str(out, ".Pp\nThe keys of\n.Va s\nare the theme's own strings, those of\n.Va assets\nthe names of its "
	             "assets with\n"
	             ".Ql _\nin place of dots, dashes and slashes.\n");
	for (int type = 0; type < PAGE_TYPES; type++) {
		put_page(out, &m, (PageType)type);
	}
	buf_str(out, ".Sh MAPS AND RECORDS\nA value that is not public on a page is not there.\n");
	for (size_t i = 0; i < m.list.n; i++) {
		Shown shown = m.list.items[i];
		mdoc_macro(out, "Ss", shown.label);
		put_shape(out, &m, shown.shape, shown.label);
	}
	vec_release(&m.list);
	arena_release(&m.arena);
}

/* --- words --- */

static void put_strings(Buf *out)
{
	static const char *const forms[STRING_COUNT] = {
#define STRING(name, ru, en) "",
#define PLURAL(name, ru, en) " , by number",
#include "render/strings.def"
	};
	buf_str(out, ".Sh STRINGS\n"
	             "A theme must have these words in each of its languages; for its own templates it may have any "
	             "others.\n"
	             "A string by number is a map of the plural categories of CLDR:\n"
	             ".Va other ,\n"
	             "and what the language has of\n"
	             ".Va one ,\n"
	             ".Va few\n"
	             "and\n"
	             ".Va many .\n"
	             "In braces stand the places that are filled in.\n"
	             ".Bl -tag -width Ds -compact\n");
	for (int id = 0; id < STRING_COUNT; id++) {
		buf_printf(out, ".It Va %s%s\n", string_name((StringId)id), forms[id]);
		put_both(out, string_about((StringId)id, true), string_about((StringId)id, false));
	}
	buf_str(out, ".El\n");
}

void manual_theme(Buf *out)
{
	mdoc_title(out, "theme", "7", "templates and variables of rubrika's pages");
	buf_str(out, description);
	buf_str(out, language);
	put_values(out);
	put_variables(out);
	put_strings(out);
	buf_str(out, see_also);
}
