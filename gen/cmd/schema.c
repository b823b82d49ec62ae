/* rubrika schema: JSON Schema of one kind of record, or an object with those of all. */
#include "cmd/run.h"
#include "record/jsonschema.h"

static void put_all(Json *j, Lang lang)
{
	json_open(j, '{');
	for (int kind = 0; kind < OWNER_KINDS; kind++) {
		json_key(j, schema_kind((Kind)kind)->name);
		jsonschema_kind(j, (Kind)kind, lang);
	}
	json_close(j, '}');
}

static int refuse(const Options *o)
{
	Diags diags;
	diags_init(&diags);
	usage_fault(&diags, "нет такого вида записей: ", "no such kind of records: ", o->args[0]);
	int status = command_tell(o, &diags);
	diags_release(&diags);
	return status;
}

int command_schema(const Options *o)
{
	Kind kind = o->arg_count ? schema_kind_named(slice_of(o->args[0])) : OWNER_KINDS;
	if (o->arg_count && kind == OWNER_KINDS) {
		return refuse(o);
	}
	Buf out = BUF_INIT;
	Json j;
	json_init(&j, &out, true);
	if (o->arg_count) {
		jsonschema_kind(&j, kind, o->lang);
	} else {
		put_all(&j, o->lang);
	}
	buf_byte(&out, '\n');
	int status = command_print(o, buf_slice(&out));
	buf_release(&out);
	return status;
}
