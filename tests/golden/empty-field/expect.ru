content/news/blank.yaml:1:8: error: поле «title» пустое [empty-field]
content/news/empty.yaml:1:8: error: поле «title» пустое [empty-field]
content/news/empty.yaml:5:4: error: поле «tags» пустое [empty-field]
content/news/empty.yaml:6:5: error: поле «tags» пустое [empty-field]
