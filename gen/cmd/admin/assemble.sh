#!/bin/sh
# assemble.sh RUBRIKA NPM_FOLDER ADMIN REPOSITORY: a CMS for the records in a folder that any web server can give out.
#
# The packages of package-lock.json come into NPM_FOLDER (nothing of them is run
# to install them) and what a browser needs into ADMIN: index.html, the script,
# its Russian words and its fonts, and config.yml by `rubrika schema --cms` for
# the records of a repository. The
# script asks public hosts for words and fonts; here they stand beside it, so
# that a curator's browser speaks to the school's own servers only. backend.yml
# is the installer's: written once, then taken as it is.
set -eu
rubrika=$1
npm=$2
admin=$3
repository=$4
here=$(cd "$(dirname "$0")" && pwd)

command -v npm >/dev/null || {
	echo 'Нужны node и npm (node and npm are needed): apt-get install npm' >&2
	exit 1
}
mkdir -p "$npm" "$admin"
if ! cmp -s "$npm/ready" "$here/package-lock.json"; then
	rm -rf "$npm/ready" "$npm/node_modules"
	cp "$here/package.json" "$here/package-lock.json" "$npm/"
	(cd "$npm" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
	cp "$here/package-lock.json" "$npm/ready"
fi

cms=$npm/node_modules/@sveltia/cms
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$cms/package.json")
rm -rf "$admin/cms"
mkdir -p "$admin/cms/@sveltia/cms@$version/locales" "$admin/cms/@sveltia/cms" "$admin/cms/fonts"
cp "$here/index.html" "$admin/"
cp "$cms/LICENSE.txt" "$admin/cms/"
cp "$cms/package.json" "$admin/cms/@sveltia/cms/"
cp "$cms/locales/ru.json" "$admin/cms/@sveltia/cms@$version/locales/"
fonts=
for font in source-sans-3 noto-mono material-symbols-outlined; do
	cp "$cms/npm/assets/$font"-*.woff2 "$admin/cms/fonts/$font.woff2"
	cp "$cms/npm/assets/$font.LICENSE.txt" "$admin/cms/fonts/"
	fonts="$fonts;s|https://cdn\\.jsdelivr\\.net/fontsource/fonts/$font[^)]*|cms/fonts/$font.woff2|g"
done
sed "s|https://unpkg\\.com/|./cms/|g$fonts" "$cms/dist/sveltia-cms.js" >"$admin/sveltia-cms.js"

[ -e "$admin/backend.yml" ] || cp "$here/backend.yml" "$admin/"
{
	cat "$admin/backend.yml"
	"$rubrika" schema --cms --lang ru -C "$repository" | awk '/^backend:/ { skip = 1; next } /^[^ ]/ { skip = 0 } !skip'
} >"$admin/config.yml"
