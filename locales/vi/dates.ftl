## Hạn mà kế hoạch chưa ấn định

menu-date = Đặt hạn cho việc chưa có hạn
help-date = đặt hạn cho việc mà kế hoạch chưa ấn định
dates-ask-head = Nhắc việc: cần bổ sung một số hạn. Mời mở tin nhắn này để xem danh sách.
dates-ask-how = Khi có hạn, nhắn /dathan để nhập. Chưa có hạn thì bot vẫn hiện việc nhưng chưa nhắc ai.
dates-open-head = { $programme } chưa ấn định hạn của:
dates-open-line = { $title } (văn bản: { $phrase })
dates-none = Không còn việc nào thiếu hạn.
dates-which = Có { $count } việc chưa có hạn. Mời chọn việc cần đặt hạn ở danh sách dưới đây:
dates-which-day = Mời nhập ngày cuối cùng còn nhận, ví dụ 15/5/2026 hoặc cuối tháng 5.

    Việc: { $title }
    Văn bản: { $phrase }
dates-day-unreadable = Chưa đọc được ngày này. Mời nhập ngày/tháng/năm, ví dụ 15/5/2026; hoặc /huy để thôi.
dates-day-past = Ngày { $due } đã qua. Mời nhập một ngày từ hôm nay trở đi; hoặc /huy để thôi.
dates-confirm = Hạn sẽ là hết ngày { $due }. Đúng thì chọn “Đặt hạn này”.

    Việc: { $title }
dates-yes = Đặt hạn này
dates-other = Nhập ngày khác
dates-set = Đã đặt hạn: hết ngày { $due }, cho { $count } nơi có việc này. Bot sẽ nhắc theo hạn mới.

    Việc: { $title }
dates-too-late = Hạn này muộn hơn hạn của cấp trên cho cùng việc nên chưa đặt được. Mời nhập ngày sớm hơn.

    Việc: { $title }
dates-gone = Hạn của việc này không đặt ở đây được nữa. Nhắn /dathan để xem danh sách hiện tại.
dates-phrase = { $phrase }; cơ quan phụ trách ấn định: hết ngày { $due }
