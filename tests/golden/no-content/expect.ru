rubrika: error: папки razdel/ нет [no-content]
