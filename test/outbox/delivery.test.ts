import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SayRequest } from '../../src/outbox/say.ts'
import { accounts, bots, chats, outbox } from '../../src/store/schema/index.ts'
import { settleInterrupted } from '../../src/store/outbox-lanes.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startTestApp({ now: '2026-03-01T09:00+07:00' })
})
afterEach(() => app.close())

/** A person who has started the bot, and the row of their chat. */
async function newcomer(name: string) {
  const user = app.telegram.user(name)
  await user.starts()
  user.heard()
  const [chat] = await app.database.db
    .select()
    .from(chats)
    .where(eq(chats.externalId, String(user.id)))
  return { user, chat: chat! }
}

function say(chatId: string, text: string, more: Partial<SayRequest> = {}): Promise<string | null> {
  const to = { chatId, botId: app.telegramBots[0]!.id, kind: 'private' as const, locale: 'vi' as const }
  return app.tools(({ say }) => say({ to, words: { text }, class: 'scheduled', topic: 'notice', ...more }))
}

async function rowOf(id: string | null) {
  const [row] = await app.database.db.select().from(outbox).where(eq(outbox.id, id!))
  return row!
}

/** The platform refuses the next calls of a method. */
function refuse(
  code: number,
  description: string,
  more: { times?: number; chat?: number; method?: string; retryAfter?: number } = {},
): void {
  const { retryAfter, ...rule } = more
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }
  const body = { ok: false, error_code: code, description, ...parameters }
  app.telegram.control.inject({
    method: 'sendMessage',
    ...rule,
    fault: { kind: 'answer', status: code, body },
  })
}

function fail(kind: 'html502' | 'acceptThenDrop', times = 1): void {
  app.telegram.control.inject({ method: 'sendMessage', times, fault: { kind } })
}

