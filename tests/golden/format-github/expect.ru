::error file=content/media/50%25%2Ca.png,line=1,col=1::у картинки нет описания: рядом нужен файл content/media/50%25,a.png.yaml с полем alt [no-sidecar]
::error file=content/media/50%25%2Ca.png,line=1,col=1::картинка не читается или её вид не совпадает с расширением [bad-image]
::error file=content/news/first.yaml,line=1,col=8::поле «title»: нужен текст в одну строку [want-string]
::error file=content/news/first.yaml,line=2,col=7::поле «date»: нужна дата вида 2025-09-01, и такой день должен быть в календаре [want-date]
