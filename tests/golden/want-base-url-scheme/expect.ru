content/site.yaml:1:11: error: поле «base_url»: нужен полный адрес раздела, от https:// до черты «/» на конце [want-base-url]
