import { describe, expect, test } from 'vitest'
import type { SendFailure } from '../../src/channels/channel-adapter.ts'
import { decideFailure, type FailedSend, type FailureDecision } from '../../src/outbox/decide-failure.ts'

const base: FailedSend = {
  failure: 'rejected',
  class: 'reply',
  operation: 'text',
  attempts: 1,
  wasUncertain: false,
  random: 1,
}

const TABLE: [
  situation: string,
  send: Partial<FailedSend> & { failure: SendFailure },
  decision: FailureDecision,
][] = [
  ['refused text', { failure: 'rejected' }, { row: 'dead' }],
  ['refused edit', { failure: 'rejected', operation: 'edit' }, { row: 'as-text' }],
  ['refused keyboard-off', { failure: 'rejected', operation: 'keyboard-off' }, { row: 'cancelled' }],
  ['blocked', { failure: 'unreachable' }, { row: 'dead', chat: 'close' }],
  ['moved', { failure: 'migrated' }, { row: 'queued', chat: 'move' }],
  [
    'too fast, told how long',
    { failure: 'throttled', retryAfterMs: 7000 },
    { row: 'queued', pauseChatMs: 7000 },
  ],
  ['too fast, not told', { failure: 'throttled' }, { row: 'queued', pauseChatMs: 5000 }],
  [
    'month used up',
    { failure: 'quota', class: 'scheduled' },
    { row: 'queued', pauseScheduledMs: 3_600_000, pauseChatMs: 600_000 },
  ],
  ['outage, first try', { failure: 'unavailable' }, { row: 'queued', pauseChatMs: 1000 }],
  ['outage, fourth try', { failure: 'unavailable', attempts: 4 }, { row: 'queued', pauseChatMs: 8000 }],
  [
    'outage, hundredth try',
    { failure: 'unavailable', attempts: 100 },
    { row: 'queued', pauseChatMs: 60_000 },
  ],
  ['outage, least jitter', { failure: 'unavailable', random: 0 }, { row: 'queued', pauseChatMs: 500 }],
  ['no answer, reply', { failure: 'uncertain' }, { row: 'queued', isUncertain: true, pauseChatMs: 1000 }],
  [
    'no answer, reply again',
    { failure: 'uncertain', wasUncertain: true },
    { row: 'uncertain', isUncertain: true },
  ],
  [
    'no answer, scheduled',
    { failure: 'uncertain', class: 'scheduled' },
    { row: 'uncertain', isUncertain: true },
  ],
  ['no answer, edit', { failure: 'uncertain', operation: 'edit' }, { row: 'queued', pauseChatMs: 1000 }],
  ['dead token', { failure: 'bot-stopped' }, { row: 'queued', stopBot: true }],
]

describe('what follows from a failed send', () => {
  test.each(TABLE)('%s', (_situation, send, decision) => {
    expect(decideFailure({ ...base, ...send })).toEqual(decision)
  })
})
