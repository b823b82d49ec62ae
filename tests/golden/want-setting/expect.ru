content/site.yaml:7:11: error: настройка темы «accent»: нужно значение вида "#1f5f8b" [want-setting]
