## Biên nhận và "xem BC-7K2M"

receipt-filed = Đã nhận. Mã biên nhận: { $code }
receipt-refiled = Đã nhận bản mới (lần { $version }). Mã biên nhận: { $code }
receipt-next-review = Tiếp theo: nơi tiếp nhận đọc và trả lời; bot báo ngay khi có.
receipt-next-none = Việc này đã xong, không phải chờ trả lời.
receipt-editable = Sửa được đến hết ngày { $due }: gõ sửa { $code }. Xem lại: gõ xem { $code }.
receipt-look = Xem lại lúc nào cũng được: gõ xem { $code }.
receipt-how-to = Gõ xem và mã biên nhận, ví dụ: xem BC-7K2M.
receipt-refile-how-to = Lúc này chưa mở phiếu nào để sửa. Phiếu đang viết dở: gõ tiếp. Bản đã nộp: gõ sửa và mã biên nhận, ví dụ sửa { $code }.
receipt-unknown = Không tìm thấy { $code }. Đồng chí xem lại mã giúp.
receipt-nothing-filed = Chưa có bản nào được nộp. Gõ /viec để xem việc.
receipt-refile-which = Có mấy bản đã nộp còn sửa được. Xin chọn bản cần sửa, nội dung cũ vẫn giữ nguyên:
receipt-head = Biên nhận { $code }
receipt-author = Người nộp: { $author }
receipt-filed-at = Nộp lúc { $time } ngày { $day }, lần { $version }
receipt-state-filed = Tình trạng: chờ trả lời
receipt-state-received = Tình trạng: { $word }
receipt-state-commented = Tình trạng: đã góp ý, chờ hoàn thiện
receipt-state-final = Tình trạng: đã nộp
receipt-short-filed = chờ trả lời
receipt-short-received = đã tiếp nhận
receipt-short-commented = cần hoàn thiện
receipt-short-final = đã nộp
receipt-files = Ảnh, tệp kèm theo: { $count }
receipt-comment = Góp ý ngày { $day }: “{ $comment }”
receipt-edit = Sửa và nộp lại
receipt-people = { $count } đồng chí
