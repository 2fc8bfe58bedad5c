import { createServer, type IncomingHttpHeaders } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import axios from 'axios'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectControl } from '../../src/playground/server/control-http.ts'
import { SAMPLE_IMAGE } from '../../src/playground/server/images.ts'
import {
  startZaloServer,
  type Switches,
  type ZaloControl,
  type ZaloServer,
  type ZaloServerOptions,
} from '../../src/playground/zalo/index.ts'

const TOKEN = '2001:PLAYGROUND-nhip-quy'
const SECRET = 'bi-mat-dai'
const DAY = 86_400_000

interface Reply {
  status: number
  ok: boolean
  error_code?: number
  errorCode?: number
  description?: string
  result?: Record<string, unknown>
}

let now = Date.parse('2026-03-09T01:00:00Z')
let server: ZaloServer
const closers: (() => Promise<unknown> | void)[] = []

async function open(options: ZaloServerOptions = {}): Promise<ZaloServer> {
  const bots = [{ token: TOKEN, displayName: 'Bot Nhịp Quý' }]
  const started = await startZaloServer({ clock: () => now, bots, ...options })
  closers.push(() => started.close())
  return started
}

async function call(method: string, params: object = {}, token = TOKEN): Promise<Reply> {
  const response = await axios.post<Reply>(`${server.url}/bot${token}/${method}`, params, {
    validateStatus: () => true,
  })
  return { ...response.data, status: response.status }
}

function send(chat: string, text: string): Promise<Reply> {
  return call('sendMessage', { chat_id: chat, text })
}

function chatOf(user: string): string {
  return server.control.ids({ user }).privateId
}

/** Opens a poll and says it is open. */
async function poll(timeout = '5'): Promise<{ answer: Promise<Reply> }> {
  const answer = call('getUpdates', { timeout })
  await server.control.waitForPoll()
  return { answer }
}

function messageOf(reply: Reply | undefined): Record<string, unknown> {
  return reply?.result?.['message'] as Record<string, unknown>
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let round = 0; round < 300 && !isTrue(); round += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 10)
    })
  }
  expect(isTrue()).toBe(true)
}

interface Push {
  headers: IncomingHttpHeaders
  text: string
}

