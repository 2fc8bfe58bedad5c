## Bài đăng chuyên đề (gửi riêng, gửi nhóm và lệnh /chuyende)

topic-post-private-head = Tài liệu học tập { $period }. Mời mở tin nhắn này để xem nội dung và việc cần làm.
topic-post-group-head = Chuyên đề { $period }
topic-post-title = “{ $title }”
topic-post-to-do = Việc cần làm: { $text }
topic-post-due = Hạn: hết ngày { $due } (văn bản: { $phrase }).
topic-post-materials = Tài liệu:
topic-post-studied = Đã nghiên cứu
topic-post-hint-private = Nghiên cứu xong, xin chọn “Đã nghiên cứu” ở dưới. Xem lại lúc nào cũng được: nhắn /chuyende.
topic-post-hint-group = Nghiên cứu xong, mời các đồng chí bấm nút ở dưới hoặc trả lời tin này: đã nghiên cứu.
topic-post-hint-group-words = Nghiên cứu xong, mời các đồng chí trả lời tin này: đã nghiên cứu.
topic-post-suggested = Đây là chủ đề gợi ý; đơn vị có thể chọn nội dung sát với tình hình của mình.
topic-post-term = toàn khóa
