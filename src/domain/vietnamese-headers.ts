/**
 * How offices write the columns and cells of a roster. Compared without case and diacritics, so one
 * spelling of each is enough.
 */

export const VIETNAMESE_HEADERS = {
  unit_code: ['mã đơn vị', 'mã chi bộ', 'mã tổ chức', 'mã tổ chức đảng'],
  unit_name: ['tên đơn vị', 'tên chi bộ', 'tên tổ chức', 'đơn vị', 'tên tổ chức đảng'],
  unit_kind: ['loại đơn vị', 'loại hình', 'loại tổ chức', 'loại hình chi bộ', 'loại'],
  parent_code: ['mã cấp trên', 'mã đơn vị cấp trên', 'đơn vị cấp trên', 'cấp trên', 'trực thuộc'],
  reach: ['phạm vi', 'phạm vi bot', 'bot nói chuyện với'],
  member_code: ['mã đảng viên', 'mã số', 'mã thành viên', 'mã người', 'mã cán bộ', 'mã'],
  full_name: ['họ và tên', 'họ tên', 'họ và tên đảng viên', 'tên đảng viên'],
  role: ['vai trò', 'quyền'],
  position: ['chức vụ', 'chức danh'],
  key_leader: ['cán bộ chủ chốt', 'chủ chốt', 'lãnh đạo chủ chốt', 'cán bộ lãnh đạo chủ chốt'],
  exempt: ['miễn sinh hoạt', 'được miễn sinh hoạt', 'miễn sinh hoạt đảng'],
  supervises: ['phụ trách', 'đơn vị phụ trách', 'phụ trách đơn vị', 'phụ trách chi bộ'],
  category: ['đối tượng', 'diện', 'loại đảng viên'],
  position_rank: ['thứ bậc chức vụ', 'thứ bậc', 'bậc chức vụ'],
  workplace: ['nơi công tác', 'đơn vị công tác', 'nơi làm việc', 'cơ quan công tác'],
  status: ['trạng thái', 'tình trạng', 'tình trạng sinh hoạt'],
  away_until: ['vắng đến', 'vắng đến ngày', 'đi vắng đến', 'đi vắng đến ngày', 'vắng mặt đến ngày'],
  obligation: ['nhiệm vụ', 'mã nhiệm vụ', 'tên nhiệm vụ', 'việc', 'nội dung nhiệm vụ'],
  period: ['kỳ', 'quý', 'kỳ báo cáo'],
  date: [
    'ngày làm',
    'ngày',
    'ngày thực hiện',
    'ngày hoàn thành',
    'ngày nộp',
    'ngày ký',
    'ngày gửi',
    'ngày tổ chức',
  ],
  deeds: ['việc làm theo', 'các việc làm theo', 'số việc', 'việc đăng ký', 'nội dung', 'nội dung việc làm'],
  phone: ['số điện thoại', 'điện thoại', 'sđt', 'di động'],
} as const

/** The sheet of a workbook that is read for each table, where it is not the first. */
export const ROSTER_SHEETS = { units: 'Đơn vị', members: 'Đảng viên', done: 'Đã làm' } as const

/** Roles as written; `left` ends the membership of the row. */
export const VIETNAMESE_ROLES: Record<string, readonly string[]> = {
  member: ['đảng viên', 'thành viên', 'đoàn viên', 'hội viên', 'không'],
  secretary: ['bí thư', 'bí thư chi bộ', 'bí thư đảng ủy', 'bt'],
  deputy: ['phó bí thư', 'phó bí thư chi bộ', 'phó bí thư đảng ủy', 'phó bí thư thường trực', 'pbt'],
  contact: ['đầu mối', 'cán bộ đầu mối', 'chi ủy viên đầu mối'],
  leader: ['lãnh đạo', 'lãnh đạo phụ trách', 'cấp ủy viên phụ trách', 'cấp ủy viên', 'phụ trách'],
  office: ['văn phòng', 'văn phòng đảng ủy', 'cơ quan tham mưu', 'ban tuyên giáo', 'ban xây dựng đảng'],
  left: ['đã rời', 'đã chuyển', 'đã chuyển đi', 'chuyển đi', 'rời đơn vị', 'thôi', 'nghỉ'],
}

