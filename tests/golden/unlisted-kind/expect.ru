content/awards/ivanova-2026.yaml:1:1: warning: запись нигде не показана: ни один из разделов, перечисленных в policy.yaml, не показывает «awards» [unlisted-kind]
content/news/start.md:1:1: warning: запись нигде не показана: ни один из разделов, перечисленных в policy.yaml, не показывает «news» [unlisted-kind]
content/roadmap.yaml:1:1: warning: запись нигде не показана: ни один из разделов, перечисленных в policy.yaml, не показывает «roadmap» [unlisted-kind]
content/surveys/may.yaml:1:1: warning: запись нигде не показана: ни один из разделов, перечисленных в policy.yaml, не показывает «surveys» [unlisted-kind]
