### Nhập hộ người không có điện thoại

menu-proxy = Nhập hộ đảng viên
help-proxy = nhập hộ người không có điện thoại: gõ nhập hộ và tên
proxy-which-person = Nhập hộ cho người không dùng điện thoại. Chọn một người, hoặc gõ nhập hộ và tên:
proxy-nobody = Không có ai như vậy trong danh sách đơn vị của đồng chí. Xem danh sách: /danhsach

    Tên đã gõ: { $name }
proxy-all-joined = Mọi người trong đơn vị đều đã tham gia và tự điền được trên máy của mình.
proxy-has-joined = Người này đã tham gia nên tự điền trên máy của mình, không cần nhập hộ. Nếu mất máy, cấp mã mới: /danhsach

    { $name }
proxy-nothing-owed = Người này không còn việc nào đang chờ nộp hoặc sửa được lúc này. Xem danh sách: /danhsach

    { $name }
proxy-which-thing = Chọn việc cần nhập hộ. Mỗi việc một bản riêng, xong việc này rồi nhập việc khác.

    { $name }
proxy-deeds = Ghi tiến độ việc đã đăng ký
proxy-deeds-head = Ghi hộ tiến độ theo đúng lời của người được nhập hộ, việc đã đăng ký:

    { $name }
proxy-deed-noted = Đã ghi hộ: { $status }. Ghi việc khác: gõ nhập hộ và tên.
proxy-ask-consent = Trước khi nhập hộ, cần có sự đồng ý của người được nhập hộ. Xin đọc cho đồng chí ấy nghe lời dưới đây.
proxy-for = Nhập hộ: { $name }. Việc: { $title }
proxy-terms = Bí thư, phó bí thư ghi hộ vào bot Nhịp Quý đúng những gì tôi nói hoặc viết trên giấy. Bot lưu lại (chữ được mã hóa), chuyển cho nơi tiếp nhận theo kế hoạch và theo dõi đến hết chương trình. Trước khi nộp, tôi được nghe đọc lại. Tôi rút lại được bất cứ lúc nào bằng cách báo bí thư.
proxy-ask-how = Đồng chí ấy đồng ý bằng cách nào? Không đồng ý: gõ huỷ, và nộp bản giấy như trước.
proxy-choose-paper = Đồng ý trên giấy, có chữ ký
proxy-choose-spoken = Đồng ý bằng lời, có người làm chứng
proxy-method-paper = trên giấy
proxy-method-spoken = bằng lời
proxy-ask-witness = Ai làm chứng? Gõ đủ họ và tên người có mặt lúc đó.
proxy-witness-same = Người làm chứng phải là một người khác, không phải người nhập hay người được nhập hộ. Gõ họ và tên người đó.
proxy-witness-unreadable = Xin gõ đủ họ và tên người làm chứng, như trong danh sách.
proxy-agreed-before = Sự đồng ý đã được ghi từ trước nên không hỏi lại. Mời đồng chí điền giúp phiếu dưới đây.

    { $name }: đồng ý { $consent }, ngày { $on }
proxy-read-aloud = Bản này chưa nộp. Xin đọc to lời dưới đây cho người được nhập hộ nghe ({ $given }), chậm và đủ từng dòng:
proxy-read-back =
    “Tôi là { $name }, { $unit }.
    { $title }:
    { $lines }
    Tôi đồng ý để ghi hộ như trên.”
proxy-read-yes = Đã đọc, đồng chí ấy nói đúng: nộp
proxy-read-edit = Sửa lại
proxy-read-hint = Đọc xong và đồng chí ấy nói đúng: gõ nộp. Cần sửa: gõ sửa và số dòng, ví dụ sửa 1. Làm sau: gõ để sau.
proxy-later = Đã giữ bản đang nhập hộ. Khi nào tiếp, gõ tiếp.
proxy-receipt = Bản này được ghi rõ là nhập hộ. Xem lại: gõ xem { $code }. Cần sửa: gõ nhập hộ và tên.
proxy-mark = Nhập hộ bởi: { $name } ({ $consent })
proxy-by-paper = đồng ý trên giấy
proxy-by-spoken = đồng ý bằng lời, người làm chứng: { $witness }
proxy-mark-unanswered = Người nộp chưa tự xác nhận lại
proxy-mark-confirmed = Người nộp đã tự xác nhận ngày { $day }
proxy-mark-disputed = Người nộp báo chưa đúng ngày { $day }
proxy-told = Bản này là nhập hộ, người nộp không nhận được tin. Xin đồng chí báo lại giúp: { $author }
proxy-ask = { $count ->
    [1] Trước khi đồng chí tham gia, có một bản đã được nhập hộ theo lời đồng chí. Xin xem lại một lần:
   *[other] Trước khi đồng chí tham gia, có { $count } bản đã được nhập hộ theo lời đồng chí. Xin xem lại một lần:
  }
proxy-ask-end = Đúng như lời đồng chí không? Bot chỉ hỏi một lần.
proxy-right = Đúng, tôi xác nhận
proxy-wrong = Chưa đúng
proxy-answered = Không có bản nhập hộ nào đang chờ đồng chí xác nhận.
proxy-confirmed = Cảm ơn đồng chí, đã ghi là đồng chí tự xác nhận.
proxy-disputed = Đã ghi, và đã báo người nhập hộ. Chọn bản cần sửa để sửa ngay, nội dung cũ vẫn còn:
proxy-correct = Sửa { $code }
proxy-disputed-notice =
    Có bản nhập hộ được người nộp báo là chưa đúng. Người nộp sẽ tự sửa, xin liên hệ nếu cần.

    Mã: { $codes }
progress-proxies = Trong đó nhập hộ: { $entered } bản, người nộp đã tự xác nhận: { $confirmed }.
roster-proxy = Nhập hộ
