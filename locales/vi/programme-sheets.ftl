### Bảng tính của chương trình

programme-export-usage = Chọn một: --yaml TỆP hoặc --xlsx TỆP
programme-file-written = Đã ghi { $file }.
sheet-problem-unknown-sheet = không có trang tính tên này; các trang: { $sheets }; trang ghi chú thì đặt tên “Ghi chú …”
sheet-problem-unknown-column = không hiểu cột “{ $column }”
sheet-problem-column-twice = cột “{ $column }” lặp lại
sheet-problem-cell-without-column = ô có chữ nhưng cột không có tiêu đề
sheet-problem-no-row-kind = cột đầu phải nói dòng này là gì: { $labels }
sheet-problem-unknown-row-kind = không hiểu dòng “{ $label }”; dùng: { $labels }
sheet-problem-row-without-owner = dòng “{ $label }” phải đứng ngay dưới dòng mà nó thuộc về
sheet-problem-no-key = dòng “{ $label }” cần có mã
sheet-problem-key-twice = mã { $key } đã có ở trên
sheet-problem-said-twice = “{ $label }” đã được ghi ở chỗ khác
sheet-problem-cell-of-another-row = dòng “{ $label }” không dùng ô này: “{ $cell }”
sheet-problem-no-such-obligation = không có nhiệm vụ mã “{ $code }” ở trang Nhiệm vụ
sheet-problem-no-period = thiếu kỳ: Q1, H2, 03, 2026 hoặc 2026-Q1
