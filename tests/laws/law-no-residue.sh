#!/bin/sh
# The law of no residue: what is no longer public is gone from the output folder
# after the next build. (From the published branch with its history: `publish`.)
. "$(dirname "$0")/../book.sh"
law 'no residue'

# Builds into one and the same folder, day after day.
folder=$scratch/public
on_folder() {
	day=$1
	"$RUBRIKA" build -q -C "$here" --worktree --lang en --as-of "$day" -o "$folder" >"$scratch/said" 2>&1
	rm -rf "${sites:?}"
	mkdir "$sites"
	ln -s "$folder" "$sites/$day"
}

school
mentor ivanova Иванова Мария Петровна
card ivanova 'photo: media/portret.png'
picture media/portret.png
agrees ivanova to 'role, name, photo' signed 2025-09-01 until 2026-03-01
printf -- '---\ntitle: Закрытый показ\ndate: 2026-01-01\npublish_until: 2026-03-01\n---\nТекст.\n' | record news/pokaz.md

clause 'while it is public, it is there'
on_folder 2026-03-01
public sees 'Иванова Мария Петровна' on mentors/ivanova/
public sees 'Закрытый показ' on news/
find "$folder/media" -type f | sed 's|.*/||' >"$scratch/pictures"
assert "$title: $sentence: a portrait" test -s "$scratch/pictures"

clause 'the day after, the same folder holds nothing of it'
on_folder 2026-03-02
public nowhere sees 'Иванова'
public nowhere sees 'ivanova'
public nowhere sees 'Закрытый показ'
public finds no mentors/ivanova/
public finds no news/pokaz/
assert "$title: $sentence: nor the portrait" sh -c '! find "$1" -type f | grep -F -f "$2"' sh "$folder" "$scratch/pictures"
assert "$title: $sentence: nor an older folder beside it" test "$(find "$scratch" -maxdepth 1 -name '*public*' | wc -l)" -eq 1

clause 'a record taken out of the content goes too'
printf -- '---\ntitle: Обычная новость\ndate: 2026-01-01\n---\nТекст.\n' | record news/obychnaya.md
on_folder 2026-03-02
public sees 'Обычная новость' on news/
rm "$here/content/news/obychnaya.md"
on_folder 2026-03-02
public nowhere sees 'Обычная новость'
public finds no news/obychnaya/

finish
