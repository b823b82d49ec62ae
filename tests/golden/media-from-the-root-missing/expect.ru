content/news/forma.md:4:8: error: поле «image»: такого файла в media/ нет [dangling-media]
content/news/forma.md:8:1: error: картинка в тексте: такого файла в media/ нет [missing-image]