describe('delivery', () => {
  test('a message is said once under one key, however often it is asked for', async () => {
    const { user, chat } = await newcomer('lan')
    expect(await say(chat.id, 'Tin một', { uniqueKey: 'notice:1' })).not.toBeNull()
    expect(await say(chat.id, 'Tin một', { uniqueKey: 'notice:1' })).toBeNull()
    await app.settle()
    expect(user.heard()).toEqual(['Tin một'])
  })

  test('replies go before scheduled messages, and each kind keeps its order', async () => {
    const { user, chat } = await newcomer('lan')
    await say(chat.id, 'nhắc 1')
    await say(chat.id, 'nhắc 2')
    await say(chat.id, 'trả lời 1', { class: 'reply' })
    await say(chat.id, 'trả lời 2', { class: 'reply' })
    await app.settle()
    expect(user.heard()).toEqual(['trả lời 1', 'trả lời 2', 'nhắc 1', 'nhắc 2'])
  })

  test('a long text comes in parts that end with paragraphs, the buttons under the last', async () => {
    const { user, chat } = await newcomer('lan')
    const paragraph = 'Nội dung của chuyên đề. '.repeat(60).trim()
    await say(chat.id, Array.from({ length: 6 }, () => paragraph).join('\n\n'), {
      choices: [[{ action: 'help:run', label: 'Trợ giúp' }]],
    })
    await app.settle()
    const heard = user.heard()
    expect(heard.length).toBeGreaterThan(2)
    expect(heard.every((text) => text.length <= 4096)).toBe(true)
    expect(user.buttons()).toEqual(['Trợ giúp'])
  })

  test('a choice whose action no button can carry is refused where it is made, not lost on the way', async () => {
    const { user, chat } = await newcomer('lan')
    const long = { action: `help:run:${'x'.repeat(60)}`, label: 'Trợ giúp' }
    await expect(say(chat.id, 'Chọn', { choices: [[long]] })).rejects.toThrow('longer than 64 bytes')
    await app.settle()
    expect(user.heard()).toEqual([])
  })

  test('a prompt that is not sent yet is rewritten; one that was sent is changed in place', async () => {
    const { user, chat } = await newcomer('lan')
    const prompt = await say(chat.id, 'Câu hỏi cũ', { class: 'reply' })
    await say(chat.id, 'Câu hỏi mới', { class: 'reply', replace: prompt! })
    await app.settle()
    expect(user.heard()).toEqual(['Câu hỏi mới'])
    await say(chat.id, 'Đã xong', { class: 'reply', replace: prompt! })
    await app.settle()
    expect(user.heard()).toEqual(['Đã xong'])
    const shown = user.transcript().filter((line) => line.author === 'bot')
    expect(shown.at(-1)?.edits.map((edit) => edit.text)).toEqual(['Câu hỏi mới'])
  })

  test('an edit of a message that the person cannot see any more becomes a message of its own', async () => {
    const { user, chat } = await newcomer('lan')
    const prompt = await say(chat.id, 'Câu hỏi', { class: 'reply' })
    await app.settle()
    refuse(400, "Bad Request: message can't be edited", { method: 'editMessageText' })
    await say(chat.id, 'Câu hỏi sau', { class: 'reply', replace: prompt! })
    await app.settle()
    expect(user.heard()).toEqual(['Câu hỏi', 'Câu hỏi sau'])
  })

  test('a person who blocked the bot: the message is dead, the account unreachable, the queue empty', async () => {
    const { user, chat } = await newcomer('lan')
    refuse(403, 'Forbidden: bot was blocked by the user')
    const first = await say(chat.id, 'một')
    const second = await say(chat.id, 'hai')
    await app.settle()
    expect([(await rowOf(first)).state, (await rowOf(second)).state]).toEqual(['dead', 'cancelled'])
    const [closed] = await app.database.db.select().from(chats).where(eq(chats.id, chat.id))
    expect(closed?.state).toBe('dead')
    await user.says('tôi đây')
    expect(user.heard()).toHaveLength(1)
  })

  test('retry_after pauses this chat and no other', async () => {
    const lan = await newcomer('lan')
    const minh = await newcomer('minh')
    refuse(429, 'Too Many Requests: retry after 9', { chat: lan.user.id, retryAfter: 9 })
    await say(lan.chat.id, 'cho Lan')
    await say(minh.chat.id, 'cho Minh')
    await app.settle()
    expect([lan.user.heard(), minh.user.heard()]).toEqual([[], ['cho Minh']])
    app.clock.wait(9000)
    await app.settle()
    expect(lan.user.heard()).toEqual(['cho Lan'])
  })

  test('three chats told to wait within a second: the bot pauses', async () => {
    const people = [await newcomer('a'), await newcomer('b'), await newcomer('c'), await newcomer('d')]
    refuse(429, 'Too Many Requests: retry after 20', { times: 3, retryAfter: 20 })
    for (const { chat } of people) await say(chat.id, 'tin')
    await app.settle()
    const [bot] = await app.database.db.select().from(bots).where(eq(bots.id, app.telegramBots[0]!.id))
    expect(bot!.pausedUntil!.getTime()).toBeGreaterThan(app.clock.machine().getTime())
    app.clock.wait(20_000)
    await app.settle()
    expect(people.map(({ user }) => user.heard())).toEqual([['tin'], ['tin'], ['tin'], ['tin']])
  })

  test('an outage of the platform delays messages and loses none', async () => {
    const { user, chat } = await newcomer('lan')
    fail('html502', 2)
    await say(chat.id, 'một')
    await say(chat.id, 'hai')
    for (let tries = 0; tries < 4; tries += 1) {
      await app.settle()
      app.clock.wait(5000)
    }
    await app.settle()
    expect(user.heard()).toEqual(['một', 'hai'])
  })

  test('the request left and no answer came: a scheduled message is not repeated, a reply goes once more', async () => {
    const { user, chat } = await newcomer('lan')
    fail('acceptThenDrop')
    const scheduled = await say(chat.id, 'nhắc')
    await app.settle()
    expect(user.heard()).toEqual(['nhắc'])
    expect(await rowOf(scheduled)).toMatchObject({ state: 'uncertain', wasUncertain: true })
    fail('acceptThenDrop')
    const reply = await say(chat.id, 'trả lời', { class: 'reply' })
    await app.settle()
    app.clock.wait(5000)
    await app.settle()
    expect(user.heard()).toEqual(['trả lời', 'trả lời'])
    expect(await rowOf(reply)).toMatchObject({ state: 'sent', wasUncertain: true })
  })

  test('killed in between: what was on its way is settled by the next sender', async () => {
    const { chat } = await newcomer('lan')
    const scheduled = await say(chat.id, 'nhắc')
    const reply = await say(chat.id, 'trả lời', { class: 'reply' })
    await app.database.db
      .update(outbox)
      .set({ state: 'sending', leaseHolder: 'dead' })
      .where(eq(outbox.chatId, chat.id))
    await app.database.db.update(outbox).set({ state: 'sent' }).where(eq(outbox.topic, 'reply'))
    expect(await settleInterrupted(app.database.db, app.telegramBots[0]!.id)).toEqual({
      uncertain: 1,
      repeated: 1,
    })
    expect([(await rowOf(scheduled)).state, (await rowOf(reply)).state]).toEqual(['uncertain', 'queued'])
    expect((await rowOf(reply)).wasUncertain).toBe(true)
  })

  test('a group that became a supergroup: the message follows it', async () => {
    const group = app.telegram.group('to-3', { members: ['lan'] })
    await app.settle()
    const [chat] = await app.database.db
      .select()
      .from(chats)
      .where(eq(chats.externalId, String(group.id)))
    const to = { chatId: chat!.id, botId: chat!.botId, kind: 'group' as const, locale: 'vi' as const }
    group.heard()
    app.telegram.control.migrateGroup({ group: group.id })
    await app.tools(({ say }) =>
      say({ to, words: { text: 'Chào tổ 3' }, class: 'scheduled', topic: 'notice' }),
    )
    await app.settle()
    const [moved] = await app.database.db.select().from(chats).where(eq(chats.kind, 'group'))
    expect(moved!.externalId).not.toBe(String(group.id))
    const heard = app.telegram.control.transcript(Number(moved!.externalId)).map((line) => line.text)
    expect(heard).toContain('Chào tổ 3')
  })

  test('what has gone stale is not sent', async () => {
    const { user, chat } = await newcomer('lan')
    const staleAt = new Date(app.clock.machine().getTime() + 60_000)
    const id = await say(chat.id, 'cũ rồi', { staleAt })
    app.clock.advance('10m')
    await app.settle()
    expect(user.heard()).toEqual([])
    expect(await rowOf(id)).toMatchObject({ state: 'cancelled', errorCode: 'stale' })
  })

  test('a stopped token stops this bot and leaves its messages queued', async () => {
    const { chat } = await newcomer('lan')
    refuse(401, 'Unauthorized')
    const id = await say(chat.id, 'tin')
    await app.settle()
    expect((await rowOf(id)).state).toBe('queued')
    const states = await app.database.db.select({ state: bots.state }).from(bots).orderBy(bots.channel)
    expect(states.map(({ state }) => state)).toEqual(['stopped', 'active'])
  })

  test('blocking is noticed at once, and unblocking too', async () => {
    const { user, chat } = await newcomer('lan')
    await user.blocks()
    const id = await say(chat.id, 'tin')
    await app.settle()
    expect((await rowOf(id)).state).toBe('cancelled')
    await user.unblocks()
    const [account] = await app.database.db.select().from(accounts).where(eq(accounts.chatId, chat.id))
    expect(account?.state).toBe('stranger')
  })
})
