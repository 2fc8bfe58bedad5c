### Gửi thử cho chính mình trước khi chạy

trial-head = Bản thử { $number }/{ $count }, chỉ gửi cho người thử, không gửi cho ai khác.
trial-when-private = Khi chạy thật: { $time } ngày { $day }, nhắn riêng.
trial-when-group = Khi chạy thật: { $time } ngày { $day }, đăng vào nhóm.
cli-trial-sent = Đã xếp { $count } bản thử gửi { $member }, mỗi kiểu tin một bản, từ ngày bắt đầu đến hết quý. Chưa ai khác nhận được gì; { $code } chưa chạy.
cli-trial-sent-before = { $of } bản thử này đã gửi { $member } rồi. Gửi lại: thêm --again. { $code } chưa chạy.
cli-trial-nothing = Đến hết quý không có tin nào để gửi thử. { $code } chưa chạy.
cli-trial-not-office = { $member } không phải người của văn phòng phụ trách chương trình này, nên không được xem các tin có tên người.
cli-trial-not-joined = { $member } chưa vào bot. Lấy mã: nhipquy setup, hoặc nhipquy invite --unit ĐƠN_VỊ --member { $member }
