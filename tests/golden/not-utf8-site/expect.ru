content/site.yaml:1:8: error: текст не в кодировке UTF-8 [not-utf8]
