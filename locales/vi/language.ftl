language-own-name = Tiếng Việt
