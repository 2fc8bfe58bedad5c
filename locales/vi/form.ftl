# Hội thoại điền phiếu. Dòng đầu mỗi câu hỏi không lộ nội dung trên màn hình khoá.

form-head = Câu { $number }/{ $of } · gõ: quay lại, xem, bỏ qua, để sau, huỷ, trợ giúp
form-head-menu = Câu { $number }/{ $of } · gõ: xong, sửa { $number }.1, xoá { $number }.1, quay lại, để sau
form-head-review = Xem lại · gõ: gửi, sửa 3 (số dòng), để sau, huỷ, trợ giúp
form-head-question = Câu { $number }/{ $of } · gõ: để sau, huỷ, trợ giúp

form-ask-item = { $item } thứ { $index }
form-ask-item-first = { $group } – { $item } thứ nhất
form-ask-none = Không có thì gõ không.
form-ask-together = Trả lời trong một tin, mỗi ý một dòng (hoặc gõ { $keys }):
form-ask-optional = (có thể bỏ qua)
form-ask-current = Đang ghi: { $value }
form-ask-keep = Giữ nguyên: gõ tiếp. Thay: gửi câu trả lời mới.
form-ask-keep-or-clear = Giữ nguyên: gõ tiếp. Để trống: gõ xoá. Thay: gửi câu trả lời mới.
form-ask-example = Ví dụ: { $example }
form-ask-examples-offer = Cần gợi ý: gõ ví dụ.
form-ask-carried-offer = Bản trước còn { $count } việc chưa xong: gõ mang sang để chọn.
form-ask-usual = Thường từ { $from } đến { $to } { $item }; nhiều hay ít hơn đều được.
form-ask-usual-one = Thường { $to } { $item }; nhiều hay ít hơn đều được.
form-ask-away = Đang vắng dài ngày, không tính và không phải ghi: { $names }.
form-ask-unit = (đơn vị: { $unit })
form-ask-collecting = Đã giữ phần đã gửi. Còn nữa thì gửi tiếp; hết thì gõ xong, hoặc chờ một phút.

form-hint-short-text = Gõ câu trả lời.
form-hint-long-text = Viết trong một tin; tin dài bị cắt thì bot tự ghép.
form-hint-number = Gõ một số.
form-hint-ratio = Gõ như 23/25.
form-hint-date = Gõ như 9/3, hôm qua, thứ sáu tuần trước.
form-hint-choice = Gõ số của ý chọn.
form-hint-choices = Chọn được nhiều: gõ như 1, 3.
form-hint-yes-no = Gõ có hoặc không.
form-hint-people = Gõ đủ, hoặc ghi người vắng, như: { $example }. Gõ số thứ tự cũng được.
form-hint-people-one = { $first } (ốm)
form-hint-people-two = { $first } (ốm), { $second } (bận)
form-hint-people-no-list = Gõ số có mặt trên số phải dự, như 23/25.
form-hint-photo = Gửi ảnh (tối đa { $max }).
form-hint-file = Gửi tệp (tối đa { $max }).
form-part-number = (số)
form-part-ratio = (như 23/25)
form-part-date = (như 9/3)
form-part-yes-no = (có/không)
form-part-people = (đủ, hoặc tên người vắng)
form-part-choice = ({ $options })
form-part-choices = ({ $options }; chọn được nhiều)

form-stuck-pause = Đang vướng thì gõ để sau, khi nào tiện làm tiếp; các câu đã trả lời vẫn còn.
form-stuck-skip = Câu này không bắt buộc: gõ bỏ qua để sang câu sau.
form-stuck-call = Cần người hướng dẫn, đồng chí gọi { $contact }.

form-passed = Câu { $numbers } không cần trả lời.
form-noted = Đã ghi:
form-menu-title = { $label }: đã có { $count }.
form-menu-next = Còn nữa thì gõ luôn { $item } thứ { $index }; đủ rồi thì gõ xong.
form-menu-next-parts = Còn nữa thì gõ luôn { $item } thứ { $index }, mỗi ý một dòng; đủ rồi thì gõ xong.

form-review-title = { $title }
form-review-next = Đúng rồi thì gõ gửi. Cần sửa dòng nào, gõ sửa và số dòng, ví dụ sửa { $number }.

