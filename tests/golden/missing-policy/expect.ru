content/policy.yaml:1:1: error: нет обязательного файла policy.yaml [missing-file]
