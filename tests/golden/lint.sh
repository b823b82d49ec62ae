#!/bin/sh
# tests/lint goes red for a planted breach of each rule, at its place, and for nothing else.
. "$(dirname "$0")/../lib.sh"

fresh() {
	rm -rf "$scratch/tree"
	mkdir -p "$scratch/tree/tests" "$scratch/tree/themes"
	cp -R "$root/gen" "$root/Makefile" "$scratch/tree"
	# A part of the audit, which may know of records.
	echo '#include "record/corpus.h"' >"$scratch/tree/gen/output/audit_own.h"
}

# breach NAME RULE FILE LINE PATTERN: with the line put before the first of the file, the rule speaks of PATTERN.
breach() {
	fresh
	mkdir -p "$(dirname "$scratch/tree/$3")"
	{
		echo "$4"
		[ ! -e "$root/$3" ] || cat "$root/$3"
	} >"$scratch/tree/$3"
	if "$root/tests/lint" "$scratch/tree" "$2" >"$scratch/said"; then
		echo 'the lint passed' >>"$scratch/said"
		not_ok "lint: $1" "$scratch/said"
	elif grep -q "^# $3:.*$5" "$scratch/said"; then
		ok "lint: $1"
	else
		not_ok "lint: $1" "$scratch/said"
	fi
}

fresh
assert 'lint: the sources as they are pass every rule that reads includes' \
	"$root/tests/lint" "$scratch/tree" paths base arrows door audit keepers cycles banned

breach 'an include that leads nowhere is found' paths gen/base/slice.c '#include "base/absent.h"' absent
breach 'an include past the rooms is found' paths gen/render/uri.c '#include "../record/corpus.h"' corpus
breach 'an include by a macro is found' paths gen/render/uri.c '#include HEADER' HEADER
breach 'base that knows of records is found' base gen/base/slice.c '#include "record/schema.h"' schema
breach 'a table of records in base is found' base gen/base/slice.c '#include "record/schema.def"' schema
breach 'source that knows of records is found' arrows gen/source/yaml.c '#include "record/record.h"' record
breach 'records that know of the door are found' arrows gen/record/corpus.c '#include "redact/public.h"' public
breach 'the door that knows of rendering is found' arrows gen/redact/project.c '#include "render/page.h"' page
breach 'rendering that knows of the output is found' arrows gen/render/page.h '#include "output/stage.h"' stage
breach 'output that knows of commands is found' arrows gen/output/stage.c '#include "cmd/command.h"' command
breach 'a room that is none is found' arrows gen/tools/own.c '#include "base/slice.h"' tools
breach 'rendering that reads records is found' door gen/render/uri.c '#include "record/record.h"' record
breach 'rendering that reads records in angle brackets is found' door gen/render/uri.c '#  include <record/record.h>' record
breach 'rendering that reads sources is found' door gen/render/uri.c '#include "source/yaml.h"' yaml
breach 'rendering that reads the rules of the door is found' door gen/render/uri.c '#include "redact/rules.h"' rules
breach 'rendering that reads the table of fields is found' door gen/render/uri.c '#include "record/schema.def"' schema
breach 'output that reads records is found' door gen/output/stage.c '#include "record/record.h"' record
breach 'a door that lets records through public.h is found' door gen/redact/public.h '#include "record/record.h"' record
breach 'a door that lets names through public.h is found' door gen/redact/public.h '#include "redact/names.h"' names
breach 'output that reads records through the audit is found' door gen/output/stage.c '#include "output/audit_own.h"' audit_own
breach 'an audit that shares code with the door is found' audit gen/output/audit_door.c '#include "redact/names.h"' names
breach 'an audit that shares code through rendering is found' audit gen/output/audit_page.c '#include "render/page.h"' public
breach 'a second caller of cmark is found' keepers gen/source/body.c '#include <cmark.h>' cmark
breach 'a second caller of libgit2 is found' keepers gen/cmd/build.c '#include <git2/repository.h>' git2
breach 'a second caller of libyaml is found' keepers gen/cmd/themes.c '#include <yaml.h>' yaml
breach 'a second caller of ICU is found' keepers gen/render/uri.c '#include <unicode/uchar.h>' unicode
breach 'a cycle of headers is found' cycles gen/base/slice.h '#include "base/buf.h"' buf
breach 'a header of base without the banned calls is found' banned gen/base/lonely.h '#include <stdbool.h>' banned
breach 'a header that needs another before it is found' headers gen/base/lonely.h 'Slice lonely(void);' Slice
breach 'a mark of unfinished work is found' words gen/base/slice.c "/* TOD""O: later */" unfinished
breach 'a path of one machine is found' words gen/base/slice.c "/* see /wor""k/notes */" machine
finish
