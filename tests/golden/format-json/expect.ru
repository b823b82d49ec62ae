[
  {
    "path": "content/news/first.yaml",
    "line": 1,
    "column": 8,
    "severity": "error",
    "id": "want-string",
    "message": "поле «title»: нужен текст в одну строку",
    "cure": "Запишите значение одной строкой; если в нём есть двоеточие, возьмите его в кавычки."
  },
  {
    "path": "content/news/first.yaml",
    "line": 2,
    "column": 7,
    "severity": "error",
    "id": "want-date",
    "message": "поле «date»: нужна дата вида 2025-09-01, и такой день должен быть в календаре",
    "cure": "Запишите год, месяц и день через дефис."
  }
]
