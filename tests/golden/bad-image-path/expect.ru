content/news/picture.md:6:1: error: картинка в тексте: нужен путь к файлу в media/ [bad-image-path]
content/news/picture.md:8:1: error: картинка в тексте: нужен путь к файлу в media/ [bad-image-path]
content/news/picture.md:8:45: error: картинка в тексте: нужен путь к файлу в media/ [bad-image-path]
