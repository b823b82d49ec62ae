content/site.yaml:1:1: error: файл больше допустимого: 1 MiB [too-large]
