### Một việc của một người hay một đơn vị, từ dòng lệnh

cli-assignment-usage = Cần mã việc (xem: nhipquy export assignments --json) và --reason "lý do".
cli-assignment-phrase = gia hạn đến hết ngày { $day }
cli-assignment-extended = Đã gia hạn từ { $from } đến hết { $day }. Lời nhắc theo hạn mới.
cli-assignment-withdrawn = Đã rút việc này. Không nhắc nữa, không tính vào tỷ lệ.
cli-assignment-unknown = Không có việc mã này. Xem mã: nhipquy export assignments --json
cli-assignment-not-open = Việc này đã xong hoặc đã rút, không đổi được.
cli-assignment-no-date = Việc này chưa có hạn nên chưa gia hạn được.
cli-assignment-not-later = Hạn mới phải sau hạn đang có.
cli-assignment-rule-word = Lý do “{ $reason }” trùng từ của hệ thống. Viết rõ hơn bằng lời của đồng chí.
