content/mentees/petrov.yaml:3:3: error: поле «needs»: нужен текст [want-text]
content/news/list.yaml:3:7: error: поле «note»: нужен текст [want-text]
content/roadmap.yaml:5:9: error: поле «activities»: нужен текст [want-text]
