import { afterEach, describe, expect, test } from 'vitest'
import { SendError, type ConnectedBot, type OutgoingContent } from '../../src/channels/channel-adapter.ts'
import type { Fault } from '../../src/playground/server/faults.ts'
import { startPolling, until, type StageSettings } from './stage.ts'
import { openZalo, type ZaloStage } from './zalo-stage.ts'

type Switches = Parameters<typeof openZalo>[1]
const closers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

async function open(switches: Switches = {}, settings: StageSettings = {}): Promise<ZaloStage> {
  const stage = await openZalo(settings, switches)
  closers.push(() => stage.close())
  return stage
}

function poll(...given: Parameters<typeof startPolling>) {
  const polling = startPolling(...given)
  closers.push(() => polling.stop())
  return polling
}

async function refusal(stage: ZaloStage, content: OutgoingContent): Promise<string> {
  const error: unknown = await stage.adapter.send(stage.bot, stage.person, content).then(
    () => 'sent',
    (thrown: unknown) => thrown,
  )
  return error instanceof SendError ? `${error.failure} ${error.code}` : String(error)
}

const answer = (body: unknown, status = 200): Fault => ({ kind: 'answer', status, body })
const refused = (code: number, description: string): Fault =>
  answer({ ok: false, error_code: code, description })
const hello: OutgoingContent = { operation: 'text', text: 'Chào đồng chí' }

describe('however the platform words it', () => {
  test.each<[string, Switches]>([
    ['as documented', {}],
    ['status like the code', { statusMode: 'mirror' }],
    ['errorCode', { errorKey: 'errorCode' }],
    ['error_code 0 in a success', { okErrorCodeZero: true }],
    ['a list of updates', { resultShape: 'array' }],
    ['no webhook is a 404', { noWebhook: 'notFound' }],
    ['dates in seconds', { dateUnit: 's' }],
  ])('%s: an idle poll, then a message', async (_name, switches) => {
    const stage = await open(switches)
    const polling = poll(stage)
    await stage.waitForPoll()
    await until(() => stage.server.control.calls({ method: 'getUpdates' }).length > 0)
    await stage.waitForPoll()
    stage.says('báo cáo')
    const update = await polling.arrived()
    expect(update.body).toEqual({ kind: 'text', text: 'báo cáo' })
    expect(Math.abs(Date.parse(update.sentAt) - Date.now())).toBeLessThan(60_000)
  })

  test.each([[{}], [null], [[]], [[{}]]])(
    'an empty success (%j) is no update and no hot loop',
    async (result) => {
      const stage = await open()
      stage.inject({ method: 'getUpdates', fault: answer({ ok: true, result }), times: 1000 })
      const polling = poll(stage)
      await new Promise((resolve) => {
        setTimeout(resolve, 300)
      })
      expect(stage.server.control.calls({ method: 'getUpdates' }).length).toBeLessThan(3)
      expect(polling.updates).toEqual([])
    },
  )

  test('a gateway that ends an idle poll with 504 costs no time', async () => {
    const stage = await open()
    stage.inject({ method: 'getUpdates', fault: answer('<h1>504</h1>', 504) })
    poll(stage)
    const started = performance.now()
    await stage.waitForPoll()
    expect(performance.now() - started).toBeLessThan(700)
  })
})

describe('stopping', () => {
  test('the open poll may still bring an update, and it is stored', async () => {
    const stage = await open({}, { graceMs: 800 })
    const polling = poll(stage)
    await stage.waitForPoll()
    const stopped = polling.stop()
    stage.says('báo cáo')
    await stopped
    expect(polling.updates.map(({ body }) => body)).toEqual([{ kind: 'text', text: 'báo cáo' }])
  })

  test('every answered poll is told, so that gaps are noticed', async () => {
    const stage = await open()
    let answered = 0
    const stopping = new AbortController()
    const ended = stage.adapter.poll(stage.bot, {
      cursor: null,
      receive: () => Promise.resolve(),
      onAnswered: () => {
        answered += 1
      },
      signal: stopping.signal,
    })
    await until(() => answered === 1)
    stopping.abort()
    await ended
  })
})

