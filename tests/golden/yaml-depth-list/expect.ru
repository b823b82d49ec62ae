content/news/deep.yaml:3:8: error: поле «tags»: нужен текст в одну строку [want-string]
content/news/deep.yaml:3:22: error: слишком глубокая вложенность: больше 16 уровней [yaml-depth]
