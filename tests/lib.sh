# lib.sh - what the shell tests share. A test begins with
#
#	. "$(dirname "$0")/../lib.sh"
#
# and says, a line each, "ok - NAME", "not ok - NAME" or "skipped - NAME: WHY";
# details follow on lines that begin with "# ". tests/run counts these lines.
# $RUBRIKA is the program under test, $scratch a folder that is removed at the
# end, $root the repository. The last line of a test is `finish`.

set -u
umask 022
root=$(cd "$(dirname "$0")/../.." && pwd)
RUBRIKA=${RUBRIKA:-$root/build/rubrika}
RUBRIKA_SHARED=${RUBRIKA_SHARED:-$root/../shared}
faults=0

# Nothing of the user's own may matter.
LC_ALL=C
GIT_CONFIG_NOSYSTEM=1
GIT_CONFIG_GLOBAL=/dev/null
GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.org GIT_AUTHOR_DATE='2026-09-01T12:00:00+03:00'
GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@example.org GIT_COMMITTER_DATE='2026-09-01T12:00:00+03:00'
export root RUBRIKA RUBRIKA_SHARED LC_ALL GIT_CONFIG_NOSYSTEM GIT_CONFIG_GLOBAL
export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_AUTHOR_DATE GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_COMMITTER_DATE
unset SOURCE_DATE_EPOCH NO_COLOR LANG LC_MESSAGES CDPATH GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

scratch=$(mktemp -d) || exit 1
chmod 755 "$scratch"
clean_up() {
	chmod -R u+rwX "$scratch" 2>/dev/null
	rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

ok() {
	echo "ok - $1"
}

# not_ok NAME [FILE]: the file's first lines say what was seen.
not_ok() {
	echo "not ok - $1"
	faults=$((faults + 1))
	[ $# -lt 2 ] || sed -n '1,40s/^/# /p' "$2"
}

skipped() {
	echo "skipped - $1: $2"
}

# assert NAME COMMAND…: ok when the command succeeds; what it prints is shown when not.
assert() {
	name=$1
	shift
	if "$@" >"$scratch/assert" 2>&1; then
		ok "$name"
	else
		not_ok "$name" "$scratch/assert"
	fi
}

# A repository of the content at hand: commit DIR.
commit() {
	(cd "$1" && git init -q -b main && git add -A && git commit -q -m content) || exit 1
}

finish() {
	[ "$faults" -eq 0 ]
	exit
}
