## /viec và xong

menu-work = Việc của tôi
help-work = xem việc cần làm
menu-done = Báo xong việc
help-done = báo xong một việc không có phiếu, kèm một dòng và ảnh nếu muốn
work-due = Hạn: hết ngày { $due } (văn bản: { $phrase })
work-due-ongoing = Thường xuyên (văn bản: { $phrase })
work-due-unset = Chưa định ngày (văn bản: { $phrase })
work-head = Việc cần làm: { $count }. Chọn một việc dưới đây để làm ngay: bấm vào việc đó hoặc gõ số của nó.
work-nothing = Hiện không có việc nào cần làm. Cảm ơn đồng chí.
work-next = Sắp tới: { $title }, mở từ { $day }.
work-filed = Đã nộp: { $codes }. Xem lại: gõ xem và mã.
work-more = Còn { $rest } việc nữa
work-choice-review = Chờ trả lời: { $code } – { $author }
work-choice-begun = { $title } (đang làm dở)
work-choice-sent-back = { $title } (cần hoàn thiện)
work-choice-to-sign = { $title } (chờ xác nhận)
work-choice-before-bot = { $title } (trước khi dùng bot)
work-choice-ongoing = { $title } · thường xuyên
work-done-line = Đã làm được gì? Ghi một dòng.
work-done-line-short = Kết quả
work-done-line-example = Đã ban hành kế hoạch số 12, gửi cấp trên ngày 05/3.
work-done-photo = Ảnh kèm theo
work-done-photo-short = Ảnh
work-done-nothing = Không có việc nào đang chờ báo xong. Gõ /viec để xem việc.
work-done-which = Có mấy việc đang chờ báo xong. Xin chọn việc vừa làm: bấm vào việc đó hoặc gõ số của nó.
