import { desc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileReference } from '../../src/channels/channel-adapter.ts'
import { fetchAttachments } from '../../src/jobs/fetch-attachments.ts'
import { saveAttachment } from '../../src/store/attachments.ts'
import { attachments, updates } from '../../src/store/schema/index.ts'
import { openUpdate } from '../../src/store/updates.ts'
import { startAnsweringApp, type AnsweringApp } from '../support/answering-app.ts'

let it: AnsweringApp
let assignmentId: string
beforeEach(async () => {
  it = await startAnsweringApp()
  assignmentId = await it.owe('report')
})
afterEach(() => it.close())

/** Keeps the file of the newest update, as a form does. Returns its row's id. */
async function keepNewest(botId: string): Promise<string> {
  const { app, world } = it
  const [row] = await app.database.db.select().from(updates).orderBy(desc(updates.seq)).limit(1)
  const { body } = openUpdate(app.parts.vault, { ...row!, reason: null })
  const file = (body as { file: FileReference }).file
  return app.tools(async (tools) => {
    const id = tools.newId()
    await saveAttachment(tools, { id, treeId: world.treeId, assignmentId, botId, file })
    return id
  })
}

async function rowOf(id: string) {
  const [row] = await it.app.database.db.select().from(attachments).where(eq(attachments.id, id))
  return row!
}

test('a photo of either channel is fetched, known by its bytes, and kept sealed', async () => {
  const { app } = it
  const lan = app.telegram.user('lan')
  await lan.starts()
  await lan.sendsPhoto()
  const first = await keepNewest(app.telegramBots[0]!.id)
  await app.zalo.user('minh').sendsPhoto()
  const second = await keepNewest(app.zaloBots[0]!.id)
  expect(await fetchAttachments(app.parts)).toBe(2)
  for (const id of [first, second]) {
    const row = await rowOf(id)
    expect(row).toMatchObject({
      state: 'stored',
      mime: expect.stringMatching(/^image\//),
      nextAttemptAt: null,
    })
    const bytes = app.parts.vault.openBytes(`attachments.content_sealed:${id}`, row.contentSealed!)
    expect(bytes.length).toBe(row.size)
  }
  expect(await fetchAttachments(app.parts)).toBe(0)
})

test('a file whose bytes are nothing that an office sends is refused', async () => {
  const lan = it.app.telegram.user('lan')
  await lan.starts()
  await lan.sendsDocument('bao-cao.pdf')
  const id = await keepNewest(it.app.telegramBots[0]!.id)
  expect(await fetchAttachments(it.app.parts)).toBe(0)
  expect(await rowOf(id)).toMatchObject({ state: 'refused', stateReason: 'wrong-kind', contentSealed: null })
})

test('while the platform fails the file waits, longer each time, and is fetched at last', async () => {
  const { app } = it
  const lan = app.telegram.user('lan')
  await lan.starts()
  await lan.sendsPhoto()
  const id = await keepNewest(app.telegramBots[0]!.id)
  app.telegram.control.inject({ method: 'getFile', times: 2, fault: { kind: 'html502' } })
  expect(await fetchAttachments(app.parts)).toBe(0)
  expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 1 })
  app.clock.wait(60_000)
  expect(await fetchAttachments(app.parts)).toBe(0)
  app.clock.wait(60_000)
  expect(await fetchAttachments(app.parts)).toBe(0)
  app.clock.wait(180_000)
  expect(await fetchAttachments(app.parts)).toBe(1)
})
