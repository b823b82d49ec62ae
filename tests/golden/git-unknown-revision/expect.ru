rubrika: error: ревизии «v1.0» в репозитории нет [unknown-revision]
