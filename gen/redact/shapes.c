/* Shapes (public.h): the public part of the schema table as types for templates. */
#include <assert.h>
#include <pthread.h>

#include "base/mem.h"
#include "redact/fields.h"

enum { EXTRA = 16 };

static struct {
	pthread_once_t once;
	PubShape of[OWNER_COUNT];
	PubShape person; /* a person in a list or text: names.h */
	PubShape toc;
	PubShape settings;
} shapes = {.once = PTHREAD_ONCE_INIT};

static PubField plain(const char *name, PubType type, const char *ru, const char *en)
{
	return (PubField){.name = slice_of(name), .type = type, .ru = slice_of(ru), .en = slice_of(en)};
}

static void add(PubShape *s, PubField f)
{
	PubField *fields = (PubField *)s->fields;
	fields[s->n++] = f;
}

static PubType type_of(const FieldInfo *f)
{
	switch (f->type) {
	case TYPE_TEXT:
	case TYPE_BODYTEXT:
		return PUB_HTML;
	case TYPE_BOOL:
		return PUB_BOOL;
	case TYPE_INT:
		return PUB_INT;
	case TYPE_DATE:
		return PUB_DATE;
	case TYPE_MOMENT:
		return PUB_MOMENT;
	case TYPE_ENUM:
	case TYPE_VOCAB:
		return PUB_TERM;
	case TYPE_REF:
	case TYPE_TWIN:
		return PUB_RECORD;
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		return PUB_MEDIA;
	case TYPE_URL:
	case TYPE_BASE_URL:
		return PUB_URL;
	case TYPE_FREE:
	case TYPE_MAP:
		return PUB_MAP;
	default:
		return PUB_TEXT;
	}
}

static const PubShape *shape_of(const FieldInfo *f)
{
	if (f->type == TYPE_REF && (f->of == O_person || f->of == O_mentor || f->of == O_mentee)) {
		return &shapes.person;
	}
	if (f->type == TYPE_REF || f->type == TYPE_MAP) {
		return &shapes.of[f->of];
	}
	return f->type == TYPE_FREE ? &shapes.settings : NULL;
}

static void add_schema_field(PubShape *s, const FieldInfo *f)
{
	PubField field = plain(fields_public_name(f), type_of(f), f->title[LANG_RU], f->title[LANG_EN]);
	field.shape = shape_of(f);
	field.type = field.shape == &shapes.person ? PUB_MAP : field.type;
	field.list = f->list;
	add(s, field);
}

static void add_person_fields(PubShape *s)
{
	add(s, plain("position", PUB_TEXT, "Должность", "Position"));
	add(s, plain("workplace", PUB_TEXT, "Место работы", "Workplace"));
	add(s, plain("class", PUB_TEXT, "Класс", "Class"));
	add(s, plain("email", PUB_TEXT, "Электронная почта", "E-mail"));
	add(s, plain("phone", PUB_TEXT, "Телефон", "Phone"));
	add(s, plain("photo", PUB_MEDIA, "Фотография", "Photograph"));
}

/* What the projection adds to the fields of a kind (project.c). */
static void add_derived(PubShape *s, Kind kind)
{
	PubField toc = plain("toc", PUB_MAP, "Оглавление текста", "Contents of the text");
	toc.shape = &shapes.toc;
	toc.list = true;
	add(s, plain("url", PUB_URL, "Адрес страницы", "Address of the page"));
	if (schema_kind(kind)->page) {
		if (kind != O_programme) {
			add(s, plain("id", PUB_TEXT, "Имя записи", "Id"));
		}
		add(s, toc);
	}
	if (kind == O_mentor || kind == O_mentee || kind == O_award) {
		add(s, plain("name", PUB_TEXT, "Имя по согласию", "Name by consent"));
	}
	if (kind == O_mentor || kind == O_mentee) {
		add_person_fields(s);
	}
	if (kind == O_programme) {
		add(s, plain("status", PUB_TERM, "Состояние: planned, under_way, extended, completed", "Status"));
		add(s, plain("school_year", PUB_TEXT, "Учебный год", "School year"));
	}
	if (kind == O_event) {
		add(s, plain("past", PUB_BOOL, "Уже прошло", "Is over"));
	}
}

static void build_owner(Owner owner)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	PubShape *s = &shapes.of[owner];
	s->name = schema_owner_name(owner);
	s->fields = mem_array(n + EXTRA, sizeof *s->fields);
	for (size_t i = 0; i < n; i++) {
		if (schema_field(ids[i])->class != CLASS_CLOSED) {
			add_schema_field(s, schema_field(ids[i]));
		}
	}
	if (owner < OWNER_KINDS && owner >= O_mentor) {
		add_derived(s, owner);
	}
}

static void build(void)
{
	shapes.person.name = SL("person");
	shapes.person.fields = mem_array(EXTRA, sizeof(PubField));
	add(&shapes.person,
	    plain("name", PUB_TEXT, "Имя по согласию или слово вместо него", "Name by consent, or the stand-in"));
	add(&shapes.person, plain("anonymous", PUB_BOOL, "Имя не публикуется", "The name is withheld"));
	add(&shapes.person, plain("id", PUB_TEXT, "Имя записи наставника", "Mentor's id"));
	add(&shapes.person, plain("url", PUB_URL, "Страница наставника", "Mentor's page"));
	add_person_fields(&shapes.person);
	shapes.toc.name = SL("toc");
	shapes.toc.fields = mem_array(EXTRA, sizeof(PubField));
	add(&shapes.toc, plain("id", PUB_TEXT, "Якорь", "Anchor"));
	add(&shapes.toc, plain("title", PUB_TEXT, "Заголовок", "Heading"));
	add(&shapes.toc, plain("level", PUB_INT, "Уровень", "Level"));
	shapes.settings = (PubShape){.name = SL("settings"), .open = true};
	for (int owner = 0; owner < OWNER_COUNT; owner++) {
		build_owner((Owner)owner);
	}
}

static const PubShape *shape(Owner owner)
{
	pthread_once(&shapes.once, build);
	return &shapes.of[owner];
}

const PubShape *pub_shape_kind(PubKind kind)
{
	static const Owner owners[PUB_KINDS] = {
	        [PUB_MENTORS] = O_mentor,   [PUB_MENTEES] = O_mentee, [PUB_PROGRAMMES] = O_programme,
	        [PUB_PARTNERS] = O_partner, [PUB_CASES] = O_case,     [PUB_DOCUMENTS] = O_document,
	        [PUB_METHODS] = O_method,   [PUB_NEWS] = O_news,      [PUB_EVENTS] = O_event,
	        [PUB_AWARDS] = O_award,     [PUB_SURVEYS] = O_survey, [PUB_PAGES] = O_page,
	};
	assert(kind < PUB_KINDS);
	return shape(owners[kind]);
}

const PubShape *pub_shape_site(void)
{
	return shape(O_site);
}

const PubShape *pub_shape_policy(void)
{
	return shape(O_policy);
}

const PubShape *pub_shape_roadmap(void)
{
	return shape(O_roadmap);
}

const PubField *pub_shape_field(const PubShape *s, Slice name)
{
	for (size_t i = 0; i < s->n; i++) {
		if (slice_eq(s->fields[i].name, name)) {
			return &s->fields[i];
		}
	}
	return NULL;
}
