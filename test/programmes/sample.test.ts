import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importProgramme } from '../../src/cli/import-programme.ts'
import { readTable } from '../../src/cli/read-table.ts'
import { MEMBER_COLUMNS, resolveColumns, UNIT_COLUMNS } from '../../src/domain/roster-columns.ts'
import { packageRoot } from '../../src/package-root.ts'
import { importMembers, importUnits, type ImportTools } from '../../src/store/import-roster.ts'
import { listTreePeople } from '../../src/store/tree-people.ts'
import { findProgramme } from '../../src/store/programmes.ts'
import { publishProgramme } from '../../src/store/publish-programme.ts'
import { recomputeTrees } from '../../src/store/recompute-assignments.ts'
import { listTrees, listUnits } from '../../src/store/units.ts'
import { createVault } from '../../src/store/vault.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const FOLDER = join(packageRoot(), 'programmes/sample')
const DAY = '2026-02-02'
let database: TestDatabase

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

let serial = 0
const work = <T>(does: (tools: ImportTools) => Promise<T>) =>
  database.db.transaction((tx) =>
    does({
      tx,
      vault: createVault('a secret for tests, long enough'),
      now: new Date(`${DAY}T02:00:00Z`),
      newId: () => {
        serial += 1
        return `00000000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`
      },
    }),
  )

async function rows(file: string, columns: typeof UNIT_COLUMNS) {
  const read = await readTable(join(FOLDER, file))
  if ('problem' in read) throw new Error(`${file} cannot be read`)
  return resolveColumns(read.table, columns)
}

async function importRoster() {
  const units = await rows('units.csv', UNIT_COLUMNS)
  const members = await rows('members.csv', MEMBER_COLUMNS)
  expect([...units.problems, ...members.problems]).toEqual([])
  const first = await work((tools) => importUnits(tools, units.rows, {}, recomputeTrees))
  const second = await work((tools) => importMembers(tools, members.rows, {}, recomputeTrees))
  expect([...first.problems, ...second.problems]).toEqual([])
}

test('the sample commune is imported whole: six kinds of cells, some 57 people, obviously invented', async () => {
  await importRoster()
  await work(async ({ tx }) => {
    const [tree] = await listTrees(tx)
    const units = await listUnits(tx, tree!.id, DAY)
    expect(
      units
        .filter(({ kind }) => kind.startsWith('cell-'))
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['cell-agency', 'cell-enterprise', 'cell-police', 'cell-school', 'cell-street', 'cell-village'])
    const people = await listTreePeople(tx, tree!.id, DAY)
    expect(people).toHaveLength(57)
    expect(people.filter(({ fullName }) => !fullName.includes('Mẫu'))).toEqual([])
    expect(new Set(people.map(({ fullName }) => fullName)).size).toBe(57)
    const roles = new Set(people.flatMap(({ posts }) => posts.map(({ role }) => role)))
    expect([...roles].sort()).toEqual(['contact', 'deputy', 'leader', 'member', 'office', 'secretary'])
    expect(people.some(({ supervises }) => supervises.length > 1)).toBe(true)
    expect(people.some(({ memberships }) => memberships.some(({ exempt }) => exempt))).toBe(true)
    expect(people.some(({ memberships }) => memberships.length > 1)).toBe(true)
  })
})

test('the sample programme follows the clock and is published: every cell and the right people owe it', async () => {
  await importRoster()
  await work(async (tools) => {
    const imported = await importProgramme(tools, join(FOLDER, 'programme.yaml'), { unit: 'XM' })
    expect(imported).toMatchObject({ outcome: 'new', programme: { code: 'xa-mau-2026', year: 2026 } })
    const [tree] = await listTrees(tools.tx)
    const programme = await findProgramme(tools.tx, tree!.id, 'xa-mau-2026')
    const published = await publishProgramme(tools, programme!)
    expect(published).toMatchObject({ outcome: 'published', report: { withdrawn: 0, kept: 0 } })
    expect(await publishProgramme(tools, programme!)).toMatchObject({ report: { created: 0, moved: 0 } })
  })
})

test('an unknown unit or a file with mistakes: nothing is imported', async () => {
  await importRoster()
  await work(async (tools) => {
    const file = join(FOLDER, 'programme.yaml')
    expect(await importProgramme(tools, file, { unit: 'NOWHERE' })).toMatchObject({ reason: 'no-such-unit' })
    expect(await importProgramme(tools, file, { unit: 'XM', dryRun: true })).toMatchObject({
      outcome: 'checked',
    })
    expect(await importProgramme(tools, join(FOLDER, 'gone.yaml'), { unit: 'XM' })).toMatchObject({
      reason: 'problems',
      problems: [{ line: 1, column: 1, reason: 'cannot be read' }],
    })
    const [tree] = await listTrees(tools.tx)
    expect(await findProgramme(tools.tx, tree!.id, 'xa-mau-2026')).toBeNull()
  })
})
