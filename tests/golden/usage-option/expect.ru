rubrika: error: неизвестный ключ: --wortkree [usage]
