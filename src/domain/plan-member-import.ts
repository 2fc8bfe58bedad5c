import type { Day } from '../time.ts'
import type { PersonView, UnitView } from './person.ts'
import { readMemberRow, type MemberRow } from './read-member-row.ts'
import { type RosterRow, sortProblems, type TableProblem } from './roster-columns.ts'
import { branchOf } from './unit-tree.ts'

/** A person as the roster keeps them; the phone opened from its seal. */
export type RosterPerson = PersonView & { phone: string | null; awayUntil?: Day }

/** What is there as of today, over every tree that the file may speak of. */
export interface ExistingRoster {
  trees: readonly { id: string; code: string }[]
  units: readonly UnitView[]
  people: readonly RosterPerson[]
}

/** Everything the roster says about one person, from today on. */
export type PersonShape = Pick<PersonView, 'fullName' | 'memberships' | 'posts' | 'supervises'> & {
  phone: string | null
  /** Last day of an absence that holds now. */
  awayUntil?: Day
}

export interface PersonChange {
  treeId: string
  code: string
  /** Null for a newcomer. */
  personId: string | null
  before: PersonShape | null
  after: PersonShape
}

export interface MemberImport {
  changes: PersonChange[]
  unchanged: number
  /** Members below `root` whom the file does not name: reported, never removed. */
  vanished: PersonView[]
  /** People of the file who also stay in units of which it does not speak. */
  staying: { code: string; unitIds: string[] }[]
  problems: TableProblem[]
}

export interface MemberImportOptions {
  /** Code of the unit for whose whole branch the file speaks. */
  root?: string
  tree?: string
  /** An absence that ended before this day is none. */
  today?: Day
}

/**
 * What a members file would change. The file speaks for the branch of `root`, else for the units it names:
 * there, a person of the file has exactly the memberships and posts of its rows, so a row that moved to
 * another unit is a transfer. Rows with the role `left` end a membership. With any problem nothing may be applied.
 */
export function planMemberImport(
  rows: readonly RosterRow[],
  existing: ExistingRoster,
  options: MemberImportOptions = {},
): MemberImport {
  const problems: TableProblem[] = []
  const units = unitsInReach(rows, existing, options)
  const read = rows.flatMap((row) => readMemberRow(row, units, problems) ?? [])
  const byPerson = groupRows(read)
  reportContradictions(byPerson, read, problems)

  const root = options.root === undefined ? null : findRoot(options.root, units, problems)
  const scope = new Set(root ? branchOf(root.id, existing.units) : read.map((row) => row.unit.id))
  const known = new Map(existing.people.map((person) => [`${person.treeId}\n${person.code}`, person]))

  const changes: PersonChange[] = []
  const staying: MemberImport['staying'] = []
  let unchanged = 0
  for (const [key, own] of byPerson) {
    const person = known.get(key)
    const first = own[0]!
    if (!person && own.every((row) => row.left)) {
      problems.push({ line: first.line, column: first.at('member_code'), reason: 'unknown-member' })
      continue
    }
    const before = person ? shapeOf(person) : null
    const after = resolveShape(before, own, scope, options.today)
    const stays = after.memberships.filter(({ unitId }) => !own.some((row) => row.unit.id === unitId))
    if (stays.length > 0) staying.push({ code: first.code, unitIds: stays.map(({ unitId }) => unitId) })
    if (before && JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))) unchanged += 1
    else {
      changes.push({
        treeId: first.unit.treeId,
        code: first.code,
        personId: person?.id ?? null,
        before,
        after,
      })
    }
  }
  const vanished = root
    ? existing.people.filter(
        (person) =>
          person.memberships.some(({ unitId }) => scope.has(unitId)) &&
          !byPerson.has(`${person.treeId}\n${person.code}`),
      )
    : []
  return { changes, unchanged, vanished, staying, problems: sortProblems(problems) }
}

/** The person's state from today on: untouched outside the scope, as the rows say inside it. */
function resolveShape(
  before: PersonShape | null,
  rows: readonly MemberRow[],
  scope: ReadonlySet<string>,
  today?: Day,
): PersonShape {
  const here = new Set(rows.map((row) => row.unit.id))
  const outside = ({ unitId }: { unitId: string }) => !scope.has(unitId) && !here.has(unitId)
  const staying = rows.filter((row) => !row.left)
  const memberships = staying.map((row) => {
    const old = before?.memberships.find(({ unitId }) => unitId === row.unit.id)
    return {
      unitId: row.unit.id,
      category: row.category ?? old?.category ?? 'party-member',
      exempt: row.exempt ?? old?.exempt ?? false,
      workplace: row.workplace === undefined ? (old?.workplace ?? null) : row.workplace,
    }
  })
  const posts = staying.flatMap((row) => {
    const old = before?.posts.filter(({ unitId }) => unitId === row.unit.id) ?? []
    return resolvePosts(row, old)
  })
  const listed = staying.flatMap((row) => row.supervises ?? [])
  const supervisesColumn = rows.some((row) => row.supervises !== undefined)
  const keptSupervisions = (before?.supervises ?? []).filter(
    (unitId) => !supervisesColumn || (listed.length === 0 && !scope.has(unitId)),
  )
  const phone = rows.find((row) => row.phone !== undefined)?.phone
  const told = rows.find((row) => row.awayUntil !== undefined)?.awayUntil
  const awayUntil = told === undefined ? before?.awayUntil : told
  const isAway = awayUntil && (today === undefined || awayUntil >= today)
  return {
    fullName: rows[0]!.fullName,
    phone: phone === undefined ? (before?.phone ?? null) : phone,
    ...(isAway && { awayUntil }),
    memberships: [...(before?.memberships.filter(outside) ?? []), ...memberships],
    posts: [...(before?.posts.filter(outside) ?? []), ...posts],
    supervises: [...new Set([...keptSupervisions, ...listed])],
  }
}

