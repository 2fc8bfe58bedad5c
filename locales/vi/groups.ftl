## Trả lời ngay trong nhóm

here-go-on = Đã đủ các câu. Bản xem lại đã gửi trong trò chuyện riêng của đồng chí; xin xác nhận ở đó để nộp.
here-not-yours = Câu này đang hỏi một đồng chí khác. Muốn viết phần của mình, gõ: tại đây
here-which = Đồng chí có mấy việc trả lời được ở đây. Xin chọn một việc:
here-filed = Đã nhận thêm một bản. Cảm ơn đồng chí.
here-filed-counts = Đã nhận thêm một bản. Đến nay: { $done }/{ $total }.
here-invite = Muốn viết ngay trong nhóm: trả lời tin này bằng chữ “tại đây”. Cả nhóm sẽ thấy nội dung.
here-unknown = Tôi chưa nhận ra đồng chí trong nhóm này, nên chưa ghi được. Xin nhắn riêng cho tôi: { $command }
paste-head = Bản soạn sẵn để đăng vào nhóm chung. Xin chép nguyên phần dưới dòng kẻ rồi dán vào nhóm.
    ————
paste-topic-hint = Nghiên cứu xong, mời các đồng chí nhắn riêng cho bot { $bot }: đã nghiên cứu.
