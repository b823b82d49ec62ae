themes/school/strings/ru.yaml:1:1: error: в теме нет строки «nav_news» [missing-string]
