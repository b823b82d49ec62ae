#!/bin/sh
# silence.sh: the law of silence (publication.md), over all diagnostics, explain, logs and assertions.
#
# Builds and runs silence.c (ALL=yes damages every field in every way, which
# takes minutes). Then: diff does not tell two withheld trees apart; new tells
# nothing of the records that are there; no golden test expects words of its
# content; every diagnostic is shown by some test; an assertion holds no words.
. "$(dirname "$0")/../lib.sh"

build=$(dirname "$RUBRIKA")
program=$build/tests/property/silence
if ! (cd "$root" && "${MAKE:-make}" -s BUILD="$build" "$program") >"$scratch/make" 2>&1; then
	not_ok 'silence: the program builds' "$scratch/make"
	finish
fi
"$program" "$root" "$scratch/tree" ${ALL:+all} || faults=$((faults + 1))

# --- diff ---

# Two schools that differ in what is withheld only.
two=$scratch/two
mkdir -p "$two"
cp -R "$root/tests/golden/base/content" "$two"
cat >"$two/content/people/belomestnova.yaml" <<-'END'
	family: Щъыжова
	given: Щъыжа
	phone: +7 (987) 198-71-98
	note: Щъыжа первая
END
printf 'title: Щъыж\ndate: 2026-01-01\ndraft: true\n' >"$two/content/news/vjk.yaml"
commit "$two"
sed -i -e 's/Щъыж/Щъыжк/' -e 's/198-71-98/198-71-77/' "$two/content/people/belomestnova.yaml" "$two/content/news/vjk.yaml"
echo 'payment: Щъыж' >>"$two/content/people/petrov.yaml"
sed -i '/^payment/d' "$two/content/people/petrov.yaml"
echo 'needs: Щъыж' >>"$two/content/mentees/petrov.yaml"
(cd "$two" && git add -A && git commit -q -m 'Щъыж') || exit 1
diff_says_nothing() {
	for form in '--format text' '--format json' '--format github' --html; do
		for language in ru en; do
			# shellcheck disable=SC2086 # an option and its word
			"$RUBRIKA" diff HEAD~1 HEAD -v -C "$two" --as-of 2026-11-20 --lang $language $form || return 1
		done
	done >"$scratch/diff" 2>&1
	! grep -iE 'щъыж|Щъыж|198-71' "$scratch/diff" && grep -q . "$scratch/diff"
}
assert 'silence: diff tells nothing of what is withheld in both' diff_says_nothing

# --- new ---

# Beside records, and where there are none that a reference could mean.
mkdir -p "$scratch/fresh/content"
cp "$two"/content/site.yaml "$two"/content/policy.yaml "$scratch/fresh/content"
new_says_nothing() {
	for folder in "$two" "$scratch/fresh"; do
		for kind in mentor mentee programme partner case document method news event award survey page person; do
			"$RUBRIKA" new $kind vjknew -v -C "$folder" --lang en
			"$RUBRIKA" new $kind vjkother -v -C "$folder" --lang ru
		done
	done >"$scratch/new" 2>&1
	! grep -iE "щъыж|Щъыж|198-71" "$scratch/new" && grep -q "make-first" "$scratch/new"
}
assert "silence: new tells nothing of the records that are there" new_says_nothing

# --- goldens ---

# Signs that words touch, a line each for sed: in the C locale a bracket would take their bytes for letters.
signs="s/«/ /g; s/»/ /g; s/„/ /g; s/“/ /g; s/”/ /g; s/—/ /g; s/–/ /g; s/…/ /g; s/№/ /g"

# Words of four letters and more in what the records of a case hold, without keys, one a line.
words_of() {
	find "$@" -type f \( -name '*.md' -o -name '*.yaml' \) -exec cat {} + 2>/dev/null |
		sed -e 's/^[ -]*[^ :"]*:\( \|$\)/ /' -e 's/[{,] *[a-z_]*: / /g' -e "$signs" |
		tr -cs 'A-Za-z0-9\200-\377' '\n' | awk 'length($0) >= 8 || (length($0) >= 4 && /^[A-Za-z]*$/)' | sort -u
}

# Words that messages may use: those of the program's own tables; and names of files, of which a message may speak.
words_allowed() {
	{
		cat "$root/gen/base/diag.def" "$root/gen/record/schema.def" "$root/gen/render/parse.c"
		find "$1" "$root/tests/golden/base" | sed "s|^$root||"
		cat "$1/setup" 2>/dev/null
	} | sed "$signs" | tr -cs 'A-Za-z0-9\200-\377' '\n' | sort -u
}

: >"$scratch/repeated"
cases=0
for case in "$root"/tests/golden/*/; do
	[ -f "$case/expect.ru" ] || continue
	cases=$((cases + 1))
	words_allowed "$case" >"$scratch/allowed"
	words_of "$case" "$root/tests/golden/base/content" | grep -vxF -f "$scratch/allowed" >"$scratch/words"
	cat "$case/expect.ru" "$case/expect.en" | sed "$signs" | tr -cs 'A-Za-z0-9\200-\377' '\n' |
		grep -xF -f "$scratch/words" | sed "s|^|$(basename "$case"): |" >>"$scratch/repeated"
done
if [ "$cases" -gt 50 ] && [ ! -s "$scratch/repeated" ]; then
	ok "silence: no golden test of $cases expects a word of its content"
else
	not_ok 'silence: no golden test expects a word of its content' "$scratch/repeated"
fi

# --- every diagnostic ---

sed -n 's/^DIAG_DEF([A-Z0-9_]*, "\([a-z0-9-]*\)".*/\1/p' "$root/gen/base/diag.def" | sort -u >"$scratch/ids"
{
	cat "$scratch/tree/seen"
	grep -oE "\[[a-z-]+\]" "$scratch/new" | tr -d "[]"
	grep -rhoE '\[[a-z0-9-]+\]$|"id": *"[a-z0-9-]+"' "$root"/tests/golden/*/expect.* | grep -oE '[a-z0-9-]{3,}'
	sed -n 's/^DIAG_DEF(\([A-Z0-9_]*\), "\([a-z0-9-]*\)".*/\1 \2/p' "$root/gen/base/diag.def" | while read -r symbol id; do
		! grep -qrE "D_$symbol\\b|\\[$id\\\\?\\]" "$root/tests/unit" "$root/tests/fault" "$root/tests/golden"/*.sh || echo "$id"
	done
} | sort -u >"$scratch/shown"
comm -23 "$scratch/ids" "$scratch/shown" >"$scratch/odd"
if [ "$(wc -l <"$scratch/ids")" -gt 80 ] && [ ! -s "$scratch/odd" ]; then
	ok "silence: each of $(wc -l <"$scratch/ids") diagnostics is shown by a test"
else
	not_ok 'silence: each diagnostic is shown by a test' "$scratch/odd"
fi

# --- assertions ---

# assert() prints its own text: code, never a value. Libraries print nothing themselves.
spoken() {
	! grep -nE '(^|[^_a-z])assert\([^;]*"[^"]*[^!-~ \t"]' -r "$root/gen" --include='*.[ch]' &&
		! grep -nE '(^|[^a-z_])(fprintf|printf|perror|puts|vprintf|abort|err|errx|warn|syslog|backtrace)\(' -r "$root/gen" --include='*.[ch]' |
		grep -v 'base/banned.h' &&
		! grep -nE '\bSIG(SEGV|ABRT|BUS|FPE|ILL)\b|__assert_fail' -r "$root/gen" --include='*.[ch]'
}
assert 'silence: an assertion holds code alone, nothing but cmd/ prints, nothing catches a crash' spoken
finish
