themes/school/templates/page.mustache:2:1: error: шаблон: «page.title» открыто, но не закрыто [template-syntax]
themes/school/templates/page.mustache:3:4: error: шаблон: тег «{{page.title</p>» не закрыт [template-syntax]
