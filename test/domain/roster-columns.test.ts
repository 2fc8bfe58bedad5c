import { describe, expect, test } from 'vitest'
import { MEMBER_COLUMNS, resolveColumns, UNIT_COLUMNS } from '../../src/domain/roster-columns.ts'
import { resolveCategory, resolveRole, resolveUnitKind, resolveYesNo } from '../../src/domain/roster-words.ts'

const table = (...lines: string[]) => ({
  rows: lines.map((line, index) => ({ line: index + 1, cells: line.split('|') })),
})

const reasons = (...lines: string[]) =>
  resolveColumns(table(...lines), UNIT_COLUMNS).problems.map(({ line, column, reason }) => [
    line,
    column,
    reason,
  ])

describe('the header', () => {
  test.each([
    ['in English', 'unit_code|unit_name|unit_kind|parent_code'],
    ['in capitals with blanks', 'UNIT CODE|Unit Name|UNIT_KIND|parent code'],
    ['in Vietnamese', 'Mã đơn vị|Tên đơn vị|Loại đơn vị|Mã cấp trên'],
    ['without diacritics', 'Ma don vi|Ten don vi|LOAI DON VI|Ma cap tren'],
    ['with marks around', 'Mã đơn vị (*)|Tên đơn vị:|Loại đơn vị|Mã cấp trên'],
  ])('%s: every column is found', (_, header) => {
    const { rows, problems } = resolveColumns(table(header, 'CB01|Chi bộ Mẫu|cell|DU'), UNIT_COLUMNS)
    expect(problems).toEqual([])
    expect(rows.map((row) => [row.line, row.text('unit_code'), row.text('parent_code')])).toEqual([
      [2, 'CB01', 'DU'],
    ])
  })

  test('all columns of members in Vietnamese, in another order: found', () => {
    const header =
      'Họ và tên|Mã đảng viên|Mã đơn vị|Vai trò|Chức vụ|Cán bộ chủ chốt|Miễn sinh hoạt|Phụ trách|Đối tượng|Nơi công tác|Số điện thoại'
    const { rows, problems } = resolveColumns(table(header, 'Trần Thị Mẫu|M1|CB01|||||||'), MEMBER_COLUMNS)
    expect(problems).toEqual([])
    expect(rows[0]?.column('full_name')).toBe(1)
    expect(rows[0]?.text('phone')).toBe('')
    expect(rows[0]?.text('position_rank')).toBeUndefined()
  })

  test('below a title of the office: lines keep their numbers', () => {
    const lines = ['DANH SÁCH ĐƠN VỊ|||', '|||', 'Mã đơn vị|Tên đơn vị|Loại|Cấp trên', 'A|B|cell|']
    expect(resolveColumns(table(...lines), UNIT_COLUMNS).rows[0]?.line).toBe(4)
  })

  test.each([
    ['a column nobody knows', 'unit_code|unit_name|unit_kind|parent_code|colour', [1, 5, 'unknown-column']],
    ['a column twice', 'unit_code|unit_name|unit_kind|parent_code|Mã đơn vị', [1, 5, 'column-twice']],
    ['a column missing', 'unit_code|unit_name|parent_code', [1, 1, 'missing-column']],
  ])('%s: reported where it is', (_, header, expected) => {
    const { problems } = resolveColumns(table(header, 'A|B|cell'), UNIT_COLUMNS)
    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([expected])
  })

  test('a cell beyond the header, no rows, nothing at all: reported', () => {
    const header = 'unit_code|unit_name|unit_kind|parent_code'
    expect(reasons(header, 'A|B|cell||stray')).toEqual([[2, 5, 'cell-without-column']])
    expect(reasons(header, '|||')).toEqual([[1, 1, 'no-rows']])
    expect(reasons('')).toEqual([[1, 1, 'empty-file']])
  })
})

describe('words in cells', () => {
  test.each([
    ['', 'member'],
    ['Bí thư', 'secretary'],
    ['PHO BI THU', 'deputy'],
    ['đầu mối', 'contact'],
    ['Lãnh đạo', 'leader'],
    ['văn phòng', 'office'],
    ['Secretary', 'secretary'],
    ['đã chuyển', 'left'],
    ['giám đốc', null],
  ])('role %j: %s', (text, role) => expect(resolveRole(text)).toBe(role))

  test.each([
    ['x', true],
    ['X', true],
    ['1', true],
    ['Có', true],
    ['co', true],
    ['TRUE', true],
    ['', false],
    ['0', false],
    ['không', false],
    ['false', false],
    ['maybe', null],
  ])('yes or no %j: %s', (text, value) => expect(resolveYesNo(text)).toBe(value))

  test('kinds and categories: codes as they are, usual names by their code, the rest refused', () => {
    expect(['cell-street', 'Chi bộ tổ dân phố', 'Đảng ủy xã', 'câu lạc bộ'].map(resolveUnitKind)).toEqual([
      'cell-street',
      'cell-street',
      'committee-commune',
      null,
    ])
    expect(['party-member', 'Đảng viên dự bị', 'công chức', 'khách mời'].map(resolveCategory)).toEqual([
      'party-member',
      'probationary',
      'civil-servant',
      null,
    ])
  })
})
