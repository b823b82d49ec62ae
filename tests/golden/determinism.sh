#!/bin/sh
# The laws of purity and stillness (publication.md): a site is a function of its content and of what holds on the day.
. "$(dirname "$0")/../lib.sh"

cd "$scratch" || exit 1

# make FOLDER OUTPUT OPTION...: fails with what was said in ./said.
make() {
	folder=$1
	output=$2
	shift 2
	"$RUBRIKA" build -q -C "$folder" -o "$output" "$@" >said 2>&1
}

# same NAME EXPECTED OUTPUT: equal byte for byte, with the modes of files and folders.
same() {
	{
		cat said
		diff -r "$2" "$3"
		(cd "$2" && find . -printf '%M %p\n' | sort) >modes
		(cd "$3" && find . -printf '%M %p\n' | sort) | diff modes -
	} 2>&1 | grep -v '^Готово' >difference
	if [ -s difference ]; then
		not_ok "$1" difference
	else
		ok "$1"
	fi
}

# --- the demo, in circumstances as different as they can be had ---

mkdir one 'two, with another name'
cp -R "$root/content" one
# The same files made in the opposite order, at another time.
mkdir 'two, with another name/content'
(
	cd "$root/content" || exit 1
	find . -type d | sort -r | (cd "$scratch/two, with another name/content" && xargs mkdir -p)
	find . -type f | sort -r | while read -r file; do
		cp "$file" "$scratch/two, with another name/content/$file"
		touch -d 2001-02-03T04:05:06Z "$scratch/two, with another name/content/$file"
	done
)

if TZ=UTC make one first --worktree --as-of 2026-11-20 -j 1; then
	ok 'the demo is built'
else
	not_ok 'the demo is built' said
	finish
fi

(
	umask 077
	LC_ALL=ru_RU.UTF-8 LANG=ru_RU.UTF-8 LANGUAGE=ru TZ=Asia/Kamchatka \
		make 'two, with another name' "$scratch/deep/er/public" --worktree --as-of 2026-11-20 -j 2
)
same 'threads, folders, order of files, locale, time zone and umask do not matter' first deep/er/public

make one other --worktree --as-of 2026-06-01 --no-compress
(
	umask 000
	export SOURCE_DATE_EPOCH=1795176000 # noon of 2026-11-20 in UTC
	LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 TZ='<-11>11' make one other --worktree -j 7
)
same 'nor does the site of another day that was there before' first other

cp -R first again
make one again --worktree --as-of 2026-11-20
same 'a build over the same site gives it again' first again

for word in "$scratch" "$(uname -r)" 'two, with another'; do
	assert "the site does not hold «$(echo "$word" | sed "s|^$scratch$|the path of its folder|")»" \
		sh -c '! grep -rlF -e "$1" first deep' sh "$word"
done

# --- twins ---

find first -type f -name '*.gz' | sed 's/\.gz$//' | sort >gzip
find first -type f -name '*.br' | sed 's/\.br$//' | sort >brotli
assert 'there are packed twins' [ -s gzip ]
assert 'each packed file has both' diff gzip brotli
: >wrong
while read -r file; do
	gzip -t "$file.gz" && gzip -dc "$file.gz" | cmp -s - "$file" || echo "$file.gz" >>wrong
done <gzip
assert 'each .gz unpacks to its file' diff /dev/null wrong
if command -v brotli >/dev/null; then
	: >wrong
	while read -r file; do
		brotli -dc "$file.br" | cmp -s - "$file" || echo "$file.br" >>wrong
	done <brotli
	assert 'each .br unpacks to its file' diff /dev/null wrong
else
	skipped 'each .br unpacks to its file' 'there is no brotli here'
fi

# --- a small site on many days, and from git ---

mkdir small
cp -R "$root/tests/golden/base/content" small
make small still --worktree --as-of 2026-10-05
: >moved
for day in 2026-10-06 2026-10-31 2026-11-01 2026-11-20 2026-12-01; do
	make small on --worktree --as-of $day
	diff -r still on >>moved 2>&1 || echo "moved on $day" >>moved
done
assert 'days on which nothing happens publish nothing' diff /dev/null moved
make small on --worktree --as-of 2026-12-05
assert 'the day after an event publishes that it is over' sh -c '! diff -rq still on'

commit small
make small from.commit --as-of 2026-11-20
GIT_COMMITTER_NAME=Somebody GIT_COMMITTER_EMAIL=else@example.org \
	git -C small commit -q --amend --no-edit --author='Somebody <else@example.org>' -m 'another message'
make small from.other --as-of 2026-11-20
same 'who made a commit, and with which words, is nowhere' from.commit from.other
git clone -q --bare small small.git
make small.git from.bare --as-of 2026-11-20
same 'a bare clone gives the same site' from.commit from.bare
finish
