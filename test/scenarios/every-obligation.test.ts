import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UpdateBody } from '../../src/channels/channel-adapter.ts'
import { readProgrammeFile } from '../../src/cli/read-programme-file.ts'
import { COMMANDS } from '../../src/commands/index.ts'
import { type Programme, programmeSpan } from '../../src/domain/programme.ts'
import { shortId } from '../../src/domain/short-id.ts'
import { handleNextUpdate } from '../../src/inbox/handle-updates.ts'
import { packageRoot } from '../../src/package-root.ts'
import { findLiveDraft } from '../../src/store/drafts.ts'
import { getForm } from '../../src/store/form-versions.ts'
import { publishProgramme } from '../../src/store/publish-programme.ts'
import { saveLiveFrom, saveProgrammeVersion } from '../../src/store/programmes.ts'
import { recomputeAssignments } from '../../src/store/recompute-assignments.ts'
import {
  accounts,
  assignments,
  chats,
  consents,
  obligations,
  posts,
  submissions,
} from '../../src/store/schema/index.ts'
import { saveUpdates } from '../../src/store/updates.ts'
import { doneForm } from '../../src/commands/done-form.ts'
import { fullRoster } from '../programmes/full-roster.ts'
import { answerQuestion } from '../support/answer-question.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'
import { storeRoster } from '../support/store-roster.ts'

/** More questions than any form has. */
const MOST_STEPS = 80

let app: TestApp

beforeEach(async () => {
  app = await startTestApp({ now: '2020-12-01T09:00+07:00' })
})
afterEach(() => app.close())

async function readPlan(name: string): Promise<Programme> {
  const file = join(packageRoot(), 'programmes', `${name}.yaml`)
  const found = await readProgrammeFile(file, '2026-03-01')
  if (found.kind !== 'read') throw new Error(`${name} cannot be read`)
  return found.programme
}

/** The programme live since the autumn before its years, and all its rounds written down. */
async function goThroughTheYears(programme: Programme): Promise<string> {
  const { from, to } = programmeSpan(programme)
  const start = `${from - 1}-10-01`
  app.clock.set(`${start}T09:00+07:00`)
  const treeId = await app.tools(async (tools) => {
    const stored = await storeRoster(tools, fullRoster(programme))
    const owner = { treeId: stored.treeId, unitId: stored.unitIds.get('owner')! }
    const saved = await saveProgrammeVersion(tools, owner, programme)
    const published = await publishProgramme(tools, saved.programme)
    expect(published.outcome).toBe('published')
    await saveLiveFrom(tools.tx, saved.programme.id, start)
    return stored.treeId
  })
  for (let year = from; year <= to; year += 1) {
    app.clock.set(`${year}-11-01T09:00+07:00`)
    await app.tools((tools) => recomputeAssignments(tools, { treeId }))
  }
  return treeId
}

/** Whoever owes it, or the secretary of the unit that owes it. */
async function findFiler(code: string): Promise<{ assignmentId: string; personId: string } | null> {
  return app.tools(async ({ tx }) => {
    const owed = await tx
      .select({ id: assignments.id, personId: assignments.personId, unitId: assignments.unitId })
      .from(assignments)
      .innerJoin(obligations, eq(obligations.id, assignments.obligationId))
      .where(eq(obligations.code, code))
      .orderBy(assignments.dueOn)
      .limit(1)
    const [first] = owed
    if (!first) return null
    if (first.personId) return { assignmentId: first.id, personId: first.personId }
    const holders = await tx.select().from(posts).where(eq(posts.unitId, first.unitId))
    const secretary = holders.find(({ role }) => role === 'secretary')
    return secretary ? { assignmentId: first.id, personId: secretary.personId } : null
  })
}

/** What joining leaves behind. */
async function letJoin(treeId: string, personId: string): Promise<void> {
  const botId = app.zaloBots[0]!.id
  await app.tools(async ({ tx, newId, now }) => {
    const known = await tx.select().from(accounts).where(eq(accounts.personId, personId))
    if (known.length > 0) return
    const chatId = newId()
    await tx
      .insert(chats)
      .values({ id: chatId, botId, externalId: personId, kind: 'private', createdAt: now })
    const account = { botId, externalId: personId, chatId, treeId, personId, state: 'linked' }
    await tx.insert(accounts).values({ ...account, id: newId(), linkedAt: now, createdAt: now })
    for (const purpose of ['messages', 'pledges', 'photos'])
      await tx.insert(consents).values({
        id: newId(),
        treeId,
        personId,
        purpose,
        decision: 'granted',
        textVersion: 'test',
        at: now,
      })
  })
}

let serial = 0

/** One update of this person, through the inbox. */
async function send(personId: string, body: UpdateBody): Promise<void> {
  serial += 1
  const botId = app.zaloBots[0]!.id
  const update = {
    v: 1 as const,
    botId,
    key: `every-${serial}`,
    sentAt: app.clock.machine().toISOString(),
    chat: { externalId: personId, kind: 'private' as const },
    sender: { externalId: personId },
    messageId: `m${serial}`,
    addressed: true,
    body,
  }
  await app.tools(async ({ tx, vault, newId, machineNow }) => {
    const rows = [{ id: newId(), update, state: 'waiting' as const, reason: null }]
    await saveUpdates(tx, vault, { botId, rows, cursor: null, machineNow })
  })
  await handleNextUpdate(app.parts, COMMANDS)
}

/** Opens the form of an assignment and answers until it is filed. Gives the receipt code, or where it stuck. */
async function fileIt(
  programme: Programme,
  code: string,
  assignmentId: string,
  personId: string,
): Promise<string> {
  const obligation = programme.obligations.find((one) => one.code === code)!
  await send(personId, { kind: 'button', action: `form:open:${shortId(assignmentId)}`, callbackId: 'c' })
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const next = await app.tools(async (tools) => {
      const draft = await findLiveDraft(tools, assignmentId)
      if (!draft) return null
      const { formVersionId } = draft
      const definition = formVersionId
        ? await getForm(tools.tx, formVersionId)
        : doneForm(obligation, tools.t)
      return answerQuestion(definition, draft.state)
    })
    if (!next) break
    await send(personId, next)
  }
  const [filed] = await app.tools(({ tx }) =>
    tx.select().from(submissions).where(eq(submissions.assignmentId, assignmentId)),
  )
  return filed?.code ?? `${code} was not filed`
}

test.each(['dong-cuong-2024', 'lai-chau-2023', 'khoi-co-quan-tinh-2021-2025'])(
  '%s: every obligation is filed in chat by somebody who owes it',
  async (name) => {
    const programme = await readPlan(name)
    const treeId = await goThroughTheYears(programme)
    for (const { code } of programme.obligations) {
      const filer = await findFiler(code)
      expect(filer, `somebody owes ${code}`).not.toBeNull()
      const { assignmentId, personId } = filer!
      await letJoin(treeId, personId)
      expect(await fileIt(programme, code, assignmentId, personId)).toMatch(/^(?:BC|CK|NV)-[2-9A-Z]{4}$/)
    }
    const states = await app.tools(({ tx }) => tx.select({ state: assignments.state }).from(assignments))
    expect(states.filter(({ state }) => state === 'done')).toHaveLength(programme.obligations.length)
  },
  240_000,
)
