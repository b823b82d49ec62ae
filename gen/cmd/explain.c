/* rubrika explain: is a record or a field public, where, since or until when, by which rule, and what is missing. */
#include "base/path.h"
#include "cmd/run.h"
#include "cmd/session.h"
#include "cmd/telling.h"
#include "redact/explain.h"

typedef struct Answer {
	const Options *options;
	const Corpus *corpus;
	const Subject *subject;
	const Explanation *e;
} Answer;

/* --- text --- */

static void put_state(Buf *out, const Answer *a)
{
	const Explanation *e = a->e;
	const Options *o = a->options;
	buf_str(out, e->shown ? say(o, "Публикуется", "Public") : say(o, "Не публикуется", "Not public"));
	if (e->since != DATE_NONE) {
		buf_str(out, say(o, " с ", " since "));
		telling_date(out, e->since);
	}
	if (e->shown && e->until != DATE_NONE) {
		buf_str(out, say(o, " по ", " until "));
		telling_date(out, e->until);
	}
	buf_str(out, ".");
	if (!e->shown && e->until != DATE_NONE) {
		buf_str(out, say(o, " Появится ", " It will appear on "));
		telling_date(out, e->until + 1);
		buf_str(out, ".");
	}
	buf_byte(out, '\n');
}

static void put_page(Buf *out, const Options *o, const Place *p)
{
	if (p->below && p->page.n) {
		buf_str(out, say(o, "все, чей адрес начинается с ", "all that begin with "));
	}
	if (p->page.n) {
		buf_add(out, p->page);
	} else {
		buf_str(out,
		        p->below ? say(o, "все страницы раздела", "every page") : say(o, "главная", "the front page"));
	}
}

static void put_places(Buf *out, const Answer *a)
{
	static const char *const titles[][2] = {
	        [FORM_NONE] = {"Страницы: ", "Pages: "},
	        [FORM_FULL] = {"Имя полностью: ", "Named in full: "},
	        [FORM_BRIEF] = {"Фамилия и инициалы: ", "Family name and initials: "},
	        [FORM_STAND_IN] = {"Общее слово вместо имени: ", "A common word for the name: "},
	};
	for (size_t i = 0; i < a->e->places.n; i++) {
		const Place *p = &a->e->places.items[i];
		bool first = i == 0 || p->form != p[-1].form;
		buf_str(out, first ? titles[p->form][a->options->lang] : ", ");
		put_page(out, a->options, p);
		bool last = i + 1 == a->e->places.n || p[1].form != p->form;
		buf_str(out, last ? "\n" : "");
	}
}

static void put_reasons(Buf *out, const Answer *a, bool met, const char *ru, const char *en)
{
	bool any = false;
	for (size_t i = 0; i < a->e->reasons.n; i++) {
		if (a->e->reasons.items[i].met == met) {
			if (!any) {
				buf_printf(out, "\n%s:\n", say(a->options, ru, en));
			}
			any = true;
			telling_put(out, a->options, &a->e->reasons.items[i]);
		}
	}
}

static Slice clause_text(const Corpus *c, FieldId f)
{
	const Rec *clauses = rec_map(&c->policy_record->rec, F_policy_clauses);
	return clauses ? rec_text(clauses, f) : SL("");
}

/* The ground in the school's own act, as the policy gives it. */
static void put_clauses(Buf *out, const Answer *a)
{
	bool any = false;
	for (int f = 0; f < FIELD_COUNT; f++) {
		Slice clause = a->e->clauses[f] ? clause_text(a->corpus, (FieldId)f) : SL("");
		if (clause.n) {
			buf_str(out,
			        any ? "" : say(a->options, "\nПоложение школы:\n", "\nThe school's regulation:\n"));
			any = true;
			const FieldInfo *info = schema_field((FieldId)f);
			buf_printf(out, "  %.*s — %s (%.*s)\n", SLICE_ARG(clause), info->title[a->options->lang],
			           SLICE_ARG(info->name));
		}
	}
}

static void put_subject(Buf *out, const Answer *a)
{
	const Subject *s = a->subject;
	buf_add(out, s->path);
	for (size_t i = 0; i < s->field.n; i++) {
		buf_str(out, i ? "." : ":");
		const FieldInfo *f = schema_field(s->field.id[i]);
		buf_add(out, f->type == TYPE_BODYTEXT ? SL("body") : f->name);
	}
	if (s->field.n) {
		buf_printf(out, " — %s", schema_field(s->field.id[s->field.n - 1])->title[a->options->lang]);
	} else if (s->record && !s->medium) {
		buf_printf(out, " — %s", schema_kind(s->record->kind)->title[a->options->lang]);
	}
	buf_byte(out, '\n');
}

static void put_text(Buf *out, const Answer *a)
{
	put_subject(out, a);
	put_state(out, a);
	put_places(out, a);
	put_reasons(out, a, false, "Чего не хватает", "What is missing");
	put_reasons(out, a, true, "Что уже есть", "What there is");
	put_clauses(out, a);
	buf_str(out, say(a->options, "\nПравила:\n", "\nRules:\n"));
	telling_rules(out, a->options, a->e->reasons.items, a->e->reasons.n);
}

