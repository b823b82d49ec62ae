#!/bin/sh
# explain.sh: explain, next and diff as a curator, a scheduler and a reviewer meet them. RUBRIKA is the program's path.
. "$(dirname "$0")/../lib.sh"

case $RUBRIKA in
/*) ;;
*) RUBRIKA=$PWD/$RUBRIKA ;;
esac
cd "$scratch" || exit 1
demo="-C $root --worktree --as-of 2026-11-20"

# verdict STATUS NAME
verdict() {
	if [ "$1" -eq 0 ]; then
		ok "$2"
	else
		cat out err >seen
		not_ok "$2" seen
	fi
}

# run WANTED-STATUS COMMAND...: its output is left in the files out and err.
run() {
	wanted=$1
	shift
	"$RUBRIKA" "$@" >out 2>err </dev/null
	got=$?
	[ $got -eq "$wanted" ] || echo "# exit status $got, wanted $wanted: rubrika $*"
	[ $got -eq "$wanted" ]
}

# explain WHAT: of the demo on its day.
explain() {
	# shellcheck disable=SC2086 # options
	run 0 explain "$1" $demo && [ ! -s err ]
}

says() { grep -qF -e "$1" out; }
lacks() { ! grep -qF -e "$1" out; }
complains() { grep -qF -e "$1" err; }
# line N TEXT: is that line of the output just that?
line() { [ "$(sed -n "$1p" out)" = "$2" ]; }

# --- explain: the demo's people ---

explain mentors/podlesnyh.md && line 2 'Не публикуется.' && says 'нет согласия: участие наставником или наставляемым (role)' &&
	says 'content/people/podlesnyh.yaml:8' && says 'правило 3' && says 'п. 8.2 — О реестре наставников (mentors)' &&
	says 'п. 8.5 — О согласиях (consent)'
verdict $? 'one who keeps out of the registry lacks the consent to the part'
explain people/podlesnyh.yaml && line 2 'Публикуется с 2025-09-08.' && says 'Имя полностью: roadmap/' &&
	says 'Общее слово вместо имени: programmes/2026-05/'
verdict $? 'and is named in the road map alone'
explain content/mentors/muhortov.md && line 2 'Не публикуется с 2026-09-30.' && says 'согласие отозвано (withdrawn)' &&
	says 'content/people/muhortov.yaml:15'
verdict $? 'a consent withdrawn is named by its line, and the day it ends by'
explain mentors/krutoyarova.md:photo && line 1 'content/people/krutoyarova.yaml:photo — Фотография' &&
	line 2 'Не публикуется.' && says 'нет согласия: фотография (photo)'
verdict $? 'a photo without consent is asked of the mentor and found on the card'
explain mentors/krutoyarova.md && line 2 'Публикуется с 2025-09-05 по 2027-06-30.' &&
	says 'Фамилия и инициалы: mentors/, mentors/krutoyarova/'
verdict $? 'a mentor of initials is public on two pages'
explain people/troparevskaya.yaml:photo && says 'правило 4' && says 'несовершеннолетний'
verdict $? "a minor's photo is kept by the rule on minors"
run 2 explain mentors/baklushin -C "$root" --worktree
verdict $? 'who is no mentor is no file'

# --- explain: programmes, files, drafts ---

explain programmes/shelestova-krutoyarova.md:results && line 2 'Не публикуется.' &&
	says 'completion.ground' && says 'content/programmes/shelestova-krutoyarova.md:29' && says 'п. 8.3'
verdict $? 'results wait for a ground that the regulation releases'
explain programmes/fizika-2025.md:results.summary && line 2 'Публикуется с 2026-05-27.' && says 'Страницы: programmes/2025-01/'
verdict $? 'results released are public since completion'
explain programmes/baklushin-2026.md:results && line 2 'Не публикуется. Появится 2026-12-18.'
verdict $? 'results to come are told with their day'
explain media/konferenciya.jpg && line 2 'Не публикуется с 2026-09-30.' && says 'content/people/muhortov.yaml' &&
	says 'правило 6' && lacks 'Мухортов'
verdict $? 'of a picture it is told who does not agree, by the path of the card'
explain media/staraya-afisha.png && says 'ни одна запись на файл не ссылается'
verdict $? 'a picture that nothing refers to stays away'
explain news/chernovik-o-premiyah.md && says 'черновик' && says 'правило 11'
verdict $? 'a draft is a draft'
explain programmes/fizika-2025.md:difficulties && says 'поле закрытое: не публикуется никогда' && lacks 'сама запись публикуется'
verdict $? 'a closed field is never published'
explain site.yaml:school.name && line 2 'Публикуется.' && says 'Страницы: все страницы раздела'
verdict $? 'an open field of the site stands on every page'

# --- explain: forms and faults ---

# shellcheck disable=SC2086 # options
run 0 explain mentors/krutoyarova.md $demo --format json && says '"public": true' && says '"since": "2025-09-05"' &&
	says '"until": "2027-06-30"' && says '"page": "mentors/krutoyarova/"' && says '"name": "brief"' && says '"rule": 3' &&
	says '"consent": "п. 8.5"'
verdict $? 'JSON has the same parts'
# shellcheck disable=SC2086 # options
run 0 explain mentors/krutoyarova.md $demo --lang en && line 2 'Public since 2025-09-05 until 2027-06-30.' &&
	says 'Family name and initials: mentors/' && says 'What there is:'
verdict $? 'English too'
run 2 explain -C "$root" --worktree && [ ! -s out ] && complains '[usage]'
verdict $? 'no path is a fault of the command line'
run 2 explain mentors/nobody.md -C "$root" --worktree && [ ! -s out ] && complains 'mentors/nobody.md'
verdict $? 'so is an unknown path'
run 2 explain mentors/berestneva.md:experience -C "$root" --worktree && [ ! -s out ] && complains 'experience_years'
verdict $? 'so is an unknown field, with the nearest'
run 2 explain a b -C "$root" && run 3 explain a -C nowhere
verdict $? 'so are two paths; a repository that is not there is a fault of the environment'

# --- explain: silence ---

# Every record, and of those that say most of people every field.
for file in "$root"/content/*/*.md "$root"/content/*/*.yaml "$root"/content/*.yaml; do
	path=${file#"$root"/}
	echo "$path"
	case $path in */mentors/* | */mentees/* | */people/[a-l]*) ;; *) continue ;; esac
	sed -n '/^[a-z_]*:/s/^\([a-z_]*\):.*/\1/p' "$file" | sed "s|^|$path:|"
