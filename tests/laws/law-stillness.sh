#!/bin/sh
# The law of stillness: the day itself is printed nowhere. Between two days for
# which `next` names no date the site is the same to the byte, so a day on which
# nothing happens publishes nothing.
. "$(dirname "$0")/../book.sh"
law 'stillness'

school
mentor ivanova Иванова Мария Петровна
mentee somov Сомов Илья
agrees ivanova to 'role, name' signed 2025-09-10 until 2026-04-30
agrees_to_be_named somov
programme 2025-01 ivanova somov 'completion: {date: 2026-05-20, ground: plan}'
printf -- '---\ntitle: Новость\ndate: 2026-01-01\npublish_until: 2026-06-30\n---\nТекст.\n' | record news/n.md
printf -- '---\ntitle: Встреча\nstart: 2026-03-10T15:00\n---\nТекст.\n' | record events/e.md

# next_is DAY: what `next` names from the day at hand.
next_is() {
	"$RUBRIKA" next -C "$here" --worktree --as-of "$day" | tee "$scratch/next" | head -n 1 | grep -qx "$1" || {
		cat "$scratch/next"
		return 1
	}
}

# Each: the day named by `next`, the eve of it.
on 2026-01-15
while read -r turn eve what; do
	clause "the next day is $turn: $what"
	assert "law: stillness: from $day the next day named is $turn ($what)" next_is "$turn"
	on "$eve" same_as "$day"
	eve_site=$eve
	on "$turn"
	differs_from "$eve_site"
done <<'END'
2026-03-11 2026-03-10 the event is over
2026-05-01 2026-04-30 the consent has run out
2026-05-20 2026-05-19 the programme is completed
2026-07-01 2026-06-30 the news has had its last day
END

clause 'after that nothing, for years'
on 2026-07-01
assert 'law: stillness: no further day is named' sh -c '! "$1" next -C "$2" --worktree --as-of 2026-07-01 | grep -q "^20"' sh "$RUBRIKA" "$here"
on 2031-12-31
same_as 2026-07-01

clause 'the day is printed nowhere'
on 2031-12-31
public nowhere sees '2031-12-31'
public nowhere sees '31 декабря 2031'
public nowhere sees '31.12.2031'

finish
