content/media/klass.png:1:1: error: файл больше допустимого: 32 MiB [too-large]
