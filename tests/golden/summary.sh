#!/bin/sh
# summary.sh: the line that ends a check and a build. RUBRIKA is the program's path.
. "$(dirname "$0")/../lib.sh"

case $RUBRIKA in
/*) ;;
*) RUBRIKA=$PWD/$RUBRIKA ;;
esac
cd "$scratch" || exit 1
cp -R "$root/tests/golden/base" tree

verdict() {
	if [ "$1" -eq 0 ]; then
		ok "$2"
	else
		not_ok "$2" out
	fi
}

# run COMMAND...: its output is left in the files out and err.
run() {
	command=$1
	shift
	"$RUBRIKA" "$command" -C tree --worktree --as-of 2026-11-20 "$@" >out 2>err </dev/null
}

records=$(find tree/content -mindepth 2 \( -name '*.md' -o -name '*.yaml' \) ! -path '*/media/*' | wc -l)
run check && grep -qE "^Ошибок нет\. Записей: $records(; скрыто: .*)?\. Время: [0-9]+,[0-9] с\.\$" out && [ ! -s err ]
verdict $? 'check ends with the records, what is withheld and the time'
run check --lang en && grep -qE "^No faults\. Records: $records(; withheld: .*)?\. Time: [0-9]+\.[0-9] s\.\$" out
verdict $? 'in English too'
run build --no-compress -o public && pages=$(find public -name '*.html' | wc -l) && [ "$pages" -gt 0 ] &&
	grep -qE "^Готово: public — страниц: [0-9]+\. Записей: $records(; скрыто: .*)?\. Время: [0-9]+,[0-9] с\.\$" out && [ ! -s err ]
verdict $? 'build adds the pages'
run check -q && [ ! -s out ] && [ ! -s err ] && run build -q --no-compress -o public && [ ! -s out ] && [ ! -s err ]
verdict $? '-q says nothing when all is well'
printf '%s\n' '---' 'title: Черновик' 'date: 2026-01-01' 'draft: true' '---' >tree/content/news/chernovik.md
run check && grep -qF 'скрыто: черновики — 1' out
verdict $? 'a draft is counted among what is withheld'
sed -i '/^date/d' tree/content/news/chernovik.md && ! run check && grep -qx 'Ошибок: 1, предупреждений: 0\.' out
verdict $? 'of records with errors only these are counted'
finish
