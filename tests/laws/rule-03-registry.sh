#!/bin/sh
# Rule 3, the registry of mentors and the base of mentees (реестр наставников, база наставляемых).
#
# A mentor is in the registry, with a page, if the part played (role) and a name
# may be told on that page; otherwise there is no row, no page, no file, and the
# record's name appears nowhere. A mentee is a row on the same terms, and has no page.
. "$(dirname "$0")/../book.sh"
rule 3 'registry'

clause 'a mentor who agrees to the part and to a name has a row and a page'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'role' signed 2025-09-01
agrees ivanova to 'name' signed 2025-09-10
on 2025-09-10
public sees 'Иванова Мария Петровна' on mentors/
public finds mentors/ivanova/
public sees 'mentors/ivanova/' on sitemap.xml

clause 'not before both are agreed to'
on 2025-09-09
public finds no mentors/ivanova/
public nowhere sees 'Иванова'
public nowhere sees 'ivanova'

clause 'initials are a name too'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'role, short_name' signed 2025-09-01
on 2026-03-01
public finds mentors/ivanova/

clause 'a name alone makes nobody a mentor in public'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'name, short_name, position, photo, portfolio' signed 2025-09-01
on 2026-03-01
public finds no mentors/ivanova/
public nowhere sees 'Иванова'
public nowhere sees 'ivanova'

clause 'consent for other pages is none for the page of the registry'
school
mentor ivanova Иванова Мария Петровна
agrees ivanova to 'role, name' signed 2025-09-01 pages '[programmes/]'
on 2026-03-01
public finds no mentors/ivanova/
public nowhere sees 'Иванова'

clause 'a mentee who agrees is a row in the base, without a page'
school
mentee petrov Петров Илья
agrees petrov to 'role, name' signed 2025-09-01 until 2026-03-01
on 2026-03-01
public sees 'Петров Илья' on mentees/
public finds no mentees/petrov/
public nowhere sees '/petrov'

clause 'and no row when not'
on 2026-03-02
public nowhere sees 'Петров'
public nowhere sees 'petrov'

finish
