#!/bin/sh
# Rule 5: wherever else a person stands, there is a name by rule 2 or the common word.
#
# Programmes, cases, the road map, links in texts, captions of pictures, the
# search, feeds, data files, titles of pages, alt, structured data: one school,
# in which Иванова stands in all of these, on the last day of her consent and
# on the day after.
. "$(dirname "$0")/../book.sh"
rule 5 'elsewhere'

school
mentor ivanova Иванова Мария Петровна
card ivanova 'photo: media/portret.png'
mentee petrov Петров Илья
agrees_to_be_named petrov
programme 2025-01 ivanova petrov
agrees ivanova to 'role, name, photo' signed 2025-09-01 until 2026-03-01
picture media/portret.png
record cases/opyt.md <<'END'
---
title: Опыт по шагам
summary: Как начать с простого опыта
date: 2026-01-10
mentors: [ivanova]
---
Сначала опыт показывает наставник.
END
record roadmap.yaml <<'END'
stages:
  - title: Подготовка
    responsible: [{role: организатор, person: ivanova}]
END
record news/vecher.md <<'END'
---
title: Вечер физики
date: 2026-02-02
---
Его вела [[person:ivanova]], а подробности расскажет [[mentor:ivanova]].
END

clause 'in programmes'
on 2026-03-01
public sees 'Иванова Мария Петровна' on programmes/2025-01/
on 2026-03-02
public sees 'Наставник' on programmes/2025-01/

clause 'in cases'
on 2026-03-01
public sees 'Иванова Мария Петровна' on cases/opyt/
on 2026-03-02
public sees 'Наставник' on cases/opyt/

clause 'in the road map: the office stays, the name goes'
on 2026-03-01
public sees 'Иванова Мария Петровна' on roadmap/
on 2026-03-02
public sees 'организатор' on roadmap/

clause 'in links of texts'
on 2026-03-01
public sees 'Его вела Иванова Мария Петровна' on news/vecher/
on 2026-03-02
public sees 'Его вела Участник' on news/vecher/
public sees 'подробности расскажет Наставник' on news/vecher/

clause 'in feeds'
on 2026-03-01
public sees 'Иванова Мария Петровна' on news/atom.xml

clause 'in data files'
public sees 'Иванова Мария Петровна' on data/mentors.csv

clause 'in titles of pages and structured data'
public sees 'Иванова Мария Петровна — Наставничество' on mentors/ivanova/
public sees '"@type":"Person","name":"Иванова Мария Петровна"' on mentors/ivanova/

clause 'after the consent, in none of them: nor the name, nor its address, nor the stem that the search keeps'
on 2026-03-02
public nowhere sees 'Иванова'
public nowhere sees 'Мария'
public nowhere sees 'иванов'
public nowhere sees 'ivanova'

clause 'the name without the part: the road map may name her, the programme not'
school
mentor ivanova Иванова Мария Петровна
mentee petrov Петров Илья
agrees_to_be_named petrov
programme 2025-01 ivanova petrov
agrees ivanova to 'name' signed 2025-09-01
record roadmap.yaml <<'END'
stages:
  - title: Подготовка
    responsible: [{role: организатор, person: ivanova}]
END
on 2026-03-01
public sees 'Иванова Мария Петровна' on roadmap/
public sees no 'Иванова' on programmes/2025-01/
public sees 'Наставник' on programmes/2025-01/

finish
