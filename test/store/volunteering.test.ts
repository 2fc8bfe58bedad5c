import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listOpenDates } from '../../src/domain/open-dates.ts'
import type { Programme } from '../../src/domain/programme.ts'
import { saveOfficeDate } from '../../src/store/office-dates.ts'
import { recomputeAssignments } from '../../src/store/recompute-assignments.ts'
import { assignmentChanges, assignments } from '../../src/store/schema/index.ts'
import { listVolunteerOffers, takeOnAssignment } from '../../src/store/volunteering.ts'
import { createAnsweringWorld, type AnsweringWorld } from '../support/answering-world.ts'
import { smallProgramme } from '../support/small-programme.ts'

let world: AnsweringWorld
let programmeId: string

/** The pledge is owed by secretaries; anybody may take it on. The plan has no date. */
function openProgramme(): Programme {
  const programme = smallProgramme()
  programme.obligations[0]!.audience = { post: { roles: ['secretary'] } }
  programme.obligations[0]!.may_volunteer = { everyone: true }
  programme.obligations[2]!.due = 'có văn bản riêng'
  return programme
}

beforeEach(async () => {
  world = await createAnsweringWorld()
  await world.addPerson('Lan', 'cell')
  await world.addPerson('Hoa', 'cell', 'secretary')
  ;({ id: programmeId } = await world.addProgramme(openProgramme()))
  await recompute()
})
afterEach(() => world.database.close())

const recompute = () => world.work((work) => recomputeAssignments(work, { treeId: world.treeId }))
const someone = (name: string) => ({ id: world.personIds[name]!, treeId: world.treeId, code: `DV-${name}` })
const offersOf = (name: string) => world.work((work) => listVolunteerOffers(work, someone(name)))

test('who does not owe a pledge may take it on once; recomputing keeps it', async () => {
  expect(await offersOf('Hoa')).toEqual([])
  const [offer] = await offersOf('Lan')
  expect(offer?.terms).toMatchObject({
    obligation: 'pledge',
    period: 'once',
    dueOn: '2026-03-09',
    owed: false,
  })
  const wanted = { obligationId: offer!.obligationId, period: 'once' }
  const id = await world.work((work) => takeOnAssignment(work, someone('Lan'), wanted))
  expect(id).not.toBeNull()
  expect(await offersOf('Lan')).toEqual([])
  expect(await world.work((work) => takeOnAssignment(work, someone('Lan'), wanted))).toBeNull()
  const { plan } = await recompute()
  expect(Object.values(plan).flat()).toEqual([])
  await world.work(async ({ tx }) => {
    const [own] = await tx.select().from(assignments).where(eq(assignments.id, id!))
    expect(own).toMatchObject({ state: 'open', voluntary: true, unitId: world.unitIds.cell })
    const changes = await tx.select().from(assignmentChanges).where(eq(assignmentChanges.assignmentId, id!))
    expect(changes).toMatchObject([{ kind: 'volunteered', by: 'DV-Lan' }])
  })
})

test('after the last good day nothing is offered any more', async () => {
  world.setNow('2026-03-10T02:00:00Z')
  expect(await offersOf('Lan')).toEqual([])
})

test('the office is asked for open dates; when it fixes one, the assignments follow', async () => {
  expect(listOpenDates(openProgramme())).toEqual([
    { obligation: 'plan', title: 'Kế hoạch của chi bộ', period: 'once', phrase: 'có văn bản riêng' },
  ])
  const date = {
    treeId: world.treeId,
    programmeId,
    obligation: 'plan',
    period: 'once',
    dueOn: '2026-04-15',
    phrase: 'Công văn mẫu: trước ngày 16/4/2026',
    setBy: null,
  }
  const fix = (more: object) => world.work((work) => saveOfficeDate(work, { ...date, ...more }))
  expect(await fix({})).toEqual({ outcome: 'fixed', moved: 2 })
  expect(await fix({ dueOn: '2026-04-20' })).toEqual({ outcome: 'fixed', moved: 2 })
  expect(await fix({ obligation: 'gone' })).toEqual({ outcome: 'no-such-round' })
  expect(await fix({ period: '2026-Q1' })).toEqual({ outcome: 'no-such-round' })
})

test('a date later than in the programme above is refused', async () => {
  const lower = openProgramme()
  lower.code = 'lower-2026'
  lower.obligations = [lower.obligations[2]!]
  lower.obligations[0]!.fulfils = { programme: 'mau-2026', obligation: 'report' }
  lower.forms = []
  const { id } = await world.addProgramme(lower)
  const date = {
    treeId: world.treeId,
    programmeId: id,
    obligation: 'plan',
    period: 'once',
    phrase: '…',
    setBy: null,
  }
  const fix = (dueOn: string) => world.work((work) => saveOfficeDate(work, { ...date, dueOn }))
  expect(await fix('2026-03-10')).toEqual({ outcome: 'later-than-above' })
  expect(await fix('2026-03-05')).toMatchObject({ outcome: 'fixed' })
})
