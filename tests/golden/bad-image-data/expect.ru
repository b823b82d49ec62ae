content/media/klass.png:1:1: error: картинка не читается или её вид не совпадает с расширением [bad-image]
