## Rà soát dữ liệu và câu hỏi làm người ta dừng lại

quality-head = Rà soát danh sách đến ngày { $day }. Mời mở tin nhắn này để xem từng mục.
quality-clean = Danh sách đã đủ: không có mục nào cần bổ sung.
quality-no-secretary = Đơn vị chưa có bí thư ({ $count }):
quality-no-group = Đơn vị chưa gắn nhóm ({ $count }):
quality-no-account = Chưa dùng bot, theo đơn vị ({ $count }):
quality-no-phone = Chưa có số điện thoại, theo đơn vị ({ $count }):
quality-duplicates = Có thể trùng người ({ $count }):
quality-no-unit = Chưa thuộc đơn vị nào ({ $count }):
quality-unit-count = { $unit }: { $count }/{ $members }
quality-more = và { $count } mục khác
dropoff-head = Phiếu đang viết dở, đứng lại từ hôm qua trở về trước:
dropoff-none = Không có phiếu nào đứng lại giữa chừng.
dropoff-line = { $title }: câu { $question } “{ $label }”, { $count } phiếu
dropoff-unsent = { $title }: đã viết xong, chờ bấm gửi, { $count } phiếu
cli-explain-period = “{ $period }” không phải là kỳ. Gõ như 2026-Q1 hoặc 2026.
cli-explain-unknown = Không có đơn vị hay con số “{ $word }” trong kỳ này. Xem tên các con số: status --explain MÃ_ĐƠN_VỊ
menu-data-quality = Rà soát danh sách
help-data-quality = rà soát danh sách, câu hỏi làm phiếu đứng lại
