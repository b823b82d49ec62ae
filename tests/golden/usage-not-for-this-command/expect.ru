rubrika: error: у этой команды нет такого ключа: -o [usage]
