guard-secrecy-mark = Tin vừa gửi không được lưu: có dấu chỉ mức độ mật. Văn bản mật chỉ gửi theo đường văn thư mật của đơn vị, không gửi qua đây. Xin xóa tin đó khỏi cuộc trò chuyện.
guard-identity-number = Tin vừa gửi không được lưu: có số giấy tờ tùy thân. Số này chỉ nộp trực tiếp hoặc qua hệ thống quản lý chính thức của đơn vị. Xin xóa tin đó và gửi lại nội dung không có số.
guard-card-number = Tin vừa gửi không được lưu: có số thẻ. Không gửi số thẻ qua đây; việc thu nộp làm với thủ quỹ hoặc ngân hàng. Xin xóa tin đó và gửi lại nội dung không có số.
guard-bank-account = Tin vừa gửi không được lưu: có số tài khoản. Việc thu nộp làm trực tiếp với thủ quỹ của đơn vị. Xin xóa tin đó và gửi lại nội dung không có số.
guard-flood = Tôi nhận được quá nhiều tin cùng lúc nên bỏ qua các tin tiếp theo. Xin chờ một phút rồi gửi lại tin cuối.
