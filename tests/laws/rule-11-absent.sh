#!/bin/sh
# Rule 11: drafts (draft), and records before their first day (publish_from) or
# after their last (publish_until), are absent everywhere, and so are links to them.
. "$(dirname "$0")/../book.sh"
rule 11 'absent records'

# A piece of news with these lines.
news_with() {
	school
	{
		printf -- '---\ntitle: Закрытый показ\ndate: 2026-01-01\n'
		printf '%s\n' "$@"
		printf -- '---\nПоказ для своих.\n'
	} | record news/pokaz.md
}

clause 'a draft is absent everywhere'
news_with 'draft: true'
on 2026-03-01
public nowhere sees 'Закрытый показ'
public nowhere sees 'pokaz'
news_with 'draft: false'
public sees 'Закрытый показ' on news/

clause 'publish_from is the first day'
news_with 'publish_from: 2026-03-01'
on 2026-02-28
public nowhere sees 'Закрытый показ'
public nowhere sees 'pokaz'
on 2026-03-01
public sees 'Показ для своих' on news/pokaz/

clause 'publish_until is the last day'
news_with 'publish_until: 2026-03-01'
on 2026-03-01
public sees 'Показ для своих' on news/pokaz/
on 2026-03-02
public nowhere sees 'Закрытый показ'
public finds no news/pokaz/

clause 'a reference from another record is left out in silence'
school
mentor ivanova Иванова Мария Петровна
mentee petrov Петров Илья
agrees_to_be_named ivanova petrov
programme 2025-01 ivanova petrov 'partners: [zavod]'
printf 'name: Завод приборов\npublish_until: 2026-03-01\n' | record partners/zavod.yaml
on 2026-03-01
public sees 'Завод приборов' on programmes/2025-01/
on 2026-03-02
public finds programmes/2025-01/
public nowhere sees 'Завод приборов'
public nowhere sees 'zavod'

clause 'a link written into a public text is an error that names both places'
news_with 'publish_until: 2026-03-01'
printf -- '---\ntitle: Обзор\ndate: 2026-01-02\n---\nСм. [[news:pokaz]].\n' | record news/obzor.md
on 2026-03-01
public sees 'Закрытый показ' on news/obzor/
on 2026-03-02
refused 'withheld-link' at 'content/news/obzor.md:5:5'
assert "$title: $sentence: the other place is named" grep -q 'content/news/pokaz.md' "$scratch/said"

clause 'a person in draft is nobody'
school
mentor ivanova Иванова Мария Петровна
agrees_to_be_named ivanova
card ivanova 'draft: true'
on 2026-03-01
public nowhere sees 'Иванова'

finish
