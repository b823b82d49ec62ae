#!/bin/sh
# What rubrika does when the world fails it: says whose fault it is (cli.md, Exit status), and leaves the site in place.
. "$(dirname "$0")/../lib.sh"

cd "$scratch" || exit 1
cp "$RUBRIKA" rubrika # where any user may run it
export RUBRIKA="$scratch/rubrika"

# A folder with the content of the goldens: tree NAME.
tree() {
	rm -rf "$1"
	mkdir "$1"
	cp -R "$root/tests/golden/base/content" "$1"
}

run() {
	status=0
	"$@" >out 2>err || status=$?
}

rubrika() {
	run "$RUBRIKA" "$@" --lang en --color never
}

build_in() {
	folder=$1
	shift
	rubrika build -C "$folder" --worktree --as-of 2026-11-20 "$@"
}

# said NAME STATUS PATTERN: how the last run ended, and the one line that it said.
said() {
	echo "status $status" >>err
	if [ "$status" -eq "$2" ] && [ "$(wc -l <err)" -le 2 ] && grep -q "$3" err; then
		ok "$1"
	else
		not_ok "$1" err
	fi
}

# Everything about a folder that a run might change.
shot() {
	(cd "$1" && find . -printf '%y %m %p %l\n' | sort && find . -type f -exec cksum {} + | sort -k3)
}

# kept NAME FOLDER: it is as it was at the last `shot FOLDER >before`.
kept() {
	shot "$2" >after
	assert "$1" diff before after
}

# As a user whom permissions bind: root goes as nobody.
plain_user() {
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	else
		"$@"
	fi
}
hand_over() {
	[ "$(id -u)" -ne 0 ] || chown -R 65534:65534 "$@"
}

# --- the source ---

tree plain
rubrika check -C plain --rev HEAD
said 'a revision outside any repository ends with 3' 3 'not a git repository.*HEAD.*\[not-a-repository\]'

rubrika check -C absent
said 'a folder that is not there ends with 3' 3 'absent: no such folder \[no-repository\]'

tree damaged
commit damaged
rm -rf damaged/.git/refs damaged/.git/HEAD
rubrika check -C damaged
said 'a damaged repository is not read as a plain folder' 3 '\[git-failed\]'

tree lost
commit lost
blob=$(git -C lost rev-parse HEAD:content/news/start.md)
rm -f "lost/.git/objects/$(echo "$blob" | cut -c 1-2)/$(echo "$blob" | cut -c 3-)"
rubrika check -C lost
said 'a file that git has lost is named' 3 '^content/news/start.md:1:1: error: cannot be read.*\[cannot-read\]'

tree secret
chmod 000 secret/content/news/start.md
hand_over secret
run plain_user "$RUBRIKA" check -C secret --worktree --lang en --color never
said 'a file that may not be read is named' 3 '^content/news/start.md:1:1: error: cannot be read.*\[cannot-read\]'

tree closed
chmod 000 closed/content/events
hand_over closed
run plain_user "$RUBRIKA" check -C closed --worktree --lang en --color never
said 'a folder that may not be read is named' 3 '^content/events:1:1: error: cannot be read.*\[cannot-read\]'

# --- where to put it ---

tree site
build_in site -o site/content/public
said 'an output folder inside the content ends with 2' 2 '\[output-overlaps\]'
build_in site -o site/content
said 'the content as the output folder ends with 2' 2 '\[output-overlaps\]'
build_in site -o site
said 'an output folder that holds the content ends with 2' 2 '\[output-overlaps\]'
shot site >before
ln -s site/content link
build_in site -o link
[ "$status" -ne 0 ] && ok 'the content by another name is refused' || not_ok 'the content by another name is refused' err
build_in site -o link/public
[ "$status" -ne 0 ] && ok 'a folder in the content by another name is refused' ||
	not_ok 'a folder in the content by another name is refused' err
rm link
kept 'no refusal has written into the content' site
tree site

mkdir foreign
echo mine >foreign/notes.txt
shot foreign >before
build_in site -o foreign
said 'a folder that holds a foreign file is refused, and the file named' 3 'foreign.*notes.txt.*\[output-foreign\]'
kept 'and is left as it was' foreign

build_in site -o mixed
mkdir mixed/news/album
echo mine >mixed/news/album/photo.jpg
shot mixed >before
build_in site -o mixed
said 'one foreign file in the site is enough' 3 'mixed.*news/album.*\[output-foreign\]'
kept 'and that site is left as it was' mixed

build_in site -o linked
ln -s ../foreign linked/news/album
build_in site -o linked
said 'so is a link' 3 'linked.*news/album.*\[output-foreign\]'

echo mine >file
build_in site -o file
said 'a file is no output folder' 3 'file: not a folder \[output-not-folder\]'
assert 'and the file is left as it was' grep -qx mine file

mkdir walled
hand_over walled
chmod 555 walled
run plain_user "$RUBRIKA" build -C site --worktree --as-of 2026-11-20 -o walled/public --lang en --color never
said 'a folder that may not be written ends with 3' 3 'walled/public.*\[cannot-write\]'
chmod 755 walled
assert 'and nothing is left in it' [ -z "$(ls -A walled)" ]

build_in site -o new/folders/public
[ "$status" -eq 0 ] && ok 'folders above the output are made' || not_ok 'folders above the output are made' err

mkdir real
ln -s real way
build_in site -o way
shot real >after
if [ "$status" -eq 0 ] && [ -L way ] && [ -f real/index.html ]; then
	ok 'a link to the output folder stays, and what it leads to is replaced'
