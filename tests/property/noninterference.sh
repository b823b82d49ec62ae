#!/bin/sh
# noninterference.sh: builds and runs noninterference.c. N= pairs, SEED= and ROUND= as there; arguments are passed on.
. "$(dirname "$0")/../lib.sh"

build=$(dirname "$RUBRIKA")
program=$build/tests/property/noninterference
if (cd "$root" && "${MAKE:-make}" -s BUILD="$build" "$program") >"$scratch/make" 2>&1; then
	clean_up
	trap - EXIT HUP INT TERM
	exec "$program" "$@" "$root"
fi
not_ok 'non-interference: the program builds' "$scratch/make"
finish
