#include "render/ops.h"

#include "base/map.h"
#include "base/mem.h"
#include "base/vec.h"

struct TemplateSet {
	Arena arena;
	Map by_name;
	VEC(Template *) all; /* in the order added, in which link reports */
};

TemplateSet *templates_new(void)
{
	TemplateSet *set = mem_alloc(sizeof *set);
	arena_init(&set->arena);
	map_init(&set->by_name);
	return set;
}

void templates_free(TemplateSet *set)
{
	if (set) {
		vec_release(&set->all);
		map_release(&set->by_name);
		arena_release(&set->arena);
		free(set);
	}
}

const Template *templates_find(const TemplateSet *set, Slice name)
{
	return map_get(&set->by_name, name);
}

/* The template of that name: one object for good, for links already made point at it. */
static Template *obtain(TemplateSet *set, Slice name)
{
	Template *t = map_get(&set->by_name, name);
	if (!t) {
		t = ARENA_NEW(&set->arena, Template);
		t->name = arena_dup(&set->arena, name);
		map_put(&set->by_name, t->name, t);
		vec_push(&set->all, t);
	}
	return t;
}

void templates_add(TemplateSet *set, Slice name, Slice text, Slice path, Diags *diags)
{
	Template *t = obtain(set, name);
	t->path = arena_dup(&set->arena, path);
	template_parse(&set->arena, t, arena_dup(&set->arena, text), diags);
}

/* --- faults --- */

typedef struct FaultText {
	const char *ru[2], *en[2]; /* before and after the name */
} FaultText;

static const FaultText fault_texts[] = {
        [FAULT_OPEN_TAG] = {{"тег «", "» не закрыт"}, {"the tag '", "' is not closed"}},
        [FAULT_NO_NAME] = {{"в теге нет имени", ""}, {"a tag without a name", ""}},
        [FAULT_BAD_NAME] = {{"«", "» — не имя: нужны слова без пробелов, разделённые точками"},
                            {"'", "' is not a name: words without spaces, joined by dots, are needed"}},
        [FAULT_BAD_DELIMITERS] = {{"смена скобок записана неверно; нужно, например, {{=<% %>=}}", ""},
                                  {"bad set-delimiters tag; write, for instance, {{=<% %>=}}", ""}},
        [FAULT_OPEN_SECTION] = {{"«", "» открыто, но не закрыто"}, {"'", "' is opened but not closed"}},
        [FAULT_STRAY_END] = {{"«/", "» закрывает то, что не открыто"}, {"'/", "' closes what is not open"}},
        [FAULT_DEEP] = {{"«", "»: слишком много вложенных тегов"}, {"'", "': tags are nested too deeply"}},
        [FAULT_IN_TAG] = {{"«",
                           "» стоит внутри тега HTML; значение можно ставить только в текст или в кавычки атрибута"},
                          {"'", "' stands inside an HTML tag; a value may stand in text or in a quoted attribute"}},
        [FAULT_IN_CODE] = {{"«", "» стоит в атрибуте, который исполняется (on…, style, srcdoc)"},
                           {"'", "' stands in an attribute that is executed (on…, style, srcdoc)"}},
        [FAULT_IN_STYLE] = {{"«", "» стоит внутри <style>"}, {"'", "' stands inside <style>"}},
        [FAULT_IN_COMMENT] = {{"«", "» стоит внутри комментария HTML"}, {"'", "' stands inside an HTML comment"}},
        [FAULT_IN_SCRIPT] = {{"«", "» стоит внутри <script>; там можно только {{{…}}}"},
                             {"'", "' stands inside <script>, where only {{{…}}} may"}},
};

void template_fault(Diags *diags, Loc loc, TemplateFault fault, Slice name)
{
	const FaultText *text = &fault_texts[fault];
	Buf ru = BUF_INIT;
	Buf en = BUF_INIT;
	buf_str(&ru, text->ru[0]);
	buf_add(&ru, name);
	buf_str(&ru, text->ru[1]);
	buf_str(&en, text->en[0]);
	buf_add(&en, name);
	buf_str(&en, text->en[1]);
	DIAG(diags, D_TEMPLATE_SYNTAX, loc, buf_slice(&ru), buf_slice(&en));
	buf_release(&ru);
	buf_release(&en);
}

/* --- linking --- */

typedef struct Link {
	const TemplateSet *set;
	const Template *home;
	bool strict;
	Diags *diags;
} Link;

static Loc place_of(const Link *l, const Op *op)
{
	return (Loc){l->home->path, op->line, op->col};
}

static void link_target(const Link *l, Op *op)
{
	op->target = templates_find(l->set, op->text);
	if (!op->target && l->strict) {
		DIAG(l->diags, D_UNKNOWN_PARTIAL, place_of(l, op), op->text);
	}
}

/* Sections print nothing themselves, so they may stand anywhere. */
static bool prints(const Op *op)
{
	return op->type != OP_TEXT && op->type != OP_SECTION && op->type != OP_INVERTED;
}

static void check_place(const Link *l, const Op *op)
{
	if (!prints(op)) {
		return;
	}
	switch (op->place) {
	case PLACE_TEXT:
	case PLACE_VALUE:
	case PLACE_URL:
		break;
	case PLACE_SCRIPT:
		if (op->type != OP_VAR || !op->raw) {
			template_fault(l->diags, place_of(l, op), FAULT_IN_SCRIPT, op->text);
		}
		break;
	case PLACE_TAG:
		template_fault(l->diags, place_of(l, op), FAULT_IN_TAG, op->text);
		break;
	case PLACE_CODE:
		template_fault(l->diags, place_of(l, op), FAULT_IN_CODE, op->text);
		break;
	case PLACE_STYLE:
		template_fault(l->diags, place_of(l, op), FAULT_IN_STYLE, op->text);
		break;
	case PLACE_COMMENT:
		template_fault(l->diags, place_of(l, op), FAULT_IN_COMMENT, op->text);
		break;
	}
}

static void link_ops(const Link *l, Op *op)
{
	for (; op; op = op->next) {
		if (op->type == OP_PARTIAL || op->type == OP_PARENT) {
			link_target(l, op);
		}
		if (l->strict) {
			check_place(l, op);
		}
		link_ops(l, op->body);
	}
}

void templates_link(TemplateSet *set, bool strict, Diags *diags)
{
	for (size_t i = 0; i < set->all.n; i++) {
		Link l = {set, set->all.items[i], strict, diags};
		link_ops(&l, set->all.items[i]->body);
	}
}

/* --- arguments --- */

const TemplateArgs *template_give(TemplateArgs *own, const Op *op, const Template *home, const TemplateArgs *outer)
{
	const TemplateArgs *given = outer;
	while (given && given->parent != op) {
		given = given->outer;
	}
	/* The same given further out takes precedence anyway, and recursion shall not pile them up. */
	if (given || op->type != OP_PARENT || !op->body) {
		return outer;
	}
	*own = (TemplateArgs){op, home, outer};
	return own;
}

const Op *template_argument(const TemplateArgs *args, Slice name, const TemplateArgs **giver)
{
	const Op *found = NULL;
	for (; args; args = args->outer) {
		for (const Op *op = args->parent->body; op; op = op->next) {
			if (slice_eq(op->text, name)) {
				found = op;
				*giver = args;
				break;
			}
		}
	}
	return found;
}
