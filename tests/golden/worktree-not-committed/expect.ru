content/news/start.md:3:7: error: поле «date»: нужна дата вида 2025-09-01, и такой день должен быть в календаре [want-date]
