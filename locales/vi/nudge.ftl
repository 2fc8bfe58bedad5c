## Nhắc việc. Dòng đầu trung tính, vì màn hình khóa hiện khoảng 60 ký tự đầu.

nudge-private-own = Việc: { $title }
nudge-private-unit = Việc: { $title }
    Đơn vị: { $unit }
nudge-when-before = Hạn: hết ngày { $due } (văn bản: { $phrase })
nudge-when-today = Hạn: hết hôm nay { $due } (văn bản: { $phrase })
nudge-when-after = Hạn: hết ngày { $due } (văn bản: { $phrase }). Bây giờ vẫn gửi được.
nudge-private-how = Chọn “Làm ngay” hoặc nhắn { $command }. Có thể làm dở, bot giữ từng câu trả lời.

nudge-group-when = { $stage ->
        [reminder] Sắp đến hạn: hết ngày { $due } (văn bản: { $phrase }).
        [last-day] Hạn là hết hôm nay, { $due } (văn bản: { $phrase }).
       *[invitation] Hạn: hết ngày { $due } (văn bản: { $phrase }).
    }
nudge-group-counts = { $title }
    { $when }

    Đã gửi: { $done }/{ $total } đồng chí, còn { $missing } đồng chí. Cảm ơn các đồng chí đã gửi.
    Đồng chí nào chưa gửi, mời nhắn riêng cho bot: { $command }
nudge-group-plain = { $title }
    { $when }

    Cảm ơn các đồng chí đã gửi. Đồng chí nào chưa gửi, mời nhắn riêng cho bot: { $command }
nudge-group-unit = { $title } – { $unit }
    { $when }

    Mời đồng chí phụ trách nhắn riêng cho bot: { $command }

nudge-secretary-list = Đã gửi: { $done }/{ $total } đồng chí. Còn chờ ({ $missing }):
nudge-secretary-how = Danh sách này chỉ gửi riêng đồng chí. Nhắn /danhsach để xem ai chưa tham gia và lấy mã mới.

nudge-open = Làm ngay
