## Trục trặc của dịch vụ, báo văn phòng một lần

alert-bot-stopped = Báo người vận hành: { $bot } đã dừng ({ $reason }), không nhận và không gửi được tin. Nghĩa là: nền tảng từ chối token, hoặc nơi khác đang dùng token ấy. Cách sửa: tắt nơi kia, hoặc đặt token mới và khởi động lại; rồi gõ: nhipquy bot start { $bot }
alert-bot-stopped-over = Báo người vận hành: { $bot } đã chạy lại. (Trước đó: { $reason })
alert-quota = Báo người vận hành: { $bot } đã gửi { $sent }/{ $limit } tin của tháng này. Nghĩa là: hết mức thì chỉ còn tin trả lời cho tới ngày 1. Cách sửa: chia đơn vị cho thêm bot: nhipquy bot assign --auto
alert-quota-over = Báo người vận hành: số tin tháng của { $bot } lại đủ dùng. (Trước đó { $sent }/{ $limit })
alert-failed = Báo người vận hành: trong một ngày qua có { $count } tin không gửi được. Nghĩa là: người nhận chưa biết các tin ấy. Xem lý do: nhipquy export deliveries --json
alert-failed-over = Báo người vận hành: một ngày nay không còn tin nào gửi hỏng. (Trước đó { $count })
alert-parked = Báo người vận hành: có { $count } tin đến chưa xử lý được, đang giữ riêng. Nghĩa là: có người đang chờ trả lời. Cách sửa: cập nhật phần mềm rồi gõ: nhipquy replay
alert-parked-over = Báo người vận hành: mọi tin đến đã xử lý xong. (Trước đó { $count })
alert-disk = Báo người vận hành: ổ đĩa chứa { $folder } sắp đầy, còn { $megabytes } MB. Nghĩa là: sắp không ghi thêm được gì. Cách sửa: dọn bớt, hoặc chuyển DATA_DIR hay BACKUP_DIR sang ổ lớn hơn; rồi xem lại: nhipquy alert
alert-disk-over = Báo người vận hành: ổ đĩa chứa { $folder } đã có chỗ. (Trước đó còn { $megabytes } MB)
alert-backup = Báo người vận hành: bản sao lưu gần nhất đã { $days } ngày, lỗi gần nhất: { $code }. Nghĩa là: ổ đĩa hỏng thì mất những gì có từ hôm ấy. Cách sửa: xem thư mục BACKUP_DIR còn không, còn chỗ không, rồi gõ: nhipquy backup TỆP
alert-backup-over = Báo người vận hành: đã sao lưu lại được. (Trước đó: { $days } ngày, lỗi { $code })
alert-clock = Báo người vận hành: đồng hồ máy này và đồng hồ cơ sở dữ liệu lệch { $minutes } phút. Nghĩa là: tin có thể gửi sai giờ. Cách sửa: bật đồng bộ giờ của máy (NTP); xem: nhipquy clock show
alert-clock-over = Báo người vận hành: các đồng hồ đã khớp. (Trước đó lệch { $minutes } phút)
alert-none = Không có trục trặc nào.
alert-since = từ { $since }
alert-state-told = đã báo văn phòng
alert-state-untold = chưa báo
alert-state-muted = không báo tới { $until }
alert-office = Báo cho { $count } người của văn phòng.
alert-nobody = Chưa có ai của văn phòng vào bot và đồng ý nhận tin: không báo trục trặc cho ai được. Gõ: nhipquy invite --unit ĐƠN-VỊ --member MÃ
alert-unknown-kind = Không có loại { $kind }. Chọn: { $kinds }
alert-not-open = Không có trục trặc { $kind } nào đang mở. Xem: nhipquy alert
alert-mute-hours = --for nhận số giờ từ 1 đến { $most }
alert-muted = Không báo { $kind } tới { $until }.
alert-unmuted = Lại báo { $kind }.

cli-bot-started = Đã cho { $bot } chạy lại. Dịch vụ đang chạy sẽ dùng lại bot này trong vài giây.
cli-doctor-office = Trục trặc được báo cho { $count } người của văn phòng.
cli-doctor-office-nobody = Chưa có ai của văn phòng vào bot. Nghĩa là: có trục trặc thì không báo cho ai được. Gõ: nhipquy invite --unit ĐƠN-VỊ --member MÃ
