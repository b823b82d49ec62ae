#!/bin/sh
# The law of order: lists and neighbours go by public values only, never by file
# name, ID or commit of what is withheld.
. "$(dirname "$0")/../book.sh"
law 'order'

# order_on PAGE WORD…: the words stand on the page in this order.
order_on() {
	page=$(file_of "$1")
	shift
	sed -n '/<main/,$p' "$page" | sed 's/&nbsp;/ /g' >"$scratch/main"
	last=0
	for word; do
		at=$(grep -n -m 1 -F -e "$word" "$scratch/main" | cut -d: -f1)
		[ -n "$at" ] && [ "$at" -gt "$last" ] || { echo "$word: line ${at:-none} after $last" && return 1; }
		last=$at
	done
}

clause 'mentors stand by name, whatever their files are called'
school
mentor zzz Абрамова Алла Юрьевна
mentor mmm Белова Вера Павловна
mentor aaa Яковлева Яна Олеговна
agrees_to_be_named zzz mmm aaa
on 2026-03-01
tell 'Абрамова, Белова, Яковлева' order_on mentors/ 'Абрамова' 'Белова' 'Яковлева'

clause 'in a programme, those not named come in no order that would tell who they are'
a_group() {
	school
	mentor ivanova Иванова Мария Петровна
	agrees_to_be_named ivanova
	mentee "$1" Абрамова Алла
	mentee "$2" Сомов Илья
	mentee "$3" Яковлева Яна
	agrees_to_be_named "$2"
	programme 2025-01 ivanova "$4"
}
a_group a b c 'a, b, c'
keep
a_group c b a 'a, b, c'
same_as_kept
a_group x y z 'z, x, y'
same_as_kept

clause 'programmes stand by start and number, not by the names of files'
school
mentor ivanova Иванова Мария Петровна
mentee somov Сомов Илья
for pair in 2025-02:aaa 2025-10:bbb 2025-01:ccc; do
	printf 'number: %s\ntitle: Программа\nform: teachers\nmentors: [ivanova]\nmentees: [somov]\nstart: 2025-09-01\nend: 2026-05-31\n' \
		"${pair%:*}" | record "programmes/${pair#*:}.yaml"
done
on 2026-03-01
keep
mv "$here/content/programmes/aaa.yaml" "$here/content/programmes/zzz.yaml"
changed
same_as_kept

clause 'awards of one day stand by what is told of them, not by file'
two_awards() {
	school
	person ivanova Иванова Мария Петровна
	person somov Сомов Илья Ильич
	agrees ivanova to 'name, awards' signed 2025-09-01
	agrees somov to 'name, awards' signed 2025-09-01
	printf 'person: ivanova\ntitle: Благодарность\ndate: 2026-01-01\n' | record "awards/$1.yaml"
	printf 'person: somov\ntitle: Благодарность\ndate: 2026-01-01\n' | record "awards/$2.yaml"
}
two_awards first second
public sees 'Сомов Илья Ильич' on awards/
keep
two_awards second first
same_as_kept

finish
