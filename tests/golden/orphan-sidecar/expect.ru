content/media/2026/list.yaml:1:1: error: описание есть, а самого файла media/2026/list нет [orphan-sidecar]
content/media/gone.jpg.yaml:1:1: error: описание есть, а самого файла media/gone.jpg нет [orphan-sidecar]
