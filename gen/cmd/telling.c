#include "cmd/telling.h"

enum { RULES = 13 };

void telling_date(Buf *out, Date d)
{
	char iso[11];
	date_iso(iso, d);
	buf_str(out, iso);
}

/* A place is named once: a sentence that already names the whole file needs no more. */
static void put_place(Buf *out, const Reason *r, const char *before)
{
	if (r->loc.path.n && !(r->loc.line == 0 && slice_eq(r->loc.path, r->name[0]))) {
		buf_str(out, before);
		buf_add(out, r->loc.path);
		if (r->loc.line) {
			buf_printf(out, ":%u", r->loc.line);
		}
	}
}

void telling_put(Buf *out, const Options *o, const Reason *r)
{
	unsigned rule = reason_rule(r->id);
	buf_str(out, "  - ");
	reason_text(out, r, o->lang);
	Buf more = BUF_INIT;
	if (rule) {
		buf_str(&more, say(o, "правило ", "rule "));
		buf_uint(&more, rule);
	}
	put_place(&more, r, rule ? ", " : "");
	if (more.n) {
		buf_str(out, "\n    ");
		buf_add(out, buf_slice(&more));
	}
	buf_byte(out, '\n');
	buf_release(&more);
}

void telling_json(Json *j, const Options *o, const Reason *r)
{
	Buf text = BUF_INIT;
	unsigned rule = reason_rule(r->id);
	reason_text(&text, r, o->lang);
	if (rule) {
		json_key(j, SL("rule"));
		json_int(j, rule);
	}
	json_pair(j, "text", buf_slice(&text));
	if (r->loc.path.n) {
		json_pair(j, "path", r->loc.path);
	}
	if (r->loc.line) {
		json_key(j, SL("line"));
		json_int(j, r->loc.line);
	}
	if (r->field != FIELD_COUNT) {
		json_pair(j, "field", schema_field(r->field)->name);
	}
	buf_release(&text);
}

static void find_rules(bool found[RULES], const Reason *reasons, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		found[reason_rule(reasons[i].id)] = true;
	}
}

void telling_rules(Buf *out, const Options *o, const Reason *reasons, size_t n)
{
	bool found[RULES] = {false};
	find_rules(found, reasons, n);
	for (unsigned i = 0; i < RULES; i++) {
		if (found[i]) {
			buf_str(out, "  ");
			if (i) {
				buf_printf(out, "%u. ", i);
			}
			buf_str(out, reason_rule_text(i, o->lang));
			buf_byte(out, '\n');
		}
	}
}

void telling_rules_json(Json *j, const Options *o, const Reason *reasons, size_t n)
{
	bool found[RULES] = {false};
	find_rules(found, reasons, n);
	json_open(j, '[');
	for (unsigned i = 0; i < RULES; i++) {
		if (found[i]) {
			json_open(j, '{');
			json_key(j, SL("rule"));
			json_int(j, i);
			json_pair(j, "text", slice_of(reason_rule_text(i, o->lang)));
			json_close(j, '}');
		}
	}
	json_close(j, ']');
}
