### Tham gia: mã mời, đồng ý, rút lại, liên kết

menu-link-channel = Nối thêm ứng dụng trò chuyện khác
help-link-channel = nhận mã để dùng thêm trên ứng dụng trò chuyện khác
menu-withdraw-consent = Ngừng nhận tin, rút lại đồng ý
help-withdraw-consent = ngừng nhận tin ngay và rút lại mọi đồng ý

## Mã

code-unreadable = Mã mời có 8 chữ và số, ví dụ CDFG-2345. Xin xem lại mã và gõ lại cả 8 ký tự.
code-unknown = Mã này không đúng. Xin xem lại từng ký tự và gõ lại; nếu vẫn không được, xin người phụ trách một mã mới.
code-used = Mã này đã được dùng rồi; mỗi mã chỉ dùng một lần. Xin người phụ trách một mã mới.
code-revoked = Mã này đã được thay bằng mã khác. Hãy dùng mã mới nhất, hoặc xin người phụ trách một mã mới.
code-expired = Mã này đã hết hạn sau 14 ngày. Xin người phụ trách một mã mới.
code-too-many = Đã thử nhiều mã không đúng. Xin chờ đến { $until } rồi gõ lại.
code-private-in-group = Mã này là mã riêng của một người nên tôi đã hủy, vì cả nhóm đã thấy. Xin người phụ trách mã mới và gõ mã đó trong cuộc trò chuyện riêng với tôi.
code-group-in-private = Đây là mã của nhóm. Hãy thêm tôi vào nhóm rồi gõ trong nhóm: /nhom và mã này.
code-other-bot =
    Mã đúng, nhưng dùng ở một bot khác: { $bot }. Xin mở bot đó rồi gõ lại mã:
    { $link }

## Tham gia

join-stranger = Nhịp Quý giúp theo dõi chương trình học tập trong năm. Nếu đã có mã mời 8 ký tự, hãy gõ mã đó vào đây. Chưa có mã: hỏi người phụ trách nơi mình sinh hoạt, làm việc.
terms-lines =
    • Ai giữ dữ liệu: { $controller }, cùng người vận hành bot được tổ chức giao; không đưa cho ai khác.
    • Hỏi ai về dữ liệu của mình: { $contact }.
    • Giữ những gì: họ tên và đơn vị trong danh sách, tài khoản trò chuyện này, và những gì đồng chí gửi cho bot. Đây là dữ liệu cá nhân nhạy cảm theo luật.
    • Để làm gì: gửi chuyên đề, nhắc hạn, nhận bản đăng ký và báo cáo của chương trình học tập. Lưu bản đăng ký, dùng ảnh, nêu gương: bot sẽ hỏi riêng khi cần.
    • Giữ bao lâu: tin nhắn được xóa sau { $days } ngày; kết quả đã nộp giữ đến khi kết thúc chương trình.
    • Công ty của ứng dụng trò chuyện này cũng thấy nội dung tin nhắn: không gửi tài liệu mật, số giấy tờ, số thẻ.
    • Sổ tay đảng viên điện tử vẫn là nơi ghi chính thức; bot chỉ giúp nhắc và soạn.
    • Đồng chí có quyền xem, sửa, xóa dữ liệu của mình, và dừng bất cứ lúc nào bằng /rutlai.
terms-no-controller = tổ chức của đồng chí
terms-no-contact = người phụ trách đã đưa mã mời
terms-changed =
    Các dòng về dữ liệu đã đổi từ lần đồng ý trước. Xin đọc lại rồi trả lời; việc vừa gõ sẽ làm tiếp ngay sau đó.

    { terms-lines }

    Đồng chí có đồng ý tiếp tục nhận tin nhắn của bot không?
join-terms =
    Đã nhận mã mời. Trước khi bắt đầu, xin đọc các dòng dưới đây.

    Người được mời: { $given }, { $unit }.

    { terms-lines }

    Đồng chí có đồng ý nhận tin nhắn của bot không?
consent-yes = Đồng ý
consent-no = Không
join-outdated = Câu hỏi này không còn dùng được. Xin gõ lại mã mời, hoặc xin người phụ trách một mã mới.
join-account-taken = Tài khoản này đang gắn với một người khác, và mỗi tài khoản chỉ gắn với một người. Mã vẫn còn dùng được trên máy khác. Người được mời không có điện thoại riêng: bí thư chi bộ nhập hộ được, chỉ cần gõ nhập hộ và tên. Nếu chính chủ tài khoản này đã đổi, nhờ người phụ trách ngắt tài khoản cũ.
join-already = Tài khoản này đã tham gia rồi, không cần mã nữa. Gõ /trogiup để xem các việc có thể làm.
join-welcome = Cảm ơn, tài khoản này đã được nối. Từ nay bot sẽ gửi chuyên đề và nhắc hạn tại đây.
join-welcome-back = Cảm ơn, bot sẽ lại gửi chuyên đề và nhắc hạn tại đây.
join-menu = Chọn một việc dưới đây, hoặc gõ /trogiup để xem tất cả lệnh:
join-can = Từ đây có thể làm các việc sau; gõ /trogiup để xem tất cả.
join-declined = Vâng, bot sẽ không nhắn gì. Việc học tập và báo cáo vẫn làm với người phụ trách như trước. Nếu đổi ý, xin người phụ trách một mã mới.
joined-notice =
    Có người vừa dùng mã mời. Xem lại giúp người đó là ai:

    { $name }, { $unit }.

    Nếu đúng, không cần làm gì. Nếu không đúng người, trả lời: không phải
