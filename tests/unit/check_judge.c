/* What explain says of the demo is what the projection does with it: every record and field, on every day on which
 * anything turns. */
#include "demo.h"
#include "redact/canon.h"
#include "redact/judge.h"
#include "redact/order.h"

typedef struct Day {
	Arena arena;
	Door door;
	Mentions mentions;
	Judge judge;
	PubSite *site;
	Canon canon;
	Date date;
} Day;

static void day_begin(Day *d, Date date)
{
	Buf all = BUF_INIT;
	*d = (Day){.arena = ARENA_INIT, .date = date};
	door_open(&d->door, demo.corpus, date, &d->arena);
	mentions_init(&d->mentions, demo.corpus);
	d->judge = (Judge){&d->door, &d->mentions, &d->arena, LANG_RU, NULL};
	d->site = demo_on(date);
	canon_init(&d->canon, d->site);
	canon_site(&all, &d->canon);
	buf_release(&all);
}

static void day_end(Day *d)
{
	canon_release(&d->canon);
	pubsite_free(d->site);
	mentions_release(&d->mentions);
	arena_release(&d->arena);
}

typedef void Visit(Day *d);

/* The eve of the first turn, and each turn. */
static void on_every_day(Visit *visit)
{
	Day d;
	for (size_t i = 0; i <= demo.turns.list.n; i++) {
		Date date = i ? demo.turns.list.items[i - 1].day : demo.turns.list.items[0].day - 1;
		if (i < 2 || date != demo.turns.list.items[i - 2].day) {
			day_begin(&d, date);
			visit(&d);
			day_end(&d);
		}
	}
}

static const char *iso(Date date)
{
	static char text[11];
	date_iso(text, date);
	return text;
}

static bool is_shown(Day *d, const Record *r, FieldPath field)
{
	const Subject s = {.record = r, .field = field};
	return judge_subject(&d->judge, &s);
}

static const FieldPath whole = {.n = 0};

/* --- records and their fields --- */

static PubKind pub_kind(Kind kind)
{
	for (int k = 0; k < PUB_KINDS; k++) {
		if (slice_is(schema_kind(kind)->folder, pub_kind_name((PubKind)k))) {
			return (PubKind)k;
		}
	}
	return PUB_KINDS;
}

static bool is_listed(const Day *d, Kind kind)
{
	unsigned sections = policy_sections_of(kind);
	return !sections || sections & d->door.rules.policy->sections;
}

static const PubRecord *public_record(Day *d, const Record *r)
{
	PubList list = d->site->kinds[pub_kind(r->kind)];
	Slice page = record_page(&d->arena, r);
	for (size_t i = 0; i < list.n; i++) {
		if (slice_eq(list.items[i]->page, page) && pub_on(&list.items[i]->self, page)) {
			return list.items[i];
		}
	}
	return NULL;
}

/* Is anything to be seen on the page of what stands at a path below a value? */
static bool is_visible(const Pub *value, const FieldPath *path, size_t level, Slice page)
{
	const Pub *v = pub_on(value, page);
	if (v && v->type == PUB_LIST) {
		for (size_t i = 0; i < v->as.list.n; i++) {
			if (is_visible(v->as.list.items[i], path, level, page)) {
				return true;
			}
		}
		return false;
	}
	if (!v || level == path->n) {
		return v != NULL;
	}
	return is_visible(pub_get(v, slice_of(fields_public_name(schema_field(path->id[level]))), page), path,
	                  level + 1, page);
}

/* Every field of an owner, and those inside it. */
static void compare_fields(Day *d, const Record *r, const Pub *shown, FieldPath path, Owner owner, Slice page)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	size_t level = path.n++;
	for (size_t i = 0; i < n; i++) {
		path.id[level] = ids[i];
		const FieldInfo *f = schema_field(ids[i]);
		bool seen = shown && is_visible(shown, &path, 0, page);
		bool said = is_shown(d, r, path);
		ck_assert_msg(seen == said, "%.*s: %.*s on %s: %s, but explain says %s", SLICE_ARG(r->path),
		              SLICE_ARG(f->name), iso(d->date), seen ? "seen" : "not seen", said ? "public" : "not");
		if (f->type == TYPE_MAP) {
			compare_fields(d, r, shown, path, (Owner)f->of, page);
		}
	}
}

static void compare_records(Day *d)
{
	for (int k = O_mentor; k < O_media; k++) {
		for (size_t i = 0; schema_kind((Kind)k)->page && i < demo.corpus->counts[k]; i++) {
			const Record *r = demo.corpus->records[k][i];
			const PubRecord *p = is_listed(d, r->kind) ? public_record(d, r) : NULL;
			ck_assert_msg(is_shown(d, r, whole) == (p != NULL), "%.*s on %s", SLICE_ARG(r->path),
			              iso(d->date));
			compare_fields(d, r, p ? &p->fields : NULL, whole, r->kind, record_page(&d->arena, r));
		}
	}
}

