razdel/policy.yaml:1:1: error: символическая ссылка вместо файла [symlink]
razdel/site.yaml:1:1: error: нет обязательного файла site.yaml [missing-file]
