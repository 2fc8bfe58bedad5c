import { saveSetting } from '../../src/store/settings.ts'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runPass } from '../../src/jobs/run-pass.ts'
import { runTick } from '../../src/jobs/run-tick.ts'
import { recomputeAssignments } from '../../src/store/recompute-assignments.ts'
import { programmes, programmeVersions, trees, units } from '../../src/store/schema/index.ts'
import { type Commune, startCommune } from '../support/commune.ts'

let commune: Commune
beforeEach(async () => {
  commune = await startCommune({ now: '2026-03-03 09:00' })
})
afterEach(() => commune.app.close())

/** A tree whose programme nobody can read: as after a fault in a file. */
async function addBrokenTree() {
  await commune.app.tools(async ({ tx, newId, now }) => {
    const [treeId, unitId, id] = [newId(), newId(), newId()]
    await tx.insert(trees).values({ id: treeId, code: 'A-broken', createdAt: now })
    await tx.insert(units).values({ id: unitId, treeId, code: 'A-broken', createdAt: now })
    await tx.insert(programmes).values({
      id,
      treeId,
      code: 'broken',
      ownerUnitId: unitId,
      state: 'live',
      liveFrom: '2026-01-01',
      createdAt: now,
    })
    await tx.insert(programmeVersions).values({
      id: newId(),
      programmeId: id,
      number: 1,
      content: {},
      digest: 'x',
      importedAt: now,
      publishedAt: now,
    })
  })
}

describe('a pass', () => {
  test('one tree fails: the others are served, and the failure is not hidden', async () => {
    await addBrokenTree()
    const binh = await commune.zalo('THON1', 'T02')
    commune.app.clock.set('2026-03-13T08:00+07:00')
    await expect(runPass(commune.app.parts)).rejects.toThrow(/obligations/)
    await commune.app.settle()
    expect(binh.heard().join()).toContain('Nhắc việc sớm: hạn 16/3, còn 3 ngày')
  })

  test('whoever belongs to a cell from a later day on owes what is open from that day on', async () => {
    const { db } = commune.app.database
    await db.execute(sql`update memberships set valid_from = '2026-03-10' from people
      where people.id = memberships.person_id and people.code = 'T12'`)
    await commune.app.tools((tools) => recomputeAssignments(tools, { treeId: commune.treeId }))
    const pledges = async () => {
      const [row] = await db.execute<{ count: number }>(sql`
        select count(*)::int as count from assignments a join people p on p.id = a.person_id
        join obligations o on o.id = a.obligation_id
        where p.code = 'T12' and o.code = 'pledge' and a.state = 'open'`)
      return row!.count
    }
    await commune.at('2026-03-09 09:00')
    expect(await pledges()).toBe(0)
    await commune.at('2026-03-10 00:10')
    expect(await pledges()).toBe(1)
  })
})

describe('a tick', () => {
  test('wipes what is older than the retention, once an hour', async () => {
    const { app } = commune
    await commune.zalo('THON1', 'T02')
    const kept = async () => {
      const [row] = await app.database.db.execute<{ count: number }>(
        sql`select count(*)::int as count from outbox where body_sealed is not null`,
      )
      return row!.count
    }
    const tick = async (when: string, retentionDays: number) => {
      app.clock.set(`${when.replace(' ', 'T')}+07:00`)
      await app.tools((tools) => saveSetting(tools, 'retention-days', String(retentionDays)))
      await runTick(app.parts)
    }
    const atFirst = await kept()
    await tick('2026-04-01 21:00', 30)
    expect(await kept()).toBe(atFirst)
    await tick('2026-04-01 21:59', 0)
    expect(await kept()).toBe(atFirst)
    await tick('2026-04-03 21:00', 30)
    expect(await kept()).toBe(0)
  })
})
