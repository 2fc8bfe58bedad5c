### Dữ liệu của một người: xem, xin sửa, rút lại; văn phòng trả lời theo hạn của luật

menu-my-data = Dữ liệu của tôi
help-my-data = dữ liệu bot giữ về mình, những điều đã đồng ý; xin sửa, rút lại
menu-ask-correction = Xin sửa dữ liệu
menu-data-desk = Yêu cầu về dữ liệu
help-data-desk = yêu cầu về dữ liệu cá nhân đang chờ văn phòng trả lời

data-request-withdraw = rút lại đồng ý
data-request-correct = sửa dữ liệu
data-request-copy = bản sao dữ liệu
data-request-delete = xóa dữ liệu
data-purpose-messages = nhận tin nhắn của bot
data-purpose-pledges = lưu bản đăng ký, cam kết
data-purpose-photos = lưu ảnh minh chứng
data-purpose-exemplar = nêu tên là gương tiêu biểu
data-purpose-proxy = nhờ đơn vị nhập hộ

data-overview = Dữ liệu bot đang giữ về mình, ngày { $on }. Chỉ gửi riêng ở đây.
data-line-name = • Họ tên: { $name }; mã trong danh sách: { $code }
data-line-units = • Đơn vị, chức vụ: { $units }
data-line-phone = • Điện thoại: { $phone }
data-line-accounts = • Tài khoản đang nối: { $accounts }
data-line-filed = • Đã gửi: { $filed } phiếu, { $deeds } việc làm theo, { $attachments } ảnh hoặc tệp; đang viết dở: { $drafts }; chuyên đề đã nghiên cứu: { $topics }
data-line-messages = • Tin nhắn: giữ { $days } ngày rồi tự xóa
data-line-seen = • Người phụ trách đã xem hoặc sửa phần của mình: { $count } lần, đều có ghi lại
data-consents-head = Những điều đã đồng ý:
data-consent-line = • { $purpose }: { $state }
data-consent-granted = đồng ý, { $on }
data-consent-refused = không đồng ý, { $on }
data-consent-withdrawn = đã rút lại, { $on }
data-consent-never = chưa hỏi
data-outcome = . Trả lời: { $outcome }
data-cases-head = Yêu cầu đã gửi:
data-case-line = • { $code }, { $request }: { $state }{ $outcome }
data-state-open = đang chờ, trả lời chậm nhất ngày { $due }
data-state-approved = đã duyệt ngày { $on }, đang thực hiện (hạn { $due })
data-state-done = đã xong ngày { $on } (hạn { $due })
data-state-refused = không nhận được, ngày { $on } (hạn { $due })
data-how =
    Gõ xin sửa kèm điều cần sửa, hoặc chọn dưới đây. Rút lại có hiệu lực ngay.
    Hỏi thêm về dữ liệu: { $contact }.
data-do-correct = Xin sửa
data-do-withdraw = Rút lại: { $purpose }
data-ask-correct = Cần sửa điều gì, sửa thành thế nào? Ghi trong một tin, ví dụ: Họ tên đúng là …; số điện thoại mới 0912345678. Thôi thì gõ hủy.
data-receipt =
    Đã tiếp nhận yêu cầu { $request }. Mã: { $code }, ngày { $on }.

    Văn phòng trả lời chậm nhất ngày { $due }. Xem lại lúc nào cũng được: /dulieu
data-open-already =
    Yêu cầu { $request } đã gửi từ trước và đang chờ. Mã: { $code }, ngày { $on }.

    Văn phòng trả lời chậm nhất ngày { $due }. Muốn bổ sung, xin chờ trả lời hoặc nói trực tiếp với văn phòng.
data-withdraw-nothing = Điều này hiện không có đồng ý nào để rút: { $purpose }. Xem lại: /dulieu
data-withdrawn =
    Đã rút lại, có hiệu lực ngay: { $purpose }. Từ giờ bot không dùng dữ liệu vào việc này.

    Mã { $code }, ngày { $on }. Phần đã lưu trước đó văn phòng xử lý và trả lời chậm nhất ngày { $due }. Xem lại: /dulieu ({ $request })

## Người hỏi được trả lời

data-answer-done = Yêu cầu { $code } ({ $request }) đã làm xong{ $outcome }.

    Chưa đúng thì nhắn lại: /dulieu
