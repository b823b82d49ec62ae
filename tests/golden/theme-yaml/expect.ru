themes/school/theme.yaml:4:1: error: запись не читается как YAML; проверьте отступы, двоеточия и кавычки в этой строке и строкой выше [yaml-syntax]
