content/news/picture.yaml:3:8: error: поле «image»: нужна картинка (jpg, png или webp) [want-image]
content/partners/univer.md:3:7: error: поле «logo»: нужна картинка (jpg, png или webp) [want-image]
content/people/petrov.yaml:3:8: error: поле «photo»: нужна картинка (jpg, png или webp) [want-image]
