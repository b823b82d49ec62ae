content/site.yaml:6:71: error: слишком глубокая вложенность: больше 16 уровней [yaml-depth]
