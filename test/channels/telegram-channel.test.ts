import { afterEach, describe, expect, test } from 'vitest'
import { SendError, type ChatTarget, type OutgoingContent } from '../../src/channels/channel-adapter.ts'
import { startPolling, until } from './stage.ts'
import { openTelegram, type TelegramStage } from './telegram-stage.ts'

const LAN = 501
const closers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

async function open(): Promise<TelegramStage> {
  const stage = await openTelegram()
  closers.push(() => stage.close())
  return stage
}

function poll(...given: Parameters<typeof startPolling>) {
  const polling = startPolling(...given)
  closers.push(() => polling.stop())
  return polling
}

/** `failure code` of a refused send. */
async function refusal(stage: TelegramStage, chat: ChatTarget, content: OutgoingContent): Promise<string> {
  const error: unknown = await stage.adapter.send(stage.bot, chat, content).then(
    () => 'sent',
    (thrown: unknown) => thrown,
  )
  return error instanceof SendError ? `${error.failure} ${error.code}` : String(error)
}

const hello: OutgoingContent = { operation: 'text', text: 'Chào đồng chí' }
const choices = [[{ action: 'topic:done', label: 'Đã nghiên cứu' }]]

describe('chats that are closed to us', () => {
  test('blocked by the person: unreachable, and told by an update', async () => {
    const stage = await open()
    const polling = poll(stage)
    stage.server.control.block({ user: LAN })
    expect(await refusal(stage, stage.person, hello)).toBe('unreachable telegram-403-blocked')
    await until(() => polling.updates.some(({ body }) => body.kind === 'blocked'))
    stage.server.control.unblock({ user: LAN })
    await until(() => polling.updates.at(-1)?.body.kind === 'unblocked')
    expect(polling.updates.at(-1)?.chat).toEqual(stage.person)
  })

  test('the account is gone: unreachable', async () => {
    const stage = await open()
    stage.server.control.deactivate({ user: LAN })
    expect(await refusal(stage, stage.person, hello)).toBe('unreachable telegram-403-deactivated')
  })

  test('removed from the group: unreachable, and told by an update', async () => {
    const stage = await open()
    const polling = poll(stage)
    stage.server.control.removeBot({ group: stage.groupId, by: LAN })
    expect(await refusal(stage, stage.group, hello)).toBe('unreachable telegram-403-kicked')
    await until(() => polling.updates.at(-1)?.body.kind === 'bot-left')
    expect(polling.updates.filter(({ body }) => body.kind === 'bot-joined')).toHaveLength(1)
  })

  test('never started: unreachable', async () => {
    const stage = await open()
    stage.server.control.createUser({ id: 777, firstName: 'Chưa mở' })
    const chat: ChatTarget = { externalId: '777', kind: 'private' }
    expect(await refusal(stage, chat, hello)).toMatch(/^unreachable telegram-40[03]-/)
    expect(await refusal(stage, stage.nowhere, hello)).toBe('unreachable telegram-400-chat-not-found')
  })

  test('the group became a supergroup: the new id is told by the refusal and by updates', async () => {
    const stage = await open()
    const polling = poll(stage)
    const { id } = stage.server.control.migrateGroup({ group: stage.groupId })
    const error: unknown = await stage.adapter.send(stage.bot, stage.group, hello).catch((thrown) => thrown)
    expect(error).toMatchObject({ failure: 'migrated', toChatExternalId: String(id) })
    await until(() => polling.updates.filter(({ body }) => body.kind === 'chat-migrated').length === 2)
    for (const update of polling.updates.filter(({ body }) => body.kind === 'chat-migrated')) {
      expect(update).toMatchObject({ chat: stage.group, body: { toChatExternalId: String(id) } })
    }
  })
})

test('too fast: Telegram says how long to wait', async () => {
  const stage = await open()
  const body = {
    ok: false,
    error_code: 429,
    description: 'Too Many Requests',
    parameters: { retry_after: 7 },
  }
  stage.inject({ method: 'sendMessage', fault: { kind: 'answer', status: 429, body } })
  const error: unknown = await stage.adapter.send(stage.bot, stage.person, hello).catch((thrown) => thrown)
  expect(error).toMatchObject({ failure: 'throttled', retryAfterMs: 7000 })
})

