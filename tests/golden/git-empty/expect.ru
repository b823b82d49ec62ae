rubrika: error: в репозитории ещё нет ни одного коммита [empty-repository]
