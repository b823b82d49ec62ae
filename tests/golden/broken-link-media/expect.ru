content/news/broken.md:6:5: error: ссылка на страницу, которой в разделе нет [broken-link]
