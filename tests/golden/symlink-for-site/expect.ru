content/site.yaml:1:1: error: символическая ссылка вместо файла [symlink]
