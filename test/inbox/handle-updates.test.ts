import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Update } from '../../src/channels/channel-adapter.ts'
import type { Command } from '../../src/commands/command.ts'
import { COMMANDS } from '../../src/commands/index.ts'
import { chats, dialogs, groupBindings, outbox, updates } from '../../src/store/schema/index.ts'
import { storeUpdates } from '../../src/inbox/store-updates.ts'
import { replayUpdates } from '../../src/store/updates.ts'
import { startTestApp, type TestApp } from '../support/start-test-app.ts'

/** Throws as long as it is told to. */
let isBroken = true
const fragile: Command = {
  name: 'fragile',
  slash: 'dove',
  words: [],
  where: 'private',
  for: 'anyone',
  hidden: true,
  run: async (turn) => {
    await turn.replyText('Sắp hỏng')
    if (isBroken) throw new Error('a bug')
    await turn.replyText('Không hỏng nữa')
  },
}

/** Asks for a colour with choices, and takes an answer in words as well. */
const colour: Command = {
  name: 'colour',
  slash: 'mau',
  words: ['mau sac'],
  where: 'private',
  for: 'anyone',
  hidden: true,
  run: async (turn) => {
    await turn.reply(
      'language-question',
      {},
      {
        choices: [
          [{ action: 'colour:pick:red', label: 'Đỏ' }],
          [{ action: 'colour:pick:blue', label: 'Xanh' }],
        ],
      },
    )
    await turn.setDialog({ kind: 'colour', state: { asked: true } })
  },
  actions: {
    pick: async (turn, [colour]) => {
      await turn.setDialog(null)
      await turn.replyText(`Đã chọn ${colour}`)
    },
  },
  onText: async (turn, text, state) => {
    if ((state as { asked: boolean }).asked && text.includes('tím')) {
      await turn.setDialog(null)
      await turn.replyText('Đã ghi màu tím')
      return true
    }
    return false
  },
}

let app: TestApp
beforeEach(async () => {
  isBroken = true
  app = await startTestApp({ now: '2026-03-01T09:00+07:00', commands: [...COMMANDS, fragile, colour] })
})
afterEach(() => app.close())

const allUpdates = () => app.database.db.select().from(updates).orderBy(updates.seq)

describe('handling', () => {
  test('a poison update rolls back, is parked after five tries, its sender is told, and the chat goes on', async () => {
    const minh = app.zalo.user('minh')
    await minh.says('/dove')
    expect(minh.heard()).toEqual([])
    for (let tries = 0; tries < 5; tries += 1) {
      app.clock.wait(20_000)
      await app.settle()
    }
    const [poison] = await allUpdates()
    expect(poison).toMatchObject({ state: 'parked', attempts: 5 })
    expect(minh.heard()).toEqual([expect.stringContaining('chưa được xử lý')])
    await minh.says('/mau')
    expect(minh.heard()).toEqual([expect.stringContaining('1. Đỏ')])
    isBroken = false
    expect(await app.database.db.transaction((tx) => replayUpdates(tx))).toBe(1)
    await app.settle()
    expect(minh.heard()).toEqual(['Sắp hỏng', 'Không hỏng nữa'])
  })

  test('while one chat waits with its poison, another is answered', async () => {
    const [minh, lan] = [app.zalo.user('minh'), app.zalo.user('lan')]
    await minh.says('/dove')
    await minh.says('/mau')
    await lan.says('/mau')
    expect([minh.heard(), lan.heard().length]).toEqual([[], 1])
  })

  test('a press or its typed number or label answer the question; the keyboard goes', async () => {
    const lan = app.telegram.user('lan')
    await lan.starts()
    await lan.says('/mau')
    expect(lan.buttons()).toEqual(['Đỏ', 'Xanh'])
    await lan.presses('Xanh')
    expect(lan.heard().at(-1)).toBe('Đã chọn blue')
    for (const typed of ['2', 'số 1', 'xanh', 'màu tím nhé']) {
      await lan.says('/mau')
      await lan.says(typed)
      expect(lan.heard().at(-1)).toMatch(/^Đã/)
    }
    const keyboards = lan
      .transcript()
      .filter((line) => line.text.includes('ngôn ngữ') && line.keyboard?.length)
    expect(keyboards).toEqual([])
  })

  test('numbers of a menu that was left for ten minutes show the menu again', async () => {
    const minh = app.zalo.user('minh')
    await minh.says('xin chào')
    minh.heard()
    app.clock.advance('11m')
    await minh.says('2')
    expect(minh.heard()).toEqual([expect.stringMatching(/đã cũ[^]*1\. /)])
    await minh.says('1')
    expect(minh.heard()).toEqual([expect.stringContaining('/trogiup')])
  })

  test('politeness is thanked and changes nothing', async () => {
    const minh = app.zalo.user('minh')
    await minh.says('vâng ạ')
    expect(minh.heard()).toEqual([expect.stringMatching(/^Vâng/)])
    const rows = await app.database.db.select().from(dialogs)
    expect(rows).toEqual([])
  })

  test('what the guard refuses is not kept, and its sender hears where it belongs', async () => {
    const lan = app.telegram.user('lan')
    await lan.starts()
    lan.heard()
    await lan.says('CCCD của tôi: 001085012345')
    expect(lan.heard()).toEqual([expect.stringContaining('giấy tờ tùy thân')])
    await lan.sendsDocument('ke-hoach_MẬT.pdf')
    expect(lan.heard()).toEqual([expect.stringContaining('văn thư mật')])
    const refused = (await allUpdates()).filter(({ state }) => state === 'refused')
    expect(refused.map(({ reason, contentSealed }) => [reason, contentSealed])).toEqual([
      ['identity-number', null],
      ['secrecy-mark', null],
    ])
  })

  test('an album that nothing asked for is answered once', async () => {
    const lan = app.telegram.user('lan')
    await lan.starts()
    lan.heard()
    await lan.sendsAlbum(4)
    expect(lan.heard()).toEqual([expect.stringContaining('ảnh')])
  })

  test('what cannot be read is answered with what can', async () => {
    const minh = app.zalo.user('minh')
    await minh.sendsVoice()
    await minh.sendsSticker()
    await minh.sendsPhoto()
    const heard = minh.heard()
    expect(heard).toHaveLength(3)
    expect(heard[0]).toContain('gõ lại thành chữ')
  })

  test('too many messages at once: warned once, the rest left out, later ones heard again', async () => {
    const lan = app.telegram.user('lan')
    await lan.starts()
    for (let count = 0; count < 70; count += 1) {
      app.telegram.control.say({ user: lan.id, bot: app.telegramBots[0]!.handle, text: 'ok' })
    }
    await app.settle()
    const states = (await allUpdates()).filter(({ reason }) => reason === 'flood').map(({ state }) => state)
    expect(states[0]).toBe('refused')
    expect(new Set(states.slice(1))).toEqual(new Set(['ignored']))
    expect(lan.heard().filter((text) => text.includes('quá nhiều tin'))).toHaveLength(1)
    app.clock.wait(60_000)
    await lan.says('/trogiup')
    expect(lan.heard().at(-1)).toContain('/trogiup')
  })
})

