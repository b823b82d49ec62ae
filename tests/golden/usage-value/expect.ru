rubrika: error: неверное значение ключа; нужно: DATE [usage]
