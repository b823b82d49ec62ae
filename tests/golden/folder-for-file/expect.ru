content/README.md:1:1: error: папка там, где должен быть файл [folder-for-file]
content/news/first.md:1:1: error: папка там, где должен быть файл [folder-for-file]
content/people/petrova.yaml:1:1: error: папка там, где должен быть файл [folder-for-file]
content/site.yaml:1:1: error: папка там, где должен быть файл [folder-for-file]
