content/site.yaml:1:1: error: нет обязательного файла site.yaml [missing-file]
