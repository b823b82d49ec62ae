#!/bin/sh
# serve.sh: `rubrika serve` as a browser meets it, and as a terminal does. RUBRIKA is the program's path.
. "$(dirname "$0")/../lib.sh"

if ! command -v curl >/dev/null; then
	skipped 'serve' 'curl is not here'
	finish
fi
case $RUBRIKA in
/*) ;;
*) RUBRIKA=$PWD/$RUBRIKA ;;
esac
cd "$scratch" || exit 1

mkdir site
cp -R "$root/tests/golden/base/content" site
: >out
"$RUBRIKA" serve -C site --port 0 --as-of 2026-11-20 --lang en --color never >out 2>err &
server=$!
trap 'kill "$server" 2>/dev/null; clean_up' EXIT

# until_said FILE PATTERN [SECONDS]: waits for a line.
until_said() {
	tries=$((${3:-60} * 20))
	while ! grep -q "$2" "$1"; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || return 1
		sleep 0.05
	done
}

until_said out '^Preview: ' || {
	not_ok 'serve starts and tells its address' err
	finish
}
ok 'serve starts and tells its address'
url=$(sed -n 's/^Preview: //p' out)
address=${url%"${url#http://*/}"}
address=${address%/}
base=/${url#"$address"/}
port=${address##*:}
"$RUBRIKA" build -C site --worktree --no-compress --as-of 2026-11-20 -q -o public || exit 1

# get PATH [OPTION...]: headers in `head`, body in `body`, the status in $status.
get() {
	path=$1
	shift
	status=$(curl -sg -m 20 --path-as-is -D head -o body -w '%{http_code}' "$@" "$address$path")
}
header() { tr -d '\r' <head | sed -n "s/^$1: //Ip"; }
# replies NAME STATUS [HEADER PATTERN]
replies() {
	if [ "$status" = "$2" ] && { [ $# -lt 3 ] || header "$3" | grep -qx -e "$4"; }; then
		ok "$1"
	else
		echo "status $status" >>head
		not_ok "$1" head
	fi
}

# --- files ---

get "${base}mentors/"
replies 'a page is there' 200 Content-Type 'text/html; charset=utf-8'
grep -v '/.rubrika/' body >without
assert 'without what the preview adds it is the page that is built' cmp without public/mentors/index.html
assert 'and that is one line, with a script' [ "$(grep -c '<script src="/.rubrika/preview.js"' body)" -eq 1 ]
get "$base"
replies 'so is the front page' 200
get "${base}robots.txt"
replies 'a text is there' 200 Content-Type 'text/plain; charset=utf-8'
assert 'and is what is built' cmp body public/robots.txt
for file in news/atom.xml data/rubric.json data/mentors.xlsx events/calendar.ics search/index.json; do
	get "$base$file"
	assert "$file is what is built" cmp body "public/$file"
done
picture=$(cd public && find media -name '*.png' | head -n 1)
get "$base$picture"
replies 'a picture is there' 200 Content-Type image/png
assert 'and is what is built' cmp body "public/$picture"

get "${base}mentors"
replies 'a folder without its slash is led to it' 301 Location "${base}mentors/"
get /
replies 'the root leads to the section' 302 Location "$base"
get "${base}nothing/"
replies 'what is not there has status 404' 404 Content-Type 'text/html; charset=utf-8'
grep -v '/.rubrika/' body >without
assert 'and the page of the site for it' cmp without public/404.html
for path in "${base}../../etc/passwd" "${base}%2e%2e/%2e%2e/etc/passwd" "${base}..%2f..%2fetc/passwd" /etc/passwd \
	"${base}.rubrika-manifest" "${base}mentors//"; do
	get "$path"
	replies "nothing of this machine is under $path" 404
done

# --- HTTP ---

get "${base}robots.txt" -I
replies 'HEAD is answered' 200 Content-Length "$(wc -c <public/robots.txt)"
assert 'without a body' sh -c "! grep -qi 'user-agent' body"
get "${base}robots.txt" -H 'Range: bytes=0-3'
replies 'a range is answered' 206 Content-Range "bytes 0-3/$(wc -c <public/robots.txt)"
assert 'with these bytes' [ "$(cat body)" = "$(head -c 4 public/robots.txt)" ]
get "${base}robots.txt" -H 'Range: bytes=999999-'
replies 'a range behind the end is not met' 416 Content-Range "bytes \*/$(wc -c <public/robots.txt)"
get "${base}robots.txt"
tag=$(header ETag)
get "${base}robots.txt" -H "If-None-Match: $tag"
replies 'what has not changed is not sent again' 304 ETag "$tag"
get "${base}robots.txt" -X POST -d x=1
replies 'nothing can be posted' 405 Allow 'GET, HEAD'
get "$base" -X DELETE
replies 'nor deleted' 405
get "$base" -H 'Host: school.example'
replies 'another name of this machine is refused' 403
get "$base" -H "Host: localhost:$port"
replies 'localhost is not' 200
get /.rubrika/state -H 'Sec-Fetch-Site: cross-site'
replies 'another site may not ask the preview' 403
if curl -sg -m 5 -o body "http://[::1]:$port$base"; then
	ok 'it is there by IPv6 too'
else
	skipped 'it is there by IPv6 too' 'no IPv6 here'
fi
others=$(hostname -I 2>/dev/null | tr ' ' '\n' | grep -v -e : -e '^127\.' -e '^$' | head -n 1)
if [ -n "$others" ]; then
	assert 'no other address of this machine answers' sh -c "! curl -s -m 5 -o body http://$others:$port$base"
else
	skipped 'no other address of this machine answers' 'it has none'
fi

# --- what changes ---

: >events
curl -sN -m 120 "$address/.rubrika/events" >events &
listener=$!
until_said events '"sound":true' || :
assert 'a page that listens is told of the state at once' grep -q '^data: {"run":[0-9]*,"number":1,"site":1,"sound":true}$' events

cp site/content/news/start.md start.md
sed 's/^title:.*/title: Новое имя/' start.md >site/content/news/start.md
until_said events '"number":2,"site":2,"sound":true'
get "${base}news/"
assert 'a save is seen, and told' grep -q 'Новое имя' body
assert 'and said on the terminal, with the pages and the time' grep -q '^Rebuilt: pages [0-9]*, files read anew 1, day 2026-11-20, [0-9]* ms$' out

sed 's/^title:.*/title: Ещё имя/' start.md >site/content/news/.start.md.tmp
mv site/content/news/.start.md.tmp site/content/news/start.md
until_said events '"number":3,"site":3,"sound":true'
get "${base}news/"
assert 'so is one by renaming' grep -q 'Ещё имя' body

sed 's/^date:.*/date: tomorrow/' start.md >site/content/news/start.md
until_said events '"number":4,"site":3,"sound":false'
get "${base}news/"
assert 'after a fault the last sound site stays' grep -q 'Ещё имя' body
assert 'and the fault is printed as by check' grep -q '^content/news/start.md:[0-9]*:[0-9]*: error: .*\[want-date\]$' err
get '/.rubrika/state?page=news/'
assert 'and told to the page, with its place and cure' \
	grep -q '"path":"content/news/start.md","line":[0-9]*,"column":[0-9]*,"severity":"error","id":"want-date","message":"[^"]*","cure":"[^"]' body
cp start.md site/content/news/start.md
until_said events '"number":5,"site":5,"sound":true'
ok 'mended, it goes on'

mv site/content/events aside
until_said events '"site":[6-9]'
get "${base}events/"
assert 'a folder moved away is gone' sh -c "! grep -q 'events/vstrecha' body"
mv aside site/content/events
sleep 1
get "${base}events/"
assert 'and back, it is there' grep -q 'events/vstrecha' body

mkdir -p site/themes/school/assets
cp "$root/themes/school/assets/style.css" site/themes/school/assets
echo '.ours { color: red }' >>site/themes/school/assets/style.css
sleep 1
get "$base"
get "$(sed -n 's/.*<link rel="stylesheet" href="\([^"]*\)".*/\1/p' body)"
assert 'a file of the theme is seen' grep -q 'ours' body
rm -r site/themes

# --- days, and what is withheld ---

get "/.rubrika/day?date=2026-12-31&back=${base}mentors/"
replies 'another day is chosen' 303 Location "${base}mentors/"
get '/.rubrika/state?page=mentors/'
assert 'and told' grep -q '"day":"2026-12-31","chosen":true' body
get '/.rubrika/day?date=2026-12-31&back=//school.example/'
replies 'no other host is led to' 303 Location /
get '/.rubrika/day?date=31.12.2026'
replies 'what is no day is refused' 400
get "/.rubrika/day?date=&back=$base"
get '/.rubrika/state?page='
assert 'without a day it is today' grep -q '"chosen":false' body
get "/.rubrika/day?date=2026-11-20&back=$base"

printf 'title: Черновик\ndate: 2026-11-01\ndraft: true\n' | sed '1i---' | sed '$a---' >site/content/news/secret.md
until_said out 'pages [0-9]*, files read anew 1, day 2026-11-20' 1
sleep 1
get '/.rubrika/state?page=news/'
assert 'the bar of a list tells which record it does not show' \
	grep -q '"path":"content/news/secret.md"' body
assert 'and by which rule' grep -q '"rule":11,"path":"content/news/secret.md","line":4' body
get "${base}news/secret/"
assert 'the page of an absent record asks for itself' grep -q 'data-page="news/secret/"' body
get '/.rubrika/state?page=news/secret/'
assert 'and is told why it is not there' grep -q '"rule":11' body
assert 'and nothing of what it says' sh -c "! grep -q 'Черновик' body"
rm site/content/news/secret.md

# --- beginning and end ---

"$RUBRIKA" serve -C site --port "$port" --lang en --color never >second 2>second.err
status=$?
assert 'a port that is taken ends with 3' [ $status -eq 3 ]
assert 'and is named with the cure' grep -q "127.0.0.1:$port.*--port" second.err
assert 'nothing is written beside the content' [ "$(ls -A site)" = content ]
assert 'nothing of the preview is in a built site' sh -c "! grep -rl -e '\.rubrika/' -e rubrika-bar public"

kill -TERM $server
wait $server
status=$?
assert 'SIGTERM ends it with 0' [ $status -eq 0 ]
wait $listener 2>/dev/null
assert 'and its streams' [ $? -ne 28 ]
"$RUBRIKA" serve -C site --port 0 --lang en >out2 2>err2 &
server=$!
until_said out2 '^Preview: '
kill -INT $server
wait $server
status=$?
assert 'SIGINT ends it with 0' [ $status -eq 0 ]

echo 'x: [' >>site/content/site.yaml
"$RUBRIKA" serve -C site --port 0 --lang en --color never >out3 2>err3 &
server=$!
until_said out3 '^Preview: '
address=$(sed -n 's/^Preview: //p' out3)
address=${address%/}
get /
replies 'content that was never sound has a page that waits' 503 Content-Type 'text/html; charset=utf-8'
assert 'with the script that tells why' grep -q '/.rubrika/preview.js' body
get /.rubrika/state
assert 'and the fault' grep -q '"id":"yaml-syntax"' body
kill $server
finish
