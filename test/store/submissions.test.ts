import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { saveAttachment, attachmentSourcePlace, listAttachments } from '../../src/store/attachments.ts'
import { findDeed, listDeeds, listProgress, saveDeedProgress, saveDeeds } from '../../src/store/deeds.ts'
import { findLiveDraft, listLiveDrafts, openDraft, saveDraft } from '../../src/store/drafts.ts'
import { listOwedThings } from '../../src/store/open-assignments.ts'
import { findPersonView } from '../../src/store/people.ts'
import { listReviews, saveReview } from '../../src/store/reviews.ts'
import {
  assignmentChanges,
  assignments,
  attachments,
  bots,
  chats,
  measures,
  outbox,
  submissionVersions,
} from '../../src/store/schema/index.ts'
import {
  fileSubmission,
  findSubmissionByCode,
  getCurrentVersion,
  listVersions,
} from '../../src/store/submissions.ts'
import {
  countTopicAcknowledgements,
  saveTopicAcknowledgement,
} from '../../src/store/topic-acknowledgements.ts'
import { type AnsweringWorld, createAnsweringWorld } from '../support/answering-world.ts'
import { smallProgramme } from '../support/small-programme.ts'

let world: AnsweringWorld
let pledgeOfLan: string
let report: string
let programmeId: string
let obligationIds: Record<string, string>

beforeEach(async () => {
  world = await createAnsweringWorld()
  await world.addPerson('Lan', 'cell')
  await world.addPerson('Hoa', 'cell', 'secretary')
  ;({ id: programmeId, obligationIds } = await world.addProgramme(smallProgramme()))
  pledgeOfLan = await world.owe(obligationIds['pledge']!, { personId: world.personIds['Lan']! })
  report = await world.owe(obligationIds['report']!, { unit: 'cell', dueOn: '2026-03-20' })
})
afterEach(() => world.database.close())

const [ONE, TWO, THREE] = [1, 2, 3].map((last) => `00000000-0000-7000-9000-00000000000${last}`) as [
  string,
  string,
  string,
]
const lan = () => world.personIds['Lan']!

function filing(answers: unknown, more: { state?: string; reviewed?: boolean } = {}) {
  return {
    assignment: {
      id: pledgeOfLan,
      treeId: world.treeId,
      dueOn: '2026-03-09',
      dueZone: 'Asia/Ho_Chi_Minh',
      beforeBot: false,
      state: more.state ?? 'open',
    },
    formVersionId: null,
    answers,
    measures: [{ name: 'deeds_individual', value: 2 }],
    filedBy: lan(),
    enteredBy: lan(),
    accountId: null,
    receiptKind: 'CK' as const,
    reviewed: more.reviewed ?? true,
  }
}

const promise = async (deeds: { id: string; kind: string | null; answers: unknown }[], state = 'open') =>
  world.work(async (work) => {
    const filed = await fileSubmission(work, filing({}, { state }))
    await saveDeeds(
      work,
      {
        treeId: world.treeId,
        submissionId: filed.submission.id,
        submissionVersionId: filed.versionId,
        personId: lan(),
        unitId: world.unitIds.cell,
      },
      deeds,
    )
    return filed.submission.id
  })

const begin = () =>
  world.work((work) =>
    openDraft(work, {
      treeId: world.treeId,
      assignmentId: report,
      formVersionId: null,
      personId: null,
      unitId: world.unitIds.cell,
      penPersonId: world.personIds['Hoa']!,
      state: { answers: {} },
    }),
  )

const owedBy = async (name: string) =>
  world.work(async (work) => {
    const person = await findPersonView(work.tx, world.personIds[name]!, '2026-03-02')
    return listOwedThings(work, person!)
  })

