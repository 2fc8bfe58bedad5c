## Biểu đồ tổng hợp

picture-title = Tiến độ: { $unit }
picture-units = Đến ngày { $day }: việc đã xong trên việc đến hạn
picture-spread = Đến ngày { $day }: số đơn vị theo tỷ lệ đã xong
picture-spread-1 = Dưới 25 %
picture-spread-2 = Từ 25 % đến dưới 50 %
picture-spread-3 = Từ 50 % đến dưới 75 %
picture-spread-4 = Từ 75 % đến dưới 100 %
picture-spread-5 = Đã xong 100 %
picture-trace = Nhịp Quý, đếm từng người. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức.
picture-several = { $count } đơn vị
picture-link = Biểu đồ: { $link }
picture-button = Biểu đồ
picture-sent = Biểu đồ tiến độ đến ngày { $day } ở tin kèm theo.
picture-none = Chưa đủ số liệu để vẽ biểu đồ. Nhắn /tonghop để xem bằng chữ.
picture-trace-stated = Nhịp Quý, có đơn vị gửi số tổng. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức.
