language-own-name = Tiếng Việt
language-question = Chọn ngôn ngữ của tin nhắn:
language-chosen = Từ nay tôi nhắn bằng tiếng Việt.