/* --- JSON --- */

static void json_date(Json *j, const char *key, Date d)
{
	if (d != DATE_NONE) {
		char iso[11];
		date_iso(iso, d);
		json_pair(j, key, slice_of(iso));
	}
}

static void json_places(Json *j, const Explanation *e)
{
	static const char *const forms[] = {[FORM_FULL] = "full", [FORM_BRIEF] = "brief", [FORM_STAND_IN] = "stand-in"};
	json_key(j, SL("pages"));
	json_open(j, '[');
	for (size_t i = 0; i < e->places.n; i++) {
		const Place *p = &e->places.items[i];
		json_open(j, '{');
		json_pair(j, "page", p->page);
		json_key(j, SL("below"));
		json_bool(j, p->below);
		if (p->form != FORM_NONE) {
			json_pair(j, "name", slice_of(forms[p->form]));
		}
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void json_reasons(Json *j, const Answer *a)
{
	json_key(j, SL("conditions"));
	json_open(j, '[');
	for (size_t i = 0; i < a->e->reasons.n; i++) {
		json_open(j, '{');
		json_key(j, SL("met"));
		json_bool(j, a->e->reasons.items[i].met);
		telling_json(j, a->options, &a->e->reasons.items[i]);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void json_clauses(Json *j, const Answer *a)
{
	json_key(j, SL("clauses"));
	json_open(j, '{');
	for (int f = 0; f < FIELD_COUNT; f++) {
		Slice clause = a->e->clauses[f] ? clause_text(a->corpus, (FieldId)f) : SL("");
		if (clause.n) {
			json_key(j, schema_field((FieldId)f)->name);
			json_text(j, clause);
		}
	}
	json_close(j, '}');
}

static void put_json(Buf *out, const Answer *a)
{
	Json j;
	json_init(&j, out, true);
	json_open(&j, '{');
	json_pair(&j, "path", a->subject->path);
	if (a->subject->field.n) {
		json_pair(&j, "field", a->subject->name);
	}
	json_key(&j, SL("public"));
	json_bool(&j, a->e->shown);
	json_date(&j, "since", a->e->since);
	json_date(&j, "until", a->e->until);
	json_places(&j, a->e);
	json_reasons(&j, a);
	json_clauses(&j, a);
	json_key(&j, SL("rules"));
	telling_rules_json(&j, a->options, a->e->reasons.items, a->e->reasons.n);
	json_close(&j, '}');
	buf_byte(out, '\n');
}

/* --- the command --- */

/* What a shell completes has the repository before it, and perhaps "./". */
static Slice in_repository(const Options *o, Slice asked)
{
	Slice repo = path_tidy(slice_of(o->repo));
	while (slice_starts(asked, SL("./"))) {
		asked = slice_sub(asked, 2, asked.n);
	}
	bool inside = repo.n && slice_starts(asked, repo) && asked.n > repo.n && asked.p[repo.n] == '/';
	return inside ? slice_sub(asked, repo.n + 1, asked.n) : asked;
}

static bool find(Session *s, Subject *out)
{
	const Options *o = s->options;
	Slice near;
	Slice asked = in_repository(o, slice_of(o->args[0]));
	switch (subject_find(out, s->corpus, asked, &near)) {
	case SUBJECT_FOUND:
		return true;
	case SUBJECT_NO_FILE:
		usage_fault(&s->diags, "такой записи или файла нет: ", "there is no such record or file: ", o->args[0]);
		return false;
	case SUBJECT_NO_FIELD:
		break;
	}
	Slice hint = slice_of(o->args[0]);
	if (near.n) {
		const char *there = say(o, "есть поле", "there is");
		hint = arena_printf(&s->diags.arena, "%s (%s %.*s)", o->args[0], there, SLICE_ARG(near));
	}
	usage_fault(&s->diags, "такого поля у записи нет: ", "the record has no such field: ", hint.p);
	return false;
}

static int answer(Session *s, const Subject *subject)
{
	const Options *o = s->options;
	Buf out = BUF_INIT;
	Explanation e;
	explain(&e, s->corpus, subject, session_day(o, s->corpus), o->lang);
	const Answer a = {o, s->corpus, subject, &e};
	(o->format == FORMAT_JSON ? put_json : put_text)(&out, &a);
	int status = command_print(o, buf_slice(&out));
	buf_release(&out);
	explanation_release(&e);
	return status;
}

int command_explain(const Options *o)
{
	Session s;
	Subject subject;
	if (!o->arg_count) {
		Diags diags;
		diags_init(&diags);
		usage_fault(&diags,
		            "нужен путь записи: ", "the path of a record is needed: ", "rubrika explain PATH[:FIELD]");
		int status = command_tell(o, &diags);
		diags_release(&diags);
		return status;
	}
	bool found = session_read(&s, o) && find(&s, &subject);
	int status = found ? answer(&s, &subject) : command_tell(o, &s.diags);
	session_close(&s);
	return status;
}
