### Mã mời lấy trong trò chuyện

menu-invite = Lấy mã mời
help-invite = lấy mã mời cho một người hoặc cả đơn vị: /moi và tên
invite-which-unit = Lấy mã mời cho đơn vị nào? Gõ /moi và tên người hoặc tên đơn vị cũng được.
invite-which = Có mấy người, mấy đơn vị giống tên đó trong phạm vi phụ trách. Chọn một:
invite-unknown = Không có người hay đơn vị nào như vậy trong phạm vi của đồng chí. Gõ /moi để chọn.

    Đã gõ: { $typed }
invite-unit = Mã mời của đơn vị, mỗi người một mã riêng. Chọn cách lấy mã ở dưới.

    { $unit }: chưa tham gia { $count }/{ $total }
invite-all = Mã cho mọi người chưa tham gia
invite-one = Chọn một người
invite-nobody = Không còn ai cần mã: mọi người đã tham gia, hoặc đã chọn không dùng bot.

    { $unit }
invite-codes =
    Danh sách mã riêng của từng người. Không gửi cả danh sách này vào nhóm, chỉ đưa từng mã cho đúng người.

    { $unit }
    { $codes }

    Mở một trong các bot sau rồi gõ mã của mình:
    { $links }

    Mã dùng một lần, đến hết ngày { $until }; các mã cũ hết dùng được.
