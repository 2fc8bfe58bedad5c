### Thay đổi danh sách đơn vị: bí thư đề nghị, văn phòng xác nhận

menu-staff = Đề nghị thay đổi danh sách
help-staff = đề nghị thay đổi danh sách đang chờ: xác nhận, từ chối
roster-unknown-unit = Không tìm thấy đơn vị này trong phạm vi của đồng chí: { $unit }. Gõ /danhsach để chọn.
roster-change = Đề nghị thay đổi
roster-marked = Ghi chú: { $count }
roster-proposed = Đề nghị đang chờ văn phòng: { $count }
roster-status-probationary = dự bị
roster-status-exempt = miễn sinh hoạt
roster-status-away = vắng đến hết ngày { $day }
roster-status-left = đã rời đơn vị

change-how = Đổi danh sách từ /danhsach: chọn một người, rồi chọn Đề nghị thay đổi.
change-menu = Danh sách riêng cho người phụ trách. Chọn thay đổi cần đề nghị văn phòng:

    { $name }
change-do-new = Thêm đảng viên mới
change-do-left = Đã rời đơn vị
change-do-transferred = Chuyển sang đơn vị khác
change-do-away = Đi vắng đến ngày
change-do-back = Đã trở về
change-do-exempt = Được miễn sinh hoạt
change-do-not-exempt = Thôi miễn sinh hoạt
change-do-official = Công nhận chính thức
change-do-phone = Số điện thoại mới
change-do-acting = Giao phụ trách thay, có thời hạn
change-do-acting-ended = Thôi phụ trách thay

change-field-name = Họ và tên đầy đủ
change-field-category = Chính thức hay dự bị?
change-field-official = Đảng viên chính thức
change-field-probationary = Đảng viên dự bị
change-field-code = Mã đảng viên
change-field-code-help = Chưa biết mã: gõ bỏ qua, bot tự đặt mã tạm.
change-field-phone = Số điện thoại
change-field-new-phone = Số điện thoại mới
change-field-unit = Chuyển đến đơn vị nào?
change-field-unit-help = Gõ tên hoặc mã đơn vị, một phần tên cũng được.
change-field-away-until = Vắng đến hết ngày nào?
change-field-acting-until = Phụ trách thay đến hết ngày nào?
change-field-day-example = 30/6/2026
change-field-role = Phụ trách thay ai?
change-field-role-secretary = Thay bí thư
change-field-role-deputy = Thay phó bí thư

change-says-new = thêm mới ({ $status })
change-says-left = đã rời đơn vị
change-says-transferred = chuyển sang { $unit }
change-says-away = vắng đến hết ngày { $until }
change-says-back = đã trở về
change-says-exempt = được miễn sinh hoạt
change-says-not-exempt = thôi miễn sinh hoạt
change-says-official = được công nhận chính thức
change-says-phone = số điện thoại mới { $phone }
change-says-acting-secretary = thay bí thư đến hết ngày { $until }
change-says-acting-deputy = thay phó bí thư đến hết ngày { $until }
change-says-acting-ended = thôi phụ trách thay

change-ask = Xin xem lại thay đổi dưới đây trước khi gửi, danh sách chưa đổi gì.

    { $name }, { $unit }: { $change }
change-send = Đúng, gửi
change-no = Không gửi
change-dropped = Đã bỏ, chưa gửi đề nghị nào. Xem danh sách: /danhsach
change-gone = Đề nghị này không còn mở. Làm lại từ /danhsach.
change-problem-name = Xin ghi đủ họ và tên. Gõ sửa 1 rồi ghi lại, xong gõ gửi.
change-problem-phone = Số điện thoại chưa đúng, ví dụ 0912345678. Gõ sửa và số dòng rồi ghi lại, xong gõ gửi.
change-problem-day-past = Ngày phải từ hôm nay trở đi. Gõ sửa và số dòng, ghi cả năm, ví dụ 30/6/2026, xong gõ gửi.
change-problem-code-taken = Mã { $code } đã có trong danh sách. Nếu là người chuyển đến, nhờ nơi cũ đề nghị chuyển. Nếu gõ nhầm: gõ sửa và số dòng.
change-problem-unit = Không tìm thấy đơn vị { $unit }. Gõ sửa 1 rồi ghi tên hoặc mã đơn vị, xong gõ gửi.
change-which-unit = Có mấy đơn vị giống tên đó. Chọn đơn vị chuyển đến:
change-waits-already = Đề nghị này đã gửi rồi và đang chờ văn phòng trả lời. Xem: /danhsach
change-sent = Đã gửi văn phòng. Khi có trả lời, bot báo ngay; đến lúc đó danh sách vẫn như cũ.

    { $name }, { $unit }: { $change }