describe('messages that were sent', () => {
  test('change their text and buttons', async () => {
    const stage = await open()
    const { adapter, bot, person } = stage
    const { externalMessageId } = await adapter.send(bot, person, { ...hello, choices })
    const messageId = externalMessageId!
    const edit: OutgoingContent = { operation: 'edit', messageId, text: 'Đã ghi', choices }
    expect(await adapter.send(bot, person, edit)).toEqual({ externalMessageId: null })
    expect(stage.heard()).toEqual(['Đã ghi'])
    await adapter.send(bot, person, { operation: 'keyboard-off', messageId })
    expect(stage.offered()).toEqual([])
  })

  test('already as wanted, or gone: nothing is left to do', async () => {
    const { adapter, bot, person } = await open()
    const { externalMessageId } = await adapter.send(bot, person, hello)
    for (const messageId of [externalMessageId!, '4040']) {
      const edit: OutgoingContent = { operation: 'edit', messageId, text: hello.text }
      expect(await adapter.send(bot, person, edit)).toEqual({ externalMessageId: null })
      await adapter.send(bot, person, { operation: 'keyboard-off', messageId })
    }
  })
})

describe('where a message goes', () => {
  test('it quotes what it answers, and goes out even when that is gone', async () => {
    const stage = await open()
    stage.says('báo cáo')
    const asked = stage.server.control.transcript(LAN).at(-1)!
    await stage.adapter.send(stage.bot, stage.person, { ...hello, replyTo: String(asked.messageId) })
    expect(stage.server.control.messagesTo(LAN).at(-1)?.replyTo).toBe(asked.messageId)
    await stage.adapter.send(stage.bot, stage.person, { ...hello, replyTo: '4040' })
    expect(stage.heard()).toHaveLength(2)
  })

  test('a forum keeps its topics, a closed one is refused for good', async () => {
    const stage = await open()
    const { control } = stage.server
    const forum = control.createGroup({ title: 'Diễn đàn mẫu', creator: LAN, isForum: true })
    control.inviteBot({ group: forum.id, by: LAN })
    const topic = control.createTopic({ group: forum.id, by: LAN, name: 'Quý 1' })
    const polling = poll(stage)
    control.say({ user: LAN, chat: forum.id, thread: topic.id, text: '/viec' })
    await until(() => polling.updates.at(-1)?.body.kind === 'text')
    const { chat } = polling.updates.at(-1)!
    expect(chat.threadId).toBe(String(topic.id))
    await stage.adapter.send(stage.bot, chat, hello)
    expect(control.transcript(forum.id).at(-1)?.thread).toBe(topic.id)
    control.deleteTopic({ group: forum.id, topic: topic.id })
    expect(await refusal(stage, chat, hello)).toMatch(/^rejected /)
  })

  test('in a group a link opens the private chat with its payload', async () => {
    const stage = await open()
    const openPrivate = { label: 'Mở', payload: 'baocao' }
    await stage.adapter.send(stage.bot, stage.group, { ...hello, choices, openPrivate })
    const keyboard = stage.server.control.transcript(stage.groupId).at(-1)?.keyboard
    expect(keyboard?.map((row) => row.map(({ text, url }) => [text, url]))).toEqual([
      [['Đã nghiên cứu', undefined]],
      [['Mở', 'https://t.me/nhipquy_mau_bot?start=baocao']],
    ])
  })

  test('links carry a payload into private chats and groups', async () => {
    const { adapter, bot } = await open()
    expect(adapter.link(bot)).toBe('https://t.me/nhipquy_mau_bot')
    expect(adapter.link(bot, 'ABCD2345')).toBe('https://t.me/nhipquy_mau_bot?start=ABCD2345')
    expect(adapter.link(bot, 'ABCD2345', true)).toBe('https://t.me/nhipquy_mau_bot?startgroup=ABCD2345')
    expect(() => adapter.link(bot, 'có dấu')).toThrow('A-Z a-z 0-9')
  })
})

