content/site.yaml:2:11: error: поле «timezone»: нужен часовой пояс вида Europe/Moscow или Asia/Yekaterinburg [want-zone]
