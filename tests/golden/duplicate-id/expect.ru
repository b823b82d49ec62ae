content/news/start.yaml:1:1: error: запись заведена дважды: есть и start.md, и start.yaml [duplicate-id]
content/people/orlova.yaml:1:1: error: запись заведена дважды: есть и orlova.md, и orlova.yaml [duplicate-id]
