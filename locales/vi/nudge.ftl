## Nhắc việc. Dòng đầu trung tính, vì màn hình khóa hiện khoảng 60 ký tự đầu.

nudge-head-before = Nhắc việc: hạn { $due }, còn { $days } ngày. Mời mở tin nhắn này để xem nội dung.
nudge-head-today = Nhắc việc: hạn hôm nay { $due }, đến hết ngày. Mời mở tin nhắn này để xem nội dung.
nudge-head-after = Nhắc việc. Mời mở tin nhắn này để xem nội dung và cách thực hiện ngay bây giờ.

nudge-private-own = Việc: { $title }
nudge-private-unit = Việc: { $title }
    Đơn vị: { $unit }
nudge-when-before = Hạn: hết ngày { $due } (văn bản: { $phrase })
nudge-when-today = Hạn: hết hôm nay { $due } (văn bản: { $phrase })
nudge-when-after = Hạn: hết ngày { $due } (văn bản: { $phrase }). Bây giờ vẫn gửi được.
nudge-private-how = Chọn “Làm ngay” hoặc nhắn { $command }. Có thể làm dở, bot giữ từng câu trả lời.

nudge-group-counts = { $title }
    Hạn: hết ngày { $due } (văn bản: { $phrase }).

    Đã gửi: { $done }/{ $total } đồng chí, còn { $missing } đồng chí. Cảm ơn các đồng chí đã gửi.
    Đồng chí nào chưa gửi, mời nhắn riêng cho bot: { $command }
nudge-group-plain = { $title }
    Hạn: hết ngày { $due } (văn bản: { $phrase }).

    Cảm ơn các đồng chí đã gửi. Đồng chí nào chưa gửi, mời nhắn riêng cho bot: { $command }
nudge-group-unit = { $title } – { $unit }
    Hạn: hết ngày { $due } (văn bản: { $phrase }).

    Mời đồng chí phụ trách nhắn riêng cho bot: { $command }

nudge-secretary-list = Đã gửi: { $done }/{ $total } đồng chí. Còn chờ ({ $missing }):
nudge-secretary-how = Danh sách này chỉ gửi riêng đồng chí. Nhắn /danhsach để xem ai chưa tham gia và lấy mã mới.

nudge-open = Làm ngay
