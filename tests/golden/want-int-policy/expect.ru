content/policy.yaml:8:12: error: поле «min_group»: нужно целое число от 2 до 1000 [want-int]
content/policy.yaml:10:16: error: поле «max_mentees»: нужно целое число от 1 до 1000 [want-int]
content/policy.yaml:11:15: error: поле «min_months»: нужно целое число от 0 до 120 [want-int]
content/policy.yaml:12:20: error: поле «update_workdays»: нужно целое число от 1 до 366 [want-int]
