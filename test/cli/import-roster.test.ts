import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { registerImportRoster } from '../../src/cli/import-roster.ts'
import { findPersonByCode } from '../../src/store/people.ts'
import { audit, people, unitVersions } from '../../src/store/schema/index.ts'
import { listTrees, listUnits, listUnitsByCode } from '../../src/store/units.ts'
import { runCli } from '../support/run-cli.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { withTools } from '../support/test-tools.ts'

const MONDAY = '2026-03-02T09:00:00+07:00'
const TUESDAY = '2026-03-03T09:00:00+07:00'

const UNITS = `Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã cấp trên
DU,Đảng ủy phường Mẫu,committee-commune,
CB1,Chi bộ Mẫu 1,cell-street,DU
CB2,Chi bộ Mẫu 2,cell-school,DU
`
const MEMBERS = `Mã đảng viên;Họ và tên;Mã đơn vị;Vai trò;Chức vụ;Cán bộ chủ chốt;Miễn sinh hoạt;Phụ trách;Số điện thoại
M1;Nguyễn Văn Mẫu;CB1;Bí thư;Trưởng ban;x;;;0900000001
M2;Trần Thị Mẫu;CB1;;;;có;;
M3;Lê Văn Mẫu;DU;lãnh đạo;Phó Chủ tịch;;;CB1;
`

let folder: string
let database: TestDatabase
let recomputed: number
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  database = await createTestDatabase()
  recomputed = 0
})
afterEach(() => database.close())

async function importFile(what: 'units' | 'members', content: string, day = MONDAY, ...options: string[]) {
  const file = join(folder, `${what}.csv`)
  writeFileSync(file, content)
  const run = await runCli(
    (program, deps) =>
      registerImportRoster(program, deps, async (_, treeIds) => {
        recomputed += treeIds.length
      }),
    database,
    day,
    ['import', what, file, ...options],
  )
  return { ...run, err: run.err.map((line) => line.replace(`${folder}/`, '')) }
}

async function member(code: string, day: string) {
  return withTools(database, MONDAY, async ({ tx }) => {
    const [tree] = await listTrees(tx)
    return findPersonByCode(tx, tree!.id, code, day)
  })
}

