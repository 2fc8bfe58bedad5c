## Nhắc lại một lần phiếu đang viết dở

recall-draft =
    Có phiếu đang viết dở; các câu đã trả lời vẫn còn nguyên.

    { $title }

    Làm tiếp: gõ tiếp. Chưa tiện thì để đó, bot không nhắc lại riêng phiếu này nữa.
recall-draft-due =
    Có phiếu đang viết dở; các câu đã trả lời vẫn còn nguyên.

    { $title }
    Hạn: hết ngày { $due }.

    Làm tiếp: gõ tiếp. Chưa tiện thì để đó, gần hạn bot mới nhắc.
recall-open = Làm tiếp
