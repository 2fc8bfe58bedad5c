import { EventEmitter, once } from 'node:events'
import { inspect } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { SendError, type OutgoingContent } from '../../src/channels/channel-adapter.ts'
import type { Fault } from '../../src/playground/server/faults.ts'
import { adapterFor, CANARY, startPolling, until, type Stage, type StageSettings } from './stage.ts'
import { openTelegram } from './telegram-stage.ts'
import { openZalo } from './zalo-stage.ts'

/** Nobody listens there: outside the ports that systems hand out. */
const CLOSED = 'http://127.0.0.1:64999'
const TEXT = 'Nhắc việc: hạn 09/3'
const say: OutgoingContent = { operation: 'text', text: TEXT }
const closers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

/** The `SendError` of a call; fails when it went well or threw anything else. */
async function failure(call: Promise<unknown>): Promise<SendError> {
  const error: unknown = await call.then(
    () => 'no failure',
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(SendError)
  return error as SendError
}

/** Everything that could be logged of an error. */
function everything(error: Error): string {
  return [inspect(error, { depth: null, showHidden: true }), JSON.stringify(error), error.stack].join('\n')
}

function poll(...given: Parameters<typeof startPolling>) {
  const polling = startPolling(...given)
  closers.push(() => polling.stop())
  return polling
}

/** What a webhook call with this secret brings; `ours` is the right one. */
function call(stage: Stage, secret: string | null, body: string, ours = 'a-secret-of-ours') {
  const headers = new Headers(secret === null ? {} : { [stage.secretHeader]: secret })
  return stage.adapter.readWebhook({ headers, body }, ours)
}

const channels: [string, (settings?: StageSettings) => Promise<Stage>][] = [
  ['telegram', openTelegram],
  ['zalo', openZalo],
]

describe.each(channels)('%s', (channel, openStage) => {
  const open = async (settings?: StageSettings): Promise<Stage> => {
    const stage = await openStage(settings)
    closers.push(() => stage.close())
    return stage
  }

  describe('the token', () => {
    test('tells whose it is', async () => {
      const { adapter, bot } = await open()
      expect(adapter.channel).toBe(channel)
      expect(bot.externalId).toMatch(/^\d+$/)
      expect(bot.displayName).not.toBe('')
      expect(adapter.link(bot)).toMatch(/^https:\/\/\S+$/)
    })

    test('unknown: the bot is stopped', async () => {
      const { adapter } = await open()
      expect(await failure(adapter.identify(`404:${CANARY}`))).toMatchObject({ failure: 'bot-stopped' })
    })

    test('dead while polling: the loop ends and says so', async () => {
      const stage = await open()
      stage.inject({ method: 'getUpdates', fault: stage.deadToken })
      expect(await poll(stage).ended).toMatchObject({ name: 'SendError', failure: 'bot-stopped' })
    })
  })

  describe('what people say', () => {
    test('arrives as an update of the private chat', async () => {
      const stage = await open()
      const polling = poll(stage)
      await stage.waitForPoll()
      stage.says('báo cáo')
      await until(() => polling.updates.some(({ body }) => body.kind === 'text' && body.text === 'báo cáo'))
      expect(polling.updates.at(-1)).toMatchObject({
        v: 1,
        botId: 'bot-row',
        chat: stage.person,
        sender: { displayName: 'Lan Mẫu' },
        addressed: true,
      })
    })

    test('is stored before the platform may forget it', async () => {
      const stage = await open()
      const storing = new EventEmitter()
      let isReceiving = false
      const polling = poll(stage, () => {
        isReceiving = true
        return once(storing, 'done').then(() => undefined)
      })
      await until(() => isReceiving || stage.isPolling())
      if (!isReceiving) stage.says('báo cáo')
      await until(() => isReceiving)
      await new Promise((resolve) => {
        setTimeout(resolve, 100)
      })
      expect(await stage.isPolling()).toBe(false)
      storing.emit('done')
      await polling.arrived()
      await stage.waitForPoll()
    })

    test('is not lost when storing fails at first', async () => {
      const stage = await open()
      let failures = 0
      const polling = poll(stage, () => {
        if (failures === 0) {
          failures += 1
          throw new Error('no database')
        }
      })
      await until(async () => failures > 0 || (await stage.isPolling()))
      if (failures === 0) stage.says('báo cáo')
      expect(await polling.arrived()).toMatchObject({ chat: stage.person })
    })

    test('still arrives after an outage', async () => {
      const stage = await open()
      stage.inject({ method: 'getUpdates', fault: { kind: 'html502' } })
      const polling = poll(stage)
      await stage.waitForPoll()
      stage.says('còn đó không')
      await until(() =>
        polling.updates.some(({ body }) => body.kind === 'text' && body.text === 'còn đó không'),
      )
    })

    test('a webhook left over is removed before polling', async () => {
      const stage = await open()
      await stage.registerWebhook()
      expect(await stage.adapter.webhookUrl(stage.bot)).toBe(`${CLOSED}/hook`)
      const polling = poll(stage)
      await stage.waitForPoll()
      expect(await stage.adapter.webhookUrl(stage.bot)).toBeNull()
      await polling.stop()
    })

    test('stopping ends the loop within a second', async () => {
      const stage = await open()
      const polling = poll(stage)
      await stage.waitForPoll()
      const started = performance.now()
      await polling.stop()
      expect(performance.now() - started).toBeLessThan(1000)
      expect(await polling.ended).toBeNull()
    })

    test('by ourselves is ignored', async () => {
      const stage = await open()
      expect(stage.adapter.parse(stage.ownMessage(), stage.bot)).toBeNull()
    })

    test.each([[null], ['text'], [5], [{}], [{ ok: true }], [[]]])(
      'nonsense (%j) concerns nobody',
      async (raw) => {
        const { adapter, bot } = await open()
        expect(adapter.parse(raw, bot)).toBeNull()
      },
    )
  })

  describe('what we say', () => {
    test('is heard exactly as rendered', async () => {
      const stage = await open()
      const { adapter, bot, person } = stage
      const receipt = await adapter.send(bot, person, say)
      expect(receipt.externalMessageId).toMatch(/\S/)
      expect(stage.heard()).toEqual([adapter.render(bot, say)])
      expect(stage.heard()).toEqual([TEXT])
    })

    test('signs of markup and odd letters arrive untouched', async () => {
      const stage = await open()
      const { adapter, bot, person } = stage
      const text = '<b>*đậm*</b> _gạch_ [a](b) {red}x{/red} 😀 ế & "'
      await adapter.send(bot, person, { operation: 'text', text })
      expect(stage.heard()).toEqual([text])
    })

    test('choices are shown and can be taken', async () => {
      const stage = await open()
      const polling = poll(stage)
      await stage.waitForPoll()
      const content: OutgoingContent = {
        operation: 'text',
        text: 'Đồng chí đồng ý không?',
        choices: [
          [
            { action: 'consent:yes', label: 'Đồng ý' },
            { action: 'consent:no', label: 'Không' },
          ],
        ],
      }
      await stage.adapter.send(stage.bot, stage.person, content)
      expect(stage.offered()).toEqual(['Đồng ý', 'Không'])
      expect(stage.heard()).toEqual([stage.adapter.render(stage.bot, content)])
      await stage.waitForPoll()
      stage.chooses('Không')
      const taken = stage.adapter.can.buttons
        ? { kind: 'button', action: 'consent:no' }
        : { kind: 'text', text: '2' }
      await until(() => polling.updates.some(({ body }) => body.kind === taken.kind))
      await until(() => polling.updates.at(-1)?.body.kind === taken.kind)
      expect(polling.updates.at(-1)?.body).toMatchObject(taken)
    })

    test('a link leads into the private chat', async () => {
      const stage = await open()
      const { adapter, bot, person } = stage
      const openPrivate = { label: 'Mở tin nhắn riêng', payload: 'baocao' }
      await adapter.send(bot, person, { operation: 'text', text: TEXT, openPrivate })
      expect(stage.linked()).toBe(adapter.link(bot, 'baocao'))
      expect(stage.linked()?.includes('baocao')).toBe(adapter.can.startLink)
    })

    test('the longest text is taken, one letter more is refused for good', async () => {
      const { adapter, bot, person } = await open()
      const text = 'ế'.repeat(adapter.can.maxText)
      await adapter.send(bot, person, { operation: 'text', text })
      const error = await failure(adapter.send(bot, person, { operation: 'text', text: `${text}ế` }))
      expect(error.failure).toBe('rejected')
    })

    test('what the platform cannot do is refused for good', async () => {
      const { adapter, bot, person } = await open()
      const edit: OutgoingContent = { operation: 'edit', messageId: '1', text: TEXT }
      const document: OutgoingContent = { operation: 'document', base64: '', name: 'a.csv', mime: 'text/csv' }
      for (const [able, content] of [
        [adapter.can.edit, edit],
        [adapter.can.documents, document],
      ] as const) {
        if (able) continue
        expect((await failure(adapter.send(bot, person, content))).failure).toBe('rejected')
      }
    })

    test('a pressed button that nobody knows any more is no error', async () => {
      const { adapter, bot } = await open()
      await expect(adapter.acknowledgeButton(bot, 'long-gone')).resolves.toBeUndefined()
    })
  })

  describe('when sending fails', () => {
    const cases: [string, Fault, string, number][] = [
      ['asked to slow down by a page', { kind: 'html429' }, 'throttled', 0],
      ['a gateway is down', { kind: 'html502' }, 'unavailable', 0],
      ['the connection drops before the platform took it', { kind: 'dropConnection' }, 'uncertain', 0],
      ['the connection drops after the platform took it', { kind: 'acceptThenDrop' }, 'uncertain', 1],
      ['the answer is cut off', { kind: 'malformedJson' }, 'uncertain', 1],
      ['the answer comes too late', { kind: 'delay', ms: 900 }, 'uncertain', 1],
    ]
    test.each(cases)('%s', async (_name, fault, expected, accepted) => {
      const stage = await open({ callTimeoutMs: 300 })
      stage.inject({ method: 'sendMessage', fault })
      const error = await failure(stage.adapter.send(stage.bot, stage.person, say))
      expect(error.failure).toBe(expected)
      expect(stage.accepted('sendMessage')).toBe(accepted)
      expect(error.code).toMatch(new RegExp(`^${channel}-[a-z0-9-]+$`))
    })

    test('nobody listens at the address: it never left', async () => {
      const stage = await open({ apiRoot: CLOSED })
      const error = await failure(stage.adapter.send(stage.bot, stage.person, say))
      expect(error.failure).toBe('unavailable')
    })

    test('the address has no name: it never left', async () => {
      const stage = await open({ apiRoot: 'http://nowhere.invalid' })
      const error = await failure(stage.adapter.send(stage.bot, stage.person, say))
      expect(error.failure).toBe('unavailable')
    })

    test('given up before it began: it never left', async () => {
      const stage = await open()
      const error = await failure(stage.adapter.send(stage.bot, stage.person, say, AbortSignal.abort()))
      expect(error.failure).toBe('unavailable')
      expect(stage.accepted('sendMessage')).toBe(0)
    })

    test('the chat is unknown: not tried again', async () => {
      const stage = await open()
      const error = await failure(stage.adapter.send(stage.bot, stage.nowhere, say))
      expect(['unreachable', 'rejected']).toContain(error.failure)
    })

    test('the token is dead: the bot is stopped', async () => {
      const stage = await open()
      stage.inject({ method: 'sendMessage', fault: stage.deadToken })
      expect((await failure(stage.adapter.send(stage.bot, stage.person, say))).failure).toBe('bot-stopped')
    })

    test('a question that changes nothing is never uncertain', async () => {
      const stage = await open()
      stage.inject({ method: 'getMe', fault: { kind: 'acceptThenDrop' } })
      expect((await failure(stage.adapter.identify(stage.token))).failure).toBe('unavailable')
    })

    test('no error tells token, address or text', async () => {
      const stage = await open({ callTimeoutMs: 300 })
      const errors: SendError[] = [await failure(stage.adapter.send(stage.bot, stage.nowhere, say))]
      for (const [, fault] of cases) {
        stage.inject({ method: 'sendMessage', fault })
        errors.push(await failure(stage.adapter.send(stage.bot, stage.person, say)))
      }
      const unreachable = adapterFor(channel, CLOSED)
      errors.push(await failure(unreachable.send(stage.bot, stage.person, say)))
      errors.push(await failure(unreachable.fetchFile(stage.bot, `${CLOSED}/file`, 10)))
      errors.push(await failure(stage.adapter.identify(`404:${CANARY}`)))
      for (const error of errors) {
        const told = everything(error)
        expect(told).not.toContain(CANARY)
        expect(told).not.toContain('127.0.0.1')
        expect(told).not.toContain(TEXT)
      }
    })

    test('no line of the log tells token, address or text', async () => {
      const stage = await open()
      const lines: unknown[] = []
      const adapter = adapterFor(channel, CLOSED, {}, lines)
      poll({ ...stage, adapter })
      await until(() => lines.length > 0)
      expect(inspect(lines, { depth: null, showHidden: true })).not.toMatch(/canary|127\.0\.0\.1/)
    })
  })

  describe('webhook', () => {
    test('the right secret opens it', async () => {
      const stage = await open()
      const raw = call(stage, 'a-secret-of-ours', stage.webhookBody('xin chào'))
      expect(raw).toHaveLength(1)
      expect(stage.adapter.parse(raw?.[0], stage.bot)).toMatchObject({
        body: { kind: 'text', text: 'xin chào' },
      })
    })

    test('a wrong, missing or empty secret does not', async () => {
      const stage = await open()
      const body = stage.webhookBody('xin chào')
      for (const secret of ['a-secret-of-our', 'another', '', null])
        expect(call(stage, secret, body)).toBeNull()
      expect(call(stage, '', body, '')).toBeNull()
    })

    test('a body that is no JSON object brings nothing', async () => {
      const stage = await open()
      for (const body of ['hello', '[]', '"x"', 'null']) {
        expect(call(stage, 'a-secret-of-ours', body)).toEqual([])
      }
    })
  })

  describe('files that come in', () => {
    const bytes = Buffer.from('ffd8ffe000104a464946', 'hex')
    const photoOf = async (stage: Stage): Promise<string> => {
      const polling = poll(stage)
      await stage.waitForPoll()
      stage.shows(bytes)
      await until(() => polling.updates.at(-1)?.body.kind === 'photo')
      const body = polling.updates.at(-1)?.body
      return body?.kind === 'photo' ? body.file.source : ''
    }

    test('can be fetched', async () => {
      const stage = await open()
      const source = await photoOf(stage)
      expect(await stage.adapter.fetchFile(stage.bot, source, 1000)).toEqual(bytes)
    })

    test('are refused above the limit', async () => {
      const stage = await open()
      const source = await photoOf(stage)
      const error = await failure(stage.adapter.fetchFile(stage.bot, source, bytes.length - 1))
      expect(error).toMatchObject({ failure: 'rejected', code: `${channel}-file-too-big` })
    })

    test('are not sought anywhere else', async () => {
      const stage = await open()
      for (const source of [`${CLOSED}/x`, 'https://localhost/x', 'file:///etc/hostname', '../../etc']) {
        expect((await failure(stage.adapter.fetchFile(stage.bot, source, 10))).failure).toBe('rejected')
      }
    })
  })
})