/** An HTTP server that answers with the given statuses in turn, then 200, with `body` if there is one. */
async function receiver(statuses: number[], body?: Uint8Array): Promise<{ url: string; pushes: Push[] }> {
  const pushes: Push[] = []
  const http = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      pushes.push({ headers: request.headers, text: Buffer.concat(chunks).toString() })
      response.writeHead(statuses.shift() ?? 200).end(body)
    })
  })
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve)
  })
  closers.push(() => {
    http.closeAllConnections()
    http.close()
  })
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/hook`, pushes }
}

/** A bot with a webhook; the first status answers the probe. */
async function hooked(
  statuses: number[],
  switches: Partial<Switches> = {},
): Promise<{ pushes: Push[]; reply: Reply }> {
  server.control.set({ allowHttp: true, retryDelayMs: 10, ...switches })
  const hook = await receiver(statuses)
  const reply = await call('setWebhook', { url: hook.url, secret_token: SECRET })
  return { pushes: hook.pushes, reply }
}

beforeEach(async () => {
  now = Date.parse('2026-03-09T01:00:00Z')
  server = await open()
  server.control.createUser({ key: 'an', displayName: 'An' })
  server.control.createUser({ key: 'binh', displayName: 'Bình' })
})

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

describe('polling', () => {
  test('an open poll gets one update as a single object and consumes it', async () => {
    const { answer } = await poll()
    const said = server.control.say({ user: 'an', text: 'xin chào' })
    const reply = await answer
    expect(reply).toMatchObject({
      ok: true,
      result: {
        event_name: 'message.text.received',
        message: {
          message_id: said.messageId,
          date: now,
          message_type: 'CHAT_MESSAGE',
          text: 'xin chào',
          from: { id: chatOf('an'), display_name: 'An', is_bot: false },
          chat: { id: chatOf('an'), chat_type: 'PRIVATE' },
        },
      },
    })
    expect(said.messageId).toMatch(/^[0-9a-f]{20}$/)
    expect(await call('getUpdates', { timeout: 0 })).toMatchObject({ ok: false, error_code: 408 })
    expect(server.control.transcript('an')).toMatchObject([
      { deliveredAt: [now], followedAt: now, dropped: false },
    ])
  })

  test('what comes while nobody polls is dropped, and the transcript says so', async () => {
    server.control.say({ user: 'an', text: 'có ai không' })
    const { answer } = await poll('1')
    expect(await answer).toMatchObject({
      status: 200,
      ok: false,
      error_code: 408,
      description: 'Request timeout',
    })
    expect(server.control.transcript('an')).toMatchObject([
      { text: 'có ai không', deliveredAt: [], dropped: true, dropReason: 'nobody polls' },
    ])
  })

  test('two messages at once: one reaches the poll, the other is lost', async () => {
    const { answer } = await poll()
    server.control.say({ user: 'an', text: 'một' })
    server.control.say({ user: 'an', text: 'hai' })
    expect(messageOf(await answer)['text']).toBe('một')
    expect(server.control.transcript('an').map((entry) => entry.dropped)).toEqual([false, true])
  })

  test('queued: updates wait, in order, one to an answer', async () => {
    server.control.set({ queueMode: 'queued' })
    for (const text of ['một', 'hai']) server.control.say({ user: 'an', text })
    const texts = [messageOf(await call('getUpdates'))['text'], messageOf(await call('getUpdates'))['text']]
    expect(texts).toEqual(['một', 'hai'])
  })

  test('competing pollers: each update goes to one of them', async () => {
    const first = await poll()
    const second = call('getUpdates', { timeout: 5 })
    await new Promise((resolve) => {
      setTimeout(resolve, 30)
    })
    server.control.say({ user: 'an', text: 'một' })
    server.control.say({ user: 'an', text: 'hai' })
    expect([messageOf(await first.answer)['text'], messageOf(await second)['text']]).toEqual(['một', 'hai'])
  })

  test.each([
    ['live-only', { dropped: true, dropReason: 'the poll had died', isWaiting: false }],
    ['queued', { dropped: false, dropReason: null, isWaiting: true }],
  ] as const)('%s: a poller that died before its answer was told nothing', async (queueMode, expected) => {
    server.control.set({ queueMode })
    server.control.setDelay(40)
    const stop = new AbortController()
    const dying = fetch(`${server.url}/bot${TOKEN}/getUpdates?timeout=20`, { signal: stop.signal })
    await server.control.waitForPoll()
    server.control.say({ user: 'an', text: 'mất đâu' })
    stop.abort()
    await expect(dying).rejects.toThrow(/abort/)
    await until(() => server.control.calls({ method: 'getUpdates' })[0]?.isAnswered === false)
    expect(server.control.transcript('an')).toMatchObject([{ deliveredAt: [], ...expected }])
  })

  test('a poller killed with the answer unread in its socket was told nothing after all', async () => {
    const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1' }).pause()
    socket.write(`GET /bot${TOKEN}/getUpdates?timeout=20 HTTP/1.1\r\nhost: localhost\r\n\r\n`)
    await server.control.waitForPoll()
    server.control.say({ user: 'an', text: 'mất đâu' })
    await until(() => server.control.transcript('an')[0]?.deliveredAt.length === 1)
    socket.destroy()
    await until(() => server.control.transcript('an')[0]?.dropped === true)
    expect(server.control.transcript('an')).toMatchObject([
      { deliveredAt: [], dropReason: 'the poll had died' },
    ])
  })

  test('beside a webhook: silence until 408, or an error by switch', async () => {
    server.control.set({ allowHttp: true })
    const hook = await receiver([])
    await call('setWebhook', { url: hook.url, secret_token: SECRET })
    expect(await call('getUpdates', { timeout: '0' })).toMatchObject({ error_code: 408 })
    server.control.set({ conflictMode: 'error' })
    expect(await call('getUpdates', { timeout: '0' })).toMatchObject({ error_code: 400 })
  })

  test('images, stickers, voice and the rest: their events, media on the own host', async () => {
    server.control.set({ queueMode: 'queued', resultShape: 'array', dateUnit: 's' })
    server.control.sendImage({ user: 'an', caption: 'biên bản' })
    server.control.sendSticker({ user: 'an' })
    server.control.sendVoice({ user: 'an' })
    server.control.sendUnsupported({ user: 'an' })
    const events: Record<string, unknown>[] = []
    for (let index = 0; index < 4; index += 1) {
      const reply = await call('getUpdates')
      events.push((reply.result as unknown as Record<string, unknown>[])[0]!)
    }
    expect(events.map((event) => event['event_name'])).toEqual([
      'message.image.received',
      'message.sticker.received',
      'message.voice.received',
      'message.unsupported.received',
    ])
    const image = events[0]?.['message'] as Record<string, string>
    expect(image).toMatchObject({ caption: 'biên bản', message_type: 'CHAT_PHOTO', date: now / 1000 })
    expect(image['photo_url']?.startsWith(server.url)).toBe(true)
    const bytes = await fetch(image['photo_url']!).then((response) => response.arrayBuffer())
    expect(Buffer.from(bytes).equals(Buffer.from(SAMPLE_IMAGE))).toBe(true)
    server.control.set({ imageField: 'photo', resultShape: 'single' })
    server.control.sendImage({ user: 'an' })
    expect(messageOf(await call('getUpdates'))).toHaveProperty('photo')
  })
})

describe('refusals', () => {
  const rows: [situation: string, method: string, params: () => object, code: number, description: string][] =
    [
      ['an unknown method', 'editMessageText', () => ({}), 404, 'Not Found'],
      ['a method in wrong case', 'sendmessage', () => ({}), 404, 'Not Found'],
      ['no chat', 'sendMessage', () => ({ text: 'x' }), 400, 'Bad request: The chat_id must not be empty'],
      [
        'no text',
        'sendMessage',
        () => ({ chat_id: chatOf('an') }),
        400,
        'Bad request: The text must not be empty',
      ],
      [
        'a stranger',
        'sendMessage',
        () => ({ chat_id: 'ab'.repeat(10), text: 'x' }),
        400,
        'Bad request: The chat_id is invalid',
      ],
      [
        '2001 characters',
        'sendMessage',
        () => ({ chat_id: chatOf('an'), text: 'ơ'.repeat(2001) }),
        400,
        'Bad request: The text must be between 1 and 2000 characters',
      ],
      [
        'no photo',
        'sendPhoto',
        () => ({ chat_id: chatOf('an') }),
        400,
        'Bad request: The photo must not be empty',
      ],
      [
        'a data URI',
        'sendPhoto',
        () => ({ chat_id: chatOf('an'), photo: 'data:image/png;base64,AAAA' }),
        400,
        'Bad request: The photo must start with http:// or https://',
      ],
      [
        'a photo nobody can reach',
        'sendPhoto',
        () => ({ chat_id: chatOf('an'), photo: 'https://example.org/a.jpg' }),
        400,
        'Bad request: The photo URL is invalid',
      ],
      [
        'an empty caption',
        'sendPhoto',
        () => ({ chat_id: chatOf('an'), photo: 'https://example.org/a.jpg', caption: '' }),
        400,
        'Bad request: The caption must be between 1 and 2000 characters',
      ],
      [
        'a voice that is no aac',
        'sendVoice',
        () => ({ chat_id: chatOf('an'), voice_url: 'https://example.org/a.mp3' }),
        400,
        'Bad request: The voice_url must point to an .aac file',
      ],
      [
        'a webhook without https',
        'setWebhook',
        () => ({ url: 'http://127.0.0.1:9/hook', secret_token: SECRET }),
        400,
        'Bad request: The url must start with https://',
      ],
      [
        'a short secret',
        'setWebhook',
        () => ({ url: 'https://example.org/hook', secret_token: '1234567' }),
        400,
        'Bad request: The secret_token must be between 8 and 256 characters',
      ],
      ['a test without a webhook', 'testWebhook', () => ({}), 404, 'Not Found'],
    ]

  test.each(rows)(
    '%s is refused with HTTP 200 and the code in the body',
    async (_name, method, params, code, description) => {
      server.control.openChat({ user: 'an' })
      expect(await call(method, params())).toEqual({ status: 200, ok: false, error_code: code, description })
    },
  )

  test('an unknown token is 401; a real-looking one is not taken', async () => {
    expect(await call('getMe', {}, '9:PLAYGROUND-unknown')).toMatchObject({
      error_code: 401,
      description: 'Unauthorized',
    })
    const token = `1234567890123456789:${'A'.repeat(32)}`
    expect(() => server.control.addBot({ token, displayName: 'Bot X' })).toThrow('must not look real')
    expect(() => server.control.addBot({ token: `${token}TEST`, displayName: 'Bot X' })).toThrow(
      'must not look real',
    )
    expect(() => server.control.addBot({ token: '7:TEST', displayName: 'X' })).toThrow('starts with Bot')
  })

  test('switches: mirrored status, errorKey, the 0 of success, 404 for strangers', async () => {
    server.control.set({
      statusMode: 'mirror',
      errorKey: 'errorCode',
      okErrorCodeZero: true,
      unknownChatCode: 404,
    })
    expect(await send('ab'.repeat(10), 'x')).toMatchObject({ status: 404, errorCode: 404 })
    expect(await call('getMe')).toMatchObject({
      status: 200,
      error_code: 0,
      result: { display_name: 'Bot Nhịp Quý', account_type: 'BASIC' },
    })
    expect((await call('getMe')).result?.['id']).toMatch(/^\d{19}$/)
  })

  test('parameters come as JSON, form or query; the colon may be encoded; uploads are not parsed', async () => {
    server.control.openChat({ user: 'an' })
    const chat = chatOf('an')
    const root = `${server.url}/bot${encodeURIComponent(TOKEN)}`
    await fetch(`${root}/sendMessage?chat_id=${chat}&text=một`)
    await fetch(`${root}/sendMessage`, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: chat, text: 'hai' }),
    })
    const form = new FormData()
    form.set('chat_id', chat)
    form.set('photo', new Blob([SAMPLE_IMAGE]), 'a.png')
    const upload = await fetch(`${root}/sendPhoto`, { method: 'POST', body: form })
    expect(await upload.json()).toMatchObject({ description: 'Bad request: The photo must not be empty' })
    expect(server.control.messagesTo('an').map((entry) => entry.text)).toEqual(['một', 'hai'])
  })
})

describe('quotas and caps', () => {
  test('the month is spent: 429 until the next one', async () => {
    server.control.set({ monthlyQuota: 2 })
    server.control.openChat({ user: 'an' })
    const chat = chatOf('an')
    await send(chat, '1')
    await send(chat, '2')
    expect(await send(chat, '3')).toMatchObject({ error_code: 429, description: 'Quota exceeded' })
    server.control.nextMonth()
    expect(await send(chat, '3')).toMatchObject({ ok: true })
  })

  test('the quota counts what comes in as well, by switch', async () => {
    server.control.set({ quotaCounts: 'both', monthlyQuota: 2 })
    server.control.say({ user: 'an', text: 'một' })
    await send(chatOf('an'), 'hai')
    expect([server.control.quotaUsed(), (await send(chatOf('an'), 'ba')).error_code]).toEqual([2, 429])
  })

  test('the person over the cap is not heard and cannot be written to', async () => {
    server.control.set({ userCap: 1 })
    server.control.say({ user: 'an', text: 'x' })
    server.control.say({ user: 'binh', text: 'y' })
    expect(server.control.transcript('binh')).toMatchObject([{ withheld: 'user-cap', dropped: false }])
    expect(await send(chatOf('binh'), 'x')).toMatchObject({ error_code: 400 })
  })

  test('a fourth group is one too many', () => {
    for (const key of ['g1', 'g2', 'g3', 'g4']) server.control.createGroup({ key, title: key })
    for (const group of ['g1', 'g2', 'g3']) server.control.inviteBot({ group })
    expect(() => server.control.inviteBot({ group: 'g4' })).toThrow('in 3 groups already')
    server.control.addBot({ token: '2002:TEST-shy', displayName: 'Bot Ngại', canJoinGroups: false })
    expect(() => server.control.inviteBot({ group: 'g4', bot: 'Bot Ngại' })).toThrow('cannot join groups')
  })

  test('setWebhook and testWebhook share a daily limit', async () => {
    server.control.set({ dailyWebhookCalls: 2 })
    const hook = { url: 'https://example.org/hook', secret_token: SECRET }
    await call('setWebhook', hook)
    await call('testWebhook')
    expect(await call('setWebhook', hook)).toMatchObject({ error_code: 426 })
    server.control.advanceClock(DAY)
    expect(await call('testWebhook')).toMatchObject({ ok: true })
  })
})

describe('webhooks', () => {
  test('setWebhook probes with an empty body and says what it found', async () => {
    const { pushes, reply } = await hooked([500])
    expect(reply.result).toMatchObject({
      updated_at: now,
      verification: { ok: false, status_code: 500, outcome: 'webhook.http.5xx' },
    })
    expect(pushes).toMatchObject([{ text: '' }])
    expect(pushes[0]?.headers).not.toHaveProperty('x-bot-api-secret-token')
    expect((await call('testWebhook')).result).toMatchObject({ ok: true, outcome: 'webhook.ok' })
    server.control.set({ probeHeader: true, hasVerification: false })
    const { url } = (await call('getWebhookInfo')).result as { url: string }
    expect(await call('setWebhook', { url, secret_token: SECRET })).toMatchObject({ result: { url } })
    expect(pushes.at(-1)?.headers['x-bot-api-secret-token']).toBe(SECRET)
  })

  test.each([
    ['https://127.0.0.1:9/hook', false, 'webhook.err.blocked'],
    ['https://example.org/hook', true, 'webhook.err.dns'],
    ['http://127.0.0.1:9/hook', true, 'webhook.err.conn'],
  ])('%s is saved although it cannot be reached: %s %s', async (url, allowHttp, outcome) => {
    server.control.set({ allowHttp })
    const { result } = await call('setWebhook', { url, secret_token: SECRET })
    expect(result).toMatchObject({ url, verification: { ok: false, outcome } })
    expect((await call('getWebhookInfo')).result).toMatchObject({ url })
  })

  test('without a webhook: an empty url, or 404; deleting is idempotent', async () => {
    expect((await call('getWebhookInfo')).result).toMatchObject({ url: '' })
    server.control.set({ noWebhook: 'notFound' })
    expect(await call('getWebhookInfo')).toMatchObject({ error_code: 404 })
    expect(await call('deleteWebhook')).toMatchObject({ ok: true, result: { url: '' } })
  })

  test('flat and wrapped bodies carry the secret and come from a Java client, in order', async () => {
    const { pushes } = await hooked([])
    server.control.say({ user: 'an', text: 'một' })
    server.control.say({ user: 'an', text: 'hai' })
    await until(() => pushes.length === 3)
    server.control.set({ envelope: 'wrapped' })
    server.control.say({ user: 'an', text: 'ba' })
    await until(() => pushes.length === 4)
    const bodies = pushes.slice(1).map((push) => JSON.parse(push.text) as Record<string, unknown>)
    expect(bodies).toMatchObject([
      { message: { text: 'một' } },
      { message: { text: 'hai' } },
      { ok: true, result: { message: { text: 'ba' } } },
    ])
    expect(pushes[1]?.headers).toMatchObject({
      'x-bot-api-secret-token': SECRET,
      'user-agent': 'Java-http-client/17.0.10',
    })
    await until(() => server.control.transcript('an').every((entry) => entry.deliveredAt.length === 1))
  })

  test('a failing webhook: lost at once, or repeated by switch; every attempt is listed', async () => {
    const { pushes } = await hooked([200, 500, 500, 503])
    server.control.say({ user: 'an', text: 'một' })
    await until(() => server.control.transcript('an')[0]?.dropped === true)
    server.control.set({ retry: 2 })
    server.control.say({ user: 'an', text: 'hai' })
    await until(() => server.control.transcript('an')[1]?.deliveredAt.length === 1)
    expect(pushes).toHaveLength(5)
    expect(server.control.deliveries().map(({ kind, status, attempt }) => [kind, status, attempt])).toEqual([
      ['probe', 200, 1],
      ['update', 500, 1],
      ['update', 500, 1],
      ['update', 503, 2],
      ['update', 200, 3],
    ])
  })

  test('duplicates and own messages come back, by switch', async () => {
    const { pushes } = await hooked([], { duplicate: 1, echoOwn: true })
    server.control.say({ user: 'an', text: 'một' })
    await until(() => pushes.length === 3)
    await send(chatOf('an'), 'của bot')
    await until(() => pushes.length === 5)
    expect(
      pushes.slice(1).map((push) => (JSON.parse(push.text) as { message: object }).message),
    ).toMatchObject([
      { text: 'một' },
      { text: 'một' },
      { text: 'của bot', from: { is_bot: true } },
      { text: 'của bot', from: { is_bot: true } },
    ])
  })
})

describe('groups', () => {
  beforeEach(() => {
    server.control.createGroup({ key: 'chi-bo', title: 'Chi bộ Mẫu', members: ['an', 'binh'] })
    server.control.inviteBot({ group: 'chi-bo' })
    server.control.set({ queueMode: 'queued' })
  })

  test('only a picked mention or a reply to the bot reaches it; the mention stands in the text', async () => {
    const { control } = server
    const groupId = control.groups()[0]!.id
    control.say({ user: 'an', group: 'chi-bo', text: 'chào cả nhà' })
    control.say({ user: 'an', group: 'chi-bo', text: '@Bot Nhịp Quý gõ tay' })
    control.say({ user: 'an', group: 'chi-bo', text: 'nhóm AB23', mention: true })
    const question = await send(groupId, 'Ai có mặt?')
    const own = control.say({
      user: 'an',
      group: 'chi-bo',
      text: 'tôi',
      replyTo: String(question.result?.['message_id']),
    })
    control.say({ user: 'binh', group: 'chi-bo', text: 'tôi nữa', replyTo: own.messageId })
    const received = [
      await call('getUpdates'),
      await call('getUpdates'),
      await call('getUpdates', { timeout: 0 }),
    ]
    expect(received.map((reply) => messageOf(reply)?.['text'])).toEqual([
      '@Bot Nhịp Quý nhóm AB23',
      'tôi',
      undefined,
    ])
    expect(messageOf(received[1])).toMatchObject({
      from: { id: chatOf('an') },
      chat: { id: groupId, chat_type: 'GROUP' },
    })
    expect(Object.keys(messageOf(received[1])).sort()).toEqual([
      'chat',
      'date',
      'from',
      'message_id',
      'message_type',
      'text',
    ])
    const gated = control.transcript('chi-bo').filter((entry) => entry.withheld === 'group-gate')
    expect(gated.map((entry) => entry.text)).toEqual(['chào cả nhà', '@Bot Nhịp Quý gõ tay', 'tôi nữa'])
  })

  test('ids of senders may differ from the private ones, by switch', async () => {
    server.control.set({ groupSenderIds: 'different' })
    server.control.say({ user: 'an', group: 'chi-bo', text: 'x', mention: true })
    const { from } = messageOf(await call('getUpdates')) as { from: { id: string } }
    expect(from.id).toBe(server.control.ids({ user: 'an' }).groupId)
    expect(from.id).not.toBe(chatOf('an'))
    expect(await send(from.id, 'x')).toMatchObject({ error_code: 400 })
  })

  test('voice to a group is accepted and never shown; people who left cannot write', async () => {
    const groupId = server.control.groups()[0]!.id
    const voice = { chat_id: groupId, voice_url: 'https://example.org/a.aac' }
    expect(await call('sendVoice', voice)).toMatchObject({ ok: true })
    expect(server.control.transcript('chi-bo')).toMatchObject([{ method: 'sendVoice', isShown: false }])
    server.control.leave({ group: 'chi-bo', user: 'binh' })
    expect(() => server.control.say({ user: 'binh', group: 'chi-bo', text: 'x' })).toThrow(
      'binh is not in group',
    )
    server.control.removeBot({ group: 'chi-bo' })
    expect(await send(groupId, 'x')).toMatchObject({ error_code: 400 })
  })
})

describe('pictures of the bot', () => {
  test('the address is fetched twice; gone the second time, the picture is black', async () => {
    server.control.set({ allowLoopbackPhoto: true, refetchDelayMs: 20 })
    server.control.openChat({ user: 'an' })
    const kept = await receiver([], SAMPLE_IMAGE)
    const gone = await receiver([200, 404], SAMPLE_IMAGE)
    for (const photo of [kept.url, gone.url]) {
      const reply = await call('sendPhoto', { chat_id: chatOf('an'), photo, caption: 'Ảnh' })
      expect(reply).toMatchObject({ ok: true, result: { message_type: 'CHAT_PHOTO' } })
    }
    await until(() => server.control.messagesTo('an').every((entry) => entry.fetches.length === 2))
    expect(server.control.messagesTo('an').map((entry) => entry.isBlack)).toEqual([false, true])
    server.control.set({ allowLoopbackPhoto: false })
    expect(await call('sendPhoto', { chat_id: chatOf('an'), photo: kept.url })).toMatchObject({
      description: 'Bad request: The photo URL is invalid',
    })
  })

  test('typing answers without a result', async () => {
    server.control.openChat({ user: 'an' })
    expect(await call('sendChatAction', { chat_id: chatOf('an'), action: 'typing' })).toEqual({
      status: 200,
      ok: true,
    })
  })
})

describe('faults, restart, control over HTTP', () => {
  test('accepted and dropped: the person has the message, the bot no answer', async () => {
    server.control.openChat({ user: 'an' })
    server.control.inject({ method: 'sendMessage', fault: { kind: 'acceptThenDrop' } })
    await expect(send(chatOf('an'), 'một')).rejects.toThrow(/socket hang up|ECONNRESET/)
    expect(server.control.messagesTo('an').map((entry) => entry.text)).toEqual(['một'])
    expect(server.control.calls({ method: 'sendMessage' })).toMatchObject([
      { isProcessed: true, isAnswered: false },
    ])
  })

  test('an update whose answer was lost by a fault is lost', async () => {
    server.control.inject({ method: 'getUpdates', fault: { kind: 'acceptThenDrop' } })
    const lost = call('getUpdates').catch(() => 'dropped')
    await server.control.waitForPoll()
    server.control.say({ user: 'an', text: 'một' })
    expect(await lost).toBe('dropped')
    expect(server.control.transcript('an')).toMatchObject([{ dropped: true, deliveredAt: [] }])
  })

  test('another process drives the server by the same methods', async () => {
    const remote = connectControl<ZaloControl>(server.url)
    const { answer } = await poll()
    await remote.sendImage({ user: 'an', data: SAMPLE_IMAGE, caption: 'ảnh' })
    expect(messageOf(await answer)).toMatchObject({ caption: 'ảnh' })
    const waiting = remote.waitForMessage({ chat: 'an', author: 'bot', pattern: '^đã nhận' }, 2000)
    await send(chatOf('an'), 'đã nhận ảnh')
    expect(await waiting).toMatchObject({ text: 'đã nhận ảnh', place: 'an' })
    await expect(remote.say({ user: 'nobody', text: 'x' })).rejects.toThrow('no person nobody')
    await remote.reset()
    expect([await remote.users(), await remote.transcript(), await remote.calls()]).toEqual([[], [], []])
  })
})
