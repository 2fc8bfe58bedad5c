import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Api, GrammyError, HttpError, InputFile } from 'grammy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectControl } from '../../src/playground/server/control-http.ts'
import { SAMPLE_IMAGE } from '../../src/playground/server/images.ts'
import {
  startTelegramServer,
  type TelegramControl,
  type TelegramServer,
  type TelegramServerOptions,
} from '../../src/playground/telegram/index.ts'

const TOKEN = '1001:PLAYGROUND-nhip-quy'
const OTHER_TOKEN = '1002:PLAYGROUND-second'
const AN = 501
const BINH = 502
const MINUTE = 60_000

let now = Date.parse('2026-03-09T01:00:00Z')
let server: TelegramServer
let api: Api
let folder: string
const closers: (() => Promise<unknown> | void)[] = []

async function open(options: TelegramServerOptions = {}): Promise<TelegramServer> {
  const bots = [{ token: TOKEN, username: 'nhipquy_bot', firstName: 'Nhịp Quý' }]
  const started = await startTelegramServer({ clock: () => now, bots, ...options })
  closers.push(() => started.close())
  return started
}

function apiOf(root: string, token = TOKEN): Api {
  return new Api(token, { apiRoot: root })
}

/** The refusal of a call as `code description`. */
async function refusal(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => 'no refusal',
    (thrown: unknown) => thrown,
  )
  return error instanceof GrammyError ? `${error.error_code} ${error.description}` : String(error)
}

function keyboard(text: string, data: string) {
  return { reply_markup: { inline_keyboard: [[{ text, callback_data: data }]] } }
}

function menu(command: string) {
  return [{ command, description: command }]
}

/** The first command of the menu a person sees privately. */
function first(user: number): string | undefined {
  return server.control.menu({ user })[0]?.command
}

function kinds(updates: object[]): string[] {
  return updates.map((update) => Object.keys(update)[1]!)
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let round = 0; round < 300 && !isTrue(); round += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 10)
    })
  }
  expect(isTrue()).toBe(true)
}

beforeEach(async () => {
  now = Date.parse('2026-03-09T01:00:00Z')
  folder = mkdtempSync(join(tmpdir(), 'telegram-server-'))
  server = await open()
  api = apiOf(server.url)
  server.control.createUser({ id: AN, firstName: 'An', languageCode: 'vi' })
  server.control.createUser({ id: BINH, firstName: 'Bình' })
})

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  rmSync(folder, { recursive: true })
})

