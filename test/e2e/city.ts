import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Channel = 'telegram' | 'zalo'

/** A person of the roster: invented, and obviously so. */
export interface Citizen {
  code: string
  name: string
  unit: string
  role: '' | 'secretary' | 'deputy' | 'contact' | 'leader' | 'office'
  position: string
  channel: Channel
}

export const UNITS = [
  ['TM', 'Thành ủy Mẫu', 'committee-city', '', 'members'],
  ['PM', 'Đảng ủy phường Mẫu', 'committee-commune', 'TM'],
  ['TDP', 'Chi bộ tổ dân phố Hoa Mẫu', 'cell-street', 'PM'],
  ['BAN', 'Chi bộ bản Suối Mẫu', 'cell-village', 'PM'],
  ['CQ', 'Chi bộ cơ quan phường Mẫu', 'cell-agency', 'PM'],
  ['TR', 'Chi bộ Trường Tiểu học Mẫu', 'cell-school', 'PM'],
] as const

/** Cells that file reports. */
export const CELLS = ['TDP', 'BAN', 'CQ', 'TR'] as const

const FAMILY = ['Lò', 'Vàng', 'Giàng', 'Nguyễn', 'Trần', 'Lý', 'Tao', 'Hoàng', 'Phạm', 'Đèo', 'Mùa', 'Chẻo']
const GIVEN = ['An', 'Bích', 'Cúc', 'Dũng', 'Hà', 'Khánh', 'Lan', 'Minh', 'Páo', 'Quý', 'Sáng', 'Tâm']

const HEADS = [
  ['TM', 'office', 'Chánh Văn phòng'],
  ['TM', 'leader', 'Ủy viên Ban Thường vụ Thành ủy'],
  ['PM', 'secretary', 'Bí thư Đảng ủy'],
  ['PM', 'deputy', 'Phó Bí thư Thường trực'],
] as const

/** `perCell` people in each cell, officers among them; people take the two platforms in turns. */
export function makeCity(perCell: number): Citizen[] {
  const rows: Omit<Citizen, 'code' | 'name' | 'channel'>[] = HEADS.map(([unit, role, position]) => ({
    unit,
    role,
    position,
  }))
  const officers = [
    { role: 'secretary', position: 'Bí thư chi bộ' },
    { role: 'deputy', position: 'Phó Bí thư chi bộ' },
    { role: 'contact', position: 'Chi ủy viên' },
  ] as const
  for (const unit of CELLS) {
    for (let place = 0; place < perCell; place += 1) {
      rows.push({ unit, ...(officers[place] ?? { role: '', position: '' }) })
    }
  }
  return rows.map((row, index) => ({
    ...row,
    code: `M${String(index + 1).padStart(2, '0')}`,
    // Twelve by twelve names before one comes twice.
    name: `${FAMILY[index % 12]} Mẫu ${GIVEN[(index + Math.floor(index / 12)) % 12]}`,
    channel: index % 2 === 0 ? 'telegram' : 'zalo',
  }))
}

/** Writes the roster as the two files that `import` reads. */
export async function writeRoster(folder: string, people: readonly Citizen[]) {
  const units = join(folder, 'units.csv')
  const members = join(folder, 'members.csv')
  await writeFile(units, csv([['unit_code', 'unit_name', 'unit_kind', 'parent_code', 'reach'], ...UNITS]))
  await writeFile(
    members,
    csv([
      ['member_code', 'full_name', 'unit_code', 'role', 'position', 'category'],
      ...people.map(({ code, name, unit, role, position }) => [
        code,
        name,
        unit,
        role,
        position,
        'party-member',
      ]),
    ]),
  )
  return { units, members }
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join(',')}\n`).join('')
}
