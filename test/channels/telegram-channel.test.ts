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

  test('already as wanted: nothing is left to do; gone: what an edit was to say has not been said', async () => {
    const { adapter, bot, person } = await open()
    const { externalMessageId } = await adapter.send(bot, person, hello)
    const edit = (messageId: string): OutgoingContent => ({ operation: 'edit', messageId, text: hello.text })
    expect(await adapter.send(bot, person, edit(externalMessageId!))).toEqual({ externalMessageId: null })
    for (const messageId of [externalMessageId!, '4040']) {
      await adapter.send(bot, person, { operation: 'keyboard-off', messageId })
    }
    await expect(adapter.send(bot, person, edit('4040'))).rejects.toMatchObject({ failure: 'rejected' })
  })
})
