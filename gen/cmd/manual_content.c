/* content(5): every kind of record and every field, from schema.def. */
#include "cmd/manual.h"

#include "cmd/mdoc.h"
#include "record/publicity.h"

static const char description[] =
        ".Sh DESCRIPTION\n"
        "A content tree is one folder of a git repository, by default\n"
        ".Pa content/ .\n"
        "It holds records, one a file, which\n"
        ".Xr rubrika 1\n"
        "turns into a public site.\n"
        "What is written here is private; what becomes public is said by the visibility class of each field.\n"
        ".Pp\n"
        "A record is a YAML file, or a Markdown file that begins with its fields between two lines of\n"
        ".Ql ---\n"
        "and goes on with a body:\n"
        ".Bd -literal -offset indent\n"
        "---\n"
        "person: ivanova\n"
        "status: active\n"
        "---\n"
        "The body.\n"
        ".Ed\n"
        ".Pp\n"
        "Any record may be\n"
        ".Pa ID.md\n"
        "or\n"
        ".Pa ID.yaml ;\n"
        "both for one id is an error.\n"
        "An id has at most 64 lower-case Latin letters, digits and inner hyphens, and is unique in its folder.\n"
        "A record refers to another by its id; a reference to none is an error at its own line.\n"
        "Any other file in the tree is an error, but for\n"
        ".Pa README.md\n"
        "at its root and files whose name begins with a dot.\n"
        "Symbolic links and submodules are errors.\n"
        ".Pp\n"
        ".Dl rubrika new KIND ID\n"
        ".Pp\n"
        "writes a record with every field explained in Russian, and\n"
        ".Dl rubrika schema KIND\n"
        ".Pp\n"
        "prints its JSON Schema for editors.\n";

static const char yaml[] =
        ".Sh YAML\n"
        "Fields are a strict subset of YAML 1.2: UTF-8, one document, mappings with unique text keys.\n"
        "Anchors, aliases, tags, merge keys and a second document are errors.\n"
        "A scalar has the type that this manual gives its field, never one guessed from its looks:\n"
        ".Ql number: 2025-03\n"
        "is text, and\n"
        ".Ql draft: yes\n"
        "is an error, because a bool is\n"
        ".Ql true\n"
        "or\n"
        ".Ql false .\n"
        "A key with nothing after it is a field not filled in yet.\n"
        "Unknown keys are errors.\n"
        "All errors of all files are reported in one run.\n"
        ".Ss Limits\n"
        ".Bl -bullet -compact\n"
        ".It\n"
        "fields of a record: 1 MiB; nesting: 16; values in a file: 100 000\n"
        ".It\n"
        "body of a record: 1 MiB\n"
        ".It\n"
        "picture: 32 MiB; another file: 128 MiB\n"
        ".It\n"
        "nesting of folders: 32; files and folders: 200 000; text of all records: 1 GiB\n"
        ".El\n";

static const char classes[] =
        ".Sh VISIBILITY\n"
        "Every field has exactly one class:\n"
        ".Bl -tag -width Ds\n"
        ".It Sy open\n"
        "published when its record is.\n"
        ".It Sy by consent\n"
        "published while the person's consent to that category of data is in force, on the pages that it names.\n"
        ".It Sy once the programme is completed\n"
        "published when the programme is completed on a ground that\n"
        ".Va results_on\n"
        "of the policy lists.\n"
        ".It Sy not published\n"
        "never published.\n"
        ".El\n"
        ".Pp\n"
        "A condition of another kind stands with its field.\n"
        "The fields of a map have the class of the field that holds the map unless they say otherwise.\n"
        "A record is absent everywhere while\n"
        ".Va draft\n"
        "is true, before\n"
        ".Va publish_from\n"
        "and after\n"
        ".Va publish_until .\n";

static const char markdown[] =
        ".Sh MARKDOWN\n"
        "Texts and bodies are CommonMark without raw HTML: a tag is an error.\n"
        "Besides that there are\n"
        ".Bl -bullet\n"
        ".It\n"
        "tables of GitHub Flavored Markdown, lines of cells between\n"
        ".Ql |\n"
        "with a line of dashes below the head;\n"
        ".It\n"
        "links to records,\n"
        ".Ql [[mentor:ID]] ,\n"
        "whose text is the record's public name on the day of the build, and for a person whose name is withheld the\n"
        "policy's stand-in.\n"
        "The kinds that can be linked to are person, mentor, mentee, programme, partner, case, document, method, "
        "news,\n"
        "event and page;\n"
        ".It\n"
        "pictures of\n"
        ".Pa media/ ,\n"
        "with the words of their sidecar.\n"
        ".El\n"
        ".Pp\n"
        "A heading gets an id from its text, a numbered clause from its number.\n"
        "A skipped level of headings, an empty link, a link whose text says nothing\n"
        ".Pq Dq здесь , Dq скачать ,\n"
        "and a link to what is not published are errors, and so is the surname of a person whose name is withheld:\n"
        "write\n"
        ".Ql [[person:ID]]\n"
        "instead.\n";

static const char see_also[] = ".Sh SEE ALSO\n"
                               ".Xr rubrika 1 ,\n"
                               ".Xr theme 7\n"
                               ".Rs\n"
                               ".%T CommonMark Spec\n"
                               ".%U https://spec.commonmark.org/\n"
                               ".Re\n"
                               ".Rs\n"
                               ".%T YAML Ain't Markup Language, version 1.2\n"
                               ".%U https://yaml.org/spec/1.2.2/\n"
                               ".Re\n";

