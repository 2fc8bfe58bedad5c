import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignments, programmes } from '../../src/store/schema/index.ts'
import { saveConsent } from '../../src/store/consents.ts'
import { listRosterLines } from '../../src/store/roster-lines.ts'
import { createAnsweringWorld, type AnsweringWorld } from '../support/answering-world.ts'
import { smallProgramme } from '../support/small-programme.ts'

let world: AnsweringWorld
let obligationId: string
beforeEach(async () => {
  world = await createAnsweringWorld()
  for (const name of ['Lan', 'Cường', 'Dung']) await world.addPerson(name, 'cell')
  const { obligationIds } = await world.addProgramme(smallProgramme())
  obligationId = Object.values(obligationIds)[0]!
})
afterEach(() => world.database.close())

async function owing() {
  const lines = await world.work(({ tx }) =>
    listRosterLines(tx, { id: world.unitIds.cell, treeId: world.treeId }, '2026-03-02'),
  )
  return Object.fromEntries(lines.map((line) => [line.person.givenName, [line.owes, line.nextDueOn]]))
}

test('who owes: counted with the earliest date; who owes nothing has no date', async () => {
  const personId = world.personIds['Lan']!
  await world.owe(obligationId, { personId, period: '2026-Q1', dueOn: '2026-03-09' })
  await world.owe(obligationId, { personId, period: '2026-Q2', dueOn: '2026-06-09' })
  expect(await owing()).toEqual({ Lan: [2, '2026-03-09'], Cường: [0, null], Dung: [0, null] })
})

test('what is done, voluntary, from before the bot, not open yet, or not live: not owed', async () => {
  const personId = world.personIds['Lan']!
  await world.owe(obligationId, { personId, dueOn: '2026-03-09' })
  const { db } = world.database
  for (const change of [
    { state: 'done' },
    { voluntary: true },
    { beforeBot: true },
    { opensOn: '2026-04-01' },
  ]) {
    await db.update(assignments).set({ state: 'open', voluntary: false, beforeBot: false, opensOn: null })
    await db.update(assignments).set(change)
    expect((await owing())['Lan']).toEqual([0, null])
  }
  await db.update(assignments).set({ opensOn: null })
  expect((await owing())['Lan']).toEqual([1, '2026-03-09'])
  await db.update(programmes).set({ state: 'published' })
  expect((await owing())['Lan']).toEqual([0, null])
})

test('who said no: shown as such, and never as owing', async () => {
  const personId = world.personIds['Lan']!
  await world.owe(obligationId, { personId, dueOn: '2026-03-09' })
  await world.work((work) =>
    saveConsent(work, {
      treeId: world.treeId,
      personId,
      purpose: 'messages',
      decision: 'refused',
      textVersion: 'vi-0',
      channel: null,
      botId: null,
      accountId: null,
      messageExternalId: null,
    }),
  )
  expect((await owing())['Lan']).toEqual([0, null])
})
