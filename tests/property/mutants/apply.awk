# apply.awk: reads lists of mutants (see try-mutants) and, as `job` says,
#
#	job=names   prints every name with the test that kills it
#	job=check   prints what is wrong with the lists; nothing when each text stands exactly once below `root`
#	job=apply   puts the mutant `only` into the files below `root`, and prints which files those are
#	job=why     prints the sentence of the mutant `only`
function fail(what) {
	print FILENAME ":" FNR ": " what
}

# A file's lines with "\n" before, between and after, so that whole lines can be looked for.
function read(path, line, text) {
	text = "\n"
	while ((getline line < path) > 0) {
		text = text line "\n"
	}
	close(path)
	return text
}

function count(text, part, n, at) {
	while ((at = index(text, part)) > 0) {
		n++
		text = substr(text, at + length(part) - 1)
	}
	return n + 0
}

function replace(path, text, at) {
	at = index(text, "\n" old)
	printf "%s", substr(text, 2, at - 1) new substr(text, at + length("\n" old)) > path
	close(path)
	print file
}

# A pair of texts has ended: all its lines are known.
function end_pair(path, text) {
	if (!has_old && !has_new) {
		return
	}
	path = root "/" file
	text = wanted || job == "check" ? read(path) : ""
	if (job == "check" && count(text, "\n" old) != 1) {
		fail(name ": " count(text, "\n" old) " places in " file " where one is wanted")
	}
	if (job == "apply" && wanted) {
		replace(path, text)
	}
	has_old = has_new = 0
	old = new = ""
	pairs++
}

function end_mutant() {
	end_pair()
	if (job == "names" && name != "") {
		print name, killer
	}
	if (job == "check" && name != "" && (pairs == 0 || why == "" || seen[name]++)) {
		fail(name ": no change, no sentence, or the name of another")
	}
	why = name = ""
	pairs = 0
}

/^#/ {
	end_mutant()
	why = why substr($0, 2)
	next
}
/^mutant / {
	name = $2
	killer = "tests/property/noninterference.sh"
	wanted = name == only
	if (job == "why" && wanted) {
		print substr(why, 2)
	}
	next
}
/^killer / {
	killer = $2
	next
}
/^file / {
	end_pair()
	file = $2
	next
}
/^-/ {
	if (has_new) {
		end_pair()
	}
	has_old = 1
	old = old substr($0, 2) "\n"
	next
}
/^\+/ {
	has_new = 1
	new = new substr($0, 2) "\n"
	next
}
/./ {
	fail("not a line of a mutant")
}
END {
	end_mutant()
}