change-kept = Đã ghi đề nghị. Văn phòng chưa dùng bot ở đây, xin nhắn thêm cho văn phòng; danh sách vẫn như cũ.

    { $name }, { $unit }: { $change }
change-notice = Có đề nghị thay đổi danh sách, ngày { $on }. Xem và trả lời: /nhanvien

    { $name }, { $unit }: { $change }
    Người đề nghị: { $author }
change-take-back = Rút đề nghị: { $name } – { $change }
change-taken-back = Đã rút đề nghị, văn phòng không phải trả lời nữa. Danh sách vẫn như cũ.

    { $name }, { $unit }: { $change }
change-answered-already = Văn phòng đã trả lời đề nghị này nên không rút được nữa. Xem danh sách: /danhsach
change-was-taken-back = Người đề nghị đã rút đề nghị này, không phải trả lời nữa. Xem các đề nghị còn lại: /nhanvien
change-none-waiting = Không có đề nghị thay đổi nào đang chờ. Xem danh sách một đơn vị: /danhsach và tên đơn vị.
change-waiting = Đề nghị thay đổi danh sách đang chờ trả lời: { $count }. Chọn một đề nghị để xem:
change-not-yours = Đề nghị này thuộc phạm vi của văn phòng khác. Xem các đề nghị: /nhanvien
change-decided-already = Đề nghị này đã được trả lời trước đó. Xem các đề nghị còn lại: /nhanvien
change-detail = Đề nghị thay đổi danh sách, đang chờ văn phòng trả lời. Xác nhận thì đổi ngay.

    { $name }, { $unit }: { $change }
    Người đề nghị: { $author }
    { $post }
change-holds = Đang giữ chức vụ ở đơn vị: { $roles }
change-role-secretary = bí thư
change-role-deputy = phó bí thư
change-role-contact = đầu mối
change-role-leader = lãnh đạo
change-role-office = văn phòng
change-confirm = Xác nhận
change-refuse = Từ chối
change-back = Xem các đề nghị khác
change-ask-reason = Vì sao từ chối? Gõ một câu, người đề nghị nhận đúng lời này. Không nêu lý do: gõ bỏ qua.
change-made = Đã đổi danh sách từ hôm nay, các việc được tính lại theo danh sách mới.

    { $name }, { $unit }: { $change }
change-refused = Đã từ chối, danh sách vẫn như cũ. Người đề nghị được báo.

    { $name }, { $unit }: { $change }
change-fits-no-longer = Thay đổi này không còn hợp với danh sách hiện nay (đã rời, đã chuyển, hoặc mã đã có), nên không ghi.

    { $name }, { $unit }: { $change }
change-told-made = Văn phòng đã xác nhận thay đổi danh sách. Xem danh sách: /danhsach

    { $name }, { $unit }: { $change }
    Người trả lời: { $by } { $why }
change-told-refused = Văn phòng chưa đồng ý một thay đổi danh sách. Xem danh sách: /danhsach

    { $name }, { $unit }: { $change }
    Người trả lời: { $by } { $why }
change-told-reason = – “{ $reason }”
acting-begun-secretary = Từ hôm nay đồng chí được giao việc thay, có thời hạn. Xem các việc làm được: /trogiup

    Thay bí thư { $unit }, đến hết ngày { $until }. Hết ngày đó tự thôi, không cần làm gì.
acting-begun-deputy = Từ hôm nay đồng chí được giao việc thay, có thời hạn. Xem các việc làm được: /trogiup

    Thay phó bí thư { $unit }, đến hết ngày { $until }. Hết ngày đó tự thôi, không cần làm gì.
acting-ended-secretary = Thời gian phụ trách thay đã hết, cảm ơn đồng chí. Các việc đã làm vẫn được giữ.

    Thay bí thư { $unit }
acting-ended-deputy = Thời gian phụ trách thay đã hết, cảm ơn đồng chí. Các việc đã làm vẫn được giữ.

    Thay phó bí thư { $unit }
acting-ended-other = Thời gian giao phụ trách thay ở đơn vị đã hết. Cần giao tiếp thì đề nghị lại từ /danhsach.

    { $name }, { $unit }