form-examples-title = Gợi ý cho { $label }. Gõ số để lấy (như 1, 3), rồi sửa lại cho đúng việc của mình:
form-examples-carried = (bản trước, chưa xong)
form-examples-next = Không lấy thì gõ quay lại.

form-pick-person = Trong danh sách có nhiều người tên { $name }. Đồng chí chọn ai?
form-absence-reason = Vắng có lý do hay không: { $names }?
form-asked-cancel = Huỷ phiếu này? { $answered ->
    [0] Chưa có câu trả lời nào.
   *[other] Đã trả lời { $answered } câu; huỷ thì mất hết.
  } Muốn nghỉ rồi làm tiếp, gõ để sau.

form-help-title = Cách điền
form-help-verbs =
    quay lại: về câu trước · xem: các câu đã trả lời
    sửa 3: sửa câu 3 · bỏ qua: để trống câu không bắt buộc
    để sau: nghỉ, lúc nào làm tiếp cũng được · huỷ: bỏ phiếu
    Có phiếu giấy: gõ 1=… 2=… theo số trên phiếu.
form-position = Đồng chí đang ở câu { $number }/{ $of }. Đã xong { $answered } câu, còn { $left } câu.
form-position-review = Đã trả lời hết { $answered } câu, chỉ còn xem lại và gửi.
form-resumed = Mời đồng chí làm tiếp từ câu { $number }/{ $of }, còn { $left } câu.
form-resumed-review = Phiếu đã điền xong, chỉ còn xem lại và gửi.
form-overview-title = Đã ghi đến lúc này:
form-overview-next = Sửa dòng nào thì gõ sửa và số dòng. Làm tiếp: gõ tiếp hoặc trả lời câu dưới đây.
form-stale-old-button = Nút này của câu trước, nay không còn dùng. Chưa có gì thay đổi.
form-stale-crossed = Tin vừa rồi gửi trước khi câu hỏi dưới đây tới nơi nên chưa ghi vào đâu. Đồng chí gửi lại nếu đúng là trả lời câu này.
form-fragment-kept = Đã giữ ({ $length } ký tự). Còn nữa thì gửi tiếp; hết thì gõ xong, hoặc chờ một phút.
form-file-kept = Đã nhận thêm: { $count }/{ $max }.
form-answer-changed = Đã sửa theo tin đồng chí vừa chỉnh:
form-paused = Đã lưu, còn { $left } câu. Lúc nào tiện, đồng chí nhắn tiếp để làm tiếp.
form-paused-review = Đã lưu, chỉ còn xem lại và gửi. Lúc nào tiện, đồng chí nhắn tiếp.
form-cancelled = Đã huỷ phiếu.
form-confirmed = Đã nhận phiếu.

form-choice-yes = Có
form-choice-no = Không
form-choice-back = Quay lại
form-choice-skip = Bỏ qua
form-choice-later = Để sau
form-choice-help = Trợ giúp
form-choice-done = Xong
form-choice-add = Thêm
form-choice-examples = Ví dụ
form-choice-confirm = Gửi
form-choice-excused = Có lý do
form-choice-unexcused = Không lý do
form-choice-cancel-yes = Huỷ phiếu
form-choice-cancel-no = Không, làm tiếp

form-value-none = (chưa có)
form-value-skipped = (để trống)
form-value-number = { $value }
form-value-number-unit = { $value } { $unit }
form-value-percent = { $value } %
form-value-yes = Có
form-value-no = Không
form-value-all-present = đủ { $present }/{ $due }
form-value-present = có mặt { $present }/{ $due }
form-value-excused = vắng có lý do: { $names }
form-value-unexcused = vắng không lý do: { $names }
form-value-files = { $count } tệp
form-line-author = ({ $name })

