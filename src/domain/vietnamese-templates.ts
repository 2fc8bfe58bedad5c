import {
  ROSTER_SHEETS,
  VIETNAMESE_CATEGORIES,
  VIETNAMESE_HEADERS,
  VIETNAMESE_REACHES,
  VIETNAMESE_ROLES,
  VIETNAMESE_STATUSES,
  VIETNAMESE_UNIT_KINDS,
} from './vietnamese-headers.ts'
import type { ColumnName } from './roster-columns.ts'

/** The sheets that `nhipquy template` writes for rosters; people and units in them are invented. */

export interface TemplateColumn {
  name: ColumnName
  width: number
  /** The list that the cell offers, and whether nothing else is taken. */
  values?: { of: ValueList; strict: boolean }
}

export interface RosterTemplate {
  sheet: string
  columns: readonly TemplateColumn[]
  samples: readonly (readonly string[])[]
}

export const VALUES_SHEET = 'Giá trị dùng được'

/** Of the spellings that are no code the first is offered. */
const STATUSES = Object.entries(VIETNAMESE_STATUSES).map(([code, names]) =>
  names.find((name) => name !== code)!,
)

/** What may stand in a cell, by what the column asks. Of roles and categories the first spelling is offered. */
export const VALUE_LISTS = {
  unit_kind: { header: 'Loại đơn vị', values: Object.values(VIETNAMESE_UNIT_KINDS).flat() },
  reach: { header: 'Phạm vi', values: firstOf(VIETNAMESE_REACHES) },
  role: { header: 'Vai trò', values: firstOf(VIETNAMESE_ROLES) },
  category: { header: 'Đối tượng', values: firstOf(VIETNAMESE_CATEGORIES) },
  status: { header: 'Trạng thái', values: STATUSES },
  yes: { header: 'Có hay không', values: ['có', 'không'] },
} as const
export type ValueList = keyof typeof VALUE_LISTS

const YES = { of: 'yes', strict: true } as const

/** The sheet of what was done on paper; the first row is the header, the others are samples. */
export const DONE_TEMPLATE_WIDTHS: readonly (readonly [ColumnName, number])[] = [
  ['obligation', 44],
  ['period', 14],
  ['member_code', 14],
  ['unit_code', 12],
  ['date', 14],
  ['deeds', 60],
]

/** Samples of what was done; the titles stand where no programme is published yet. */
export const DONE_SAMPLES = {
  pledge: { title: 'Bản đăng ký', deeds: 'Dậy sớm 15 phút đọc báo; Giúp một hộ khó khăn' },
  report: { title: 'Báo cáo sinh hoạt chuyên đề' },
} as const

export const ROSTER_TEMPLATES = {
  units: {
    sheet: ROSTER_SHEETS.units,
    columns: [
      { name: 'unit_code', width: 14 },
      { name: 'unit_name', width: 44 },
      // Programmes may have kinds of their own.
      { name: 'unit_kind', width: 26, values: { of: 'unit_kind', strict: false } },
      { name: 'parent_code', width: 14 },
      // Empty: as the unit above; where none says it, the bot talks to secretaries only.
      { name: 'reach', width: 14, values: { of: 'reach', strict: true } },
    ],
    samples: [
      ['DU', 'Đảng ủy phường Mẫu', 'đảng ủy phường', '', 'bí thư'],
      ['CB01', 'Chi bộ khu phố Mẫu 1', 'chi bộ khu phố', 'DU', ''],
      ['CB02', 'Chi bộ Trường Tiểu học Mẫu', 'chi bộ trường học', 'DU', 'đảng viên'],
    ],
  },
  members: {
    sheet: ROSTER_SHEETS.members,
    columns: [
      { name: 'member_code', width: 14 },
      { name: 'full_name', width: 28 },
      { name: 'unit_code', width: 12 },
      // Several roles stand in one cell, parted by semicolons.
      { name: 'role', width: 16, values: { of: 'role', strict: false } },
      { name: 'position', width: 28 },
      { name: 'key_leader', width: 12, values: YES },
      { name: 'exempt', width: 14, values: YES },
      { name: 'supervises', width: 18 },
      { name: 'category', width: 20, values: { of: 'category', strict: false } },
      { name: 'position_rank', width: 12 },
      { name: 'workplace', width: 28 },
      { name: 'phone', width: 16 },
      { name: 'status', width: 18, values: { of: 'status', strict: false } },
      { name: 'away_until', width: 14 },
    ],
    samples: [
      member('0001', 'Mẫu Thị Lan', 'DU', { role: 'văn phòng', position: 'Chánh Văn phòng Đảng ủy' }),
      member('0002', 'Mẫu Văn Hùng', 'CB01', { role: 'bí thư', phone: '0900000002' }),
      member('0003', 'Mẫu Thị Hoa', 'CB01', { exempt: 'có' }),
      member('0004', 'Mẫu Văn Sơn', 'CB02', { role: 'bí thư', position: 'Hiệu trưởng', keyLeader: 'có' }),
      member('0005', 'Mẫu Thị Mai', 'DU', {
        role: 'lãnh đạo',
        position: 'Phó Bí thư',
        keyLeader: 'có',
        supervises: 'CB01; CB02',
      }),
      member('0006', 'Mẫu Văn Bình', 'CB02', { status: 'đi vắng', awayUntil: '30/6/2099' }),
    ],
  },
} as const satisfies Record<string, RosterTemplate>

/** A sample row of the members' sheet, in the order of its columns. */
function member(
  code: string,
  name: string,
  unit: string,
  more: {
    role?: string
    position?: string
    keyLeader?: string
    exempt?: string
    supervises?: string
    phone?: string
    status?: string
    awayUntil?: string
  },
): string[] {
  const { role = '', position = '', keyLeader = '', exempt = '', supervises = '' } = more
  const { phone = '', status = '', awayUntil = '' } = more
  const before = [code, name, unit, role, position, keyLeader, exempt, supervises]
  return [...before, 'đảng viên', '', '', phone, status, awayUntil]
}

/** The header of a column, as an office would write it. */
export function headerOf(name: ColumnName): string {
  const [first] = VIETNAMESE_HEADERS[name]
  return first.charAt(0).toUpperCase() + first.slice(1)
}

function firstOf(names: Record<string, readonly string[]>): string[] {
  return Object.values(names).map(([first]) => first!)
}
