#!/bin/sh
# ask.sh: new and init ask on a terminal, and take options in scripts. RUBRIKA is the program's path.
. "$(dirname "$0")/../lib.sh"

case $RUBRIKA in
/*) ;;
*) RUBRIKA=$PWD/$RUBRIKA ;;
esac
cd "$scratch" || exit 1

verdict() {
	if [ "$1" -eq 0 ]; then
		ok "$2"
	else
		not_ok "$2" err
	fi
}

# run WANTED-STATUS COMMAND...: its output is left in the files out and err.
run() {
	wanted=$1
	shift
	"$RUBRIKA" "$@" --as-of 2026-11-20 >out 2>err </dev/null
	got=$?
	[ $got -eq "$wanted" ] || echo "# exit status $got, wanted $wanted: rubrika $*"
	[ $got -eq "$wanted" ]
}

is_silent() { [ ! -s err ]; }
complains() { grep -qF -e "$1" err; }
plain() { grep -v '^ *#' "$1"; }

"$RUBRIKA" init school --model teachers --as-of 2026-11-20 >/dev/null

# --- by options ---

run 0 new person belkina -C school --field Фамилия=Белкина --field given=Анна --field 'День 18-летия=01.09.2030' \
	--field 'согласие: номер=С: 7' --field 'consents.covers=имя, фото' && is_silent && cat >wanted <<'END' &&
family: Белкина
given: Анна
minor_until: 2030-09-01
consents:
  - id: "С: 7"
    signed: 2026-11-20
    by: self
    covers:
      - name
      - photo
END
	plain school/content/people/belkina.yaml | diff wanted - >err
verdict $? 'new takes values by name and by title, written as people write them'
run 0 new mentor belkina -C school --field 'Человек=Белкина Анна' --field order.number=5 --field order.date=1.9.2026 \
	--field 'subjects=физика, химия' --field available=да --field 'body=Умеет объяснять.' && cat >wanted <<'END' &&
---
person: belkina
order:
  number: 5
  date: 2026-09-01
available: true
subjects:
  - физика
  - химия
---
Умеет объяснять.
END
	plain school/content/mentors/belkina.md | diff wanted - >err
verdict $? 'names, lists, fields inside fields and the body too'
run 0 check -C school --worktree --strict && is_silent
verdict $? 'and the records pass the check'
for value in nonsense=1 since=вчера available=возможно forms=диктант 'order.date=31.02.2026' person= order=5; do
	run 2 new mentor novyj -C school --field "$value" && complains '[usage]' && ! grep -qE 'вчера|возможно|диктант' err
	verdict $? "--field $value is a fault of the command line"
done
run 2 new mentor novyj -C school --field since=01.09.2026 --field 'Наставник с=02.09.2026' && complains дважды
verdict $? 'so is a field that is given twice'
run 2 new mentor novyj -C school --field since
verdict $? 'and one without a value'
[ ! -e school/content/mentors/novyj.md ]
verdict $? 'and nothing is written'
run 0 init named --school 'МБОУ «Школа № 5»' --short-name 'Школа № 5' --site school5.example --model pupils &&
	grep -q '^  short_name: "Школа № 5"$' named/content/site.yaml && grep -q '^  site: https://school5.example/$' named/content/site.yaml &&
	grep -q '^base_url: https://school5.example/nastavnichestvo/$' named/content/site.yaml &&
	run 0 check -C named --worktree --strict && is_silent
verdict $? 'init takes names and the address of the site'
run 2 init bad --site 'https://a b/' && run 2 init bad --short-name '' && [ ! -e bad ]
verdict $? 'a wrong address is a fault of the command line'

# --- on a terminal ---

if ! command -v script >/dev/null; then
	skipped 'questions on a terminal' 'no script(1)'
	finish
fi

# terminal COMMAND... <ANSWERS: as if someone typed the answers.
terminal() {
	script -qec "$*" /dev/null >out 2>err
}

printf 'МБОУ «Школа № 7»\nШкола № 7\nschool7.example\n2\n' | terminal "$RUBRIKA" init asked &&
	grep -q '^  name: "МБОУ «Школа № 7»"$' asked/content/site.yaml && grep -q '^  short_name: "Школа № 7"$' asked/content/site.yaml &&
	grep -q '^  site: https://school7.example/$' asked/content/site.yaml && grep -q '^model: pupils$' asked/content/policy.yaml
verdict $? 'init asks for the school, its short name, its site and the model'
printf '\n\n\n\n' | terminal "$RUBRIKA" init usual && grep -q '^  name: "Наша школа"$' usual/content/site.yaml &&
	grep -q '^model: teachers$' usual/content/policy.yaml
verdict $? 'empty answers take what is offered'

printf '\nСоснова\nМария\n\n' | terminal "$RUBRIKA" new person sosnova -C school && printf 'family: Соснова\ngiven: Мария\n' >wanted &&
	plain school/content/people/sosnova.yaml | diff wanted - >err && grep -q 'Фамилия (в именительном падеже)' out &&
	grep -q 'пуст' out && grep -q 'given: Мария' out
verdict $? 'new asks for what is required, again where the answer will not do, and shows the file'
printf '\n\n' | terminal "$RUBRIKA" new mentor sosnova -C school && grep -q '^person: sosnova$' school/content/mentors/sosnova.md
verdict $? 'an empty answer takes the record of the same id'
printf '2026-77\nПервый год\nпедагог – педагог\nБелкина Анна\nobrazec-nastavlyaemyj\n31.02.2026\n01.09.2026\n31.05.2027\nда\n' |
	terminal "$RUBRIKA" new programme pervyj-god -C school --as-of 2026-09-01 && grep -q 'такой день должен быть в календаре' out && cat >wanted <<'END' &&
---
number: 2026-77
title: Первый год
form: teacher-teacher
mentors:
  - belkina
mentees:
  - obrazec-nastavlyaemyj
order:
  number: "Номер"
  date: 2026-09-01
start: 2026-09-01
end: 2027-05-31
---
END
	plain school/content/programmes/pervyj-god.md | diff wanted - >err
verdict $? 'each answer is judged at once, in words as people write them'
run 0 check -C school --worktree && ! complains error
verdict $? 'what was asked for passes the check'
printf 'Кленова\nАнна\nнет\n' | terminal "$RUBRIKA" new person klenova -C school
[ ! -e school/content/people/klenova.yaml ]
verdict $? 'nothing is written when the answer is no'
printf 'Кленова\n' | terminal "$RUBRIKA" new person klenova -C school
[ ! -e school/content/people/klenova.yaml ]
verdict $? 'nor when the answers end'
printf 'Анна\nда\n' | terminal "$RUBRIKA" new person klenova -C school --field family=Кленова &&
	! grep -q 'Фамилия (' out && grep -q '^family: Кленова$' school/content/people/klenova.yaml
verdict $? 'what an option says is not asked for'
finish
