#!/bin/sh
# commands.sh: help, version, schema, init and new as a user meets them. RUBRIKA is the program's path.
. "$(dirname "$0")/../lib.sh"

case $RUBRIKA in
/*) ;;
*) RUBRIKA=$PWD/$RUBRIKA ;;
esac
cd "$scratch" || exit 1

# verdict STATUS NAME
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
	"$RUBRIKA" "$@" >out 2>err </dev/null
	got=$?
	[ $got -eq "$wanted" ] || echo "# exit status $got, wanted $wanted: rubrika $*"
	[ $got -eq "$wanted" ]
}

is_silent() { [ ! -s err ]; }
says() { grep -qF -e "$1" out; }
complains() { grep -qF -e "$1" err; }
files() { find "$1" -type f -exec cksum {} + | LC_ALL=C sort; }

# --- help ---

commands=$("$RUBRIKA" help --lang en | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z]*\).*/\1/p')

run 0 help && is_silent && says 'Команды:' && says 'Код завершения:'
verdict $? 'help lists the commands and the exit statuses in Russian'
run 0 help --lang en && says 'Commands:' && says 'Exit status:' && says 'man 5 content'
verdict $? 'help --lang en does so in English and says where to read more'
LC_ALL=en_US.UTF-8 "$RUBRIKA" help >out 2>err && says 'Commands:'
verdict $? 'an English environment gives English help'
cp out english && run 0 --help --lang en && cmp -s out english
verdict $? '--help is help'
for name in init new check build schema version help; do
	echo "$commands" | grep -qx $name
	verdict $? "help lists $name"
done
for name in $commands; do
	run 0 help "$name" && is_silent && says "rubrika $name" && says 'Общие ключи:' && says '--worktree' && says 'Пример:'
	verdict $? "help $name has a synopsis, the common options and an example"
	cp out asked && run 0 "$name" --help && cmp -s out asked && run 0 "$name" -h && cmp -s out asked
	verdict $? "$name --help and $name -h are help $name"
done
run 0 help build --lang en && says '--fragments' && says '-o DIR'
verdict $? 'help build has the options of build'
run 0 help check && ! says '--fragments'
verdict $? 'help check has not those of build alone'
run 2 help nonsense && complains '[usage]' && [ ! -s out ]
verdict $? 'help on an unknown command is a fault of the command line'
run 2 help build check && complains check
verdict $? 'so is a word too many'

# --- the manual ---

pages='rubrika.1 content.5 theme.7'
for name in $commands; do
	pages="$pages rubrika-$name.1"
done
for page in $pages; do
	run 0 help --mdoc "${page%.*}" && is_silent && cmp -s out "$root/docs/$page"
	verdict $? "docs/$page is what help --mdoc prints"
	if command -v mandoc >/dev/null; then
		mandoc -T lint -W warning out >lint 2>&1
		verdict $? "$page has no fault that mandoc knows"
	else
		skipped "$page has no fault that mandoc knows" "no mandoc"
	fi
done
run 0 help --mdoc rubrika && says unknown-field && says 'нет такого поля' && says 'there is no such field'
verdict $? 'the manual has the diagnostics in both languages'
run 0 help --mdoc rubrika-build && says '.It Fl -no-compress' && says '.Dl "rubrika build -o public"' && ! says '.It Fl -days'
verdict $? "a command's page has its own options and example"
run 2 help --mdoc && run 2 help --mdoc nonsense && run 2 help --mdoc rubrika-nonsense
verdict $? 'an unknown manual page is a fault of the command line'

# --- completion ---

# completes WORD...: what bash offers in place of the last word, into the file out.
completes() {
	cat >ask.bash <<-'END'
		source ./rubrika.bash
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		_rubrika
		printf '%s\n' "${COMPREPLY[@]}"
	END
	bash ask.bash "$@" >out 2>err && [ ! -s err ]
}
offers() { [ "$(tr '\n' ' ' <out | sed 's/ $//')" = "$1" ]; }

for shell in bash zsh fish; do
	run 0 help --completion $shell && is_silent && for name in $commands; do says "$name" || break; done
	verdict $? "the completion for $shell has every command"
	mv out rubrika.$shell
	if command -v $shell >/dev/null; then
		$shell -n rubrika.$shell 2>err && is_silent
		verdict $? "$shell can read it"
	else
		skipped "$shell can read it" "no $shell"
	fi
