/** Words by which the content guard knows what does not belong in a chat, and what only looks like it. */

/** The word before makes a harmless pair of capitals: `BÍ MẬT`, `BẢO MẬT` … */
export const HARMLESS_BEFORE_MARK = ['BÍ', 'BẢO', 'CƠ', 'THÂN', 'CHU', 'ĐƯỜNG', 'RỈ', 'TÚI', 'ỐNG', 'NƯỚC']

/** The word after does: `MẬT ĐỘ`, `MẬT THIẾT` … */
export const HARMLESS_AFTER_MARK = [
  'ĐỘ',
  'THIẾT',
  'ONG',
  'NGỌT',
  'MÍA',
  'VỤ',
  'THÁM',
  'MÃ',
  'KHẨU',
  'HIỆU',
  'ĐÀM',
  'DANH',
  'TẬP',
  'PHỤC',
]

/** `MẬT`, `TỐI MẬT`, `TUYỆT MẬT` as they are stamped. */
export const MARK = /(?<!\p{L})(?:(TỐI|TUYỆT)\s+)?MẬT(?!\p{L})/gu

/** The field of a document's head, in any case. */
export const MARK_FIELD = /(?<!\p{L})độ\s+mật\s*[:=-]\s*["'(]?\s*(?:tối\s+mật|tuyệt\s+mật|mật)(?!\p{L})/iu

/** A word that says: what follows is an identity number. */
export const IDENTITY_WORD =
  /(?:(?<!\p{L})(?:cccd|cmnd|cmt|cc?cd|cmtnd)(?!\p{L})|căn\s*cước|chứng\s*minh(?:\s*(?:nhân\s*dân|thư))|định\s*danh|identity\s*(?:card|number)|id\s*card)/iu

/** A word that says: what follows is a bank account. */
export const ACCOUNT_WORD =
  /(?:số\s*tài\s*khoản|tài\s*khoản\s*(?:số|ngân\s*hàng)|(?<!\p{L})(?:stk|số\s*tk|tk\s*ngân\s*hàng)(?!\p{L})|(?:bank\s*)?account\s*(?:number|no\.?))/iu

/** What follows a figure of money. */
export const MONEY_WORD = /^\s*(?:đồng|đ|vnđ|vnd|triệu|tỷ|tỉ)(?!\p{L})/iu
