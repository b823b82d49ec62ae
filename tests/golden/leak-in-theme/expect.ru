public/404.html:3:17: error: утечка: здесь стоит то, что не публикуется: content/people/belomestnova.yaml, поле «family» [leak]
