rubrika: error: ключу --base-url нужен полный адрес с «/» на конце: https://school.example/nastavnichestvo [usage]
