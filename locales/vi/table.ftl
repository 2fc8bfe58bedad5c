## Đoạn báo cáo và bảng tổng hợp

paragraph-head = Đoạn để đưa vào báo cáo:
paragraph-whole = Đến ngày { $day }, { $parts }.
paragraph-cells = chi bộ
paragraph-units = đơn vị
paragraph-people-part = { $done }/{ $total } đồng chí đã gửi { $title }, đạt { $share } %
paragraph-units-part = { $done }/{ $total } { $units } đã gửi { $title }, đạt { $share } %
paragraph-session-part = { $done }/{ $total } { $units } đã có { $title }, đạt { $share } %

summary-file-button = Bảng Excel quý { $quarter }
summary-more-units = Đơn vị tiếp theo
summary-sub-units = Chọn đơn vị để xem riêng:
summary-file-sent = Bảng tổng hợp quý { $quarter }/{ $year } kèm theo tin này. Mở bằng Excel hoặc ứng dụng bảng tính trên điện thoại.
summary-file-link = Bảng tổng hợp quý { $quarter }/{ $year }: { $link }
    Liên kết dùng trong 7 ngày, đến hết ngày { $until }. Chỉ người phụ trách mở; xin không gửi tiếp.
summary-file-none = Kênh này không gửi được tệp. Xin nhờ người quản trị lấy bảng bằng lệnh: nhipquy export table --unit { $unit } --xlsx

download-title = Nhịp Quý
download-intro = Bảng tổng hợp quý { $quarter }/{ $year }. Số liệu chỉ dành cho người phụ trách.
download-button = Tải bảng Excel
download-expired = Liên kết đã hết hạn. Nhắn /tonghop cho bot để lấy liên kết mới.
download-wrong = Liên kết không đúng. Nhắn /tonghop cho bot để lấy liên kết mới.
download-no-right = Đồng chí không còn phụ trách phạm vi này nên không mở được.

table-total = Cộng
table-yes = có
table-note = Lập lúc { $time } ngày { $day } từ những việc đã gửi qua bot; người lấy: { $reader }. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức.
table-operator = người quản trị
table-subject-people = từng người
table-subject-units = đơn vị
table-report-on-time = đúng hạn
table-report-late = trễ
table-report-open = chưa
table-report-none = không có
table-quarter-name = Quý { $quarter }
table-quarter-title = Bảng tổng hợp sinh hoạt chuyên đề quý { $quarter }/{ $year }
table-quarter-1 = Chi bộ
table-quarter-2 = Đã tổ chức (ngày)
table-quarter-3 = Chuyên đề
table-quarter-4 = Dự/tổng
table-quarter-5 = %
table-quarter-6 = Phát biểu
table-quarter-7 = Điểm, loại
table-quarter-8 = Đăng ký x/y
table-quarter-9 = Việc xong/chậm
table-quarter-10 = Báo cáo
table-quarter-11 = Sổ tay điện tử (ngày)
table-quarter-12 = Kiến nghị
table-half-name-first = 6 tháng đầu năm
table-half-name-second = 6 tháng cuối năm
table-half-1 = Chi bộ
table-half-2 = Đảng số
table-half-3 = Lượt dự
table-half-4 = %
table-half-5 = Học tập chuyên đề
table-half-session = Sinh hoạt chuyên đề quý { $quarter }
table-half-exemplars = Điển hình
table-half-inspections = Kiểm tra, giám sát
table-tasks-name = Từng việc
table-tasks-title = Từng việc trong năm { $year }
table-tasks-1 = Đơn vị
table-tasks-2 = Việc
table-tasks-3 = Kỳ
table-tasks-4 = Hạn
table-tasks-5 = Người thực hiện
table-tasks-6 = Phải làm
table-tasks-7 = Đã xong
table-tasks-8 = Xong sau hạn
table-tasks-9 = Còn lại
table-tasks-10 = %
table-trend-name = Dự sinh hoạt theo quý
table-trend-title = Tỷ lệ dự sinh hoạt chuyên đề, bốn quý gần đây (%)
table-trend-1 = Đơn vị

cli-table-which = Chọn một dạng: --xlsx hoặc --csv.
cli-table-quarter = “{ $quarter }” không phải là quý. Gõ như 2026-Q1.
cli-table-written = Đã ghi { $file }
