## Sân chơi: dòng chữ trên màn hình lệnh

playground-not-running = Sân chơi chưa chạy. Mở một cửa sổ khác và gõ: npm start (không đặt token và DATABASE_URL).
playground-say-nothing = Gõ lời cần nói, ví dụ: nhipquy say lan "/viec"
playground-no-persona = Không có ai tên “{ $name }”. Có: { $names }
playground-no-group = { $name } không ở trong nhóm ấy. Nhóm của { $name }: { $names }
playground-no-channel = Không có kênh “{ $channel }”. Chọn telegram hoặc zalo.
playground-impossible = Không làm được: { $reason }
playground-no-answer = (Bot không trả lời.)
playground-empty-chat = (Chưa có tin nào.)
playground-link =
    Nút này mở liên kết: { $link }
    Mở nó: nhipquy say { $name } "{ $link }"
