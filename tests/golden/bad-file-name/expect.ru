content/media/a�b.txt:1:1: error: имя файла не в кодировке UTF-8 или содержит управляющие знаки [bad-file-name]
content/media/c�d.txt:1:1: error: имя файла не в кодировке UTF-8 или содержит управляющие знаки [bad-file-name]
content/news/��.md:1:1: error: имя файла не в кодировке UTF-8 или содержит управляющие знаки [bad-file-name]
