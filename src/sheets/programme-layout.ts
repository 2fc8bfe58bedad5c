import {
  choice,
  code,
  day,
  list,
  mostlyEmptyList,
  number,
  numbers,
  text,
  year,
  yesNo,
} from './cell-codecs.ts'
import { formRows } from './form-layout.ts'
import { obligationRows } from './obligation-layout.ts'
import { MODES, ROLES } from './programme-words.ts'
import {
  field,
  material,
  MATERIAL_COLUMNS,
  NAME,
  named,
  type RowKind,
  rule,
  said,
  saidInWords,
  type SheetLayout,
  worded,
  WORDS,
} from './sheet-layout.ts'

const info: SheetLayout = {
  name: 'Thông tin',
  columns: {
    kind: { header: 'Mục', width: 30 },
    code: { header: 'Mã', width: 22 },
    ...NAME,
    aliases: { header: 'Tên khác', width: 36 },
    role: { header: 'Vai trò', width: 14 },
    unit_kinds: { header: 'Loại đơn vị', width: 24 },
    from: { header: 'Từ ngày', width: 12 },
    to: { header: 'Đến ngày', width: 12 },
    who: { header: 'Gồm những ai', width: 44 },
  },
  rows: [
    said('Mã chương trình', 'code', code, true),
    said('Số văn bản', 'number', text, true),
    said('Ngày ban hành', 'date', day, true),
    said('Cơ quan ban hành', 'issuing_body', text, true),
    saidInWords('Tên chương trình', 'title', true),
    said('Năm', 'year', year, true),
    said('Từ năm', 'term.from', number),
    said('Đến năm', 'term.to', number),
    said('Thực hiện chương trình cấp trên', 'implements', code),
    named('Loại đơn vị', 'vocabulary.unit_kinds'),
    named('Đối tượng', 'vocabulary.categories'),
    named('Cách gọi', 'vocabulary.address'),
    named('Vai trò', 'vocabulary.roles'),
    saidInWords('Cơ quan tham mưu', 'vocabulary.office', true),
    saidInWords('Gọi bản cam kết là', 'vocabulary.pledge'),
    saidInWords('Gọi việc làm theo là', 'vocabulary.deed'),
    saidInWords('Gọi buổi sinh hoạt là', 'vocabulary.session'),
    saidInWords('Lời khi tiếp nhận', 'vocabulary.review.received'),
    saidInWords('Lời khi góp ý', 'vocabulary.review.commented'),
    {
      label: 'Chức vụ',
      at: ['positions'],
      as: 'list',
      fields: [
        field('code', 'code', code),
        worded('name', 'name'),
        field('aliases', 'aliases', mostlyEmptyList),
        field('role', 'role', choice(ROLES)),
        field('unit_kinds', 'unit_kinds', list),
      ],
    },
    { label: 'Cán bộ chủ chốt', at: [], as: 'one', fields: [field('who', 'key_leaders', rule)] },
    {
      label: 'Nơi tiếp nhận',
      at: ['receiving_bodies'],
      as: 'list',
      fields: [field('code', 'code', code), worded('name', 'name'), field('who', 'members', rule)],
    },
    said('Nhắc trong nhóm (số ngày trước hạn)', 'nudges.group', numbers),
    said('Nhắc riêng (số ngày trước hạn)', 'nudges.private', numbers),
    said('Nhắc bí thư (số ngày trước hạn)', 'nudges.secretary', numbers),
    said('Số tin nhiều nhất cho một người trong tuần', 'reminding.per_week', number),
    said('Giờ yên tĩnh từ', 'reminding.quiet.from'),
    said('Giờ yên tĩnh đến', 'reminding.quiet.until'),
    said('Số bài nhiều nhất trong nhóm trước một hạn', 'reminding.group_posts', number),
    said('Báo lãnh đạo khi trễ (ngày)', 'reminding.escalate.leader', number),
    said('Báo cơ quan tham mưu khi trễ (ngày)', 'reminding.escalate.office', number),
    said('Lãnh đạo được xem tên', 'reminding.names_to_leaders', yesNo(false)),
    said('Ngày nghỉ riêng', 'reminding.holidays', mostlyEmptyList),
    said('Ngày làm bù riêng', 'reminding.working_days', mostlyEmptyList),
    {
      label: 'Mùa bận',
      at: ['reminding', 'busy_seasons'],
      as: 'list',
      fields: [
        field('code', 'units', list),
        worded('name', 'name'),
        field('unit_kinds', 'unit_kinds', list),
        field('from', 'from', day),
        field('to', 'to', day),
      ],
    },
  ],
}

const bases: SheetLayout = {
  name: 'Căn cứ',
  columns: {
    kind: { header: 'Dòng', width: 12 },
    number: { header: 'Số', width: 16 },
    date: { header: 'Ngày', width: 14 },
    ...NAME,
    issuing_body: { header: 'Cơ quan ban hành', width: 36 },
    effective_from: { header: 'Hiệu lực từ', width: 14 },
    replaced_by: { header: 'Thay bằng', width: 20 },
    ...MATERIAL_COLUMNS,
  },
  rows: [
    {
      label: 'Căn cứ',
      at: ['bases'],
      as: 'list',
      fields: [
        field('number', 'number'),
        field('date', 'date', day),
        field('name', 'title'),
        field('issuing_body', 'issuing_body'),
        field('effective_from', 'effective_from', day),
        field('replaced_by', 'replaced_by'),
      ],
    },
    material,
  ],
}

const topicRow = (label: string, at: string): RowKind => ({
  label,
  at: ['topics', ...at.split('.')],
  as: 'list',
  fields: [
    field('code', 'code', code),
    worded('name', 'title'),
    field('section', 'section'),
    field('year', 'year', number),
    field('quarter', 'quarter', number),
    field('posts_on', 'posts_on', day),
    worded('brief', 'brief'),
    worded('what', 'what_to_do'),
    field('obligation', 'obligation', code),
  ],
  children: [material],
})
const topicSet = (label: string, at: string): RowKind => ({
  label,
  at: ['topics', at],
  as: 'one',
  fields: [field('mode', 'mode', choice(MODES)), field('section', 'section'), worded('brief', 'note')],
})

const topics: SheetLayout = {
  name: 'Chuyên đề',
  columns: {
    kind: { header: 'Dòng', width: 24 },
    code: { header: 'Mã', width: 18 },
    ...NAME,
    section: { header: 'Mục của văn bản', width: 16 },
    year: { header: 'Năm', width: 8 },
    quarter: { header: 'Quý', width: 8 },
    posts_on: { header: 'Ngày đăng', width: 14 },
    mode: { header: 'Cách dùng', width: 18 },
    ...WORDS,
    obligation: { header: 'Mã nhiệm vụ', width: 20 },
    ...MATERIAL_COLUMNS,
  },
  rows: [
    topicRow('Chuyên đề toàn khóa', 'term'),
    topicSet('Chuyên đề năm: cách dùng', 'year'),
    topicRow('Chuyên đề năm', 'year.items'),
    topicSet('Chuyên đề quý: cách dùng', 'quarter'),
    topicRow('Chuyên đề quý', 'quarter.items'),
  ],
}

/** The sheets in the order in which they are written and read; the schedule comes after them. */
export const PROGRAMME_SHEETS: readonly SheetLayout[] = [info, bases, topics, obligationRows, formRows]
