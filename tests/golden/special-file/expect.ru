content/media/pipe.png:1:1: error: это не обычный файл [special-file]
content/news/pipe.md:1:1: error: это не обычный файл [special-file]
