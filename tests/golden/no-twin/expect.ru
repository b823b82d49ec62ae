content/media/alone.pdf:1:1: warning: у PDF нет доступной версии: укажите accessible (запись с текстом) или accessible_tagged: true [no-twin]
content/media/described.pdf.yaml:1:1: warning: у PDF нет доступной версии: укажите accessible (запись с текстом) или accessible_tagged: true [no-twin]
