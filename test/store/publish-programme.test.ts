import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Programme } from '../../src/domain/programme.ts'
import { findProgramme, saveLiveFrom, saveProgrammeVersion } from '../../src/store/programmes.ts'
import { publishProgramme } from '../../src/store/publish-programme.ts'
import { recomputeAssignments, recomputeTrees } from '../../src/store/recompute-assignments.ts'
import {
  assignmentChanges,
  assignments,
  formVersions,
  memberships,
  obligations,
  officeDates,
} from '../../src/store/schema/index.ts'
import { createAnsweringWorld, type AnsweringWorld } from '../support/answering-world.ts'
import { smallProgramme } from '../support/small-programme.ts'

let world: AnsweringWorld

beforeEach(async () => {
  world = await createAnsweringWorld()
  await world.addPerson('Lan', 'cell')
  await world.addPerson('Hoa', 'cell', 'secretary')
})
afterEach(() => world.database.close())

/** The small programme with another date for the pledge. */
function withPledgeDue(due: string): Programme {
  const programme = smallProgramme()
  programme.obligations[0]!.due = due
  return programme
}

const publish = (programme: Programme, options: { dryRun?: boolean } = {}) =>
  world.work(async (work) => {
    const owner = { treeId: world.treeId, unitId: world.unitIds.ward }
    const saved = await saveProgrammeVersion(work, owner, programme)
    const row = await findProgramme(work.tx, world.treeId, programme.code)
    return { ...saved, ...(await publishProgramme(work, row!, options)) }
  })

/** Every assignment as `obligation person-or-unit day state`, sorted. */
const standing = () =>
  world.work(async ({ tx }) => {
    const rows = await tx
      .select({ row: assignments, code: obligations.code })
      .from(assignments)
      .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
    const names = new Map(Object.entries(world.personIds).map(([name, id]) => [id, name]))
    const units = new Map(Object.entries(world.unitIds).map(([name, id]) => [id, name]))
    return rows
      .map(({ row, code }) => {
        const who = row.personId === null ? '' : `${names.get(row.personId)}@`
        return `${code} ${who}${units.get(row.unitId)} ${row.dueOn} ${row.state}${row.beforeBot ? ' before-bot' : ''}`
      })
      .sort()
  })

const history = () =>
  world.work(async ({ tx }) => {
    const rows = await tx.select().from(assignmentChanges).orderBy(assignmentChanges.id)
    return rows.map(({ kind, reason }) => (reason ? `${kind} ${reason}` : kind))
  })

const closeOne = (name: string) =>
  world.work(({ tx, now }) =>
    tx
      .update(assignments)
      .set({ state: 'done', doneAt: now })
      .where(eq(assignments.personId, world.personIds[name]!)),
  )

const recompute = () => world.work((work) => recomputeAssignments(work, { treeId: world.treeId }))

describe('publishing', () => {
  test('a first version: assignments exist, each with its history, and the preview said so', async () => {
    expect(await publish(smallProgramme(), { dryRun: true })).toMatchObject({
      outcome: 'previewed',
      report: { versionNumber: 1, created: 6, moved: 0, withdrawn: 0, kept: 0 },
    })
    expect(await standing()).toEqual([])
    expect(await publish(smallProgramme())).toMatchObject({ outcome: 'published', report: { created: 6 } })
    expect(await standing()).toEqual([
      'plan cell 2026-03-09 open',
      'plan other 2026-03-09 open',
      'pledge Hoa@cell 2026-03-09 open',
      'pledge Lan@cell 2026-03-09 open',
      'report cell 2026-03-09 open',
      'report other 2026-03-09 open',
    ])
    expect(await history()).toEqual(Array(6).fill('created'))
  })

  test('again with another date: what was filed stays, the rest moves, and a third time nothing happens', async () => {
    await publish(smallProgramme())
    await closeOne('Lan')
    const again = await publish(withPledgeDue('trong tháng 3/2026'))
    expect(again).toMatchObject({ versionNumber: 2, report: { created: 0, moved: 1, withdrawn: 0, kept: 1 } })
    expect((await standing()).filter((line) => line.startsWith('pledge'))).toEqual([
      'pledge Hoa@cell 2026-03-31 open',
      'pledge Lan@cell 2026-03-09 done',
    ])
    expect(await publish(withPledgeDue('trong tháng 3/2026'))).toMatchObject({
      versionNumber: 2,
      report: { created: 0, moved: 0, withdrawn: 0, kept: 1 },
    })
  })

  test('a duty that is left out is withdrawn, and comes back with the version that has it', async () => {
    await publish(smallProgramme())
    const shorter = smallProgramme()
    shorter.obligations = shorter.obligations.filter(({ code }) => code !== 'plan')
    expect(await publish(shorter)).toMatchObject({ report: { withdrawn: 2 } })
    expect(await publish(smallProgramme())).toMatchObject({
      versionNumber: 3,
      report: { restored: 2, created: 0 },
    })
    expect((await history()).filter((kind) => kind !== 'created')).toEqual([
      'withdrawn dropped',
      'withdrawn dropped',
      'restored',
      'restored',
    ])
  })

  test('the same content is one version; its forms are kept once', async () => {
    const first = await publish(smallProgramme())
    expect(await publish(smallProgramme())).toMatchObject({ versionNumber: 1 })
    await world.work(async ({ tx }) => {
      const kept = await tx
        .select()
        .from(formVersions)
        .where(eq(formVersions.programmeId, first.programme.id))
      expect(kept.map(({ code, number }) => `${code} ${number}`).sort()).toEqual(['pledge 1', 'report 1'])
    })
  })

  test('later than the programme above that it carries out: refused', async () => {
    await publish(smallProgramme())
    const lower = withPledgeDue('trong tháng 3/2026')
    lower.code = 'lower-2026'
    lower.obligations[0]!.fulfils = { programme: 'mau-2026', obligation: 'pledge' }
    expect(await publish(lower)).toMatchObject({
      outcome: 'refused',
      problems: [{ path: ['obligations', 0, 'due'] }],
    })
  })
})