describe('receiving', () => {
  test('Start with a payload, then a text: both arrive once confirmed by the next offset', async () => {
    server.control.start({ user: AN, payload: 'ABCD2345' })
    server.control.say({ user: AN, text: 'xin chào' })
    const first = await api.getUpdates({ timeout: 0 })
    expect(first.map((update) => update.message?.text)).toEqual(['/start ABCD2345', 'xin chào'])
    expect(first[0]?.message).toMatchObject({
      from: { id: AN, is_bot: false, first_name: 'An', language_code: 'vi' },
      chat: { id: AN, type: 'private' },
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    })
    const again = await api.getUpdates({ timeout: 0 })
    expect(again.map((update) => update.update_id)).toEqual(first.map((update) => update.update_id))
    expect(await api.getUpdates({ offset: first[1]!.update_id + 1, timeout: 0 })).toEqual([])
    const [start] = server.control.transcript(AN)
    expect(start).toMatchObject({ deliveredAt: [now, now], confirmedAt: now })
  })

  test('an open poll is answered as soon as something is said', async () => {
    server.control.start({ user: AN })
    const [start] = await api.getUpdates({ timeout: 0 })
    const poll = api.getUpdates({ offset: start!.update_id + 1, timeout: 20 })
    await server.control.waitForPoll()
    server.control.say({ user: AN, text: 'có ai không' })
    expect((await poll).map((update) => update.message?.text)).toEqual(['có ai không'])
  })

  test('limit and a negative offset: the server hands out what was asked and forgets the rest', async () => {
    server.control.start({ user: AN })
    for (const text of ['1', '2', '3']) server.control.say({ user: AN, text })
    expect(await api.getUpdates({ limit: 2 })).toHaveLength(2)
    expect((await api.getUpdates({ offset: -1 })).map((update) => update.message?.text)).toEqual(['3'])
    expect(await api.getUpdates()).toHaveLength(1)
  })

  test('a second poller: the first one is refused with 409 and the second goes on', async () => {
    const first = refusal(api.getUpdates({ timeout: 20 }))
    await server.control.waitForPoll()
    const second = api.getUpdates({ timeout: 1 })
    expect(await first).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    expect(await second).toEqual([])
  })

  test('allowed_updates are remembered, and chat_member comes only when listed', async () => {
    const group = server.control.createGroup({ title: 'Chi bộ Mẫu', creator: AN })
    server.control.inviteBot({ group: group.id, by: AN, isAdmin: true })
    server.control.join({ group: group.id, user: BINH })
    expect(kinds(await api.getUpdates())).toEqual(['my_chat_member', 'message', 'message'])
    await api.getUpdates({ offset: -1, allowed_updates: ['chat_member'] })
    server.control.leave({ group: group.id, user: BINH })
    const [last] = server.control.updates().slice(-1)
    expect(last).toMatchObject({ kind: 'chat_member', payload: { new_chat_member: { status: 'left' } } })
    expect(server.control.transcript(group.id).at(-1)?.withheld).toEqual([
      { bot: 1001, reason: 'allowed_updates' },
    ])
  })

  test('updates wait 24 hours, pressed buttons 150 seconds', async () => {
    server.control.start({ user: AN })
    await api.sendMessage(AN, 'Chọn', {
      reply_markup: { inline_keyboard: [[{ text: 'Có', callback_data: 'yes' }]] },
    })
    server.control.press({ user: AN, button: 'Có' })
    now += 151_000
    expect((await api.getUpdates()).map((update) => Object.keys(update)[1])).toEqual(['message'])
    server.control.advanceClock(24 * 60 * MINUTE)
    expect(await api.getUpdates()).toEqual([])
    expect(server.control.updates().map((update) => update.lost)).toEqual(['expired', 'expired'])
  })

  test('blocking and coming back are told by my_chat_member', async () => {
    server.control.start({ user: AN })
    server.control.block({ user: AN })
    server.control.start({ user: AN })
    const statuses = (await api.getUpdates()).map((update) => update.my_chat_member?.new_chat_member.status)
    expect(statuses).toEqual([undefined, 'kicked', 'member', undefined])
  })
})

