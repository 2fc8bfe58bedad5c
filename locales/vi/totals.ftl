### Số tổng của một đơn vị, do bí thư gửi thay cho việc đếm từng người

menu-totals = Gửi số tổng
help-totals = gửi số tổng của đơn vị ở phạm vi bí thư: 23/25 đồng chí, 48 việc
totals-no-unit = Số tổng dành cho đơn vị ở phạm vi bí thư. Đơn vị của đồng chí được đếm từng người; nhắn /tiendo để xem.
totals-unknown-unit = Không tìm thấy đơn vị đó trong phạm vi của đồng chí. Nhắn: số tổng
totals-which-unit = Gửi số tổng của đơn vị nào? Mời chọn ở dưới:
totals-nothing = { $unit } hiện không có việc nào cần số tổng. Có việc mới, bot sẽ nhắn đồng chí.
totals-which-round = Gửi số tổng cho việc nào? Mời chọn một việc ở dưới.
    Đơn vị: { $unit }
totals-line-open = { $title }, hạn { $due }: chưa có số
totals-line-stated = { $title }, hạn { $due }: { $numbers }
totals-ask = Đã có bao nhiêu đồng chí làm xong? Gõ như: 23/25
    Việc: { $title } ({ $unit }), hạn hết ngày { $due }.
    Theo danh sách có { $owed } đồng chí phải làm. Có số việc đã đăng ký thì ghi thêm: 23/25 đồng chí, 48 việc.
totals-ask-filed = Trong bot đã ghi { $filed } đồng chí; số tổng tính cả các đồng chí này.
totals-ask-before = Số đã gửi: { $numbers }. Số mới sẽ thay số này, số cũ được lưu lại.
totals-unreadable = Chưa đọc được số. Gõ như: 23/25, hoặc 23/25 đồng chí, 48 việc. Xong cả { $owed } đồng chí thì gõ: đủ
totals-wrong-more-than-all = Số người làm xong nhiều hơn tổng số. Xin gõ lại, ví dụ: 23/25
totals-wrong-fewer-than-filed = Trong bot đã ghi { $filed } đồng chí làm xong, nên số tổng phải từ { $filed } trở lên. Xin gõ lại.
totals-wrong-no-people = Tổng số phải lớn hơn 0. Theo danh sách có { $owed } đồng chí. Xin gõ lại, ví dụ: 23/25
totals-other-whole = Theo danh sách có { $owed } đồng chí; bot ghi theo số của đồng chí.
totals-confirm = Xin xem lại số vừa ghi, đúng thì chọn gửi:

    { $title }
    { $unit }: { $numbers } (số tổng)
    { $other }
totals-yes = Đúng, gửi
totals-change = Ghi lại số
totals-saved = Đã ghi số tổng. Sửa được đến hết ngày { $due }: nhắn số tổng.

    { $title }
    { $unit }: { $numbers } (số tổng)
totals-saved-late = Đã ghi số tổng sau hạn { $due }. Cần sửa, xin báo văn phòng.

    { $title }
    { $unit }: { $numbers } (số tổng)
totals-closed = Đã hết hạn sửa ({ $due }). Cần sửa, xin báo văn phòng.
    { $title }: { $numbers } (số tổng)
totals-gone = Việc này không còn mở hoặc số vừa được người khác sửa. Nhắn: số tổng
totals-numbers = { $done }/{ $total } đồng chí
totals-deeds = { $deeds } việc

source-each = từng người
source-stated = số tổng
source-unsaid = chưa gửi số
source-both = từng người { $done }/{ $total }, số tổng { $statedDone }/{ $statedTotal }
source-part = trong đó số tổng { $done }/{ $total }
source-unstated = { $units } đơn vị chưa gửi số
source-unstated-line = { $title }: { $units } đơn vị chưa gửi số, hạn { $due }
source-foot = Số liệu đếm từng người, trừ chỗ ghi “số tổng”.

nudge-totals-how = Bot không nhắn cho { $count } đồng chí của đơn vị. Xin cho biết đã có bao nhiêu đồng chí làm xong: chọn “Gửi số tổng”, hoặc nhắn nhập hộ TÊN để ghi từng người.
nudge-totals-open = Gửi số tổng
nudge-paste-closed = { $title }
    Hạn: hết ngày { $due } (văn bản: { $phrase }).

    Cảm ơn các đồng chí đã làm. Đồng chí nào đã xong, xin báo bí thư chi bộ.
paste-topic-hint-closed = Nghiên cứu xong, mời các đồng chí báo bí thư chi bộ.
