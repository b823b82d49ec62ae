content/news/many.yaml:100000:3: error: слишком много значений в одном файле: больше 100 000 [yaml-nodes]
