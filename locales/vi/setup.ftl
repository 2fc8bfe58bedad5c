### nhipquy setup

setup-hello = Cài đặt Nhịp Quý. Mỗi lần hỏi một điều, trả lời xong được giữ ngay. Dừng lúc nào cũng được (Ctrl-C); gõ lại nhipquy setup là làm tiếp. Nhấn Enter để nhận giá trị trong ngoặc [ ].
setup-stopped = Đã dừng. Những gì đã trả lời được giữ. Làm tiếp: nhipquy setup
setup-needed = Cần có câu trả lời.
setup-yes-or-no = Xin gõ: có hoặc không.

setup-step-bots = Bot
setup-ask-token-telegram-first = Token bot Telegram (hỏi @BotFather: /newbot), Enter nếu không dùng Telegram:
setup-ask-token-telegram-more = Thêm bot Telegram? Dán token, Enter để đi tiếp:
setup-ask-token-zalo-first = Token bot Zalo (mở Zalo Bot Manager trong ứng dụng Zalo), Enter nếu không dùng Zalo:
setup-ask-token-zalo-more = Thêm bot Zalo? Dán token, Enter để đi tiếp:
setup-token-one = Mỗi lần một token, không có dấu cách hay dấu phẩy.
setup-token-refused = Nền tảng không nhận token này. Kiểm tra đã chép đủ chưa rồi dán lại.
setup-token-unreachable = Không hỏi được nền tảng. Kiểm tra đường mạng rồi dán lại.
setup-known-refused = Một token trong { $setting } không còn dùng được. Dán token mới của bot đó, hoặc xoá token cũ khỏi .env.
setup-known-unreachable = Chưa hỏi được một token trong { $setting }: kiểm tra đường mạng.
setup-set-outside = { $setting } được đặt trong môi trường, nên đổi ở đó (không phải trong .env).
setup-bot = { $channel }: { $name } ({ $handle })
setup-no-bot = Cần ít nhất một bot. Có token rồi thì gõ lại: nhipquy setup

setup-step-controller = Ai giữ dữ liệu (ghi trong lời xin đồng ý)
setup-ask-controller = Tên tổ chức giữ dữ liệu, ví dụ “Đảng ủy phường Mẫu”:
setup-ask-contact = Ai trả lời về dữ liệu cá nhân (tên hoặc chức vụ, điện thoại hay email):
setup-ask-retention-days = Giữ tin nhắn bao nhiêu ngày rồi xoá:
setup-bad-controller = Tên cần từ 3 đến 200 ký tự.
setup-bad-contact = Cần từ 3 đến 200 ký tự.
setup-bad-retention-days = Cần một số ngày từ 1 đến 3650.
setup-have-controller = Giữ dữ liệu: { $value }
setup-have-contact = Hỏi về dữ liệu: { $value }
setup-have-retention-days = Tin nhắn giữ { $value } ngày

setup-step-office = Người đầu tiên của văn phòng
setup-ask-tree = Văn phòng thuộc cây nào ({ $codes }):
setup-bad-tree = Không có cây mã “{ $typed }”.
setup-ask-unit-name = Tên đơn vị cao nhất, ví dụ “Đảng ủy phường Mẫu”:
setup-ask-unit-kind = Loại đơn vị ấy:
setup-bad-unit-kind = Không hiểu loại “{ $typed }”; gõ như “đảng ủy xã”, “đảng bộ cơ sở”.
setup-ask-unit-code = Mã ngắn của đơn vị ấy:
setup-bad-code = Mã tối đa 40 ký tự, không có dấu cách, phẩy, chấm phẩy.
setup-have-unit = Đơn vị { $code }: { $name }
setup-ask-office-name = Họ và tên người của văn phòng:
setup-ask-office-member = Mã của người ấy trong danh sách đảng viên:
setup-member-taken = Mã { $code } là của người khác. Gõ mã khác; hoặc ghi vai trò “văn phòng” cho người ấy trong bảng đảng viên rồi nhập lại.
setup-have-person = { $code } { $name }: văn phòng
setup-have-office = { $count } người của văn phòng đã vào bot
setup-ask-office-again = { $name } chưa vào bot. Tạo mã mời mới (có/không):
setup-office-code = Người ấy mở bot, gõ mã trên rồi trả lời Đồng ý. Mã dùng một lần; đừng gửi vào nhóm.

setup-step-backup = Sao lưu mỗi đêm
setup-ask-backup = Thư mục sao lưu, nên ở ổ đĩa khác; gõ “không” để chưa sao lưu:
setup-bad-backup = Không ghi được vào { $folder } ({ $code }). Chọn thư mục khác.
setup-have-backup = Sao lưu vào { $folder }
setup-without-backup = Chưa sao lưu. Khi cần: nhipquy setup --again

setup-next =
    Xong phần cài đặt. Tiếp theo:
      npm start                                        chạy dịch vụ (giữ cho luôn chạy)
      nhipquy template units don-vi.xlsx               bảng đơn vị để điền
      nhipquy import units don-vi.xlsx --dry-run       xem trước, rồi bỏ --dry-run
      nhipquy template members dang-vien.xlsx          bảng đảng viên, rồi nhập như trên
      nhipquy import programme TỆP                     chương trình của năm
      nhipquy doctor                                   xem còn thiếu gì
