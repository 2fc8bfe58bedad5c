## Nhắc việc: phần thêm. Dòng đầu trung tính, vì màn hình khóa hiện khoảng 60 ký tự đầu.

nudge-head-invitation = Nhắc việc sớm: hạn { $due }, còn { $days } ngày. Mời mở tin nhắn này để xem nội dung.
nudge-head-reminder = Nhắc việc: hạn { $due }, còn { $days } ngày. Mời mở tin nhắn này để xem nội dung.
nudge-head-last-day = Nhắc việc: hạn hôm nay { $due }, đến hết ngày. Mời mở tin nhắn này để xem nội dung.
nudge-head-late = Nhắc việc. Mời mở tin nhắn này để xem nội dung và cách thực hiện ngay bây giờ.
nudge-head-many = Nhắc việc: có { $count } việc, hạn gần nhất { $due }. Mời mở tin nhắn này để xem nội dung.
nudge-head-many-late = Nhắc việc: có { $count } việc. Mời mở tin nhắn này để xem nội dung và cách thực hiện.
nudge-head-units = Thông tin tiến độ, chỉ gồm con số. Mời mở tin nhắn này để xem nội dung.

nudge-private-how-many = Chọn việc muốn làm trước, hoặc nhắn /viec. Có thể làm dở, bot giữ từng câu trả lời.
nudge-open-one = Làm: { $title }

nudge-snooze-tonight = Nhắc tôi tối nay
nudge-snooze-tomorrow = Nhắc tôi ngày mai
nudge-snooze-three-days = Nhắc tôi sau 3 ngày
nudge-snooze-later = Để sau

snooze-done = Vâng, bot sẽ nhắc lại lúc { $time } ngày { $day }.
snooze-done-late = Vâng, bot sẽ nhắc lại lúc { $time } ngày { $day }. Xin lưu ý hạn là hết ngày { $due }; làm lúc nào cũng được, nhắn /viec.
snooze-later = Vâng. Lần nhắc tới vẫn đến đúng lịch; làm lúc nào cũng được, nhắn /viec.
snooze-nothing = Các việc trong tin nhắn đó đã xong, không cần nhắc nữa. Cảm ơn đồng chí.

nudge-secretary-unreached = Chưa nhắc được ({ $count }):
nudge-secretary-unreached-how = Tin nhắn của bot không đến được các đồng chí này. Nhờ đồng chí nhắn hoặc gọi giúp.

nudge-units-list = Đơn vị chưa gửi đủ:
nudge-units-people = { $unit }: { $title }, còn { $missing }/{ $total }, hạn { $due }
nudge-units-unit = { $unit }: { $title }, hạn { $due }
nudge-units-how = Một cuộc gọi hỏi có vướng gì thường giúp nhiều hơn tin nhắn. Nhắn /tonghop để xem cả đơn vị.

menu-reminders = Nhắc nhiều hay ít
help-reminders = nhắc mọi lần, hay chỉ lần cuối trước mỗi hạn
reminders-ask = Hiện bot { $how ->
        [last] chỉ nhắc một lần cuối trước mỗi hạn
       *[all] nhắc đủ các lần trước mỗi hạn
    }. Đồng chí muốn thế nào?
reminders-all = Nhắc đủ các lần
reminders-last = Chỉ lần cuối trước hạn
reminders-saved-all = Đã ghi. Bot nhắc đủ các lần, tối đa vài tin một tuần.
reminders-saved-last = Đã ghi. Từ nay bot chỉ nhắc một lần cuối trước mỗi hạn.

cli-status-month = { $bot }, tháng này: { $used }/{ $quota } tin; dự báo đến hết tháng { $forecast } ({ $share } %), gồm trả lời { $dialogs }, nhắc lần cuối { $lastDays }{ $warn }
cli-status-month-warn = . Gần hết tin: nhắc sớm và tổng hợp sẽ nhường cho trả lời và nhắc lần cuối.
cli-held = Chưa gửi và vì sao:
cli-held-line = { $reason } ({ $topic }): { $count } lượt, { $people } người
held-ceiling = đủ số tin của tuần
held-budget = dành tin của tháng cho việc cần hơn
held-busy-season = mùa bận của đơn vị
held-own-wish = theo ý người nhận
held-away = đi vắng
held-refused = không nhận tin
held-not-joined = chưa tham gia
held-unreachable = không gửi đến được
held-nobody-to-tell = chưa có ai để báo
