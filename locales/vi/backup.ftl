## Bản sao lưu, và tin được giữ lại sau khi khôi phục

backup-written = Đã ghi bản sao lưu: { $file } ({ $kilobytes } KB).
backup-needs-secret = Chỉ mở được bằng APP_SECRET của cơ sở dữ liệu này (khóa { $key }). Hãy cất một bản của khóa ấy ở nơi khác; hoặc đặt BACKUP_PASSPHRASE để bản sao lưu mang khóa theo.
backup-needs-passphrase = Mở bằng câu mật khẩu, trên máy mới cũng được. Cất câu mật khẩu ở nơi khác với tệp: mất câu mật khẩu thì không ai mở được tệp.
backup-no-folder = Không ghi được { $file } ở đó. Chọn một thư mục đã có và được phép ghi.
backup-no-space = Ổ đĩa đầy: chưa ghi được { $file }. Dọn bớt, hoặc ghi sang ổ khác.
backup-no-file = Không có tệp { $file }.
backup-short-passphrase = Dòng đầu của { $file } ngắn hơn { $characters } ký tự. Chọn câu mật khẩu dài hơn.
backup-ask-passphrase = Câu mật khẩu của bản sao lưu này:{" "}
backup-sound = { $file } còn nguyên vẹn: chụp lúc { $taken }, { $rows } dòng. Chưa thay đổi gì.
backup-restored = Đã khôi phục như lúc { $taken }: { $rows } dòng. Việc sau lúc ấy không có trong bản này.
backup-secret-brought = Khóa mã hóa đi cùng bản sao lưu, nay ở DATA_DIR/app-secret.
backup-held = Tin chưa gửi: { $count }. Các tin ấy và mọi tin nhắc mới chờ người vận hành quyết định. Xem: nhipquy outbox held. Rồi gõ: nhipquy outbox release, hoặc nhipquy outbox drop
backup-other-secret = Bản sao lưu này dùng APP_SECRET khác. Khóa ấy đi cùng, đang ở { $path }. Đặt APP_SECRET bằng nội dung tệp ấy, xóa tệp, rồi gõ lại lệnh này. Chưa khôi phục gì.
backup-refused-not-a-backup = { $file } không phải bản sao lưu của chương trình này.
backup-refused-newer-format = { $file } do bản phần mềm mới hơn ghi. Cài bản ấy hoặc bản sau nữa, rồi gõ lại lệnh này.
backup-refused-newer-release = { $file } là của bản phần mềm mới hơn hoặc bản khác. Cài bản ấy hoặc bản sau nữa, rồi gõ lại lệnh này.
backup-refused-wrong-key = { $file } dùng APP_SECRET khác. Đặt APP_SECRET của máy cũ, hoặc chép tệp DATA_DIR/app-secret của máy cũ sang, rồi gõ lại lệnh này.
backup-refused-needs-passphrase = { $file } mở bằng câu mật khẩu. Thêm --passphrase-file TỆP, hoặc đặt BACKUP_PASSPHRASE.
backup-refused-wrong-passphrase = Câu mật khẩu không đúng với { $file }. Chưa thay đổi gì.
backup-refused-damaged = { $file } bị hỏng hoặc bị cắt cụt. Chưa thay đổi gì; hãy dùng bản sao lưu khác.
backup-refused-not-empty = Cơ sở dữ liệu đã có dữ liệu. Chỉ khôi phục vào chỗ trống: đặt DATA_DIR là thư mục mới (hoặc DATABASE_URL là cơ sở dữ liệu mới) rồi gõ lại lệnh này. Chưa thay đổi gì.
backup-refused-in-use = Dịch vụ đang chạy trên cơ sở dữ liệu này. Dừng dịch vụ trước, rồi gõ lại lệnh này.
backup-refused-exists = Đã có tệp { $file }, không ghi đè. Chọn tên khác.

outbox-restored = Cơ sở dữ liệu này khôi phục từ bản sao lưu ngày { $taken }. Trước khi người vận hành quyết định, không gửi tin nhắc, chuyên đề hay tổng hợp nào.
outbox-none = Không có tin nào đang giữ lại.
outbox-kind = { $kind } ({ $class }): { $count }, từ { $from } đến { $to }
outbox-next = Gửi đi: nhipquy outbox release. Không bao giờ gửi: nhipquy outbox drop. Riêng một loại: thêm --kind LOẠI
outbox-decided = Sẽ gửi: { $released }. Bỏ: { $dropped }. Có thể đã gửi trước đó nên không gửi lại: { $uncertain }.
outbox-over = Đã quyết định xong; tin theo lịch lại gửi như thường.
outbox-more = Phần còn lại vẫn chờ: nhipquy outbox held

cli-doctor-restored = Cơ sở dữ liệu này khôi phục từ bản sao lưu ngày { $taken }. Nghĩa là: { $count } tin đang chờ, tin nhắc mới cũng chờ, để khỏi gửi hai lần. Xem: nhipquy outbox held; rồi nhipquy outbox release, hoặc nhipquy outbox drop
cli-doctor-backup = Bản sao lưu gần nhất: { $taken }.
cli-doctor-backup-not-set = Chưa có bản sao lưu. Nghĩa là: ổ đĩa hỏng là mất hết. Đặt BACKUP_DIR là một thư mục ở ổ khác, hoặc gõ: nhipquy backup TỆP
cli-doctor-backup-none-yet = Đã đặt BACKUP_DIR, chưa có bản sao lưu nào. Nghĩa là: bản đầu tiên ghi lúc 2 giờ đêm khi dịch vụ chạy; trước đó ổ đĩa hỏng là mất hết. Ghi ngay: nhipquy backup TỆP
cli-doctor-backup-old = Bản sao lưu gần nhất đã { $days } ngày. Nghĩa là: ổ đĩa hỏng thì mất những gì có từ hôm ấy. Dịch vụ có chạy không, BACKUP_DIR đặt chưa? Ghi ngay: nhipquy backup TỆP
cli-doctor-backup-failed = Lần sao lưu gần nhất không xong ({ $code }). Nghĩa là: ổ đĩa hỏng thì mất những gì có từ bản trước. Thư mục BACKUP_DIR còn không, ghi được không, còn chỗ không? Thử: nhipquy backup TỆP
backup-erased-again = Đã xóa lại { $count } người có yêu cầu xóa sau khi bản sao lưu này được tạo.
backup-no-erasures = Không thấy sổ ghi các lần xóa (erasures.json) cạnh bản sao lưu, trong DATA_DIR hay BACKUP_DIR. Nếu từng xóa dữ liệu của ai sau ngày sao lưu, hãy xóa lại: nhipquy data open, nhipquy data close.
