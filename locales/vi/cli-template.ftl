### Mẫu bảng tính và tệp ghi ra

cli-template-written = Đã ghi { $file }. Điền theo các dòng mẫu rồi xoá dòng mẫu; ô có mũi tên cho chọn giá trị. Xong thì gõ: nhipquy import { $what } { $file } --dry-run
cli-file-exists = { $file } đã có. Chọn tên khác, hoặc thêm --force để ghi đè.
cli-file-unwritable = Không ghi được { $file } ({ $code }).