/** Posts of one row. Columns that the file lacks leave what was there. */
function resolvePosts(row: MemberRow, old: PersonShape['posts']): PersonShape['posts'] {
  const roles = row.roles ?? (old.length > 0 ? old.map((post) => post.role) : ['member' as const])
  return roles.flatMap((role) => {
    const same = old.find((post) => post.role === role) ?? (old.length === 1 ? old[0] : undefined)
    const post = {
      unitId: row.unit.id,
      role,
      position: row.position === undefined ? (same?.position ?? null) : row.position,
      positionRank: row.positionRank === undefined ? (same?.positionRank ?? null) : row.positionRank,
      keyLeader: row.keyLeader ?? same?.keyLeader ?? false,
    }
    // An ordinary member holds no post.
    return role === 'member' && post.position === null && !post.keyLeader ? [] : [post]
  })
}

/** Units by code for each row's reach: one tree where the code says which, several where it does not. */
function unitsInReach(
  rows: readonly RosterRow[],
  existing: ExistingRoster,
  options: MemberImportOptions,
): Map<string, UnitView[]> {
  const codes = new Set(rows.map((row) => row.text('unit_code') ?? '').filter((code) => code !== ''))
  const inTree = (treeId: string) => existing.units.filter((unit) => unit.treeId === treeId)
  const trees =
    options.tree === undefined ? existing.trees : existing.trees.filter((tree) => tree.code === options.tree)
  const holdingAll = trees.filter((tree) => {
    const held = new Set(inTree(tree.id).map((unit) => unit.code))
    return [...codes].every((code) => held.has(code))
  })
  const reach = holdingAll.length === 1 ? holdingAll : trees
  const found = new Map<string, UnitView[]>()
  for (const unit of reach.flatMap((tree) => inTree(tree.id))) {
    found.set(unit.code, [...(found.get(unit.code) ?? []), unit])
  }
  return found
}

function groupRows(rows: readonly MemberRow[]): Map<string, MemberRow[]> {
  const grouped = new Map<string, MemberRow[]>()
  for (const row of rows) {
    const key = `${row.unit.treeId}\n${row.code}`
    grouped.set(key, [...(grouped.get(key) ?? []), row])
  }
  return grouped
}

function reportContradictions(
  byPerson: Map<string, MemberRow[]>,
  rows: readonly MemberRow[],
  problems: TableProblem[],
): void {
  for (const own of byPerson.values()) {
    const first = own[0]!
    own.forEach((row, index) => {
      const twin = own.slice(0, index).find((other) => other.unit.id === row.unit.id)
      const values = { member: row.code, unit: row.unit.code, line: (twin ?? first).line }
      if (twin) problems.push({ line: row.line, column: row.at('unit_code'), reason: 'member-twice', values })
      if (row.fullName !== first.fullName) {
        problems.push({ line: row.line, column: row.at('full_name'), reason: 'other-name', values })
      }
    })
    const leads = own.some((row) => row.roles?.some((role) => role !== 'member' && role !== 'contact'))
    const stray = own.find((row) => (row.supervises?.length ?? 0) > 0)
    if (stray && !leads) {
      problems.push({ line: stray.line, column: stray.at('supervises'), reason: 'supervises-without-post' })
    }
  }
  const secretaries = new Map<string, MemberRow>()
  for (const row of rows.filter((each) => each.roles?.includes('secretary'))) {
    const first = secretaries.get(row.unit.id)
    const values = { unit: row.unit.code, line: first?.line ?? 0 }
    if (first) problems.push({ line: row.line, column: row.at('role'), reason: 'two-secretaries', values })
    else secretaries.set(row.unit.id, row)
  }
}

function findRoot(code: string, units: Map<string, UnitView[]>, problems: TableProblem[]): UnitView | null {
  const found = units.get(code) ?? []
  if (found.length === 1) return found[0]!
  const reason = found.length === 0 ? 'unknown-root' : 'ambiguous-unit'
  problems.push({ line: 1, column: 1, reason, values: { unit: code } })
  return null
}

/** What the roster itself says of a person; a post that somebody only stands in for is not of it. */
export function shapeOf(person: RosterPerson): PersonShape {
  const { fullName, phone, memberships, supervises, awayUntil } = person
  const posts = person.posts.filter((post) => post.actingUntil === undefined)
  return { fullName, phone, memberships, posts, supervises, ...(awayUntil && { awayUntil }) }
}

function order(list: readonly unknown[]): string[] {
  return list.map((each) => JSON.stringify(each)).sort()
}

function sorted(shape: PersonShape): unknown {
  return [
    shape.fullName,
    shape.phone,
    shape.awayUntil ?? null,
    order(
      shape.memberships.map(({ unitId, category, exempt, workplace }) => [
        unitId,
        category,
        exempt,
        workplace,
      ]),
    ),
    order(
      shape.posts.map(({ unitId, role, position, positionRank, keyLeader }) => [
        unitId,
        role,
        position,
        positionRank,
        keyLeader,
      ]),
    ),
    order(shape.supervises),
  ]
}
