import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Obligation } from '../../src/domain/obligation.ts'
import { listAwaitingReview } from '../../src/store/awaiting-review.ts'
import { findPersonView } from '../../src/store/people.ts'
import { listReceivers } from '../../src/store/receivers.ts'
import { fileSubmission } from '../../src/store/submissions.ts'
import { type AnsweringWorld, createAnsweringWorld } from '../support/answering-world.ts'
import { smallProgramme } from '../support/small-programme.ts'

let world: AnsweringWorld

beforeEach(async () => {
  world = await createAnsweringWorld()
  await world.addPerson('Lan', 'cell')
  await world.addPerson('Hoa', 'cell', 'secretary')
  await world.addPerson('Bình', 'cell', 'deputy')
  await world.addPerson('Nam', 'ward', 'secretary')
  await world.addPerson('Thu', 'ward', 'office')
})
afterEach(() => world.database.close())

/** Names of those who receive a pledge of this person under a route, and of readers of copies. */
async function receivedBy(
  author: string,
  route: Obligation['route'],
): Promise<{ receivers: string[]; copies: string[] }> {
  const programme = smallProgramme()
  programme.receiving_bodies = [
    { code: 'standing', name: 'Thường trực', members: { post: { roles: ['secretary'], in_owner: true } } },
  ]
  const thing = {
    treeId: world.treeId,
    programme,
    ownerUnitId: world.unitIds.ward,
    obligation: { ...programme.obligations[0]!, route },
    personId: world.personIds[author]!,
    unitId: world.unitIds.cell,
  }
  const found = await world.work((work) => listReceivers(work, thing, [thing.personId]))
  const nameOf = (id: string) => Object.entries(world.personIds).find(([, one]) => one === id)![0]
  return { receivers: found.receivers.map(nameOf), copies: found.copies.map(nameOf) }
}

const SECRETARIES = { post: { roles: ['secretary' as const] } }

test.each<[string, string, Obligation['route'], string[], string[]]>([
  ['no route: nobody is asked', 'Lan', undefined, [], []],
  ['the own unit: its secretary and deputy', 'Lan', { to: 'own-unit', except: [] }, ['Hoa', 'Bình'], []],
  ['the office', 'Lan', { to: 'office', except: [] }, ['Thu'], []],
  ['a body of the programme', 'Lan', { to: 'body', body: 'standing', except: [] }, ['Nam'], []],
  [
    'an exception for those whom a rule names',
    'Hoa',
    { to: 'own-unit', except: [{ who: SECRETARIES, to: 'parent-unit' }] },
    ['Nam'],
    [],
  ],
  [
    'the exception does not touch others',
    'Lan',
    { to: 'own-unit', except: [{ who: SECRETARIES, to: 'parent-unit' }] },
    ['Hoa', 'Bình'],
    [],
  ],
  [
    'a head hands one more copy to the level above',
    'Hoa',
    { to: 'own-unit', except: [], copy: { who: SECRETARIES, to: 'parent-unit' } },
    ['Bình'],
    ['Nam'],
  ],
  [
    'members hand no copy',
    'Lan',
    { to: 'own-unit', except: [], copy: { who: SECRETARIES, to: 'parent-unit' } },
    ['Hoa', 'Bình'],
    [],
  ],
])('%s', async (_, author, route, receivers, copies) => {
  expect(await receivedBy(author, route)).toEqual({ receivers, copies })
})

test('what waits for a receiver: only what the route gives to them, and until somebody answered', async () => {
  const { obligationIds } = await world.addProgramme(smallProgramme())
  const assignmentId = await world.owe(obligationIds['pledge']!, { personId: world.personIds['Lan']! })
  const lan = world.personIds['Lan']!
  const filed = await world.work((work) =>
    fileSubmission(work, {
      assignment: {
        id: assignmentId,
        treeId: world.treeId,
        dueOn: null,
        dueZone: 'Asia/Ho_Chi_Minh',
        beforeBot: false,
        state: 'open',
      },
      formVersionId: null,
      answers: {},
      measures: [],
      filedBy: lan,
      enteredBy: lan,
      accountId: null,
      receiptKind: 'CK',
      reviewed: true,
    }),
  )
  const waitingFor = (name: string) =>
    world.work(async (work) => {
      const reader = await findPersonView(work.tx, world.personIds[name]!, '2026-03-02')
      return (await listAwaitingReview(work, reader!)).map(({ code }) => code)
    })
  const { code } = filed.submission
  expect(await waitingFor('Hoa')).toEqual([code])
  expect(await waitingFor('Bình')).toEqual([code])
  expect(await waitingFor('Nam')).toEqual([])
  expect(await waitingFor('Lan')).toEqual([])
})
