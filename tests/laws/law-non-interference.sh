#!/bin/sh
# The law of non-interference: two content trees that differ only in what is
# withheld on the day give the same site, byte for byte.
#
# Each clause changes one withheld thing of a small school and compares whole
# sites, packed files included. Random schools by the thousand are compared in
# tests/property/noninterference.c.
. "$(dirname "$0")/../book.sh"
law 'non-interference'

# Иванова agrees, Зотова does not; one programme goes on, another ended by agreement; a draft, a later piece of news.
a_school() {
	school
	mentor ivanova Иванова Мария Петровна
	mentor zotova Зотова Раиса Львовна
	mentee somov Сомов Илья
	agrees_to_be_named ivanova
	programme 2025-01 ivanova somov
	programme 2025-02 zotova somov 'completion: {date: 2026-02-01, ground: agreement}
results: {summary: Всё получилось}'
	printf 'title: Черновик\ndate: 2026-01-01\ndraft: true\n' | record news/chernovik.yaml
	printf 'title: Потом\ndate: 2026-01-01\npublish_from: 2026-03-02\n' | record news/potom.yaml
	printf 'title: Случай пары\nsummary: Что вышло\ndate: 2026-01-01\nprogramme: p-2025-02\n' | record cases/sluchaj.yaml
}

a_school
on 2026-03-01
clause 'the site of the school'
public sees 'Иванова Мария Петровна' on mentors/
keep

clause 'another withheld name'
mentor zotova Щербакова Инна Юрьевна
same_as_kept

clause 'more of a withheld person'
card zotova 'position: завуч'
card zotova 'phone: +7 (000) 555-66-77'
page_of zotova 'category: высшая'
page_of zotova 'available: true'
same_as_kept

clause 'closed fields of a public person'
card ivanova 'note: вспыльчива'
page_of ivanova 'payment: надбавка'
page_of ivanova 'trained: 2025-10-01'
same_as_kept

clause 'another ground of completion, other results'
sed -i -e 's/ground: agreement/ground: curator/' -e 's/Всё получилось/Ничего не вышло/' "$here/content/programmes/p-2025-02.yaml"
changed
same_as_kept

clause 'absent records changed, and gone'
printf 'title: Другой черновик\ndate: 2026-02-02\ndraft: true\n' | record news/chernovik.yaml
rm "$here/content/news/potom.yaml" "$here/content/cases/sluchaj.yaml"
changed
same_as_kept

clause 'a picture that nothing refers to'
picture media/lishnyaya.png
echo 'alt: Лишняя' | record media/lishnyaya.png.yaml
same_as_kept

clause 'other file names of records that are not public by name'
mv "$here/content/programmes/p-2025-01.yaml" "$here/content/programmes/zzz.yaml"
mv "$here/content/people/zotova.yaml" "$here/content/people/aaa.yaml"
sed -i 's/^person: zotova/person: aaa/' "$here/content/mentors/zotova.yaml"
changed
same_as_kept

clause 'a consent that gives nothing new'
agrees aaa to 'photo, awards' signed 2025-09-01
same_as_kept

clause 'the converse: what is public changes the site'
page_of ivanova 'subjects: [физика]'
differs_from_kept

finish