else
	not_ok 'a link to the output folder stays, and what it leads to is replaced' err
fi

run env -i "$RUBRIKA" build -C site --worktree --as-of 2026-11-20 -o bare
[ "$status" -eq 0 ] && ok 'an empty environment is enough' || not_ok 'an empty environment is enough' err

# --- the site in place ---

build_in site -o public
shot public >before
cp -R site faulty
sed -i 's/^date:.*/date: tomorrow/' faulty/content/news/start.md
build_in faulty -o public
said 'a fault of the content ends with 1' 1 '\[want-date\]'
kept 'and leaves the site in place' public
build_in faulty -o public --no-such-option
said 'a fault of the command line ends with 2' 2 '\[usage\]'
kept 'and leaves the site in place too' public

run sh -c 'trap "" XFSZ; ulimit -f 4; exec "$@"' sh \
	"$RUBRIKA" build -C site --worktree --as-of 2026-11-20 -o public --lang en --color never
said 'a file that cannot be written whole ends with 3' 3 'public/.*\[cannot-write\]'
kept 'and the site in place is as it was' public
assert 'and nothing lies about beside it' [ -z "$(find . -maxdepth 1 -name '.public*')" ]

# In a small file system of its own, if this machine lets us have one.
cat >full.sh <<'EOF'
set -e
mkdir -p disk
mount -t tmpfs -o size=2m tmpfs disk
"$RUBRIKA" build -C site --worktree --as-of 2026-11-20 -o disk/public >/dev/null
(cd disk/public && find . -type f -exec cksum {} + | sort -k3) >disk.before
head -c 4m /dev/zero >disk/filler 2>/dev/null || :
status=0
"$RUBRIKA" build -C site --worktree --as-of 2026-11-20 -o disk/public --lang en --color never || status=$?
(cd disk/public && find . -type f -exec cksum {} + | sort -k3) >disk.after
ls -A disk >disk.listed
exit $status
EOF
for wall in 'unshare -m' 'unshare -rm'; do
	mkdir -p disk
	$wall sh -c 'mount -t tmpfs -o size=64k tmpfs disk' 2>/dev/null || continue
	# shellcheck disable=SC2086 # a command and its option
	run $wall sh full.sh
	said 'a full disk ends with 3' 3 'disk/public.*No space left.*\[cannot-write\]'
	assert 'and leaves the site on it as it was' diff disk.before disk.after
	printf 'filler\npublic\n' >disk.wanted
	assert 'and gives back the space that it took' diff disk.wanted disk.listed
	break
done
[ -e disk.listed ] || skipped 'a full disk' 'no file system may be mounted here'

# --- two at once ---

(flock 9 && exec sleep 60) 9>.public.rubrika-lock &
holder=$!
until ! flock -n .public.rubrika-lock true; do
	sleep 0.05
done
build_in site -o public
said 'a second build of one folder is kept out' 3 'public: another rubrika is building this folder now \[output-locked\]'
kept 'and changes nothing' public
build_in site -o elsewhere
[ "$status" -eq 0 ] && ok 'another folder is not locked' || not_ok 'another folder is not locked' err
kill "$holder"
wait "$holder" 2>/dev/null
: >.public.rubrika-lock
build_in site -o public
[ "$status" -eq 0 ] && ok 'a lock file that nobody holds is no lock' || not_ok 'a lock file that nobody holds is no lock' err

# --- killed ---

# Two sites in turn. Whenever the build dies, the folder holds the one or the other, whole.
cp -R site other
sed -i 's/^title:.*/title: Другая новость/' other/content/news/start.md
build_in site -o site.public
began=$(date +%s%N)
build_in other -o other.public
took=$(($(date +%s%N) - began))
shot site.public >site.shot
shot other.public >other.shot
build_in site -o victim
now=site
next=other
round=0
torn=0
untidy=0
killed=0
while [ "$round" -lt 20 ]; do
	round=$((round + 1))
	"$RUBRIKA" build -C $next --worktree --as-of 2026-11-20 -o victim >/dev/null 2>&1 &
	build=$!
	sleep "$(awk -v all=$took -v round=$round 'BEGIN { printf "%.4f", all * round / 18 / 1e9 }')"
	kill -KILL $build 2>/dev/null && killed=$((killed + 1))
	wait $build 2>/dev/null
	shot victim >victim.shot
	if ! cmp -s victim.shot $now.shot && ! cmp -s victim.shot $next.shot; then
		torn=$((torn + 1))
		diff victim.shot $now.shot | head -n 5 >torn.first
	fi
	build_in $next -o victim
	shot victim >victim.shot
	if [ "$status" -ne 0 ] || ! cmp -s victim.shot $next.shot || [ -n "$(find . -maxdepth 1 -name '.victim*')" ]; then
		untidy=$((untidy + 1))
		{
			cat err
			find . -maxdepth 1 -name '.victim*'
		} >untidy.first
	fi
	swap=$now
	now=$next
	next=$swap
done 2>/dev/null
[ "$torn" -eq 0 ] && ok 'a build killed at any moment leaves the old site or the new' ||
	not_ok 'a build killed at any moment leaves the old site or the new' torn.first
[ "$untidy" -eq 0 ] && ok 'the build after it tidies up' || not_ok 'the build after it tidies up' untidy.first
[ "$killed" -gt 0 ] && ok 'builds were killed' || not_ok 'builds were killed'
finish
