/** What the codes of a programme are called in its workbook. */

export const OBLIGATION_KINDS = {
  'topic-study': 'Học tập chuyên đề',
  plan: 'Kế hoạch',
  pledge: 'Đăng ký, cam kết',
  'session-report': 'Báo cáo sinh hoạt',
  report: 'Báo cáo',
  model: 'Mô hình',
  evaluation: 'Đánh giá',
  exemplar: 'Điển hình',
  supervision: 'Kiểm tra, giám sát',
  standards: 'Chuẩn mực',
  propaganda: 'Tuyên truyền',
  'pressing-issue': 'Vấn đề bức xúc',
  'breakthrough-task': 'Việc đột phá',
  commendation: 'Khen thưởng',
  conference: 'Hội nghị',
  activity: 'Hoạt động',
  training: 'Tập huấn',
  dialogue: 'Đối thoại',
}
export const SUBJECTS = { person: 'từng người', unit: 'đơn vị' }
export const REPEATS = {
  once: 'một lần',
  yearly: 'hằng năm',
  'half-year': 'nửa năm',
  quarterly: 'hằng quý',
  monthly: 'hằng tháng',
}
export const RECEIVERS = {
  'own-unit': 'bí thư của đơn vị',
  'parent-unit': 'cấp trên trực tiếp',
  office: 'cơ quan tham mưu',
  body: 'nơi tiếp nhận riêng',
}
export const MODES = {
  fixed: 'cố định',
  suggested: 'gợi ý',
  list: 'danh sách để chọn',
  none: 'không có',
}
export const ROLES = {
  secretary: 'bí thư',
  deputy: 'phó bí thư',
  contact: 'đầu mối',
  leader: 'lãnh đạo',
  office: 'văn phòng',
}

/** Whom a rule means, where a few words say it; all other rules are YAML. */
export const AUDIENCES = {
  'Mọi người': { everyone: true },
  'Mọi chi bộ': { unit_kinds: ['cell-*'] },
  'Đơn vị ban hành': { owner: true },
  'Đơn vị trực thuộc': { under_owner: true },
  'Đảng viên': { categories: ['party-member'] },
  'Cán bộ chủ chốt': { key_leader: true },
  'Chủ chốt theo danh sách': { marked_key_leader: true },
  'Bí thư': { post: { roles: ['secretary'] } },
  'Bí thư, phó bí thư': { post: { roles: ['secretary', 'deputy'] } },
}