joined-not-them = Không phải
joined-elsewhere = Tài khoản này không còn nhận tin nữa, vì mã mới đã được dùng ở một tài khoản khác. Nếu không phải chính mình làm, hãy báo ngay người phụ trách.
not-them-which = Vừa có nhiều người tham gia. Chọn người cần ngắt tài khoản:
not-them-nobody = Không có tài khoản nào mới tham gia để ngắt. Xem danh sách: /danhsach
not-them-done =
    Đã ngắt tài khoản đó, nó không nhận tin nữa.

    { $name } có thể tham gia bằng mã mới: /danhsach
not-them-parted = Tài khoản này đã được ngắt theo yêu cầu của người phụ trách và không nhận tin nữa. Nếu có nhầm lẫn, xin người phụ trách một mã mới.

## Đồng ý theo từng việc

consent-ask-pledges = Trước khi ghi, xin hỏi một điều: bot lưu bản đăng ký, cam kết (chữ được mã hóa), chuyển cho nơi tiếp nhận theo kế hoạch và theo dõi đến hết chương trình. Không đồng ý thì vẫn nộp bản giấy như trước. Đồng chí có đồng ý không?
consent-ask-photos = Trước khi nhận ảnh, xin hỏi một điều: bot lưu ảnh gửi kèm (được mã hóa) để minh chứng cho báo cáo, không đưa đi nơi khác. Không đồng ý thì vẫn nộp được, chỉ không kèm ảnh. Đồng chí có đồng ý không?
consent-ask-exemplar = Xin hỏi một điều: đơn vị muốn nêu đồng chí là gương tiêu biểu trong báo cáo gửi cấp trên, có họ tên. Không đồng ý thì báo cáo không ghi tên. Đồng chí có đồng ý không?
consent-declined-pledges = Vâng, bot không lưu bản đăng ký ở đây. Đồng chí nộp bản giấy với đơn vị như trước. Khi đổi ý, gõ lại lệnh và chọn Đồng ý.
consent-declined-photos = Vâng, bot không nhận ảnh. Phần chữ vẫn gửi được bình thường. Khi đổi ý, chọn Đồng ý.
consent-declined-exemplar = Vâng, báo cáo sẽ không ghi tên. Khi đổi ý, chọn Đồng ý.
consent-granted-exemplar = Cảm ơn đồng chí. Báo cáo được ghi tên. Khi đổi ý, gõ /rutlai hoặc báo bí thư.
exemplar-declined-told = Có trả lời cho bản { $code }: một điển hình được nêu xin không ghi tên, nên cấp trên không thấy tên. Muốn sửa báo cáo, gõ: sửa { $code }. Người trả lời: { $name }.
consent-outdated = Câu hỏi này không còn chờ trả lời. Gõ /trogiup để xem các lệnh.

## Rút lại

withdraw-done = Đã dừng: từ giờ bot không tự nhắn gì nữa, các tin đang chờ gửi đã hủy. Mọi đồng ý đã được rút lại. Mã { $code }, ngày { $on }: phần dữ liệu đã lưu văn phòng xử lý xong chậm nhất ngày { $due } ({ $request }). Xem dữ liệu của mình, xin sửa: /dulieu. Khi muốn dùng lại, chọn dưới đây hoặc gõ /thamgia.
withdraw-nothing = Bot hiện không tự gửi tin nào tới đây. Khi muốn dùng lại, chọn dưới đây hoặc gõ /thamgia.
withdraw-come-back = Tham gia lại

## Liên kết

link-code =
    Mã để nối ứng dụng trò chuyện khác: { $code }

    Mở bot ở ứng dụng kia rồi gõ mã này:
    { $links }

    Mã dùng một lần, đến hết ngày { $until }. Không đưa mã cho người khác.
link-code-again =
    Mã để nối ứng dụng trò chuyện khác: { $code }

    Ứng dụng kia đã nối rồi; mã này dùng khi đổi điện thoại hoặc tài khoản:
    { $links }

    Mã dùng một lần, đến hết ngày { $until }. Không đưa mã cho người khác.
link-nowhere = Hiện chưa có bot trên ứng dụng trò chuyện nào khác cho đơn vị này.
