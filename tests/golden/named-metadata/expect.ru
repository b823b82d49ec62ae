content/media/pismo.pdf:1:1: error: в свойствах файла (автор, кем изменён, название …) названо лицо, чьё имя не публикуется [named-metadata]
content/media/prikaz.fodt:1:1: error: в примечаниях, правках или подписи внутри файла названо лицо, чьё имя не публикуется [named-metadata]
