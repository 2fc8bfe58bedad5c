## Báo cáo khi hết thời gian của một việc

closing-head = Kết quả các việc vừa qua ngày cuối, số liệu đến ngày { $day }. Mời mở tin nhắn để xem.
closing-people = { $title } (hạn { $due }): { $done }/{ $total } đồng chí đã gửi.
closing-units = { $title } (hạn { $due }): { $done }/{ $total } đơn vị đã gửi.
closing-complete = Đã đủ.
closing-open = Còn { $count }.
closing-missing = Còn ở:
closing-unit = { $unit }: { $open }
closing-more = và { $count } đơn vị khác
closing-next = Bản gửi sau ngày cuối vẫn được nhận. Nhắn /tonghop cùng tên đơn vị để xem riêng.
closing-next-unit = Bản gửi sau ngày cuối vẫn được nhận. Nhắn /danhsach để xem còn những ai.
closing-thanks = Mọi bản đều đã có. Cảm ơn đồng chí.
