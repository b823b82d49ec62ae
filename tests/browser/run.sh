#!/bin/sh
# run.sh [NAME...]: what a browser and the checkers of HTML say of built sites; for tests/run.
#
# $RUBRIKA is the program under test, $NPM_FOLDER where the npm packages are or
# come to (build/npm). Says "ok - ", "not ok - " and "skipped - " lines. Where a
# program or the packages cannot be had, all is skipped; with CI=true that is a
# failure, but on a system that has no Chromium of its own (Ubuntu's is a snap,
# which needs a running system, not a container).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
NPM_FOLDER=${NPM_FOLDER:-$here/../../build/npm}
export NPM_FOLDER

# without WHY: nothing can be tested.
without() {
	if [ "${CI:-}" = true ]; then
		echo "not ok - browser: $1"
		exit 1
	fi
	echo "skipped - browser: $1"
	exit 0
}

if ! command -v chromium >/dev/null && grep -qx 'ID=ubuntu' /etc/os-release 2>/dev/null; then
	echo 'skipped - browser: Ubuntu has no package of Chromium'
	exit 0
fi
for command in node npm chromium java; do
	command -v $command >/dev/null || without "$command is not here (make tools-test)"
done
said=$("$here/install.sh" "$NPM_FOLDER" 2>&1) || {
	echo "$said" | sed 's/^/# /'
	without 'the npm packages cannot be had'
}
exec node "$here/main.mjs" "$@"
