#!/bin/sh
# install.sh [FOLDER]: the npm packages of package-lock.json into a folder (build/npm), unless they stand there.
#
# Nothing of them is committed or published; nothing of them is run to install
# them. Exit status 1 when they are not there and cannot be had.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$here/../../build/npm}
mkdir -p "$folder"
cd "$folder"
if [ -f ready ] && cmp -s ready "$here/package-lock.json"; then
	exit 0
fi
rm -rf ready node_modules
cp "$here/package.json" "$here/package-lock.json" .
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >npm.log 2>&1 || {
	sed -n '1,20s/^/npm: /p' npm.log >&2
	exit 1
}
cp "$here/package-lock.json" ready
