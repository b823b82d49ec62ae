#!/bin/sh
# embed.sh DIR PREFIX < list of files: assembler with each file below DIR, as PREFIX_files and PREFIX_count (embedded.h).
set -eu
dir=$1
prefix=$2
list=$(mktemp)
trap 'rm -f "$list"' EXIT
cat >"$list"
n=0
echo '	.section .rodata'
while read -r file; do
	printf 'name%d:	.asciz "%s"\nfile%d:	.incbin "%s"\nend%d:	.byte 0\n' $n "${file#"$dir"/}" $n "$file" $n
	n=$((n + 1))
done <"$list"
echo "	.balign 8
	.globl ${prefix}_count
${prefix}_count:
	.8byte $n"
echo "	.section .data.rel.ro,\"aw\"
	.balign 8
	.globl ${prefix}_files
${prefix}_files:"
i=0
while [ $i -lt $n ]; do
	echo "	.8byte name$i, file$i, end$i - file$i"
	i=$((i + 1))
done
echo '	.section .note.GNU-stack,"",%progbits'
