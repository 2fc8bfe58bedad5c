## Tiếp nhận và góp ý. Dòng đầu trung tính vì màn hình khóa.

review-head = Có bản mới chờ trả lời: { $code }. Mở tin nhắn này để đọc toàn bộ nội dung.
review-copy-head = Có thêm một bản để theo dõi: { $code }. Mở tin nhắn này để đọc nội dung.
review-from = { $title }
    Người nộp: { $author }
review-hint = Đồng chí đọc và chọn một trong hai. Xem lại lúc khác: gõ xem { $code }.
review-copy-hint = Bản này gửi thêm để theo dõi, không cần trả lời. Xem lại: gõ xem { $code }.
review-which = Gõ /viec để xem các bản đang chờ đồng chí trả lời.
review-ask-comment = { $title }: đồng chí gõ nội dung cần bổ sung, hoàn thiện trong một tin. Người nộp sẽ nhận đúng lời này.
review-said-received = Đã ghi: { $word } – { $code }. Người nộp được báo ngay.
review-said-commented = Đã ghi: { $word } – { $code }. Người nộp được báo và sẽ gửi bản hoàn thiện.
review-gone = Bản này không còn chờ trả lời. Gõ /viec để xem các bản đang chờ.
review-not-receiver = Bản { $code } do nơi khác tiếp nhận.
review-newer-version = Bản { $code } vừa có phiên bản mới hơn, nên chưa ghi gì. Mời đồng chí đọc bản mới.
review-show-newer = Xem bản mới
review-already-received = Bản { $code } đã được tiếp nhận trước đó.
review-already-sent-back = Bản { $code } đã được góp ý, đang chờ người nộp hoàn thiện.
review-told-head-received = Có trả lời cho bản { $code }. Mở tin nhắn này để xem chi tiết.
review-told-head-commented = Có góp ý cho bản { $code }. Mở tin nhắn này để xem và hoàn thiện.
review-told-received = Bản { $code } được lưu như đã nộp. Trong năm, gõ /camket để ghi tiến độ từng việc (nếu có).
review-told-comment = “{ $comment }”
review-told-next = Để hoàn thiện và nộp lại: gõ sửa { $code }. Nội dung cũ vẫn còn, chỉ sửa dòng cần sửa.
review-told-edit = Sửa và nộp lại