describe('recomputing after a change', () => {
  test('twice: the second time nothing changes', async () => {
    await publish(smallProgramme())
    const { plan } = await recompute()
    expect(Object.values(plan).flat()).toEqual([])
  })

  test('a newcomer after the deadline owes nothing of it, before it everything', async () => {
    await publish(smallProgramme())
    world.setNow('2026-03-20T02:00:00Z')
    await addMember('2026-03-20', 'Late')
    await addMember('2026-03-05', 'Early')
    await world.work((work) => recomputeTrees(work, [world.treeId]))
    const pledges = (await standing()).filter((line) => line.startsWith('pledge'))
    expect(pledges.map((line) => line.split(' ')[1])).toEqual(['Early@cell', 'Hoa@cell', 'Lan@cell'])
  })

  test('a transfer takes the open one along and leaves the done one', async () => {
    await publish(smallProgramme())
    await closeOne('Lan')
    for (const name of ['Lan', 'Hoa']) await transfer(name, 'other')
    await recompute()
    expect((await standing()).filter((line) => line.startsWith('pledge'))).toEqual([
      'pledge Hoa@other 2026-03-09 open',
      'pledge Lan@cell 2026-03-09 done',
    ])
    expect(await history()).toContain('transferred')
  })

  test('the first day of use marks what was due before it', async () => {
    const { programme } = await publish(smallProgramme())
    world.setNow('2026-03-20T02:00:00Z')
    await world.work(({ tx }) => saveLiveFrom(tx, programme.id, '2026-03-20'))
    await recompute()
    expect((await standing()).every((line) => line.endsWith('before-bot'))).toBe(true)
    expect(new Set(await history())).toEqual(new Set(['created']))
  })

  test('a date that the office fixes fills in an open one', async () => {
    const { programme } = await publish(withPledgeDue('có văn bản riêng'))
    expect((await standing()).filter((line) => line.startsWith('pledge'))).toEqual([
      'pledge Hoa@cell null open',
      'pledge Lan@cell null open',
    ])
    await world.work(async ({ tx, newId, now }) => {
      const [pledge] = await tx
        .select()
        .from(obligations)
        .where(and(eq(obligations.programmeId, programme.id), eq(obligations.code, 'pledge')))
      const date = { obligationId: pledge!.id, period: 'once', dueOn: '2026-05-19', phrase: 'ngày 19/5/2026' }
      await tx.insert(officeDates).values({ id: newId(), ...date, setAt: now })
    })
    await recompute()
    expect((await standing()).filter((line) => line.startsWith('pledge'))).toEqual([
      'pledge Hoa@cell 2026-05-19 open',
      'pledge Lan@cell 2026-05-19 open',
    ])
  })

  test('an extension by a person is not taken back, a withdrawal by a person not undone', async () => {
    await publish(smallProgramme())
    await world.work(async ({ tx, newId, now }) => {
      const rows = await tx.select().from(assignments)
      const of = (name: string) => rows.find((row) => row.personId === world.personIds[name])!.id
      const note = { by: 'DV-Hoa', at: now }
      await tx
        .update(assignments)
        .set({ dueOn: '2026-03-16' })
        .where(eq(assignments.id, of('Lan')))
      await tx
        .insert(assignmentChanges)
        .values({ id: newId(), assignmentId: of('Lan'), kind: 'extended', ...note })
      await tx
        .update(assignments)
        .set({ state: 'withdrawn' })
        .where(eq(assignments.id, of('Hoa')))
      const withdrawn = { assignmentId: of('Hoa'), kind: 'withdrawn', reason: 'ốm' }
      await tx.insert(assignmentChanges).values({ id: newId(), ...withdrawn, ...note })
    })
    const { plan } = await recompute()
    expect(Object.values(plan).flat()).toEqual([])
  })
})

async function addMember(joinedOn: string, name: string): Promise<void> {
  await world.addPerson(name, 'cell')
  await world.work(({ tx }) =>
    tx
      .update(memberships)
      .set({ validFrom: joinedOn })
      .where(eq(memberships.personId, world.personIds[name]!)),
  )
}

async function transfer(name: string, to: 'other'): Promise<void> {
  await world.work(async ({ tx, newId }) => {
    const personId = world.personIds[name]!
    await tx
      .update(memberships)
      .set({ validTo: '2026-03-02' })
      .where(and(eq(memberships.personId, personId), isNull(memberships.validTo)))
    const row = { treeId: world.treeId, personId, unitId: world.unitIds[to], validFrom: '2026-03-02' }
    await tx.insert(memberships).values({ id: newId(), ...row })
  })
}
