## Nhắc việc. Dòng đầu trung tính, vì màn hình khóa hiện khoảng 60 ký tự đầu.

nudge-private-before = Nhắc việc: hạn { $due }, còn { $days } ngày. Xin mở tin nhắn này để xem việc cần làm.

    Việc: { $title }
    Hạn: hết ngày { $due } (văn bản: { $phrase })

    Bấm hoặc gõ 1 để làm ngay. Có thể làm dở, bot giữ từng câu trả lời.
nudge-private-today = Nhắc việc: hạn hôm nay, { $due }, đến hết ngày. Xin mở tin nhắn này để xem việc cần làm.

    Việc: { $title }
    Văn bản: { $phrase }

    Bấm hoặc gõ 1 để làm ngay. Có thể làm dở, bot giữ từng câu trả lời.
nudge-private-after = Nhắc việc: { $due }. Xin mở tin nhắn này để xem việc và cách gửi ngay bây giờ.

    Việc: { $title }
    Hạn theo văn bản: { $phrase }. Đồng chí vẫn gửi được.

    Bấm hoặc gõ 1 để làm ngay. Nếu có vướng mắc, xin báo bí thư của đơn vị.

nudge-group-counts = { $title }
    Hạn: hết ngày { $due } (văn bản: { $phrase }).

    Đã gửi: { $done }/{ $total } đồng chí. Còn { $missing } đồng chí chưa gửi.
    Mời các đồng chí nhắn riêng cho bot: { $command }. Cảm ơn các đồng chí đã gửi.
nudge-group-plain = { $title }
    Hạn: hết ngày { $due } (văn bản: { $phrase }).

    Cảm ơn các đồng chí đã gửi. Đồng chí nào chưa gửi, mời nhắn riêng cho bot: { $command }.
nudge-group-unit = { $title }
    Hạn: hết ngày { $due } (văn bản: { $phrase }).

    Bí thư, phó bí thư hoặc đầu mối của đơn vị nhắn riêng cho bot: { $command }.

nudge-secretary-before = Nhắc việc: hạn { $due }, còn { $days } ngày. Xin mở tin nhắn này để xem tình hình.
nudge-secretary-today = Nhắc việc: hạn hôm nay, { $due }, đến hết ngày. Xin mở tin nhắn này để xem tình hình.
nudge-secretary-after = Nhắc việc: { $due }. Xin mở tin nhắn này để xem tình hình và cách giúp nhau hoàn thành.
nudge-secretary-body = { $title } – { $unit }
    Đã gửi: { $done }/{ $total } đồng chí. Chưa gửi ({ $missing }):
    { $names }

    Danh sách này chỉ gửi riêng đồng chí. Gõ /danhsach để xem ai chưa vào bot và lấy mã mới.

nudge-open = Làm ngay
