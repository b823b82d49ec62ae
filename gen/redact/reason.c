#include "redact/reason.h"

#include <assert.h>

#define F_clauses_none FIELD_COUNT

static const struct {
	unsigned rule;
	FieldId clause;
	const char *text[2];
} reasons[REASON_COUNT] = {
#define RULE(number, ru, en)
#define REASON(symbol, rule, clause, ru, en) {rule, F_clauses_##clause, {ru, en}},
#include "redact/reasons.def"
#undef RULE
#undef REASON
};

static const char *const rules[][2] = {
#define RULE(number, ru, en) [number] = {ru, en},
#define REASON(symbol, rule, clause, ru, en)
#include "redact/reasons.def"
#undef RULE
#undef REASON
};

void reason_text(Buf *out, const Reason *r, Lang lang)
{
	for (const char *p = reasons[r->id].text[lang]; *p; p++) {
		if (p[0] == '{' && (p[1] == '0' || p[1] == '1') && p[2] == '}') {
			buf_add(out, r->name[p[1] - '0']);
			p += 2;
		} else {
			buf_byte(out, *p);
		}
	}
}

unsigned reason_rule(ReasonId id)
{
	return reasons[id].rule;
}

FieldId reason_clause(ReasonId id)
{
	return reasons[id].clause;
}

const char *reason_rule_text(unsigned rule, Lang lang)
{
	assert(rule < sizeof rules / sizeof *rules);
	return rules[rule][lang];
}
