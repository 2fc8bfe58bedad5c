import { describe, expect, test } from 'vitest'
import type { ConnectedBot } from '../../src/channels/channel-adapter.ts'
import { parseTelegramUpdate } from '../../src/channels/telegram/parse-update.ts'

const bot: ConnectedBot = {
  id: 'bot-row',
  token: '1001:PLAYGROUND-parse',
  externalId: '1001',
  displayName: 'Nhịp Quý',
  handle: 'NhipQuyBot',
  canJoinGroups: true,
}
const receivedAt = new Date('2026-03-09T01:00:00Z')
const date = 1_773_018_000
const sentAt = new Date(date * 1000).toISOString()
const lan = { id: 501, is_bot: false, first_name: 'Lan', last_name: 'Mẫu', language_code: 'vi' }
const ourselves = { id: 1001, is_bot: true, first_name: 'Nhịp Quý' }
const inPrivate = { id: 501, type: 'private' }
const inGroup = { id: -1002000, type: 'supergroup', title: 'Chi bộ mẫu' }

const parse = (update: object) => parseTelegramUpdate({ update_id: 77, ...update }, bot, receivedAt)
const message = (fields: object) => parse({ message: { message_id: 9, date, from: lan, ...fields } })
const privately = (fields: object) => message({ chat: inPrivate, ...fields })
const inTheGroup = (fields: object) => message({ chat: inGroup, ...fields })
const command = (length: number, offset = 0) => [{ type: 'bot_command', offset, length }]

const mention = (at: number, length = 11) => [{ type: 'mention', offset: at, length }]
const reply = (from: object, more = {}) => ({ reply_to_message: { message_id: 4, from, ...more } })
const change = (chat: object, before: object, after: object) =>
  parse({ my_chat_member: { chat, from: lan, date, old_chat_member: before, new_chat_member: after } })
const status = (status: string, more = {}) => ({ status, user: ourselves, ...more })

test('a private text: everything that we keep of it', () => {
  expect(privately({ text: ' xin chào ' })).toEqual({
    v: 1,
    botId: 'bot-row',
    key: '77',
    sentAt,
    chat: { externalId: '501', kind: 'private' },
    sender: { externalId: '501', displayName: 'Lan Mẫu', languageCode: 'vi' },
    messageId: '9',
    addressed: true,
    body: { kind: 'text', text: 'xin chào' },
  })
})

describe('who is spoken to in a group', () => {
  test.each<[string, object, boolean, string]>([
    ['ordinary talk', { text: 'mai họp nhé' }, false, 'mai họp nhé'],
    ['a command', { text: '/baocao', entities: command(7) }, true, '/baocao'],
    [
      'a command with our name',
      { text: '/baocao@nhipquybot quý 1', entities: command(18) },
      true,
      '/baocao quý 1',
    ],
    ['a command further on', { text: 'gõ /baocao nhé', entities: command(7, 3) }, false, 'gõ /baocao nhé'],
    ['a mention in front', { text: '@NhipQuyBot báo cáo', entities: mention(0) }, true, 'báo cáo'],
    ['a mention in the middle', { text: 'này @nhipquybot xem', entities: mention(4) }, true, 'này xem'],
    ['a mention after an emoji', { text: '🙏 @nhipquybot ơi', entities: mention(3) }, true, '🙏 ơi'],
    ['a bare mention', { text: '@nhipquybot', entities: mention(0) }, true, ''],
    ['mention and command', { text: '@nhipquybot /viec', entities: mention(0) }, true, '/viec'],
    [
      'a mention by name',
      { text: 'Nhịp Quý xem', entities: [{ type: 'text_mention', offset: 0, length: 8, user: ourselves }] },
      true,
      'xem',
    ],
    ['a mention of somebody else', { text: '@lanmau ơi', entities: mention(0, 7) }, false, '@lanmau ơi'],
    ['our name without an entity', { text: 'nhipquybot hỏng rồi' }, false, 'nhipquybot hỏng rồi'],
    ['a reply to us', { text: 'xong', ...reply(ourselves) }, true, 'xong'],
    ['a reply to somebody else', { text: 'xong', ...reply(lan) }, false, 'xong'],
    [
      'a topic that we opened',
      { text: 'chào', ...reply(ourselves, { forum_topic_created: {} }) },
      false,
      'chào',
    ],
  ])('%s', (_name, fields, addressed, text) => {
    expect(inTheGroup(fields)).toMatchObject({ addressed, body: { kind: 'text', text } })
  })

  test('a command for another bot concerns nobody here, but stays in private', () => {
    const foreign = { text: '/baocao@OtherBot', entities: command(16) }
    expect(inTheGroup(foreign)).toBeNull()
    expect(privately(foreign)).toMatchObject({ body: { text: '/baocao@OtherBot' } })
  })

  test('a caption is read like a text', () => {
    const photo = [{ file_id: 'p', width: 1, height: 1 }]
    const caption = { caption: '@nhipquybot ảnh đây', caption_entities: mention(0) }
    expect(inTheGroup({ photo, ...caption })).toMatchObject({ addressed: true, body: { caption: 'ảnh đây' } })
  })
})