test('an update that cannot be read keeps back no other, and the cursor goes on', async () => {
  const bot = app.telegramBots[0]!
  const flood = { judge: () => 'keep' as const }
  const readable = app.parts.bots.adapterOf(bot.id)
  const adapter = {
    ...readable,
    parse: (raw: unknown) => {
      if (raw === 'odd') throw new TypeError('odd')
      return raw as Update
    },
  }
  const parts = { ...app.parts, bots: { ...app.bots, adapterOf: () => adapter } }
  const fine: Update = {
    v: 1,
    botId: bot.id,
    key: '77',
    sentAt: app.clock.machine().toISOString(),
    chat: { externalId: '4', kind: 'private' },
    addressed: true,
    body: { kind: 'text', text: 'chào' },
  }
  expect(await storeUpdates(parts, flood, bot, ['odd', fine], '78')).toEqual({ stored: 1, callbackIds: [] })
  expect((await allUpdates()).map(({ updateKey }) => updateKey)).toEqual(['77'])
})

describe('in groups', () => {
  test('ordinary talk is not answered; what is said to the bot is', async () => {
    const group = app.zalo.group('to-3', { members: ['lan', 'minh'] })
    await group.user('lan').saysToOthers('chiều nay họp nhé')
    expect(group.heard()).toEqual([])
    await group.user('lan').says('xin chào')
    expect(group.heard()).toEqual([expect.stringContaining('/trogiup')])
  })

  test('a private command is answered with the way into the private chat', async () => {
    const group = app.telegram.group('to-3', { members: ['lan'] })
    await app.settle()
    expect(group.heard()).toEqual([expect.stringContaining('/nhom')])
    await group.user('lan').says('/ngonngu@NhipQuyTest1Bot')
    expect(group.heard()).toEqual([expect.stringContaining('trò chuyện riêng')])
    expect(group.buttons()).toEqual(['Mở trò chuyện riêng'])
  })

  test('who writes in the name of the group is told why nothing happens', async () => {
    const group = app.telegram.group('to-3', { members: ['lan'] })
    await app.settle()
    group.heard()
    await group.user('lan').saysAnonymously('/trogiup@NhipQuyTest1Bot')
    expect(group.heard()).toEqual([expect.stringContaining('ẩn danh')])
  })

  test('when the group is upgraded its chat keeps its row, its binding and its queue', async () => {
    const group = app.telegram.group('to-3', { members: ['lan'] })
    await app.settle()
    const [before] = await app.database.db.select().from(chats).where(eq(chats.kind, 'group'))
    await group.migrates()
    await group.user('lan').says('/trogiup@NhipQuyTest1Bot')
    const after = await app.database.db.select().from(chats).where(eq(chats.kind, 'group'))
    expect(after.map(({ id }) => id)).toEqual([before!.id])
    expect(after[0]!.externalId).toBe(String(group.id))
    expect(await app.database.db.select().from(groupBindings)).toEqual([])
  })

  test('when the bot is removed nothing more is sent there', async () => {
    const group = app.telegram.group('to-3', { members: ['lan'] })
    await app.settle()
    const [chat] = await app.database.db.select().from(chats).where(eq(chats.kind, 'group'))
    await app.tools(({ say, machineNow }) =>
      say({
        to: { chatId: chat!.id, botId: chat!.botId, kind: 'group', locale: 'vi' },
        words: { text: 'Mai họp' },
        class: 'scheduled',
        topic: 'notice',
        dueAt: new Date(machineNow.getTime() + 60_000),
      }),
    )
    await group.removesBot()
    const rows = await app.database.db.select().from(outbox).where(eq(outbox.topic, 'notice'))
    expect(rows.map(({ state }) => state)).toEqual(['cancelled'])
  })
})
