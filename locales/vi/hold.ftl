### Xem trước, hoãn và đính chính chuyên đề

menu-hold = Hoãn chuyên đề sắp gửi
menu-correct = Đính chính chuyên đề
help-hold = hoãn hoặc cho gửi một chuyên đề sắp tới
help-correct = gửi đính chính tới đúng những nơi đã nhận một chuyên đề
preview-head = Mai, { $hour } ngày { $day }, bot sẽ gửi tin dưới đây.
preview-recipients = Người nhận: { $people } người nhắn riêng, { $groups } nhóm{ $pasters ->
    [0] .
   *[other] , { $pasters } người đăng hộ vào nhóm.
}
preview-unit = • { $unit }: { $count } người
preview-more-units = • và { $count } đơn vị khác
preview-words = Lời sẽ gửi:
preview-how = Đúng rồi thì không cần làm gì. Chưa muốn gửi, nhắn: hoãn

hold-do = Hoãn
hold-none = Không có chuyên đề nào sắp gửi. Đã gửi mà sai, nhắn /dinhchinh.
hold-which = Chọn chuyên đề để hoãn, hoặc để gửi lại:
hold-choice-hold = Hoãn: { $title } ({ $day })
hold-choice-send = Gửi: { $title } (đang hoãn)
hold-how-long = Hoãn “{ $title }” đến ngày nào? Chọn, hoặc gõ một ngày như 15/3.
hold-until = Gửi ngày { $day }
hold-until-said = Đến khi tôi bảo gửi
hold-day-unreadable = Chưa đọc được ngày. Gõ như 15/3 hoặc 15/3/2026.
hold-day-past = Ngày { $day } không phải ngày tới. Xin gõ một ngày từ mai trở đi.
hold-held = Đã hoãn “{ $title }”. Bot gửi lúc 08:00 ngày { $day }; hôm trước sẽ báo lại. Gửi sớm hơn: /hoan
hold-held-open = Đã hoãn “{ $title }” đến khi đồng chí bảo gửi. Gửi: /hoan
hold-held-over = Đã hoãn “{ $title }” đến ngày { $day }, nhưng lúc ấy chuyên đề đã hết thời gian nên bot sẽ không gửi. Muốn gửi: /hoan
hold-released = “{ $title }” sẽ được gửi khi đến giờ (trong khoảng 08:00–20:00).
hold-too-late = Chuyên đề này đã được gửi. Nếu có chỗ sai, nhắn /dinhchinh.
hold-gone = Việc này không còn nữa. Gõ /hoan để xem lại.
hold-told = Báo về tin sắp gửi: { $name } đã hoãn “{ $title }” đến ngày { $day }. Xem: /hoan
hold-told-open = Báo về tin sắp gửi: { $name } đã hoãn “{ $title }” cho đến khi có lệnh gửi. Xem: /hoan
hold-told-released = Báo về tin sắp gửi: { $name } đã cho gửi “{ $title }”.

correct-none = Chưa có chuyên đề nào được gửi. Sắp gửi mà cần dừng, nhắn /hoan.
correct-which = Đính chính chuyên đề nào?
correct-words = Đính chính “{ $title }”: gõ đúng lời cần gửi, một tin. Chỉ những người đã nhận chuyên đề mới nhận đính chính.
correct-length = Lời đính chính cần từ { $shortest } đến { $longest } ký tự. Xin gõ lại.
correct-confirm = Sẽ gửi cho { $people } người đã nhận, { $groups } nhóm, { $pasters } người đăng hộ:

    { $words }

    Chưa đúng thì gõ lại lời khác.
correct-yes = Gửi đính chính
correct-sent = Đã xếp gửi đính chính tới { $count } nơi, đúng những nơi đã nhận. Nhớ sửa cả tệp chương trình (import programme, publish) để người vào sau nhận lời đúng.
correct-gone = Việc đính chính này không còn nữa. Gõ /dinhchinh để làm lại.
correct-told = Bot xin đính chính một tin đã gửi. Mời mở tin nhắn này để xem.

    Chuyên đề “{ $title }”:
    { $text }

    Xin dùng nội dung này thay cho chỗ sai trong tin trước. Mong đồng chí thông cảm.
correct-told-group = Đính chính tin đã gửi về chuyên đề “{ $title }”:
    { $text }

    Xin dùng nội dung này thay cho chỗ sai trong tin trước.
