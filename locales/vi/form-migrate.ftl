## Mẫu phiếu đổi trong khi phiếu còn viết dở

form-migrate-moved = Mẫu phiếu đã đổi từ lần trước. Các câu đã trả lời vẫn giữ nguyên.
form-migrate-added = Câu mới: { $lines }.
form-migrate-needed = Nay cần trả lời: { $lines }.
form-migrate-reworded = Đổi lời hỏi, đồng chí xem lại câu đã trả lời: { $lines }.
form-migrate-removed = Không hỏi nữa: { $lines }.
form-migrate-renumbered = Số của các câu cũng đổi; gõ xem để thấy số mới.
form-migrate-stays = Mẫu phiếu đã đổi. Phiếu này vẫn làm tiếp theo mẫu cũ, vì mẫu mới không còn chỗ cho câu đã trả lời:
