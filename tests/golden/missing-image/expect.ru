content/news/picture.md:6:1: error: картинка в тексте: такого файла в media/ нет [missing-image]
content/news/picture.md:8:3: error: картинка в тексте: такого файла в media/ нет [missing-image]
