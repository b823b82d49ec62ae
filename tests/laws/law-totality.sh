#!/bin/sh
# The law of totality: any input gives a complete site and exit status 0, or
# located diagnostics, another status, and the output folder as it was.
. "$(dirname "$0")/../book.sh"
law 'totality'

folder=$scratch/public
school
mentor ivanova Иванова Мария Петровна
agrees_to_be_named ivanova
mkdir "$folder"
"$RUBRIKA" build -q -C "$here" --worktree --as-of 2026-03-01 -o "$folder"
find "$folder" -type f -exec cksum {} + | sort >"$scratch/before"
cp -R "$here" "$scratch/sound"

# A build into the folder that is there: its status is $1, something is said of a place like $2, nothing has moved.
spoiled() {
	status=0
	"$RUBRIKA" build -q -C "$here" --worktree --lang en --as-of 2026-03-01 -o "$folder" >"$scratch/said" 2>&1 || status=$?
	find "$folder" -type f -exec cksum {} + | sort >"$scratch/after"
	cat "$scratch/said"
	[ $status -eq "$1" ] && grep -q "^$2: error: .*\[[a-z0-9-]*\]$" "$scratch/said" && cmp "$scratch/before" "$scratch/after" &&
		[ "$(find "$scratch" -maxdepth 1 -name '*public*' | wc -l)" -eq 1 ]
	verdict=$?
	rm -rf "$here"
	cp -R "$scratch/sound" "$here"
	return $verdict
}

echo 'fmaily: Жукова' | record people/zhukova.yaml
assert "$title: a mistaken field" spoiled 1 'content/people/zhukova.yaml:1:1'
printf 'family: "Жукова\ngiven: Ольга\n' | record people/zhukova.yaml
assert "$title: no YAML at all" spoiled 1 'content/people/zhukova.yaml:[0-9]*:[0-9]*'
printf 'family: \377\376\ngiven: Ольга\n' | record people/zhukova.yaml
assert "$title: no text at all" spoiled 1 'content/people/zhukova.yaml:1:9'
: | record people/zhukova.yaml
assert "$title: an empty file" spoiled 1 'content/people/zhukova.yaml:[0-9]*:[0-9]*'
printf -- '---\ntitle: Н\ndate: 2026-02-30\n---\n<b>жирно</b>\n' | record news/n.md
assert "$title: a day that there is not" spoiled 1 'content/news/n.md:3:7'
printf 'person: nobody\n' | record mentors/nobody.yaml
assert "$title: a reference to nobody" spoiled 1 'content/mentors/nobody.yaml:1:9'
head -c 3000 /dev/zero | record media/klass.png
echo 'alt: Кабинет' | record media/klass.png.yaml
printf -- '---\ntitle: Н\ndate: 2026-01-01\nimage: media/klass.png\n---\nТекст.\n' | record news/n.md
assert "$title: a picture of nothing" spoiled 1 'content/[a-z/.]*:[0-9]*:[0-9]*'
rm "$here/content/site.yaml"
assert "$title: no school" spoiled 1 'content/site.yaml:[0-9]*:[0-9]*'
mentor zotova Зотова Раиса Львовна
printf -- '---\ntitle: Вечер ведёт Зотова\ndate: 2026-01-01\n---\nТекст.\n' | record news/n.md
assert "$title: a withheld name in a public text" spoiled 1 'content/news/n.md:2:20'
rm -rf "$here/content"
assert "$title: nothing to read" spoiled 3 'rubrika'

clause 'sound again: a whole site'
assert "$title: $sentence" "$RUBRIKA" build -q -C "$here" --worktree --as-of 2026-03-01 -o "$folder"
find "$folder" -type f -exec cksum {} + | sort >"$scratch/after"
assert "$title: $sentence, the same as before" cmp "$scratch/before" "$scratch/after"

finish
