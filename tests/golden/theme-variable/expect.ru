themes/school/templates/page.mustache:2:4: error: шаблон: на этой странице нет переменной «page.titel» [unknown-variable]
