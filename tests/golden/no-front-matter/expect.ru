content/news/empty.md:1:1: error: нет шапки: первой строкой должна быть черта «---» [no-front-matter]
content/news/four.md:1:1: error: нет шапки: первой строкой должна быть черта «---» [no-front-matter]
content/news/late.md:1:1: error: нет шапки: первой строкой должна быть черта «---» [no-front-matter]
content/news/plain.md:1:1: error: нет шапки: первой строкой должна быть черта «---» [no-front-matter]
