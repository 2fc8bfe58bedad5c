## Lệnh của người vận hành

cli-migrated = Cơ sở dữ liệu đã theo bản này.
cli-unit-unknown = Không có đơn vị mã { $unit }. Xem mã: nhipquy status
cli-clock-only-loopback = Chỉ đổi được giờ khi mọi máy chủ nền tảng đều ở máy này (TELEGRAM_API_ROOT, ZALO_API_ROOT).
cli-clock-unreadable = Không đọc được “{ $to }”. Gõ ví dụ: 2026-03-09T08:00+07:00, 2026-03-09 hoặc +1d
cli-clock-backward = Giờ chỉ đi tới. Bây giờ là { $now }, không lùi về { $to } được.
cli-run-due-done = Đã xếp: { $topics } tin chuyên đề, { $nudges } tin nhắc, { $digests } tin tổng hợp, { $dates } tin hỏi hạn.
cli-run-due-future = Thời điểm ấy chưa tới. Thêm --dry-run để chỉ xem trước.
cli-export-unknown = Không có bảng “{ $table }”. Chọn: { $tables }
cli-export-no-unit = Bảng deliveries không chia theo đơn vị. Bỏ --unit.
cli-status-now = Bây giờ: { $day } { $time }
cli-status-programmes = Chương trình:
cli-status-programme = { $programme } ({ $state }, dùng từ { $from }): { $done } xong, { $open } đang chờ, { $noDate } chưa có hạn
cli-state-draft = bản nháp
cli-state-published = đã công bố
cli-state-live = đang chạy
cli-state-closed = đã đóng
cli-status-units = Đơn vị (đã vào bot / thành viên):
cli-status-unit = { $unit }: { $joined }/{ $members }
cli-status-bots = Bot:
cli-status-bot = { $channel } { $handle }: { $state } ({ $reason }), { $people } người, { $groups } nhóm, tháng này gửi { $sentThisMonth } tin
cli-status-messages = Tin nhắn:
cli-status-troubles = tin đến chờ xử lý { $waitingUpdates }, để riêng { $parkedUpdates }; tin đi không gửi được { $deadMessages }; lần ngắt nhận tin { $pollGaps }
cli-status-uncertain = Tin không rõ đã tới hay chưa (tin theo lịch không gửi lại):

cli-programme-new = Đã nhập chương trình { $code } (bản { $version }, { $count } nhiệm vụ). Chưa gửi gì. Tiếp theo: nhipquy publish { $code }
cli-programme-new-version = Đã nhập bản mới { $version } của chương trình { $code } ({ $count } nhiệm vụ). Chưa gửi gì. Tiếp theo: nhipquy publish { $code }
cli-programme-same = Chương trình { $code } không đổi (bản { $version }, { $count } nhiệm vụ).
cli-programme-checked = Chương trình { $code } dùng được ({ $count } nhiệm vụ). Chưa ghi gì.
cli-programme-no-such-unit = Không có đơn vị mã { $unit }. Xem mã: nhipquy status
cli-programme-several-trees = Nhiều cây tổ chức có đơn vị { $unit }. Thêm --tree MÃ
cli-programme-which-unit = Chưa rõ chương trình của đơn vị nào. Nhập đơn vị trước (nhipquy import units TỆP) hoặc thêm --unit MÃ
cli-programme-unknown = Không có chương trình mã { $code }. Nhập trước: nhipquy import programme TỆP
cli-programme-several = Nhiều cây tổ chức có chương trình { $code }. Thêm --tree MÃ
cli-programme-published = Đã công bố { $code } (bản { $version }): thêm { $created } việc, đổi hạn { $moved }, rút { $withdrawn }, khôi phục { $restored }, chuyển đơn vị { $transferred }; đã làm, giữ nguyên { $kept }. Chưa gửi gì. Tiếp theo: nhipquy go-live { $code } --from NGÀY
cli-programme-previewed = Chưa ghi gì. Nếu công bố { $code } (bản { $version }): thêm { $created } việc, đổi hạn { $moved }, rút { $withdrawn }, khôi phục { $restored }, chuyển đơn vị { $transferred }; đã làm, giữ nguyên { $kept }.

