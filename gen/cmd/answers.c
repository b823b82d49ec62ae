#include "cmd/answers.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "record/intake.h"
#include "record/scalar.h"
#include "record/wording.h"

void answers_init(Answers *out, const Options *o, Arena *a, const Corpus *c, Kind kind, Slice id)
{
	*out = (Answers){.options = o, .kind = kind, .id = id, .arena = a};
	namebook_init(&out->names, c, a);
}

void answers_release(Answers *a)
{
	namebook_release(&a->names);
	vec_release(&a->list);
}

/* --- judging --- */

static FieldId last_of(const Heading *h)
{
	return h->path[h->depth - 1];
}

/* One value, as a file has it. What the decoder leaves to the linking of the
 * corpus is judged here, but for records that may yet be made. */
static bool judge(Answers *a, FieldId field, Slice text, Slice *out, Diags *diags)
{
	const FieldInfo *f = schema_field(field);
	DiagId fault = intake_word(&a->names, out, field, text);
	Node node = {.type = NODE_SCALAR, .text = *out};
	Decoder d = {.arena = a->arena, .diags = diags};
	Val ignored;
	if (fault == D_CELL_VOCAB) {
		DIAG(diags, D_WANT_VOCAB, node.loc, f->name, f->of == VOCAB_forms ? SL("forms") : SL("kinds"));
		return false;
	}
	return f->type == TYPE_TEXT || f->type == TYPE_BODYTEXT || scalar_decode(&d, &ignored, field, &node);
}

/* The items of a list, one a line. */
static bool judge_list(Answers *a, FieldId field, Slice text, Slice *out, Diags *diags)
{
	Buf lines = BUF_INIT;
	bool commas = intake_by_commas(text);
	bool good = true;
	Slice item, value;
	while (good && intake_item(&text, commas, &item)) {
		good = judge(a, field, item, &value, diags);
		buf_str(&lines, lines.n ? "\n" : "");
		buf_add(&lines, value);
	}
	if (good && lines.n == 0) {
		DIAG(diags, D_EMPTY_FIELD, loc_at(SL(""), 0, 0), schema_field(field)->name);
		good = false;
	}
	*out = arena_dup(a->arena, buf_slice(&lines));
	buf_release(&lines);
	return good;
}

static bool accept(Answers *a, const Heading *h, Slice text, Diags *diags)
{
	Slice value;
	FieldId field = last_of(h);
	bool good = schema_field(field)->list ? judge_list(a, field, text, &value, diags)
	                                      : judge(a, field, text, &value, diags);
	if (good) {
		vec_push(&a->list, (DraftValue){*h, value});
	}
	return good;
}

static bool is_given(const Answers *a, const Heading *h)
{
	bool given = false;
	for (size_t i = 0; i < a->list.n; i++) {
		const Heading *other = &a->list.items[i].field;
		given |= other->depth == h->depth && memcmp(other->path, h->path, h->depth * sizeof *h->path) == 0;
	}
	return given;
}

/* --- options --- */

/* The command line is at fault, whatever the decoder says it of. */
static void refuse(Diags *diags, const Diags *found)
{
	Buf ru = BUF_INIT;
	Buf en = BUF_INIT;
	diag_words(&ru, &found->items[0], LANG_RU);
	diag_words(&en, &found->items[0], LANG_EN);
	usage_fault(diags, ru.p, en.p, "");
	buf_release(&ru);
	buf_release(&en);
}

static bool take(Answers *a, Slice word, Diags *diags)
{
	Heading h;
	size_t equals = slice_find_byte(word, '=', 0);
	Slice name = slice_sub(word, 0, equals);
	Slice text = slice_trim(slice_sub(word, equals + 1, word.n));
	if (!heading_find(&h, a->kind, name)) {
		usage_fault(diags, "нет такого поля: ", "there is no such field: ", arena_cstr(a->arena, name));
		return false;
	}
	if (is_given(a, &h)) {
		usage_fault(diags, "поле дано дважды: ", "the field is given twice: ", arena_cstr(a->arena, name));
		return false;
	}
	Diags found;
	diags_init(&found);
	bool good = accept(a, &h, text, &found);
	if (!good) {
		refuse(diags, &found);
	}
	diags_release(&found);
	return good;
}

bool answers_take(Answers *a, Diags *diags)
{
	bool good = true;
	for (size_t i = 0; i < a->options->field_count; i++) {
		good &= take(a, slice_of(a->options->fields[i]), diags);
	}
	return good;
}

