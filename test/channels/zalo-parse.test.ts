import { describe, expect, test } from 'vitest'
import type { ConnectedBot } from '../../src/channels/channel-adapter.ts'
import { parseZaloUpdate } from '../../src/channels/zalo/parse-update.ts'

const bot: ConnectedBot = {
  id: 'bot-row',
  token: '2001:PLAYGROUND-parse',
  externalId: '1234500006789000001',
  displayName: 'Bot Trợ Lý',
  handle: 'bot.Mau123',
  canJoinGroups: true,
}
const receivedAt = new Date('2026-03-09T01:00:00Z')
const lan = { id: 'a1b2c3d4e5f60718293a', display_name: 'Lan Mẫu', is_bot: false }
const inPrivate = { id: lan.id, chat_type: 'PRIVATE' }
const inGroup = { id: '9f8e7d6c5b4a39281706', chat_type: 'GROUP' }

const event = (name: string | undefined, fields: object) => ({
  ...(name && { event_name: name }),
  message: { message_id: '1a2b3c', date: 1_767_225_601_456, from: lan, chat: inPrivate, ...fields },
})
const parse = (raw: unknown) => parseZaloUpdate(raw, bot, receivedAt)
const text = (fields: object) => parse(event('message.text.received', fields))

test('a private text: everything that we keep of it', () => {
  expect(text({ text: ' xin chào ' })).toEqual({
    v: 1,
    botId: 'bot-row',
    key: 'a1b2c3d4e5f60718293a:1a2b3c',
    sentAt: new Date(1_767_225_601_456).toISOString(),
    chat: { externalId: lan.id, kind: 'private' },
    sender: { externalId: lan.id, displayName: 'Lan Mẫu' },
    messageId: '1a2b3c',
    addressed: true,
    body: { kind: 'text', text: 'xin chào' },
  })
})

test('an event is the same flat, wrapped and with unknown fields', () => {
  const flat = event('message.text.received', { text: 'chào', message_type: 'CHAT_MESSAGE', sort: 1 })
  expect(parse({ ok: true, result: flat })).toEqual(parse(flat))
  expect(parse(flat)?.body).toEqual({ kind: 'text', text: 'chào' })
})

describe('what is said', () => {
  const url = 'https://photo.example.net/abc.jpg'
  test.each<[string, string | undefined, object, object | null]>([
    [
      'image, live field',
      'message.image.received',
      { photo_url: url },
      { kind: 'photo', file: { source: url } },
    ],
    [
      'image, documented field',
      'message.image.received',
      { photo: url, caption: 'hóa đơn' },
      { kind: 'photo', file: { source: url }, caption: 'hóa đơn' },
    ],
    [
      'image as an object',
      'message.image.received',
      { photo: { url } },
      { kind: 'photo', file: { source: url } },
    ],
    ['image without an address', 'message.image.received', {}, { kind: 'unsupported', hint: 'photo' }],
    ['sticker', 'message.sticker.received', { sticker: 's1', url }, { kind: 'unsupported', hint: 'sticker' }],
    ['voice', 'message.voice.received', { voice_url: url }, { kind: 'unsupported', hint: 'voice' }],
    ['file or video', 'message.unsupported.received', {}, { kind: 'unsupported' }],
    ['unknown event', 'message.link.received', { text: 'x' }, null],
    ['no event name, a text', undefined, { text: 'chào' }, { kind: 'text', text: 'chào' }],
    ['no event name, a photo', undefined, { photo_url: url }, { kind: 'photo', file: { source: url } }],
    ['no event name, a sticker', undefined, { sticker: 's1' }, { kind: 'unsupported', hint: 'sticker' }],
    ['no event name, nothing', undefined, {}, null],
    ['text event without a text', 'message.text.received', {}, { kind: 'text', text: '' }],
  ])('%s', (_name, eventName, fields, body) => {
    expect(parse(event(eventName, fields))?.body ?? null).toEqual(body)
  })
})

describe('when and where', () => {
  test.each<[string, object, string]>([
    ['milliseconds', { date: 1_767_225_601_456 }, new Date(1_767_225_601_456).toISOString()],
    ['seconds', { date: 1_767_225_601 }, new Date(1_767_225_601_000).toISOString()],
    ['no date', { date: undefined }, receivedAt.toISOString()],
  ])('%s', (_name, fields, sentAt) => {
    expect(text({ text: 'x', ...fields })?.sentAt).toBe(sentAt)
  })

  test.each<[string, object, 'private' | 'group']>([
    ['PRIVATE', inPrivate, 'private'],
    ['group in small letters', { ...inGroup, chat_type: 'group' }, 'group'],
    ['no type, the chat is the person', { id: lan.id }, 'private'],
    ['no type, the chat is not the person', { id: inGroup.id }, 'group'],
  ])('%s', (_name, chat, kind) => {
    expect(text({ text: 'x', chat })?.chat.kind).toBe(kind)
  })
})

describe('our name in the text of a group', () => {
  test.each<[string, string, string]>([
    ['in front', '@Bot Trợ Lý chi 120k', 'chi 120k'],
    ['in the middle', 'nhờ @Bot Trợ Lý xem giúp', 'nhờ xem giúp'],
    ['at the end', 'xem giúp @Bot Trợ Lý', 'xem giúp'],
    ['twice', '@Bot Trợ Lý báo cáo @Bot Trợ Lý', 'báo cáo'],
    ['alone', '@Bot Trợ Lý', ''],
    ['in other letters', '@BOT TRỢ LÝ báo cáo', 'báo cáo'],
    ['decomposed', '@Bot Trợ Lý báo cáo'.normalize('NFD'), 'báo cáo'],
    ['with wide blanks', '@Bot  Trợ\u00a0Lý   báo   cáo', 'báo cáo'],
    ['before a comma', '@Bot Trợ Lý, báo cáo', 'báo cáo'],
    ['over lines', '@Bot Trợ Lý báo cáo\nnội dung', 'báo cáo\nnội dung'],
    ['of another bot', '@Bot Trợ Lýx báo cáo', '@Bot Trợ Lýx báo cáo'],
    ['not at all: a reply', 'đồng ý  nhé', 'đồng ý  nhé'],
  ])('%s', (_name, said, left) => {
    expect(text({ text: said, chat: inGroup })).toMatchObject({
      addressed: true,
      chat: { kind: 'group' },
      body: { kind: 'text', text: left },
    })
  })

  test('decomposed in our own name', () => {
    const decomposed = { ...bot, displayName: bot.displayName.normalize('NFD') }
    const raw = event('message.text.received', { text: '@Bot Trợ Lý viec', chat: inGroup })
    expect(parseZaloUpdate(raw, decomposed, receivedAt)?.body).toEqual({ kind: 'text', text: 'viec' })
  })

  test('a name with signs is taken literally', () => {
    const signed = { ...bot, displayName: 'Bot (thử) [1.0]' }
    const raw = event('message.text.received', { text: '@Bot (thử) [1.0] viec', chat: inGroup })
    expect(parseZaloUpdate(raw, signed, receivedAt)?.body).toEqual({ kind: 'text', text: 'viec' })
  })
})

test.each<[string, unknown]>([
  ['an echo of ours', event('message.text.received', { text: 'x', from: { ...lan, id: bot.externalId } })],
  ['another bot', event('message.text.received', { text: 'x', from: { ...lan, is_bot: true } })],
  ['an empty object', {}],
  ['null', null],
  [
    'a message without sender',
    { event_name: 'message.text.received', message: { message_id: '1', chat: inGroup } },
  ],
])('%s: concerns nobody', (_name, raw) => {
  expect(parse(raw)).toBeNull()
})