describe('refusals', () => {
  const long = 'ơ'.repeat(4097)
  const html = { parse_mode: 'HTML' } as const
  const rows: [situation: string, call: (api: Api) => Promise<unknown>, answer: string][] = [
    ['an empty text', (a) => a.sendMessage(AN, ' \n '), '400 Bad Request: message text is empty'],
    ['only tags', (a) => a.sendMessage(AN, '<b></b>', html), '400 Bad Request: message text is empty'],
    ['4097 characters', (a) => a.sendMessage(AN, long), '400 Bad Request: message is too long'],
    ['an unknown chat', (a) => a.sendMessage(999, 'x'), '400 Bad Request: chat not found'],
    ['a person it never met', (a) => a.sendMessage(BINH, 'x'), '400 Bad Request: chat not found'],
    [
      'data of 65 bytes',
      (a) => a.sendMessage(AN, 'x', keyboard('x', 'đ'.repeat(32) + 'x')),
      '400 Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'a tag that does not exist',
      (a) => a.sendMessage(AN, 'ơ<p>x</p>', html),
      '400 Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 2',
    ],
    [
      'tags that cross',
      (a) => a.sendMessage(AN, '<b><i>x</b></i>', html),
      '400 Bad Request: can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ],
    [
      'a tag left open',
      (a) => a.sendMessage(AN, '<b>x', html),
      '400 Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [
      'a reply to nothing',
      (a) => a.sendMessage(AN, 'x', { reply_parameters: { message_id: 77 } }),
      '400 Bad Request: message to be replied not found',
    ],
    [
      'a caption of 1025',
      (a) => a.sendPhoto(AN, new InputFile(SAMPLE_IMAGE), { caption: 'x'.repeat(1025) }),
      '400 Bad Request: message caption is too long',
    ],
    [
      'a photo that is none',
      (a) => a.sendPhoto(AN, new InputFile(Buffer.from('text'))),
      '400 Bad Request: IMAGE_PROCESS_FAILED',
    ],
    [
      'an unknown file',
      (a) => a.sendDocument(AN, 'no-such-file'),
      '400 Bad Request: wrong file identifier/HTTP URL specified',
    ],
    [
      'an unreachable URL',
      (a) => a.sendPhoto(AN, 'https://example.org/a.jpg'),
      '400 Bad Request: failed to get HTTP URL content',
    ],
    [
      'an edit of nothing',
      (a) => a.editMessageText(AN, 77, 'x'),
      '400 Bad Request: message to edit not found',
    ],
    [
      "an edit of a person's words",
      (a) => a.editMessageText(AN, 1, 'x'),
      "400 Bad Request: message can't be edited",
    ],
    ['a deletion of nothing', (a) => a.deleteMessage(AN, 77), '400 Bad Request: message to delete not found'],
    [
      'an unknown button',
      (a) => a.answerCallbackQuery('77'),
      '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    [
      'a topic in a private chat',
      (a) => a.sendMessage(AN, 'x', { message_thread_id: 5 }),
      '400 Bad Request: message thread not found',
    ],
    ['an unknown download', (a) => a.getFile('nope'), '400 Bad Request: invalid file_id'],
    [
      'a capital in a command',
      (a) => a.setMyCommands([{ command: 'BaoCao', description: 'x' }]),
      '400 Bad Request: BOT_COMMAND_INVALID',
    ],
    [
      'a public webhook without https',
      (a) => a.setWebhook('http://example.org/hook'),
      '400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    ],
  ]

  test.each(rows)('%s is refused in the words of Telegram', async (_situation, call, answer) => {
    server.control.start({ user: AN })
    expect(await refusal(call(api))).toBe(answer)
  })

  test('bad tokens and unknown methods: 401 and 404', async () => {
    expect(await refusal(apiOf(server.url, '9:PLAYGROUND-unknown').getMe())).toBe('401 Unauthorized')
    const response = await fetch(`${server.url}/bot${TOKEN}/sendEverything`)
    expect([response.status, await response.json()]).toEqual([
      404,
      { ok: false, error_code: 404, description: 'Not Found' },
    ])
  })

  test('a token that looks real is not taken', () => {
    const real = `123456789:${'A'.repeat(35)}`
    expect(() => server.control.addBot({ token: real, username: 'x' })).toThrow('must not look real')
    expect(() => server.control.addBot({ token: '77:secret', username: 'x' })).toThrow('PLAYGROUND')
  })

  test('4096 characters after the tags are taken out pass', async () => {
    server.control.start({ user: AN })
    const sent = await api.sendMessage(AN, `<b>${'ơ'.repeat(4096)}</b>`, html)
    expect(sent.entities).toEqual([{ type: 'bold', offset: 0, length: 4096 }])
  })

  test('people who blocked the bot, left Telegram, or only share a group', async () => {
    server.control.start({ user: AN })
    server.control.block({ user: AN })
    expect(await refusal(api.sendMessage(AN, 'x'))).toBe('403 Forbidden: bot was blocked by the user')
    server.control.unblock({ user: AN })
    server.control.deactivate({ user: AN })
    expect(await refusal(api.sendMessage(AN, 'x'))).toBe('403 Forbidden: user is deactivated')
    const group = server.control.createGroup({ title: 'Tổ 1', creator: BINH })
    server.control.inviteBot({ group: group.id, by: BINH })
    expect(await refusal(api.sendMessage(BINH, 'x'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    )
  })

  test('groups that were never joined, were left, or changed their id', async () => {
    const { control } = server
    const group = control.createGroup({ title: 'Tổ 1', creator: AN })
    expect(await refusal(api.sendMessage(group.id, 'x'))).toBe('400 Bad Request: chat not found')
    control.inviteBot({ group: group.id, by: AN })
    control.removeBot({ group: group.id, by: AN })
    expect(await refusal(api.sendMessage(group.id, 'x'))).toBe(
      '403 Forbidden: bot was kicked from the group chat',
    )
    await api.getUpdates({ offset: -1 })
    control.inviteBot({ group: group.id, by: AN })
    const moved = control.migrateGroup({ group: group.id })
    const error: unknown = await api.sendMessage(group.id, 'x').catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: moved.id },
    })
    expect(await api.sendMessage(moved.id, 'chào')).toMatchObject({ chat: { type: 'supergroup' } })
    control.removeBot({ group: moved.id, by: AN })
    expect(await refusal(api.sendMessage(moved.id, 'x'))).toBe(
      '403 Forbidden: bot was kicked from the supergroup chat',
    )
    const messages = (await api.getUpdates()).map((update) => update.message)
    expect(messages.map((message) => message?.migrate_to_chat_id ?? message?.migrate_from_chat_id)).toEqual([
      undefined,
      undefined,
      undefined,
      moved.id,
      group.id,
      undefined,
    ])
  })
})

describe('messages and buttons', () => {
  test('a pressed button is answered once, within 150 seconds', async () => {
    server.control.start({ user: AN })
    await api.sendMessage(AN, 'Đồng ý?', keyboard('Đồng ý', 'c:1'))
    const pressed = server.control.press({ user: AN, button: 'Đồng ý' })
    const query = (await api.getUpdates()).at(-1)?.callback_query
    expect(query).toMatchObject({ id: pressed.callback, data: 'c:1', message: { text: 'Đồng ý?' } })
    await api.answerCallbackQuery(query!.id, { text: 'Đã ghi', show_alert: true })
    const line = await server.control.waitForAnswer(pressed.callback!)
    expect(line).toMatchObject({ method: 'press', answer: { text: 'Đã ghi', isAlert: true } })
    const late = '400 Bad Request: query is too old and response timeout expired or query ID is invalid'
    expect(await refusal(api.answerCallbackQuery(query!.id))).toBe(late)
    const second = server.control.press({ user: AN, button: 'c:1' })
    now += 151_000
    expect(await refusal(api.answerCallbackQuery(second.callback!))).toBe(late)
  })

  test('an edit rewrites the text, takes the keyboard away, keeps the history, and refuses no change', async () => {
    server.control.start({ user: AN })
    const sent = await api.sendMessage(AN, 'Nháp', keyboard('Nộp', 's'))
    await api.editMessageText(AN, sent.message_id, 'Đã nộp')
    expect(await refusal(api.editMessageText(AN, sent.message_id, 'Đã nộp'))).toMatch(
      /^400 Bad Request: message is not modified: specified new message content/,
    )
    expect(() => server.control.press({ user: AN, button: 'Nộp' })).toThrow('no button "Nộp"')
    await api.editMessageReplyMarkup(AN, sent.message_id, keyboard('Mở lại', 'r'))
    expect(server.control.messagesTo(AN)).toMatchObject([
      {
        text: 'Đã nộp',
        keyboard: [[{ text: 'Mở lại', data: 'r' }]],
        edits: [
          { text: 'Nháp', keyboard: [[{ text: 'Nộp', data: 's' }]] },
          { text: 'Đã nộp', keyboard: null },
        ],
      },
    ])
  })

  test('deleting: own messages and private ones, not after 48 hours', async () => {
    server.control.start({ user: AN })
    const sent = await api.sendMessage(AN, 'mã: 1234')
    await api.deleteMessage(AN, sent.message_id)
    expect(server.control.messagesTo(AN)).toEqual([])
    const kept = await api.sendMessage(AN, 'cũ')
    now += 49 * 60 * MINUTE
    expect(await refusal(api.deleteMessage(AN, kept.message_id))).toBe(
      "400 Bad Request: message can't be deleted",
    )
  })

  test('a person edits: the bot gets an edited_message', async () => {
    const { messageId } = server.control.start({ user: AN })
    const said = server.control.say({ user: AN, text: 'sai', replyTo: messageId })
    server.control.edit({ user: AN, messageId: said.messageId, text: 'đúng' })
    const updates = await api.getUpdates()
    expect(updates[1]?.message?.reply_to_message?.message_id).toBe(messageId)
    expect(updates[2]?.edited_message?.text).toBe('đúng')
  })

  test('files: upload, file_id, download, documents and albums of people', async () => {
    server.control.start({ user: AN })
    const photo = await api.sendPhoto(AN, new InputFile(SAMPLE_IMAGE, 'anh.png'), { caption: 'Ảnh' })
    const fileId = photo.photo[0]!.file_id
    expect((await api.sendPhoto(AN, fileId)).photo[0]!.file_id).toBe(fileId)
    const document = await api.sendDocument(AN, new InputFile(Buffer.from('a;b'), 'bao-cao.csv'))
    expect(document.document).toMatchObject({ file_name: 'bao-cao.csv', file_size: 3 })
    const both = await api.sendMediaGroup(AN, [
      { type: 'photo', media: new InputFile(SAMPLE_IMAGE) },
      { type: 'photo', media: fileId },
    ])
    expect(both.map((message) => message.chat.id)).toEqual([AN, AN])
    server.control.sendDocument({ user: AN, data: Buffer.from('minutes'), fileName: 'bien-ban.txt' })
    server.control.sendAlbum({ user: AN, photos: [{ caption: 'Sinh hoạt' }, {}] })
    const updates = await api.getUpdates()
    const received = updates[1]!.message!.document!
    const { file_path: path } = await api.getFile(received.file_id)
    const bytes = await fetch(`${server.url}/file/bot${TOKEN}/${path}`).then((response) => response.text())
    expect([received.file_name, bytes]).toEqual(['bien-ban.txt', 'minutes'])
    expect(updates.slice(2).map((update) => update.message?.media_group_id)).toEqual([
      updates[2]?.message?.media_group_id,
      updates[2]?.message?.media_group_id,
    ])
  })

  test('HTML becomes text and entities counted in UTF-16 units', async () => {
    server.control.start({ user: AN })
    const sent = await api.sendMessage(AN, ' 🇻🇳 <b>hạn</b> &lt;<a href="https://example.org">09/3</a>&gt;', {
      parse_mode: 'HTML',
    })
    expect(sent.text).toBe('🇻🇳 hạn <09/3>')
    expect(sent.entities).toEqual([
      { type: 'bold', offset: 5, length: 3 },
      { type: 'text_link', offset: 10, length: 4, url: 'https://example.org' },
    ])
  })

  test('command menus: the narrowest scope and the own language win', async () => {
    await api.setMyCommands(menu('help'))
    await api.setMyCommands(menu('trogiup'), { language_code: 'vi' })
    await api.setMyCommands(menu('chat'), { scope: { type: 'all_private_chats' } })
    await api.setMyCommands(menu('secretary'), { scope: { type: 'chat', chat_id: BINH } })
    expect([first(AN), first(BINH)]).toEqual(['chat', 'secretary'])
    await api.deleteMyCommands({ scope: { type: 'all_private_chats' } })
    expect([first(AN), await api.getMyCommands()]).toEqual(['trogiup', menu('help')])
  })
})

describe('groups', () => {
  test('privacy mode: commands, replies and service messages arrive; talk and mentions do not', async () => {
    const { control } = server
    const group = control.createGroup({ title: 'Chi bộ Mẫu', creator: AN, members: [BINH] })
    control.inviteBot({ group: group.id, by: AN, payload: 'GROUP234' })
    const asked = await api.sendMessage(group.id, 'Ai có mặt?', {
      reply_markup: { force_reply: true, selective: true },
    })
    const say = (text: string, more = {}) => control.say({ user: BINH, chat: group.id, text, ...more })
    say('chào cả nhà')
    say('@nhipquy_bot ơi')
    say('/viec')
    say('/viec@nhipquy_bot')
    say('/viec@other_bot')
    say('có mặt', { replyTo: asked.message_id })
    const texts = (await api.getUpdates()).map((update) => update.message?.text)
    expect(texts).toEqual([
      undefined,
      undefined,
      '/start@nhipquy_bot GROUP234',
      '/viec',
      '/viec@nhipquy_bot',
      'có mặt',
    ])
    const withheld = control.transcript(group.id).filter((entry) => entry.withheld.length > 0)
    expect(withheld.map((entry) => entry.text)).toEqual(['chào cả nhà', '@nhipquy_bot ơi', '/viec@other_bot'])
    control.setRole({ group: group.id, member: 1001, status: 'administrator', by: AN })
    say('giờ thì nghe')
    expect((await api.getUpdates()).at(-1)?.message?.text).toBe('giờ thì nghe')
  })

  test('two bots: a general command goes to the last that spoke', async () => {
    const { control } = server
    control.addBot({ token: OTHER_TOKEN, username: 'other_bot' })
    const group = control.createGroup({ title: 'Tổ 2', creator: AN })
    for (const bot of ['nhipquy_bot', 'other_bot']) control.inviteBot({ group: group.id, by: AN, bot })
    await apiOf(server.url, OTHER_TOKEN).sendMessage(group.id, 'tôi đây')
    control.say({ user: AN, chat: group.id, text: '/help' })
    const told = control.updates().filter((update) => update.entry === control.lastSeq())
    expect(told.map((update) => update.bot)).toEqual([1002])
  })

  test('forum topics: messages keep their topic, closed and unknown ones refuse', async () => {
    const { control } = server
    const group = control.createGroup({ title: 'Diễn đàn', creator: AN, isForum: true })
    control.inviteBot({ group: group.id, by: AN })
    const topic = control.createTopic({ group: group.id, by: AN, name: 'Chuyên đề' })
    control.say({ user: AN, chat: group.id, thread: topic.id, text: '/viec' })
    const received = (await api.getUpdates()).at(-1)?.message
    expect(received).toMatchObject({ message_thread_id: topic.id, is_topic_message: true })
    const options = { message_thread_id: topic.id }
    expect(await api.sendMessage(group.id, 'x', options)).toMatchObject(options)
    control.closeTopic({ group: group.id, topic: topic.id })
    expect(await refusal(api.sendMessage(group.id, 'x', options))).toBe('400 Bad Request: TOPIC_CLOSED')
    control.deleteTopic({ group: group.id, topic: topic.id })
    expect(await refusal(api.sendMessage(group.id, 'x', options))).toBe(
      '400 Bad Request: message thread not found',
    )
    expect(await refusal(api.sendMessage(group.id, 'x', { message_thread_id: 1 }))).toBe(
      '400 Bad Request: message thread not found',
    )
  })

  test('an anonymous administrator writes as the group; members and administrators can be asked for', async () => {
    const { control } = server
    const group = control.createGroup({ title: 'Tổ 3', creator: AN, members: [BINH], kind: 'supergroup' })
    control.inviteBot({ group: group.id, by: AN })
    control.say({ user: AN, chat: group.id, text: '/viec', isAnonymous: true })
    expect((await api.getUpdates()).at(-1)?.message).toMatchObject({
      from: { username: 'GroupAnonymousBot' },
      sender_chat: { id: group.id },
    })
    expect(await api.getChatMember(group.id, BINH)).toMatchObject({ status: 'member' })
    expect((await api.getChatAdministrators(group.id)).map((member) => member.user.id)).toEqual([AN])
    expect(await api.getChat(group.id)).toMatchObject({ type: 'supergroup', title: 'Tổ 3' })
    expect(await api.getMe()).toMatchObject({ id: 1001, can_read_all_group_messages: false })
  })
})

describe('limits', () => {
  beforeEach(async () => {
    server = await open({ limits: true })
    api = apiOf(server.url)
    for (let id = 600; id < 640; id += 1) {
      server.control.createUser({ id, firstName: `Người ${id}` })
      server.control.start({ user: id })
    }
  })

  test('a private chat takes a burst of three, then one a second', async () => {
    for (const text of ['1', '2', '3']) await api.sendMessage(600, text)
    const error: unknown = await api.sendMessage(600, '4').catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    })
    now += 1000
    await api.sendMessage(600, '4')
  })

  test('a group takes twenty a minute and says how long to wait', async () => {
    const group = server.control.createGroup({ title: 'Tổ', creator: 600 })
    server.control.inviteBot({ group: group.id, by: 600 })
    for (let sent = 0; sent < 20; sent += 1) {
      await api.sendMessage(group.id, `${sent}`)
      now += 1000
    }
    expect(await refusal(api.sendMessage(group.id, '21'))).toBe('429 Too Many Requests: retry after 40')
    now += 40_000
    const { message_id: id } = await api.sendMessage(group.id, '21')
    for (let edit = 0; edit < 20; edit += 1) await api.editMessageText(group.id, id, `điểm ${edit}`)
    expect(await refusal(api.editMessageText(group.id, id, 'điểm 20'))).toBe(
      '429 Too Many Requests: retry after 60',
    )
  })

  test('all chats together take thirty a second', async () => {
    for (let id = 600; id < 630; id += 1) await api.sendMessage(id, 'x')
    expect(await refusal(api.sendMessage(631, 'x'))).toBe('429 Too Many Requests: retry after 1')
    expect(server.control.calls({ ok: false })).toMatchObject([
      { method: 'sendMessage', chat: '631', code: 429 },
    ])
  })
})

