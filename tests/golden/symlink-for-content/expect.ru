content:1:1: error: символическая ссылка вместо файла [symlink]
