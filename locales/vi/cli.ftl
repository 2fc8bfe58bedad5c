## Lệnh của người vận hành

cli-migrated = Cơ sở dữ liệu đã theo bản này.
cli-unit-unknown = Không có đơn vị mã { $unit }. Xem mã: nhipquy status
cli-clock-only-loopback = Chỉ đổi được giờ khi mọi máy chủ nền tảng đều ở máy này (TELEGRAM_API_ROOT, ZALO_API_ROOT).
cli-clock-unreadable = Không đọc được “{ $to }”. Gõ ví dụ: 2026-03-09T08:00+07:00, 2026-03-09 hoặc +1d
cli-clock-backward = Giờ chỉ đi tới. Bây giờ là { $now }, không lùi về { $to } được.
cli-run-due-done = Đã xếp: { $topics } tin chuyên đề, { $nudges } tin nhắc, { $digests } tin tổng hợp.
cli-run-due-future = Thời điểm ấy chưa tới. Thêm --dry-run để chỉ xem trước.
cli-export-unknown = Không có bảng “{ $table }”. Chọn: { $tables }
cli-status-now = Bây giờ: { $day } { $time }
cli-status-programmes = Chương trình:
cli-status-programme = { $programme } ({ $state }, dùng từ { $from }): { $done } xong, { $open } đang chờ, { $noDate } chưa có hạn
cli-programme-draft = bản nháp
cli-programme-published = đã công bố
cli-programme-live = đang chạy
cli-programme-closed = đã đóng
cli-status-units = Đơn vị (đã vào bot / thành viên):
cli-status-unit = { $unit }: { $joined }/{ $members }
cli-status-bots = Bot:
cli-status-bot = { $channel } { $handle }: { $state } ({ $reason }), { $people } người, { $groups } nhóm, tháng này gửi { $sentThisMonth } tin
cli-status-messages = Tin nhắn:
cli-status-troubles = tin đến chờ xử lý { $waitingUpdates }, để riêng { $parkedUpdates }; tin đi không gửi được { $deadMessages }; lần ngắt nhận tin { $pollGaps }
cli-status-uncertain = Tin không rõ đã tới hay chưa (tin theo lịch không gửi lại):
