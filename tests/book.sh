# book.sh - the words in which tests/laws/ is written. A test begins with
#
#	. "$(dirname "$0")/../book.sh"
#
# and is read like a case book: what a school has written down, on what day
# somebody looks, and what the public then sees.
#
#	rule 1 'Consent'			which rule of publication.md (or: law 'Silence')
#	school ['more lines of policy.yaml']	a new school, with its regulation and nobody in it
#	mentor ivanova Иванова Мария Петровна	a person who is a mentor (or: mentee, pupil-mentee;
#	person orlova Орлова Анна Сергеевна	somebody who is neither)
#	card ivanova 'position: учитель'	more lines of the person's card
#	page_of ivanova 'available: true'	more lines of the mentor's or mentee's record
#	agrees ivanova to 'role, name' signed 2025-09-01 [until D] [withdrawn D]
#		[by representative] [pages '[mentors/]'] [conditions 'text']
#	record news/start.md <<'END' … END	any record as it is written
#	saved 2026-01-10 [AUTHOR [MESSAGE]]	commits all on that day; from then on commits are read
#	picture media/klass.png [FILE]		a picture, or another file of the demonstration
#
#	clause 'what is to be shown'		names what follows
#	on 2026-03-01				the day on which somebody looks
#	public sees 'text' on mentors/		the words stand on that page
#	public sees no 'text' on mentors/	they do not, though the page is there
#	public nowhere sees 'text'		not in one byte of one file: packed files opened,
#						escapes undone, names of files read, capitals and small letters alike
#	public finds mentors/ivanova/		there is such an address
#	public finds no mentors/ivanova/	there is none
#	refused 'withheld-name' at content/…:L	no site is made, and this is why and where
#	same_as 2026-03-01			the site is that of the other day, byte for byte
#	differs_from 2026-03-01			it is not
#	keep, same_as_kept, differs_from_kept	the same of two schools: keeps the site, compares the later one
#
# Every sentence is one test. Pages are built by the program itself
# ($RUBRIKA build); what stands in them is judged by tests/laws/reader.c.
. "$(dirname "$0")/../lib.sh"

case $RUBRIKA in
/*) ;;
*) RUBRIKA=$PWD/$RUBRIKA ;;
esac
build=$(dirname "$RUBRIKA")
reader=$build/tests/laws/reader
if ! (cd "$root" && "${MAKE:-make}" -s BUILD="$build" "$reader") >"$scratch/make" 2>&1; then
	not_ok 'the reader of pages builds' "$scratch/make"
	finish
fi
here=$scratch/school  # the repository of the school
reading=--worktree    # empty: what is committed is read, with its history
sites=$scratch/sites   # one built site a day
title=
sentence=
day=

rule() {
	title="rule $1, $2"
}

law() {
	title="law: $1"
}

clause() {
	sentence=$1
}

# --- what the school has written down ---

changed() {
	rm -rf "$sites"
}

school() {
	reading=--worktree
	rm -rf "$here"
	mkdir -p "$here/content/people"
	changed
	record site.yaml <<-'END'
		base_url: https://school.example/nastavnichestvo/
		school: {name: Средняя школа № 5, short_name: Школа № 5, site: "https://school.example/"}
	END
	record policy.yaml <<-'END'
		act: {title: Положение о наставничестве}
		model: pupils
		sections: [mentors, mentees, programmes, portfolios, partners, cases, documents, methods, news, events,
		  roadmap, awards, stats, forms]
		forms:
		  - {id: teachers, title: педагог – педагог}
		  - {id: pupils, title: ученик – ученик}
		kinds:
		  - {id: pair, title: один на один}
		  - {id: group, title: групповое}
	END
	[ $# -eq 0 ] || printf '%s\n' "$1" >>"$here/content/policy.yaml"
}

# record PATH: as it comes by standard input.
record() {
	mkdir -p "$(dirname "$here/content/$1")"
	cat >"$here/content/$1"
	changed
}

person() {
	{
		printf 'family: %s\ngiven: %s\n' "$2" "$3"
		[ $# -lt 4 ] || printf 'patronymic: %s\n' "$4"
	} | record "people/$1.yaml"
}

mentor() {
	person "$@"
	printf 'person: %s\n' "$1" | record "mentors/$1.yaml"
}

mentee() {
	person "$@"
	printf 'person: %s\n' "$1" | record "mentees/$1.yaml"
}

# Lines of a card go above the consents, which end it.
card() {
	printf '%s\n' "$2" | cat - "$here/content/people/$1.yaml" >"$scratch/card"
	record "people/$1.yaml" <"$scratch/card"
}

page_of() {
	for file in "$here/content/mentors/$1.yaml" "$here/content/mentees/$1.yaml"; do
		[ ! -f "$file" ] || printf '%s\n' "$2" >>"$file"
	done
	changed
}

agrees() {
	file=$here/content/people/$1.yaml
	covers=$3
	shift 3
	by=self
	more=
	while [ $# -gt 0 ]; do
		case $1 in
		by) by=$2 ;;
		conditions) more="$more, conditions: \"$2\"" ;;
		*) more="$more, $1: $2" ;;
		esac
		shift 2
	done
	grep -q '^consents:' "$file" || echo 'consents:' >>"$file"
	number=$(($(grep -c '^  - ' "$file") + 1))
	echo "  - {id: \"№ $number\", by: $by, covers: [$covers]$more}" >>"$file"
	changed
}

# A consent of the kind that the rule at hand is not about: to be named as what one is, since long.
agrees_to_be_named() {
	for name; do
		agrees "$name" to 'role, name' signed 2025-09-01
	done
}

# programme NUMBER MENTOR MENTEE [LINES]: from 1 September 2025 to 31 May 2026.
programme() {
	{
		printf 'number: %s\ntitle: Программа о физике\nform: teachers\nkinds: [pair]\n' "$1"
		printf 'mentors: [%s]\nmentees: [%s]\nstart: 2025-09-01\nend: 2026-05-31\n' "$2" "$3"
		[ $# -lt 4 ] || printf '%s\n' "$4"
	} | record "programmes/p-$1.yaml"
}

picture() {
	mkdir -p "$(dirname "$here/content/$1")"
	cp "${2:-$root/tests/golden/base/content/media/klass.png}" "$here/content/$1"
	changed
}

# Commits all as of a day (12:00 in Moscow), by somebody with a message: saved DAY [AUTHOR [MESSAGE]].
saved() {
	(
		cd "$here" || exit 1
		[ -d .git ] || git init -q -b main
		git add -A
		GIT_AUTHOR_NAME=${2:-Секретарь} GIT_AUTHOR_DATE=$1T12:00:00+03:00 GIT_COMMITTER_DATE=$1T12:00:00+03:00 \
			git commit -q --allow-empty -m "${3:-запись}"
	)
	reading=
	changed
}

# --- what the public sees ---

on() {
	day=$1
}

# Builds the site of the day, once.
look() {
	[ ! -e "$sites/$day" ] || return 0
	mkdir -p "$sites"
	# shellcheck disable=SC2086 # an option, or none
	"$RUBRIKA" build -q -C "$here" $reading --lang en --as-of "$day" -o "$sites/$day" >"$scratch/said" 2>&1
}

# tell NAME STATUS-OF-COMMAND…
tell() {
	name="$title: $sentence: on $day $1"
	shift
	if ! look; then
		{ echo 'no site was made'; cat "$scratch/said"; } >"$scratch/why"
		not_ok "$name" "$scratch/why"
	else
		assert "$name" "$@"
	fi
}

file_of() {
	case $1 in
	'' | */) echo "$sites/$day/$1index.html" ;;
	*) echo "$sites/$day/$1" ;;
	esac
}