describe('what is said', () => {
  test.each<[string, object, object]>([
    ['decomposed letters', { text: 'báo cáo'.normalize('NFD') }, { kind: 'text', text: 'báo cáo' }],
    [
      'a photo: its largest size',
      {
        caption: 'sinh hoạt',
        photo: [
          { file_id: 'small', width: 90, height: 60, file_size: 900 },
          { file_id: 'large', width: 900, height: 600, file_size: 90_000 },
          { file_id: 'middle', width: 300, height: 200, file_size: 9000 },
        ],
      },
      { kind: 'photo', file: { source: 'large', mime: 'image/jpeg', size: 90_000 }, caption: 'sinh hoạt' },
    ],
    [
      'a photo of an album',
      { photo: [{ file_id: 'one', width: 1, height: 1 }], media_group_id: 'album-5' },
      { kind: 'photo', file: { source: 'one', mime: 'image/jpeg' }, albumId: 'album-5' },
    ],
    [
      'a document with its name',
      { document: { file_id: 'd', file_name: 'bien-ban.pdf', mime_type: 'application/pdf', file_size: 12 } },
      { kind: 'document', file: { source: 'd', name: 'bien-ban.pdf', mime: 'application/pdf', size: 12 } },
    ],
    [
      'a moving picture',
      { animation: {}, document: { file_id: 'g' } },
      { kind: 'unsupported', hint: 'animation' },
    ],
    ['a sticker', { sticker: { file_id: 's' } }, { kind: 'unsupported', hint: 'sticker' }],
    ['a voice message', { voice: { file_id: 'v' } }, { kind: 'unsupported', hint: 'voice' }],
    ['a place', { location: { latitude: 1, longitude: 2 } }, { kind: 'unsupported', hint: 'location' }],
  ])('%s', (_name, fields, body) => {
    expect(privately(fields)?.body).toEqual(body)
  })

  test('an edited text carries the new text and time', () => {
    const edited = { message_id: 9, date, edit_date: date + 60, chat: inPrivate, from: lan, text: '25' }
    expect(parse({ edited_message: edited })).toMatchObject({
      sentAt: new Date((date + 60) * 1000).toISOString(),
      body: { kind: 'edited-text', text: '25', messageId: '9' },
    })
  })

  test('a pressed button is dated by our clock and always addressed', () => {
    const carrier = { message_id: 8, date: 0, chat: inGroup, is_topic_message: true, message_thread_id: 3 }
    const query = { id: 'cb-1', from: lan, data: 'topic:done:1', message: carrier, chat_instance: '1' }
    expect(parse({ callback_query: query })).toEqual({
      v: 1,
      botId: 'bot-row',
      key: '77',
      sentAt: receivedAt.toISOString(),
      chat: { externalId: '-1002000', kind: 'group', threadId: '3' },
      sender: { externalId: '501', displayName: 'Lan Mẫu', languageCode: 'vi' },
      messageId: '8',
      addressed: true,
      body: { kind: 'button', action: 'topic:done:1', callbackId: 'cb-1', messageId: '8' },
    })
  })

  test('replies and forum topics keep their ids, plain reply chains are no topics', () => {
    const reply = { reply_to_message: { message_id: 4, from: lan }, message_thread_id: 4, text: 'vâng' }
    expect(inTheGroup(reply)).toMatchObject({ replyToMessageId: '4', chat: { externalId: '-1002000' } })
    expect(inTheGroup(reply)?.chat.threadId).toBeUndefined()
    expect(inTheGroup({ ...reply, is_topic_message: true })?.chat.threadId).toBe('4')
  })
})

