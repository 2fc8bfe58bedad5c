import { type Day, realDay } from '../time.ts'
import type { MemberStatus } from './member-status.ts'
import type { Role, UnitView } from './person.ts'
import type { ColumnName, RosterRow, TableProblem } from './roster-columns.ts'
import { resolveCategory, resolveRole, resolveStatus, resolveYesNo } from './roster-words.ts'

/** One row of a members file, understood. Undefined: the file has no such column. */
export interface MemberRow {
  line: number
  at(column: ColumnName): number
  code: string
  fullName: string
  unit: UnitView
  /** The membership in this unit ends. */
  left: boolean
  roles: Role[] | undefined
  position: string | null | undefined
  positionRank: number | null | undefined
  keyLeader: boolean | undefined
  exempt: boolean | undefined
  category: string | undefined
  workplace: string | null | undefined
  phone: string | null | undefined
  /** Last day of an absence; null: is here. */
  awayUntil: Day | null | undefined
  /** Ids of units. */
  supervises: string[] | undefined
}

const MAX_CODE = 40
const MAX_NAME = 120
const PHONE = /^\+?[0-9][0-9 .()-]{5,19}$/

/** Reads a row, reporting every cell that cannot be used; null when the row has no person or unit. */
export function readMemberRow(
  row: RosterRow,
  units: ReadonlyMap<string, readonly UnitView[]>,
  problems: TableProblem[],
): MemberRow | null {
  const report = (column: ColumnName, reason: string, values: Record<string, string | number> = {}) => {
    problems.push({ line: row.line, column: row.column(column), reason, values })
  }
  const oneOf = <Value>(column: ColumnName, reason: string, read: (text: string) => Value | null) => {
    const text = row.text(column)
    if (text === undefined) return undefined
    const value = read(text)
    if (value === null) report(column, reason, { text })
    return value ?? undefined
  }
  const words = (column: ColumnName) => {
    const text = row.text(column)
    return text === undefined ? undefined : text || null
  }
  const unitOf = (column: ColumnName, code: string) => {
    const found = units.get(code) ?? []
    if (found.length === 1) return found[0]!
    report(column, found.length === 0 ? 'unknown-unit' : 'ambiguous-unit', { unit: code })
    return null
  }

  const code = row.text('member_code') ?? ''
  const fullName = row.text('full_name') ?? ''
  const unitCode = row.text('unit_code') ?? ''
  if (code === '') report('member_code', 'empty', { column: 'member_code' })
  else if (code.length > MAX_CODE) report('member_code', 'bad-code', { code: code.slice(0, MAX_CODE) })
  if (fullName === '') report('full_name', 'empty', { column: 'full_name' })
  else if (fullName.length > MAX_NAME) report('full_name', 'too-long', { characters: MAX_NAME })
  if (unitCode === '') report('unit_code', 'empty', { column: 'unit_code' })
  const unit = unitCode === '' ? null : unitOf('unit_code', unitCode)

  const roles = oneOf('role', 'unknown-role', readRoles)
  const keyLeader = oneOf('key_leader', 'not-yes-or-no', resolveYesNo)
  const status = oneOf('status', 'unknown-status', resolveStatus)
  const exemptCell = oneOf('exempt', 'not-yes-or-no', resolveYesNo)
  const exempt = status === 'exempt' || (exemptCell ?? (status ? false : undefined))
  const categoryCell = oneOf('category', 'unknown-category', (text) =>
    text === '' ? 'party-member' : resolveCategory(text),
  )
  const category = row.text('category') ? categoryCell : (categoryBy(status) ?? categoryCell)
  const away = oneOf('away_until', 'bad-day', (text) => (text === '' ? '' : readDay(text)))
  if (status === 'away' && !away) report('status', 'away-without-day', { column: 'away_until' })
  const rank = oneOf('position_rank', 'not-a-number', (text) =>
    text === '' ? '' : /^\d{1,4}$/.test(text) ? Number(text) : null,
  )
  const phone = oneOf('phone', 'bad-phone', (text) => (text === '' || PHONE.test(text) ? text : null))
  const supervised = row.text('supervises')
  const supervises = supervised
    ?.split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .flatMap((each) => unitOf('supervises', each)?.id ?? [])
  if (code === '' || fullName === '' || !unit) return null
  return {
    line: row.line,
    at: (column) => row.column(column),
    code,
    fullName,
    unit,
    left: status === 'left' || (roles?.includes('left') ?? false),
    roles: roles?.filter((role) => role !== 'left'),
    position: words('position'),
    positionRank: rank === '' ? null : rank,
    keyLeader,
    exempt,
    category,
    workplace: words('workplace'),
    phone: phone === '' ? null : phone,
    awayUntil: away === '' || (away === undefined && status && status !== 'away') ? null : away,
    supervises,
  }
}

/** Only what the word says of the membership itself: an exempt or absent person keeps their category. */
function categoryBy(status: MemberStatus | '' | undefined): string | undefined {
  if (status === 'probationary') return 'probationary'
  return status === 'official' ? 'party-member' : undefined
}

/** `30/6/2026` or `2026-06-30`. */
function readDay(text: string): Day | null {
  const [, date, month, year] = (/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []).map(Number)
  if (year) return realDay(year, month!, date!)
  const [, first, second, third] = (/^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text) ?? []).map(Number)
  return first ? realDay(first, second!, third!) : null
}

/** `bí thư; văn phòng`: several roles in one unit. `left` stands alone. */
function readRoles(text: string): (Role | 'left')[] | null {
  const roles = text.split(';').map((each) => resolveRole(each.trim()))
  const known = roles.filter((role) => role !== null)
  if (known.length < roles.length || (known.length > 1 && known.includes('left'))) return null
  return [...new Set(known)]
}
