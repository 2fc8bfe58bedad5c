import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { eraseApproved } from '../../src/jobs/erase-approved.ts'
import { openBackup } from '../../src/store/backup/read-backup.ts'
import { restoreBackup } from '../../src/store/backup/restore-backup.ts'
import { writeBackup } from '../../src/store/backup/write-backup.ts'
import { bringErasures } from '../../src/store/data-desk/erasures.ts'
import { readErasureRegister } from '../../src/store/data-desk/erasure-register.ts'
import { collectPersonData } from '../../src/store/data-desk/collect-person-data.ts'
import { TABLE_RULES } from '../../src/store/data-desk/table-rules.ts'
import { listRollUpFacts } from '../../src/store/roll-up-facts.ts'
import { listUnits } from '../../src/store/units.ts'
import { withTools } from '../../src/tools.ts'
import { fillForPerson, type FilledApp, FULL_NAME, PHONE, WRITTEN } from '../support/fill-for-person.ts'
import { findIn, listTables } from '../support/search-database.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

// One long conversation and three searches of everything: more than the usual time beside other files.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 300_000 })

let filled: FilledApp
let restored: TestDatabase
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nhipquy-deletion-'))
  restored = await createTestDatabase()
  filled = await fillForPerson()
})
afterAll(async () => {
  await filled.close()
  await restored.close()
  await rm(dir, { recursive: true })
})

const needles = () => [FULL_NAME, PHONE, ...filled.platformIds, ...WRITTEN]
const search = (database: Pick<TestDatabase, 'sql'> = filled.app.database) =>
  findIn(database, filled.app.parts.vault, needles())

const personId = async () => {
  const [row] = await filled.app.database.sql<{ id: string }[]>`
    select person_id as id from data_cases order by received_at limit 1`
  return row!.id
}

/** Everything that leaders are given of the whole tree for the year. */
const figures = () =>
  filled.app.tools(async ({ tx }) => {
    const units = await listUnits(tx, filled.treeId, '2026-03-02')
    const unitIds = units.map(({ id }) => id)
    const span = { from: '2026-01-01', to: '2026-12-31' }
    const facts = await listRollUpFacts(tx, {
      treeId: filled.treeId,
      unitIds,
      span,
      day: '2026-03-03',
      locale: 'vi',
    })
    // A round in which nothing was done and nobody is left to do it is no figure of the past.
    const rounds = facts.rounds.filter(({ filed }) => filed > 0)
    const done = rounds.map(({ kind, subject, period, done: all, doneLate, filed }) => ({
      kind,
      subject,
      period,
      all,
      doneLate,
      filed,
    }))
    return { done, measures: facts.measures, deeds: facts.deeds }
  })

test('every table of the database has a decision about deletion, and nothing else has one', async () => {
  expect(Object.keys(TABLE_RULES).sort()).toEqual(await listTables(filled.app.database))
})

test('before: every word is found, and every table that is about people holds rows of the person', async () => {
  const found = await search()
  expect(needles().filter((needle) => !found.some((each) => each.needle === needle))).toEqual([])
  const data = await filled.app.tools(async (tools) => collectPersonData(tools, await personId()))
  const about = Object.entries(TABLE_RULES).filter(([, { rows, shows }]) => rows && shows)
  expect(data!.map(({ table }) => table).sort()).toEqual(about.map(([table]) => table).sort())
  await writeBackup(join(dir, 'before.nqb'), {
    url: filled.app.database.url,
    vault: filled.app.parts.vault,
    takenAt: filled.app.clock.product(),
    randomBytes,
    appSecret: 'not carried',
  })
})

test('rows that prove something change for nobody else', async () => {
  const { sql } = filled.app.database
  await expect(sql`update consents set witness_sealed = null`).rejects.toThrow(/append-only/)
  const erasing = (column: string) =>
    sql.begin(async (tx) => {
      await tx`select set_config('nhipquy.erasing', 'on', true)`
      await tx`update consents set ${tx(column)} = 'x'`
    })
  await expect(erasing('decision')).rejects.toThrow(/append-only/)
  await expect(sql`delete from assignment_changes`).rejects.toThrow(/append-only/)
})

