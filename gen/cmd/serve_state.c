/* What the preview tells its script: events, the state of a page, and the way in. */
#include <unistd.h>

#include "base/escape.h"
#include "cmd/serve.h"
#include "redact/explain.h"

/* A list of thousands helps nobody. */
enum { SHOWN_MOST = 100 };

static const struct {
	const char *key, *text[2];
} words[] = {
        {"title", {"Предпросмотр", "Preview"}},
        {"day", {"Каким раздел будет на день:", "The site as of:"}},
        {"today", {"Сегодня", "Today"}},
        {"withheld", {"Скрыто на этой странице:", "Withheld on this page:"}},
        {"nothing", {"На этой странице ничего не скрыто", "Nothing is withheld on this page"}},
        {"elsewhere",
         {"согласие действует на других страницах, но не на этой", "the consent is for other pages, not for this one"}},
        {"more", {"и ещё:", "and more:"}},
        {"warnings", {"Предупреждений:", "Warnings:"}},
        {"faults", {"Раздел не собирается, ошибок:", "The site does not build, errors:"}},
        {"kept", {"Под этим сообщением — последний исправный раздел.", "Behind this is the last sound site."}},
        {"stale",
         {"Показан последний исправный раздел, а не то, что сейчас в файлах",
          "This is the last sound site, not what the files hold now"}},
        {"close", {"Закрыть", "Close"}},
        {"show", {"Показать ошибки", "Show the errors"}},
};

static void put_words(Json *j, Lang lang)
{
	json_key(j, SL("words"));
	json_open(j, '{');
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		json_pair(j, words[i].key, slice_of(words[i].text[lang]));
	}
	json_close(j, '}');
}

static void put_number(Json *j, const char *key, int64_t n)
{
	json_key(j, slice_of(key));
	json_int(j, n);
}

static void put_flag(Json *j, const char *key, bool flag)
{
	json_key(j, slice_of(key));
	json_bool(j, flag);
}

static void put_numbers(Json *j, const Preview *p)
{
	put_number(j, "run", getpid());
	put_number(j, "number", preview_number(p));
	put_number(j, "site", preview_site_number(p));
	put_flag(j, "sound", preview_is_sound(p));
}

void serve_event(Buf *out, const Preview *p)
{
	Json j;
	json_init(&j, out, false);
	json_open(&j, '{');
	put_numbers(&j, p);
	json_close(&j, '}');
}

/* --- faults --- */

static void put_some(Json *j, const Diags *list, bool errors, Lang lang)
{
	size_t shown = 0;
	for (size_t i = 0; i < list->n && shown < SHOWN_MOST; i++) {
		if ((diag_severity(list->items[i].id) == SEV_ERROR) == errors) {
			diag_json(j, &list->items[i], lang);
			shown++;
		}
	}
}

static void put_faults(Json *j, const Diags *list, Lang lang)
{
	json_key(j, SL("faults"));
	json_open(j, '[');
	put_some(j, list, true, lang);
	put_some(j, list, false, lang);
	json_close(j, ']');
	put_number(j, "errors", (int64_t)list->errors);
	put_number(j, "warnings", (int64_t)(list->n - list->errors));
}

/* --- what is withheld --- */

static void put_loc(Json *j, Loc loc)
{
	json_pair(j, "path", loc.path);
	put_number(j, "line", loc.line);
}

static void put_reasons(Json *j, const Missing *m, Lang lang)
{
	json_key(j, SL("reasons"));
	json_open(j, '[');
	for (size_t i = 0; i < m->reasons.n; i++) {
		Buf text = BUF_INIT;
		reason_text(&text, &m->reasons.items[i], lang);
		json_open(j, '{');
		json_pair(j, "text", buf_slice(&text));
		put_number(j, "rule", reason_rule(m->reasons.items[i].id));
		put_loc(j, m->reasons.items[i].loc);
		json_close(j, '}');
		buf_release(&text);
	}
	json_close(j, ']');
}

static void put_missing(Json *j, const Missing *m, Lang lang)
{
	const FieldPath *field = &m->subject.field;
	const char *title =
	        field->n ? schema_field(field->id[0])->title[lang] : schema_kind(m->subject.record->kind)->title[lang];
	json_open(j, '{');
	json_pair(j, "title", slice_of(title));
	put_loc(j, m->loc);
	put_reasons(j, m, lang);
	json_close(j, '}');
}

static void put_withheld(Json *j, const Serve *s, Slice page)
{
	PageReport report;
	Lang lang = s->options->lang;
	const Session *site = preview_session(s->preview);
	explain_page(&report, site->corpus, page, preview_day(s->preview), lang);
	size_t shown = report.list.n < SHOWN_MOST ? report.list.n : SHOWN_MOST;
	json_key(j, SL("withheld"));
	json_open(j, '[');
	for (size_t i = 0; i < shown; i++) {
		put_missing(j, &report.list.items[i], lang);
	}
	json_close(j, ']');
	put_number(j, "more", (int64_t)(report.list.n - shown));
	page_report_release(&report);
}

/* --- the state --- */

static void put_day(Json *j, const Preview *p)
{
	char iso[11] = "";
	if (preview_day(p) != DATE_NONE) {
		date_iso(iso, preview_day(p));
	}
	json_pair(j, "day", slice_of(iso));
	put_flag(j, "chosen", preview_chosen(p) != DATE_NONE);
}

void serve_state(Buf *out, const Serve *s, Slice page)
{
	Json j;
	json_init(&j, out, false);
	json_open(&j, '{');
	put_numbers(&j, s->preview);
	json_pair(&j, "lang", s->options->lang == LANG_EN ? SL("en") : SL("ru"));
	put_day(&j, s->preview);
	put_words(&j, s->options->lang);
	put_faults(&j, preview_faults(s->preview), s->options->lang);
	/* After a fault the records that the site was made from lead into those that are not sound. */
	if (preview_is_sound(s->preview)) {
		put_withheld(&j, s, page);
	}
	json_close(&j, '}');
}

/* --- the way in --- */

/* A page whose policy lets no script of this server in, such as one that only redirects, is left alone. */
static bool lets_in(Slice html)
{
	bool strict = slice_find(html, SL("Content-Security-Policy"), 0) < html.n;
	return !strict || slice_find(html, SL("script-src 'self'"), 0) < html.n;
}

void serve_inject(Buf *out, const Preview *p, Slice page, Slice html)
{
	size_t end = slice_find(html, SL("</head>"), 0);
	if (end == html.n || !lets_in(html)) {
		buf_add(out, html);
		return;
	}
	buf_add(out, slice_sub(html, 0, end));
	buf_printf(out, "<script src=\"/.rubrika/preview.js\" data-run=\"%ld\" data-site=\"%u\" data-page=\"",
	           (long)getpid(), preview_site_number(p));
	escape_html(out, page);
	buf_str(out, "\" defer></script>\n");
	buf_add(out, slice_sub(html, end, html.n));
}
