#include "chance.h"

/* splitmix64 (Steele, Lea, Flood, 2014). */
uint64_t roll(Chance *c)
{
	uint64_t z = c->state += 0x9E3779B97F4A7C15u;
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

size_t below(Chance *c, size_t n)
{
	return n ? roll(c) % n : 0;
}

bool one_in(Chance *c, size_t n)
{
	return below(c, n) == 0;
}

/* --- words --- */

static const char *const syllables[] = {"жму", "рглы", "бзя", "тхо",  "кше", "фыщ", "цвюк", "эмь", "зюг", "пхля",
                                        "дро", "вщи",  "нгэ", "лмюх", "оты", "аик", "йца",  "уфо", "чхе", "еюб"};
enum { SYLLABLES = sizeof syllables / sizeof *syllables };

Slice nonsense(Chance *c, size_t words)
{
	Buf text = BUF_INIT;
	for (size_t i = 0; i < words; i++) {
		buf_str(&text, i ? " " : "");
		for (size_t k = 0; k < 3 + below(c, 3); k++) {
			buf_str(&text, syllables[below(c, SYLLABLES)]);
		}
	}
	Slice kept = arena_dup(c->arena, buf_slice(&text));
	buf_release(&text);
	return kept;
}

Slice echo(Chance *c)
{
	static const char *const words[] = {"итог", "встреча", "мастерская", "Итог", "Ёлка", "«Шаг»"};
	return slice_of(words[below(c, sizeof words / sizeof *words)]);
}

Slice fresh_id(Chance *c)
{
	return arena_printf(c->arena, "%c%llx", (char)('g' + below(c, 20)), (unsigned long long)(roll(c) >> 20));
}

Slice some_day(Chance *c)
{
	char iso[11];
	Date spread = one_in(c, 2) ? 60 : 700;
	if (one_in(c, 4)) {
		return SL("2026-10-10"); /* again and again: what decides then? */
	}
	date_iso(iso, date_of(2026, 11, 20) + (Date)below(c, 2 * (size_t)spread) - spread);
	return arena_dup(c->arena, slice_of(iso));
}

Slice some_id(Chance *c, const Garden *g, Kind kind)
{
	size_t n = 0;
	Slice found = SL("");
	for (size_t i = 0; i < g->items.n; i++) {
		const Item *item = &g->items.items[i];
		if (item->kind == kind && !item->gone && below(c, ++n) == 0) {
			found = item->id;
		}
	}
	return found;
}

Slice some_prose(Chance *c)
{
	static const char *const around[][2] = {{"", ""},
	                                        {"", "\n\n- раз\n- два"},
	                                        {"> ", ""},
	                                        {"", "\n\n| а | б |\n|---|---|\n| 1 | 2 |"},
	                                        {"**", "** и `код`"},
	                                        {"", "\n\n1. раз\n2. два"}};
	const char *const *form = around[below(c, sizeof around / sizeof *around)];
	return arena_join(c->arena, slice_of(form[0]), nonsense(c, 3 + below(c, 9)), slice_of(form[1]));
}

/* --- media --- */

static Slice some_medium(Chance *c, const Garden *g, bool picture)
{
	size_t n = 0;
	Slice found = SL("");
	for (size_t i = 0; i < g->items.n; i++) {
		const Item *item = &g->items.items[i];
		bool fits = item->kind == OWNER_KINDS && !item->gone && (!picture || is_picture(item));
		if (fits && garden_find(g, O_media, item->path) && below(c, ++n) == 0) {
			found = item->path;
		}
	}
	return found;
}

/* --- by type --- */

static Slice some_word(Chance *c, const Garden *g, Vocab vocab)
{
	const Item *policy = garden_find(g, O_policy, SL("policy"));
	const Node *words = policy ? get(policy->map, vocab == VOCAB_forms ? "forms" : "kinds") : NULL;
	const Node *n = words ? words->first : NULL;
	for (size_t i = words ? below(c, words->count) : 0; i; i--) {
		n = n->next;
	}
	return text_at(n, "id");
}

static Slice some_int(Chance *c, const FieldInfo *f)
{
	int64_t low = schema_range_low(f);
	int64_t room = schema_range_high(f) - low + 1;
	return arena_printf(c->arena, "%lld", (long long)(low + (int64_t)below(c, room < 12 ? (size_t)room : 12)));
}

static Slice some_enum(Chance *c, EnumId of)
{
	size_t n;
	EnumRow first = schema_enum(of, &n);
	return schema_enum_word((EnumRow)(first + below(c, n)))->id;
}

static Slice some_url(Chance *c)
{
	static const char *const around[][2] = {{"https://nowhere.example/", "/"},
	                                        {"http://nowhere.example/?q=", ""},
	                                        {"mailto:", "@nowhere.example"},
	                                        {"/school/", "/"}};
	const char *const *form = around[below(c, sizeof around / sizeof *around)];
	return arena_join(c->arena, slice_of(form[0]), fresh_id(c), slice_of(form[1]));
}

static Slice some_zone(Chance *c)
{
	static const char *const zones[] = {"Europe/Moscow", "Europe/Kaliningrad", "Asia/Vladivostok",
	                                    "Asia/Kamchatka"};
	return slice_of(zones[below(c, 4)]);
}

/* What the type alone would not make valid, or not make telling. */
static Slice special_text(Chance *c, FieldId id)
{
	static const char *const families[] = {"Берёзкин",   "Дубровская", "Клёнова", "Осинин", "Рябинин-Горский",
	                                       "Ольховских", "Липин",      "Тополь",  "Ивняк",  "Ясенева"};
	static const char *const givens[] = {"Анна", "Борис", "Вера", "Анна-Мария", "Григорий", "Алла"};
	static const char *const patronymics[] = {"Андреевна", "Олегович", "Артуровна", "Игоревич"};
	switch (id) {
	case F_person_family:
		return slice_of(families[below(c, 10)]);
	case F_person_given:
		return slice_of(givens[below(c, 6)]);
	case F_person_patronymic:
		return slice_of(patronymics[below(c, 4)]);
	case F_person_email:
	case F_school_email:
		return arena_join(c->arena, fresh_id(c), SL("@nowhere.example"), SL(""));
	case F_person_phone:
	case F_school_phone:
		return arena_printf(c->arena, "+7 9%02u %03u-%02u-%02u", (unsigned)below(c, 100),
		                    (unsigned)below(c, 1000), (unsigned)below(c, 100), (unsigned)below(c, 100));
	case F_person_minor_until:
		return one_in(c, 2) ? some_day(c) : SL("2029-05-05");
	case F_policy_namesakes:
		return echo(c);
	case F_site_theme:
		return SL("school");
	case F_survey_respondents:
		return arena_printf(c->arena, "%u", (unsigned)below(c, 12));
	default:
		return SL("");
	}
}

static Slice text_of_type(Chance *c, const Garden *g, const FieldInfo *f)
{
	switch (f->type) {
	case TYPE_ALT:
	case TYPE_STRING:
		return one_in(c, 3) ? echo(c) : nonsense(c, 1 + below(c, 4));
	case TYPE_TEXT:
		return some_prose(c);
	case TYPE_BOOL:
		return one_in(c, 2) ? SL("true") : SL("false");
	case TYPE_INT:
		return some_int(c, f);
	case TYPE_DATE:
		return some_day(c);
	case TYPE_MOMENT:
		return arena_join(c->arena, some_day(c), one_in(c, 2) ? SL("T10:30") : SL("T18:05"), SL(""));
	case TYPE_ENUM:
		return some_enum(c, (EnumId)f->of);
	case TYPE_REF:
		return some_id(c, g, (Kind)f->of);
	case TYPE_TWIN:
		return some_id(c, g, one_in(c, 2) ? O_document : O_method);
	case TYPE_MEDIA:
	case TYPE_IMAGE:
		return some_medium(c, g, f->type == TYPE_IMAGE);
	case TYPE_URL:
		return some_url(c);
	case TYPE_BASE_URL:
		return one_in(c, 2) ? SL("https://school.example/rubric/") : SL("http://mentors.example/");
	case TYPE_PATH:
		return arena_join(c->arena, SL("gone/"), fresh_id(c), SL("/"));
	case TYPE_ZONE:
		return some_zone(c);
	case TYPE_NUMBER:
	case TYPE_SLUG:
		return fresh_id(c);
	case TYPE_VOCAB:
		return some_word(c, g, (Vocab)f->of);
	default:
		return SL("");
	}
}

Slice random_text(Chance *c, const Garden *g, FieldId id)
{
	Slice special = special_text(c, id);
	return special.n ? special : text_of_type(c, g, schema_field(id));
}

/* --- nodes --- */

static void note_grown(Chance *c, FieldId id)
{
	if (c->grown) {
		c->grown[id]++;
	}
}

static Node *random_item(Chance *c, const Garden *g, FieldId id)
{
	const FieldInfo *f = schema_field(id);
	if (f->type == TYPE_MAP) {
		return random_map(c, g, (Owner)f->of, SL(""));
	}
	Slice text = random_text(c, g, id);
	return text.n ? node_scalar(c->arena, SL(""), text) : NULL;
}

static Node *random_list(Chance *c, const Garden *g, FieldId id)
{
	const FieldInfo *f = schema_field(id);
	Node *list = node_new(c->arena, NODE_LIST, f->name);
	for (size_t i = 1 + below(c, 4); i; i--) {
		Node *item = random_item(c, g, id);
		if (item && (f->type == TYPE_MAP || !lists(list, item->text))) {
			node_append(list, item);
		}
	}
	return list->count ? list : NULL;
}

/* The one theme's one setting. */
static Node *random_settings(Chance *c, Slice key)
{
	Node *map = node_new(c->arena, NODE_MAP, key);
	node_put_text(c->arena, map, "accent", one_in(c, 2) ? "#1f5f8b" : "#8b1f2f");
	return map;
}

Node *random_node(Chance *c, const Garden *g, FieldId id)
{
	const FieldInfo *f = schema_field(id);
	Node *n = NULL;
	if (f->list) {
		n = random_list(c, g, id);
	} else if (f->type == TYPE_MAP) {
		n = random_map(c, g, (Owner)f->of, f->name);
	} else if (f->type == TYPE_FREE) {
		n = random_settings(c, f->name);
	} else {
		Slice text = random_text(c, g, id);
		n = text.n ? node_scalar(c->arena, f->name, text) : NULL;
	}
	if (n) {
		note_grown(c, id);
	}
	return n;
}

Node *random_map(Chance *c, const Garden *g, Owner owner, Slice key)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	Node *map = node_new(c->arena, NODE_MAP, key);
	for (size_t i = 0; i < n; i++) {
		const FieldInfo *f = schema_field(ids[i]);
		bool body = f->type == TYPE_BODYTEXT;
		Node *value = !body && (f->needed || one_in(c, 2)) ? random_node(c, g, ids[i]) : NULL;
		if (value) {
			node_append(map, value);
		}
	}
	return map;
}

void shuffle(Chance *c, Node *parent)
{
	VEC(Node *) all = {NULL, 0, 0};
	for (Node *n = parent->first; n; n = n->next) {
		vec_push(&all, n);
	}
	for (size_t i = all.n; i > 1; i--) {
		size_t k = below(c, i);
		Node *other = all.items[k];
		all.items[k] = all.items[i - 1];
		all.items[i - 1] = other;
	}
	for (size_t i = 0; i < all.n; i++) {
		all.items[i]->next = i + 1 < all.n ? all.items[i + 1] : NULL;
	}
	parent->first = all.n ? all.items[0] : NULL;
	vec_release(&all);
}
