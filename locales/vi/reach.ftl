### Phạm vi của đơn vị: bot nói chuyện với bí thư hay với mọi đảng viên

reach-name-secretary = bí thư
reach-name-members = đảng viên
cli-reach-usage = “{ $word }” không phải là phạm vi. Dùng: units reach [ĐƠN_VỊ] [secretary|members|inherit]
cli-reach-line = { $unit } { $name } · phạm vi { $reach } ({ $own }) · { $members } người, bot nói chuyện với { $reached }, đã vào { $joined }
cli-reach-own = đặt riêng
cli-reach-inherited = theo cấp trên
cli-reach-silenced = { $count } người đã vào bot nay không còn được nhắn; họ vẫn hỏi được bot
cli-reach-invite = Mời đảng viên: nhipquy invite --unit { $unit } --out phieu-{ $unit }.html
cli-reach-outside = { $count } người ngoài phạm vi nên không có mã. Mở cho đảng viên: nhipquy units reach { $unit } members
cli-invite-outside = { $member } ở ngoài phạm vi: bot không tự nhắn cho người này. Mở: nhipquy units reach { $unit } members
cli-bot-serves-reach = { $bot } phục vụ bí thư, phó bí thư, đầu mối (phạm vi bí thư) của: { $units }
cli-bot-overfull = { $bot } phải phục vụ { $people } người, hơn số chỗ của nó. Thêm bot, rồi giao bớt: nhipquy bot assign ĐƠN_VỊ BOT

menu-reach = Phạm vi bot
help-reach = bot nói chuyện với bí thư hay với mọi đảng viên của đơn vị
reach-unknown-unit = Không tìm thấy đơn vị “{ $unit }”. Nhắn: /phamvi cùng tên hoặc mã đơn vị.
reach-which-unit = Xem hoặc đổi phạm vi của đơn vị nào? Mời chọn ở dưới:
reach-shown-secretary = Phạm vi của đơn vị và số người dùng bot hiện nay:

    { $unit } ({ $count } đơn vị): phạm vi bí thư. Bot chỉ nói chuyện với bí thư, phó bí thư, đầu mối: { $reached }/{ $members } người, đã vào { $joined }.
    Bí thư nhận bài soạn sẵn để đăng nhóm, nhập hộ hoặc gửi số tổng.
reach-shown-members = Phạm vi của đơn vị và số người dùng bot hiện nay:

    { $unit } ({ $count } đơn vị): phạm vi đảng viên. Bot nói chuyện với mọi người đã vào: { $joined }/{ $members } người.
reach-choose-secretary = Chỉ nói chuyện với bí thư
reach-choose-members = Mở cho đảng viên
reach-set-secretary = Đã đổi phạm vi của đơn vị; có hiệu lực ngay từ bây giờ.

    { $unit }: bot chỉ còn nhắn cho bí thư, phó bí thư, đầu mối. Người khác đã vào vẫn hỏi được bot nhưng không còn được nhắc.
reach-set-members = Đã đổi phạm vi của đơn vị; có hiệu lực ngay từ bây giờ.

    { $unit }: mở cho đảng viên, { $members } người, đã vào { $joined }. Mời tham gia: nhắn /moi cùng tên đơn vị.

roster-outside = Ngoài bot, bí thư nhập hộ hoặc gửi số tổng ({ $count }/{ $total }):
roster-person-outside = { $name }: ngoài phạm vi của bot, không được nhắn tin. { $owes }
invite-outside = Đơn vị ở phạm vi bí thư: { $count } người chưa được mời. Văn phòng mở bằng /phamvi.
group-bound-closed = Nhóm này đã được nối với { $unit }. Đơn vị đang ở phạm vi bí thư, nên tôi chưa đăng gì ở đây; bí thư nhận bài soạn sẵn để đăng. Văn phòng mở bằng /phamvi.
