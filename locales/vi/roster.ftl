### Danh sách đơn vị và nhóm

menu-roster = Danh sách đơn vị
help-roster = ai đã tham gia, ai chưa, ai còn việc; cấp mã mới
menu-groups = Nối nhóm trò chuyện
help-groups = lấy mã nối nhóm, xác nhận nhóm đang chờ

roster-which-unit = Xem danh sách của đơn vị nào?
roster-not-yours = Việc này thuộc đơn vị khác nên tôi không mở được. Xem đơn vị của mình: /danhsach
roster-title =
    Danh sách riêng cho người phụ trách, xin không chuyển tiếp.

    { $unit }, ngày { $on }
roster-joined = Đã tham gia: { $count }/{ $total }
roster-absent = Chưa tham gia: { $count }
roster-refused = Chọn không nhận tin của bot (quyền của mỗi người, xin không hỏi lại): { $count }
roster-owing = Còn việc chưa nộp: { $count }
roster-owes = { $name }: { $count } việc
roster-owes-by = { $name }: { $count } việc, sớm nhất hạn { $on }
roster-owes-nothing = Không còn việc nào chưa nộp.
roster-pick = Chọn một người để cấp mã hoặc ngắt tài khoản
roster-pick-person = Danh sách riêng cho người phụ trách. Chọn một người để xem và làm việc cần làm:
roster-more = Xem tiếp
roster-back = Về danh sách
roster-new-code = Cấp mã mới
roster-unbind = Ngắt tài khoản
roster-person-joined =
    Đã tham gia, đang nhận tin. Chọn việc cần làm ở dưới.

    { $name }
    { $owes }
roster-person-blocked =
    Đã tham gia nhưng đang chặn bot nên không nhận được tin.

    { $name }
    { $owes }
roster-person-refused =
    Chọn không nhận tin của bot. Đó là quyền của mỗi người; xin không hỏi lại. Công việc thì trao đổi trực tiếp như trước.

    { $name }
roster-person-absent =
    Chưa tham gia. Cấp mã mới rồi chuyển cho đúng người.

    { $name }
    { $owes }
roster-code-made =
    Mã mới ở tin sau, mã cũ hết dùng được. Chỉ chuyển tin đó cho:

    { $name }
roster-code-forward =
    Lời mời dùng bot Nhịp Quý, chỉ dành cho người có tên dưới đây.

    { $given }, { $unit }
    Mã: { $code }

    Mở một trong các bot sau rồi gõ mã:
    { $links }

    Mã dùng một lần, đến hết ngày { $until }. Không đưa mã cho người khác.

## Nhóm

group-how = Để nối nhóm này với một đơn vị, gõ /nhom và mã nhóm. Người phụ trách lấy mã bằng cách nhắn riêng cho tôi: /nhom
group-bound = Nhóm này đã được nối với { $unit }. Tôi sẽ đăng chuyên đề và nhắc việc ở đây, chỉ nêu số chung, không nêu tên ai. Xem các lệnh: /trogiup
group-pending = Đã nhận mã. Tôi chưa nhận ra người gõ trong nhóm này, nên đã hỏi riêng người phụ trách; khi người phụ trách xác nhận, nhóm sẽ được nối.
group-not-yours = Nối nhóm là việc của bí thư đơn vị hoặc văn phòng. Xin nhờ người phụ trách.
group-ask =
    Có nhóm xin nối với đơn vị, ngày { $on }. Xin xác nhận.

    Đơn vị: { $unit }. Nếu chính người trong đơn vị vừa gõ mã trong nhóm, hãy xác nhận. Trả lời bằng nút, hoặc gõ /nhom để chọn.
group-confirm = Đúng, nối nhóm
group-refuse = Không, từ chối
group-confirm-of = Nối nhóm đang chờ: { $unit }
group-refuse-of = Từ chối nhóm đang chờ: { $unit }
group-code-of = Lấy mã nhóm: { $unit }
group-overview = { $waiting ->
    [0] Chọn đơn vị để lấy mã nối nhóm:
   *[other] Nhóm đang chờ xác nhận: { $waiting }. Chọn một việc:
  }
group-code =
    Mã nối nhóm, dùng một lần, đến hết ngày { $until }: { $code }

    Đơn vị: { $unit }. Thêm bot vào nhóm rồi gõ trong nhóm: /nhom { $code }
    Ở ứng dụng chỉ nghe khi được nhắc tên: nhắc tên bot rồi gõ nhóm { $code }
    { $links }
group-already = Nhóm này đã được nối rồi.
group-gone = Yêu cầu này đã được trả lời trước đó.
group-confirmed = Đã nối nhóm. Tôi đã báo trong nhóm của { $unit }.
group-refused = Đã từ chối. Nhóm đó không được nối với { $unit }.
group-waiting = Nhóm đang chờ xác nhận để nối với đơn vị: { $count }. Gõ /nhom để xem và trả lời.
