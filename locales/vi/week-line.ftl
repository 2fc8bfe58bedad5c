## Chiều thứ Sáu: dòng mà tổng hợp sáng thứ Hai sẽ ghi, và việc gì làm dòng ấy đổi.

week-line-head = Xem trước tổng hợp sáng thứ Hai { $day }. Mời mở tin nhắn này.
week-line-carries = Nếu để như bây giờ, tổng hợp sẽ ghi:
week-line-change = Dòng này sẽ đổi khi các việc sau xong trước 07:30 thứ Hai:
week-line-how = Làm ngay: nhắn /viec. Xem ai còn chờ, nhắn /danhsach. Có vướng gì thì cứ nhắn hoặc gọi cấp trên, đồng chí không cần làm một mình.
