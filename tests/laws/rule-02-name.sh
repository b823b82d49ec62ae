#!/bin/sh
# Rule 2, the name (фамилия, имя, отчество).
#
# Who agrees to the name is named in full; who agrees to the short name, by
# family name and initials; anybody else is a common word of the regulation
# (anonymous), the same for everybody: no number, no initial, no link.
. "$(dirname "$0")/../book.sh"
rule 2 'name'

clause 'the name in full, by consent to name'
school
mentor ivanova Иванова Мария Петровна
mentee petrov Петров Илья
agrees_to_be_named petrov
programme 2025-01 ivanova petrov
agrees ivanova to 'role, name' signed 2025-09-01
on 2026-03-01
public sees 'Иванова Мария Петровна' on mentors/ivanova/
public sees 'Иванова Мария Петровна' on programmes/2025-01/
public sees 'Петров Илья' on programmes/2025-01/

clause 'family name and initials, by consent to short_name alone'
school
mentor ivanova Иванова Мария Петровна
mentee petrov Петров Илья
agrees_to_be_named petrov
programme 2025-01 ivanova petrov
agrees ivanova to 'role, short_name' signed 2025-09-01
on 2026-03-01
public sees 'Иванова М. П.' on mentors/ivanova/
public sees 'Иванова М. П.' on programmes/2025-01/
public nowhere sees 'Мария'
public nowhere sees 'Петровна'

clause 'both consents: in full while that one holds, by initials after'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'role, short_name' signed 2025-09-01
agrees ivanova to 'name' signed 2025-09-01 until 2026-03-01
on 2026-03-01
public sees 'Иванова Мария Петровна' on mentors/ivanova/
on 2026-03-02
public sees 'Иванова М. П.' on mentors/ivanova/
public nowhere sees 'Мария'

clause 'neither: the common word of the regulation, and no link'
school 'anonymous: {mentor: Педагог школы, mentee: Молодой коллега}'
mentor ivanova Иванова Мария Петровна
mentee petrov Петров Илья
programme 2025-01 ivanova petrov
on 2026-03-01
public sees 'Педагог школы' on programmes/2025-01/
public sees 'Молодой коллега' on programmes/2025-01/
public nowhere sees 'Иванова'
public nowhere sees 'ivanova'
public nowhere sees 'Петров'

clause 'consent to the part played is none to a name of any form'
school
mentor ivanova Иванова Мария Петровна
mentee petrov Петров Илья
programme 2025-01 ivanova petrov
agrees ivanova to 'role, position' signed 2025-09-01
agrees petrov to 'role' signed 2025-09-01
printf 'stages:\n  - title: Подготовка\n    responsible: [{role: организатор, person: ivanova}]\n' | record roadmap.yaml
on 2026-03-01
public sees 'Наставник' on programmes/2025-01/
public sees 'организатор' on roadmap/
public nowhere sees 'Иванова'
public nowhere sees 'Петров'

clause 'the word is the same for everybody: who stands behind it changes nothing'
school
mentor ivanova Иванова Мария Петровна
mentee petrov Петров Илья
programme 2025-01 ivanova petrov
on 2026-03-01
keep
school
mentor zhukova Жукова Ольга Игоревна
mentee petrov Петров Илья
programme 2025-01 zhukova petrov
same_as_kept

clause 'when the regulation gives no word, «Наставник» and «Наставляемый» stand'
public sees 'Наставник' on programmes/2025-01/
public sees 'Наставляемый' on programmes/2025-01/

finish
