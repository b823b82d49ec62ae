#!/bin/sh
# Rule 8, what a programme says of itself: planned, under way, extended, completed.
#
# It is completed from completion.date on. Its results are released if it is
# completed on a ground that the regulation names (results_on). The ground, the
# reason of a replacement and the word that it is late are never public: a
# completed programme without released results reads the same whatever the cause.
. "$(dirname "$0")/../book.sh"
rule 8 'status'

# A programme from 1 September 2025 to 31 May 2026, with these lines.
pair_with() {
	school 'results_on: [plan]'
	mentor ivanova Иванова Мария Петровна
	mentee petrov Петров Илья
	agrees_to_be_named ivanova petrov
	programme 2025-01 ivanova petrov "$1"
}

clause 'planned until the day before its start, under way from that day (start)'
pair_with ''
on 2025-08-31
public sees no 'реализуется' on programmes/2025-01/
public sees 'запланирована' on programmes/2025-01/
on 2025-09-01
public sees 'реализуется' on programmes/2025-01/

clause 'that it is late is not told: after its end it goes on being under way'
on 2026-05-31
public sees 'реализуется' on programmes/2025-01/
on 2026-06-30
public sees 'реализуется' on programmes/2025-01/
same_as 2026-05-31

clause 'an extension is told (extended_to)'
pair_with 'extended_to: 2026-10-31'
on 2026-03-01
public sees 'реализуется, продлена' on programmes/2025-01/

clause 'completed from the day written (completion.date), not before'
pair_with 'completion: {date: 2026-05-20, ground: plan}
results: {summary: Уроки стали живее}'
on 2026-05-19
public sees 'реализуется' on programmes/2025-01/
public nowhere sees 'Уроки стали живее'
on 2026-05-20
public sees 'завершена' on programmes/2025-01/
public sees 'Уроки стали живее' on programmes/2025-01/

clause 'on another ground results are not released: agreement of the parties (agreement)'
pair_with 'completion: {date: 2026-05-20, ground: agreement}
results: {summary: Уроки стали живее}'
on 2026-06-01
public sees 'завершена' on programmes/2025-01/
public nowhere sees 'Уроки стали живее'
keep

clause 'the same to the byte when the curator ended it (curator)'
pair_with 'completion: {date: 2026-05-20, ground: curator}
results: {summary: Совсем другой итог}'
same_as_kept

clause 'the same when there was nothing to tell but a planned end without reports'
pair_with 'completion: {date: 2026-05-20, ground: agreement}
reports: {mentor: 2026-06-20}'
same_as_kept

clause 'the same when it was completed by the plan and nothing was written'
pair_with 'completion: {date: 2026-05-20, ground: plan}'
same_as_kept

clause 'why a mentor was replaced is told to nobody'
pair_with 'replacements:
  - {date: 2026-01-15, from: zhukova, to: ivanova, reason: Разногласия из-за расписания}'
mentor zhukova Жукова Ольга Игоревна
on 2026-03-01
public nowhere sees 'Разногласия'
public nowhere sees 'Жукова'

finish
