content/policy.yaml:1:1: error: нет обязательного файла policy.yaml [missing-file]
content/site.yaml:1:1: error: нет обязательного файла site.yaml [missing-file]
