#!/bin/sh
# preview.sh: builds and runs preview.c. N= edits, SEED= as there.
. "$(dirname "$0")/../lib.sh"

build=$(dirname "$RUBRIKA")
program=$build/tests/property/preview
if (cd "$root" && "${MAKE:-make}" -s BUILD="$build" "$program") >"$scratch/make" 2>&1; then
	"$program" "$root"
	exit
fi
not_ok 'preview: the program builds' "$scratch/make"
finish
