content/people/galkina.yaml:4:5: warning: срок опубликовать условия этого согласия прошёл, а в истории раздела его ещё нет (152-ФЗ, ст. 10.1, ч. 10) [notice-overdue]
content/people/zayceva.yaml:4:5: warning: срок опубликовать условия этого согласия прошёл, а в истории раздела его ещё нет (152-ФЗ, ст. 10.1, ч. 10) [notice-overdue]
