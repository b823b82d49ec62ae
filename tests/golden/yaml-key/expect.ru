content/news/empty.yaml:3:1: error: имя поля должно быть словом, а не списком и не набором полей [yaml-key]
content/news/list.yaml:3:3: error: имя поля должно быть словом, а не списком и не набором полей [yaml-key]
content/news/map.yaml:3:1: error: имя поля должно быть словом, а не списком и не набором полей [yaml-key]
