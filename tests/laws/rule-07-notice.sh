#!/bin/sh
# Rule 7, the notice of conditions and prohibitions (условия и запреты, 152-ФЗ, ст. 10.1, ч. 10).
#
# On consents/ stands, for every person with a public name and with conditions,
# the person, the categories agreed to, and the conditions.
. "$(dirname "$0")/../book.sh"
rule 7 'notice'

clause 'a condition stands with the name and what was agreed to'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'role, name' signed 2025-09-01 until 2026-03-01 conditions 'Без передачи третьим лицам.'
on 2026-03-01
public sees 'Иванова Мария Петровна' on consents/
public sees 'фамилия, имя, отчество' on consents/
public sees 'Без передачи третьим лицам.' on consents/

clause 'and goes with the consent'
on 2026-03-02
public nowhere sees 'третьим лицам'
public nowhere sees 'Иванова'

clause 'who has no public name has no notice: the condition would tell of the person'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'role, position' signed 2025-09-01 conditions 'Без передачи третьим лицам.'
on 2026-03-01
public finds consents/
public nowhere sees 'третьим лицам'

clause 'the name must be public on that very page'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'role, name' signed 2025-09-01 pages '[mentors/]' conditions 'Без передачи третьим лицам.'
on 2026-03-01
public sees 'Иванова Мария Петровна' on mentors/ivanova/
public sees no 'Иванова' on consents/
public nowhere sees 'третьим лицам'

clause 'conditions of a consent that has run out are no longer told, though another lets the name stand'
school
mentor ivanova Иванова Мария Петровна
agrees_to_be_named ivanova
agrees ivanova to 'name' signed 2025-09-01 until 2026-03-01 conditions 'Без передачи третьим лицам.'
on 2026-03-01
public sees 'Без передачи третьим лицам.' on consents/
on 2026-03-02
public sees 'Иванова Мария Петровна' on mentors/ivanova/
public nowhere sees 'третьим лицам'

clause 'no conditions, no notice'
school
mentor ivanova Иванова Мария Петровна
agrees_to_be_named ivanova
on 2026-03-01
public sees no 'Иванова' on consents/

clause 'the number of the consent in the paper register and who signed are not public'
school
mentor ivanova Иванова Мария Петровна
printf 'consents:\n  - {id: "Ж-2025/771", signed: 2025-09-01, by: self, covers: [role, name], conditions: Без пересылки.}\n' \
	>>"$here/content/people/ivanova.yaml"
changed
on 2026-03-01
public sees 'Без пересылки.' on consents/
public nowhere sees '2025/771'

finish
