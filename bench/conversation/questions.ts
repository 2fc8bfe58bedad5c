import { type FormDefinition, formDefinition } from '../../src/domain/form-definition.ts'

/** The nine questions that both sides ask, as our form; each is answered by the line of the same place. */
export const NINE: FormDefinition = formDefinition.parse({
  code: 'nine',
  title: 'Báo cáo mẫu chín câu',
  fields: [
    { id: 'held_on', kind: 'date', label: 'Ngày sinh hoạt', past_only: true },
    { id: 'attendance', kind: 'ratio', label: 'Số có mặt trên số phải dự' },
    { id: 'households', kind: 'number', label: 'Số hộ được giúp', min: 0, max: 500 },
    { id: 'has_minutes', kind: 'yes-no', label: 'Có biên bản không?' },
    {
      id: 'manner',
      kind: 'choice',
      label: 'Hình thức',
      options: [
        { id: 'alone', label: 'Sinh hoạt riêng' },
        { id: 'joined', label: 'Ghép họp thường kỳ' },
        { id: 'online', label: 'Trực tuyến' },
      ],
    },
    { id: 'topic', kind: 'short-text', label: 'Tên chuyên đề' },
    {
      id: 'material',
      kind: 'choices',
      label: 'Tài liệu đã dùng',
      options: [
        { id: 'book', label: 'Sách' },
        { id: 'film', label: 'Phim' },
        { id: 'talk', label: 'Bài nói' },
      ],
    },
    { id: 'summary', kind: 'long-text', label: 'Tóm tắt nội dung' },
    { id: 'share', kind: 'number', label: 'Tỷ lệ hoàn thành', min: 0, max: 100 },
  ],
})

/** What a person types, one line for each of the nine questions. */
export const NINE_ANSWERS = [
  '09/3/2025',
  '23/25',
  '12',
  'có',
  '2',
  'Nêu gương trong công việc hằng ngày',
  '1, 3',
  'Chi bộ đã thảo luận ba việc cần làm và thống nhất người phụ trách từng việc.',
  '85',
]

/** A dialog of 200 questions, for how the time of a step grows. */
export const LONG: FormDefinition = formDefinition.parse({
  code: 'long',
  title: 'Phiếu mẫu hai trăm câu',
  fields: Array.from({ length: 200 }, (_, at) => ({
    id: `q${at + 1}`,
    kind: at % 2 === 0 ? 'short-text' : 'number',
    label: `Việc thứ ${at + 1}`,
  })),
})

/** The answers to `LONG`. */
export const LONG_ANSWERS = LONG.fields.map((field, at) =>
  field.kind === 'number' ? String(at) : `đã làm phần ${at + 1} theo kế hoạch`,
)
