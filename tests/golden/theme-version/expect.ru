themes/school/theme.yaml:3:10: error: тема рассчитана на другую версию rubrika: нужна >=9.5 [theme-version]
