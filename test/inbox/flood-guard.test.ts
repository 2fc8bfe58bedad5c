import { expect, test } from 'vitest'
import type { Update } from '../../src/channels/channel-adapter.ts'
import { createFloodGuard } from '../../src/inbox/flood-guard.ts'

const START = Date.parse('2026-03-02T01:00:00Z')

/** What becomes of `count` messages, sent and received with these seconds between them. */
function judged(count: number, seconds: { sent: number; received: number }) {
  let machine = START
  const guard = createFloodGuard(() => new Date(machine))
  return Array.from({ length: count }, (_, index) => {
    machine = START + index * seconds.received * 1000
    const update: Update = {
      v: 1,
      botId: 'bot',
      key: `${index}`,
      sentAt: new Date(START + index * seconds.sent * 1000).toISOString(),
      chat: { externalId: '1', kind: 'private' },
      addressed: true,
      body: { kind: 'text', text: 'a' },
    }
    return guard.judge(update)
  })
}

const kept = 'keep'

test('hundreds at a stroke: sixty are kept, one is warned about, the rest is dropped', () => {
  const all = judged(100, { sent: 0, received: 0 })
  expect(all.slice(0, 62)).toEqual([...Array.from({ length: 60 }, () => kept), 'warn', 'drop'])
  expect(new Set(all.slice(61))).toEqual(new Set(['drop']))
})

test.each([
  ['a backlog that comes at once', { sent: 2, received: 0 }],
  ['a platform whose clock stands still', { sent: 0, received: 2 }],
])('%s: everything is kept', (_, seconds) => {
  expect(new Set(judged(200, seconds))).toEqual(new Set([kept]))
})
