#!/bin/sh
# report.sh: the annual report goes to the school and never to the site. RUBRIKA is the program's path.
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
	command=$2
	shift 2
	"$RUBRIKA" "$command" -C "$root" --worktree --as-of 2026-11-20 "$@" >out 2>err </dev/null
	got=$?
	[ $got -eq "$wanted" ] || echo "# exit status $got, wanted $wanted: rubrika $command $*"
	[ $got -eq "$wanted" ]
}

is_silent() { [ ! -s err ]; }
says() { grep -qF -e "$1" out; }

run 0 report 2025 && is_silent && says '# Отчёт о реализации наставничества за 2025/26 учебный год' &&
	says 'Период: 1 сентября 2025' && says 'Сведения на 31 августа 2026' && says '## 7. Согласия' && says '20\_\_ г.'
verdict $? 'the report has its heading, period, sections and places for signatures'
cp out 2025.md
run 0 report 2026 && is_silent && says 'Сведения на 20 ноября 2026'
verdict $? 'while the year lasts the figures are of the day'
sed -n 's/^\(family\|given\|patronymic\|email\|phone\): *"*\([^"]*\)"*$/\2/p' "$root"/content/people/*.yaml | sort -u >values
[ -s values ] && ! grep -qF -f values 2025.md
verdict $? 'it names nobody'
run 0 report 2025 -o otchet.md --xlsx otchet.xlsx && is_silent && [ ! -s out ] && cmp -s otchet.md 2025.md
verdict $? 'with -o and --xlsx it goes to files'
if command -v unzip >/dev/null && command -v xmllint >/dev/null; then
	unzip -q otchet.xlsx -d book && xmllint --noout book/xl/worksheets/sheet1.xml 2>err &&
		grep -q '<c r="E2"><v>[0-9]*</v></c>' book/xl/worksheets/sheet1.xml && grep -q 'По формам наставничества' book/xl/worksheets/sheet1.xml
	verdict $? 'the workbook has a row a number, and they are numbers'
else
	skipped 'the workbook has a row a number, and they are numbers' 'no unzip or no xmllint'
fi

# --- never on the site ---

mkdir -p site/data public link && touch site/.rubrika-manifest && ln -s ../site link/back
for place in site/otchet.md site/data/otchet.md public/otchet.md link/back/otchet.md; do
	run 2 report 2025 -o $place && grep -qF '[report-in-output]' err && [ ! -e $place ]
	verdict $? "-o $place is refused"
	run 2 report 2025 --xlsx $place && grep -qF '[report-in-output]' err && [ ! -e $place ]
	verdict $? "so is --xlsx $place"
done
"$RUBRIKA" report 2025 -C "$root" --worktree >site/otchet.md 2>err
[ $? -eq 2 ] && [ ! -s site/otchet.md ]
verdict $? 'and standard output that is a file of a site'
run 2 report 2025 -o otchet2.md --xlsx site/otchet.xlsx && [ ! -e otchet2.md ]
verdict $? 'of two files none is written when one is refused'

# --- the year ---

run 2 report && run 2 report x && run 2 report 2027 && run 2 report 2025 2026
verdict $? 'a year is needed, one that has begun'
run 0 report 2026 --as-of 2026-09-01 && run 2 report 2026 --as-of 2026-08-31
verdict $? 'it begins on 1 September'
run 3 report 2025 -o nowhere/otchet.md
verdict $? 'a folder that is not there is a fault of the environment'
finish
