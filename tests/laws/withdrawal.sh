#!/bin/sh
# A consent withdrawn, from end to end (отзыв согласия, 152-ФЗ, ст. 10.1, ч. 12).
#
# The school of the demonstration keeps its records in git and has a site. On
# 20 November 2026 Берестнева, mentor, of whom the site tells most of all,
# withdraws her consent; the secretary writes the day into her card. After the
# next build not one byte of her remains; explain says why; diff says what went.
. "$(dirname "$0")/../book.sh"
title='withdrawal'
folder=$scratch/public # the folder that the web server shows

rm -rf "$here"
mkdir -p "$here"
cp -R "$root/content" "$here"
saved 2026-11-19
day=2026-11-20
# What is read is that folder.
show_folder() {
	mkdir -p "$sites"
	ln -sf "$folder" "$sites/$day"
}
show_folder

publish() {
	"$RUBRIKA" build -q -C "$here" --as-of $day -o "$folder" >"$scratch/said" 2>&1
}

# Files of the portrait on a page, by the names they have in the output.
portraits_of() {
	grep "class=\"portrait\"" "$(file_of "$1")" | grep -o "media/[0-9a-f]*\.[a-z]*" | sort -u
}

clause 'the day before'
assert "$title: $sentence: the site is built" publish
public sees 'Берестнева Ольга Игнатьевна' on mentors/
public sees 'Берестнева Ольга Игнатьевна' on mentors/berestneva/
public sees 'Берестнева Ольга Игнатьевна' on programmes/2025-01/
public sees 'Берестнева Ольга Игнатьевна' on awards/
public sees 'Портрет учителя физики' on data/rubric.json
public sees 'mentors/berestneva/' on sitemap.xml
portraits_of mentors/berestneva/ >"$scratch/portrait"
assert "$title: $sentence: her portrait is there" test -s "$scratch/portrait"
(cd "$folder" && xargs cksum <"$scratch/portrait" | cut -d' ' -f1,2 | sort -u) >"$scratch/portrait-bytes"
find "$folder" -type f | sed "s|^$folder/||" | sort >"$scratch/files-before"

clause 'the consent is withdrawn'
sed -i 's/^    signed: 2025-09-02$/&\n    withdrawn: 2026-11-20/' "$here/content/people/berestneva.yaml"
assert "$title: $sentence: it is written into her card" grep -q '^    withdrawn: 2026-11-20$' "$here/content/people/berestneva.yaml"
saved 2026-11-20 'Секретарь' 'Отозвано согласие Берестневой'
show_folder
assert "$title: $sentence: the site is built again" publish
find "$folder" -type f | sed "s|^$folder/||" | sort >"$scratch/files-after"

clause 'her name is nowhere, in no case of grammar'
tell "her names are nowhere" nowhere Берестнева Берестневой Берестневу Берестневою Берестнев Игнатьевна Игнатьевны Игнатьевне Игнатьевну
clause 'nor in Latin letters, as in addresses'
tell "they are nowhere" nowhere berestneva berestnev Berestneva Beresneva ignatevna ignatyevna ignatievna "ignat'evna"

clause 'nothing that only she told of herself remains'
for file in people mentors; do
	sed -n 's/^ *- //; /^[a-z_]*: *[^|>{[]/s/^[a-z_]*: *//p; /^[А-Я]/p; s/^ *title: *//p' "$here/content/$file"/berestneva.*
done | awk 'length($0) >= 40' | sort -u >"$scratch/told"
assert "$title: there are things she told" test "$(wc -l <"$scratch/told")" -ge 8
tell "its words are nowhere" lines_nowhere "$scratch/told"
public nowhere sees '310-11-27'
public nowhere sees 'o.berestneva'
public nowhere sees 'Р-2025/001'

clause 'her page is no page, and its packed twins are gone'
public finds no mentors/berestneva/
assert "$title: no file of the output has her in its name" sh -c '! grep -i berestnev "$1"' sh "$scratch/files-after"
assert "$title: files of the site before are gone" sh -c 'comm -23 "$1" "$2" | grep -q "^mentors/berestneva/index.html.br$"' \
	sh "$scratch/files-before" "$scratch/files-after"

clause 'her portrait is gone, under this name and any other'
assert "$title: $sentence: by name" sh -c '! grep -F -f "$1" "$2"' sh "$scratch/portrait" "$scratch/files-after"
find "$folder" -type f -exec cksum {} + | cut -d' ' -f1,2 | sort -u >"$scratch/bytes-after"
assert "$title: $sentence: by its bytes" sh -c '[ -s "$1" ] && [ -z "$(comm -12 "$1" "$2")" ]' sh "$scratch/portrait-bytes" "$scratch/bytes-after"

clause 'so is the picture on which she stands with another who did agree'
sed -n 's/^caption: *//p; s/^alt: *//p' "$here/content/media/opyt-vdvoem.jpg.yaml" >"$scratch/told"
assert "$title: there was such a picture" test -s "$scratch/told"
tell "its words are nowhere" lines_nowhere "$scratch/told"

clause 'where she stood among others there is the common word'
public sees 'Наставник' on programmes/2025-01/
public finds awards/

clause 'no older site is left beside the new one'
assert "$title: $sentence" test "$(find "$scratch" -maxdepth 1 -name '*public*' | wc -l)" -eq 1

clause 'the audit, which shares no code with the builder, finds nothing'
assert "$title: $sentence" "$RUBRIKA" audit -C "$here" --as-of $day "$folder"

clause 'explain says why: the rule, the clause of the school, the day'
"$RUBRIKA" explain -C "$here" --as-of $day --lang ru content/mentors/berestneva.md >"$scratch/explained" 2>&1
for words in 'Не публикуется с 2026-11-20' 'согласие отозвано (withdrawn)' 'content/people/berestneva.yaml:14' 'правило 3' 'п. 8.5'; do
	assert "$title: $sentence: «$words»" grep -qF -e "$words" "$scratch/explained" || cat "$scratch/explained"
done
assert "$title: $sentence: and not her name" sh -c '! grep -iE "Берестнев|Игнатьевн" "$1"' sh "$scratch/explained"

clause 'diff says what the public no longer sees'
"$RUBRIKA" diff HEAD~1 HEAD -C "$here" --as-of $day --lang ru >"$scratch/diff" 2>&1
assert "$title: $sentence: her page" grep -q 'исчезнет  mentors/berestneva/' "$scratch/diff"
assert "$title: $sentence: one mentor fewer" grep -qE 'изменится  mentors: [0-9]+ → [0-9]+' "$scratch/diff"

finish
