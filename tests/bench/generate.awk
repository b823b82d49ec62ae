# generate.awk - a school's section of N records, the same for the same N and SEED.
#
#	awk -v n=10000 -v seed=1 -v dir=DIR -f generate.awk
#
# DIR/content and its folders must be there (see run). Of a hundred records 28
# are people, 17 programmes, 14 mentees, 12 news, 9 mentors, 7 cases, 3 each
# partners, documents and events, 2 each methods and awards. Consents are of
# every sort: in full, initials only, for some pages, withdrawn, none. There
# are no pictures: what they cost depends on their size alone.

# --- chance ---

# Park and Miller's generator: exact in doubles, and the same in every awk.
function roll() {
	seed = (seed * 48271) % 2147483647
	return seed
}

function below(m) {
	return roll() % m
}

function pick(list, m) {
	return list[1 + below(m)]
}

# --- words ---

function word() {
	return pick(stem, stems) pick(ending, endings)
}

function words(m,    i, out) {
	for (i = 0; i < m; i++) {
		out = out (i ? " " : "") word()
	}
	return out
}

function sentence(    m, out) {
	for (m = 1 + below(3); m > 0; m--) {
		out = out words(4 + below(5)) (m > 1 ? ", " : "")
	}
	return pick(opening, openings) " " out "."
}

function paragraphs(m,    k, out) {
	for (; m > 0; m--) {
		for (k = 3 + below(4); k > 0; k--) {
			out = out sentence() (k > 1 ? "\n" : "\n\n")
		}
	}
	return out
}

function date(first, span) {
	return sprintf("%04d-%02d-%02d", first + below(span), 1 + below(12), 1 + below(28))
}

# --- files ---

function open_file(folder, id, ext) {
	file = dir "/content/" folder "/" id ext
	if (ext == ".md") {
		put("---")
	}
}

function put(line) {
	print line > file
}

function body(text) {
	put("---")
	printf "%s", text > file
}

function shut() {
	close(file)
	written++
}

function share(percent) {
	return int(n * percent / 100)
}

# --- records ---

function consent(covers, more) {
	put("  - {id: r" below(10000) ", signed: " date(2024, 2) ", by: self, covers: [" covers "]" more "}")
}

function person(i,    sort) {
	open_file("people", "p" i, ".yaml")
	put("family: " pick(family, families))
	put("given: " pick(given, givens))
	put("patronymic: " pick(patronymic, patronymics))
	put("position: учитель " pick(subject, subjects))
	put("email: p" i "@mail.example")
	put("staff: true")
	put("note: " sentence())
	sort = below(10)
	if (sort < 9) {
		put("consents:")
	}
	if (sort < 6) {
		consent("name, short_name, position, role, portfolio, awards", "")
	} else if (sort == 6) {
		consent("short_name, role", "")
	} else if (sort == 7) {
		consent("name, role, portfolio", ", pages: [mentors/, mentees/]")
	} else if (sort == 8) {
		consent("name, role", ", withdrawn: 2026-01-15")
	}
	shut()
}

function mentor(i,    k) {
	open_file("mentors", "m" i, ".md")
	put("person: p" i)
	put("since: " date(2020, 6))
	put("order: {number: " i "-о, date: " date(2020, 6) "}")
	put("available: " (below(2) ? "true" : "false"))
	put("subjects: [" pick(subject, subjects) "]")
	put("forms: [f" 1 + below(5) "]")
	put("kinds: [k" 1 + below(7) "]")
	put("experience_years: " below(40))
	put("education: [\"" words(5) "\"]")
	put("courses: [\"" words(6) "\", \"" words(7) "\"]")
	put("achievements:")
	for (k = 1 + below(4); k > 0; k--) {
		put("  - {year: " 2015 + below(11) ", title: \"" words(6) "\"}")
	}
	put("payment: " words(4))
	body(paragraphs(3) "## " words(3) "\n\n" paragraphs(2))
	shut()
}

function mentee(i) {
	open_file("mentees", "s" i, ".yaml")
	put("person: p" (mentors + i))
	put("form: f" 1 + below(5))
	put("since: " date(2024, 3))
	put("group: " words(3))
	put("needs: " sentence())
	put("difficulties: " sentence())
	shut()
}

function programme(i,    year, k) {
	year = 2019 + below(8)
	open_file("programmes", "g" i, ".md")
	put("number: " year "-" i)
	put("title: " words(4))
	put("form: f" 1 + below(5))
	put("kinds: [k" 1 + below(7) "]")
	put("mentors: [m" 1 + below(mentors) "]")
	put("mentees: [s" 1 + below(mentees) "]")
	put("partners: [o" 1 + below(partners) "]")
	put("start: " year "-09-01")
	put("end: " year + 1 "-05-31")
	put("difficulties: " sentence())
	put("plan:")
	for (k = 0; k < 5; k++) {
		put("  - {title: \"" words(6) "\", period: \"" words(1) "\"}")
	}
	if (year < 2025) {
		put("completion: {date: " year + 1 "-05-30, ground: " (below(5) ? "plan" : "agreement") "}")
		put("reports: {mentor_text: \"" sentence() "\"}")
		put("results: {summary: \"" sentence() sentence() "\", indicators: [{title: " words(3) ", before: \"2\", after: \"9\"}]}")
	}
	body(paragraphs(2) "Наставник — [[mentor:m" 1 + below(mentors) "]].\n")
	shut()
}

function partner(i) {
	open_file("partners", "o" i, ".md")
	put("name: " words(4) " " i)
	put("type: " (below(2) ? "business" : "university"))
	put("contact: p" 1 + below(people))
	body(paragraphs(2))
	shut()
}