/* --- questions --- */

bool answers_may_ask(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool answers_line(Arena *a, Slice *out)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n = getline(&line, &room, stdin);
	*out = n > 0 ? arena_dup(a, slice_trim((Slice){line, (size_t)n})) : SL("");
	free(line);
	return n > 0;
}

/* What an empty answer stands for: the number of a programme is its id, and a
 * mentor's person has the mentor's. */
static Slice usual(const Answers *a, FieldId field)
{
	const FieldInfo *f = schema_field(field);
	bool same = f->type == TYPE_NUMBER ||
	            (f->type == TYPE_REF && !f->list && corpus_find(a->names.corpus, (Kind)f->of, a->id));
	return same ? a->id : SL("");
}

static void put_words(Buf *out, EnumId list, Lang lang)
{
	size_t n;
	EnumRow first = schema_enum(list, &n);
	for (size_t i = 0; i < n; i++) {
		const EnumWord *w = schema_enum_word(first + (EnumRow)i);
		buf_printf(out, "    %.*s — %s\n", SLICE_ARG(w->id), w->title[lang]);
	}
}

/* «Фамилия (в именительном падеже): », below the words of a closed list. */
static void prompt(const Answers *a, const Heading *h, Slice otherwise)
{
	Lang lang = a->options->lang;
	const FieldInfo *f = schema_field(last_of(h));
	Buf text = BUF_INIT;
	if (f->type == TYPE_ENUM) {
		put_words(&text, (EnumId)f->of, lang);
	}
	for (size_t i = 0; i < h->depth; i++) {
		buf_str(&text, i ? ": " : "");
		buf_str(&text, schema_field(h->path[i])->title[lang]);
	}
	buf_printf(&text, " (%s%s)", f->help[lang],
	           f->list ? say(a->options, "; несколько — через запятую", "; several with commas") : "");
	if (otherwise.n) {
		buf_printf(&text, " [%.*s]", SLICE_ARG(otherwise));
	}
	buf_str(&text, ": ");
	print_out(buf_slice(&text));
	buf_release(&text);
}

static void tell(const Answers *a, const Diags *found)
{
	Buf text = BUF_INIT;
	buf_str(&text, "  ");
	diag_words(&text, &found->items[0], a->options->lang);
	buf_byte(&text, '\n');
	print_out(buf_slice(&text));
	buf_release(&text);
}

static bool ask(Answers *a, const Heading *h)
{
	Slice otherwise = usual(a, last_of(h));
	Slice answer;
	for (bool good = false; !good;) {
		Diags found;
		prompt(a, h, otherwise);
		if (!answers_line(a->arena, &answer)) {
			return false;
		}
		diags_init(&found);
		good = accept(a, h, answer.n ? answer : otherwise, &found);
		if (!good) {
			tell(a, &found);
		}
		diags_release(&found);
	}
	return true;
}

static bool ask_fields(Answers *a, Heading around, Owner owner)
{
	size_t n;
	const FieldId *ids = schema_fields(owner, &n);
	bool open = true;
	for (size_t i = 0; i < n && open; i++) {
		const FieldInfo *f = schema_field(ids[i]);
		Heading h = around;
		h.path[h.depth++] = ids[i];
		if (!f->needed || is_given(a, &h)) {
			continue;
		}
		if (f->type == TYPE_MAP) {
			open = f->list || ask_fields(a, h, (Owner)f->of);
		} else {
			open = ask(a, &h);
		}
	}
	return open;
}

bool answers_ask(Answers *a)
{
	return ask_fields(a, (Heading){.depth = 0}, a->kind);
}

bool answers_confirm(const Answers *a, Slice path, Slice text)
{
	Slice answer;
	bool yes = true;
	Buf out = BUF_INIT;
	buf_byte(&out, '\n');
	buf_add(&out, text);
	buf_byte(&out, '\n');
	buf_str(&out, say(a->options, "Записать ", "Write "));
	buf_add(&out, path);
	buf_str(&out, say(a->options, "? [да]: ", "? [yes]: "));
	print_out(buf_slice(&out));
	buf_release(&out);
	if (!answers_line(a->arena, &answer)) {
		return false;
	}
	return answer.n == 0 || slice_is(answer, "y") || slice_is(answer, "yes") || slice_is(answer, "д") ||
	       (wording_flag(&yes, answer) && yes);
}
