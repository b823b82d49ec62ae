#include "base/json.h"

#include <assert.h>

void json_init(Json *j, Buf *out, bool pretty)
{
	*j = (Json){.out = out, .pretty = pretty};
}

static void new_line(Json *j)
{
	if (!j->pretty) {
		return;
	}
	buf_byte(j->out, '\n');
	for (unsigned i = 0; i < j->depth; i++) {
		buf_str(j->out, "  ");
	}
}

/* What stands before every value: nothing after a key, else a comma and a line. */
static void before_value(Json *j)
{
	if (j->after_key) {
		j->after_key = false;
		return;
	}
	uint64_t bit = UINT64_C(1) << j->depth;
	if (j->has_item & bit) {
		buf_byte(j->out, ',');
	}
	j->has_item |= bit;
	if (j->depth) {
		new_line(j);
	}
}

void json_open(Json *j, char bracket)
{
	assert(j->depth < 63);
	before_value(j);
	buf_byte(j->out, bracket);
	j->depth++;
	j->has_item &= ~(UINT64_C(1) << j->depth);
}

void json_close(Json *j, char bracket)
{
	assert(j->depth > 0 && !j->after_key);
	bool any = j->has_item >> j->depth & 1;
	j->depth--;
	if (any) {
		new_line(j);
	}
	buf_byte(j->out, bracket);
}

static void put_string(Buf *out, Slice s)
{
	size_t from = 0;
	buf_byte(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool escape = c < 0x20 || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&';
		if (!escape) {
			continue;
		}
		buf_add(out, slice_sub(s, from, i));
		from = i + 1;
		if (c == '"' || c == '\\') {
			buf_byte(out, '\\');
			buf_byte(out, (char)c);
		} else if (c == '\n') {
			buf_str(out, "\\n");
		} else {
			buf_printf(out, "\\u%04X", c);
		}
	}
	buf_add(out, slice_sub(s, from, s.n));
	buf_byte(out, '"');
}

void json_key(Json *j, Slice key)
{
	assert(j->depth > 0);
	before_value(j);
	put_string(j->out, key);
	buf_str(j->out, j->pretty ? ": " : ":");
	j->after_key = true;
}

void json_text(Json *j, Slice text)
{
	before_value(j);
	put_string(j->out, text);
}

void json_int(Json *j, int64_t value)
{
	before_value(j);
	buf_printf(j->out, "%lld", (long long)value);
}

void json_bool(Json *j, bool value)
{
	before_value(j);
	buf_str(j->out, value ? "true" : "false");
}

void json_none(Json *j)
{
	before_value(j);
	buf_str(j->out, "null");
}

void json_pair(Json *j, const char *key, Slice text)
{
	json_key(j, slice_of(key));
	json_text(j, text);
}
