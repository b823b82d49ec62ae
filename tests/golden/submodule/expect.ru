content/media/photos:1:1: error: подмодуль git внутри раздела [submodule]