/* --- files --- */

static void put_file(Buf *out, Kind kind)
{
	const KindInfo *k = schema_kind(kind);
	buf_str(out, ".It Pa ");
	buf_add(out, k->folder);
	switch (k->files) {
	case FILES_SINGLE:
		buf_str(out, ".yaml\n");
		break;
	case FILES_FOLDER:
		buf_str(out, k->body ? "/ID.md\n" : "/ID.yaml\n");
		break;
	case FILES_SIDECAR:
		buf_str(out, "/FILE.yaml\n");
		break;
	}
	mdoc_text(out, slice_of(k->title[LANG_EN]));
}

static void put_files(Buf *out)
{
	buf_str(out, ".Sh FILES\n.Bl -tag -width Ds -compact\n");
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		put_file(out, (Kind)kind);
	}
	buf_str(out,
	        ".It Pa media/FILE\na picture or another file that records refer to\n.El\n.Pp\n.Pa site.yaml\nand\n"
	        ".Pa policy.yaml\nare required.\n");
}

/* --- fields --- */

static void put_type(Buf *out, const FieldInfo *f)
{
	static const char *const words[] = {
	        [TYPE_STRING] = "text of one line",
	        [TYPE_ALT] = "text of one line, may be empty",
	        [TYPE_TEXT] = "Markdown",
	        [TYPE_BODYTEXT] = "the body, Markdown",
	        [TYPE_BOOL] = "true or false",
	        [TYPE_INT] = "whole number",
	        [TYPE_DATE] = "date as 2025-09-01",
	        [TYPE_MOMENT] = "date and time as 2025-09-01T15:00, in the site's zone",
	        [TYPE_ENUM] = "word",
	        [TYPE_REF] = "id of a record in ",
	        [TYPE_TWIN] = "id of a record in documents/ or methods/",
	        [TYPE_MEDIA] = "path of a file below media/",
	        [TYPE_IMAGE] = "path of a picture below media/",
	        [TYPE_URL] = "address: https:, http:, mailto:, tel: or a path on the site",
	        [TYPE_BASE_URL] = "absolute address that ends with a slash",
	        [TYPE_PATH] = "path in the section",
	        [TYPE_ZONE] = "IANA time zone",
	        [TYPE_NUMBER] = "Latin letters, digits and hyphens",
	        [TYPE_SLUG] = "lower-case Latin letters, digits and inner hyphens",
	        [TYPE_VOCAB] = "id of a word in the policy's ",
	        [TYPE_FREE] = "map with keys of the theme's own",
	        [TYPE_MAP] = "map ",
	};
	buf_str(out, f->list ? "list: " : "");
	buf_str(out, words[f->type]);
	if (f->type == TYPE_REF) {
		buf_add(out, schema_kind((Kind)f->of)->folder);
		buf_byte(out, '/');
	} else if (f->type == TYPE_VOCAB) {
		buf_str(out, f->of == VOCAB_forms ? "forms" : "kinds");
	} else if (f->type == TYPE_MAP) {
		buf_add(out, schema_owner_name((Owner)f->of));
	} else if (f->type == TYPE_INT) {
		buf_printf(out, " from %lld to %lld", (long long)schema_range_low(f), (long long)schema_range_high(f));
	}
}

static void put_told(Buf *out, FieldId id, Lang lang, Buf *text)
{
	buf_clear(text);
	buf_str(text, schema_field(id)->title[lang]);
	buf_str(text, ": ");
	publicity_help(text, id, lang);
	buf_byte(text, '.');
	mdoc_text(out, buf_slice(text));
}

static void put_field(Buf *out, FieldId id)
{
	const FieldInfo *f = schema_field(id);
	Buf text = BUF_INIT;
	put_type(&text, f);
	buf_str(&text, f->needed ? "; required" : "");
	buf_str(&text, f->class == CLASS_HOLDER ? "" : "; ");
	publicity_put(&text, id, LANG_EN);
	buf_str(out, ".It Va ");
	buf_add(out, f->name);
	buf_byte(out, '\n');
	mdoc_macro(out, "Bq", buf_slice(&text));
	put_told(out, id, LANG_EN, &text);
	put_told(out, id, LANG_RU, &text);
	buf_release(&text);
}

static void put_owner(Buf *out, Owner owner)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	buf_str(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < n; i++) {
		put_field(out, ids[i]);
	}
	buf_str(out, ".El\n");
}

static void put_kinds(Buf *out)
{
	buf_str(out, ".Sh KINDS\n");
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		Buf about = BUF_INIT;
		mdoc_macro(out, "Ss", schema_owner_name((Owner)kind));
		buf_printf(&about, "%s (%s).", schema_kind((Kind)kind)->title[LANG_EN],
		           schema_kind((Kind)kind)->title[LANG_RU]);
		mdoc_text(out, buf_slice(&about));
		put_owner(out, (Owner)kind);
		buf_release(&about);
	}
	buf_str(out, ".Sh MAPS\nFields that stand inside a field.\n");
	for (int map = OWNER_KINDS; map < OWNER_COUNT; map++) {
		mdoc_macro(out, "Ss Map", schema_owner_name((Owner)map));
		put_owner(out, (Owner)map);
	}
}

void manual_content(Buf *out)
{
	mdoc_title(out, "content", "5", "what a school's curator writes for rubrika");
	buf_str(out, description);
	buf_str(out, yaml);
	buf_str(out, classes);
	put_kinds(out);
	buf_str(out, markdown);
	put_files(out);
	buf_str(out, see_also);
}
