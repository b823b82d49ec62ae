#!/bin/sh
# seeds.sh: the five regulations, as their schools scanned them, each as the body of a document.
#
# A real act must build without an error, lose no word on its page, and give
# every numbered clause an address. The addresses below were read in the acts.
. "$(dirname "$0")/../lib.sh"

here=$root/tests/sites
seeds=$RUBRIKA_SHARED/seeds
if [ ! -d "$seeds" ]; then
	skipped "seeds" "$seeds is absent"
	finish
fi

# The least content tree that shows a document: tree DIR.
tree() {
	mkdir -p "$1/content/documents"
	cat >"$1/content/site.yaml" <<-'YAML'
		base_url: https://school.example/mentoring/
		school: {name: Школа, short_name: Школа, site: "https://school.example/"}
	YAML
	cat >"$1/content/policy.yaml" <<-'YAML'
		act: {title: Положение о наставничестве, document: act}
		model: teachers
		sections: [documents]
		forms: [{id: teacher-teacher, title: педагог – педагог}]
		kinds: [{id: one-to-one, title: один на один}]
	YAML
}

same_words() {
	awk -f "$here/words.awk" "$1" >"$scratch/source"
	awk -v page=1 -f "$here/words.awk" "$2" >"$scratch/page"
	[ -s "$scratch/source" ] && diff "$scratch/source" "$scratch/page"
}

has_anchors() {
	page=$1
	shift
	missing=0
	for id; do
		grep -qF " id=\"$id\"" "$page" || { echo "no $id"; missing=1; }
	done
	return $missing
}

no_id_twice() {
	twice=$(grep -o ' id="[^"]*"' "$1" | sort | uniq -d)
	[ -z "$twice" ] || { echo "$twice"; return 1; }
}

# act NAME ID...: builds the seed NAME*.txt and checks its page.
act() {
	seed=$1
	shift
	dir=$scratch/$seed
	tree "$dir"
	awk -f "$here/scan.awk" "$seeds/$seed"*.txt >"$dir/body.md"
	{
		printf -- '---\ntitle: Положение о наставничестве\nlevel: local\ntype: regulation\n---\n'
		cat "$dir/body.md"
	} >"$dir/content/documents/act.md"
	page=$dir/site/documents/act/index.html
	assert "$seed builds without an error" \
		"$RUBRIKA" build -C "$dir" --worktree --as-of 2026-09-01 --no-compress -q -o "$dir/site"
	assert "$seed: every word is on the page, in its order" same_words "$dir/body.md" "$page"
	assert "$seed: $# numbered clauses have addresses" has_anchors "$page" "$@"
	assert "$seed: no address is given twice" no_id_twice "$page"
}

act 000 1 1.1 1.2 1.3 1.4 2 2.1 2.2 2.3 2.4 2.5 2.6 3 3.1 3.2 3.3 3.4 3.5 4 4.1 4.2 5 5.1 5.2 6 6.1 6.2 7 7.1 7.2 \
	8 8.1 8.2 8.3 9 9.1 9.2

# «12.» is printed for 4.12, «2.» for 6.2, and 1.1 is «1.».
act 001 I I.1 1.2 1.3 1.4 II 2.1 III 3.1 3.2 3.3 IV 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9 4.10 4.11 IV.12 4.13 4.14 4.15 \
	4.16 4.17 4.18 4.19 4.20 4.21 V 5.1 5.2 VI 6.1 VI.2 VII 7.1 7.2 VIII 8.1 8.2 8.3 8.4 IX 9.1 9.2 9.3

# Arabic numbers begin anew in each Roman section, items in each clause.
act 002 I I.1 I.2 I.2.1 I.2.2 I.2.3 I.2.4 I.2.5 I.2.6 I.3 I.4 II II.1 II.2 II.2.1 II.2.4 II.2.5 II.2.10 II.3 II.3.1 \
	II.3.3 II.3.5 II.4 II.4.1 II.4.3 II.4.5 III III.1 III.1.3 III.2 III.2.3 III.3 III.3.1 III.3.5 III.4 III.4.7 III.5 \
	III.5.5 III.6 III.6.7 III.7 III.7.8 III.8 III.8.4 III.9 III.9.2 III.9.5 III.10 III.10.5 III.11 III.12 III.12.1 \
	III.12.4 III.12.13 IV IV.1 IV.1.5 IV.2 IV.2.6 V V.1 V.1.5 V.2 V.2.9 VI VI.1 VI.2 VII VII.1 VII.1.3 VII.2 VIII \
	VIII.1 VIII.2 IX IX.1 IX.5 IX.10

# Some numbers stand in headings of four levels, some in paragraphs.
act 003 1 1.1 1.2 1.3 1.3.1 1.3.5 1.3.6 1.3.7 1.3.8 1.3.9 1.4 2 2.1 2.2 2.3 3 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 4 4.1 4.2 \
	5 5.1 5.2 6 6.1 6.2 7 7.1 7.2 8 8.1 8.2 9 9.1 9.2

# The order that approves the act has clauses 1–3 of its own; «4.1 4.» is printed for 4.1.4.
act 004 1 2 3 1-2 1.1 1.2 2-2 3-2 3.1 3.2 3.3 3.4 4 4.1 4.1.1 4.1.2 4.1.3 4.1.4 4.1.5 4.1.6 4.2 4.3 4.3.1 4.3.2 4.3.2.1 \
	4.3.2.2 4.3.2.3 4.3.2.4 4.3.2.5 4.3.2.6 4.3.2.7 5

finish
