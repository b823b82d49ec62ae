content/media/four.tiff:1:1: error: картинок такого вида сайт не показывает: нужна jpg, png или webp [bad-image]
content/media/one.gif:1:1: error: картинок такого вида сайт не показывает: нужна jpg, png или webp [bad-image]
content/media/three.HEIC:1:1: error: картинок такого вида сайт не показывает: нужна jpg, png или webp [bad-image]
content/media/two.svg:1:1: error: картинок такого вида сайт не показывает: нужна jpg, png или webp [bad-image]
