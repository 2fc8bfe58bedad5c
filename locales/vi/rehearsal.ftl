## Diễn tập một năm: nhipquy rehearse, và 30 ngày tới trong go-live.

rehearse-head = Diễn tập { $programme }, { $from } – { $to }: { $units } đơn vị, { $people } người, { $reachable } người nhận được tin (số gieo { $seed }).
rehearse-note = Đơn vị và người được dựng ra, trả lời theo tỷ lệ ước tính. Không gửi tin nào.
rehearse-wrong = Số chưa dùng được. --people và --units là số nguyên từ 2, --seed là số nguyên, --year là một năm của chương trình.
rehearse-answers = Việc có hạn: xong đúng hạn { $inTime }, xong muộn { $late }, chưa xong { $open }.
rehearse-months = Tin theo bot và tháng:
rehearse-month = { $bot }, { $month }: { $all } tin ({ $kinds })
rehearse-month-quota = { $bot }, { $month }: { $all }/{ $quota } tin, { $share } % ({ $kinds })
rehearse-month-warn = – gần hết hoặc quá số tin của tháng
rehearse-worst = Tuần nhiều tin nhất của một người: { $messages } tin không hỏi (mức cho phép { $perWeek }), tuần từ { $monday }, { $people } người.
rehearse-worst-none = Không ai nhận tin nào.
rehearse-held = Giữ lại và vì sao:
rehearse-held-line = { $reason } ({ $kind }): { $count } lượt, { $people } nơi nhận
rehearse-posts = Bài trong nhóm: { $count }. Mỗi việc một bài, như nhóm sẽ đọc:
rehearse-post = { $day }, { $count } bài như vậy
rehearse-live = 30 ngày tới, diễn tập trên danh sách hiện có (người trả lời theo tỷ lệ ước tính):
rehearse-kind-reply = trả lời
rehearse-kind-nudge = nhắc việc
rehearse-kind-group = bài nhóm
rehearse-kind-topic = chuyên đề
rehearse-kind-digest = tổng hợp
rehearse-kind-week-line = dòng thứ Sáu
rehearse-kind-snooze = nhắc lại theo ý