form-problem-thanks-only = Cảm ơn đồng chí. Xin trả lời câu dưới đây, hoặc gõ để sau.
form-problem-nothing-to-end = Câu dưới đây còn chờ câu trả lời. Chưa có thì gõ để sau.
form-problem-ended-before = Phần vừa gửi đã ghi đủ. Mời đồng chí trả lời câu dưới đây.
form-problem-not-sendable-yet = Chưa gửi được: còn câu dưới đây. Trả lời, hoặc gõ bỏ qua nếu câu này không bắt buộc.
form-problem-ended-review = Phiếu đã đủ các câu. Gõ gửi để nộp, hoặc sửa và số dòng.
form-problem-text-too-long = Dài { $length } ký tự, câu này nhận tối đa { $max }. Đồng chí rút gọn giúp.
form-problem-choice-unknown = Trả lời này chưa khớp ý nào dưới đây. Đồng chí gõ số của ý đúng, từ 1 đến { $count }.
form-problem-choices-too-few = Cần chọn ít nhất { $min }.
form-problem-choices-too-many = Chọn nhiều nhất { $max }.
form-problem-not-a-number = Chưa đọc được số. Đồng chí gõ số, như 25.
form-problem-not-whole = Cần số nguyên, không có phần lẻ.
form-problem-number-below = { $value } nhỏ hơn mức ít nhất là { $min }.
form-problem-number-above = { $value } lớn hơn mức nhiều nhất là { $max }.
form-problem-not-a-ratio = Chưa đọc được. Đồng chí gõ hai số cách nhau bằng dấu /, như 23/25.
form-problem-part-over-whole = { $part } lớn hơn { $whole }. Đồng chí gõ số có trước, tổng số sau, như 23/25.
form-problem-date-unreadable = Chưa đọc được ngày. Đồng chí gõ như 9/3 hoặc 09/3/2026.
form-problem-date-not-in-calendar = Lịch không có ngày này. Đồng chí xem lại giúp.
form-problem-date-in-future = Ngày { $day } chưa tới. Đồng chí gõ ngày đã diễn ra.
form-problem-yes-no-unclear = Đồng chí gõ có hoặc không.
form-problem-person-unknown = Danh sách không có ai tên { $name }. Đồng chí gõ lại tên, hoặc số thứ tự trong danh sách.
form-problem-roster-number-unknown = Danh sách có { $count } người, không có số { $number }.
form-problem-name-the-absent = Đồng chí ghi tên (hoặc số thứ tự) người vắng, như: { $example }.
form-problem-person-twice = { $name } được ghi hai lần. Đồng chí ghi lại danh sách vắng.
form-problem-photo-expected = Câu này cần ảnh. Đồng chí gửi ảnh vào đây.
form-problem-file-expected = Câu này cần tệp. Đồng chí gửi tệp vào đây.
form-problem-not-a-photo = Tệp này không phải ảnh. Đồng chí gửi ảnh chụp.
form-problem-file-not-expected = Câu này không nhận ảnh hay tệp, nên chưa ghi vào phiếu.
form-problem-files-too-many = Đã đủ { $max }, tệp vừa gửi không ghi thêm.
form-problem-say-which = Chưa rõ trả lời cho ý nào. Đồng chí gõ mỗi ý một dòng, hoặc { $keys }.
form-problem-number-unknown = Phiếu không có câu số { $number } để ghi lúc này.
form-problem-cannot-skip = Câu này cần có, không bỏ qua được. Chưa có thông tin thì gõ để sau.
form-problem-first-question = Đây là câu đầu tiên.
form-problem-line-unknown = Không có dòng { $number }. Gõ xem để thấy số các dòng.
form-problem-which-line = Đồng chí gõ kèm số dòng, ví dụ sửa 3.
form-problem-edit-by-line = Câu { $number } ghép từ nhiều tin, nên chưa đổi theo tin vừa chỉnh. Gõ sửa { $number } để ghi lại.
form-problem-edit-lost = Tin vừa chỉnh không còn gắn với câu nào, nên chưa đổi gì. Gõ xem để thấy các câu, sửa và số câu để sửa.
form-problem-same-as-before = Tin này trùng với mục vừa ghi nên không ghi thêm lần nữa.
form-problem-item-needed = Phiếu cần ít nhất một mục. Chưa nghĩ ra thì gõ ví dụ hoặc để sau.
form-problem-item-unknown = Không có mục { $number }.
form-problem-menu-unclear = Đồng chí gõ nội dung mục mới, hoặc xong.
form-problem-review-unclear = Đồng chí gõ gửi để gửi, hoặc sửa và số dòng.
form-problem-cancel-unclear = Đồng chí chọn 1 để huỷ, 2 để làm tiếp.
form-problem-no-examples = Câu này chưa có gợi ý.
form-problem-example-unknown = Đồng chí gõ số từ 1 đến { $count }, hoặc quay lại.