describe('files', () => {
  const bytes = Buffer.from('ffd8ffe000104a464946', 'hex')
  test('a document arrives with its name, bytes and caption', async () => {
    const stage = await open()
    const { adapter, bot, person } = stage
    const name = 'tổng hợp quý 1.csv'
    const content: OutgoingContent = {
      operation: 'document',
      base64: Buffer.from('đơn vị;số').toString('base64'),
      name,
      mime: 'text/csv',
      caption: 'Tổng hợp',
    }
    const { externalMessageId } = await adapter.send(bot, person, content)
    const entry = stage.server.control.messagesTo(LAN).at(-1)!
    expect(String(entry.messageId)).toBe(externalMessageId)
    expect(entry.text).toBe(adapter.render(bot, content))
    const { document } = entry.message as unknown as { document: { file_id: string; file_name: string } }
    expect(document.file_name).toBe(name)
    expect((await adapter.fetchFile(bot, document.file_id, 1000)).toString()).toBe('đơn vị;số')
  })

  test('a photo is sent as bytes', async () => {
    const stage = await open()
    const photo = { base64: bytes.toString('base64'), name: 'ảnh.jpg' }
    await stage.adapter.send(stage.bot, stage.person, { operation: 'photo', photo })
    expect(stage.server.control.messagesTo(LAN).at(-1)?.method).toBe('sendPhoto')
  })
})

test('a choice that carries more than 64 bytes is a bug and throws', async () => {
  const { adapter, bot, person } = await open()
  const long = [[{ action: 'x'.repeat(65), label: 'Dài' }]]
  await expect(adapter.send(bot, person, { ...hello, choices: long })).rejects.toThrow('65 bytes')
})

test('menus: Vietnamese for everybody, English for English phones, by kind of chat', async () => {
  const stage = await open()
  const { control } = stage.server
  control.createUser({ id: 502, firstName: 'Ann', languageCode: 'en' })
  control.createUser({ id: 503, firstName: 'Anne', languageCode: 'fr' })
  await stage.adapter.setMenu(stage.bot, [
    { command: 'viec', description: 'Việc của tôi', scope: 'private', language: 'vi' },
    { command: 'viec', description: 'What I owe', scope: 'private', language: 'en' },
    { command: 'chuyende', description: 'Chuyên đề quý', scope: 'group', language: 'vi' },
  ])
  const shown = (user: number, chat?: number) =>
    control.menu({ user, ...(chat && { chat }) }).map(({ description }) => description)
  expect(shown(LAN)).toEqual(['Việc của tôi'])
  expect(shown(502)).toEqual(['What I owe'])
  expect(shown(503)).toEqual(['Việc của tôi'])
  expect(shown(LAN, stage.groupId)).toEqual(['Chuyên đề quý'])
})

describe('polling', () => {
  test('confirms only what was stored, and goes on from the cursor', async () => {
    const stage = await open()
    let cursor: string | null = null
    const first = poll(stage, (_raw, next) => {
      const confirmed = stage.server.control.updates().filter((update) => update.confirmedAt !== null)
      expect(confirmed).toEqual([])
      cursor = next
    })
    await first.arrived(2)
    await first.stop()
    const second = poll(stage, undefined, cursor)
    await stage.waitForPoll()
    stage.says('tiếp')
    expect(await second.arrived()).toMatchObject({ body: { text: 'tiếp' } })
    expect(Number(second.updates[0]?.key)).toBe(Number(cursor))
  })

  const conflict = {
    method: 'getUpdates',
    fault: {
      kind: 'answer' as const,
      status: 409,
      body: { ok: false, error_code: 409, description: 'Conflict: terminated by other getUpdates request' },
    },
  }

  test('a poller that is just leaving is waited for', async () => {
    const stage = await open()
    stage.inject({ ...conflict, times: 2 })
    const polling = poll(stage)
    await stage.waitForPoll()
    await polling.stop()
    expect(await polling.ended).toBeNull()
  })

  test('a poller that stays stops us', async () => {
    const stage = await open()
    stage.inject({ ...conflict, times: 3 })
    expect(await poll(stage).ended).toMatchObject({ failure: 'bot-stopped', code: 'telegram-409' })
  })
})
