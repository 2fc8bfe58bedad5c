import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paceWait, startPace, takePace, waitingChats, type PacedChat } from '../../src/outbox/pace.ts'

const rule = { perSecond: 25, perChatPerSecond: 1, perGroupPerMinute: 20, burst: 3 }
const chats: PacedChat[] = [
  { id: 'lan', kind: 'private' },
  { id: 'minh', kind: 'private' },
  { id: 'to-3', kind: 'group' },
  { id: 'to-5', kind: 'group' },
]

interface Sent {
  chat: PacedChat
  at: number
}

/** The most sends of one list in any window of this length. */
function densest(sent: Sent[], windowMs: number): number {
  return Math.max(
    0,
    ...sent.map(({ at }) => sent.filter((each) => each.at >= at && each.at < at + windowMs).length),
  )
}

describe('pace', () => {
  test('whatever is asked for and when, no window holds more than the platform bears', () => {
    const asks = fc.array(fc.tuple(fc.nat(3), fc.nat(700)), { minLength: 50, maxLength: 400 })
    fc.assert(
      fc.property(asks, (list) => {
        const pace = startPace(rule, 0)
        const sent: Sent[] = []
        let now = 0
        for (const [which, later] of list) {
          now += later
          const chat = chats[which]!
          if (takePace(pace, chat, now) === 0) sent.push({ chat, at: now })
        }
        expect(densest(sent, 1000)).toBeLessThanOrEqual(rule.perSecond + rule.burst)
        for (const chat of chats) {
          const own = sent.filter((each) => each.chat === chat)
          expect(densest(own, 10_000)).toBeLessThanOrEqual(12)
          if (chat.kind === 'group') expect(densest(own, 60_000)).toBeLessThanOrEqual(20)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('whoever waits as long as was said may send', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 120 }), (order) => {
        const pace = startPace(rule, 0)
        let now = 0
        for (const which of order) {
          const chat = chats[which]!
          now += paceWait(pace, chat, now)
          expect(takePace(pace, chat, now)).toBe(0)
        }
      }),
    )
  })

  test('after a takeover the allowance counts as used', () => {
    const pace = startPace(rule, 1000)
    expect(takePace(pace, chats[0]!, 1000)).toBe(40)
    expect(takePace(pace, chats[0]!, 1040)).toBe(0)
  })

  test('a full group steps aside, and tells when it may go on', () => {
    const pace = startPace({ ...rule, perGroupPerMinute: 2 }, 0)
    for (const at of [1000, 3000]) expect(takePace(pace, chats[2]!, at)).toBe(0)
    expect(waitingChats(pace, 6000)).toEqual({ ids: ['to-3'], soonestMs: 55_000 })
    expect(takePace(pace, chats[0]!, 6000)).toBe(0)
    expect(takePace(pace, chats[2]!, 61_000)).toBe(0)
  })
})
