import { type FormDefinition, formDefinition } from '../../src/domain/form-definition.ts'
import type { FormContext } from '../../src/forms/index.ts'
import { loadTranslator } from '../../src/i18n.ts'

/** A pledge with a repeating group, as a programme would write it. */
export const pledge: FormDefinition = formDefinition.parse({
  code: 'pledge',
  title: 'Bản đăng ký làm theo',
  fields: [
    { kind: 'prefilled', id: 'full_name', label: 'Họ và tên', source: 'full_name' },
    { kind: 'prefilled', id: 'position', label: 'Chức vụ', source: 'position' },
    {
      kind: 'group',
      id: 'deeds',
      label: 'Việc làm cụ thể',
      item: 'Việc làm',
      usual: [2, 3],
      deeds: true,
      measure: 'deeds_individual',
      examples: {
        street_cell: [{ content: 'Giúp một hộ khó khăn', result: '1 hộ' }],
        any: [{ content: 'Đọc một cuốn sách mỗi quý', result: '4 cuốn', due: 'hết năm' }],
      },
      fields: [
        {
          kind: 'short-text',
          id: 'content',
          label: 'Nội dung việc làm',
          max: 500,
          example: 'Đi họp đúng giờ',
        },
        { kind: 'short-text', id: 'result', label: 'Kết quả cần đạt', with_previous: true },
        { kind: 'date', id: 'due', label: 'Thời hạn', with_previous: true, optional: true },
      ],
    },
    { kind: 'yes-no', id: 'public', label: 'Đồng ý công khai trong chi bộ?', measure: 'pledges_public' },
    { kind: 'computed', id: 'deed_count', label: 'Số việc', count: 'deeds', measure: 'deeds_counted' },
  ],
})

/** A session report with every kind of question. */
export const report: FormDefinition = formDefinition.parse({
  code: 'session_report',
  title: 'Báo cáo sinh hoạt chuyên đề',
  intro: 'Phiếu có 11 câu, khoảng 10 phút.',
  fields: [
    { kind: 'prefilled', id: 'unit_name', label: 'Chi bộ', source: 'unit_name' },
    { kind: 'date', id: 'held_on', label: 'Ngày sinh hoạt', past_only: true },
    {
      kind: 'choice',
      id: 'manner',
      label: 'Hình thức',
      with_previous: true,
      options: [
        { id: 'alone', label: 'Sinh hoạt riêng', measure: 'sessions_alone' },
        { id: 'joined', label: 'Ghép họp thường kỳ', measure: 'sessions_joined' },
        { id: 'online', label: 'Trực tuyến' },
      ],
    },
    {
      kind: 'short-text',
      id: 'online_why',
      label: 'Lý do họp trực tuyến',
      when: { field: 'manner', is: 'online' },
    },
    { kind: 'people', id: 'attendance', label: 'Ai vắng?', measure: 'members' },
    { kind: 'number', id: 'speeches', label: 'Số ý kiến phát biểu', measure: 'speeches', max: 200 },
    { kind: 'long-text', id: 'content', label: 'Nội dung chính', max: 3000 },
    { kind: 'short-text', id: 'strengths', label: 'Ưu điểm', optional: true },
    { kind: 'short-text', id: 'faults', label: 'Hạn chế', optional: true, with_previous: true },
    {
      kind: 'choices',
      id: 'forms_used',
      label: 'Cách làm',
      options: [
        { id: 'talk', label: 'Thảo luận' },
        { id: 'film', label: 'Xem phim tư liệu' },
        { id: 'visit', label: 'Đi thực tế' },
      ],
      max: 2,
    },
    {
      kind: 'group',
      id: 'exemplars',
      label: 'Điển hình',
      item: 'Điển hình',
      optional: true,
      measure: 'exemplars',
      fields: [{ kind: 'short-text', id: 'name', label: 'Tên điển hình' }],
    },
    { kind: 'photo', id: 'photo', label: 'Ảnh buổi sinh hoạt', optional: true, measure: 'photos' },
    {
      kind: 'ratio',
      id: 'registered',
      label: 'Số đã đăng ký / phải đăng ký',
      measure: 'registered',
      measure_of: 'to_register',
    },
    {
      kind: 'computed',
      id: 'share',
      label: 'Tỷ lệ dự',
      percent: ['attendance', 'members_total'],
      measure: 'share',
    },
    { kind: 'prefilled', id: 'members_total', label: 'Tổng số', source: 'members_total' },
  ],
})

/** A unit of six on Sunday, 22 November 2026. */
export const context: FormContext = {
  today: '2026-11-22',
  locale: 'vi',
  roster: [
    { personId: 'p1', name: 'Nguyễn Thị Lan' },
    { personId: 'p2', name: 'Trần Văn Hùng' },
    { personId: 'p3', name: 'Lê Thị Lan' },
    { personId: 'p4', name: 'Phạm Minh Hưng' },
    { personId: 'p5', name: 'Đỗ Tuấn Anh' },
    { personId: 'p6', name: 'Vũ Bình' },
  ],
  prefill: { full_name: 'Vũ Bình', position: 'Bí thư', unit_name: 'Chi bộ mẫu 1', members_total: 6 },
  unitKind: 'street_cell',
  contact: 'cô Hoa, 0900 000 000',
}

const translator = loadTranslator()
/** Sentences in Vietnamese. */
export const vi = (key: string, values?: Record<string, string | number>) => translator.t('vi', key, values)
