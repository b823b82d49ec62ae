content/site.yaml:7:3: error: настройка «colour»: у этой темы такой нет [unknown-setting]