describe('groups', () => {
  test('a mention and a reply are addressed, and the name is stripped', async () => {
    const stage = await open()
    const { control } = stage.server
    const polling = poll(stage)
    await stage.waitForPoll()
    control.say({ user: 'lan', group: 'cell', mention: true, text: 'báo cáo' })
    expect(await polling.arrived()).toMatchObject({
      chat: stage.group,
      addressed: true,
      body: { kind: 'text', text: 'báo cáo' },
    })
    const { externalMessageId } = await stage.adapter.send(stage.bot, stage.group, hello)
    await stage.waitForPoll()
    control.say({ user: 'lan', group: 'cell', replyTo: externalMessageId!, text: 'xong' })
    expect(await polling.arrived(2)).toMatchObject({ addressed: true, body: { text: 'xong' } })
  })

  test('the picture field of the documentation is read as well', async () => {
    const stage = await open({ imageField: 'photo' })
    const polling = poll(stage)
    await stage.waitForPoll()
    stage.shows(Buffer.from('ffd8ff', 'hex'))
    expect((await polling.arrived()).body.kind).toBe('photo')
  })

  test('our own messages that come back are ignored', async () => {
    const stage = await open({ echoOwn: true })
    const polling = poll(stage)
    await stage.waitForPoll()
    await stage.adapter.send(stage.bot, stage.person, hello)
    await until(() => stage.server.control.calls({ method: 'getUpdates' }).some((call) => call.ok))
    await stage.waitForPoll()
    expect(polling.updates).toEqual([])
  })
})

const choice = (label: string) => ({ action: label, label })

describe('what a person reads', () => {
  const bot: ConnectedBot = {
    id: 'bot-row',
    token: '2001:PLAYGROUND-render',
    externalId: '1',
    displayName: 'Bot Mẫu',
    handle: 'bot.Mau123',
    canJoinGroups: true,
  }
  const rows = [[choice('Cá nhân'), choice('Tập thể')], [choice('Để sau')]]
  const openPrivate = { label: 'Mở tin nhắn riêng', payload: 'baocao' }
  test.each<[string, OutgoingContent, string]>([
    ['a text', hello, 'Chào đồng chí'],
    [
      'choices, row after row',
      { ...hello, choices: rows },
      'Chào đồng chí\n\n1. Cá nhân\n2. Tập thể\n3. Để sau',
    ],
    ['a link', { ...hello, openPrivate }, 'Chào đồng chí\n\nMở tin nhắn riêng: https://zalo.me/bot.Mau123'],
    [
      'link and choices',
      { ...hello, openPrivate, choices: [[choice('Có')]] },
      'Chào đồng chí\n\nMở tin nhắn riêng: https://zalo.me/bot.Mau123\n\n1. Có',
    ],
    ['a photo', { operation: 'photo', photo: { url: 'https://a.example/x.jpg' }, caption: 'Ảnh' }, 'Ảnh'],
    ['buttons taken away', { operation: 'keyboard-off', messageId: '1' }, ''],
  ])('%s', async (_name, content, text) => {
    const stage = await open()
    expect(stage.adapter.render(bot, content)).toBe(text)
  })
})

