content/mentees/petrov.md:5:1: error: у записи «mentee» не бывает текста после шапки [body-not-allowed]
content/people/orlova.md:5:1: error: у записи «person» не бывает текста после шапки [body-not-allowed]