function case_of(i) {
	open_file("cases", "c" i, ".md")
	put("title: " words(5))
	put("summary: " sentence())
	put("date: " date(2020, 6))
	put("form: f" 1 + below(5))
	put("mentors: [m" 1 + below(mentors) "]")
	if (i % 2) {
		put("programme: g" 1 + below(programmes))
	}
	put("tags: [" words(1) ", " words(1) "]")
	body(paragraphs(5))
	shut()
}

function document(i,    s, k, text) {
	open_file("documents", "d" i, ".md")
	put("title: " words(8))
	put("level: " pick(level, 4))
	put("type: " (below(2) ? "order" : "letter"))
	put("number: \"" i "\"")
	put("date: " date(2010, 16))
	for (s = 1; s <= 6; s++) {
		text = text s ". " words(4) "\n\n"
		for (k = 1; k <= 5; k++) {
			text = text s "." k ". " paragraphs(1)
		}
	}
	body(text)
	shut()
}

function method(i) {
	open_file("methods", "t" i, ".md")
	put("title: " words(5))
	put("summary: " sentence())
	body(paragraphs(3))
	shut()
}

function news(i) {
	open_file("news", "n" i, ".md")
	put("title: " words(6))
	put("date: " date(2018, 8))
	put("summary: " sentence())
	put("tags: [" words(1) ", " words(1) ", " words(1) "]")
	if (i % 3 == 0) {
		put("programme: g" 1 + below(programmes))
	}
	body(paragraphs(2) "Подробности — [[programme:g" 1 + below(programmes) "]].\n")
	shut()
}

function event(i) {
	open_file("events", "e" i, ".md")
	put("title: " words(5))
	put("start: " date(2022, 5) "T15:00")
	put("place: " words(3))
	body(paragraphs(1))
	shut()
}

function award(i) {
	open_file("awards", "a" i, ".yaml")
	put("person: p" 1 + below(people))
	put("title: " words(4))
	put("level: school")
	put("date: " date(2019, 7))
	shut()
}

function settings(    i) {
	file = dir "/content/site.yaml"
	put("base_url: https://school.example/mentoring/")
	put("school: {name: Школа, short_name: Школа, site: \"https://school.example/\"}")
	close(file)
	file = dir "/content/policy.yaml"
	put("act: {title: Положение о наставничестве}")
	put("model: teachers")
	put("sections: [mentors, mentees, programmes, portfolios, partners, cases, documents, methods, news, events, awards, stats, forms]")
	put("programmes: full")
	put("forms:")
	for (i = 1; i <= 5; i++) {
		put("  - {id: f" i ", title: форма " words(2) ", definition: \"" sentence() "\"}")
	}
	put("kinds:")
	for (i = 1; i <= 7; i++) {
		put("  - {id: k" i ", title: вид " words(1) ", definition: \"" sentence() "\"}")
	}
	close(file)
}

BEGIN {
	stems = split("наставник учител ученик школ урок програм встреч опыт практик занят задач решен вопрос разговор проект класс " \
		"кабинет прибор датчик таблиц рисунк карт лаборатор физик хими биолог музык театр спорт праздник конференц дневник " \
		"методик приём поддержк помощ знани умени навык результат показател цел план отчёт мастерск завод библиотек музе " \
		"город област район колледж университет студент педагог психолог родител семь друг команд групп пар круг вечер утр " \
		"год месяц недел дорог мост рек озер лес сад парк дом окн стол книг тетрад письм стат слов язык текст рассказ", stem, " ")
	endings = split("а у ом ой е ы и ам ами ах ов ый ого ому ным ная ную ские ский ского", ending, " ")
	openings = split("Сначала Затем Однажды Весной Осенью Каждый Вместе Обычно Потом Наконец Рядом Теперь", opening, " ")
	families = split("Аверина Белоусова Вершинина Голубева Дорохова Ермолаева Жаворонкова Завьялова Игнатова Кузьмина Лаврова " \
		"Мельникова Никонова Озерова Панфилова Родионова Снегирёва Тихомирова Успенская Фомина Харитонова Цыганова " \
		"Чернышёва Шубина Щукина Юдина Ярцева Абакумова Бирюкова Воронцова Гусева Дьякова Ежова Зимина", family, " ")
	givens = split("Анна Вера Галина Дарья Елена Жанна Зоя Ирина Ксения Лидия Мария Нина Ольга Полина Раиса Светлана", given, " ")
	patronymics = split("Андреевна Борисовна Викторовна Геннадьевна Дмитриевна Егоровна Ивановна Львовна Михайловна Олеговна " \
		"Петровна Романовна Сергеевна", patronymic, " ")
	subjects = split("Физика Химия Биология Музыка Математика Информатика История География Литература Технология", subject, " ")
	split("federal regional municipal local", level, " ")
	for (; seed < 1 || seed % 2147483647 == 0; seed++) {
	}
	mentors = share(9)
	mentees = share(14)
	programmes = share(17)
	partners = share(3)
	people = share(28)
	settings()
	for (i = 1; i <= people; i++) person(i)
	for (i = 1; i <= mentors; i++) mentor(i)
	for (i = 1; i <= mentees; i++) mentee(i)
	for (i = 1; i <= programmes; i++) programme(i)
	for (i = 1; i <= partners; i++) partner(i)
	for (i = 1; i <= share(7); i++) case_of(i)
	for (i = 1; i <= share(3); i++) document(i)
	for (i = 1; i <= share(2); i++) method(i)
	for (i = 1; i <= share(12); i++) news(i)
	for (i = 1; i <= share(3); i++) event(i)
	for (i = 1; i <= share(2); i++) award(i)
	print written
}
