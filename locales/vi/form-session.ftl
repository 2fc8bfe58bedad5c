## Mở, tạm dừng và làm tiếp một phiếu

form-session-opened = Phiếu mở, hạn hết ngày { $due }. Từng câu trả lời được giữ ngay.
form-session-opened-undated = Phiếu mở. Từng câu trả lời được giữ ngay.
form-session-comment = Góp ý cần hoàn thiện: “{ $comment }”
form-session-not-yours = Việc này do người khác thực hiện. Gõ /viec để xem việc của đồng chí.
form-session-gone = Phiếu này đã gửi, đã huỷ hoặc không còn cần nữa. Gõ /viec để xem việc hiện có.
form-session-parked = Phiếu đang làm dở được giữ lại; gõ tiếp để quay về phiếu đó sau.
form-session-rested = Đã lâu mới gặp lại, nên tin vừa rồi chưa ghi vào phiếu. Câu đang chờ ở dưới đây; gõ lại câu trả lời, hoặc gõ để sau.
form-session-edited-put-off = Tin vừa chỉnh chưa đổi câu trả lời nào. Phiếu đang viết dở: gõ tiếp, rồi sửa và số dòng.
form-session-edited-filed = Tin vừa chỉnh không làm đổi bản đã nộp. Muốn đổi bản { $code }: gõ sửa { $code }.
form-session-edited-unknown = Tin đã sửa không gắn với một câu trả lời nào. Muốn đổi câu trả lời: gõ xem, rồi sửa và số dòng.
form-session-was-received = Bản { $code } đã được tiếp nhận nên không sửa được nữa. Xem lại: gõ xem { $code }. Cần thay đổi thì nhờ nơi tiếp nhận trả lại.
form-session-deadline-passed = Hạn sửa bản { $code } là hết ngày { $due }. Sau hạn, chỉ sửa được khi nơi tiếp nhận trả lại. Xem lại: gõ xem { $code }.
form-session-pen-held = Phiếu chung này đang có người viết.

    { $title }
    Người viết: { $holder }.

    Để viết tiếp thay, gõ nhận viết tiếp. Các câu đã trả lời vẫn giữ nguyên.
form-session-take-pen = Nhận viết tiếp
form-session-nothing-shared = Không có phiếu chung nào đang viết dở. Gõ /viec để xem việc.
form-session-nothing-open = Không có phiếu nào đang làm dở. Gõ /viec để xem việc.
form-session-which-draft = Có mấy phiếu đang làm dở, câu trả lời đều còn nguyên. Xin chọn phiếu để làm tiếp ngay bây giờ:
form-session-handed-to-secretary = Đã giữ bản thảo: { $title }. Bí thư sẽ xem lại và xác nhận; bot đã báo.
form-session-handed-over = Đã giữ bản thảo: { $title }. Bí thư hoặc phó bí thư sẽ xem lại và xác nhận; bot đã báo.
form-session-sign-please = Có bản thảo chờ xác nhận. Mở tin nhắn này để xem lại và gửi.

    { $title }
    { $due }
    Người soạn: { $author }

    Đồng chí đọc lại, sửa nếu cần, rồi gõ gửi.
form-session-sign = Xem lại và gửi
