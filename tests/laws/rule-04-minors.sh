#!/bin/sh
# Rule 4, minors (несовершеннолетние): until the 18th birthday (minor_until) the regulation decides (minors).
#
# hide: as if the record did not exist, totals included; count (when the
# regulation is silent): in totals only; consent: as anybody, by consent of the
# representative. Closed fields never.
. "$(dirname "$0")/../book.sh"
rule 4 'minors'

# Two pupils: Петров is of age and agrees; Сидоров is not, his mother agrees for him.
two_pupils() {
	mentee petrov Петров Илья
	agrees_to_be_named petrov
	mentee sidorov Сидоров Олег
	card sidorov 'minor_until: 2026-03-01'
	agrees sidorov to 'role, name' signed 2025-09-01 by representative
}

clause 'hide: as if there were no such record'
school 'minors: hide'
two_pupils
on 2026-02-28
public nowhere sees 'Сидоров'
public nowhere sees 'sidorov'
public sees '1 наставляемый' on stats/

clause 'hide: from the birthday on, as anybody'
on 2026-03-01
public sees 'Сидоров Олег' on mentees/
public sees '2 наставляемых' on stats/

clause 'count: in totals only'
school 'minors: count'
two_pupils
on 2026-02-28
public nowhere sees 'Сидоров'
public sees '2 наставляемых' on stats/
on 2026-03-01
public sees 'Сидоров Олег' on mentees/

clause 'when the regulation is silent, they are counted and not named'
school
two_pupils
on 2026-02-28
public nowhere sees 'Сидоров'
public sees '2 наставляемых' on stats/

clause 'consent: by consent of the representative'
school 'minors: consent'
two_pupils
on 2026-02-28
public sees 'Сидоров Олег' on mentees/

clause "consent: the pupil's own signature is none"
school 'minors: consent'
mentee sidorov Сидоров Олег
card sidorov 'minor_until: 2026-03-01'
agrees sidorov to 'role, name' signed 2025-09-01
on 2026-02-28
public nowhere sees 'Сидоров'
on 2026-03-01
public sees 'Сидоров Олег' on mentees/

clause 'closed fields never, whoever agrees'
school 'minors: consent'
mentee sidorov Сидоров Олег
card sidorov 'minor_until: 2026-03-01'
card sidorov 'note: записка классного руководителя'
page_of sidorov 'needs: преодолеть страх перед выступлениями'
page_of sidorov 'group: трудная жизненная ситуация'
agrees sidorov to 'role, name, short_name, position, photo, portfolio, contacts, awards' signed 2025-09-01 by representative
on 2026-02-28
public sees 'Сидоров Олег' on mentees/
public nowhere sees 'записка классного'
public nowhere sees 'страх перед выступлениями'
public nowhere sees 'жизненная ситуация'
public nowhere sees '2026-03-01'

finish
