/** Words that tell a bystander who looks at a locked screen too much. For composed, lower-case text. */

const whole = (words: string) => String.raw`(?<!\p{L})(?:${words})(?!\p{L})`

/** That the reader belongs to the Party, or where. */
export const MEMBERSHIP_WORDS = new RegExp(
  whole(
    String.raw`đảng|đảng viên|chi bộ|chi ủy|chi uỷ|cấp ủy|cấp uỷ|bí thư|phó bí thư|kết nạp|party|party cell|comrade|secretary`,
  ),
  'u',
)

/** The address says it more softly: it is borne while the reader is talking with us. */
export const ADDRESS_WORDS = new RegExp(whole('đồng chí|đ/c'), 'u')

/** That something was not done in time. */
export const LATENESS_WORDS = new RegExp(
  whole(
    String.raw`quá hạn|trễ|trễ hạn|chậm|muộn|hết hạn|còn thiếu|còn nợ|chưa (?:nộp|gửi|đăng|báo|làm|ký|kí|hoàn|học|nghiên|tham|thực|xong)|late|overdue|missed|missing|unfiled|not (?:yet )?(?:filed|done|sent|reported|pledged)|still owes?`,
  ),
  'u',
)

/** A Vietnamese full name: a family name and one to four capitalised words. Streets are caught too; that is harmless. */
export const FULL_NAME =
  /(?<!\p{L})(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Lò|Giàng|Vàng|Mùa|Sùng|Lường|Quàng|Tẩn|Chảo)(?: \p{Lu}\p{Ll}+){1,4}/gu

/** In the title of nearly every topic, and no reader's name. */
export const PUBLIC_NAMES = /^(?:Hồ Chí Minh|Lê Nin|Lê Hồng Phong|Trần Phú|Võ Nguyên Giáp)/u
