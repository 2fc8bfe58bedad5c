import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MEMBER_COLUMNS, UNIT_COLUMNS } from '../../src/domain/roster-columns.ts'
import { authorise, mayDo } from '../../src/store/authorise.ts'
import { importMembers, importUnits } from '../../src/store/import-roster.ts'
import { findPersonByCode } from '../../src/store/people.ts'
import { audit } from '../../src/store/schema/index.ts'
import { ancestorsOf, listTrees, listUnitsByCode, unitsBelow } from '../../src/store/units.ts'
import { rosterRows } from '../support/roster.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { withTools } from '../support/test-tools.ts'

const NOW = '2026-03-02T09:00:00+07:00'
const DAY = '2026-03-02'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await withTools(database, NOW, async (tools) => {
    const units = `unit_code|unit_name|unit_kind|parent_code
T|Tỉnh Mẫu|committee|
X|Xã Mẫu|committee|T
CB1|Chi bộ 1|cell|X
CB2|Chi bộ 2|cell|X
K|Khối Mẫu|committee|
CBK|Chi bộ khối|cell|K`
    const members = `member_code|full_name|unit_code|role|supervises
BT|Bí Thư Một|CB1|secretary|
DV|Đảng Viên Một|CB1||
LD|Lãnh Đạo Xã|X|leader|CB2
VP|Văn Phòng Tỉnh|T|office|
NG|Người Ngoài|CBK|secretary|`
    await importUnits(tools, rosterRows(UNIT_COLUMNS, units), {}, async () => {})
    await importMembers(tools, rosterRows(MEMBER_COLUMNS, members), {}, async () => {})
  })
})
afterAll(() => database.close())

async function ask(
  actorCode: string,
  action: Parameters<typeof authorise>[2],
  about: { unit?: string; person?: string },
) {
  return withTools(database, NOW, async (tools) => {
    const personOf = async (code: string) => {
      for (const tree of await listTrees(tools.tx)) {
        const found = await findPersonByCode(tools.tx, tree.id, code, DAY)
        if (found) return found
      }
      throw new Error('nobody')
    }
    const unit = about.unit === undefined ? null : (await listUnitsByCode(tools.tx, about.unit, DAY))[0]!
    const person = about.person === undefined ? null : await personOf(about.person)
    const target = { ...(unit && { unitId: unit.id }), ...(person && { personId: person.id }) }
    const actor = actorCode === 'operator' ? 'operator' : await personOf(actorCode)
    return {
      may: await mayDo(tools, actor, action, target),
      did: await authorise(tools, actor, action, target),
    }
  })
}

const newest = async () => (await database.db.select().from(audit)).sort((a, b) => (a.id < b.id ? 1 : -1))[0]
const count = async () => (await database.db.select().from(audit)).length

describe('asking for a right', () => {
  test('relations are read from the tree as of today', async () => {
    expect(await ask('BT', 'see-roster', { unit: 'CB1' })).toEqual({ may: true, did: true })
    expect((await ask('BT', 'see-roster', { unit: 'CB2' })).did).toBe(false)
    expect((await ask('LD', 'see-figures', { unit: 'CB1' })).did).toBe(true)
    expect((await ask('LD', 'see-submission', { person: 'DV' })).did).toBe(true)
    expect((await ask('VP', 'invite', { person: 'DV' })).did).toBe(true)
    expect((await ask('VP', 'invite', { person: 'NG' })).did).toBe(false)
    expect((await ask('NG', 'see-roster', { unit: 'CB1' })).did).toBe(false)
    expect((await ask('operator', 'import', { unit: 'CBK' })).did).toBe(true)
  })

  test('allowed about somebody else: one audit row with who, what, about whom and when', async () => {
    const before = await count()
    await ask('BT', 'see-submission', { person: 'DV' })
    expect(await count()).toBe(before + 1)
    expect(await newest()).toMatchObject({
      actorRole: 'secretary',
      action: 'see-submission',
      at: new Date(NOW),
      aboutUnitId: null,
    })
    expect((await newest())?.aboutPersonId).not.toBeNull()
  })

  test('about oneself, refused, or only asked: no audit row', async () => {
    const before = await count()
    await ask('DV', 'see-own', { person: 'DV' })
    await ask('DV', 'see-roster', { unit: 'CB1' })
    expect(await count()).toBe(before)
  })

  test('a unit of one tree with a person of another: refused', async () => {
    expect((await ask('VP', 'invite', { unit: 'CB1', person: 'NG' })).did).toBe(false)
  })
})

test('audit rows: the database refuses to change or delete them', async () => {
  await ask('BT', 'see-roster', { unit: 'CB1' })
  await expect(database.sql`update audit set action = 'nothing'`).rejects.toThrow(/append-only/)
  await expect(database.sql`delete from audit`).rejects.toThrow(/append-only/)
})

test('the tree as of a day: who is above, who is below, and nobody before it was imported', async () => {
  await withTools(database, NOW, async ({ tx }) => {
    const id = async (code: string) => (await listUnitsByCode(tx, code, DAY))[0]!.id
    expect(await ancestorsOf(tx, await id('CB1'), DAY)).toEqual([await id('X'), await id('T')])
    expect(new Set(await unitsBelow(tx, await id('X'), DAY))).toEqual(
      new Set([await id('X'), await id('CB1'), await id('CB2')]),
    )
    expect(await ancestorsOf(tx, await id('CB1'), '2026-03-01')).toEqual([])
  })
})
