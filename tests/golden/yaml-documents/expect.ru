content/news/dots.yaml:5:1: error: в файле второй документ YAML [yaml-documents]
content/news/two.yaml:3:1: error: в файле второй документ YAML [yaml-documents]
