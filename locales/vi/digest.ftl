## Tổng hợp tuần và /tonghop, /tiendo

digest-head = Tổng hợp đến ngày { $day }. Mời mở tin nhắn này để xem số liệu các việc.
digest-scope = Phạm vi: { $unit } ({ $count } đơn vị)
digest-scope-several = Phạm vi: { $count } đơn vị được phân công
digest-line-people = { $title }: { $done }/{ $total } đồng chí đã gửi, hạn { $due }{ $change }
digest-line-units = { $title }: { $done }/{ $total } đơn vị đã gửi, hạn { $due }{ $change }
digest-change = { " (tuần qua thêm " }{ $count })
digest-nothing-due = Chưa có việc nào đến hạn trong phạm vi này.
digest-quiet = Không có thay đổi so với tuần trước.
digest-late-head = Đã qua hạn, cần được hỗ trợ:
digest-late-unit = { $unit }: còn { $open } việc, { $days } ngày
digest-late-more = và { $count } đơn vị khác; nhắn /tonghop cùng tên đơn vị để xem riêng
digest-coming-head = Hai tuần tới:
digest-trace = Số liệu đếm từ những việc đã gửi qua bot. Sổ tay đảng viên điện tử vẫn là hồ sơ chính thức.

progress-head = Tiến độ đến ngày { $day }. Mời mở tin nhắn này để xem số liệu của đơn vị.
progress-no-right = Phần này dành cho người phụ trách. Nhắn /viec để xem việc của mình.
progress-unknown-unit = Không tìm thấy đơn vị “{ $unit }” trong phạm vi đồng chí phụ trách. Nhắn: /tonghop cùng tên hoặc mã đơn vị.
progress-several-units = Có { $count } đơn vị phù hợp với tên vừa nhắn. Mời chọn một đơn vị ở dưới:
progress-line-people = { $title }: { $done }/{ $total } đồng chí đã gửi, hạn { $due }
progress-line-no-counts = { $title }: đang thực hiện, hạn { $due }
progress-line-unit-done = { $title }: đơn vị đã gửi
progress-line-unit-open = { $title }: đơn vị chưa gửi, hạn { $due }
