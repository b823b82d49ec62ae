rubrika: error: папки content/site.yaml/ нет [no-content]
