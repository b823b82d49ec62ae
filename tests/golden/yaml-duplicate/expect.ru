content/news/thrice.md:5:1: error: поле «note» записано дважды [yaml-duplicate]
content/news/thrice.md:6:1: error: поле «note» записано дважды [yaml-duplicate]
content/news/twice.yaml:3:1: error: поле «title» записано дважды [yaml-duplicate]
content/people/petrov.yaml:8:5: error: поле «signed» записано дважды [yaml-duplicate]