done
run 0 help --completion zsh --lang ru && says '--theme=[тема оформления' && run 0 help --completion fish --lang en && says "site.yaml\\'s"
verdict $? 'a completion describes the options in the language asked for'
run 2 help --completion tcsh && run 2 help --completion
verdict $? 'an unknown shell is a fault of the command line'
if command -v bash >/dev/null; then
	completes rubrika e && offers explain
	verdict $? 'bash completes a command'
	completes rubrika new me && offers 'mentor mentee method media'
	verdict $? 'and a kind'
	completes rubrika build --no- && offers '--no-history --no-compress'
	verdict $? 'and an option of that command'
	completes rubrika due --no- && offers ''
	verdict $? 'not one of another'
	completes rubrika check --lang '' && offers 'ru en' && completes rubrika check --lang = e && offers en
	verdict $? 'and the word that an option takes'
	mkdir -p folder-one && completes rubrika audit folder && offers folder-one
	verdict $? 'and a folder'
else
	skipped 'bash completes' 'no bash'
fi
if command -v fish >/dev/null; then
	HOME=$PWD fish -N -c 'source rubrika.fish; complete -C "rubrika new me"' >out 2>err && cut -f 1 out >names && mv names out &&
		offers 'media mentee mentor method' && HOME=$PWD fish -N -c 'source rubrika.fish; complete -C "rubrika build --no-"' >out 2>err &&
		says --no-compress && ! says --days
	verdict $? 'fish completes a kind, and an option of the command'
else
	skipped 'fish completes' 'no fish'
fi

# --- version ---

run 0 version && is_silent && says libgit2 && says cmark && says ICU && says libyaml && says brotli
verdict $? 'version names the libraries'
cp out asked && run 0 --version && cmp -s out asked
verdict $? '--version is version'

# --- schema ---

