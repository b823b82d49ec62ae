#!/bin/sh
# The law of dates from history: "updated" is the day of the last commit in which
# the public part of a record changed, as it is told today. A commit that touches
# only what is withheld moves nothing; authors, messages and ids are never
# published; a shallow clone is an error, unless no such dates are wanted.
. "$(dirname "$0")/../book.sh"
law 'dates from history'

school
mentor ivanova Иванова Мария Петровна
agrees_to_be_named ivanova
saved 2026-01-10

clause 'the day of the first commit'
on 2026-03-01
public sees '2026-01-10' on sitemap.xml

clause 'a public change moves it'
page_of ivanova 'subjects: [физика]'
saved 2026-01-20
public sees 'mentors/ivanova/' on sitemap.xml
public sees '2026-01-20' on sitemap.xml
keep

clause 'a commit that touches only closed fields moves nothing'
page_of ivanova 'payment: надбавка с января'
card ivanova 'note: просила не звонить'
saved 2026-02-10
same_as_kept

clause 'nor one that touches what she has not agreed to show'
card ivanova 'phone: +7 (000) 111-22-33'
page_of ivanova 'category: высшая'
saved 2026-02-11
same_as_kept

clause 'nor a person whom nobody is shown, nor a commit of nothing'
mentor zotova Зотова Раиса Львовна
saved 2026-02-12
saved 2026-02-13
same_as_kept

clause 'the author, the message and the id of a commit are nowhere'
saved 2026-02-14 'Прохорова Агния' 'исправлена неразбериха у Прохоровой'
public nowhere sees 'Прохоров'
public nowhere sees 'неразбериха'
public nowhere sees "$(git -C "$here" rev-parse --short=10 HEAD)"
same_as_kept

clause 'a later consent tells of older changes by today: what she agrees to today had its last change then'
agrees ivanova to 'contacts' signed 2026-02-15
saved 2026-02-20
public sees '111-22-33' on mentors/ivanova/
differs_from_kept

clause 'a shallow clone is an error'
git clone -q --depth 1 "file://$here" "$scratch/shallow"
# shallow OPTION…
shallow() {
	"$RUBRIKA" build -q -C "$scratch/shallow" --lang en --as-of 2026-03-01 -o "$scratch/out" "$@" >"$scratch/said" 2>&1
}
shallow
status=$?
assert "$title: $sentence" test $status -eq 3
assert "$title: it says so" grep -q '\[shallow-clone\]' "$scratch/said"
assert "$title: and makes nothing" test ! -e "$scratch/out"
clause 'unless no dates are wanted (--no-history): then there are none'
assert "$title: $sentence" shallow --no-history
assert "$title: the map of the site tells no days" sh -c '! grep -q lastmod "$1"' sh "$scratch/out/sitemap.xml"

finish