describe('filing', () => {
  test('the first time: a receipt code, the assignment done, its figures kept', async () => {
    const filed = await world.work((work) => fileSubmission(work, filing({ a: 'một' })))
    expect(filed.submission.code).toMatch(/^CK-[2-9A-Z]{4}$/)
    expect(filed).toMatchObject({ number: 1, late: false, submission: { state: 'filed' } })
    await world.work(async ({ tx }) => {
      const [assignment] = await tx.select().from(assignments).where(eq(assignments.id, pledgeOfLan))
      expect(assignment?.state).toBe('done')
      const changes = await tx.select().from(assignmentChanges)
      expect(changes).toMatchObject([{ kind: 'done', by: 'DV-Lan' }])
      expect(await tx.select().from(measures)).toMatchObject([{ name: 'deeds_individual', value: 2 }])
    })
  })

  test('again: a further version under the same code, the earlier one kept', async () => {
    const first = await world.work((work) => fileSubmission(work, filing({ a: 'một' })))
    const second = await world.work((work) => fileSubmission(work, filing({ a: 'hai' }, { state: 'done' })))
    expect(second.submission.code).toBe(first.submission.code)
    await world.work(async (work) => {
      const versions = await listVersions(work, first.submission.id)
      expect(versions.map(({ number, answers }) => [number, answers])).toEqual([
        [2, { a: 'hai' }],
        [1, { a: 'một' }],
      ])
      const byCode = await findSubmissionByCode(work, world.treeId, first.submission.code)
      expect((await getCurrentVersion(work, byCode!)).answers).toEqual({ a: 'hai' })
    })
  })

  test('on time, then completed after the deadline: still on time', async () => {
    await world.work((work) => fileSubmission(work, filing({})))
    world.setNow('2026-03-15T02:00:00Z')
    const second = await world.work((work) => fileSubmission(work, filing({}, { state: 'done' })))
    expect(second.late).toBe(false)
  })

  test('the first time after the deadline: late', async () => {
    world.setNow('2026-03-09T17:30:00Z')
    expect((await world.work((work) => fileSubmission(work, filing({})))).late).toBe(true)
  })

  test('nobody is asked to receive it: final at once', async () => {
    const filed = await world.work((work) => fileSubmission(work, filing({}, { reviewed: false })))
    expect(filed.submission.state).toBe('final')
  })

  test('answers lie encrypted, and a filed version cannot be changed', async () => {
    await world.work((work) => fileSubmission(work, filing({ a: 'bí mật nho nhỏ' })))
    const [row] = await world.work(({ tx }) => tx.select().from(submissionVersions))
    expect(row?.answersSealed).toMatch(/^v1\./)
    expect(row?.answersSealed).not.toContain('nhỏ')
    await expect(world.work(({ tx }) => tx.update(submissionVersions).set({ late: true }))).rejects.toThrow(
      /submission_versions/,
    )
  })

  test('reminders that are still queued about it are taken back; replies and other things go', async () => {
    const rows = [
      { key: 'nudge', class: 'scheduled', assignmentId: pledgeOfLan, state: 'queued' },
      { key: 'sent-nudge', class: 'scheduled', assignmentId: pledgeOfLan, state: 'sent' },
      { key: 'reply', class: 'reply', assignmentId: pledgeOfLan, state: 'queued' },
      { key: 'other', class: 'scheduled', assignmentId: report, state: 'queued' },
    ]
    await world.work(async ({ tx, now, newId }) => {
      const botId = newId()
      const chatId = newId()
      await tx.insert(bots).values({
        id: botId,
        channel: 'telegram',
        externalId: '1001',
        displayName: 'Bot',
        handle: 'bot',
        state: 'active',
        createdAt: now,
      })
      await tx.insert(chats).values({ id: chatId, botId, externalId: 'c', kind: 'private', createdAt: now })
      for (const row of rows) {
        await tx.insert(outbox).values({
          ...row,
          id: newId(),
          botId,
          chatId,
          operation: 'text',
          topic: 'nudge',
          dueAt: now,
          createdAt: now,
        })
      }
    })
    await world.work((work) => fileSubmission(work, filing({})))
    const states = await world.work(({ tx }) =>
      tx.select({ key: outbox.key, state: outbox.state }).from(outbox),
    )
    expect(Object.fromEntries(states.map(({ key, state }) => [key, state]))).toEqual({
      nudge: 'cancelled',
      'sent-nudge': 'sent',
      reply: 'queued',
      other: 'queued',
    })
  })
})

describe('deeds', () => {
  test('refiled with one deed changed, one left out and one new: the ids of the kept survive', async () => {
    const submissionId = await promise([
      { id: ONE, kind: 'mending', answers: { content: 'một' } },
      { id: TWO, kind: null, answers: { content: 'hai' } },
    ])
    await promise(
      [
        { id: THREE, kind: null, answers: { content: 'ba' } },
        { id: ONE, kind: 'breakthrough', answers: { content: 'một, rõ hơn' } },
      ],
      'done',
    )
    const listed = await world.work((work) => listDeeds(work, submissionId))
    expect(listed.map(({ id, kind, answers }) => [id, kind, answers])).toEqual([
      [THREE, null, { content: 'ba' }],
      [ONE, 'breakthrough', { content: 'một, rõ hơn' }],
    ])
    expect(await world.work((work) => findDeed(work, TWO))).toBeNull()
  })

  test('a deed that was left out and comes back is the same deed', async () => {
    const submissionId = await promise([{ id: ONE, kind: null, answers: {} }])
    await promise([{ id: TWO, kind: null, answers: {} }], 'done')
    await promise([{ id: ONE, kind: null, answers: {} }], 'done')
    expect((await world.work((work) => listDeeds(work, submissionId))).map(({ id }) => id)).toEqual([ONE])
  })

  test('progress: the newest counts, the earlier stay', async () => {
    const submissionId = await promise([{ id: ONE, kind: null, answers: {} }])
    const note = { deedId: ONE, by: lan() }
    await world.work((work) => saveDeedProgress(work, { ...note, status: 'doing', note: 'đã bắt đầu' }))
    world.setNow('2026-06-01T02:00:00Z')
    await world.work((work) => saveDeedProgress(work, { ...note, status: 'done', note: null }))
    const [deed] = await world.work((work) => listDeeds(work, submissionId))
    expect(deed).toMatchObject({ status: 'done', note: null })
    const all = await world.work((work) => listProgress(work, ONE))
    expect(all.map(({ status, note }) => [status, note])).toEqual([
      ['done', null],
      ['doing', 'đã bắt đầu'],
    ])
  })
})