sees() {
	[ -f "$(file_of "$2")" ] || { echo "there is no $2" && return 1; }
	"$reader" sees "$(file_of "$2")" "$1" || { echo "these words are not on $2" && return 1; }
}

sees_no() {
	[ -f "$(file_of "$2")" ] || { echo "there is no $2" && return 1; }
	! "$reader" sees "$(file_of "$2")" "$1" || { echo "these words are on $2" && return 1; }
}

nowhere() {
	"$reader" nowhere "$sites/$day" "$@"
}

# One look for many texts, one a line of a file: lines_nowhere FILE.
lines_nowhere() {
	tr "\\n" "\\000" <"$1" | xargs -0 "$reader" nowhere "$sites/$day"
}

finds() {
	[ -f "$(file_of "$1")" ]
}

finds_no() {
	! [ -e "$(file_of "$1")" ] && ! [ -e "$sites/$day/${1%/}" ]
}

public() {
	case "$1 $2" in
	'sees no') tell "there is no «$3» on ${5:-the front page}" sees_no "$3" "$5" ;;
	sees*) tell "«$2» stands on ${4:-the front page}" sees "$2" "$4" ;;
	nowhere*) tell "«$3» is nowhere" nowhere "$3" ;;
	'finds no') tell "there is no $3" finds_no "$3" ;;
	finds*) tell "there is $2" finds "$2" ;;
	*) not_ok "no such sentence: public $*" ;;
	esac
}

# refused ID at PLACE
refused() {
	name="$title: $sentence: on $day it is refused, $1 at $3"
	rm -rf "$sites"
	if look; then
		not_ok "$name"
	elif grep -q "^$3:.*\[$1\]$" "$scratch/said"; then
		ok "$name"
	else
		not_ok "$name" "$scratch/said"
	fi
}

# Keeps the site of the day, to be compared with what another school would have.
keep() {
	rm -rf "$scratch/kept"
	look && cp -R "$sites/$day" "$scratch/kept"
}

same_as_kept() {
	tell "the site is the same, byte for byte" diff -r "$scratch/kept" "$sites/$day"
}

is_not_kept() {
	! diff -rq "$scratch/kept" "$sites/$day" >/dev/null
}

differs_from_kept() {
	tell "the site is another" is_not_kept
}

# Looks on another day too, and comes back to this one.
look_on() {
	today=$day
	day=$1
	look
	seen=$?
	day=$today
	return $seen
}

same_as() {
	look_on "$1"
	tell "the site is that of $1, byte for byte" diff -r "$sites/$1" "$sites/$day"
}

is_other() {
	! diff -rq "$sites/$1" "$sites/$day" >/dev/null
}

differs_from() {
	look_on "$1"
	tell "the site is not that of $1" is_other "$1"
}