data-answer-refused = Yêu cầu { $code } ({ $request }) không làm được. Lý do: { $outcome }

    Chưa đồng ý với lý do này thì hỏi người phụ trách dữ liệu, tên ghi ở /dulieu
data-extended = Yêu cầu { $code } ({ $request }) cần thêm thời gian, trả lời chậm nhất ngày { $due }. Lý do: { $outcome }

## Văn phòng

data-told-office = Có yêu cầu mới về dữ liệu cá nhân, mã { $code }: { $request }. Trả lời chậm nhất ngày { $due }. Xem: /hoso
data-remind-soon = Nhắc việc: yêu cầu về dữ liệu { $code } ({ $request }) phải trả lời chậm nhất ngày { $due }. Xem: /hoso
data-remind-last-day = Nhắc việc: hôm nay, { $due }, là ngày cuối trả lời yêu cầu về dữ liệu { $code } ({ $request }). Xem: /hoso
data-remind-over = Nhắc việc: yêu cầu về dữ liệu { $code } ({ $request }) chưa có trả lời, hạn theo luật là ngày { $due }. Xem: /hoso
data-desk-none = Không có yêu cầu nào về dữ liệu đang chờ trả lời.
data-desk-waiting = Yêu cầu về dữ liệu đang chờ trả lời: { $count }. Gần hết hạn xếp trước. Chọn một:
data-desk-line = { $code }: { $request }, hạn { $due }{ $state ->
    [approved] , đang xóa
   *[other] {""}
  }
data-desk-not-yours = Yêu cầu này thuộc nơi khác, hoặc là của chính mình nên người khác trả lời. Xem: /hoso
data-desk-decided = Yêu cầu này đã được trả lời trước đó. Xem: /hoso
data-desk-case =
    Yêu cầu về dữ liệu { $code }: { $request }, nhận ngày { $on }.

    Trả lời chậm nhất ngày { $due }.
    Người hỏi: { $name }, { $unit }
    Nội dung: { $text }

    { $todo }
data-desk-todo-withdraw = Bot đã dừng ngay khi người đó rút lại. Việc còn lại: bỏ các bản ngoài bot (giấy, bảng tính, tin đã chuyển) dùng cho mục đích đã rút, rồi chọn Đã làm xong.
data-desk-todo-correct = Sửa trong /danhsach hoặc nhập lại danh sách, rồi chọn Đã làm xong.
data-desk-todo-copy = Đưa bản sao cho đúng người đó, rồi chọn Đã làm xong.
data-desk-todo-delete = Xem điều được xóa và điều phải giữ trước khi duyệt.
data-desk-do-done = Đã làm xong
data-desk-do-refuse = Không làm được
data-desk-do-extend = Xin thêm thời gian
data-desk-back = Về danh sách yêu cầu
data-ask-done = Trả lời người hỏi một câu, ví dụ: đã sửa số điện thoại. Không cần thì gõ bỏ qua; thôi thì gõ hủy.
data-ask-refuse = Vì sao không làm được? Người hỏi đọc lý do này, nên ghi rõ căn cứ. Thôi thì gõ hủy.
data-ask-extend = Vì sao cần thêm thời gian? Người hỏi đọc lý do này. Luật cho thêm một lần. Thôi thì gõ hủy.
data-desk-done = Đã ghi: { $code } xong. Người hỏi được báo.
data-desk-done-untold = Đã ghi: { $code } xong. Người hỏi không nhận được tin của bot: xin báo trực tiếp.
data-desk-refused = Đã ghi: { $code } không làm được. Người hỏi được báo lý do.
data-desk-refused-untold = Đã ghi: { $code } không làm được. Người hỏi không nhận được tin của bot: xin báo lý do trực tiếp.
data-desk-extended = Đã ghi: { $code } trả lời chậm nhất ngày { $due }. Người hỏi được báo lý do.
data-desk-extended-untold = Đã ghi: { $code } trả lời chậm nhất ngày { $due }. Người hỏi không nhận được tin của bot: xin báo trực tiếp.
data-desk-no-extension = Yêu cầu này không được thêm thời gian (nữa). Xem: /hoso
data-desk-no-refusal = Rút lại đồng ý có hiệu lực ngay nên không từ chối được. Chọn Đã làm xong khi đã xử lý. Xem: /hoso

## Xóa