describe('drafts', () => {
  test('saved over what was read: kept; saved over something older: nothing is written', async () => {
    const draft = await begin()
    const saved = await world.work((work) => saveDraft(work, draft, { state: { answers: { a: 1 } } }))
    expect(saved?.revision).toBe(1)
    expect(await world.work((work) => saveDraft(work, draft, { state: { answers: { b: 2 } } }))).toBeNull()
    const found = await world.work((work) => findLiveDraft(work, report))
    expect(found?.state).toEqual({ answers: { a: 1 } })
  })

  test('a unit has one live draft per assignment; a filed one makes room', async () => {
    const draft = await begin()
    await expect(begin()).rejects.toThrow(/drafts/)
    await world.work((work) => saveDraft(work, draft, { status: 'filed' }))
    expect(await world.work((work) => findLiveDraft(work, report))).toBeNull()
    await begin()
  })

  test('a draft of the unit is found by those who file for it, not by others', async () => {
    const draft = await begin()
    const hoa = world.personIds['Hoa']!
    const theirs = await world.work((work) => listLiveDrafts(work, hoa, [world.unitIds.cell]))
    expect(theirs.map(({ id }) => id)).toEqual([draft.id])
    expect(await world.work((work) => listLiveDrafts(work, lan(), []))).toEqual([])
  })
})

test('reviews: outcome and comment are kept with the version, the submission follows', async () => {
  const filed = await world.work((work) => fileSubmission(work, filing({})))
  await world.work((work) =>
    saveReview(work, {
      submissionId: filed.submission.id,
      submissionVersionId: filed.versionId,
      reviewerId: world.personIds['Hoa']!,
      outcome: 'commented',
      comment: 'Cần nêu chỉ tiêu cụ thể.',
      state: 'commented',
    }),
  )
  const reviews = await world.work((work) => listReviews(work, filed.submission.id))
  expect(reviews).toMatchObject([{ outcome: 'commented', comment: 'Cần nêu chỉ tiêu cụ thể.' }])
  const found = await world.work((work) => findSubmissionByCode(work, world.treeId, filed.submission.code))
  expect(found?.state).toBe('commented')
})

test('an attachment waits to be fetched, its source sealed', async () => {
  const id = ONE
  await world.work((work) =>
    saveAttachment(work, {
      id,
      treeId: world.treeId,
      assignmentId: report,
      botId: work.newId(),
      file: { source: 'https://example.test/photo.jpg', mime: 'image/jpeg', size: 12 },
    }),
  )
  await world.work(async ({ tx, vault }) => {
    expect(await listAttachments({ tx }, report)).toEqual([
      { id, state: 'waiting', mime: 'image/jpeg', size: 12 },
    ])
    const [row] = await tx.select().from(attachments)
    expect(vault.open(attachmentSourcePlace(id), row!.sourceSealed)).toBe('https://example.test/photo.jpg')
  })
})

test('a topic is acknowledged once', async () => {
  const said = { treeId: world.treeId, programmeId, topicCode: 'q1', personId: lan(), accountId: null }
  expect(await world.work((work) => saveTopicAcknowledgement(work, said))).toBe(true)
  expect(await world.work((work) => saveTopicAcknowledgement(work, said))).toBe(false)
  expect(await world.work((work) => countTopicAcknowledgements(work, programmeId, 'q1', [lan()]))).toBe(1)
})

describe('what a person owes', () => {
  test('a member: what is theirs', async () => {
    expect((await owedBy('Lan')).map(({ obligation, right }) => [obligation.code, right])).toEqual([
      ['pledge', 'files'],
    ])
  })

  test('a secretary: what the unit owes too; nothing of other members', async () => {
    expect((await owedBy('Hoa')).map(({ obligation, unit }) => [obligation.code, unit.name])).toEqual([
      ['report', 'Chi bộ cell'],
    ])
  })

  test('a done thing stays in the list with its receipt; a withdrawn one goes', async () => {
    await world.work((work) => fileSubmission(work, filing({})))
    expect((await owedBy('Lan'))[0]).toMatchObject({ state: 'done', submission: { state: 'filed' } })
    await world.work(({ tx }) => tx.update(assignments).set({ state: 'withdrawn' }))
    expect(await owedBy('Lan')).toEqual([])
  })
})
