content/media/Four.PDF:1:1: warning: у PDF нет доступной версии: укажите accessible (запись с текстом) или accessible_tagged: true [no-twin]
content/media/ONE.PNG:1:1: error: у картинки нет описания: рядом нужен файл content/media/ONE.PNG.yaml с полем alt [no-sidecar]
content/media/three.JPG:1:1: error: картинка не читается или её вид не совпадает с расширением [bad-image]
