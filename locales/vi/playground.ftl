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

## Lời chỉ dẫn khi sân chơi sẵn sàng

playground-preparing = Đang dựng sân chơi lần đầu: đơn vị mẫu, chương trình mẫu, người mẫu tham gia…
playground-hint-ready =
    Sân chơi Nhịp Quý đã sẵn sàng. Telegram và Zalo ở đây là máy chủ giả trên máy này; người và đơn vị đều bịa.
    Hôm nay trong sân chơi là { $day }. Có thể nói thay những người này:
playground-hint-not-joined = chưa tham gia
playground-hint-talk = Ở một cửa sổ lệnh khác, nói với bot và đọc tin (nút thì gõ số hoặc nhãn của nút):
playground-hint-join = Cho người chưa tham gia vào bot:
playground-hint-groups = Xem nhóm (để nói trong nhóm, thêm --group; Telegram gõ /lệnh, Zalo mở đầu bằng @bot):
playground-hint-time = Cho thời gian trôi để thấy tin nhắc hạn:
playground-hint-again = Ctrl+C để dừng; lần sau chạy tiếp như cũ. Muốn làm lại từ đầu, xóa thư mục { $folder }
