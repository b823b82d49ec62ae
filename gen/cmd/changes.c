#include "cmd/changes.h"

#include "base/json.h"

static const char *const areas[CHANGE_AREAS][3] = {
        [PUB_MENTORS] = {"mentors", "Реестр наставников", "Registry of mentors"},
        [PUB_MENTEES] = {"mentees", "База наставляемых", "Base of mentees"},
        [PUB_PROGRAMMES] = {"programmes", "Программы", "Programmes"},
        [PUB_PARTNERS] = {"partners", "Партнёры", "Partners"},
        [PUB_CASES] = {"cases", "Лучшие кейсы", "Best cases"},
        [PUB_DOCUMENTS] = {"documents", "Нормативная база", "Normative base"},
        [PUB_METHODS] = {"methods", "Методические материалы", "Methods"},
        [PUB_NEWS] = {"news", "Новости", "News"},
        [PUB_EVENTS] = {"events", "Мероприятия", "Events"},
        [PUB_AWARDS] = {"awards", "Доска почёта", "Honour board"},
        [PUB_SURVEYS] = {"surveys", "Опросы", "Surveys"},
        [PUB_PAGES] = {"pages", "Страницы", "Free pages"},
        [AREA_SITE] = {"site", "Школа и раздел (site.yaml)", "The school and its section (site.yaml)"},
        [AREA_POLICY] = {"policy", "Положение (policy.yaml)", "The regulation (policy.yaml)"},
        [AREA_ROADMAP] = {"roadmap", "Дорожная карта", "Road map"},
        [AREA_SECTIONS] = {"sections", "Разделы и их порядок", "Sections and their order"},
        [AREA_TOTALS] = {"totals", "Общие числа", "Totals"},
        [AREA_BREAKDOWNS] = {"breakdowns", "Диаграммы", "Breakdowns"},
        [AREA_NOTICES] = {"notices", "Условия согласий", "Consent notices"},
        [AREA_FILES] = {"files", "Файлы", "Files"},
        [AREA_PICTURES] = {"pictures", "Картинки", "Pictures"},
        [AREA_PAGES] = {"other-pages", "Страницы самого раздела", "Pages of the section itself"},
};

static const char *const types[][3] = {
        [CHANGE_APPEARS] = {"appears", "появится", "appears"},
        [CHANGE_CHANGES] = {"changes", "изменится", "changes"},
        [CHANGE_VANISHES] = {"vanishes", "исчезнет", "vanishes"},
};

const char *report_area(const Report *r, ChangeArea area)
{
	return areas[area][1 + r->options->lang];
}

const char *report_type(const Report *r, ChangeType type)
{
	return types[type][1 + r->options->lang];
}

void report_subject(Buf *out, const Report *r, const Difference *c)
{
	if (c->count) {
		buf_uint(out, c->count);
		buf_str(out, say(r->options, " шт.", " of them"));
	} else if (c->area == AREA_BREAKDOWNS && c->valued && c->field.n == 0) {
		buf_str(out, say(r->options, "другие", "others"));
	} else {
		buf_add(out, c->field);
	}
}

void report_sum(Buf *out, const Report *r)
{
	size_t sums[3] = {0, 0, 0};
	for (size_t i = 0; i < r->changes->list.n; i++) {
		const Difference *c = &r->changes->list.items[i];
		sums[c->type] += c->count ? c->count : 1;
	}
	for (int t = 0; t < 3; t++) {
		buf_str(out, t ? ", " : "");
		buf_str(out, report_type(r, (ChangeType)t));
		buf_str(out, ": ");
		buf_uint(out, sums[t]);
	}
}

void report_title(Buf *out, const Report *r)
{
	char iso[11];
	date_iso(iso, r->day);
	buf_add(out, r->before);
	buf_str(out, " → ");
	buf_add(out, r->after);
	buf_str(out, say(r->options, ", на день ", ", on "));
	buf_str(out, iso);
}

/* --- lines --- */

static void put_line(Buf *out, const Report *r, const Difference *c)
{
	Buf subject = BUF_INIT;
	buf_str(out, "  ");
	buf_str(out, report_type(r, c->type));
	if (c->item.n) {
		buf_str(out, "  ");
		buf_add(out, c->item);
	}
	report_subject(&subject, r, c);
	if (subject.n) {
		buf_str(out, "  ");
		buf_add(out, buf_slice(&subject));
	}
	if (c->valued) {
		buf_printf(out, ": %.*s → %.*s", SLICE_ARG(c->before), SLICE_ARG(c->after));
	}
	buf_byte(out, '\n');
	buf_release(&subject);
}

void report_text(Buf *out, const Report *r)
{
	const Differences *all = r->changes;
	if (all->list.n == 0) {
		buf_str(out,
		        say(r->options, "Публика не увидит никаких изменений.\n", "The public will see no change.\n"));
		return;
	}
	for (size_t i = 0; i < all->list.n; i++) {
		const Difference *c = &all->list.items[i];
		if (i == 0 || c->area != c[-1].area) {
			buf_str(out, report_area(r, c->area));
			buf_byte(out, '\n');
		}
		put_line(out, r, c);
	}
	report_sum(out, r);
	buf_byte(out, '\n');
}

/* --- JSON --- */

static void put_object(Json *j, const Difference *c)
{
	json_open(j, '{');
	json_pair(j, "area", slice_of(areas[c->area][0]));
	json_pair(j, "change", slice_of(types[c->type][0]));
	if (c->item.n) {
		json_pair(j, "item", c->item);
	}
	if (c->field.n) {
		json_pair(j, "field", c->field);
	}
	if (c->count) {
		json_key(j, SL("count"));
		json_int(j, (int64_t)c->count);
	}
	if (c->valued) {
		json_pair(j, "before", c->before);
		json_pair(j, "after", c->after);
	}
	json_close(j, '}');
}

void report_json(Buf *out, const Report *r)
{
	Json j;
	char iso[11];
	date_iso(iso, r->day);
	json_init(&j, out, true);
	json_open(&j, '{');
	json_pair(&j, "before", r->before);
	json_pair(&j, "after", r->after);
	json_pair(&j, "day", slice_of(iso));
	json_key(&j, SL("changes"));
	json_open(&j, '[');
	for (size_t i = 0; i < r->changes->list.n; i++) {
		put_object(&j, &r->changes->list.items[i]);
	}
	json_close(&j, ']');
	json_close(&j, '}');
	buf_byte(out, '\n');
}
