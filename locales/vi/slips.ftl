### Phiếu mời in ra giấy

slip-title = Phiếu mời dùng bot Nhịp Quý
slip-cut = { $unit } · { $count } phiếu · cắt theo đường gạch, đưa tận tay từng người; không chụp gửi vào nhóm
slip-given = Mời { $given }
slip-channel-telegram = Telegram
slip-telegram-1 = Mở máy ảnh, quét hình vuông bên cạnh.
slip-telegram-2 = Bấm “Bắt đầu” (Start).
slip-telegram-3 = Bot hỏi thì bấm “Đồng ý”.
slip-channel-zalo = Zalo
slip-zalo-1 = Mở Zalo, quét hình vuông bên cạnh, hoặc tìm: { $bot }
slip-zalo-2 = Nhắn cho bot mã: { $code }
slip-zalo-3 = Bot hỏi thì nhắn: đồng ý
slip-foot = Chọn một trong hai cách. Mã này của riêng mình, dùng một lần, đến hết ngày { $until }. Số { $member }
cli-slips-written = Đã ghi { $count } phiếu vào { $file }. In ra, cắt và đưa tận tay; mã không gửi vào nhóm.
cli-slips-secretary = ——— Gửi riêng cho bí thư { $unit }: { $name }
cli-slips-forward = Đồng chí giúp phát { $count } phiếu mời dùng bot Nhịp Quý của { $unit } (tệp hoặc bản in kèm theo). Mỗi phiếu có mã của riêng một người, dùng một lần, đến hết ngày { $until }: xin đưa tận tay, không chụp gửi vào nhóm. Ai không dùng điện thoại, đồng chí nhắn cho bot: nhập hộ
cli-slips-no-secretary = (chưa có bí thư trong danh sách)
