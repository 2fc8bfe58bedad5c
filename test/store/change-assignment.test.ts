import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registerAssignment } from '../../src/cli/assignment.ts'
import { recomputeAssignments } from '../../src/store/recompute-assignments.ts'
import { assignmentChanges, assignments, audit, obligations } from '../../src/store/schema/index.ts'
import { type AnsweringWorld, createAnsweringWorld } from '../support/answering-world.ts'
import { runCli } from '../support/run-cli.ts'
import { smallProgramme } from '../support/small-programme.ts'

let world: AnsweringWorld
let pledge: string

beforeEach(async () => {
  world = await createAnsweringWorld()
  await world.addPerson('Lan', 'cell')
  await world.addProgramme(smallProgramme())
  await recompute()
  pledge = await world.work(async ({ tx }) => {
    const [row] = await tx
      .select({ id: assignments.id })
      .from(assignments)
      .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
      .where(and(eq(assignments.personId, world.personIds['Lan']!), eq(obligations.code, 'pledge')))
    return row!.id
  })
})
afterEach(() => world.database.close())

const recompute = () => world.work((work) => recomputeAssignments(work, { treeId: world.treeId }))
const cli = (...words: string[]) =>
  runCli(registerAssignment, world.database, '2026-03-02T09:00:00+07:00', ['assignment', ...words])
const standing = () =>
  world.work(async ({ tx }) => (await tx.select().from(assignments).where(eq(assignments.id, pledge)))[0]!)
const history = () =>
  world.work(async ({ tx }) => {
    const rows = await tx.select().from(assignmentChanges).where(eq(assignmentChanges.assignmentId, pledge))
    return rows.filter(({ kind }) => kind !== 'created')
  })

describe('one assignment changed by hand', () => {
  test('more time: the date moves with who and why, and the programme does not move it back', async () => {
    const run = await cli('extend', pledge, '--to', '2026-03-20', '--reason', 'ốm dài ngày')
    expect(run).toMatchObject({ code: 0, err: [] })
    await recompute()
    expect(await standing()).toMatchObject({
      state: 'open',
      dueOn: '2026-03-20',
      duePhrase: 'gia hạn đến hết ngày 20/3/2026',
    })
    expect(await history()).toMatchObject([
      {
        kind: 'extended',
        fromDueOn: '2026-03-09',
        toDueOn: '2026-03-20',
        by: 'operator',
        reason: 'ốm dài ngày',
      },
    ])
    const rows = await world.work(({ tx }) => tx.select().from(audit))
    expect(rows).toMatchObject([
      { action: 'extend', actorRole: 'operator', aboutPersonId: world.personIds['Lan'] },
    ])
  })

  test('let off: it is withdrawn with who and why, and no change of the roster brings it back', async () => {
    expect(await cli('withdraw', pledge, '--reason', 'miễn theo kết luận')).toMatchObject({ code: 0 })
    await recompute()
    expect(await standing()).toMatchObject({ state: 'withdrawn' })
    expect(await history()).toMatchObject([
      { kind: 'withdrawn', by: 'operator', reason: 'miễn theo kết luận' },
    ])
    expect(await cli('withdraw', pledge, '--reason', 'lần nữa')).toMatchObject({ code: 1 })
  })

  test.each<[number, string, ...string[]]>([
    [1, 'extend', '--to', '2026-03-09', '--reason', 'x'],
    [2, 'extend', '--to', '2026-02-30', '--reason', 'x'],
    [1, 'withdraw', '--reason', 'dropped'],
    [2, 'withdraw', '--reason', ' '],
  ])('exit code %i: %s', async (code, verb, ...options) => {
    const run = await cli(verb, pledge, ...options)
    expect(run).toMatchObject({ code, out: [], err: [expect.any(String)] })
    expect(await standing()).toMatchObject({ state: 'open', dueOn: '2026-03-09' })
  })

  test('an id that nobody has: refused', async () => {
    const id = '00000000-0000-7000-8000-000000000000'
    expect(await cli('withdraw', id, '--reason', 'x')).toMatchObject({ code: 1 })
  })
})
