content/pages/about.md:5:12: note: слово из списка namesakes файла policy.yaml: здесь оно не принято за скрытую фамилию [namesake-used]
