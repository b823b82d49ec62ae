#!/bin/sh
# The law of silence: diagnostics, explain and logs name file, line, column and
# field, never a withheld value. (Every diagnostic, every field: tests/property/silence.sh.)
. "$(dirname "$0")/../book.sh"
law 'silence'

# said COMMAND…: all that it says, in each language and form, goes to one file.
said() {
	: >"$scratch/all"
	for language in ru en; do
		for format in text json github; do
			"$RUBRIKA" "$@" -v -C "$here" --worktree --as-of 2026-03-01 --lang $language --format $format >>"$scratch/all" 2>&1
		done
	done
}

# silent WORD…: none of them was said, though something was.
silent() {
	[ -s "$scratch/all" ] || return 1
	for word; do
		! grep -F -e "$word" "$scratch/all" || return 1
	done
}

school 'namesakes: [Зотово]'
mentor zotova Зотова Раиса Львовна
card zotova 'phone: +7 (000) 111-22-33'
card zotova 'note: тайная записка'
page_of zotova 'payment: надбавка'
mentee somov Сомов Илья
page_of somov 'needs: страх перед выступлениями'
programme 2025-01 zotova somov

clause 'explain says why a person is not shown, without a word of hers'
said explain mentors/zotova.yaml
assert "$title: $sentence" silent Зотов Раис Львовн 111-22 записк надбавк
assert "$title: $sentence: but by what rule" grep -q 'rule 3\|правило 3' "$scratch/all"
said explain people/zotova.yaml:phone
assert "$title: nor her number, when asked of that" silent Зотов 111-22
said explain mentees/somov.yaml:needs
assert "$title: nor the needs of a pupil" silent Сомов Илья страх
said explain mentees/somov.yaml
assert "$title: nor his name" silent Сомов Илья страх

clause 'check names the place where her surname stands in a public text, not the surname'
printf -- '---\ntitle: Вечер\ndate: 2026-01-01\n---\nОткрыла Зотова из Зотово.\n' | record news/n.md
said check
assert "$title: $sentence" silent Зотов Раис
assert "$title: $sentence: but file, line and column" grep -q 'content/news/n.md:5:9' "$scratch/all"
rm "$here/content/news/n.md"

clause 'a faulty value is not repeated'
printf 'consents:\n  - {id: "Ж-771", signed: вчера-вечером, by: соседка, covers: [name, тайное]}\nminor_until: 2010-13-45\n' \
	>>"$here/content/people/zotova.yaml"
said check
assert "$title: $sentence" silent Ж-771 вчера соседка тайное 2010-13 Зотов
assert "$title: $sentence: but its field" grep -q 'signed' "$scratch/all"

finish
