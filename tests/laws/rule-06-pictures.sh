#!/bin/sh
# Rule 6, pictures (изображение гражданина, ст. 152.1 ГК) and files.
#
# A picture that shows people is published only where everyone on it (people)
# agrees to photo; else the figure is left out and the file is not copied. A
# file is copied only if a published page refers to it. Copies carry no
# metadata; a document whose own metadata names a withheld person is an error.
. "$(dirname "$0")/../book.sh"
rule 6 'pictures'

# A case with a picture of two mentors, who agree to be named.
two_on_a_picture() {
	school
	mentor ivanova Иванова Мария Петровна
	mentor zhukova Жукова Ольга Игоревна
	agrees_to_be_named ivanova zhukova
	picture media/vdvoem.png
	record media/vdvoem.png.yaml <<-'END'
		alt: Две коллеги у доски
		caption: Разбор открытого урока
		people: [ivanova, zhukova]
	END
	record cases/opyt.md <<-'END'
		---
		title: Опыт по шагам
		summary: Как начать с простого опыта
		date: 2026-01-10
		---
		Сначала опыт показывает наставник.

		![](media/vdvoem.png)
	END
}

has_pictures() {
	[ "$(find "$sites/$day/media" -type f 2>/dev/null | wc -l)" -gt 0 ]
}

has_no_pictures() {
	! has_pictures
}

clause 'a picture is published when everyone on it agrees to photo'
two_on_a_picture
agrees ivanova to 'photo' signed 2025-09-01
agrees zhukova to 'photo' signed 2025-09-01 until 2026-03-01
on 2026-03-01
public sees 'Разбор открытого урока' on cases/opyt/
tell 'a picture is copied' has_pictures

clause 'one who does not agree withholds it for all, and the file is not copied'
on 2026-03-02
public sees 'Сначала опыт показывает наставник' on cases/opyt/
public nowhere sees 'Разбор открытого урока'
public nowhere sees 'Две коллеги у доски'
tell 'no picture is copied' has_no_pictures

clause 'consent to a photo on other pages is none for this one'
two_on_a_picture
agrees ivanova to 'photo' signed 2025-09-01
agrees zhukova to 'photo' signed 2025-09-01 pages '[mentors/]'
on 2026-03-01
public nowhere sees 'Разбор открытого урока'
tell 'no picture is copied' has_no_pictures

clause 'a picture that shows nobody needs no consent'
two_on_a_picture
printf 'alt: Доска\ncaption: Разбор открытого урока\n' | record media/vdvoem.png.yaml
on 2026-03-01
public sees 'Разбор открытого урока' on cases/opyt/

clause "a portrait is its person's, though nothing is written beside it"
school
mentor ivanova Иванова Мария Петровна
picture media/portret.png
card ivanova 'photo: media/portret.png'
agrees_to_be_named ivanova
agrees ivanova to 'photo' signed 2026-03-01
on 2026-02-28
tell 'no picture is copied' has_no_pictures
on 2026-03-01
tell 'a picture is copied' has_pictures

clause 'a file that no published page refers to is not copied'
school
picture media/klass.png
echo 'alt: Пустой кабинет' | record media/klass.png.yaml
on 2026-03-01
tell 'no picture is copied' has_no_pictures
public nowhere sees 'Пустой кабинет'
record news/n.md <<'END'
---
title: Новость
date: 2026-01-01
image: media/klass.png
publish_until: 2026-03-01
---
Текст.
END
tell 'a picture is copied' has_pictures
on 2026-03-02
tell 'no picture is copied' has_no_pictures

clause 'copies carry no metadata: not the place, not the camera, not the words of the photographer'
school
{
	printf -- '---\ntitle: Снимки\ndate: 2026-01-01\n---\n'
	for name in laboratoriya.jpg opyt-vdvoem.jpg shkola.jpg biblioteka.png sportzal.webp; do
		picture media/$name "$root/content/media/$name"
		echo 'alt: Школа' | record media/$name.yaml
		printf '![](media/%s)\n\n' $name
	done
} >"$scratch/news"
record news/snimki.md <"$scratch/news"
on 2026-03-01
tell 'pictures are copied' has_pictures
for word in EXIF-METKA XMP-METKA IPTC-METKA COMMENT-METKA PNG-METKA WEBP-METKA SN-METKA; do
	assert "$title: $sentence: the pictures taken had $word" \
		sh -c 'cat "$@" | LC_ALL=C grep -aqF $0' $word "$here"/content/media/*.jpg "$here"/content/media/*.png "$here"/content/media/*.webp
	public nowhere sees $word
done

clause 'a document whose own properties name a withheld person is refused'
school
mentor belomestnova Беломестнова Вера Павловна
printf '%%PDF-1.4\n1 0 obj\n<</Author (Belomestnova V. P.)>>\nendobj\ntrailer <</Info 1 0 R>>\n%%%%EOF\n' | record media/plan.pdf
printf 'alt: ""\ntitle: План уроков\naccessible_tagged: true\n' | record media/plan.pdf.yaml
printf 'title: План уроков\nfile: media/plan.pdf\n' | record methods/plan.yaml
on 2026-03-01
refused named-metadata at 'content/media/plan.pdf:1:1'
agrees_to_be_named belomestnova
public sees 'План уроков' on methods/plan/

finish
