content/site.yaml:2:8: error: тема «neo» не найдена: нет ни встроенной, ни папки themes/neo/ [unknown-theme]
