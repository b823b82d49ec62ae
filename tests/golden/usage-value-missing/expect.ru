rubrika: error: ключу нужно значение: --rev [usage]
