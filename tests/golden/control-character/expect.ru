content/news/body.md:6:8: error: невидимый управляющий знак в тексте [control-character]
content/news/escape.yaml:1:8: error: невидимый управляющий знак в тексте [control-character]
content/news/value.yaml:1:10: error: невидимый управляющий знак в тексте [control-character]
content/news/zero.yaml:1:15: error: невидимый управляющий знак в тексте [control-character]