START_TEST(a_record_and_a_field_are_called_public_when_they_are_projected)
{
	if (demo_open()) {
		on_every_day(compare_records);
		demo_close();
	}
}
END_TEST

static void compare_rows(Day *d)
{
	static const Kind rows[] = {O_mentee, O_award, O_survey};
	for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
		size_t said = 0;
		for (size_t i = 0; i < demo.corpus->counts[rows[k]]; i++) {
			said += is_shown(d, demo.corpus->records[rows[k]][i], whole);
		}
		ck_assert_uint_eq(said, d->site->kinds[pub_kind(rows[k])].n);
	}
}

START_TEST(as_many_rows_are_called_public_as_there_are)
{
	if (demo_open()) {
		on_every_day(compare_rows);
		demo_close();
	}
}
END_TEST

static void compare_singles(Day *d)
{
	const Pub *roadmap = d->site->roadmap;
	compare_fields(d, demo.corpus->site, &d->site->site, whole, O_site, SL(""));
	compare_fields(d, demo.corpus->policy_record, &d->site->policy, whole, O_policy, SL(""));
	compare_fields(d, demo.corpus->roadmap, roadmap, whole, O_roadmap, SL("roadmap/"));
}

START_TEST(so_are_the_fields_of_site_policy_and_road_map)
{
	if (demo_open()) {
		on_every_day(compare_singles);
		demo_close();
	}
}
END_TEST

/* --- people and media --- */

/* All that the site shows of records on their own pages, of its settings, and of the road map. */
static void tell(Buf *out, const PubSite *s)
{
	for (int k = 0; k < PUB_KINDS; k++) {
		for (size_t i = 0; i < s->kinds[k].n; i++) {
			order_canon(out, &s->kinds[k].items[i]->fields, s->kinds[k].items[i]->page);
		}
	}
	order_canon(out, &s->site, SL(""));
	order_canon(out, s->roadmap, SL("roadmap/"));
}

static void compare_people(Day *d)
{
	Buf all = BUF_INIT;
	tell(&all, d->site);
	for (size_t i = 0; i < demo.corpus->counts[O_person]; i++) {
		const Record *person = demo.corpus->records[O_person][i];
		const FieldPath given = {{F_person_given}, 1};
		Slice family = rec_text(&person->rec, F_person_family);
		Slice full = arena_join(&d->arena, family, SL(" "), rec_text(&person->rec, F_person_given));
		bool seen = slice_find(buf_slice(&all), family, 0) < all.n;
		bool in_full = slice_find(buf_slice(&all), full, 0) < all.n;
		/* A village has the name of one of them. */
		ck_assert_msg(slice_is(person->id, "polyanskaya") || is_shown(d, person, whole) == seen, "%.*s on %s",
		              SLICE_ARG(person->path), iso(d->date));
		ck_assert_msg(is_shown(d, person, given) == in_full, "given name of %.*s on %s",
		              SLICE_ARG(person->path), iso(d->date));
	}
	buf_release(&all);
}

START_TEST(a_person_is_called_public_when_the_name_can_be_read)
{
	if (demo_open()) {
		on_every_day(compare_people);
		demo_close();
	}
}
END_TEST

static void compare_media(Day *d)
{
	for (size_t i = 0; i < demo.corpus->media_count; i++) {
		const MediaFile *m = &demo.corpus->media[i];
		const Subject s = {.record = m->sidecar, .medium = m};
		ck_assert_msg(judge_subject(&d->judge, &s) == d->canon.seen[i], "%.*s on %s", SLICE_ARG(m->path),
		              iso(d->date));
	}
}

START_TEST(a_medium_is_called_public_when_something_public_refers_to_it)
{
	if (demo_open()) {
		on_every_day(compare_media);
		demo_close();
	}
}
END_TEST

/* --- since and until --- */

enum { DAYS = 200, RECORDS = 400 };

static struct {
	Date day[DAYS];
	bool shown[DAYS][RECORDS];
	size_t days;
} past;

static const Record *record_at(size_t n)
{
	for (int k = 0; k < O_media; k++) {
		if (n < demo.corpus->counts[k]) {
			return demo.corpus->records[k][n];
		}
		n -= demo.corpus->counts[k];
	}
	return NULL;
}

static void note_day(Day *d)
{
	ck_assert_uint_lt(past.days, DAYS);
	past.day[past.days] = d->date;
	for (size_t i = 0; record_at(i); i++) {
		ck_assert_uint_lt(i, RECORDS);
		past.shown[past.days][i] = is_shown(d, record_at(i), whole);
	}
	past.days++;
}

