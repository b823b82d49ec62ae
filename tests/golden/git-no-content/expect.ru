rubrika: error: папки content/ нет в этом коммите [no-content]
