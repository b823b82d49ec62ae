themes/school/templates/page.mustache:2:1: error: шаблон: нет файла templates/parts/absent.mustache [unknown-partial]
