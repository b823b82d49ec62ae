#!/bin/sh
# run.sh [NAME...]: editing of records outside of rubrika: by the CMS that `make admin` assembles, and by text editors.
#
# $RUBRIKA is the program under test, $NPM_FOLDER where the npm packages of
# tests/browser are or come to (build/npm), $CMS_FOLDER the same for the CMS.
# NAME: schemas, edit, keep. Says "ok - ", "not ok - " and "skipped - " lines;
# where a program or the packages cannot be had, all is skipped.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
RUBRIKA=${RUBRIKA:-$root/build/rubrika}
NPM_FOLDER=${NPM_FOLDER:-$root/build/npm}
CMS_FOLDER=${CMS_FOLDER:-$root/build/npm-cms}
export RUBRIKA NPM_FOLDER CMS_FOLDER

# without WHY: nothing can be tested.
without() {
	if [ "${CI:-}" = true ]; then
		echo "not ok - admin: $1"
		exit 1
	fi
	echo "skipped - admin: $1"
	exit 0
}

if ! command -v chromium >/dev/null && grep -qx 'ID=ubuntu' /etc/os-release 2>/dev/null; then
	echo 'skipped - admin: Ubuntu has no package of Chromium'
	exit 0
fi
for command in node npm chromium git; do
	command -v $command >/dev/null || without "$command is not here (make tools-test)"
done

ADMIN_FOLDER=$(mktemp -d)
export ADMIN_FOLDER
trap 'rm -rf "$ADMIN_FOLDER"' EXIT
said=$("$root/tests/browser/install.sh" "$NPM_FOLDER" 2>&1 &&
	"$root/gen/cmd/admin/assemble.sh" "$RUBRIKA" "$CMS_FOLDER" "$ADMIN_FOLDER" "$root" 2>&1) || {
	echo "$said" | sed 's/^/# /'
	without 'the npm packages cannot be had'
}
node "$here/main.mjs" "$@"
