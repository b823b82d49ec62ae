content/news/empty.md:6:1: error: ссылка без адреса или без текста [empty-link]
content/news/empty.md:6:28: error: ссылка без адреса или без текста [empty-link]
content/news/empty.md:6:44: error: ссылка без адреса или без текста [empty-link]
