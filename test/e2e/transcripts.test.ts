import { expect, test } from 'vitest'
import { type BotLine, findRepeats } from './transcripts.ts'

const PRESSED = 'Góp ý'

/** The same question of one chat, said after these acts of its person. */
function questions(...acts: [seq: number, text: string][]): BotLine[] {
  return acts.map(([seq, text], index) => ({
    platform: 'telegram',
    chat: 'M25',
    text: 'Gõ nội dung cần bổ sung.',
    seq: seq + 1,
    messageId: String(index),
    after: { seq, text },
  }))
}

test.each([
  {
    why: 'asked anew by a second press',
    acts: [
      [10, PRESSED],
      [20, PRESSED],
    ],
    repeats: [],
  },
  {
    why: 'a copy after one press',
    acts: [
      [10, PRESSED],
      [10, PRESSED],
    ],
    repeats: ['1'],
  },
  {
    why: 'a copy that came after the answer',
    acts: [
      [10, PRESSED],
      [15, 'Nêu rõ'],
    ],
    repeats: ['1'],
  },
  {
    why: 'a copy that came after the answer, then asked anew',
    acts: [
      [10, PRESSED],
      [15, 'Nêu rõ'],
      [20, PRESSED],
    ],
    repeats: ['1'],
  },
  {
    why: 'asked anew, and a copy of that',
    acts: [
      [10, PRESSED],
      [15, 'Nêu rõ'],
      [20, PRESSED],
      [20, PRESSED],
    ],
    repeats: ['1', '3'],
  },
] as { why: string; acts: [number, string][]; repeats: string[] }[])('$why', ({ acts, repeats }) => {
  expect(findRepeats(questions(...acts)).map(({ again }) => again.messageId)).toEqual(repeats)
})
