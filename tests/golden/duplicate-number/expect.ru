content/programmes/fizika.md:2:9: error: поле «number»: такой номер уже есть у другой программы: content/programmes/biologiya.md [duplicate-number]
content/programmes/himiya.md:2:9: error: поле «number»: такой номер уже есть у другой программы: content/programmes/biologiya.md [duplicate-number]
