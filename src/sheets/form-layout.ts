import { code, type Codec, list, number, numbers, structure, text, yesNo } from './cell-codecs.ts'
import type { Field, RowKind, SheetLayout } from './sheet-layout.ts'

const field = (column: string, path: string, codec: Codec = text): Field => ({ column, path: [path], codec })
const worded = (column: string, path: string): Field => ({
  column,
  path: [path],
  codec: text,
  english: `${column}_en`,
})

const COMMON: readonly Field[] = [
  field('code', 'id', code),
  worded('name', 'label'),
  worded('short', 'short'),
  worded('help', 'help'),
  worded('example', 'example'),
  field('optional', 'optional', yesNo(false)),
  field('when', 'when', structure()),
  field('measure', 'measure', code),
  field('with_previous', 'with_previous', yesNo(false)),
  field('private', 'private', yesNo(false)),
]
const NAMES = field('names_exemplar', 'names_exemplar', yesNo(false))
const MAX = field('max', 'max', number)
const MIN = field('min', 'min', number)

const option: RowKind = {
  label: 'Lựa chọn',
  at: ['options'],
  as: 'list',
  fields: [
    field('code', 'id', code),
    worded('name', 'label'),
    field('measure', 'measure', code),
    field('private', 'private', yesNo(false)),
  ],
}

/** Kinds of question: name, kind, what only this kind says, rows under it. */
const QUESTIONS: readonly (readonly [string, string, readonly Field[], (readonly RowKind[])?])[] = [
  ['Chữ ngắn', 'short-text', [MAX, NAMES]],
  ['Chữ dài', 'long-text', [MAX, NAMES]],
  ['Chọn một', 'choice', [], [option]],
  ['Chọn nhiều', 'choices', [MIN, MAX], [option]],
  ['Số', 'number', [MIN, MAX, field('whole', 'whole', yesNo(true)), worded('unit', 'unit')]],
  ['Tỉ lệ', 'ratio', [field('measure_of', 'measure_of', code)]],
  ['Ngày', 'date', [field('past_only', 'past_only', yesNo(false))]],
  ['Có hay không', 'yes-no', []],
  ['Ảnh', 'photo', [MAX]],
  ['Tệp', 'file', [MAX]],
  ['Điểm danh', 'people', []],
  ['Tự điền', 'prefilled', [field('source', 'source', code)]],
  [
    'Tự tính',
    'computed',
    [field('percent', 'percent', list), field('sum', 'sum', list), field('count', 'count', code)],
  ],
]

const questionRows = (before: string): RowKind[] =>
  QUESTIONS.map(([name, kind, own, children]) => ({
    label: `${before}${name}`,
    at: ['fields'],
    as: 'list',
    is: ['kind', kind],
    fields: [...COMMON, ...own],
    ...(children && { children }),
  }))

const group: RowKind = {
  label: 'Nhóm lặp lại',
  at: ['fields'],
  as: 'list',
  is: ['kind', 'group'],
  fields: [
    ...COMMON,
    worded('item', 'item'),
    field('usual', 'usual', numbers),
    field('deeds', 'deeds', yesNo(false)),
    field('deed_kind', 'deed_kind', code),
  ],
  children: [
    ...questionRows('Trong nhóm: '),
    {
      label: 'Việc mẫu',
      at: ['examples'],
      as: 'record-list',
      fields: [{ column: 'name', path: [], codec: structure() }],
    },
  ],
}

export const formRows: SheetLayout = {
  name: 'Biểu mẫu',
  columns: {
    kind: { header: 'Dòng', width: 24 },
    code: { header: 'Mã', width: 22 },
    name: { header: 'Nội dung', width: 56 },
    name_en: { header: 'Nội dung (tiếng Anh)', width: 30 },
    short: { header: 'Tên ngắn', width: 24 },
    short_en: { header: 'Tên ngắn (tiếng Anh)', width: 20 },
    help: { header: 'Lời dẫn, gợi ý', width: 40 },
    help_en: { header: 'Lời dẫn (tiếng Anh)', width: 24 },
    example: { header: 'Ví dụ', width: 30 },
    example_en: { header: 'Ví dụ (tiếng Anh)', width: 20 },
    optional: { header: 'Bỏ qua được', width: 12 },
    when: { header: 'Chỉ hỏi khi', width: 28 },
    measure: { header: 'Số liệu', width: 20 },
    measure_of: { header: 'Số liệu: trên tổng', width: 20 },
    with_previous: { header: 'Hỏi cùng câu trước', width: 14 },
    private: { header: 'Không hỏi trước nhóm', width: 18 },
    names_exemplar: { header: 'Nêu tên điển hình', width: 18 },
    min: { header: 'Ít nhất', width: 10 },
    max: { header: 'Nhiều nhất', width: 10 },
    whole: { header: 'Số nguyên', width: 12 },
    unit: { header: 'Đơn vị tính', width: 14 },
    unit_en: { header: 'Đơn vị tính (tiếng Anh)', width: 14 },
    past_only: { header: 'Chỉ ngày đã qua', width: 14 },
    source: { header: 'Lấy từ', width: 18 },
    percent: { header: 'Phần trăm của', width: 24 },
    sum: { header: 'Cộng', width: 24 },
    count: { header: 'Đếm nhóm', width: 16 },
    item: { header: 'Tên một mục', width: 20 },
    item_en: { header: 'Tên một mục (tiếng Anh)', width: 20 },
    usual: { header: 'Thường có', width: 12 },
    deeds: { header: 'Là việc làm theo', width: 14 },
    deed_kind: { header: 'Câu nêu loại việc', width: 18 },
  },
  rows: [
    {
      label: 'Biểu mẫu',
      at: ['forms'],
      as: 'list',
      fields: [field('code', 'code', code), worded('name', 'title'), worded('help', 'intro')],
      children: [...questionRows(''), group],
    },
  ],
}
