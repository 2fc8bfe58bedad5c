cli-account-no-member = Không có người nào mang mã { $member }.
cli-account-several = Nhiều cây tổ chức có mã { $member }; thêm --tree MÃ.
cli-account-none = { $member } chưa nối tài khoản nào.
cli-account-unknown = Không có tài khoản đang nối với mã { $id }. Xem: account list --member MÃ
cli-account-line = { $id } · { $channel } · { $bot } · nối ngày { $on } · { $state ->
    [unreachable] đang chặn bot
   *[other] đang nối
}{ $preferred ->
    [yes] {" · nơi nhận tin"}
   *[no] {""}
}
cli-account-revoked = Đã ngắt tài khoản { $channel }, tin đang chờ gửi tới đó đã dừng. Người này còn { $left } tài khoản.
