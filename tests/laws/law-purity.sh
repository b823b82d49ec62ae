#!/bin/sh
# The law of purity: the site is a function of the content, its public history, the day, the theme and the
# version of the program; of nothing else. (The demonstration content under many circumstances at once:
# tests/golden/determinism.sh.)
. "$(dirname "$0")/../book.sh"
law 'purity'

school
mentor ivanova Иванова Мария Петровна
agrees_to_be_named ivanova
picture media/klass.png
echo 'alt: Кабинет' | record media/klass.png.yaml
printf -- '---\ntitle: Новость\ndate: 2026-01-01\nimage: media/klass.png\n---\nТекст.\n' | record news/n.md
on 2026-03-01
keep

# again VARIABLE=VALUE…: the same school, built anew in other circumstances.
again() {
	rm -rf "$sites"
	mkdir "$sites"
	env "$@" "$RUBRIKA" build -q -C "$here" --worktree --as-of "$day" -o "$sites/$day" ${threads:-} >"$scratch/said" 2>&1 ||
		rm -rf "${sites:?}/$day"
	same_as_kept
}

clause 'not of the time zone of the machine'
again TZ=Asia/Kamchatka
clause 'not of the language of the user'
again LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 LANGUAGE=tr
clause 'not of the name of the user, nor of the home folder'
again HOME=/nonexistent USER=somebody LOGNAME=somebody
clause 'not of the clock that a packager sets, when the day is said'
again SOURCE_DATE_EPOCH=1000000000
clause 'not of the number of threads'
threads='-j 1'
again TZ=UTC
threads='-j 7'
again TZ=UTC
threads=

clause 'not of the times of files'
find "$here" -exec touch -d 2001-02-03T04:05:06Z {} +
again TZ=UTC

clause 'not of the folder it lies in'
mv "$here" "$scratch/another school"
here="$scratch/another school"
again TZ=UTC
public nowhere sees "$scratch"

clause 'not of the site that was there before'
rm -rf "$sites"
on 2025-01-01
look
mv "$sites/2025-01-01" "$sites/2026-03-01"
on 2026-03-01
"$RUBRIKA" build -q -C "$here" --worktree --as-of "$day" -o "$sites/$day" >"$scratch/said" 2>&1
same_as_kept

finish
