content/policy.yaml:6:10: error: поле «id»: значение повторяется в списке [duplicate-item]
