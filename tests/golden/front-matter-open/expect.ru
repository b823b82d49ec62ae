content/news/dots.md:1:1: error: шапка не закрыта: нет второй черты «---» [front-matter-open]
content/news/open.md:1:1: error: шапка не закрыта: нет второй черты «---» [front-matter-open]