/** With whom the bot talks in a unit, as written. */
export const VIETNAMESE_REACHES: Record<string, readonly string[]> = {
  secretary: ['bí thư', 'chỉ bí thư', 'cấp ủy', 'phạm vi bí thư'],
  members: ['đảng viên', 'mọi đảng viên', 'mọi người', 'tất cả', 'thành viên', 'phạm vi đảng viên'],
}

/** How a member stands, as written. */
export const VIETNAMESE_STATUSES: Record<string, readonly string[]> = {
  official: ['official', 'chính thức', 'đảng viên chính thức', 'đang sinh hoạt'],
  probationary: ['probationary', 'dự bị', 'đảng viên dự bị'],
  exempt: ['exempt', 'miễn', 'miễn sinh hoạt', 'được miễn sinh hoạt'],
  away: ['away', 'vắng', 'đi vắng', 'tạm vắng', 'vắng mặt'],
  left: ['left', 'đã rời', 'đã chuyển', 'đã chuyển đi', 'chuyển đi', 'rời đơn vị', 'thôi', 'nghỉ'],
}

export const VIETNAMESE_CATEGORIES: Record<string, readonly string[]> = {
  'party-member': ['đảng viên', 'đảng viên chính thức', 'chính thức'],
  probationary: ['đảng viên dự bị', 'dự bị'],
  cadre: ['cán bộ'],
  'civil-servant': ['công chức'],
  'public-employee': ['viên chức'],
  worker: ['người lao động', 'lao động', 'nhân viên', 'công nhân'],
  'union-member': ['đoàn viên', 'đoàn viên công đoàn', 'đoàn viên thanh niên'],
  'association-member': ['hội viên'],
}

export const VIETNAMESE_UNIT_KINDS: Record<string, readonly string[]> = {
  'committee-province': ['tỉnh ủy', 'thành ủy', 'đảng bộ tỉnh', 'đảng bộ thành phố'],
  'committee-commune': ['đảng ủy xã', 'đảng ủy phường', 'đảng ủy đặc khu', 'đảng bộ xã', 'đảng bộ phường'],
  'committee-block': ['đảng ủy khối', 'đảng bộ khối'],
  committee: ['đảng ủy', 'đảng bộ', 'đảng ủy bộ phận', 'đảng bộ bộ phận'],
  grassroots: ['đảng bộ cơ sở', 'đảng ủy cơ sở', 'chi bộ cơ sở', 'tổ chức cơ sở đảng'],
  'cell-street': ['chi bộ khu phố', 'chi bộ tổ dân phố', 'chi bộ đường phố', 'chi bộ phố'],
  'cell-village': ['chi bộ thôn', 'chi bộ bản', 'chi bộ ấp', 'chi bộ xóm', 'chi bộ buôn', 'chi bộ làng'],
  'cell-agency': ['chi bộ cơ quan'],
  'cell-school': ['chi bộ trường học', 'chi bộ trường', 'chi bộ nhà trường'],
  'cell-health': ['chi bộ trạm y tế', 'chi bộ y tế'],
  'cell-police': ['chi bộ công an'],
  'cell-military': ['chi bộ quân sự', 'chi bộ ban chỉ huy quân sự'],
  'cell-enterprise': ['chi bộ doanh nghiệp', 'chi bộ hợp tác xã'],
  cell: ['chi bộ', 'chi bộ trực thuộc'],
  agency: ['cơ quan', 'phòng', 'ban'],
  school: ['trường', 'trường học', 'nhà trường'],
  'mass-organisation': ['đoàn thể', 'tổ chức chính trị - xã hội', 'mặt trận', 'hội'],
}

export const VIETNAMESE_YES = ['x', '1', 'có', 'true', 'yes', 'đúng', 'v', '✓', '✔']
export const VIETNAMESE_NO = ['', '0', 'không', 'false', 'no', '-', 'ko']
