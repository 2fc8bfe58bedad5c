### Tài khoản của một người: nơi nhận tin, đổi máy, mất máy

menu-accounts = Tài khoản, đổi máy, mất máy
help-accounts = tài khoản của tôi: chọn nơi nhận tin, đổi máy, ngắt máy bị mất
account-channel-telegram = Telegram
account-channel-zalo = Zalo
account-label = { $channel }, nối ngày { $on }
account-here = đang dùng ở đây
account-gets = nhận tin ở đây
account-blocked = đang chặn bot
account-overview =
    Các tài khoản đang nối với đồng chí, và nơi nhận tin. Chọn một việc ở dưới.

    { $accounts }
account-prefer = Nhận tin ở { $channel }
account-drop = Ngắt: { $account }
account-code = Lấy mã cho điện thoại mới
account-preferred = Đã ghi. Từ nay chuyên đề và nhắc hạn gửi tới { $channel }. Hỏi ở đâu, bot vẫn trả lời ở đó.
account-gone = Tài khoản này không còn nối với đồng chí. Xem lại: /taikhoan
account-drop-ask =
    Ngắt tài khoản này thì nó không nhận tin nữa, và người cầm máy đó không xem được gì.

    { $account }

    Ngắt ngay?
account-drop-yes = Ngắt ngay
account-drop-no = Không, giữ lại
account-dropped =
    Đã ngắt. Các tin đang chờ gửi tới đó đã dừng.

    { $account }

    Muốn nối lại: /taikhoan
account-parted = Tài khoản này không còn nhận tin nữa.
account-parted-elsewhere =
    Người phụ trách vừa ngắt một tài khoản của đồng chí. Xem các tài khoản đang nối: /taikhoan

    Tài khoản bị ngắt: { $channel }
account-still-linked = Tài khoản đã nối từ trước vẫn còn dùng được: { $channels }. Nếu máy đó đã mất hoặc không dùng nữa, gõ /taikhoan để ngắt.
account-new-phone =
    Mã cho điện thoại hoặc tài khoản mới: { $code }

    Mở một trong các bot sau trên máy mới rồi gõ mã này:
    { $links }

    Cùng một ứng dụng thì tài khoản cũ tự ngắt. Mã dùng một lần, đến hết ngày { $until }. Không đưa mã cho người khác.
roster-unbind-which = Người này có mấy tài khoản. Chọn tài khoản cần ngắt:
