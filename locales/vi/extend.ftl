### Gia hạn và mở, chốt, mở lại kỳ

menu-extend = Gia hạn
menu-rounds = Mở, chốt kỳ
help-extend = gia hạn cho một đơn vị hoặc một nhiệm vụ: /giahan CB01 20/3
help-rounds = mở sớm, chốt hoặc mở lại một kỳ
extend-how = Gõ: /giahan ĐƠN VỊ NGÀY hoặc /giahan NHIỆM VỤ NGÀY. Ví dụ: /giahan CB01 20/3, /giahan bản đăng ký 20/3.
extend-past = Ngày { $day } đã qua. Xin gõ lại với một ngày sắp tới.
extend-unknown = Không thấy đơn vị hay nhiệm vụ “{ $typed }” trong phạm vi của đồng chí. Gõ mã hoặc tên, ví dụ: /giahan CB01 20/3.
extend-which-unit = Gia hạn cho đơn vị nào?
extend-which-round = Gia hạn việc nào đến hết ngày { $day }?
extend-round = { $title } (hạn { $from }, còn { $count })
extend-all = Tất cả { $count } việc trên
extend-nothing = Không có việc nào đang chờ mà hạn trước ngày { $day }. Không có gì thay đổi.
extend-why = Vì sao gia hạn? Gõ một câu, ví dụ: mưa lũ, chờ văn bản cấp trên. Lý do chỉ giữ trong hồ sơ, không gửi cho ai.
extend-line = • { $title }: hạn cũ { $from }, còn { $count } nơi chưa gửi
extend-confirm = Gia hạn đến hết ngày { $day }:
    { $lines }

    Lý do: { $reason }
    Bot sẽ báo cho những người liên quan và nhắc theo hạn mới.
extend-yes = Gia hạn
extend-done = Đã gia hạn { $count } việc đến hết ngày { $day }. Đã báo { $told } người. Lời nhắc theo hạn cũ đã bỏ.
extend-gone = Việc gia hạn này không còn nữa. Gõ lại /giahan.
extend-refused-nothing = Những việc này vừa xong hoặc đã có hạn muộn hơn. Không có gì thay đổi.
extend-refused-rule-word = Lý do này trùng một từ riêng của hệ thống. Xin gõ lý do bằng lời khác.
extend-told = Báo thêm thời gian cho việc đang làm. Mời mở tin nhắn này để xem.

    { $lines }

    Đồng chí không phải làm gì thêm; nhắn /viec khi thuận tiện.
extend-told-line = • { $title }: hết ngày { $day } (trước là { $from })
extend-told-group = Thêm thời gian, hạn mới như sau:
    { $lines }

round-which = Chọn kỳ để mở, chốt hoặc mở lại:
round-none = Không có kỳ nào đang chạy hoặc sắp tới.
round-gone = Kỳ này đã đổi hoặc không còn. Gõ /ky để xem lại.
round-no-date = chưa định
round-label-waiting = { $title } · chưa mở · { $due }
round-label-open = { $title } · đang mở · { $due }
round-label-closed = { $title } · đã chốt · { $due }
round-shown-waiting = { $title }: chưa mở, sẽ hiện từ ngày { $opens }. Hạn: { $due }.
round-shown-open = { $title }: đang mở. Hạn: { $due }. Đã có { $done }/{ $total }.
round-shown-closed = { $title }: đã chốt, không nhận thêm. Hạn: { $due }. Đã có { $done }/{ $total }.
round-do-opened = Mở ngay
round-do-closed = Chốt kỳ
round-do-reopened = Mở lại
round-why-opened = Vì sao mở sớm? Gõ một câu để giữ trong hồ sơ.
round-why-closed = Vì sao chốt? Gõ một câu để giữ trong hồ sơ, ví dụ: đã tổng hợp xong.
round-why-reopened = Vì sao mở lại? Gõ một câu để giữ trong hồ sơ.
round-confirm-opened = Mở ngay “{ $title }” cho { $total } nơi? Lý do: { $reason }
round-confirm-closed = Chốt “{ $title }”? Còn { $missing }/{ $total } chưa gửi; sau khi chốt bot không nhận thêm và không nhắc nữa. Bản đã trả lại vẫn sửa được. Lý do: { $reason }
round-confirm-reopened = Mở lại “{ $title }”? { $missing } nơi chưa gửi sẽ gửi được. Lý do: { $reason }
round-yes-opened = Mở kỳ
round-yes-closed = Chốt kỳ
round-yes-reopened = Mở lại kỳ
round-done-opened = Đã mở “{ $title }”. Đã báo { $told } người.
round-done-closed = Đã chốt “{ $title }”. Đã báo { $told } người chưa gửi. Cần nhận thêm: mở lại kỳ.
round-done-reopened = Đã mở lại “{ $title }”. Đã báo { $told } người chưa gửi.
round-told-opened = Báo một việc mở sớm. Mời mở tin nhắn này để xem.

    “{ $title }” làm được từ hôm nay. Hạn: { $due }. Nhắn /viec khi thuận tiện.
round-told-closed = Báo một việc đã khép lại. Mời mở tin nhắn này để xem.

    “{ $title }” đã chốt, bot không nhắc nữa. Đồng chí không cần làm gì thêm; nếu cần gửi, xin báo văn phòng.
round-told-reopened = Báo một việc được mở lại. Mời mở tin nhắn này để xem.

    “{ $title }” nhận lại từ hôm nay. Nhắn /viec khi thuận tiện.
round-told-group-opened = “{ $title }” làm được từ hôm nay. Hạn: { $due }.
round-told-group-closed = “{ $title }” đã chốt. Xin cảm ơn các đồng chí.
round-told-group-reopened = “{ $title }” nhận lại từ hôm nay.
round-closed-form = Kỳ này đã chốt nên bot không nhận thêm: { $title }. Nếu cần gửi hoặc sửa, xin báo văn phòng để mở lại kỳ.
round-state-waiting = chưa mở
round-state-open = đang mở
round-state-closed = đã chốt
round-listed = hiện từ { $opens }, hạn { $due }, { $done }/{ $total }
round-unknown = Không có kỳ { $period } của { $obligation } đang chạy. Xem: nhipquy period list
round-refused-is-open = Kỳ này đang mở rồi. Không có gì thay đổi.
round-refused-is-closed = Kỳ này đã chốt. Mở lại: nhipquy period reopen
round-refused-not-closed = Kỳ này chưa chốt. Không có gì thay đổi.
