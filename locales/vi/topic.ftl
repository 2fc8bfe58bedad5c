## /chuyende và "đã nghiên cứu"

menu-topic = Chuyên đề đang học
help-topic = xem chuyên đề đang học và tài liệu
topic-none = Lúc này chưa có chuyên đề nào trong chương trình.
topic-gone = Chuyên đề này không còn trong chương trình. Gõ /chuyende để xem chuyên đề hiện tại.
topic-join-first = Để ghi nhận, trước hết hãy nhắn riêng cho bot và gõ mã mời 8 ký tự.
topic-noted = Đã ghi nhận: đã nghiên cứu. Xem lại tài liệu lúc nào cũng được: gõ /chuyende.
topic-noted-before = Việc này đã được ghi nhận từ trước. Xem lại tài liệu: gõ /chuyende.
topic-noted-group = Đã ghi nhận, cảm ơn đồng chí.{ $counts }
topic-counts = Đến nay: { $done }/{ $total } đồng chí.
topic-studied-on = Đã ghi nhận đã nghiên cứu ngày { $day }.
