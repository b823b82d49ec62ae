content/news/merge.yaml:3:1: error: слияние YAML («<<») здесь не разрешено [yaml-merge]
content/people/petrov.yaml:5:5: error: слияние YAML («<<») здесь не разрешено [yaml-merge]
