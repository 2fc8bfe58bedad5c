import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideCodeTry } from '../../src/domain/code-limit.ts'
import { makeInviteCode, normaliseInviteCode, showInviteCode } from '../../src/domain/invite-code.ts'
import { looksLikeCode } from '../../src/inbox/looks-like-code.ts'

describe('an invitation code', () => {
  test('is eight characters, with a digit and a letter, none of them doubtful, and no word', () => {
    for (let each = 0; each < 500; each += 1) {
      const code = makeInviteCode(randomBytes)
      expect(code).toMatch(/^[23456789CDFGHJKMNPQRTVWXY]{8}$/)
      expect(code).toMatch(/\d/)
      expect(code).toMatch(/[A-Z]/)
      expect(looksLikeCode(showInviteCode(code), false)).toBe(true)
    }
  })

  test('whatever way it is typed: understood as the same', () => {
    const spelling = fc.record({
      dash: fc.constantFrom('', '-', ' ', ' - ', '–', '.'),
      isLower: fc.boolean(),
      around: fc.constantFrom('', ' ', '\n'),
    })
    fc.assert(
      fc.property(spelling, ({ dash, isLower, around }) => {
        const code = makeInviteCode(randomBytes)
        const written = around + code.slice(0, 4) + dash + code.slice(4) + around
        return normaliseInviteCode(isLower ? written.toLowerCase() : written) === code
      }),
    )
  })

  test.each([
    ['zsbu-cdfg', '258VCDFG'],
    ['ＣＤＦＧ２３４５', 'CDFG2345'],
    ['CDFG-234', null],
    ['CDFG-23456', null],
    ['CDFG-2340', null],
    ['đồng chí ơi', null],
    ['', null],
  ])('%j: %s', (typed, code) => expect(normaliseInviteCode(typed)).toBe(code))
})

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute))

describe('trying codes', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => at(index % 50))

  test.each([
    ['none wrong', [], null],
    ['four wrong in this chat', [0, 1, 2, 3], null],
    ['five wrong in this chat: an hour after the first', [0, 1, 2, 3, 4], at(60)],
    ['seven wrong: an hour after the third', [0, 1, 2, 3, 4, 5, 6], at(62)],
  ])('%s', (_, inChat, until) => {
    const decision = decideCodeTry(inChat.map(at), inChat.map(at))
    expect(decision).toEqual(until === null ? { allowed: true } : { allowed: false, until })
  })

  test('three hundred wrong over all chats: everybody waits', () => {
    expect(decideCodeTry([], many(299)).allowed).toBe(true)
    expect(decideCodeTry([], many(300)).allowed).toBe(false)
  })
})
