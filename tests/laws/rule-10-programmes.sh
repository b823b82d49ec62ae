#!/bin/sh
# Rule 10: a programme with neither side public is still listed, by number, title, form, kinds and status.
. "$(dirname "$0")/../book.sh"
rule 10 'programmes'

clause 'nobody agrees: the programme is listed all the same'
school
mentor ivanova Иванова Мария Петровна
mentee somov Сомов Илья
programme 2025-01 ivanova somov
on 2026-03-01
public sees '2025-01' on programmes/
public sees 'Программа о физике' on programmes/
public sees 'педагог – педагог' on programmes/
public sees 'один на один' on programmes/
public sees 'реализуется' on programmes/
public finds programmes/2025-01/
public nowhere sees 'Иванова'
public nowhere sees 'Сомов'

clause "the file's own name is not the programme's"
public nowhere sees 'p-2025-01'

clause 'with one side public, that side is named and the other is a common word'
agrees_to_be_named ivanova
public sees 'Иванова Мария Петровна' on programmes/2025-01/
public sees 'Наставляемый' on programmes/2025-01/
public nowhere sees 'Сомов'

finish