cli-go-live-recipients = Người nhận: { $reached }/{ $people } người đã vào bot và đồng ý nhận tin.
cli-go-live-bot = { $bot }: tối đa { $count } tin trong { $days } ngày đầu
cli-go-live-silent = Trong { $days } ngày đầu không có tin nào.
cli-go-live-more = và { $count } lời khác cùng loại
cli-go-live-ask = Bắt đầu dùng { $code } từ { $day }? (có/không)
cli-go-live-not = Chưa bắt đầu. Không có gì thay đổi.
cli-go-live-done = { $code } được dùng từ { $day }. Việc đến hạn trước ngày ấy là “trước khi dùng bot”: không nhắc, không tính chậm.

cli-replay-no-id = “{ $id }” không phải mã tin. Gõ: nhipquy replay (tất cả) hoặc nhipquy replay MÃ
cli-replay-none = Không có tin để riêng nào mã { $id }.
cli-replay-done = Đã cho xử lý lại { $count } tin.

cli-doctor-database = Cơ sở dữ liệu trả lời, đúng bản này, khóa mã hóa khớp.
cli-doctor-no-bots = Chưa có bot nào. Đặt TELEGRAM_BOT_TOKEN hoặc ZALO_BOT_TOKEN rồi chạy lại.
cli-doctor-tokens-unanswered = { $count } token không được nền tảng nhận. Kiểm tra token (BotFather, Zalo Bot Manager) và đường mạng.
cli-doctor-bot-stopped = { $bot } đã dừng ({ $reason }). Nền tảng từ chối token, hoặc nơi khác đang dùng token ấy. Tắt nơi kia rồi gõ: nhipquy bot start { $bot }. Có token mới: đặt vào thiết lập rồi khởi động lại.
cli-doctor-bot-without-token = { $bot } chưa có token ở đây nên đang nghỉ. Thêm token của nó vào thiết lập.
cli-doctor-webhook-unknown = Không hỏi được webhook của { $bot }. Thử lại sau; nếu vẫn vậy, kiểm tra đường mạng.
cli-doctor-webhook-while-polling = { $bot } còn webhook trong khi PUBLIC_URL để trống. Khởi động dịch vụ: webhook cũ được gỡ trước khi nhận tin.
cli-doctor-webhook-missing = { $bot } chưa trỏ về PUBLIC_URL. Khởi động dịch vụ để đặt webhook; Cloudflare hay tường lửa phải cho đường dẫn ấy qua.
cli-doctor-bot-webhook = { $bot } nhận tin qua webhook.
cli-doctor-bot-polling = { $bot } sẵn sàng, nhận tin bằng cách hỏi liên tục.
cli-doctor-clock = Giờ của chương trình là giờ máy.
cli-doctor-clock-moved = Giờ của chương trình đi trước giờ máy { $hours } giờ (máy chủ nền tảng ở ngay máy này).
cli-doctor-clock-wrong = Giờ của chương trình lệch giờ máy { $hours } giờ mà đang dùng nền tảng thật. Dùng cơ sở dữ liệu mới cho việc thật.
cli-doctor-consent = Lời xin đồng ý đang dùng: { $version }.
cli-doctor-messages = Tin nhắn: đã gửi { $sent }, đang chờ { $queued }.
cli-doctor-uncertain = { $count } tin không rõ đã tới hay chưa. Xem: nhipquy status; cần thì báo lại cho người nhận.
cli-doctor-dead = { $count } tin không gửi được. Xem lý do: nhipquy export deliveries --json
cli-doctor-parked = { $count } tin đến xử lý năm lần không xong. Sau khi cập nhật phần mềm: nhipquy replay
cli-doctor-live = { $count } chương trình đang chạy.
cli-doctor-nothing-live = Chưa có chương trình nào chạy. Tiếp theo: nhipquy import programme TỆP, rồi nhipquy go-live MÃ --from NGÀY

cli-date-missing = { $count } việc chưa có hạn. Đặt hạn: nhipquy date set VIỆC KỲ NGÀY
cli-date-set = Đã đặt hạn { $obligation } { $period }: hết ngày { $due } ({ $count } nơi có việc này). Chưa gửi gì.
cli-date-unreadable = Không đọc được ngày “{ $day }”. Gõ ví dụ: 2026-05-15
cli-date-no-such-obligation = Không có việc mã { $obligation } trong chương trình đã công bố. Xem: nhipquy date list
cli-date-several = Nhiều chương trình có việc { $obligation }. Thêm --programme MÃ hoặc --tree MÃ
cli-date-no-such-period = Việc { $obligation } không có kỳ { $period }. Các kỳ: { $periods }
cli-date-later-than-above = Hạn này muộn hơn hạn của chương trình cấp trên cho { $obligation } { $period }. Chưa đặt.
