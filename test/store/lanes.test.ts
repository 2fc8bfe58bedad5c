import { asc, eq, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Update } from '../../src/channels/channel-adapter.ts'
import { claimMessages, listLaneHeads } from '../../src/store/outbox-lanes.ts'
import { saveOutboxMessage } from '../../src/store/outbox.ts'
import { bots, chats, outbox, updates } from '../../src/store/schema/index.ts'
import { claimUpdate, saveHandled, saveUpdates } from '../../src/store/updates.ts'
import { createVault } from '../../src/store/vault.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const vault = createVault('a secret of tests, long enough to be one')
const machineNow = new Date('2026-03-01T02:00:00Z')
const botId = uuidv7()
const chatIds = [uuidv7(), uuidv7(), uuidv7()]

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase({ max: 10 })
  const { db } = database
  const shown = { displayName: 'Bot', handle: 'bot', state: 'active', createdAt: machineNow }
  await db.insert(bots).values({ id: botId, channel: 'telegram', externalId: '1', ...shown })
  await db.insert(chats).values(
    chatIds.map((id, index) => ({
      id,
      botId,
      externalId: String(index),
      kind: 'private',
      createdAt: machineNow,
    })),
  )
})
afterEach(() => database.close())

function update(chat: number, number: number): Update {
  return {
    v: 1,
    botId,
    key: `${chat}:${number}`,
    sentAt: machineNow.toISOString(),
    chat: { externalId: String(chat), kind: 'private' },
    addressed: true,
    body: { kind: 'text', text: String(number) },
  }
}

function store(list: Update[]): Promise<Set<string>> {
  const rows = list.map((each) => ({ id: uuidv7(), update: each, state: 'waiting' as const, reason: null }))
  return database.db.transaction((tx) => saveUpdates(tx, vault, { botId, rows, cursor: '7', machineNow }))
}

describe('updates', () => {
  test('the same update twice is stored once, and the cursor goes on', async () => {
    expect((await store([update(0, 1), update(0, 2)])).size).toBe(2)
    expect((await store([update(0, 2), update(0, 3)])).size).toBe(1)
    const [bot] = await database.db.select().from(bots)
    expect(bot?.pollCursor).toBe('7')
  })

  test('many workers: none is handled twice, each chat in order, different chats at once', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index)
    await store(numbers.flatMap((number) => [update(0, number), update(1, number), update(2, number)]))
    const handled: string[] = []
    const busy = new Set<string>()
    let mostBusy = 0
    const worker = async () => {
      for (let misses = 0; misses < 40;) {
        const isDone = await database.db.transaction(async (tx) => {
          const claimed = await claimUpdate(tx, machineNow)
          if (!claimed) return false
          const [row] = await tx.select().from(updates).where(eq(updates.id, claimed.id))
          const chat = row!.chatExternalId
          expect(busy.has(chat)).toBe(false)
          busy.add(chat)
          mostBusy = Math.max(mostBusy, busy.size)
          await tx.execute(sql`select pg_sleep(0.004)`)
          handled.push(row!.updateKey)
          busy.delete(chat)
          await saveHandled(tx, claimed.id, 'handled', machineNow)
          return true
        })
        misses = isDone ? 0 : misses + 1
        if (!isDone) await new Promise((resolve) => setTimeout(resolve, 2))
      }
    }
    await Promise.all(Array.from({ length: 6 }, worker))
    expect(handled).toHaveLength(36)
    for (const chat of [0, 1, 2]) {
      const own = handled.filter((key) => key.startsWith(`${chat}:`))
      expect(own).toEqual(numbers.map((number) => `${chat}:${number}`))
    }
    expect(mostBusy).toBeGreaterThan(1)
  })
})

async function queue(chat: number, name: string, messageClass: 'reply' | 'scheduled', dueAt = machineNow) {
  await database.db.transaction((tx) =>
    saveOutboxMessage(tx, vault, {
      id: uuidv7(),
      botId,
      chatId: chatIds[chat]!,
      threadId: null,
      personId: null,
      class: messageClass,
      key: name,
      topic: 'notice',
      assignmentId: null,
      refersTo: null,
      content: { operation: 'text', text: name },
      dueAt,
      staleAt: null,
      createdAt: machineNow,
    }),
  )
}

const heads = (more: Partial<Parameters<typeof listLaneHeads>[1]> = {}) =>
  listLaneHeads(database.db, { botId, machineNow, withoutChats: [], limit: 10, ...more })

async function names(ids: { id: string }[]): Promise<string[]> {
  const rows = await database.db.select().from(outbox).orderBy(asc(outbox.seq))
  return ids.map(({ id }) => rows.find((row) => row.id === id)!.key)
}

const claim = (id: string, holder = 'me') =>
  database.db.transaction(async (tx) => {
    const [claimed] = await claimMessages(tx, vault, [id], { holder, machineNow })
    return claimed ?? null
  })

describe('outbox', () => {
  test('the head of each chat: replies first, scheduled ones by their time, the later not yet', async () => {
    const later = new Date(machineNow.getTime() + 60_000)
    await queue(0, 'nudge-later', 'scheduled', later)
    await queue(0, 'nudge', 'scheduled')
    await queue(0, 'reply-1', 'reply')
    await queue(0, 'reply-2', 'reply')
    await queue(1, 'digest', 'scheduled')
    await queue(2, 'topic-later', 'scheduled', later)
    expect(await names(await heads())).toEqual(['reply-1', 'digest'])
    expect(await names(await heads({ withoutChats: [chatIds[0]!] }))).toEqual(['digest'])
  })

  test('one of many senders gets a message, and its chat has no other until it is through', async () => {
    await queue(0, 'first', 'reply')
    await queue(0, 'second', 'reply')
    const [head] = await heads()
    const claims = await Promise.all(['a', 'b', 'c', 'd'].map((holder) => claim(head!.id, holder)))
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await heads()).toEqual([])
    await database.db.update(outbox).set({ state: 'sent' }).where(eq(outbox.id, head!.id))
    expect(await names(await heads())).toEqual(['second'])
  })

  test('paused chats, paused bots and a used up month keep messages back', async () => {
    const later = new Date(machineNow.getTime() + 60_000)
    await queue(0, 'reply', 'reply')
    await queue(1, 'nudge', 'scheduled')
    await database.db.update(bots).set({ quotaUntil: later })
    expect(await names(await heads())).toEqual(['reply'])
    await database.db.update(chats).set({ pausedUntil: later }).where(eq(chats.id, chatIds[0]!))
    expect(await heads()).toEqual([])
    await database.db.update(chats).set({ pausedUntil: null })
    await database.db.update(bots).set({ pausedUntil: later, quotaUntil: null })
    expect(await heads()).toEqual([])
    expect(await names(await heads({ machineNow: later }))).toEqual(['reply', 'nudge'])
  })

  test('what has become pointless meanwhile is cancelled when it is claimed', async () => {
    await queue(0, 'closed', 'reply')
    await database.db.update(chats).set({ state: 'dead' }).where(eq(chats.id, chatIds[0]!))
    const [head] = await heads()
    expect(await claim(head!.id)).toBeNull()
    const [row] = await database.db.select().from(outbox)
    expect(row).toMatchObject({ state: 'cancelled', errorCode: 'chat-closed' })
  })
})
