#!/bin/sh
# mutants.sh: are the deliberate leaks of mutants/ still leaks of this program? Each changes lines that stand there
# exactly once, and there are 40 at least for the property test to see. `make mutants` tries them.
. "$(dirname "$0")/../lib.sh"

lists=$root/tests/property/mutants
ask() {
	awk -v job="$1" -v root="$root" -f "$lists/apply.awk" "$lists"/*.txt
}

ask check >"$scratch/wrong"
if [ -s "$scratch/wrong" ]; then
	not_ok 'mutants: each is found in the program' "$scratch/wrong"
else
	ok 'mutants: each is found in the program'
fi
ask names >"$scratch/names"
n=$(grep -c ' tests/property/noninterference.sh$' "$scratch/names")
assert "mutants: the property test has $n to kill" test "$n" -ge 40
while read -r name killer; do
	[ -e "$root/${killer%.c}" ] || [ -e "$root/$killer.c" ] || echo "$name: no $killer"
done <"$scratch/names" >"$scratch/missing"
assert 'mutants: each names a test that is there' diff /dev/null "$scratch/missing"
finish
