content/media/etc:1:1: error: символическая ссылка вместо файла [symlink]
content/news/link.md:1:1: error: символическая ссылка вместо файла [symlink]