describe('webhooks', () => {
  interface Push {
    headers: IncomingHttpHeaders
    body: { update_id: number; message?: { text: string; chat: { id: number } } }
  }

  /** A receiver that answers with the given statuses in turn, then 200. */
  async function receiver(statuses: number[]): Promise<{ url: string; pushes: Push[]; http: Server }> {
    const pushes: Push[] = []
    const http = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as Push['body']
        pushes.push({ headers: request.headers, body })
        response.writeHead(statuses.shift() ?? 200).end()
      })
    })
    await new Promise<void>((resolve) => {
      http.listen(0, '127.0.0.1', resolve)
    })
    closers.push(() => {
      http.closeAllConnections()
      http.close()
    })
    return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/hook`, pushes, http }
  }

  test('updates carry the secret, are repeated until 2xx, and keep their order within a chat', async () => {
    server = await open({ webhookRetryMs: 20 })
    api = apiOf(server.url)
    const { control } = server
    for (const id of [AN, BINH]) {
      control.createUser({ id, firstName: 'x' })
      control.start({ user: id })
    }
    const hook = await receiver([])
    await api.setWebhook(hook.url, { secret_token: 'bi-mat_1', drop_pending_updates: true })
    hook.http.removeAllListeners('request')
    const failing = await receiver([500, 500, 500])
    await api.setWebhook(failing.url, { secret_token: 'bi-mat_1' })
    control.say({ user: AN, text: 'một' })
    control.say({ user: AN, text: 'hai' })
    control.say({ user: BINH, text: 'ba' })
    await until(() =>
      control.updates().every((update) => update.lost !== null || update.confirmedAt !== null),
    )
    expect(hook.pushes).toEqual([])
    const texts = failing.pushes.map((push) => push.body.message!.text)
    expect(texts.lastIndexOf('một')).toBeLessThan(texts.indexOf('hai'))
    expect(texts).toHaveLength(6)
    expect(failing.pushes[0]?.headers['x-telegram-bot-api-secret-token']).toBe('bi-mat_1')
    expect(await api.getWebhookInfo()).toMatchObject({
      url: failing.url,
      pending_update_count: 0,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    })
  })

  test('polling beside a webhook is refused with 409 until it is deleted', async () => {
    const hook = await receiver([])
    const poll = refusal(api.getUpdates({ timeout: 20 }))
    await server.control.waitForPoll()
    await api.setWebhook(hook.url)
    expect(await poll).toBe('409 Conflict: terminated by setWebhook request')
    expect(await refusal(api.getUpdates())).toBe(
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    await api.deleteWebhook()
    expect(await api.getUpdates()).toEqual([])
  })
})

describe('faults', () => {
  beforeEach(() => {
    server.control.start({ user: AN })
  })

  test('a dropped connection: nothing was sent; accepted and dropped: it was', async () => {
    server.control.inject({ method: 'sendMessage', fault: { kind: 'dropConnection' } })
    await expect(api.sendMessage(AN, 'một')).rejects.toThrow(HttpError)
    expect(server.control.messagesTo(AN)).toEqual([])
    server.control.inject({ method: 'sendMessage', skip: 1, fault: { kind: 'acceptThenDrop' } })
    await api.sendMessage(AN, 'hai')
    await expect(api.sendMessage(AN, 'ba')).rejects.toThrow(HttpError)
    expect(server.control.messagesTo(AN).map((entry) => entry.text)).toEqual(['hai', 'ba'])
    expect(server.control.calls({ method: 'sendMessage' })).toMatchObject([
      { isProcessed: false, isAnswered: false },
      { isProcessed: true, isAnswered: true },
      { isProcessed: true, isAnswered: false },
    ])
  })

  test('pages of nginx, broken JSON and answers of choice', async () => {
    const call = (): Promise<Response> => fetch(`${server.url}/bot${TOKEN}/getMe`)
    server.control.inject({ method: 'getMe', fault: { kind: 'html502' } })
    const page = await call()
    expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html'])
    server.control.inject({ method: '*', fault: { kind: 'malformedJson' } })
    await expect(call().then((response) => response.json())).rejects.toThrow(SyntaxError)
    const body = { ok: false, error_code: 429, description: 'x', parameters: { retry_after: 3 } }
    server.control.inject({ method: 'getMe', times: 2, fault: { kind: 'answer', status: 429, body } })
    expect([await refusal(api.getMe()), await refusal(api.getMe())]).toEqual(['429 x', '429 x'])
    await api.getMe()
  })

  test('answers come after the set delay; chance draws from the seed', async () => {
    server.control.setDelay([30, 40])
    const before = performance.now()
    await api.getMe()
    expect(performance.now() - before).toBeGreaterThan(28)
    server.control.setDelay(0)
    server.control.inject({ method: 'getMe', probability: 0.5, fault: { kind: 'html429' } })
    const statuses: number[] = []
    for (let call = 0; call < 20; call += 1) {
      statuses.push((await fetch(`${server.url}/bot${TOKEN}/getMe`)).status)
    }
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    server.control.clearFaults()
    await api.getMe()
  })

  test('a poller that died while it waited was told nothing', async () => {
    const stop = new AbortController()
    const poll = fetch(`${server.url}/bot${TOKEN}/getUpdates?timeout=20&offset=-1`, { signal: stop.signal })
    await poll
    const [start] = server.control.updates()
    const next = fetch(`${server.url}/bot${TOKEN}/getUpdates?timeout=20&offset=${start!.updateId + 1}`, {
      signal: stop.signal,
    })
    await server.control.waitForPoll()
    server.control.setDelay(50)
    const said = server.control.say({ user: AN, text: 'mất đâu' })
    stop.abort()
    await expect(next).rejects.toThrow(/abort/)
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    const line = server.control.transcript(AN).find((entry) => entry.seq === said.seq)
    expect(line).toMatchObject({ deliveredAt: [], confirmedAt: null })
    expect((await api.getUpdates()).map((update) => update.message?.text)).toEqual(['mất đâu'])
  })
})

describe('restart and control over HTTP', () => {
  test('a server started again on its file knows people, chats, pending updates and ids', async () => {
    const stateFile = join(folder, 'telegram.jsonl')
    const first = await open({ stateFile })
    first.control.createUser({ id: AN, firstName: 'An' })
    first.control.start({ user: AN })
    const sent = await apiOf(first.url).sendMessage(AN, 'trước')
    first.control.say({ user: AN, text: 'chưa đọc' })
    // Not closed: what was answered must be in the file already, as after a kill.
    const second = await open({ stateFile })
    const updates = await apiOf(second.url).getUpdates()
    expect(updates.map((update) => update.message?.text)).toEqual(['/start', 'chưa đọc'])
    const next = await apiOf(second.url).sendMessage(AN, 'sau')
    expect(next.message_id).toBe(sent.message_id + 2)
    expect(second.control.messagesTo(AN).map((entry) => entry.text)).toEqual(['trước', 'sau'])
  })

  test('another process drives the server by the same methods', async () => {
    const remote = connectControl<TelegramControl>(server.url)
    await remote.start({ user: AN })
    await remote.sendPhoto({ user: AN, data: SAMPLE_IMAGE, caption: 'ảnh' })
    const waiting = remote.waitForMessage({ author: 'bot', contains: 'nhận' }, 2000)
    const [, photo] = await api.getUpdates()
    const { file_path: path } = await api.getFile(photo!.message!.photo![0]!.file_id)
    const bytes = await fetch(`${server.url}/file/bot${TOKEN}/${path}`).then((response) =>
      response.arrayBuffer(),
    )
    expect(Buffer.from(bytes).equals(Buffer.from(SAMPLE_IMAGE))).toBe(true)
    await api.sendMessage(AN, 'đã nhận ảnh')
    expect(await waiting).toMatchObject({ text: 'đã nhận ảnh', chat: AN })
    expect(await remote.messagesTo(AN)).toHaveLength(1)
    await expect(remote.press({ user: AN, button: 'không có' })).rejects.toThrow('no button "không có"')
    const listed = (await fetch(`${server.url}/__control/`).then((response) => response.json())) as {
      result: string[]
    }
    expect(listed.result).toEqual(Object.keys(server.control))
    expect((await fetch(`${server.url}/__control/nothing`, { method: 'POST' })).status).toBe(404)
  })

  test('waiting in vain says what was said last', async () => {
    server.control.start({ user: AN })
    await expect(server.control.waitForMessage({ author: 'bot' }, 30)).rejects.toThrow(
      /no such message.*\n.*\/start/,
    )
  })
})
