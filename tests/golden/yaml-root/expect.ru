content/news/front.md:2:1: error: запись должна состоять из полей вида «поле: значение» [yaml-root]
content/news/list.yaml:1:1: error: запись должна состоять из полей вида «поле: значение» [yaml-root]
content/news/text.yaml:1:1: error: запись должна состоять из полей вида «поле: значение» [yaml-root]
