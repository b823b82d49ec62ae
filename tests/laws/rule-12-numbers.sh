#!/bin/sh
# Rule 12, numbers: totals count what rules 3, 4 and 11 let be counted; a
# breakdown (by form, kind, subject, year) shows no cell below min_group.
#
# Small cells merge into «другие» together with the next smallest until the
# merged cell is large enough; if it cannot be, the breakdown is not shown.
. "$(dirname "$0")/../book.sh"
rule 12 'numbers'

# programmes_of FORM COUNT: so many of them.
programmes_of() {
	for i in $(seq "$2"); do
		printf 'number: %s-%s\ntitle: Программа\nform: %s\nmentors: [ivanova]\nmentees: [petrov]\nstart: 2025-09-01\nend: 2026-05-31\n' \
			"$1" "$i" "$1" | record "programmes/$1-$i.yaml"
	done
}

a_school() {
	school
	record policy.yaml <<-END
		act: {title: Положение о наставничестве}
		model: teachers
		sections: [mentors, mentees, programmes, stats]
		forms:
		  - {id: a, title: форма первая}
		  - {id: b, title: форма вторая}
		  - {id: c, title: форма третья}
		kinds: [{id: pair, title: один на один}]
		$1
	END
	mentor ivanova Иванова Мария Петровна
	mentee petrov Петров Илья
	agrees_to_be_named ivanova petrov
}

clause 'totals count the records that are shown'
a_school ''
programmes_of a 2
mentor zhukova Жукова Ольга Игоревна
on 2026-03-01
public sees '1 наставник' on stats/
public sees '2 программы' on stats/
agrees zhukova to 'role, name' signed 2026-03-01
public sees '2 наставника' on stats/
echo 'draft: true' >>"$here/content/programmes/a-2.yaml"
changed
public sees '1 программа' on stats/

clause 'cells of min_group and more are shown as they are (5 when the regulation is silent)'
a_school ''
programmes_of a 6
programmes_of b 5
on 2026-03-01
public sees 'форма первая: 6; форма вторая: 5' on stats/

clause 'cells below it merge into «другие»'
a_school 'min_group: 5'
programmes_of a 7
programmes_of b 2
programmes_of c 3
on 2026-03-01
public sees 'форма первая: 7; другие: 5' on stats/
public sees no 'форма вторая: 2' on stats/

clause 'a merged cell that is too small takes the next smallest with it'
a_school 'min_group: 5'
programmes_of a 9
programmes_of b 6
programmes_of c 2
on 2026-03-01
public sees 'форма первая: 9; другие: 8' on stats/

clause 'a breakdown that cannot be made safe is not shown at all'
a_school 'min_group: 5'
programmes_of a 6
programmes_of b 2
on 2026-03-01
public sees '8 программ' on stats/
public sees no 'форма первая' on stats/
public sees no 'другие:' on stats/

finish