describe('refusals', () => {
  test.each<[string, Fault, string]>([
    ['a parameter is wrong', refused(400, 'Bad request'), 'rejected zalo-400'],
    ['passing trouble, documented as 403', refused(403, 'Internal server error'), 'unavailable zalo-403'],
    ['the chat is not found', refused(404, 'Not Found'), 'unreachable zalo-404'],
    ['Zalo gave up waiting for itself', refused(408, 'Request timeout'), 'uncertain zalo-408'],
    ['a daily limit', refused(426, 'Daily limit'), 'throttled zalo-426'],
    ['too fast', refused(429, 'Too many requests'), 'throttled zalo-429'],
    ['the month is used up', refused(429, 'Quota exceeded'), 'quota zalo-429-quota'],
    ['trouble of its own', refused(500, 'Internal'), 'unavailable zalo-500'],
    ['a page of 401', answer('<h1>401</h1>', 401), 'bot-stopped zalo-401'],
    ['a page of 404: not our chat', answer('<h1>404</h1>', 404), 'unavailable zalo-404'],
    ['a redirect: never followed', answer('<h1>302</h1>', 302), 'unavailable zalo-302'],
    ['a page with 200: it may have been taken', answer('<h1>ok</h1>', 200), 'uncertain zalo-200'],
  ])('%s', async (_name, fault, expected) => {
    const stage = await open()
    stage.inject({ method: 'sendMessage', fault })
    expect(await refusal(stage, hello)).toBe(expected)
  })

  test('the quota of the month, for real', async () => {
    const stage = await open({ monthlyQuota: 1 })
    expect(await refusal(stage, hello)).toBe('sent')
    expect(await refusal(stage, hello)).toBe('quota zalo-429-quota')
  })

  test('photos go by address only', async () => {
    const stage = await open()
    const photo = { base64: '/9j/', name: 'a.jpg' }
    expect(await refusal(stage, { operation: 'photo', photo })).toBe('rejected zalo-no-photo')
    const url = 'https://photo.example.invalid/a.jpg'
    expect(await refusal(stage, { operation: 'photo', photo: { url }, caption: '' })).toMatch(
      /^(sent|rejected )/,
    )
    expect(stage.server.control.calls({ method: 'sendPhoto' })).toHaveLength(1)
  })
})

describe('webhook', () => {
  const hook = { url: 'http://127.0.0.1:64999/hook', secret: 'a-secret-of-ours' }

  test('an empty probe is answered with nothing, secret or not', async () => {
    const { adapter } = await open()
    expect(adapter.readWebhook({ headers: new Headers(), body: '' }, hook.secret)).toEqual([])
  })

  test('a wrapped event is read like a flat one', async () => {
    const stage = await open()
    const headers = new Headers({ [stage.secretHeader]: hook.secret })
    const body = `{"ok":true,"result":${stage.webhookBody('xin chào')}}`
    const [raw] = stage.adapter.readWebhook({ headers, body }, hook.secret)!
    expect(stage.adapter.parse(raw, stage.bot)?.body).toEqual({ kind: 'text', text: 'xin chào' })
  })

  test('a probe that fails is told, although the address is kept', async () => {
    const stage = await open({ allowHttp: true })
    const { ok, hint } = await stage.adapter.setWebhook(stage.bot, hook)
    expect(ok).toBe(false)
    expect(hint).toMatch(/^webhook\.err/)
    expect(await stage.adapter.webhookUrl(stage.bot)).toBe(hook.url)
    expect(await stage.adapter.setWebhook(stage.bot, null)).toEqual({ ok: true, hint: '' })
    expect(await stage.adapter.webhookUrl(stage.bot)).toBeNull()
  })

  test('an older server that does not verify is asked to test', async () => {
    const stage = await open({ allowHttp: true, hasVerification: false })
    expect(await stage.adapter.setWebhook(stage.bot, hook)).toMatchObject({ ok: false })
    stage.inject({ method: 'testWebhook', fault: refused(404, 'Not Found') })
    expect(await stage.adapter.setWebhook(stage.bot, hook)).toEqual({ ok: true, hint: 'not verified' })
  })

  test('a daily limit and a refused address are told', async () => {
    const stage = await open({ dailyWebhookCalls: 0, allowHttp: true })
    expect(await stage.adapter.setWebhook(stage.bot, hook)).toMatchObject({ ok: false })
    stage.inject({ method: 'setWebhook', fault: refused(400, 'Bad request') })
    expect(await stage.adapter.setWebhook(stage.bot, hook)).toEqual({ ok: false, hint: 'zalo-400' })
  })

  test('removing none is fine', async () => {
    const stage = await open()
    for (const code of [400, 404]) {
      stage.inject({ method: 'deleteWebhook', fault: refused(code, 'No webhook') })
      expect(await stage.adapter.setWebhook(stage.bot, null)).toEqual({ ok: true, hint: '' })
    }
  })
})