run 0 schema && is_silent && [ "$(grep -c '"\$schema": "https://json-schema.org/draft/2020-12/schema"' out)" -eq 17 ]
verdict $? 'schema prints the schemas of all 17 kinds'
run 0 schema mentor && says '"$id": "urn:rubrika:mentor"' && says '"Стаж"'
verdict $? 'schema KIND prints one, in Russian'
cp out asked && run 0 schema mentors && cmp -s out asked
verdict $? 'a folder names its kind too'
run 0 schema mentor --lang en && says '"Experience"' && ! says '"Стаж"'
verdict $? 'schema --lang en has English titles'
run 2 schema nonsense && [ ! -s out ]
verdict $? 'the schema of an unknown kind is a fault of the command line'
run 2 schema mentor mentee
verdict $? 'so are two kinds'

rm -rf schemas && run 0 schema -o schemas/all && is_silent && [ ! -s out ] && [ "$(ls schemas/all | wc -l)" -eq 17 ] &&
	run 0 schema person && cmp -s out schemas/all/person.json
verdict $? 'schema -o writes each to a file of its own'
echo old >schemas/all/person.json && run 0 schema -o schemas/all && "$RUBRIKA" schema person | cmp -s - schemas/all/person.json
verdict $? 'over what is there'
run 2 schema mentor -o schemas && run 2 schema --cms -o schemas && run 2 schema --cms nonsense && run 2 build --cms
verdict $? 'what does not go together is a fault of the command line'
run 0 schema --cms && is_silent && says 'media_folder: "content/media"' && says 'label: "Люди и согласия"' &&
	says 'hint: "для себя; не публикуется никогда"' && [ "$(grep -c '^    folder: "content/' out)" -eq 19 ]
verdict $? 'schema --cms is the configuration of a CMS in Russian, with a folder for each kind and each sort of file'
run 0 schema --cms --content razdel/zapisi --lang en && says 'file: "razdel/zapisi/policy.yaml"' && says 'label: "People and consents"'
verdict $? 'in English for another folder when asked'
mkdir -p mixed/content/mentees mixed/content/people && touch mixed/content/mentees/a.md mixed/content/mentees/b.md mixed/content/mentees/c.yaml \
	mixed/content/people/a.md mixed/content/people/a.yaml && run 0 schema --cms -C mixed && grep -A3 'folder: "content/mentees"' out | grep -q yaml-frontmatter &&
	! grep -A3 'folder: "content/people"' out | grep -q yaml-frontmatter
verdict $? 'records without a body are of the sort that most of their folder is'
run 0 schema --cms decap && says 'slug: "{{title}}"' && ! says 'omit_empty_optional_fields' && ! says keyvalue
verdict $? 'schema --cms decap keeps to what Decap CMS knows'

# --- init ---

for model in teachers pupils; do
	run 0 init $model --school 'Школа "Ёлочка" № 5: \ < & сельская' --model $model && is_silent
	verdict $? "init makes a tree for $model"
	run 0 check -C $model --worktree --strict && is_silent
	verdict $? "the tree for $model passes the check without a warning"
	run 0 build -C $model --worktree --strict --no-compress -o $model/public && is_silent
	verdict $? "the tree for $model builds without a diagnostic"
	grep -qF 'Школа &quot;Ёлочка&quot;' $model/public/index.html || grep -qF 'Школа "Ёлочка"' $model/public/index.html ||
		grep -q 'Ёлочка.* № 5' $model/public/index.html
	verdict $? "the school's name is on its front page"
	grep -qF Ромашкина $model/public/mentors/index.html
	verdict $? "the sample mentor of $model is in the registry"
	! grep -rqE '\{(school|today|next_month|end|in_four_years|year|school_year)\}' $model/content
	verdict $? "no placeholder is left in the tree for $model"
	grep -rq Образец $model/content/people
	verdict $? "the sample people of $model are marked as samples"
done
! grep -rqE 'Васильков|obrazec-nastavlyaemyj' pupils/public
verdict $? 'a sample pupil under age is named nowhere'
grep -rqF 'Васильков' teachers/public
verdict $? 'a sample teacher who agreed is'

is_line() { head -n "$2" "$1" | tail -n 1 | grep -qxF "# yaml-language-server: \$schema=$3"; }
[ "$(ls teachers/.rubrika/schema | wc -l)" -eq 17 ] && "$RUBRIKA" schema programme | cmp -s - teachers/.rubrika/schema/programme.json &&
	grep -qF '".rubrika/schema/person.json": "content/people/*.yaml"' teachers/.vscode/settings.json
verdict $? 'init leaves the schemas where editors look for them'
is_line teachers/content/site.yaml 1 ../.rubrika/schema/site.json &&
	is_line teachers/content/people/obrazec-nastavnik.yaml 1 ../../.rubrika/schema/person.json &&
	is_line teachers/content/mentors/obrazec-nastavnik.md 2 ../../.rubrika/schema/mentor.json
verdict $? 'and each record begins with the way to its own'
mkdir -p mine/.vscode && echo own >mine/.vscode/settings.json && run 0 init mine --content a/b && is_line mine/a/b/site.yaml 1 ../../.rubrika/schema/site.json &&
	[ "$(cat mine/.vscode/settings.json)" = own ]
verdict $? 'a deeper folder has a longer way, and settings that are there stay'
run 0 init apart --content ../apart-content && [ -f apart-content/site.yaml ] && ! grep -rq yaml-language-server apart-content && [ ! -e apart/.rubrika ]
verdict $? 'a folder elsewhere has no way to them'

run 0 init dated --as-of 2030-01-31 && grep -qF 'date: 2030-01-31' dated/content/policy.yaml &&
	grep -qF 'start: 2030-02-28T15:00' dated/content/events/obrazec-meropriyatiya.md &&
	run 0 build -C dated --worktree --strict --as-of 2030-01-31 -o dated/public && is_silent
verdict $? 'init is of the day asked for'
SOURCE_DATE_EPOCH=1893456000 "$RUBRIKA" init epoch >out 2>err && grep -qF 'date: 2030-01-01' epoch/content/policy.yaml
verdict $? 'init is of the day of SOURCE_DATE_EPOCH'
mkdir -p here && (cd here && "$RUBRIKA" init --content razdel -q) >out 2>err && [ ! -s out ] && [ -f here/razdel/site.yaml ]
verdict $? 'init makes the folder that --content names'
mkdir -p empty/content && run 0 init empty && [ -f empty/content/site.yaml ]
verdict $? 'an empty content folder is filled'

files teachers/content >before
run 2 init teachers && complains '[file-exists]' && files teachers/content | cmp -s - before
verdict $? 'init never touches a tree that is there'
mkdir -p other/content && echo own >other/content/own.txt
run 2 init other && [ "$(ls other/content)" = own.txt ] && [ "$(ls other)" = content ]
verdict $? 'nor a folder that holds anything'
run 2 init bad --school '' && run 2 init bad --school 'a
b' && run 2 init bad --model nonsense && [ ! -e bad ]
verdict $? 'a wrong answer is a fault of the command line, and nothing is written'
echo file >plain && run 3 init plain
verdict $? 'a file in place of the folder is a fault of the environment'

# --- new ---

for kind in person mentor mentee programme partner case document method news event award survey page; do
	run 0 new $kind novaya-zapis -C teachers && is_silent && [ -f "$(cat out)" ]
	verdict $? "new $kind writes a record and prints its path"
done
mkdir -p teachers/content/media && cp "$root/content/media/krug.png" teachers/content/media/
run 0 new media media/krug.png -C teachers && is_silent && [ "$(cat out)" = teachers/content/media/krug.png.yaml ]
verdict $? 'new media writes the sidecar'
is_line teachers/content/mentors/novaya-zapis.md 2 ../../.rubrika/schema/mentor.json &&
	is_line teachers/content/media/krug.png.yaml 1 ../../.rubrika/schema/media.json
verdict $? 'a new record begins with the way to its schema'
rm teachers/content/site.yaml teachers/content/roadmap.yaml
for kind in site roadmap; do
	run 0 new $kind -C teachers && is_silent && [ "$(cat out)" = teachers/content/$kind.yaml ]
	verdict $? "new $kind writes the single file"
done
run 0 check -C teachers --worktree --strict && is_silent
verdict $? 'a tree with a new record of every kind passes the check without a warning'
run 0 build -C teachers --worktree --strict --no-compress -o teachers/public && is_silent
verdict $? 'and builds'
grep -q '^person: novaya-zapis$' teachers/content/mentors/novaya-zapis.md
verdict $? 'a reference takes the record of the same id'
grep -q '^number: novaya-zapis$' teachers/content/programmes/novaya-zapis.md
verdict $? "a programme's number is its id"
run 0 new mentor drugoj -C teachers && grep -q '^person: novaya-zapis$' teachers/content/mentors/drugoj.md
verdict $? 'else a reference takes the first record'
grep -q '^# Стаж · по согласию: портфолио · полных лет$' teachers/content/mentors/novaya-zapis.md &&
	grep -q '^# experience_years: ' teachers/content/mentors/novaya-zapis.md
verdict $? 'an optional field stands switched off below its Russian comment'
grep -q '^# Фамилия · обязательно · по согласию: ' teachers/content/people/novaya-zapis.yaml
verdict $? 'a required field says that it is'
grep -q '^# Выплаты · не публикуется никогда$' teachers/content/mentors/novaya-zapis.md
verdict $? 'a closed field says that it is not published'

files teachers/content >before
run 2 new mentor novaya-zapis -C teachers && complains '[file-exists]' &&
	run 2 new mentee obrazec-nastavlyaemyj -C teachers && run 2 new policy -C teachers && files teachers/content | cmp -s - before
verdict $? 'new never touches a record that is there'
mv teachers/content/mentors/drugoj.md teachers/content/mentors/drugoj.yaml && files teachers/content >before
run 2 new mentor drugoj -C teachers && files teachers/content | cmp -s - before
verdict $? 'nor one with the other extension'
run 2 new && run 2 new mentor && run 2 new nonsense x && run 2 new mentor Ivanova -C teachers &&
	run 2 new mentor ../x -C teachers && run 2 new site x -C teachers && run 2 new mentor a b -C teachers &&
	run 2 new media x.jpg -C teachers && run 2 new media media/../x.jpg -C teachers && run 2 new media media/ -C teachers &&
	run 2 new media media/.x.jpg -C teachers && run 2 new media media/x.jpg.yaml -C teachers &&
	files teachers/content | cmp -s - before
verdict $? 'a wrong kind or id is a fault of the command line, and nothing is written'
run 3 new mentor x -C nowhere && [ ! -e nowhere ]
verdict $? 'so is a repository that is not there a fault of the environment'

mkdir bare
run 0 new mentor ivanova -C bare && complains 'rubrika new person ivanova' && grep -q '^person: ivanova$' bare/content/mentors/ivanova.md
verdict $? 'new says which record is to be made first'
run 0 new media media/net.png -C bare && complains '[medium-first]'
verdict $? 'and that the file described is not there yet'
mkdir alone && run 0 new site -C alone && run 0 new policy -C alone && run 0 check -C alone --worktree && is_silent
verdict $? 'a new site and a new policy alone pass the check'

# --- the command line ---

run 2 check --rev HEAD --worktree && complains -- && complains --worktree
verdict $? '--rev and --worktree exclude each other'
run 2 nonsense && complains nonsense
verdict $? 'an unknown command is a fault of the command line'
run 2 check --nonsense && run 2 check --as-of 2026-02-30 && run 2 build -o && run 2 check x && run 2 version x
verdict $? 'so are an unknown option, a wrong value, a missing value and a stray word'
if [ -w /dev/full ]; then
	"$RUBRIKA" help >/dev/full 2>err
	[ $? -eq 3 ] && complains '[system-failed]'
	verdict $? 'output that cannot be written is a fault of the environment'
fi

finish
