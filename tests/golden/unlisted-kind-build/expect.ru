content/news/start.md:1:1: warning: запись нигде не показана: ни один из разделов, перечисленных в policy.yaml, не показывает «news» [unlisted-kind]
