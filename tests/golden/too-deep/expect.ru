content/media/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b/b:1:1: error: папки вложены слишком глубоко: больше 32 уровней [too-deep]
