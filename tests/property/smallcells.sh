#!/bin/sh
# smallcells.sh: builds and runs smallcells.c. N= rounds, SEED= as there.
. "$(dirname "$0")/../lib.sh"

build=$(dirname "$RUBRIKA")
program=$build/tests/property/smallcells
if (cd "$root" && "${MAKE:-make}" -s BUILD="$build" "$program") >"$scratch/make" 2>&1; then
	"$program"
	exit
fi
not_ok 'small cells: the program builds' "$scratch/make"
finish