describe('importing units and members', () => {
  test('the first time: trees, units, people, posts and supervisions, with an audit row each', async () => {
    expect((await importFile('units', UNITS)).out.at(-1)).toContain('3 new')
    const run = await importFile('members', `\uFEFF${MEMBERS}`)
    expect(run).toMatchObject({ code: 0, err: [] })
    expect(run.out[0]).toBe('+ M1 Nguyễn Văn Mẫu: CB1 party-member; CB1 secretary (Trưởng ban) key leader')
    const secretary = await member('M1', '2026-03-02')
    expect(secretary).toMatchObject({ givenName: 'Mẫu', posts: [{ role: 'secretary', keyLeader: true }] })
    expect((await member('M2', '2026-03-02'))?.memberships[0]?.exempt).toBe(true)
    expect((await member('M3', '2026-03-02'))?.supervises).toHaveLength(1)
    expect(await member('M1', '2026-03-01')).toMatchObject({ memberships: [], posts: [] })
    const rows = await database.db.select().from(audit)
    expect(rows.map((row) => [row.actorRole, row.action, row.details])).toEqual([
      ['operator', 'import', { what: 'units', changes: 3 }],
      ['operator', 'import', { what: 'members', changes: 3 }],
    ])
    expect(recomputed).toBe(2)
  })

  test('phones: kept sealed', async () => {
    await importFile('units', UNITS)
    await importFile('members', MEMBERS)
    const [row] = await database.db.select().from(people).where(eq(people.code, 'M1'))
    expect(row?.phoneSealed).toMatch(/^v1\./)
    expect(row?.phoneSealed).not.toContain('0900')
  })

  test('again on another day: the old state stays true for the days before', async () => {
    await importFile('units', UNITS)
    await importFile('members', MEMBERS)
    const moved = MEMBERS.replace('M1;Nguyễn Văn Mẫu;CB1', 'M1;Nguyễn Văn Mẫu;CB2')
    expect((await importFile('units', UNITS.replace('Chi bộ Mẫu 2', 'Chi bộ Trường'), TUESDAY)).out[0]).toBe(
      '~ CB2: Chi bộ Mẫu 2 · cell-school · DU → Chi bộ Trường · cell-school · DU',
    )
    const run = await importFile('members', moved, TUESDAY)
    expect(run.out).toEqual([
      '~ M1 Nguyễn Văn Mẫu: −CB1 party-member; −CB1 secretary (Trưởng ban) key leader; +CB2 party-member; +CB2 secretary (Trưởng ban) key leader',
      'Imported: 0 new, 1 changed, 2 as before. Not in the file: 0 (kept).',
    ])
    const names = await withTools(database, TUESDAY, async ({ tx }) => {
      const on = async (day: string) => (await listUnitsByCode(tx, 'CB2', day))[0]
      return [await on('2026-03-02'), await on('2026-03-03')]
    })
    expect(names.map((unit) => unit?.name)).toEqual(['Chi bộ Mẫu 2', 'Chi bộ Trường'])
    const before = await member('M1', '2026-03-02')
    const after = await member('M1', '2026-03-03')
    expect(before?.memberships[0]?.unitId).not.toBe(after?.memberships[0]?.unitId)
    expect(after?.posts).toHaveLength(1)
  })

  test('twice on one day: the row of that day is replaced, not closed with an empty span', async () => {
    await importFile('units', UNITS)
    await importFile('units', UNITS.replace('Chi bộ Mẫu 2', 'Chi bộ Trường'))
    const rows = await database.db.select().from(unitVersions)
    expect(rows.map((row) => [row.name, row.validTo])).toEqual([
      ['Đảng ủy phường Mẫu', null],
      ['Chi bộ Mẫu 1', null],
      ['Chi bộ Trường', null],
    ])
  })

  test('the same file again: nothing changes, nothing is recomputed', async () => {
    await importFile('units', UNITS)
    recomputed = 0
    const run = await importFile('units', UNITS, TUESDAY)
    expect(run.out).toEqual(['Imported: 0 new, 0 changed, 3 as before. Not in the file: 0 (kept).'])
    expect(recomputed).toBe(0)
  })

  test('a dry run: prints the difference and writes nothing', async () => {
    const run = await importFile('units', UNITS, MONDAY, '--dry-run')
    expect(run.out[0]).toBe('+ DU: Đảng ủy phường Mẫu · committee-commune · –')
    expect(run.out.at(-1)).toContain('Nothing written')
    expect(await withTools(database, MONDAY, ({ tx }) => listTrees(tx))).toEqual([])
  })

  test('bad rows: every one is printed with file, line and column, and nothing is imported', async () => {
    await importFile('units', UNITS)
    const run = await importFile('members', `${MEMBERS}M4;;CB9;giám đốc;;;;;\n`)
    expect(run).toEqual({
      code: 1,
      out: [],
      err: [
        'members.csv:5:2 Họ và tên is empty',
        'members.csv:5:3 there is no unit CB9',
        'members.csv:5:4 role "giám đốc" is not understood; use secretary, deputy, contact, leader, office, or nothing',
        'Nothing imported: 3 cells to mend.',
      ],
    })
    expect(await database.db.select().from(people)).toEqual([])
  })

  test('who is missing below the root: printed, and still there', async () => {
    await importFile('units', UNITS)
    await importFile('members', MEMBERS)
    const fewer = MEMBERS.split('\n')
      .filter((line) => !line.startsWith('M2'))
      .join('\n')
    const run = await importFile('members', fewer, TUESDAY, '--root', 'DU')
    expect(run.out).toContain('? M2 Trần Thị Mẫu: not in the file, kept')
    expect((await member('M2', '2026-03-03'))?.memberships).toHaveLength(1)
    const units = await importFile('units', UNITS.replace(/CB2.*\n/, ''), TUESDAY, '--root', 'DU')
    expect(units.out).toContain('? CB2: Chi bộ Mẫu 2: not in the file, kept')
  })

  test('a second root: a second tree beside the first, with the same unit codes', async () => {
    await importFile('units', UNITS)
    await importFile('units', UNITS.replaceAll('DU', 'DK'))
    const counts = await withTools(database, MONDAY, async ({ tx }) => {
      const found = []
      for (const tree of await listTrees(tx)) {
        found.push([tree.code, (await listUnits(tx, tree.id, '2026-03-02')).length])
      }
      return found
    })
    expect(counts).toEqual([
      ['DK', 3],
      ['DU', 3],
    ])
    const cellOnly = MEMBERS.split('\n').slice(0, 3).join('\n')
    const asked = await importFile('members', cellOnly)
    expect(asked.err[0]).toBe('members.csv:2:3 several trees have a unit CB1; add --tree CODE')
    expect((await importFile('members', cellOnly, MONDAY, '--tree', 'DK')).code).toBe(0)
    expect((await importFile('members', MEMBERS)).code).toBe(0)
  })
})
