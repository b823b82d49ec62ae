content/news/two.yaml:3:1: error: поле «й»: нет такого поля [unknown-field]
content/news/two.yaml:4:1: error: поле «й» записано дважды [yaml-duplicate]
