content/news/lines.md:9:3: error: пропущен уровень заголовка: после уровня 1 идёт уровень 3 [heading-skip]
content/news/skip.md:8:1: error: пропущен уровень заголовка: после уровня 2 идёт уровень 4 [heading-skip]
content/news/skip.md:16:1: error: пропущен уровень заголовка: после уровня 1 идёт уровень 3 [heading-skip]
