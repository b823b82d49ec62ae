# words.awk - the words of a body or of its page, one a line, so that the two can be compared.
#
#	awk -v page=1 -f words.awk index.html    the words of <div class="prose act">
#	awk -f words.awk body.md                 the words of the CommonMark source
#
# Blanks of every kind are one; Markdown's markers and HTML's tags are none.

function put(text,    n, word, i) {
	gsub(/\302\240|\342\200\257|\342\200\211/, " ", text)
	n = split(text, word, /[ \t\n]+/)
	for (i = 1; i <= n; i++) {
		if (word[i] != "") {
			print word[i]
		}
	}
}

function source_line(line) {
	sub(/^ *(- )+/, "", line)
	sub(/^#+ /, "", line)
	gsub(/\*\*/, "", line)
	if (line ~ /^\|(---\|)+$/) {
		return ""
	}
	if (line ~ /^\|/) {
		gsub(/\|/, " ", line)
	}
	return line
}

# What is inside the element that `html` begins in.
function inner(html,    depth, out) {
	for (depth = 1; depth && match(html, /<\/?div/); html = substr(html, RSTART + RLENGTH)) {
		depth += RLENGTH == 4 ? 1 : -1
		out = out substr(html, 1, RSTART - 1) (depth ? substr(html, RSTART, RLENGTH) : "")
	}
	return out
}

function page_text(html) {
	sub(/^.*<div class="prose act">/, "", html)
	html = inner(html)
	gsub(/<\/?(span|strong|em|a|code)( [^>]*)?>/, "", html)
	gsub(/<[^>]*>/, " ", html)
	gsub(/&nbsp;|&#160;|&#xA0;/, " ", html)
	gsub(/&lt;/, "<", html)
	gsub(/&gt;/, ">", html)
	gsub(/&quot;|&#34;/, "\"", html)
	gsub(/&#39;|&#x27;|&apos;/, "'", html)
	gsub(/&amp;/, "\\&", html)
	return html
}

page {
	whole = whole $0 "\n"
}
!page {
	put(source_line($0))
}
END {
	if (page) {
		put(page_text(whole))
	}
}
