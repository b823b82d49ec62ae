rubrika: error: нет такой команды: chek [usage]
