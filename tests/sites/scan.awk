# scan.awk - the text of a scanned act as the body of a document.
#
# Does what a curator would: drops the scanner's stray HTML tags, keeping their
# text, and turns runs of lines with tabs into pipe tables (the first line is
# the head; a line without a tab inside a run continues the last cell).

function cells_of(line,    n, part) {
	n = split(line, part, "\t")
	return n
}

function print_row(line, columns,    n, part, i, out) {
	n = split(line, part, "\t")
	out = "|"
	for (i = 1; i <= columns; i++) {
		out = out " " (i <= n ? part[i] : "") " |"
	}
	print out
}

function flush(    i, columns, rule) {
	for (i = 1; i <= rows; i++) {
		if (cells_of(row[i]) > columns) {
			columns = cells_of(row[i])
		}
	}
	for (i = 1; i <= columns; i++) {
		rule = rule "|---"
	}
	for (i = 1; i <= rows; i++) {
		print_row(row[i], columns)
		if (i == 1) {
			print rule "|"
		}
	}
	rows = 0
}

{
	gsub(/<\/?(p|ul|ol|li|br)( [^>]*)?>/, " ")
}
/\t/ {
	if (rows == 0) {
		print "" # a table is a block of its own
	}
	row[++rows] = $0
	next
}
rows && /[^ ]/ {
	row[rows] = row[rows] " " $0
	next
}
{
	flush()
	print
}
END {
	flush()
}
