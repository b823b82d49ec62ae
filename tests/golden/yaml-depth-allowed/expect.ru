content/news/deep.yaml:3:8: error: поле «tags»: нужен текст в одну строку [want-string]
