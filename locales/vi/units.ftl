## Thay đổi tổ chức theo ngày

units-preview-rename = Từ { $day }: { $from } mang tên “{ $to }”.
units-preview-move = Từ { $day }: { $from } chuyển về trực thuộc { $to }.
units-preview-merge = Từ { $day }: { $from } nhập vào { $to }.
units-preview-split = Từ { $day }: tách { $to } ra khỏi { $from }.
units-preview-people = { $people } người đổi nơi sinh hoạt hoặc chức vụ; { $groups } nhóm, { $bots } bot, { $programmes } chương trình đi theo.
units-preview-duties = Việc đang chờ: { $moved } chuyển theo, { $withdrawn } rút, { $created } thêm mới. Việc đã làm giữ nguyên; số liệu trước ngày ấy vẫn theo tổ chức cũ.
units-planned = Đã ghi, sẽ tự thực hiện ngày { $day }. Xem lại: nhipquy units preview { $id }. Bỏ: nhipquy units undo { $id }
units-dry = Chưa ghi gì.
units-undone = Đã bỏ thay đổi { $id }. Không có gì thay đổi.
units-none = Không có thay đổi tổ chức nào.
units-state-planned = đã ghi
units-state-applied = đã thực hiện
units-state-undone = đã bỏ
units-state-failed = không thực hiện được ({ $reason })
units-not-later = Ngày { $day } không phải ngày tới. Chọn từ ngày mai trở đi.
units-unknown = Không có thay đổi mã { $id }. Xem: nhipquy units list
units-not-planned = Thay đổi { $id } đã thực hiện hoặc đã bỏ. Muốn đảo lại, ghi một thay đổi ngược cho ngày khác.
units-refused-unknown-unit = Không có đơn vị mã { $value }. Xem mã: nhipquy status
units-refused-unknown-member = Không có người mã { $value }. Xem mã trong danh sách đã nhập.
units-refused-root = { $value } là đơn vị gốc, không chuyển và không nhập đi được. Đổi tên: nhipquy units rename
units-refused-circle = { $value } nằm ngay trong phần bị chuyển hoặc nhập. Chọn đơn vị khác.
units-refused-nothing-changes = { $value } đã như vậy rồi.
units-refused-too-few = Chưa đủ đơn vị hoặc người để làm việc này với { $value }.
units-refused-exists = Mã { $value } đã dùng. Chọn mã khác cho đơn vị mới.
units-refused-name-missing = { $value } là đơn vị mới: thêm --name "TÊN"
units-refused-not-a-member = { $value } không sinh hoạt ở đơn vị bị tách.
units-refused-several-secretaries = Có mấy bí thư: { $value }. Chọn một người: --secretary MÃ; những người kia thành phó bí thư.

units-told-rename = Báo thay đổi tổ chức từ ngày { $day }. Mời mở tin nhắn này để xem.

    “{ $from }” nay mang tên “{ $to }”. Việc đang làm và hạn giữ nguyên. Đồng chí không cần làm gì thêm.
units-told-move = Báo thay đổi tổ chức từ ngày { $day }. Mời mở tin nhắn này để xem.

    “{ $from }” nay trực thuộc “{ $to }”. Việc đang làm và hạn giữ nguyên. Đồng chí không cần làm gì thêm.
units-told-merge = Báo thay đổi tổ chức từ ngày { $day }. Mời mở tin nhắn này để xem.

    { $from } nay là “{ $to }”. Việc đang làm dở đi theo đồng chí; nhắn /viec để xem.
units-told-split = Báo thay đổi tổ chức từ ngày { $day }. Mời mở tin nhắn này để xem.

    “{ $to }” được tách ra từ “{ $from }”. Việc đang làm dở đi theo đồng chí; nhắn /viec để xem.
units-told-group-rename = Từ ngày { $day }, “{ $from }” mang tên “{ $to }”. Nhóm này giữ nguyên.
units-told-group-move = Từ ngày { $day }, “{ $from }” trực thuộc “{ $to }”. Nhóm này giữ nguyên.
units-told-group-merge = Từ ngày { $day }, { $from } nay là “{ $to }”. Nhóm này là nhóm của “{ $to }”.
units-told-group-split = Từ ngày { $day }, “{ $to }” được tách ra từ “{ $from }”. Nhóm này giữ nguyên.
units-told-office = Đã thực hiện thay đổi tổ chức của ngày { $day }: { $people } người đổi nơi, { $moved } việc đi theo. Xem: nhipquy units list ({ $id })
units-told-failed = Chưa thực hiện được thay đổi tổ chức của ngày { $day } ({ $reason }: { $value }). Không có gì thay đổi. Xem: nhipquy units list ({ $id })