/* The ends of the run of days, all alike, that `at` lies in. */
static void assert_run(size_t record, size_t at)
{
	size_t first = at;
	size_t last = at;
	Explanation e;
	const Record *r = record_at(record);
	const Subject s = {.record = r, .path = r->path};
	while (first > 0 && past.shown[first - 1][record] == past.shown[at][record]) {
		first--;
	}
	while (last + 1 < past.days && past.shown[last + 1][record] == past.shown[at][record]) {
		last++;
	}
	explain(&e, demo.corpus, &s, past.day[at], LANG_RU);
	ck_assert_int_eq(e.shown, past.shown[at][record]);
	ck_assert_msg(e.since == (first ? past.day[first] : DATE_NONE), "since, %.*s", SLICE_ARG(r->path));
	ck_assert_msg(e.until == (last + 1 < past.days ? past.day[last + 1] - 1 : DATE_NONE), "until, %.*s",
	              SLICE_ARG(r->path));
	explanation_release(&e);
}

START_TEST(since_and_until_are_the_ends_of_the_days_on_which_it_is_so)
{
	if (!demo_open()) {
		return;
	}
	past.days = 0;
	on_every_day(note_day);
	for (size_t i = 0; record_at(i); i++) {
		assert_run(i, past.days / 3);
		assert_run(i, past.days * 2 / 3);
	}
	demo_close();
}
END_TEST

/* --- silence --- */

static void add_text(Buf *out, Slice text)
{
	if (text.n >= 16) {
		buf_add(out, text);
		buf_byte(out, '\n');
	}
}

static void add_texts(Buf *out, const Rec *rec);

static void add_prose(Buf *out, const MdNode *tree)
{
	Buf text = BUF_INIT;
	markdown_text(&text, tree);
	add_text(out, buf_slice(&text));
	buf_release(&text);
}

/* Texts of eight letters or more; ids of records are the names of files. */
static void add_value(Buf *out, const Val *v)
{
	switch (schema_field(v->field)->type) {
	case TYPE_STRING:
	case TYPE_ALT:
	case TYPE_URL:
		add_text(out, v->as.text);
		break;
	case TYPE_TEXT:
	case TYPE_BODYTEXT:
		add_prose(out, v->as.prose);
		break;
	case TYPE_MAP:
		add_texts(out, v->as.map);
		break;
	default:
		break;
	}
}

static void add_texts(Buf *out, const Rec *rec)
{
	for (size_t i = 0; i < rec->n; i++) {
		const Val *v = &rec->vals[i];
		bool list = schema_field(v->field)->list;
		for (size_t k = 0; k < (list ? v->as.list.n : 1); k++) {
			add_value(out, list ? &v->as.list.items[k] : v);
		}
	}
}

/* Everything that explain has to say of a record and of each of its fields. */
static void explain_all(Buf *out, const Record *r, FieldPath path, Owner owner)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	size_t level = path.n++;
	for (size_t i = 0; i < n; i++) {
		Explanation e;
		path.id[level] = ids[i];
		const Subject s = {.record = r, .field = path, .path = r->path};
		explain(&e, demo.corpus, &s, day_of("2026-11-20"), LANG_RU);
		for (size_t k = 0; k < e.reasons.n; k++) {
			reason_text(out, &e.reasons.items[k], LANG_RU);
			buf_byte(out, '\n');
		}
		explanation_release(&e);
		if (schema_field(ids[i])->type == TYPE_MAP) {
			explain_all(out, r, path, (Owner)schema_field(ids[i])->of);
		}
	}
}

static void assert_silent(const Record *r)
{
	Buf said = BUF_INIT;
	Buf values = BUF_INIT;
	Slice value;
	explain_all(&said, r, whole, r->kind);
	add_texts(&values, &r->rec);
	ck_assert_uint_gt(said.n, 0);
	for (Slice rest = buf_slice(&values); slice_split(&rest, '\n', &value);) {
		bool repeated = value.n && slice_find(buf_slice(&said), value, 0) < said.n;
		ck_assert_msg(!repeated, "of %.*s: %.*s", SLICE_ARG(r->path), SLICE_ARG(value));
	}
	buf_release(&said);
	buf_release(&values);
}

START_TEST(no_explanation_of_any_field_repeats_what_the_record_holds)
{
	if (!demo_open()) {
		return;
	}
	for (int k = O_person; k < O_media; k++) {
		size_t all = demo.corpus->counts[k];
		for (size_t i = 0; i < (k <= O_programme || all < 2 ? all : 2); i++) {
			assert_silent(demo.corpus->records[k][i]);
		}
	}
	demo_close();
}
END_TEST

UNIT_MAIN("judge", a_record_and_a_field_are_called_public_when_they_are_projected,
          as_many_rows_are_called_public_as_there_are, so_are_the_fields_of_site_policy_and_road_map,
          a_person_is_called_public_when_the_name_can_be_read,
          a_medium_is_called_public_when_something_public_refers_to_it,
          since_and_until_are_the_ends_of_the_days_on_which_it_is_so,
          no_explanation_of_any_field_repeats_what_the_record_holds)
