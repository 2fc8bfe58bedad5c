### Nhập danh sách đơn vị và đảng viên từ dòng lệnh

cli-import-done = Đã nhập: thêm { $new }, đổi { $changed }, giữ nguyên { $unchanged }. Không thấy trong tệp: { $vanished } (không xoá).
cli-import-would = Chưa ghi gì. Nếu nhập: thêm { $new }, đổi { $changed }, giữ nguyên { $unchanged }. Không thấy trong tệp: { $vanished } (không xoá).
cli-import-refused = Không nhập gì: { $count } chỗ cần sửa.
cli-import-vanished = không có trong tệp, vẫn giữ
cli-import-stays = ! { $member } vẫn thuộc { $units } (tệp này không nói tới). Muốn thôi: thêm dòng với vai trò "đã chuyển đi".
cli-import-phone = đổi số điện thoại
cli-import-exempt = miễn sinh hoạt
cli-import-key-leader = chủ chốt
cli-import-supervises = phụ trách { $unit }
cli-import-role = { $role ->
    [secretary] bí thư
    [deputy] phó bí thư
    [contact] đầu mối
    [leader] lãnh đạo
    [office] văn phòng
   *[member] thành viên
}

## Lý do, sau TỆP:DÒNG:CỘT

cli-import-problem-no-file = không có tệp này
cli-import-problem-file-too-large = tệp quá lớn, tối đa { $megabytes } MB
cli-import-problem-not-utf8 = tệp không phải UTF-8; trong Excel hãy lưu dạng "CSV UTF-8" hoặc .xlsx
cli-import-problem-broken-quotes = dấu ngoặc kép không khép hoặc đặt sai
cli-import-problem-broken-workbook = không đọc được tệp .xlsx này
cli-import-problem-old-workbook = tệp .xls đời cũ hoặc tệp có mật khẩu; trong Excel hãy chọn Lưu thành (Save As) > Excel Workbook (.xlsx), không đặt mật khẩu
cli-import-problem-workbook-too-large = tệp bung ra quá lớn, tối đa { $megabytes } MB; hãy xoá hình ảnh và các trang không dùng
cli-import-problem-macros = tệp có macro hoặc tệp nhúng nên không mở; hãy lưu lại dạng .xlsx thường
cli-import-problem-external-links = tệp lấy dữ liệu từ tệp khác; trong Excel chọn Dữ liệu > Sửa liên kết > Ngắt liên kết (Data > Edit Links > Break Link) rồi lưu lại
cli-import-problem-too-many-sheets = quá nhiều trang tính, tối đa { $sheets }
cli-import-problem-too-many-rows = quá nhiều dòng, tối đa { $rows }
cli-import-problem-too-many-columns = quá nhiều cột, tối đa { $columns }
cli-import-problem-cell-too-long = ô quá dài, tối đa { $characters } ký tự
cli-import-problem-control-characters = ô có ký tự lạ không đọc được; hãy gõ lại ô này
cli-import-problem-empty-file = tệp trống
cli-import-problem-no-rows = không có dòng nào dưới tiêu đề
cli-import-problem-unknown-column = không hiểu cột "{ $column }"; các cột dùng được: { $columns }
cli-import-problem-column-twice = cột "{ $column }" lặp lại
cli-import-problem-missing-column = thiếu cột { $column }
cli-import-problem-cell-without-column = ô có chữ nhưng cột không có tiêu đề
cli-import-problem-empty = { $column } bỏ trống
cli-import-problem-bad-code = mã "{ $code }" không dùng được: tối đa 40 ký tự, không có dấu ;
cli-import-problem-too-long = quá dài, tối đa { $characters } ký tự
cli-import-problem-unknown-kind = không hiểu loại đơn vị "{ $kind }"; dùng mã như cell-street hoặc tên như "chi bộ tổ dân phố"
cli-import-problem-unit-twice = đơn vị { $unit } đã có ở dòng { $line }
cli-import-problem-unknown-parent = không có đơn vị cấp trên { $unit }, trong tệp cũng như đã nhập
cli-import-problem-ambiguous-unit = nhiều cây tổ chức có đơn vị { $unit }; thêm --tree MÃ
cli-import-problem-circle = { $unit } thành cấp trên của chính mình
cli-import-problem-root-stays-root = { $unit } đang có chỗ khác trong cây: đơn vị gốc giữ nguyên là gốc, đơn vị cấp dưới cần mã cấp trên
cli-import-problem-unknown-root = không có đơn vị { $unit } (--root)
cli-import-problem-unknown-unit = không có đơn vị { $unit }
cli-import-problem-unknown-role = không hiểu vai trò "{ $text }"; dùng: bí thư, phó bí thư, đầu mối, lãnh đạo, văn phòng, hoặc để trống
cli-import-problem-not-yes-or-no = "{ $text }" không phải có hay không; dùng x hoặc để trống
cli-import-problem-unknown-category = không hiểu đối tượng "{ $text }"
cli-import-problem-not-a-number = "{ $text }" không phải số thứ bậc
cli-import-problem-bad-phone = số điện thoại không đúng dạng
cli-import-problem-unknown-member = người này chưa có trong danh sách nên không có gì để thôi
cli-import-problem-member-twice = { $member } đã có trong { $unit } ở dòng { $line }; mỗi đơn vị một dòng, nhiều vai trò cách nhau bằng ;
cli-import-problem-other-name = { $member } có họ tên khác ở dòng { $line }
cli-import-problem-supervises-without-post = phụ trách đơn vị nhưng không có vai trò lãnh đạo, bí thư, phó bí thư hay văn phòng
cli-import-problem-two-secretaries = { $unit } đã có bí thư ở dòng { $line }
cli-import-away = vắng đến hết { $day }
cli-import-problem-unknown-status = "{ $text }" không phải trạng thái; dùng: chính thức, dự bị, miễn sinh hoạt, đi vắng, đã rời
cli-import-problem-bad-day = "{ $text }" không phải một ngày; viết như 30/6/2026
cli-import-problem-away-without-day = đi vắng thì cần ngày ở cột "{ $column }", ví dụ 30/6/2026
cli-import-problem-unknown-reach = phạm vi "{ $text }" không hiểu được; ghi "bí thư", "đảng viên" hoặc để trống
