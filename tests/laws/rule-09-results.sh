#!/bin/sh
# Rule 9: whatever is a result of a programme is in the output if and only if its results are released.
#
# Results, cases and news bound to it, files, pictures, search entries, feed
# items, counts and charts: one programme with all of these, on the eve of its
# completion and on the day.
. "$(dirname "$0")/../book.sh"
rule 9 'results'

school
mentor ivanova Иванова Мария Петровна
mentee petrov Петров Илья
agrees_to_be_named ivanova petrov
picture media/diplom.png
echo 'alt: Диплом первой степени' | record media/diplom.png.yaml
programme 2025-01 ivanova petrov 'completion: {date: 2026-05-20, ground: plan}
results:
  summary: Уроки стали живее
  indicators: [{title: Открытых уроков, before: "0", after: "4077"}]
  files: [media/diplom.png]'
record cases/keys.md <<'END'
---
title: Показательный случай
summary: Что получилось у пары
date: 2026-05-01
programme: p-2025-01
---
Победа на олимпиаде.
END
record news/itog.md <<'END'
---
title: Итоги подведены
date: 2026-05-02
programme: p-2025-01
results: true
---
Коллеги довольны.
END
record news/start.md <<'END'
---
title: Первая встреча
date: 2025-09-02
programme: p-2025-01
---
Коллеги познакомились.
END

clause 'not on the eve of completion: neither page nor feed, search, table or picture'
on 2026-05-19
public nowhere sees 'Уроки стали живее'
public nowhere sees '4077'
public nowhere sees 'Диплом первой степени'
public nowhere sees 'Показательный случай'
public nowhere sees 'олимпиад'
public nowhere sees 'Итоги подведены'
public finds no cases/keys/
public finds no news/itog/

clause 'all of it on the day of completion'
on 2026-05-20
public sees 'Уроки стали живее' on programmes/2025-01/
public sees '4077' on programmes/2025-01/
public finds cases/keys/
public sees 'Победа на олимпиаде' on cases/keys/
public sees 'Итоги подведены' on news/
public sees 'Итоги подведены' on news/atom.xml
public sees 'cases/keys/' on sitemap.xml

clause 'news of the programme that tell no result do not wait'
on 2025-10-01
public sees 'Первая встреча' on news/

clause 'completed on another ground: never'
programme 2025-01 ivanova petrov 'completion: {date: 2026-05-20, ground: curator}
results: {summary: Уроки стали живее}'
on 2026-12-01
public nowhere sees 'Уроки стали живее'
public nowhere sees 'Показательный случай'
public nowhere sees 'Итоги подведены'
public finds no cases/keys/

clause 'unless the regulation names that ground too (results_on)'
echo 'results_on: [plan, curator]' >>"$here/content/policy.yaml"
changed
public sees 'Уроки стали живее' on programmes/2025-01/
public finds cases/keys/

finish
