### Nhập những việc đã làm trên giấy

done-entered = Đã nhập từ bản giấy: thêm { $new }, sửa { $changed }, giữ nguyên { $unchanged }. Không gửi tin cho ai.
done-would = Chưa ghi gì. Nếu nhập: thêm { $new }, sửa { $changed }, giữ nguyên { $unchanged }.
done-in-bot = đã gửi qua bot, giữ nguyên
done-deeds = { $count } việc
done-deed = Việc { $number } (theo bản giấy)
done-by-unknown = Không có người mã { $by }. Ghi mã của người thuộc văn phòng: --by MÃ
done-by-not-office = { $by } không thuộc văn phòng. Ghi mã của người thuộc văn phòng: --by MÃ
done-by-several = Nhiều cây tổ chức có người mã { $by }; thêm --tree MÃ
done-mark = Nhập từ bản giấy ngày { $day }, người nhập: { $name }.

cli-import-problem-done-nobody = dòng này chưa ghi mã đảng viên hoặc mã đơn vị
cli-import-problem-done-unknown-member = không có người mã { $member } trong danh sách
cli-import-problem-done-ambiguous-member = nhiều cây tổ chức có người mã { $member }; ghi thêm mã đơn vị
cli-import-problem-done-unknown-obligation = không có nhiệm vụ "{ $text }" trong chương trình đã công bố
cli-import-problem-done-not-owed = { $who } không có nhiệm vụ "{ $text }"
cli-import-problem-done-withdrawn = việc này đã được rút, không cần nhập
cli-import-problem-done-unknown-period = không có kỳ "{ $text }"; các kỳ: { $periods }
cli-import-problem-done-which-period = nhiệm vụ này có nhiều kỳ ({ $periods }); ghi rõ ở cột "kỳ"
cli-import-problem-done-later = ngày { $text } chưa tới
cli-import-problem-done-twice = việc này đã có ở dòng { $line }
cli-import-problem-done-received = bản này đã được tiếp nhận nên không sửa; hãy trả lại (góp ý) trước khi sửa
cli-import-problem-done-too-many = quá nhiều việc trong một ô, tối đa { $most }
cli-import-problem-done-not-yours = { $who } ngoài phạm vi của người nhập
cli-import-problem-done-secrecy-mark = ô có dấu mật; tài liệu mật không đưa vào hệ thống này
cli-import-problem-done-identity-number = ô có số căn cước; hãy bỏ số ấy
cli-import-problem-done-card-number = ô có số thẻ; hãy bỏ số ấy
cli-import-problem-done-bank-account = ô có số tài khoản; hãy bỏ số ấy
