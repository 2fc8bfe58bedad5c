## /baocao

menu-report = Viết báo cáo
help-report = viết báo cáo của đơn vị
report-which = Có mấy báo cáo đang cần viết trong dịp này. Xin chọn báo cáo viết trước, các bản kia vẫn còn:
report-all-filed = Các báo cáo đến hạn đã nộp đủ. Xem lại: gõ xem { $code }.
report-none-owed = Đơn vị chưa có báo cáo nào cần nộp. Gõ /viec để xem các việc khác.