menu-ask-deletion = Xin xóa dữ liệu
data-do-delete = Xin xóa
data-delete-yes = Gửi yêu cầu xóa
data-delete-no = Thôi, giữ lại
data-keeps =
    Được xóa: họ tên, mã, điện thoại, tài khoản trò chuyện, tin nhắn, phiếu đang viết, chữ trong bản đăng ký và ghi chú, ảnh, ngày vắng, lý do.
    Phải giữ, không còn tên: số liệu đã báo cáo, ngày đồng ý và rút lại, nhật ký ai đã xem, ngày yêu cầu được trả lời. Báo cáo của đơn vị vẫn còn, bỏ tên.
    Bản sao lưu cũ tự hết sau thời gian lưu. Giấy và Sổ tay đảng viên điện tử không thuộc bot.
data-ask-delete =
    Xin đọc trước khi gửi yêu cầu xóa dữ liệu. Văn phòng duyệt rồi mới xóa; xóa rồi không lấy lại được.

    { $keeps }

    Chỉ muốn bot ngừng nhắn thì gõ /rutlai.
data-answer-approved =
    Yêu cầu { $code } đã được duyệt, dữ liệu được xóa ngay sau tin này. Đây là tin cuối của bot.

    { $keeps }

    Muốn dùng lại sau này: xin văn phòng đưa vào danh sách và cấp mã mới.
data-erased = Đã xóa xong dữ liệu theo yêu cầu { $code }. Yêu cầu được đóng, có ghi nhật ký.
data-erased-name = (đã xóa)
data-desk-do-ask = Xem và duyệt xóa
data-desk-do-approve = Duyệt, xóa ngay
data-desk-approve =
    Yêu cầu { $code }: duyệt thì xóa ngay, không lấy lại được. Xin xem kỹ trước khi chọn.

    Người hỏi: { $name }
    { $keeps }

    Nếu người này vẫn sinh hoạt, hãy bỏ tên trong bảng danh sách trước khi nhập lần sau, nếu không tên sẽ trở lại.
data-desk-approved = Đã duyệt { $code }. Người hỏi nhận tin cuối, rồi dữ liệu được xóa; xong sẽ báo ở đây.
data-desk-approved-untold = Đã duyệt { $code }. Dữ liệu được xóa ngay; xong sẽ báo ở đây. Người hỏi không nhận được tin của bot: xin báo trực tiếp.
data-desk-last-office = Chưa xóa được: đây là người duy nhất của văn phòng. Hãy đưa người khác vào văn phòng trước rồi duyệt lại.
cli-data-approve-first =
    { $code } chưa đổi gì. Duyệt thì xóa ngay, không lấy lại được:
    { $keeps }
    Đã xem và duyệt: thêm --approve-deletion
cli-data-approved = { $code }: đã duyệt. { $done ->
    [yes] Đã xóa xong.
   *[no] Người hỏi được báo trước, rồi dịch vụ xóa trong ít phút. Xem: nhipquy data show { $code }
}

## Bản sao và bản ghi đồng ý

menu-ask-copy = Xin bản sao dữ liệu
data-do-copy = Xin bản sao
data-do-consents = Bản ghi đồng ý để in
data-copy-title = Bản sao dữ liệu cá nhân trong bot Nhịp Quý
data-copy-intro = Lập lúc { $at }. Chỉ giao cho chính người có tên. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức.
data-copy-outcome = đã giao bản sao ngay trong cuộc trò chuyện
data-copy-file = Đã tiếp nhận và giao ngay: bản sao ở tệp kèm tin này, mã { $code }, ngày { $on }. Tệp mở bằng trình duyệt, in được; đừng chuyển cho người khác. Thiếu hay sai thì gõ: xin sửa. Hạn theo luật của yêu cầu { $request } là ngày { $due }.
data-copy-link = Đã tiếp nhận và giao ngay: mở bản sao ở đường dẫn sau, mã { $code }, ngày { $on }. Đường dẫn dùng đến hết ngày { $until }, đừng chuyển cho người khác. Thiếu hay sai thì gõ: xin sửa. Hạn theo luật của yêu cầu { $request } là ngày { $due }.

    { $link }
data-copy-words = Đã tiếp nhận và giao ngay bản sao, mã { $code }, ngày { $on }. Tin nhắn đã có ngay trong cuộc trò chuyện này nên không chép lại. Thiếu hay sai thì gõ: xin sửa. Hạn theo luật của yêu cầu { $request } là ngày { $due }.
data-record-title = Bản ghi đồng ý
data-record-intro = Lập lúc { $at } từ bot Nhịp Quý: từng lần trả lời, bản lời hỏi, thời gian, kênh, mã tin nhắn.
data-record-file = Bản ghi những điều đã trả lời ở tệp kèm tin này. Mở bằng trình duyệt, in được.
data-record-link = Bản ghi những điều đã trả lời, mở và in ở đường dẫn sau. Dùng đến hết ngày { $until }, đừng chuyển cho người khác.

    { $link }
data-record-words = Bản ghi những điều đã trả lời:
data-record-by-office = Bản ghi này dài, bot không gửi ở đây được. Xin văn phòng in giúp.
data-consent-words = Lời hỏi
download-own = Đây là dữ liệu riêng của một người. Bấm để tải về; đừng chuyển cho người khác.
cli-data-written = Đã ghi { $file }. Chỉ giao cho chính người đó, rồi xóa tệp.
cli-data-not-copy = { $code } không phải yêu cầu bản sao.

## Dòng lệnh

cli-data-none = Không có yêu cầu nào về dữ liệu.
cli-data-line = { $code } · { $request } · { $state } · { $member } · nhận { $on } · hạn { $due }
cli-data-text = Nội dung: { $text }
cli-data-extended-from = Đã thêm thời gian một lần, trước đó hạn { $due }.
cli-data-outcome = Trả lời ngày { $on }: { $outcome }
cli-data-unknown = Không có yêu cầu mang mã { $code }. Xem: nhipquy data list
cli-data-several = Nhiều cây tổ chức có mã { $code }; thêm --tree MÃ.
cli-data-no-member = Không có người nào mang mã { $member }.
cli-data-several-members = Nhiều cây tổ chức có mã { $member }; thêm --tree MÃ.
cli-data-usage = Loại yêu cầu: { $requests }; ngày viết YYYY-MM-DD và không ở tương lai.
cli-data-decided = { $code } đã được trả lời, không đổi được.
cli-data-no-refusal = Rút lại đồng ý có hiệu lực ngay nên không từ chối được.
cli-data-no-extension = { $code } không được thêm thời gian (nữa).
cli-data-reason = Cần --reason "lý do": người hỏi đọc lý do này.
cli-data-opened = Đã mở { $code }. Ghi mã này cho người hỏi; xác nhận đã nhận chậm nhất ngày { $acknowledge }, trả lời chậm nhất ngày { $due }.
cli-data-open-already = Người này đã có yêu cầu cùng loại đang chờ: { $code }, hạn { $due }.
cli-data-closed = { $code }: đã ghi. { $told ->
    [yes] Người hỏi được báo trong cuộc trò chuyện.
   *[no] Người hỏi không nhận được tin của bot: xin báo trực tiếp.
}
cli-data-not-written = Không ghi được { $file } ({ $reason }). Chọn tên tệp khác, chưa có.
cli-help-data = yêu cầu của từng người về dữ liệu của mình, theo hạn của luật
cli-help-data-list = các yêu cầu đang chờ trả lời, gần hết hạn xếp trước
cli-option-data-list-all = cả những yêu cầu đã trả lời
cli-help-data-show = một yêu cầu với lời của người hỏi và trả lời
cli-help-data-open = ghi lại yêu cầu nói trực tiếp hoặc trên giấy
cli-option-request = loại yêu cầu: withdraw, correct, copy, delete
cli-option-received = ngày nhận, dạng 2026-03-02; mặc định: hôm nay
cli-option-text = điều cần sửa, theo lời người hỏi
cli-help-data-copy = bản sao của một yêu cầu bản sao, chỉ giao cho chính người đó
cli-option-data-out = ghi vào tệp .html này, để in; tệp phải chưa có
cli-help-data-consents = bản ghi đồng ý của một người, để in
cli-help-data-close = đã làm xong; người hỏi được báo
cli-option-outcome = một câu trả lời cho người hỏi
cli-option-approve-deletion = với yêu cầu xóa: xóa những gì được xóa
cli-help-data-refuse = không làm được và vì sao; người hỏi được báo
cli-help-data-extend = thêm thời gian một lần, nơi luật cho phép; người hỏi được báo vì sao
