gap-resend = Từ { $from } đến { $to } máy chủ không nhận được tin. Nếu có gửi gì trong lúc đó, xin gửi lại. Câu hỏi trước vẫn đang chờ.