done >asked
while read -r what; do
	# shellcheck disable=SC2086 # options
	"$RUBRIKA" explain "$what" $demo || echo "# $what"
done <asked >out 2>err
[ ! -s err ] && [ "$(grep -c '^Публикуется\|^Не публикуется' out)" -eq "$(wc -l <asked)" ]
verdict $? 'every record of the demo is explained'
# Texts of 12 letters or more, by key, line or list item, and whatever the cards say of people; not the words of the schema.
# shellcheck disable=SC2038 # names of records have no blanks
find "$root/content" -name '*.md' -o -name '*.yaml' ! -name policy.yaml | xargs sed "
	s/^ *- //
	s/^ *[a-z_]*: *//
	s/^[\"'{]*//
	s/[\"'}]*\$//
	/^media\//d
	/^[]0-9a-z_.: ,\[/-]*\$/d" | awk 'length($0) >= 24' >values
sed -n 's/^\(family\|patronymic\|email\|phone\): *//p; s/^  - id: *//p' "$root"/content/people/*.yaml >>values
cp out said
grep -oF -f values said | sort -u >out
[ "$(wc -l <values)" -gt 500 ] && [ ! -s out ]
verdict $? 'and none of it repeats what a record holds'

# --- next ---

day=2025-08-01
: >dates
while "$RUBRIKA" next -C "$root" --worktree --as-of "$day" >out 2>err && head -n 1 out | grep -qE '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'; do
	[ "$(wc -l <out)" -gt 1 ] || echo "# no reason on $(head -n 1 out)"
	day=$(head -n 1 out)
	echo "$day" >>dates
done
line 1 'Сам по себе раздел больше не изменится.' && [ "$(wc -l <out)" -eq 1 ] && LC_ALL=C sort -cu dates
verdict $? 'next walks through the demo and comes to an end'
# From the records: completions, withdrawals, ends of consents, birthdays, publication, acts, events.
for day in 2026-05-27 2026-09-01 2026-09-30 2026-10-01 2026-10-14 2026-10-15 2026-11-28 2026-12-01 2026-12-18 2026-12-21 \
	2027-01-11 2027-01-15 2027-01-18 2027-07-01 2031-04-22; do
	grep -qx $day dates || echo "$day is missing"
done >out
[ ! -s out ]
verdict $? 'every day on which a rule of the demo turns is among them'
printf '%s\n' 2026-09-15 2026-09-16 2026-12-16 2026-10-13 | grep -xF -f - dates >out
[ ! -s out ]
verdict $? 'and none on which what turns is withheld'
run 0 next -C "$root" --worktree --as-of 2026-09-29 && line 1 2026-09-30 && says 'согласие отозвано' &&
	says 'content/people/muhortov.yaml:15' && says 'правило 1' && lacks Мухортов
verdict $? 'the reason is a file, a line and a rule'
run 0 next -C "$root" --worktree --as-of 2026-09-29 --format json --lang en && says '"date": "2026-09-30"' &&
	says '"field": "withdrawn"' && says '"rule": 1' && says 'a consent is withdrawn'
verdict $? 'JSON has the same parts'
run 0 next -C "$root" --worktree --as-of 2040-01-01 --format json && lacks '"date"' && says '"reasons": []'
verdict $? 'and no date when there is none'
run 2 next x -C "$root"
verdict $? 'next takes no word'

# What it says is what the build does.
mkdir -p past/content/news past/content/events past/content/people past/content/mentors
cat >past/content/site.yaml <<'EOF'
base_url: https://school.example/mentoring/
school: {name: Школа, short_name: Школа, site: "https://school.example/"}
EOF
cat >past/content/policy.yaml <<'EOF'
act: {title: Положение}
model: pupils
sections: [mentors, news, events]
forms: [{id: a, title: а}]
kinds: [{id: b, title: б}]
EOF
printf -- '---\ntitle: Н\ndate: 2026-01-01\npublish_until: 2026-06-01\n---\nТекст.\n' >past/content/news/n.md
printf -- '---\ntitle: В\nstart: 2026-03-10T15:00\n---\nТекст.\n' >past/content/events/e.md
printf 'family: Петрова\ngiven: Анна\nconsents:\n  - {id: r, signed: 2026-02-02, by: self, until: 2026-04-30, covers: [name, role]}\n' \
	>past/content/people/petrova.yaml
printf 'person: petrova\npublish_from: 2026-02-20\n' >past/content/mentors/petrova.yaml
# turns TREE DAY EVE FOLLOWING OPTION...: the site is the same on the eve and another on the following day.
turns() {
	tree=$1
	first=$2
	eve=$3
	following=$4
	shift 4
	for day in "$first" "$eve" "$following"; do
		"$RUBRIKA" build -C "$tree" --no-compress -q --as-of "$day" -o "site-$day" "$@" >out 2>err || return 1
	done
	diff -r "site-$first" "site-$eve" >out 2>err && ! diff -qr "site-$eve" "site-$following" >/dev/null
}
day=2026-01-15
for following in 2026-02-20 2026-03-11 2026-05-01 2026-06-02; do
	run 0 next -C past --worktree --as-of "$day" && line 1 $following &&
		turns past "$day" "$(date -u -d "$following -1 day" +%F)" $following --worktree
	verdict $? "from $day the site is the same until the eve of $following, and another then"
	day=$following
done

# --- next, with history ---

GIT_COMMITTER_DATE=2026-01-10T12:00:00+03:00 commit past
printf -- '---\ntitle: Н\ndate: 2026-01-01\n---\nТекст.\n' >past/content/news/n.md
(cd past && git add -A && GIT_COMMITTER_DATE=2026-02-10T12:00:00+03:00 git commit -q -m more) >/dev/null
run 0 next -C past --as-of 2026-05-01 && line 1 2026-06-02 && says 'день последнего изменения'
verdict $? 'a date of an older version that moves the date of change is a day of change'
run 0 next -C past --as-of 2026-05-01 --no-history && line 1 'Сам по себе раздел больше не изменится.'
verdict $? 'without history it is none'
turns past 2026-05-01 2026-06-01 2026-06-02
verdict $? 'as the build has it'

# --- diff ---

mkdir two && cp -R "$root/content" two/ && commit two
sed -i 's/^experience_years: 27$/experience_years: 28/' two/content/mentors/berestneva.md
sed -i '/withdrawn: 2026-09-30/d' two/content/people/muhortov.yaml
rm two/content/partners/fond.md
sed -i 's/^payment: .*/payment: иначе/' two/content/mentors/luzgarev.md
run 0 diff HEAD --worktree -C two --as-of 2026-11-20 && [ ! -s err ] && says 'experience_years: 27 → 28' &&
	says 'появится  mentors/muhortov/' && says 'исчезнет  partners/fond/' && says 'изменится  partners: 6 → 5' &&
	lacks payment && lacks luzgarev && lacks Мухортов
verdict $? 'diff tells what the public would see, by pages and fields'
cp out first && run 0 diff HEAD --worktree -C two --as-of 2026-11-20 && cmp -s out first
verdict $? 'and always in the same order'
run 0 diff HEAD --worktree -C two --as-of 2026-11-20 --html && says '<!DOCTYPE html>' && says '<td>experience_years</td>' &&
	lacks 'src=' && lacks 'href='
verdict $? '--html is a page that needs no other file'
# shellcheck disable=SC2016 # backquotes of Markdown
run 0 diff HEAD --worktree -C two --as-of 2026-11-20 --format github --lang en && says '## What the public will see' &&
	says '- **changes** `mentors/berestneva/` `experience_years`: `27` → `28`'
verdict $? '--format github is a comment'
run 0 diff HEAD --worktree -C two --as-of 2026-11-20 --format json && says '"area": "partners"' && says '"change": "vanishes"' &&
	says '"before": "27"'
verdict $? 'JSON has the same parts'
run 0 diff HEAD -C two && says 'Публика не увидит никаких изменений.'
verdict $? 'the second revision is HEAD'
(cd two && git add -A && git commit -q -m more)
run 0 diff HEAD~1 HEAD -C two --as-of 2026-11-20 && cmp -s out first && run 0 diff HEAD~1 -C two --as-of 2026-11-20 && cmp -s out first
verdict $? 'two revisions are compared as a revision and the files'
run 0 diff HEAD HEAD~1 -C two --as-of 2026-11-20 && says 'исчезнет  mentors/muhortov/' && says 'experience_years: 28 → 27'
verdict $? 'and the other way round'
run 2 diff -C two && run 2 diff HEAD~1 HEAD --worktree -C two && run 2 diff HEAD~1 HEAD --rev HEAD -C two
verdict $? 'no revision, or one too many, is a fault of the command line'
run 3 diff nonsense -C two && complains nonsense && ! complains revision-faulty && mkdir alone && cp -R past/content alone/ && run 3 diff HEAD -C alone
verdict $? 'an unknown revision is a fault of the environment'
echo 'nonsense: 1' >>two/content/site.yaml && (cd two && git commit -q -a -m bad && git revert --no-edit HEAD >/dev/null)
run 1 diff HEAD~1 -C two && [ ! -s out ] && complains '[unknown-field]' && complains 'HEAD~1' && complains '[revision-faulty]'
verdict $? 'of a revision with faults it is said which'

finish
