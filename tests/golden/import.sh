#!/bin/sh
# import.sh: tables as Excel saves them become records, all of them or none. RUBRIKA is the program's path.
. "$(dirname "$0")/../lib.sh"

case $RUBRIKA in
/*) ;;
*) RUBRIKA=$PWD/$RUBRIKA ;;
esac
tables=$root/tests/tables
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
	command=$1
	shift
	"$RUBRIKA" "$command" --as-of 2026-11-20 "$@" >out 2>err </dev/null
	got=$?
	[ $got -eq "$wanted" ] || echo "# exit status $got, wanted $wanted: rubrika $command $*"
	[ $got -eq "$wanted" ]
}

is_silent() { [ ! -s err ]; }
says() { grep -qF -e "$1" out; }
files() { find "$1" -type f -exec cksum {} + | LC_ALL=C sort; }

"$RUBRIKA" init school --model teachers --as-of 2026-11-20 >/dev/null

# --- templates ---

for kind in people mentors mentees programmes partners; do
	run 0 import --template $kind && is_silent && mv out $kind.csv && head -c 3 $kind.csv | od -An -tx1 | grep -q 'ef bb bf'
	verdict $? "the template of $kind opens in Excel as UTF-8"
	run 0 import $kind $kind.csv -C school --write && is_silent && [ -f "$(head -n 1 out)" ]
	verdict $? "and is imported as it is"
done
run 0 check -C school --worktree --strict && is_silent
verdict $? 'what the templates make passes the check without a warning'
files school >before
for kind in people mentors mentees programmes partners; do
	run 1 import $kind $kind.csv -C school --write && grep -q '\[cell-exists\]' err && files school | cmp -s - before
	verdict $? "$kind that are there are not imported again"
done
run 2 import --template news && run 2 import && run 2 import people && run 2 import nonsense people.csv
verdict $? 'other kinds have no template, and a table is needed'
run 3 import people nowhere.csv -C school && run 3 import people people.csv -C nowhere
verdict $? 'a table or a folder that is not there is a fault of the environment'

# --- windows-1251, as the Russian Excel saves it ---

! iconv -f utf-8 -t utf-8 "$tables/people.csv" >/dev/null 2>&1
verdict $? 'the table of people is not in UTF-8'
run 0 import people "$tables/people.csv" -C school && is_silent && files school | cmp -s - before
verdict $? 'without --write nothing is written'
cat >wanted <<'END'
school/content/people/tikhostrueva.yaml
school/content/people/tikhostrueva-ms.yaml
school/content/people/yolkin-dubravin.yaml
END
head -n 3 out | cmp -s - wanted
verdict $? 'but the files are named: namesakes by their initials'
run 0 import people "$tables/people.csv" -C school --write -q && is_silent && cmp -s out wanted
verdict $? 'with --write they are'
cat >wanted <<'END'
family: Тихоструева
given: Мария
patronymic: Петровна
position: "учитель \"Лицея № 5\"; завуч"
phone: "+7 900 000-00-01"
staff: true
consents:
  - id: С-1
    signed: 2026-09-01
    by: self
    until: 2027-08-31
    covers:
      - name
      - position
      - role
  - id: С-2
    signed: 2026-09-02
    by: self
    covers:
      - photo
    conditions: |-
      Только на странице
      наставников.
END
diff wanted school/content/people/tikhostrueva.yaml >err
verdict $? 'quotes, line breaks, days, words and two consents of one person arrive'
cat >wanted <<'END'
family: Ёлкин-Дубравин
given: Пётр
minor_until: 2030-05-15
consents:
  - id: С-3
    signed: 2026-09-03
    by: representative
    covers:
      - short_name
      - role
END
diff wanted school/content/people/yolkin-dubravin.yaml >err
verdict $? 'so does a pupil whose representative agreed'
run 0 check -C school --worktree --as-of 2026-09-02 --strict && is_silent
verdict $? 'what was imported passes the check without a warning'

# --- faults ---

# complains TABLE KIND <<LINES: all that is said, in Russian, and nothing is written.
complains() {
	files school >before
	run 1 import "$2" "$1" -C school --write && [ ! -s out ] && files school | cmp -s - before &&
		sed 's/.*\.csv:/t.csv:/' err >said && cat >wanted && diff wanted said >err
}
complains "$tables/people-faulty.csv" people <<'END'
t.csv:2:2: error: ячейка B2 («Имя»): обязательна, а пуста [cell-empty]
t.csv:3:4: error: ячейка D3 («Педагог этой школы»): нужно «да» или «нет» [cell-flag]
t.csv:3:5: error: ячейка E3 («День 18-летия»): нужна дата вида 01.09.2025, и такой день должен быть в календаре [cell-date]
t.csv:4:8: error: ячейка H4 («Согласие: кто»): такого слова нет; возможны: self (сам человек); representative (законный представитель) [cell-word]
t.csv:4:9: error: ячейка I4 («Согласие: категории»): такого слова нет; возможны: name (фамилия, имя, отчество); short_name (фамилия и инициалы); position (должность, место работы, класс); role (участие наставником или наставляемым); photo (фотография); portfolio (портфолио); contacts (телефон и электронная почта); awards (награды) [cell-word]
t.csv:5:4: error: ячейка D5 («Педагог этой школы»): не то, что в строке 4 об этой же записи [cell-differs]
t.csv:5:8: error: ячейка H5 («Согласие: кто»): обязательна, а пуста [cell-empty]
t.csv:6:1: error: ячейка A6 («Фамилия»): обязательна, а пуста [cell-empty]
t.csv:6:10: error: ячейка J6: над ней нет заголовка [cell-stray]
END
verdict $? 'every cell at fault is named, and nothing is written'
! grep -qE 'Секретов|Тайнов|Скрытников|возможно|глаза|мама|лишнее' said
verdict $? 'no value of a cell is repeated'
complains "$tables/programmes-faulty.csv" programmes <<'END'
t.csv:2:1: error: ячейка A2 («number»): такая запись уже есть: programmes/2026-101.md [cell-exists]
t.csv:2:9: error: ячейка I2 («order.date»): обязательна, а пуста [cell-empty]
t.csv:3:1: error: ячейка A3 («number»): поле «number»: нужны латинские буквы, цифры и дефис, первым — буква или цифра [cell-fault]
t.csv:3:3: error: ячейка C3 («form»): такого названия нет в policy.yaml, список forms [cell-vocab]
t.csv:3:4: error: ячейка D3 («mentors»): в mentors/ нет такой записи [cell-ref]
t.csv:3:5: error: ячейка E3 («mentees»): в mentees/ нет такой записи [cell-ref]
t.csv:3:7: error: ячейка G3 («end»): обязательна, а пуста [cell-empty]
END
verdict $? 'so are a wrong number, an unknown form and unknown people'
printf 'Имя;Цвет глаз\r\nАнна;карие\r\n' >columns.csv
complains columns.csv people <<'END'
t.csv:1:1: error: нет обязательного столбца «Фамилия» (family) [column-missing]
t.csv:1:2: error: столбец B1: такого поля у записей people/ нет [column-unknown]
END
verdict $? 'a missing column is told once, an unknown one by its letter'
printf 'Фамилия;Имя\r\n' >empty.csv && complains empty.csv people <<'END'
t.csv:1:1: error: в таблице нет ни одной строки под заголовками [no-rows]
END
verdict $? 'a table without rows is a fault'
printf 'Фамилия;Имя\r\nПетров;"Иван\r\n' >open.csv && complains open.csv people <<'END'
t.csv:2:2: error: кавычка в таблице открыта и не закрыта: прочитать её дальше нельзя [quote-open]
END
verdict $? 'so is a quote that does not end'
printf 'id;Фамилия;Имя\r\npetrov;Петров;Иван\r\npetrov;Петров;Семён\r\nПётр;Петров;Пётр\r\n' >ids.csv
complains ids.csv people <<'END'
t.csv:3:1: error: ячейка A3 («id»): такая запись уже есть: people/petrov.yaml [cell-exists]
t.csv:4:1: error: ячейка A4 («id»): нужны строчные латинские буквы, цифры и дефис внутри, до 64 знаков [cell-id]
END
verdict $? 'and an id that is taken, or is none'
printf 'Фамилия;Имя\r\n李;Анна\r\n' >nameless.csv && complains nameless.csv people <<'END'
t.csv:2:1: error: ячейка A2 («Фамилия»): имени файла из этого не составить [cell-no-id]
END
verdict $? 'so is a name that no file name can be made of'
printf 'Человек\r\nТихоструева Мария\r\n' >many.csv && complains many.csv mentors <<'END'
t.csv:2:1: error: ячейка A2 («Человек»): в people/ таких записей несколько [cell-ref-many]
END
verdict $? 'and a name that two people have'
finish
