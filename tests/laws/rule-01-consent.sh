#!/bin/sh
# Rule 1, consent (согласие на распространение, 152-ФЗ, ст. 10.1).
#
# A person agrees to a category of data, for a page, on a day, if some consent
# has been signed by then, has not run out, has not been withdrawn, names the
# category, and names the page or no page at all. Silence is never consent.
. "$(dirname "$0")/../book.sh"
rule 1 'consent'

clause 'silence is never consent (молчание — не согласие)'
school
mentor ivanova Иванова Мария Петровна
on 2026-03-01
public nowhere sees 'Иванова'
public nowhere sees 'ivanova'
card ivanova 'staff: true'
public nowhere sees 'Иванова'

clause 'a consent holds from the day on which it is signed (signed)'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'role, name' signed 2025-09-10
on 2025-09-09
public nowhere sees 'Иванова'
on 2025-09-10
public sees 'Иванова Мария Петровна' on mentors/ivanova/

clause 'its term (until) is the last day on which it holds'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'role, name' signed 2025-09-10 until 2026-03-01
on 2026-03-01
public sees 'Иванова Мария Петровна' on mentors/ivanova/
on 2026-03-02
public nowhere sees 'Иванова'

clause 'on the day of its withdrawal (withdrawn) it holds no more'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'role, name' signed 2025-09-10 withdrawn 2026-03-01
on 2026-02-28
public sees 'Иванова Мария Петровна' on mentors/ivanova/
on 2026-03-01
public nowhere sees 'Иванова'

clause 'what a consent does not name (covers) is not agreed to'
school
mentor ivanova Иванова Мария Петровна
card ivanova 'position: учитель физики'
card ivanova 'phone: +7 (000) 111-22-33'
page_of ivanova 'category: высшая квалификационная'
agrees ivanova to 'role, name' signed 2025-09-10
on 2026-03-01
public sees 'Иванова Мария Петровна' on mentors/ivanova/
public nowhere sees 'учитель физики'
public nowhere sees '111-22-33'
public nowhere sees 'высшая квалификационная'
agrees ivanova to 'position' signed 2025-09-11
public sees 'учитель физики' on mentors/ivanova/
public nowhere sees '111-22-33'
agrees ivanova to 'portfolio, contacts' signed 2025-09-12
public sees '111-22-33' on mentors/ivanova/
public sees 'высшая квалификационная' on mentors/ivanova/

clause 'a withdrawn consent takes away what it gave, and leaves what another gives'
school
mentor ivanova Иванова Мария Петровна
card ivanova 'position: учитель физики'
agrees ivanova to 'role, name, position' signed 2025-09-10 withdrawn 2026-03-01
agrees ivanova to 'role, name' signed 2025-09-11
on 2026-02-28
public sees 'учитель физики' on mentors/ivanova/
on 2026-03-01
public sees 'Иванова Мария Петровна' on mentors/ivanova/
public nowhere sees 'учитель физики'

clause 'a consent that names pages (pages) holds on those pages only'
school
mentor ivanova Иванова Мария Петровна
mentee petrov Петров Илья
agrees_to_be_named petrov
programme 2025-01 ivanova petrov
agrees ivanova to 'role, name' signed 2025-09-10 pages '[mentors/]'
on 2026-03-01
public sees 'Иванова Мария Петровна' on mentors/
public sees 'Иванова Мария Петровна' on mentors/ivanova/
public sees no 'Иванова' on programmes/2025-01/
public sees 'Наставник' on programmes/2025-01/

clause 'until the 18th birthday (minor_until) only the representative can agree'
school 'minors: consent'
mentee petrov Петров Илья
card petrov 'minor_until: 2026-03-01'
agrees petrov to 'role, name' signed 2025-09-10
on 2026-02-28
public nowhere sees 'Петров'
on 2026-03-01
public sees 'Петров Илья' on mentees/
agrees petrov to 'role, name' signed 2025-09-10 by representative
on 2026-02-28
public sees 'Петров Илья' on mentees/

clause 'an index follows the page that its entry leads to'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'role, name' signed 2025-09-10 pages '[mentors/ivanova/]'
on 2026-03-01
public sees 'Иванова Мария Петровна' on mentors/ivanova/
public sees no 'Иванова' on mentors/
public sees 'mentors/ivanova/' on sitemap.xml

clause 'for staff (staff) the law stands in for consent where the regulation says so (staff_by_law)'
school 'staff_by_law: [name, position]'
mentor ivanova Иванова Мария Петровна
card ivanova 'position: учитель физики'
agrees ivanova to 'role' signed 2025-09-10
on 2026-03-01
public nowhere sees 'Иванова'
card ivanova 'staff: true'
public sees 'Иванова Мария Петровна' on mentors/ivanova/
public sees 'учитель физики' on mentors/ivanova/

clause 'but never for the part played, the photo or the contacts'
school 'staff_by_law: [name, role]'
mentor ivanova Иванова Мария Петровна
card ivanova 'staff: true'
on 2026-03-01
public nowhere sees 'Иванова'

finish
