## /dangky và /camket

menu-pledge = Viết bản đăng ký
help-pledge = viết bản đăng ký (cá nhân hoặc tập thể)
menu-my-pledge = Việc làm theo của tôi
help-my-pledge = xem việc đã đăng ký và ghi tiến độ

pledge-which = Có mấy bản đang cần viết trong dịp này. Xin chọn bản viết trước, các bản kia vẫn còn:
pledge-personal = Cá nhân
pledge-collective = Tập thể – { $unit }
pledge-all-filed = Đồng chí đã nộp đủ; lúc này không còn bản nào phải viết. Xem lại: gõ xem { $code }.
pledge-none-owed = Chương trình hiện không yêu cầu đồng chí nộp bản đăng ký. Gõ /viec để xem các việc khác.

pledge-may-volunteer = Chương trình không yêu cầu đồng chí nộp bản đăng ký, nhưng khuyến khích tự nguyện. Muốn viết thì chọn:
pledge-mine-head = Các việc đã đăng ký và tiến độ đến hôm nay, theo từng bản đã nộp của đồng chí:
pledge-mine-how = Chọn một việc để ghi tiến độ.
pledge-mine-none = Chưa có việc nào được đăng ký. Gõ /dangky để viết bản đăng ký.
pledge-deed-choice = Ghi tiến độ: { $words }
pledge-deed-planned = chưa ghi tiến độ
pledge-deed-doing = Đang làm
pledge-deed-done = Đã xong
pledge-deed-not-done = Chưa làm
pledge-deed-ask = Đến hôm nay, việc dưới đây thế nào rồi? Chọn một ý ở cuối tin.

    { $words }

pledge-deed-note = { $status }. Đồng chí ghi thêm một dòng: kết quả, con số hoặc khó khăn. Không cần thì gõ bỏ qua.
pledge-deed-no-note = Bỏ qua
pledge-deed-noted = Đã ghi: { $status }. Gõ /camket để xem tất cả.
pledge-deed-gone = Việc này không còn trong bản đăng ký hiện tại. Gõ /camket để xem danh sách mới.