test('asked, approved by the office, told, carried out: nothing of the person is left in any table', async () => {
  const { app, lan, office } = filled
  const before = await figures()
  await lan.says('xin xóa')
  expect(lan.heard().at(-1)).toContain('Phải giữ, không còn tên')
  await lan.presses('Gửi yêu cầu xóa')
  const told = lan.heard().at(-1)!
  const code = /DL-[2-9A-Z]{4}/.exec(told)![0]
  expect(told).toContain('chậm nhất ngày 22/3/2026')
  expect(await eraseApproved(app.parts, [dir])).toBe(0)

  office.heard()
  await office.says('/hoso')
  await office.presses(`${code}: xóa dữ liệu, hạn 22/3`)
  await office.presses('Xem và duyệt xóa')
  expect(office.heard().at(-1)).toContain(FULL_NAME)
  await office.presses('Duyệt, xóa ngay')
  expect(office.heard().at(-1)).toContain(`Đã duyệt ${code}`)
  const last = [...lan.heard(), ...filled.lanOnZalo.heard()].join('\n')
  expect(last).toContain('Đây là tin cuối của bot')

  expect(await eraseApproved(app.parts, [dir])).toBe(1)
  await app.settle()
  expect(office.heard().at(-1)).toContain(`Đã xóa xong dữ liệu theo yêu cầu ${code}`)
  expect(await search()).toEqual([])
  expect(await figures()).toEqual(before)
  const rows = await app.database.sql<{ action: string }[]>`
    select action from audit where action in ('approve-deletion', 'erase-person') order by at, id`
  expect(rows.map(({ action }) => action)).toEqual(['approve-deletion', 'erase-person'])
  const [one] = await app.database.sql<{ state: string }[]>`select state from data_cases where code = ${code}`
  expect(one!.state).toBe('done')
})

test('a second run changes nothing', async () => {
  const { app } = filled
  const state = async () => {
    const tables = (await listTables(app.database)).filter((table) => table !== 'leases')
    const counted = tables.map(
      (table) => app.database
        .sql`select count(*)::int as rows, md5(string_agg(t::text, '' order by t::text)) as sum
        from ${app.database.sql(table)} t`,
    )
    return Promise.all(counted)
  }
  const before = await state()
  expect(await eraseApproved(app.parts, [dir])).toBe(0)
  expect(await state()).toEqual(before)
})

test('what the unit filed is still there, less the name', async () => {
  const { secretary } = filled
  secretary.heard()
  await secretary.says('/danhsach')
  expect(secretary.heard().join()).not.toContain('Lan')
  const { sql } = filled.app.database
  const [report] = await sql<{ code: string }[]>`select code from submissions where code like 'BC-%'`
  await secretary.says(`xem ${report!.code}`)
  const shown = secretary.heard().join('\n')
  expect(shown).toContain('vắng có lý do: (đã xóa)')
  expect(shown).toContain('Buổi học do (đã xóa) ghi biên bản.')
})

test('the chats are those of a stranger', async () => {
  const { lan, lanOnZalo } = filled
  await lan.says('việc')
  expect(lan.heard().join()).toContain('mã mời')
  await lanOnZalo.says('/dulieu')
  expect(lanOnZalo.heard().join()).toContain('mã mời')
})

test('an older backup brings the person back for a moment: the register deletes them again', async () => {
  const { app } = filled
  const { vault, newId } = app.parts
  const backup = await openBackup(join(dir, 'before.nqb'), { vault })
  await restoreBackup(restored.url, backup, { machineNow: app.clock.machine(), newId })
  expect(await search(restored)).not.toEqual([])
  const parts = { ...app.parts, db: restored.db }
  const known = await readErasureRegister([dir])
  expect(known.map(({ personId: id }) => id)).toEqual([await personId()])
  expect(await withTools(parts, (tools) => bringErasures(tools, known))).toBe(1)
  expect(await eraseApproved(parts)).toBe(1)
  expect(await search(restored)).toEqual([])
  expect(await withTools(parts, (tools) => bringErasures(tools, known))).toBe(0)
})

test('outside the database stand ids and times alone', async () => {
  const files = (await readdir(dir)).filter((name) => !name.endsWith('.nqb'))
  expect(files).toEqual(['erasures.json'])
  const text = await readFile(join(dir, 'erasures.json'), 'utf8')
  expect(needles().filter((needle) => text.includes(needle))).toEqual([])
})
