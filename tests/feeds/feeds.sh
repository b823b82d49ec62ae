#!/bin/sh
# feeds.sh: what other programs read of the demonstration site, by the rules of those programs.
#
# Atom by a RELAX NG schema of RFC 4287 (atom.rng), the sitemap by its protocol,
# iCalendar by the lines of RFC 5545, CSV as Excel opens it in Russian, XLSX as
# a package of well-formed parts. JSON and its schema are tests/browser's.
. "$(dirname "$0")/../lib.sh"

here=$root/tests/feeds
site=$scratch/site
cp -R "$root/content" "$scratch/" 2>/dev/null
mkdir "$scratch/repo" && mv "$scratch/content" "$scratch/repo/" && commit "$scratch/repo"
if ! "$RUBRIKA" build -q -C "$scratch/repo" --as-of 2026-11-20 --no-compress -o "$site" >"$scratch/said" 2>&1; then
	not_ok 'feeds: the demonstration content builds' "$scratch/said"
	finish
fi

# --- Atom ---

for feed in news changes; do
	assert "feeds: $feed/atom.xml is Atom" xmllint --noout --relaxng "$here/atom.rng" "$site/$feed/atom.xml"
done

# breaks NAME EXPRESSION: the schema must see a fault put into the feed, or it proves nothing.
breaks() {
	sed "$2" "$site/news/atom.xml" >"$scratch/broken.xml"
	assert "feeds: the schema sees $1" sh -c '! xmllint --noout --relaxng "$1" "$2"' sh "$here/atom.rng" "$scratch/broken.xml"
}
breaks 'a day for a moment' 's,\(<updated>2[0-9-]*\)T[^<]*,\1,'
breaks 'an entry without an id' '/<entry>/,/<\/entry>/{/<id>/d;}'
breaks 'a link without an address' 's, href="[^"]*",,'
breaks 'a feed without an author' '/<author>/,/<\/author>/d'

same_host() {
	! xmllint --xpath '//*[local-name()="link"]/@href' "$site/$1/atom.xml" | grep -v 'href="https://zaozerskaya-school3.example/'
}
assert 'feeds: every link of the news is absolute' same_host news
assert 'feeds: every link of the changes is absolute' same_host changes

in_order() {
	xmllint --xpath '//*[local-name()="entry"]/*[local-name()="updated"]/text()' "$site/changes/atom.xml" >"$scratch/moments" &&
		sort -r "$scratch/moments" | cmp - "$scratch/moments"
}
assert 'feeds: changes come newest first' in_order

# --- sitemap ---

sitemap_is_whole() {
	xmllint --noout "$site/sitemap.xml" || return 1
	xmllint --xpath '//*[local-name()="loc"]/text()' "$site/sitemap.xml" | sed 's,.*/nastavnichestvo/,,' | sort >"$scratch/listed"
	(cd "$site" && find . -name index.html | sed 's,^\./,,; s,index\.html$,,') |
		while read -r page; do
			grep -q 'name="robots" content="noindex"' "$site/${page}index.html" || echo "$page"
		done | sort >"$scratch/pages"
	diff "$scratch/pages" "$scratch/listed"
}
assert 'feeds: the sitemap lists every page that may be found, and no other' sitemap_is_whole
assert 'feeds: a page that the history knows has its day in the sitemap' sh -c \
	'grep -A1 "<loc>.*/mentors/luzgarev/</loc>" "$1" | grep -qx "<lastmod>2026-09-01</lastmod>"' sh "$site/sitemap.xml"

# --- iCalendar ---

calendar=$site/events/calendar.ics
lines_are_short() {
	awk -v RS='\r\n' 'length($0) > 75 { print "too long: " $0; bad = 1 } /\n/ { print "a bare line feed"; bad = 1 } END { exit bad }' "$calendar"
}
assert 'feeds: lines of the calendar end in CRLF and have at most 75 octets' lines_are_short
tr -d '\r' <"$calendar" | sed -n -e :a -e '$!N; s/\n //; ta' -e 'P; D' >"$scratch/calendar"
count() {
	grep -c "$1" "$scratch/calendar"
}
balanced() {
	[ "$(count '^BEGIN:VEVENT$')" -gt 3 ] && [ "$(count '^BEGIN:VEVENT$')" -eq "$(count '^END:VEVENT$')" ] &&
		[ "$(count '^UID:')" -eq "$(grep '^UID:' "$scratch/calendar" | sort -u | wc -l)" ] &&
		[ "$(count '^UID:')" -eq "$(count '^BEGIN:VEVENT$')" ]
}
assert 'feeds: every event of the calendar has an id of its own' balanced
assert 'feeds: the zone of the school is described before it is named' awk '
	/^TZID:Europe\/Moscow$/ { known = 1 } /TZID=Europe\/Moscow/ { named++; if (!known) exit 1 } END { exit !(known && named) }' "$scratch/calendar"
assert 'feeds: the cancelled event is marked' sh -c '[ "$(grep -c "^STATUS:CANCELLED$" "$1")" -eq 1 ]' sh "$scratch/calendar"

# --- tables ---

# Excel in Russian opens a CSV by its byte order mark, with ';' between and CRLF behind.
opens_in_excel() {
	[ "$(head -c 3 "$1" | od -An -tx1 | tr -d ' \n')" = efbbbf ] || return 1
	awk -v RS='\r\n' -v FS=';' 'NR == 1 { n = NF } /"/ { next } NF != n { print NR ": " NF " fields of " n; bad = 1 } END { exit bad || n < 3 }' "$1"
}
for table in mentors programmes partners documents; do
	assert "feeds: data/$table.csv opens in Excel" opens_in_excel "$site/data/$table.csv"
	mkdir "$scratch/$table"
	if unzip -q "$site/data/$table.xlsx" -d "$scratch/$table" 2>"$scratch/said"; then
		find "$scratch/$table" -type f >"$scratch/parts"
		assert "feeds: data/$table.xlsx is of well-formed parts" xargs -d '\n' -a "$scratch/parts" xmllint --noout
		assert "feeds: data/$table.xlsx has a row for each of the CSV" sh -c \
			'[ "$(grep -o "<row " "$1" | wc -l)" -eq "$(grep -c "$(printf "\\r")" "$2")" ]' sh \
			"$scratch/$table/xl/worksheets/sheet1.xml" "$site/data/$table.csv"
	else
		not_ok "feeds: data/$table.xlsx is a package" "$scratch/said"
	fi
done
finish
