import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/commands/command.ts'
import { looksLikeCode } from '../../src/inbox/looks-like-code.ts'
import { matchSlash, matchWords } from '../../src/inbox/match-command.ts'
import { pickChoice } from '../../src/inbox/pick-choice.ts'

const nothing = { for: 'anyone', run: () => Promise.resolve() } as const
const report: Command = { name: 'report', slash: 'baocao', words: ['bao cao'], where: 'private', ...nothing }
const join: Command = {
  name: 'join',
  slash: 'thamgia',
  aliases: ['start'],
  words: [],
  where: 'private',
  ...nothing,
}
const group: Command = {
  name: 'group',
  slash: 'nhom',
  aliases: ['start'],
  words: ['nhom'],
  where: 'group',
  ...nothing,
}
const roll: Command = {
  name: 'roll-up',
  slash: 'tonghop',
  words: ['bao cao tong hop'],
  where: 'both',
  ...nothing,
}
const commands = [report, join, group, roll]

describe('what people type', () => {
  test.each([
    ['/baocao', 'private', 'report', ''],
    ['/baocao quý 1', 'private', 'report', 'quý 1'],
    ['/BaoCao@NhipQuyBot', 'private', 'report', ''],
    ['/báo cáo', 'private', 'report', ''],
    ['/start ABCD2345', 'private', 'join', 'ABCD2345'],
    ['/start ABCD2345', 'group', 'group', 'ABCD2345'],
    ['/start baocao', 'private', 'report', ''],
    ['/khongco', 'private', undefined, undefined],
    ['baocao', 'private', undefined, undefined],
  ] as const)('slash %s in %s: %s', (text, kind, name, argument) => {
    const match = matchSlash(commands, text, kind)
    expect([match?.command.name, match?.argument]).toEqual([name, argument])
  })

  test.each([
    ['báo cáo', 'report', ''],
    ['Bao  cao.', 'report', ''],
    ['BÁO CÁO quý một', 'report', 'quý một'],
    ['báo cáo tổng hợp', 'roll-up', ''],
    ['baocao', 'report', ''],
    ['báo cáo'.normalize('NFD'), 'report', ''],
    ['báo', undefined, undefined],
    ['nhóm ABCD-2345', 'group', 'ABCD-2345'],
    ['nhóm chúng tôi có 12 người', undefined, undefined],
  ] as const)('words %s: %s', (text, name, argument) => {
    const match = matchWords(commands, text, 'private')
    expect([match?.command.name, match?.argument]).toEqual([name, argument])
  })

  test('where only the whole text counts, a sentence that begins like a command is none', () => {
    expect(matchWords(commands, 'báo cáo viên đã trình bày', 'private', true)).toBeNull()
    expect(matchWords(commands, 'báo cáo', 'private', true)?.command.name).toBe('report')
  })

  const choices = [
    { action: 'a:x', label: 'Đồng ý' },
    { action: 'a:y', label: 'Không' },
  ]
  test.each([
    ['1', 'a:x'],
    ['2.', 'a:y'],
    ['số 2', 'a:y'],
    ['1)', 'a:x'],
    ['dong y', 'a:x'],
    ['KHÔNG!', 'a:y'],
    ['3', undefined],
    ['0', undefined],
    ['12/3', undefined],
    ['có', undefined],
  ])('choice %s: %s', (text, action) => {
    expect(pickChoice(choices, text)?.action).toBe(action)
  })

  test.each([
    ['CDFG2345', true, true],
    ['cdfg-2345', true, true],
    ['CDFG 234S', true, true],
    ['ABCO-1234', true, false],
    ['chidoane', false, false],
    ['12345678', false, false],
    ['CDFG234', false, false],
  ])('code %s: from a stranger %s, from somebody who joined %s', (text, stranger, joined) => {
    expect([looksLikeCode(text, true), looksLikeCode(text, false)]).toEqual([stranger, joined])
  })
})