describe('who says it', () => {
  test('an anonymous admin has no sender', () => {
    const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group' }
    const update = inTheGroup({ from: anonymous, sender_chat: inGroup, text: '/nhom', entities: command(5) })
    expect(update).toMatchObject({ addressed: true, body: { text: '/nhom' } })
    expect(update?.sender).toBeUndefined()
  })

  test.each<[string, object]>([
    ['ourselves', { from: ourselves, text: 'đã nhận' }],
    ['another bot', { from: { id: 7, is_bot: true, first_name: 'Khác' }, text: 'chào' }],
    [
      'a linked channel',
      { sender_chat: { id: -100, type: 'channel' }, is_automatic_forward: true, text: 'tin' },
    ],
    ['the chat itself: a pinned message', { pinned_message: { message_id: 1 } }],
    ['the chat itself: a newcomer', { new_chat_members: [lan] }],
    ['the chat itself: us as a newcomer (told by my_chat_member)', { new_chat_members: [ourselves] }],
  ])('%s: nothing to answer', (_name, fields) => {
    expect(inTheGroup(fields)).toBeNull()
  })
})

describe('the bot and its chats', () => {
  test.each<[string, object, object, object, string | null]>([
    ['added to a group', inGroup, status('left'), status('member'), 'bot-joined'],
    ['added as admin', inGroup, status('left'), status('administrator'), 'bot-joined'],
    ['removed', inGroup, status('member'), status('kicked'), 'bot-left'],
    ['made admin', inGroup, status('member'), status('administrator'), null],
    ['restricted, still in', inGroup, status('member'), status('restricted', { is_member: true }), null],
    ['restricted and out', inGroup, status('member'), status('restricted', { is_member: false }), 'bot-left'],
    ['blocked', inPrivate, status('member'), status('kicked'), 'blocked'],
    ['unblocked', inPrivate, status('kicked'), status('member'), 'unblocked'],
    ['in a channel', { id: -1, type: 'channel' }, status('left'), status('member'), null],
  ])('%s', (_name, chat, before, after, kind) => {
    expect(change(chat, before, after)?.body.kind ?? null).toBe(kind)
  })

  test('both halves of an upgrade say the same about the old chat', () => {
    const group = { id: -5, type: 'group' }
    const told = [
      message({ chat: group, migrate_to_chat_id: -100_5 }),
      message({ chat: { id: -100_5, type: 'supergroup' }, migrate_from_chat_id: -5 }),
    ]
    for (const update of told) {
      expect(update).toMatchObject({
        chat: { externalId: '-5', kind: 'group' },
        body: { kind: 'chat-migrated', toChatExternalId: '-1005' },
      })
    }
  })
})

test.each<[string, unknown]>([
  ['not an object', 'hello'],
  ['no update id', { message: { text: 'x' } }],
  ['a kind that we do not ask for', { update_id: 1, poll: { id: '1' } }],
  ['a chat member that is not us', { update_id: 1, chat_member: {} }],
  ['a button of an inline message', { update_id: 1, callback_query: { id: '1', from: lan, data: 'x' } }],
  [
    'a post in a channel',
    { update_id: 1, message: { message_id: 1, date, chat: { id: -1, type: 'channel' }, text: 'x' } },
  ],
])('%s: concerns nobody', (_name, raw) => {
  expect(parseTelegramUpdate(raw, bot, receivedAt)).toBeNull()
})
