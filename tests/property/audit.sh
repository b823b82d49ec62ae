#!/bin/sh
# audit.sh: builds and runs audit.c on the demonstration content and what a build makes of it; then the command itself.
. "$(dirname "$0")/../lib.sh"

build=$(dirname "$RUBRIKA")
program=$build/tests/property/audit
as_of=2026-11-20
if ! (cd "$root" && "${MAKE:-make}" -s BUILD="$build" "$program") >"$scratch/make" 2>&1; then
	not_ok 'audit: the program builds' "$scratch/make"
	finish
fi

# as_built COMMAND [ARGUMENT...]: the program on the demonstration content.
as_built() {
	command=$1
	shift
	"$RUBRIKA" "$command" -C "$root" --worktree --as-of $as_of --lang en "$@"
}

# ends STATUS COMMAND...: does the command end so? What it says is kept in $scratch/said.
ends() {
	wanted=$1
	shift
	status=0
	"$@" >"$scratch/said" 2>&1 || status=$?
	[ "$status" -eq "$wanted" ] || {
		echo "status $status, expected $wanted"
		cat "$scratch/said"
		return 1
	}
}

finds() {
	ends 4 as_built audit "$scratch/site" && grep "^$scratch/site/$1:$2: error: .* \[leak\]$" "$scratch/said"
}

assert 'audit: a build of the demonstration content has no leak' ends 0 as_built build -o "$scratch/site" --fragments
assert 'audit: the finished site has none' ends 0 as_built audit "$scratch/site"
"$program" "$root" "$scratch/site" || faults=$((faults + 1))

printf 'User-agent: *\n# Мухортову\n' >"$scratch/site/robots.txt"
assert 'audit: the command ends with 4 and names the place' finds robots.txt 2:3
printf 'User-agent: *\n' >"$scratch/site/robots.txt"
printf 'x\n8 (000) 371 05 46' | gzip -n -c >"$scratch/site/robots.txt.gz"
assert 'audit: a twin that differs is opened' finds robots.txt.gz 2:4
assert 'audit: another day has other secrets' ends 0 "$RUBRIKA" audit -C "$root" --worktree --as-of 2026-09-29 "$scratch/site/media"
assert 'audit: no folder, no audit' ends 3 as_built audit "$scratch/none"
assert 'audit: a folder must be named' ends 2 as_built audit

# A theme may say what it likes; nobody is shown it.
mkdir -p "$scratch/own/themes/school/templates"
cp -R "$root/content" "$scratch/own"
printf '<title>{{page.title}}</title>\n<p>+7 (000) 371-05-46\n' >"$scratch/own/themes/school/templates/404.mustache"
mkdir "$scratch/old"
assert 'audit: a first build without the leak' ends 0 as_built build -o "$scratch/old"
find "$scratch/old" -type f -exec cksum {} + | sort >"$scratch/before"
assert 'audit: a build with a leak ends with 4' ends 4 \
	"$RUBRIKA" build -C "$scratch/own" --worktree --as-of $as_of --lang en -o "$scratch/old"
find "$scratch/old" -type f -exec cksum {} + | sort >"$scratch/after"
assert 'audit: and leaves the site as it was' cmp "$scratch/before" "$scratch/after"
assert 'audit: and nothing beside it' test "$(ls -A "$scratch" | grep -c rubrika)" -eq 0
finish
