## Bài đăng chuyên đề (gửi riêng, gửi nhóm và lệnh /chuyende)

topic-post-private-head = Tài liệu mới: { $period }. Xin mở tin nhắn này để xem nội dung và việc cần làm.
topic-post-group-head = Chuyên đề { $period }
topic-post-title = “{ $title }”
topic-post-to-do = Việc cần làm: { $text }
topic-post-due = Hoàn thành hết ngày { $due } (văn bản: { $phrase }).
topic-post-materials = Tài liệu:
topic-post-studied = Đã nghiên cứu
topic-post-hint-private = Nghiên cứu xong, bấm hoặc gõ 1. Xem lại lúc nào cũng được: gõ /chuyende.
topic-post-hint-group = Nghiên cứu xong, đồng chí bấm nút hoặc trả lời tin này: đã nghiên cứu.
topic-post-quarter = quý { $quarter }/{ $year }
topic-post-year = năm { $year }
topic-post-term = toàn khóa
