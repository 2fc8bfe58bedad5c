### Mã mời và bot, từ dòng lệnh

cli-unit-several = Nhiều cây tổ chức có đơn vị { $unit }; thêm --tree MÃ.
cli-invite-usage = Cần --unit MÃ (có thể thêm --member MÃ) hoặc --group MÃ.
cli-invite-no-member = { $member } không thuộc { $unit }.
cli-invite-nobody = Không còn ai cần mã: mọi người đã tham gia, hoặc đã chọn không dùng bot.
cli-invite-group = (mã nhóm)
cli-invite-line = { $unit } · { $who } · { $code } · đến hết { $until }
cli-invite-no-bot = Chưa có bot nào phục vụ đơn vị này; mã vẫn dùng được khi có bot.
cli-bot-usage = Dùng: bot assign ĐƠN_VỊ BOT, hoặc bot assign --auto.
cli-bot-none = Chưa có bot nào. Đặt mã truy cập bot trong cấu hình rồi chạy lại.
cli-bot-line = { $channel } · { $name } ({ $handle }) · { $state } · giao riêng { $units } đơn vị
cli-bot-state = { $state ->
    [active] đang chạy
    [paused] tạm nghỉ, chưa có mã truy cập
   *[other] đã dừng, mã truy cập không còn dùng được
}
cli-bot-units-without = { $channel }: { $units } đơn vị chưa có bot. Chạy: bot assign --auto
cli-bot-unknown = Không có bot "{ $bot }". Xem: bot list
cli-bot-several = Nhiều bot có tên "{ $bot }"; dùng tên tài khoản hoặc số của bot. Xem: bot list
cli-bot-assigned = { $bot } phục vụ { $unit } và các đơn vị bên dưới.
cli-bot-only-one = { $channel }: chỉ có một bot, không cần giao.
cli-bot-plan = { $channel }: sẽ giao như sau (chưa ghi gì).
cli-bot-planned = { $channel }: đã giao.
cli-bot-serves-all = { $bot } phục vụ mọi người của: { $units }
cli-bot-serves-officers = { $bot } chỉ đủ chỗ cho bí thư, phó bí thư, đầu mối của: { $units } (mời bằng: invite --officers)
cli-bot-unplaced = Không bot nào còn chỗ cho: { $units }
